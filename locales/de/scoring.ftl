# Leitfragen, Vorschläge, Rangliste.
question-1 = Fallzahlen
question-2 = Effizienzgewinn
question-3a = vorhandene Lösungen
question-3b = geringer Aufwand
question-4a = Nutzen für Bürgerinnen, Bürger und Unternehmen
question-4b = Nutzen für die Verwaltung
question-5 = Personalabgänge
quality-estimated = geschätzt
quality-recorded = aufgeschrieben
quality-measured = gezählt
word-yes = ja
word-no = nein
ranking-why-nothing = Noch keine Antworten.
ranking-why-low = Alle Antworten liegen niedrig, am meisten fehlt bei: { $weak }.
ranking-why-one = Am meisten trägt bei: { $first } ({ $first-value } von 4).
ranking-why-two = Am meisten tragen bei: { $first } ({ $first-value } von 4) und { $second } ({ $second-value } von 4).
ranking-why-three = Am meisten tragen bei: { $first } ({ $first-value } von 4) und { $second } ({ $second-value } von 4). Bremst: { $weak }.
proposal-cases = { $cases } Fälle im Jahr { $year } ({ $quality })
proposal-gain = { $low } bis { $high } Stunden im Jahr lassen sich nach dem Modell gewinnen (Fälle × Minuten × Anteil, der entfallen kann)
proposal-people = Von außen angestoßen; überwiegend Papier, Telefon oder vor Ort: { $paper }; Dauer ab zwei Wochen: { $slow }; ab 1.000 Fällen im Jahr: { $many }
proposal-internal = Der Prozess wird nur intern angestoßen
proposal-breaks =
    { $breaks ->
        [1] Ein Medienbruch je Fall im Ist-Modell
       *[other] { $breaks } Medienbrüche je Fall im Ist-Modell
    }
proposal-leaving = { $percent } Prozent der Stellen des Bereichs werden in fünf Jahren frei
proposal-missing-cases = Die Fallzahl ist nicht erhoben.
proposal-missing-model = Es gibt noch kein Ist-Modell.
proposal-missing-times = Fallzahl oder Bearbeitungszeiten fehlen.
proposal-missing-channels = Die Eingangswege sind nicht erhoben.
proposal-missing-carriers = Aus dem Modell geht nicht hervor, worauf die Informationen liegen.
proposal-missing-leaving = Für den Bereich ist kein Anteil der Personalabgänge erhoben.
proposal-missing-solutions = Das Register kennt noch keine Lösungen zum Übernehmen. Bitte selbst einschätzen.
proposal-missing-estimate = Den Aufwand können nur Menschen einschätzen.
answer-value = Bitte wählen Sie einen Wert von 0 bis 4.
answer-reason = Ihr Wert weicht vom Vorschlag ab. Bitte schreiben Sie dazu, warum.
answer-reason-long = Die Begründung ist zu lang. Höchstens { $most } Zeichen.
weights-faulty = Die Gewichte passen nicht. Jede der fünf Leitfragen braucht eine Zahl ab 0, und mindestens eine muss größer als 0 sein.
thing-question = Diese Leitfrage
thing-answer = Eine Antwort auf diese Leitfrage
