# Ein Prozess als Liste von Schritten: Spalten, Arten, Träger, Fehler.
steps-column-number = Nr.
steps-column-step = Schritt
steps-column-role = Rolle
steps-column-kind = Art
steps-column-next = Danach
steps-column-input = Unterlage hinein
steps-column-input-carrier = Hinein auf
steps-column-output = Unterlage heraus
steps-column-output-carrier = Heraus auf
steps-column-application = IT-Verfahren
steps-column-minutes = Minuten
steps-column-remark = Bemerkung
steps-kind-step = Schritt
steps-kind-automatic = Automatisch
steps-kind-decision = Entscheidung
steps-kind-parallel = Gleichzeitig
steps-kind-several = Mehrere Wege
steps-kind-wait = Warten
steps-kind-start = Beginn
steps-kind-end = Ende
steps-kind-process = Anderer Prozess
steps-carrier-paper = Papier
steps-carrier-digital = digital
steps-carrier-document = Datei
steps-carrier-oral = mündlich
steps-empty = Die Liste ist leer. Schreiben Sie in die erste Zeile die Überschriften, darunter je Schritt eine Zeile.
steps-model-empty = Das Modell enthält keine Schritte, aus denen eine Liste werden könnte.
steps-heading-unknown = Die Überschrift „{ $heading }“ ist nicht bekannt. Möglich sind: Nr., Schritt, Rolle, Art, Danach, Unterlage hinein, Hinein auf, Unterlage heraus, Heraus auf, IT-Verfahren, Minuten, Bemerkung.
steps-heading-twice = Die Spalte steht zweimal da. Löschen Sie eine davon.
steps-heading-missing = Die Spalte fehlt. Ohne sie gibt es keine Schritte.
steps-number-twice = Die Nummer { $number } kommt mehrmals vor. Geben Sie jeder Zeile eine eigene.
steps-number-faulty = „{ $given }“ ist keine Nummer. Schreiben Sie eine ganze Zahl ab 1 oder lassen Sie die Spalte leer.
steps-name-missing = Der Name fehlt. Schreiben Sie, was geschieht.
steps-kind-unknown = „{ $given }“ ist keine Art. Möglich sind: Schritt, Automatisch, Entscheidung, Gleichzeitig, Mehrere Wege, Warten, Beginn, Ende, Anderer Prozess.
steps-next-faulty = „{ $given }“ nennt keine Zeile. Schreiben Sie eine Nummer, „ja: 4; nein: 7“ oder „Ende“.
steps-next-missing = Eine Zeile mit der Nummer { $number } gibt es nicht.
steps-next-after-end = Nach einem Ende folgt nichts. Lassen Sie die Spalte leer.
steps-next-splits = Hier gibt es mehrere Wege oder eine Bedingung. Setzen Sie dafür eine eigene Zeile mit der Art Entscheidung, Gleichzeitig oder Mehrere Wege dahinter.
steps-carrier-unknown = „{ $given }“ ist nicht bekannt. Möglich sind: Papier, digital, Datei, mündlich.
steps-carrier-alone = Es fehlt, was darauf steht. Nennen Sie die Unterlage oder lassen Sie den Träger leer.
steps-only-activities = Das geht nur bei Schritten, automatischen Schritten und anderen Prozessen. Lassen Sie die Zelle leer.
steps-minutes-faulty = „{ $given }“ ist keine Dauer in Minuten. Schreiben Sie eine Zahl wie 7 oder 2,5.
steps-too-many-cells = Die Zeile hat mehr Zellen als Überschriften. Löschen Sie die überzähligen.
steps-fault-row = Zeile { $line }: { $what }
steps-fault-cell = Zeile { $line }, Spalte „{ $column }“: { $what }
steps-faults = { $count ->
    [one] Die Liste hat einen Fehler. Es wurde nichts geschrieben.
   *[other] Die Liste hat { $count } Fehler. Es wurde nichts geschrieben.
}
steps-left-out = { $count ->
    [one] Ein Element steht nicht in der Liste: angeheftete Ereignisse, Inhalte von Teilprozessen und weitere Prozesse passen nicht hinein.
   *[other] { $count } Elemente stehen nicht in der Liste: angeheftete Ereignisse, Inhalte von Teilprozessen und weitere Prozesse passen nicht hinein.
}
steps-details-left-out = Das Modell ist nicht aus einer Liste entstanden. Die Liste behält nur, was in ihren Spalten steht; Nachrichten an andere, Datenspeicher, Anteile und weitere Angaben gehen in einem Modell aus der Liste verloren. Das kann auch die Befunde ändern.
steps-carriers-left-out = { $count ->
    [one] In einer Zelle liegen die Unterlagen auf verschiedenen Trägern; der Träger ist dort leer.
   *[other] In { $count } Zellen liegen die Unterlagen auf verschiedenen Trägern; der Träger ist dort leer.
}
web-steps-title = Modell als Liste von Schritten
web-steps-lead = Schreiben Sie auf, was der Reihe nach geschieht. Daraus entsteht eine neue Version des Modells mit Bild.
web-steps-help-title = So füllen Sie die Liste aus
web-steps-help-kind = Art: „Entscheidung“ für eine Frage mit mehreren Antworten, „Gleichzeitig“, wenn mehreres nebeneinander läuft, „Warten“ für Fristen und Rückmeldungen.
web-steps-help-next = Danach: leer heißt nächste Zeile. Sonst die Nummer einer Zeile, „ja: 4; nein: 7“ oder „Ende“.
web-steps-help-role = Rolle: leer heißt wie in der Zeile darüber.
web-steps-help-carrier = Mehrere Unterlagen trennen Sie mit Semikolon. „digital“ heißt: als Daten im IT-Verfahren der Zeile, ohne IT-Verfahren als Datei.
web-steps-row = Zeile
web-steps-add = Zeile anfügen
web-steps-below = Zeile darunter einfügen
web-steps-up = Nach oben
web-steps-down = Nach unten
web-steps-delete = Löschen
web-steps-save = Als neue Version speichern
web-steps-link = Als Liste von Schritten bearbeiten
web-steps-link-new = Als Liste von Schritten anlegen
