# Sätze der Kommandozeile.
cli-about-prozessregister = Prozessregister für die Verwaltung: erfassen, modellieren, Medienbrüche finden, priorisieren.
cli-about-demo = Zeigt eine erfundene Stadt mit Prozessen, Modellen und Antworten
cli-about-serve = Stellt das Register im Browser bereit
cli-about-analyse = Findet Medienbrüche und Kandidaten in BPMN-Dateien
cli-about-bpmn = Werkzeuge für einzelne BPMN-Dateien
cli-about-bpmn-check = Prüft, ob sich Dateien lesen lassen, und nennt Auffälligkeiten
cli-about-bpmn-rename = Benennt ein Element um; alles andere bleibt Byte für Byte gleich
cli-about-bpmn-annotate = Ergänzt Angaben zu einem Schritt in der Datei; alles andere bleibt Byte für Byte gleich
cli-about-bpmn-picture = Zeichnet ein Modell als SVG oder PNG
cli-about-bpmn-narrate = Erzählt ein Modell in Worten, als Text, Markdown oder JSON
cli-about-bpmn-steps = Macht aus einer Liste von Schritten (CSV) ein Modell, aus einem Modell eine Liste
cli-about-bpmn-compare = Vergleicht zwei Modelle und nennt, was anders ist
cli-arg-old = Erste Datei
cli-arg-new = Zweite Datei
cli-about-import = Übernimmt Steckbriefe (CSV), Modelle (BPMN) und Kopien (JSON), auch ganze Ordner
cli-about-export = Schreibt Steckbriefe als CSV oder XLSX, alles zusammen als JSON
cli-about-rank = Zeigt die Rangliste mit Begründung
cli-about-explain = Erklärt eine Regel, eine Leitfrage, eine Lösungsart oder eine Prüffrage
cli-about-evaluate = Misst die Analyse an eigenen Beispielen
cli-about-user = Konten
cli-about-user-add = Legt ein Konto an
cli-about-user-list = Zeigt alle Konten
cli-about-user-disable = Sperrt ein Konto
cli-about-user-password = Setzt ein Passwort
cli-about-token = Token für die Schnittstelle
cli-about-token-add = Legt ein Token für ein Konto an und zeigt es einmal
cli-about-token-list = Zeigt alle Token
cli-about-token-revoke = Zieht ein Token zurück
cli-about-openapi = Gibt die Beschreibung der Schnittstelle aus

cli-arg-data = Ordner des Registers
cli-arg-lang = Sprache: de oder en
cli-arg-listen = Adresse und Port, zum Beispiel 127.0.0.1:8080
cli-arg-public-url = Adresse, unter der das Register von außen zu erreichen ist, zum Beispiel https://prozesse.example.de
cli-arg-keep = Behält die Stadt in diesem Ordner
cli-arg-paths = Dateien oder Ordner
cli-arg-format = Form des Ergebnisses
cli-arg-timings = Nennt die Rechenzeit jeder Datei
cli-arg-files = Dateien oder Ordner
cli-arg-file = Datei
cli-arg-element = Kennung des Elements
cli-arg-name = Name
cli-arg-output = Datei für das Ergebnis; - für die Standardausgabe
cli-arg-findings = Zeichnet die Befunde ein
cli-arg-scale = Maßstab eines PNG-Bildes von 0.1 bis 8; ohne Angabe doppelte Größe
cli-arg-kind = Wofür die Datei gehalten wird: Steckbriefe, Ist-Modell, Soll-Modell, Kopie
cli-arg-dry-run = Sagt nur, was geschehen würde
cli-arg-set = Angabe, zum Beispiel work.handlingMinutes=7
cli-arg-add = Weitere Angabe, zum Beispiel "carrier object=Antrag needs=paper by=human"
cli-arg-top = Nur die ersten N
cli-arg-proposals = Vorschläge zählen, wo Antworten fehlen
cli-arg-id = Kennung
cli-arg-lexicon-only = Nur das Wörterbuch, ohne den Fluss der Informationen
cli-arg-root = Ordner mit den Modellen
cli-arg-login = Anmeldename
cli-arg-role = Rolle: reader, process-owner, analyst, coordinator oder administrator
cli-arg-unit = Kurzzeichen der Organisationseinheit, für die das Konto gilt
cli-arg-password-stdin = Liest das Passwort von der Standardeingabe
cli-arg-undo = Gibt das Konto wieder frei

