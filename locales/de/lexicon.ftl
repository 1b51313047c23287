## Wörter einer Stadt (--lexicon)
lexicon-refused = „{ $file }“, Zeile { $line }: { $reason } Es wurde nichts ausgewertet.
lexicon-large = „{ $file }“ ist größer als 5 MB. Bitte kürzen Sie die Wörterliste.
lexicon-encoding = Die Zeile ist nicht in UTF-8 geschrieben. Bitte speichern Sie die Datei als CSV in UTF-8.
lexicon-csv = Die Zeile ist kein lesbares CSV.
lexicon-heading = Die Kopfzeile muss „{ $columns }“ lauten.
lexicon-rows = Mehr als { $most } Zeilen werden nicht gelesen.
lexicon-too-many = Die Zeile hat mehr Spalten als die Kopfzeile.
lexicon-no-term = Die Spalte „term“ ist leer.
lexicon-value = „{ $value }“ passt nicht in die Spalte „{ $column }“. Möglich ist: { $known }.
