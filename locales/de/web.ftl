## Rahmen
error-sign-in = Bitte melden Sie sich an.
error-forbidden = Dafür fehlt Ihrem Konto die Berechtigung. Bitte wenden Sie sich an Ihre Administration.
web-product = Prozessregister
web-skip = Zum Inhalt springen
web-menu = Menü
web-menu-start = Start
web-menu-processes = Prozesse
web-menu-findings = Befunde
web-menu-candidates = Kandidaten
web-menu-priorities = Prioritäten
web-menu-catalogue = Kataloge
web-menu-help = Hilfe
web-menu-admin = Verwaltung
web-search = Suchen
web-search-label = Prozesse suchen
web-sign-in = Anmelden
web-sign-out = Abmelden
web-sign-in-login = Anmeldename
web-sign-in-password = Passwort
web-language = Sprache
web-foot-api = Programmierschnittstelle
web-foot-licences = Lizenzen
web-crumbs = Sie sind hier
web-tabs = Seiten dieses Prozesses
web-to-start = Zur Startseite
web-pages = Weitere Seiten
web-page-first = Zum Anfang
web-page-next = Weitere anzeigen
web-results = Ergebnisse
web-save = Speichern
web-cancel = Abbrechen
web-edit = Bearbeiten
web-any = alle
web-choose = bitte wählen
web-apply = Anwenden
web-filters = Filter
web-filters-order = Filter und Reihenfolge
web-filters-active = Aktive Filter
web-filters-clear = Alle Filter entfernen
web-filter-remove = Filter entfernen:

## Demo
web-demo-title = Beispielstadt ausprobieren
web-demo-intro = Alle Namen und Zahlen sind erfunden. Wählen Sie, in welche Rolle Sie schlüpfen möchten.
web-demo-reader = Als Leserin anmelden
web-demo-reader-task = sieht sich das Register an
web-demo-process-owner = Als Prozessverantwortlicher anmelden
web-demo-process-owner-task = erfasst Prozesse des Bereichs
web-demo-analyst = Als Analystin anmelden
web-demo-analyst-task = lädt Modelle hoch und bewertet Befunde
web-demo-coordinator = Als Koordinator anmelden
web-demo-coordinator-task = beantwortet die Leitfragen und reiht Prozesse
web-demo-administrator = Als Administratorin anmelden
web-demo-administrator-task = verwaltet Konten

## Was nicht geht
web-error-title-not-found = Nicht gefunden
web-error-title-invalid = Bitte prüfen Sie Ihre Angaben
web-error-title-conflict = Das gibt es schon
web-error-title-forbidden = Keine Berechtigung
web-error-title-sign-in = Bitte anmelden
web-error-expired = Ihre Anmeldung gilt nicht mehr, darum wurde nichts gespeichert. Ihre Eingaben stehen noch im Formular: Melden Sie sich in einem zweiten Fenster an, gehen Sie hier mit „Zurück“ zum Formular und speichern Sie noch einmal.
web-error-title-stale = Inzwischen geändert
web-error-title-too-large = Zu groß
web-error-title-busy = Bitte einen Moment
web-error-title-full = Kein Speicherplatz
web-error-title-internal = Das hat nicht geklappt
web-error-no-page = Diese Seite gibt es nicht. Vielleicht ist die Adresse nicht vollständig.
web-error-request = Die Anfrage war nicht vollständig. Bitte gehen Sie zurück und versuchen Sie es noch einmal.
web-error-too-large = Das ist größer, als hier angenommen wird. Eine BPMN-Datei darf 20 MB haben.
web-error-busy = Das dauert gerade zu lange. Bitte versuchen Sie es in einigen Sekunden noch einmal.
web-error-cross-site = Die Anfrage kam von einer fremden Seite und wurde deshalb nicht ausgeführt. Bitte öffnen Sie das Prozessregister direkt und versuchen Sie es noch einmal.
web-what-help = Diesen Hilfetext
web-what-question = Diese Leitfrage
web-check-entries = Bitte prüfen Sie diese Angaben