cli-output = Das Ergebnis lässt sich nicht schreiben: { $cause }
cli-field = { $field }: { $what }
cli-warning = Hinweis: { $what }
cli-warning-line = Hinweis zu Zeile { $line }: { $what }
cli-file-missing = Die Datei { $file } gibt es nicht.
cli-file-forbidden = Die Datei { $file } darf das Programm nicht lesen.
cli-file-unreadable = Die Datei { $file } lässt sich nicht lesen.
cli-file-unwritable = Die Datei { $file } lässt sich nicht schreiben.

cli-analyse-unnamed = Modell ohne Namen
cli-analyse-summary =
    { $name }: { $activities ->
        [one] ein Schritt
       *[other] { $activities } Schritte
    }, { $coverage } % der Informationsträger bekannt; { $verdict }; { $breaks } Medienbrüche je Fall
cli-analyse-finding = { $place }. { $element } ({ $level }): { $what }
cli-analyse-candidate = Kandidat: { $element } – { $class }, { $level } ({ $score } von 100)
cli-analyse-error = Nicht gelesen: { $why }
cli-analyse-refused = { $refused } von { $all } Dateien wurden nicht gelesen.
cli-analyse-timings = { $files } Dateien in { $total } ms; am längsten brauchte { $name } mit { $slowest } ms.
cli-verdict-none = keine Medienbrüche
cli-verdict-none-found = keine Medienbrüche gefunden, aber nicht alles ist bekannt
cli-verdict-breaks = Medienbrüche
cli-verdict-not-assessable = nicht zu beurteilen, zu wenig ist bekannt
cli-level-high = hoch
cli-level-medium = mittel
cli-level-check = bitte prüfen

cli-check-good = { $file }: in Ordnung
cli-check-failed = { $file }: nicht lesbar. { $why }
cli-picture-ending = Bilder gibt es als SVG und PNG. Bitte nehmen Sie einen Dateinamen mit der Endung .svg oder .png.

cli-import-line = { $source }: { $outcome } { $number }
cli-import-refused = { $source }: nicht übernommen. { $why }
cli-import-unknown = Dateien mit der Endung „{ $ending }“ kann das Register nicht übernehmen. Möglich sind csv, json, bpmn, bpmn2 und xml.
cli-import-done = { $created } neu, { $changed } geändert, { $unchanged } unverändert, { $refused } nicht übernommen.
cli-import-would = Probelauf: { $created } neu, { $changed } geändert, { $unchanged } unverändert, { $refused } nicht übernommen. Gespeichert wurde nichts.
cli-outcome-created = neu
cli-outcome-changed = geändert
cli-outcome-unchanged = unverändert
cli-outcome-refused = nicht übernommen

cli-export-format = Bitte nennen Sie mit --format die Form: csv, json oder xlsx.

cli-rank-empty = Es gibt noch keine Prozesse.
cli-rank-line = { $place }. { $number } { $name } ({ $unit }): { $score } Punkte, möglich { $least } bis { $most }, beantwortet zu { $known } %
cli-rank-why = { "   " }{ $why }

cli-account = Dieses Konto
cli-user-added = Das Konto { $login } ist angelegt.
cli-user-enabled = Das Konto { $login } kann sich wieder anmelden.
cli-user-disabled = Das Konto { $login } ist gesperrt.
cli-user-password = Das Passwort von { $login } ist gesetzt.
cli-user-role = Die Rolle „{ $given }“ gibt es nicht. Möglich sind: { $known }.
cli-user-line = { $login } · { $name } · { $role } · { $state }
cli-user-state-active = aktiv
cli-user-state-disabled = gesperrt
cli-token-added = Das Token für { $login } ist angelegt. Es wird nur dieses eine Mal gezeigt:
cli-token-line = { $id } · { $login } · { $name } · { $created }
cli-token-revoked = Das Token ist zurückgezogen.

