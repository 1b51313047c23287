## Modelle, Befunde, Kandidaten
web-diagram-none = Zu diesem Prozess gibt es noch kein Modell.
web-diagram-who = Modelle laden Personen mit der Rolle Analyse hoch.
web-versions = Versionen
web-versions-upload = Versionen und Hochladen
web-version = Version
web-version-as-is = Version { $number }, Ist
web-version-to-be = Version { $number }, Soll
web-uploaded = Hochgeladen
web-kilobytes = { $number } kB
web-download = BPMN-Datei herunterladen
web-upload-title = Modell hochladen
web-upload-file = BPMN-Datei
web-upload-help = Eine Datei mit der Endung .bpmn oder .xml, höchstens 20 MB. Sie bleibt gespeichert, wie sie ist.
web-upload-kind = Was zeigt das Modell?
web-kind-as-is = Ist: wie es heute läuft
web-kind-to-be = Soll: wie es laufen soll
web-upload-note-help = Zum Beispiel „nach Gespräch mit dem Bürgerbüro“.
web-upload = Hochladen und auswerten
web-upload-refused = Diese Datei wurde nicht gespeichert
web-fault-no-file = Bitte wählen Sie eine BPMN-Datei aus.
web-warnings = Beim Lesen der Datei ist etwas aufgefallen. Sie ist trotzdem vollständig gespeichert.
web-warnings-show = Hinweise zur Datei
web-hints = Hinweise zum Modell
web-hints-show = Hinweise zeigen
web-hints-lead = Sie betreffen Zeichnung und Beschriftung, nicht den Prozess selbst, und zählen nicht zu den Befunden.
web-hints-rule = Was das bedeutet und was hilft
web-hints-more = { $count ->
    [one] Dazu kommt eine weitere Stelle.
   *[other] Dazu kommen { $count } weitere Stellen.
}
web-warning-line = Zeile { $line }: { $sentence }
web-picture = Bild
web-picture-open = Bild allein öffnen
web-picture-download = Bild herunterladen (PNG)
web-picture-alt = Bild des Prozessmodells mit nummerierten Befunden. Dasselbe steht weiter unten als Text.
web-canvas = Prozessmodell
web-zoom-in = Vergrößern
web-zoom-out = Verkleinern
web-zoom-fit = Alles zeigen
web-legend = Bedeutung der Zeichen
web-show-in-picture = Im Bild zeigen
web-as-text = Als Text
web-as-text-show = Ablauf in Worten
web-as-table = Als Tabelle
web-as-table-show = Befunde als Tabelle
web-times = Zeiten je Fall
web-time-handling = Bearbeitungszeit nach Modell
web-time-waiting = Warte- und Transportzeit nach Modell
web-step = Schritt
web-step-unnamed = Schritt ohne Namen
web-to-diagram = Zum Modell

## Befunde
web-finding = Befund
web-finding-label = Befund { $number }: { $kind }, { $step }, { $level }
web-findings-lead = Ein Medienbruch liegt vor, wenn ein Mensch eine Information von einem Träger auf einen anderen bringt. Eine Schwachstelle ist ein Muster im Ablauf, das einen zweiten Blick lohnt. Zuerst kommen die Befunde, deren wir uns sicher sind, dann die, die jemand prüfen sollte; die teuersten stehen jeweils oben.
web-findings-counted = Die Zahl je Fall zählt, was das Modell sicher zeigt; „bitte prüfen“ zählt nicht mit. Ihre Bewertung ändert diese Zahl nicht, sie steht als Urteil daneben.
web-findings-total =
    { $number ->
        [one] Ein Befund
       *[other] { $number } Befunde
    }
web-media-breaks = Medienbrüche
web-weak-spots = Schwachstellen
web-weak-spots-lead = Muster im Ablauf, die einen zweiten Blick lohnen. Sie zählen nicht als Medienbrüche, und ein Grund kann dafür sprechen, dass es so bleibt.
web-weak-spots-none = In diesem Modell wurde keine Schwachstelle gefunden.
web-weak-spot-steps = Beteiligte Schritte:
web-family-media-break = Medienbrüche
web-family-weak-spot = Schwachstellen
web-findings-empty = Dazu gibt es keine Befunde. Sind Filter gesetzt, nehmen Sie bitte einen zurück; ohne Filter entstehen Befunde, sobald ein Modell hochgeladen ist.
web-findings-none = In diesem Modell wurde kein Medienbruch gefunden.
web-findings-of-newest = Befunde des neuesten Ist-Modells.
web-findings-in-picture = Im Bild ansehen
web-per-case =
    { $number ->
        [1] einmal je Fall
       *[other] { $number }‑mal je Fall
    }
