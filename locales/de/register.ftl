# Was das Register sagt: Prozesse, Konten, Kataloge, Dateien.

## Dinge
thing-process = Diesen Prozess
thing-diagram = Diese Version des Modells
thing-finding = Diesen Befund
thing-finding-view = Diese gemerkte Auswahl
thing-system-pair = Dieses Paar von Systemen
thing-unit = Diese Organisationseinheit
thing-application = Dieses IT-Verfahren
thing-account = Dieses Konto
thing-token = Dieses Zugriffstoken

## Rollen
role-reader = Lesen
role-process-owner = Prozessverantwortung
role-analyst = Analyse
role-coordinator = Koordination
role-administrator = Administration

## Nicht erlaubt
denied-role = Dafür brauchen Sie die Rolle „{ $role }“. Bitte wenden Sie sich an Ihre Administration.
denied-scope = Dieser Prozess gehört zu einer anderen Organisationseinheit. Ändern können Sie nur Prozesse Ihres eigenen Bereichs.
denied-no-unit = Bitte ordnen Sie den Prozess zuerst einer Organisationseinheit Ihres Bereichs zu.
denied-whole-town = Das gilt für die ganze Verwaltung. Ihr Konto ist auf einen Bereich beschränkt.

## Anmeldung und Konten
sign-in-wrong = Anmeldename oder Passwort stimmt nicht.
sign-in-wait =
    { $seconds ->
        [one] Zu viele Fehlversuche. Bitte versuchen Sie es in einer Sekunde noch einmal.
       *[other] Zu viele Fehlversuche. Bitte versuchen Sie es in { $seconds } Sekunden noch einmal.
    }
account-login-taken = Den Anmeldenamen „{ $login }“ gibt es schon. Bitte wählen Sie einen anderen.
account-login-blanks = Der Anmeldename darf keine Leerzeichen enthalten.
account-password-short = Das Passwort braucht mindestens { $least } Zeichen. Am besten sind mehrere Wörter.
account-password-simple = Dieses Passwort ist zu leicht zu erraten. Am besten sind mehrere Wörter.
account-not-oneself = Das eigene Konto lässt sich nicht sperren. Bitten Sie eine andere Person mit der Rolle Administration darum.

## Felder
field-required = Diese Angabe wird gebraucht.
field-too-long = Das ist zu lang: höchstens { $most } Zeichen.
field-too-many = Das sind zu viele: höchstens { $most }.
field-unknown-choice = „{ $given }“ steht nicht zur Auswahl.
field-unknown-unit = Diese Organisationseinheit gibt es nicht.
field-unknown-application = Mindestens eines dieser IT-Verfahren steht nicht im Katalog.
field-no-number = „{ $given }“ ist keine Zahl. Beispiel: 1.200 oder 7,5
field-out-of-range = Die Zahl muss zwischen { $least } und { $most } liegen.
field-number-range = Die Zahl muss zwischen 0 und 1 Billion liegen.
field-no-year = „{ $given }“ ist kein Jahr. Beispiel: 2025
field-no-date = „{ $given }“ ist kein Datum. Beispiel: 31.12.2026
field-no-share = Ein Anteil liegt zwischen 0 und 100 Prozent. Beispiel: 40 % oder 0,4
field-shares-too-large = Die Anteile ergeben zusammen { $total } Prozent. Es dürfen höchstens 100 sein.
field-channel-twice = „{ $channel }“ steht zweimal da.

channel-counter = Persönlich vor Ort
channel-phone = Telefon
channel-post = Post
channel-fax = Fax
channel-email = E-Mail
channel-web-form = Online-Formular
channel-online-service = Online-Dienst
channel-internal-mail = Hauspost
channel-application = IT-Verfahren

## Prozesse
process-stale = Inzwischen hat jemand anderes diesen Prozess geändert. Bitte sehen Sie sich den neuen Stand an und tragen Sie Ihre Änderung noch einmal ein.
entry-stale = Inzwischen hat jemand anderes diesen Eintrag geändert. Bitte sehen Sie sich den neuen Stand an und tragen Sie Ihre Änderung noch einmal ein.
process-number-taken = Die Nummer „{ $number }“ ist schon vergeben.
list-cursor = Diese Seite der Liste gibt es nicht mehr. Bitte beginnen Sie die Liste von vorn.

## Kataloge
unit-circle = Eine Organisationseinheit kann nicht unter sich selbst stehen.
application-name-taken = Das IT-Verfahren „{ $name }“ steht schon im Katalog.
interface-to-itself = Eine Schnittstelle verbindet zwei verschiedene IT-Verfahren.

## Modelle und Befunde
upload-too-large = Die Datei ist zu groß: höchstens { $most } MB.
upload-empty = Die Datei ist leer.
judge-reason = Bitte schreiben Sie kurz, warum der Befund nicht zutrifft.

## Speicher
error-full = Es kann gerade nichts gespeichert werden, weil der Speicherplatz fehlt. Lesen geht weiterhin. Bitte geben Sie der Administration Bescheid.
error-busy = Gerade ist viel los. Bitte versuchen Sie es gleich noch einmal.
open-folder = Der Ordner { $folder } lässt sich nicht benutzen: { $cause }. Bitte prüfen Sie Pfad und Rechte.
open-locked = Das Register in { $folder } ist schon geöffnet. Bitte beenden Sie das andere Programm oder arbeiten Sie über dessen Oberfläche.
open-missing = In { $folder } liegt kein Register.
open-not-a-register = { $file } ist kein Register. Es wurde nichts verändert. Bitte geben Sie einen anderen Ordner an.
open-damaged = { $file } ist beschädigt ({ $cause }). Es wurde nichts verändert. Bitte spielen Sie eine Sicherung ein.
open-too-new = { $file } stammt von einer neueren Version des Programms (Stand { $found }, bekannt bis { $known }). Bitte starten Sie die neuere Version.
open-old-sqlite = Die eingebaute Datenbank SQLite { $version } ist zu alt und könnte Daten beschädigen. Bitte bauen Sie das Programm mit SQLite 3.51.3 oder neuer.