cli-serve-ready = Das Register ist bereit: { $address } (Ende mit Strg+C)
cli-serve-administrator = Administration
cli-serve-first = Das erste Konto heißt { $login }. Das Passwort ist das aus PROZESSREGISTER_ADMIN_PASSWORD.
cli-serve-first-made = Das erste Konto heißt { $login }, das Passwort lautet { $password }. Bitte notieren Sie es, es wird nur dieses eine Mal gezeigt.
cli-address-taken = Die Adresse { $address } ist schon belegt. Bitte nehmen Sie mit --listen eine andere.
cli-address-unusable = Die Adresse { $address } lässt sich nicht benutzen.

cli-demo-loading = Die Stadt wird aufgebaut, das dauert einen Moment.
cli-demo-ready = Die Stadt ist bereit: { $address }
cli-demo-account = { $login } · Passwort { $password } · { $name } ({ $role })
cli-demo-stop = Ende mit Strg+C.

cli-evaluate-golden = Musterfälle: { $passed } von { $all } stimmen
cli-evaluate-case = Musterfall { $case } stimmt nicht:
cli-evaluate-failure = { "   " }{ $element } { $kind } { $object }: { $figure } erwartet { $expected }, erhalten { $actual }
cli-evaluate-models =
    { $models ->
        [one] Ein beschriftetes Modell
       *[other] { $models } beschriftete Modelle
    }
cli-evaluate-elements = Medienbrüche nach Element
cli-evaluate-kinds = Medienbrüche nach Element und Art
cli-evaluate-candidates = Kandidaten nach Element
cli-evaluate-classes = Kandidaten nach Element und Lösungsart
cli-evaluate-score = { $name }: Genauigkeit { $precision }, Vollständigkeit { $recall }, F1 { $f1 } ({ $hits } richtig, { $false-alarms } zu viel, { $missed } übersehen)
cli-evaluate-undefined = nicht definiert
cli-evaluate-missed = übersehen
cli-evaluate-false-alarm = zu viel
cli-evaluate-miss = { $what }: { $model } { $element } „{ $name }“ { $kind } { $why }
cli-evaluate-bin = Vertrauen ab { $from }: { $count } Befunde, im Mittel { $confidence }, richtig { $right }
cli-evaluate-calibration = Abweichung des Vertrauens: { $error }
cli-evaluate-discretion = Schritte mit Ermessen, für die volle Automatisierung vorgeschlagen wurde: { $number }
cli-evaluate-not-compared = { $file }: Fälle der Art „{ $schema }“ werden hier nicht verglichen.
cli-set-form = „{ $given }“ hat nicht die Form NAME=WERT, zum Beispiel work.handlingMinutes=7.

cli-about-backup = Kopiert das Register in eine neue Datei, auch während es benutzt wird
cli-about-restore = Setzt eine Kopie ein, nachdem sie geprüft wurde; das bisherige Register bleibt daneben liegen
cli-about-verify = Prüft, ob das Register vollständig und unverändert ist
cli-arg-replicated = Überlässt das Zusammenführen des Schreibprotokolls einem Kopierdienst
cli-arg-most-megabytes = So groß darf das Register werden, in Megabyte
cli-backup-done = Die Kopie liegt in { $file }. Prüfsumme (SHA-256): { $hash }. Die Datei .manifest daneben gehört dazu.
cli-restore-done = Die Kopie ist in { $folder } eingesetzt.
cli-restore-aside = Das bisherige Register liegt in { $file }.
cli-verify-good = Das Register ist vollständig und unverändert.
cli-verify-holds = Fassung der Datenbank { $schema }, { $models } Modelle, Protokoll bis Zeile { $position }, letzter Eintrag { $hash }. Bewahren Sie diese Zeile an anderer Stelle auf: Sie zeigt, ob später etwas abgeschnitten wurde.
cli-arg-max-megabytes = Größte Datei, in Megabyte
cli-arg-max-elements = Meiste XML-Elemente einer Datei
cli-check-timings = { $megabytes } MB in { $seconds } Sekunden gelesen und geprüft.
cli-about-bpmn-layout = Zeichnet ein Modell, dem die Zeichnung fehlt; alles andere bleibt Byte für Byte gleich
cli-arg-all = Zeichnet auch neu, was schon gezeichnet ist