## Was geschehen ist
web-done-signed-out = Sie sind abgemeldet.
web-done-created = Der Prozess ist erfasst.
web-done-saved = Gespeichert.
web-done-deleted = Der Prozess ist aus den Listen entfernt.
web-done-uploaded = Das Modell ist gespeichert und ausgewertet.
web-done-judged = Ihre Bewertung ist gespeichert.
web-done-answered = Die Antwort ist gespeichert.
web-done-proposals = Die offenen Vorschläge sind als Antworten übernommen.
web-done-withdrawn = Die Antwort ist zurückgenommen.
web-done-weights = Die Gewichte sind gespeichert. Die Rangliste ist neu berechnet.
web-done-password = Das neue Passwort gilt. Bitte melden Sie sich damit an.
web-done-revoked = Das Zugriffstoken gilt nicht mehr.
web-done-account-added = Das Konto ist angelegt.

## Start
web-greeting = Guten Tag, { $name }
web-start-summary =
    { $processes ->
        [one] Im Register steht ein Prozess
       *[other] Im Register stehen { $processes } Prozesse
    }, { $modelled ->
        [0] noch keiner davon hat ein Modell.
        [one] einer davon hat ein Modell.
       *[other] { $modelled } davon haben ein Modell.
    }
web-start-task-reader = Suchen Sie nach einem Prozess oder sehen Sie sich die Rangliste an.
web-start-task-process-owner = Am meisten hilft es, die Lücken Ihrer Prozesse zu schließen.
web-start-task-analyst = Als Nächstes warten offene Befunde und Prozesse ohne Modell.
web-start-task-coordinator = Als Nächstes warten die Rangliste und offene Leitfragen.
web-start-task-administrator = Sie verwalten Konten und Einstellungen.
web-start-top = Oben in der Rangliste
web-start-unjudged = Befunde ohne Bewertung
web-start-unjudged-none = Alle Befunde sind bewertet.
web-start-without-model = Prozesse ohne Modell ansehen
web-start-mine = Hier fehlen noch Angaben
web-start-least-complete = Alle nach Vollständigkeit ansehen
web-start-recent = Zuletzt geändert
web-start-units = Stand je Geschäftskreis
web-processes-see = Prozesse ansehen
web-ranking-see = Ganze Rangliste ansehen

## Konto und Verwaltung
web-account = Mein Konto
web-password-title = Passwort ändern
web-password-new = Neues Passwort
web-password-again = Neues Passwort wiederholen
web-password-first = Erstes Passwort
web-password-help = Mindestens 12 Zeichen. Am besten sind mehrere Wörter.
web-password-set = Passwort setzen
web-fault-again = Die beiden Eingaben sind verschieden. Bitte geben Sie das neue Passwort noch einmal ein.
web-tokens = Zugriffstoken
web-tokens-lead = Damit greifen andere Programme in Ihrem Namen auf das Register zu.
web-token-name = Wofür ist das Token?
web-token-add = Token anlegen
web-token-made = Das Token ist angelegt.
web-token-once = Es wird nur dieses eine Mal angezeigt. Bitte bewahren Sie es sicher auf.
web-token-revoke = Widerrufen
web-token-confirm = Soll dieses Token nicht mehr gelten?
web-token-created = angelegt am
web-token-used = zuletzt benutzt:
web-token-unused = noch nie
web-accounts = Konten
web-account-new = Konto anlegen
web-account-add = Konto anlegen
web-account-active = aktiv
web-account-disabled = gesperrt
web-account-disable = Sperren
web-account-enable = Freigeben
web-role = Rolle
web-scope = Bereich
web-scope-all = ganze Verwaltung
web-scope-help = Das Konto darf Prozesse dieser Einheit und der Einheiten darunter ändern.
web-town = Name der Verwaltung
web-town-name = So steht er oben auf jeder Seite