web-about-hours =
    { $number ->
        [0] weniger als eine Stunde im Jahr
        [one] etwa eine Stunde im Jahr
       *[other] etwa { $number } Stunden im Jahr
    }
web-on-some-ways = nur auf manchen Wegen
web-branches-assumed = Anteile der Verzweigungen angenommen
web-why = Warum?
web-what-helps = Was das bedeutet und was hilft
web-judge = Bewerten
web-verdict-reason = Begründung
web-not-judged = offen
web-verdict-confirmed = trifft zu
web-verdict-dismissed = trifft nicht zu
web-verdict-wanted = so gewollt
web-verdict-required-by-law = gesetzlich nötig
web-verdict-resolved = ist behoben
web-judge-confirmed = Trifft zu
web-judge-dismissed = Trifft nicht zu
web-judge-wanted = So gewollt
web-judge-required-by-law = Gesetzlich nötig
web-judge-resolved = Ist behoben
web-level-high = sicher
web-level-medium = wahrscheinlich
web-level-check = bitte prüfen
web-evidence-annotation = Angabe im Modell
web-evidence-profile = Steckbrief
web-evidence-block = Baustein
web-evidence-data = Datenobjekt
web-evidence-message = Nachricht
web-evidence-label = Beschriftung des Schritts
web-evidence-type = Art des Schritts
web-evidence-lane = Bahn
web-evidence-documentation = Erläuterung im Modell
web-evidence-previous = früherer Schritt

## Kandidaten
web-candidates-title = Kandidaten für Automatisierung und KI
web-candidates-lead = Schritte, bei denen Technik entlasten kann. Vorschläge mit Gründen, keine Entscheidungen. Die Eignung sagt von 0 bis 100, wie gut eine Lösung nach den bekannten Angaben zum Schritt passt.
web-candidates-total =
    { $number ->
        [one] Ein Schritt
       *[other] { $number } Schritte
    }
web-candidates-empty = Dazu gibt es keine Kandidaten. Sind Filter gesetzt, nehmen Sie bitte einen zurück; ohne Filter entstehen Kandidaten, sobald ein Modell hochgeladen ist.
web-candidates-none = In diesem Modell drängt sich kein Schritt auf.
web-candidate-more = Weitere Möglichkeiten und Prüffragen
web-fit = Eignung
web-of-hundred = von 100
web-gain = Möglicher Gewinn
web-gain-unknown = noch nicht zu beziffern
web-evidenced = durch Angaben belegt
web-blockers = Was im Weg steht
web-blocker = Im Weg steht
web-gate = Prüffrage
web-gates = Vorher rechtlich zu klären

## Prioritäten
web-ranking = Rangliste
web-ranking-all = Alle Plätze anzeigen
web-priorities-summary =
    { $ranked ->
        [0] Noch ist kein Prozess bewertet.
        [one] Ein Prozess ist bewertet, { $open ->
            [0] keiner ist offen.
            [one] einer ist offen.
           *[other] { $open } sind offen.
        }
       *[other] { $ranked } Prozesse sind bewertet, { $open ->
            [0] keiner ist offen.
            [one] einer ist offen.
           *[other] { $open } sind offen.
        }
    }
