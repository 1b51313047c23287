# Auswertung gegen geprüfte Beispiele.
evaluate-json = „{ $file }“ ist in Zeile { $line } kein lesbares JSON: { $detail }. Bitte prüfen Sie die Datei.
evaluate-model-missing = Das Modell „{ $model }“ zu „{ $file }“ fehlt. Bitte legen Sie es in denselben Ordner.
evaluate-nothing = Hier gibt es nichts zu vergleichen. Erwartet werden Dateien mit Prüffällen oder mit Bewertungen (.labels.json).
evaluate-root-missing = Das Modell „{ $model }“ fehlt. Bitte nennen Sie mit --root den Ordner der Modelle.