web-priorities-empty = Noch gibt es keine Antworten. Öffnen Sie einen Prozess und dort „Bewertung“.
web-proposals-on = Vorschläge des Registers sind eingerechnet, wo Antworten fehlen.
web-proposals-off = Es zählen nur Antworten von Menschen.
web-proposals-switch-on = Vorschläge einrechnen
web-proposals-switch-off = Nur Antworten zählen
web-unranked = Noch ohne Rang
web-unranked-lead = Zu wenig beantwortet, um sie fair einzuordnen.
web-weights = Gewichte
web-weights-lead = Wie wichtig ist welche Leitfrage? Beim Übernehmen wird die Summe auf 100 Prozent gebracht, die Verhältnisse bleiben gleich.
web-weights-set = Gewichte übernehmen
web-score = { $score } von 100 Punkten
web-score-range = { $score } Punkte, möglich { $low } bis { $high }
web-points = { $points } von { $possible }
web-duty = gesetzliche Pflicht
web-answered = Beantwortet
web-answer-now = Leitfragen beantworten
web-answers-see = Antworten ansehen
web-why-here = Warum steht er hier?
web-question = Leitfrage
web-answer = Antwort
web-answer-given = { $value } von 4
web-answer-proposed = { $value } von 4 (Vorschlag)
web-answer-missing = offen
web-answers-lead = Sieben kurze Fragen. Wo das Register genug weiß, schlägt es eine Antwort vor.
web-answer-by = Beantwortet mit { $value } ({ $name }, { $day })
web-answer-open = noch offen
web-answer-reason = Begründung
web-answer-reason-help = Nur nötig, wenn Ihre Antwort vom Vorschlag abweicht.
web-answer-save = Antwort speichern
web-answer-change = Antwort ändern
web-answer-withdraw = Antwort zurücknehmen
web-your-answer = Ihre Antwort
web-scale = Skala ansehen
web-proposal = Vorschlag: { $value } von 4. { $because }
web-proposed = Vorschlag
web-proposals-accept = Alle offenen Vorschläge übernehmen
web-no-proposal = Kein Vorschlag möglich.

## Hilfe
web-help-breaks = Arten von Medienbrüchen
web-help-questions = Leitfragen
web-help-classes = Lösungsarten
web-help-gates = Rechtliche Prüffragen
web-help-modelling = Hinweise zur Zeichnung und Beschriftung
web-help-structure = Aufbau der Datei
web-demo-as = Als { $login } anmelden
web-calculation = Geschätzt: { $cases } Fälle im Jahr × { $often } je Fall × { $minutes } Minuten / 60 = etwa { $hours } Stunden im Jahr.
web-judge-hint-confirmed = Das geschieht so.
web-judge-hint-dismissed = Das geschieht nicht so. Bitte begründen.
web-judge-hint-wanted = Das geschieht so und soll so bleiben.
web-judge-hint-required-by-law = Ein Gesetz oder eine Satzung verlangt es.
web-judge-hint-resolved = Das war so und ist inzwischen geändert.
web-judge-reason-missing = Nicht gespeichert: Bitte schreiben Sie kurz, warum der Befund nicht zutrifft.
web-answer-reason-missing = Nicht gespeichert: Ihre Antwort auf „{ $question }“ weicht vom Vorschlag ab. Bitte begründen Sie das kurz.
web-answer-stale = Nicht gespeichert: Inzwischen hat { $name } diese Frage mit { $value } beantwortet ({ $day }). Ihre Eingabe steht noch hier. Wenn Sie jetzt speichern, ersetzt sie die neuere Antwort.
web-answer-stale-gone = Nicht gespeichert: Inzwischen hat jemand die Antwort zurückgenommen. Ihre Eingabe steht noch hier. Wenn Sie jetzt speichern, gilt sie.
web-withdraw-stale = Die Antwort wurde nicht zurückgenommen: Inzwischen hat { $name } diese Frage mit { $value } beantwortet ({ $day }). Möchten Sie auch diese Antwort zurücknehmen, wählen Sie das bitte noch einmal.
web-withdraw-stale-gone = Die Antwort hat inzwischen schon jemand zurückgenommen.
web-judge-stale = Nicht gespeichert: Inzwischen hat { $name } diesen Befund bewertet ({ $day }): { $verdict }. Ihre Begründung steht noch hier. Wenn Sie noch einmal „{ $wanted }“ wählen, ersetzt das die neuere Bewertung.
web-judge-stale-unknown = Nicht gespeichert: Das Formular war nicht mehr auf dem neuesten Stand. Ihre Begründung steht noch hier. Bitte wählen Sie noch einmal „{ $wanted }“.
web-steps = Schritte
web-steps-show = Schritte als Tabelle
web-step-who = Wer
web-step-then = Danach
web-step-next = { $number } { $what }
web-step-otherwise = sonst
web-canvas-keys = Mit der Tastatur: Pfeiltasten verschieben das Bild, Plus und Minus ändern die Größe, 0 zeigt alles.
web-canvas-maker = Gezeichnet mit bpmn.io (öffnet die Seite des Herstellers)
web-versions-number =
    { $number ->
        [one] eine Version
       *[other] { $number } Versionen
    }
web-weights-total = Summe
