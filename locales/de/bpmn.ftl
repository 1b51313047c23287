# Was der BPMN-Leser zu sagen hat. Fehler (die Datei wird nicht angenommen) zuerst, dann Hinweise.
bpmn-too-many-bytes = Die Datei ist zu groß. Angenommen werden bis zu { $limit } Byte. Bitte teilen Sie das Modell auf mehrere Dateien auf.
bpmn-empty = Die Datei ist leer. Bitte exportieren Sie das Modell noch einmal.
bpmn-broken-encoding = Der Text der Datei lässt sich nicht entschlüsseln, weil die Zeichenkodierung beschädigt ist. Bitte speichern Sie das Modell als UTF-8.
bpmn-is-archive = Das ist eine gepackte Datei (ZIP, Excel oder Word). Bitte exportieren Sie das Modell als BPMN 2.0 (XML) und laden Sie diese Datei hoch.
bpmn-is-office = Das ist eine ältere Word-, Excel- oder Visio-Datei. Bitte exportieren Sie das Modell als BPMN 2.0 (XML).
bpmn-is-pdf = Das ist eine PDF-Datei. Aus ihr lässt sich kein Modell lesen. Bitte exportieren Sie das Modell als BPMN 2.0 (XML).
bpmn-is-picture = Das ist ein Bild. Aus ihm lässt sich kein Modell lesen. Bitte exportieren Sie das Modell als BPMN 2.0 (XML).
bpmn-not-xml = Das ist keine XML-Datei. Bitte exportieren Sie das Modell als BPMN 2.0 (XML).
bpmn-not-bpmn = Die Datei beginnt mit „{ $root }“ (Zeile { $line }), erwartet wird „definitions“ aus BPMN 2.0. Bitte exportieren Sie das Modell als BPMN 2.0 (XML).
bpmn-doctype = Zeile { $line } enthält eine DOCTYPE-Angabe. Solche Dateien werden aus Sicherheitsgründen nicht angenommen. Bitte entfernen Sie die Angabe oder exportieren Sie das Modell ohne sie.
bpmn-malformed = In Zeile { $line } ist das XML fehlerhaft. Bitte prüfen Sie die Zeile oder exportieren Sie das Modell noch einmal.
bpmn-mismatched-tag = In Zeile { $line } endet „{ $found }“, offen ist aber noch „{ $expected }“. Bitte prüfen Sie die Zeile oder exportieren Sie das Modell noch einmal.
bpmn-unmatched-tag = In Zeile { $line } endet „{ $found }“, ohne dass es begonnen hat. Bitte prüfen Sie die Zeile oder exportieren Sie das Modell noch einmal.
bpmn-truncated = Die Datei hört in Zeile { $line } mittendrin auf. Vermutlich wurde sie nicht vollständig übertragen. Bitte exportieren oder übertragen Sie sie noch einmal.
bpmn-too-deep = In Zeile { $line } sind mehr als { $limit } Elemente ineinander verschachtelt. Das ist nicht vorgesehen. Bitte vereinfachen Sie das Modell.
bpmn-too-many-elements = Das Modell hat mehr als { $limit } XML-Elemente (erreicht in Zeile { $line }). Bitte teilen Sie es auf mehrere Dateien auf.
bpmn-too-many-attributes = Ein Element in Zeile { $line } hat mehr als { $limit } Attribute. Das ist nicht vorgesehen. Bitte prüfen Sie das Programm, aus dem die Datei stammt.
bpmn-too-many-namespaces = Die Datei erklärt mehr als { $limit } Namensräume (erreicht in Zeile { $line }). Das ist nicht vorgesehen. Bitte prüfen Sie das Programm, aus dem die Datei stammt.
bpmn-name-too-long = Der Name in Zeile { $line } ist länger als { $limit } Zeichen. Bitte kürzen Sie ihn und schreiben Sie den Rest in die Dokumentation.
bpmn-text-too-long = Der Text, der in Zeile { $line } endet, ist länger als { $limit } Zeichen. Bitte kürzen Sie ihn.

bpmn-guessed-encoding = Die angegebene Zeichenkodierung stimmt nicht. Die Datei wurde als { $encoding } gelesen. Bitte prüfen Sie die Umlaute.
bpmn-root-spelling = Zeile { $line }: Die Datei beginnt mit „{ $root }“; gelesen wurde sie als „definitions“.
bpmn-text-before = Zeile { $line }: Vor dem Modell steht Text. Er bleibt in der Datei, wird aber nicht gelesen. Bitte entfernen Sie ihn.
bpmn-text-after-end = Zeile { $line }: Hinter dem Ende des Modells steht Text. Er bleibt in der Datei, wird aber nicht gelesen. Bitte entfernen Sie ihn.
bpmn-two-roots = Zeile { $line }: Hier beginnt ein zweites Modell. Eine Datei enthält ein „definitions“, gelesen wird nur das erste. Bitte teilen Sie die Datei.
bpmn-duplicate-attribute = Zeile { $line }: Das Attribut „{ $name }“ steht zweimal da. Das erste gilt. Bitte entfernen Sie das andere.
bpmn-broken-attribute = Zeile { $line }: „{ $name }“ ist kein Attribut, wie XML es schreibt (name="Wert"). Was nicht lesbar war, blieb weg. Bitte prüfen Sie die Zeile.
bpmn-entity = Zeile { $line }: „{ $name }“ hat in XML keine Bedeutung. Gelesen wurde es, wie es gemeint ist oder dasteht. Bitte ersetzen Sie es, zum Beispiel durch &amp; oder das Zeichen selbst.
bpmn-namespace-spelling = Zeile { $line }: Der Namensraum „{ $namespace }“ ist nicht der von BPMN 2.0; er wurde so behandelt.
bpmn-no-namespace = Zeile { $line }: „definitions“ gehört zu keinem Namensraum; es wurde als BPMN 2.0 gelesen.
bpmn-undeclared-prefix = Zeile { $line }: Das Präfix „{ $prefix }“ ist nicht erklärt. Die Elemente wurden nach ihrem Namen gelesen.
bpmn-unknown-element = Zeile { $line }: Das Element „{ $name }“ gibt es in BPMN 2.0 nicht. Es bleibt in der Datei, wird aber nicht ausgewertet.
bpmn-duplicate-id = Zeile { $line }: Die Kennung „{ $id }“ ist schon vergeben. Verweise gelten dem ersten Element. Bitte vergeben Sie eine eigene Kennung.
bpmn-missing-id = Zeile { $line }: „{ $name }“ hat keine Kennung, darum kann nichts darauf verweisen. Bitte ergänzen Sie sie.
bpmn-unresolved-reference = Zeile { $line }: „{ $attribute }“ verweist auf „{ $id }“, das es in der Datei nicht gibt. Bitte prüfen Sie die Verbindung.
bpmn-missing-source = Zeile { $line }: Die Verbindung hat keinen Anfang. Bitte verbinden Sie sie.
bpmn-missing-target = Zeile { $line }: Die Verbindung hat kein Ende. Bitte verbinden Sie sie.
bpmn-missing-host = Zeile { $line }: Das angeheftete Ereignis sitzt an keiner Aktivität. Bitte heften Sie es an.
bpmn-broken-bounds = Zeile { $line }: Lage oder Größe ist keine brauchbare Zahl. Die Angabe wurde übergangen. Bitte richten Sie die Zeichnung neu aus.
bpmn-shape-without-bounds = Zeile { $line }: Zu dieser Form fehlen Lage und Größe; sie wird nicht gezeichnet. Bitte zeichnen Sie sie neu.
bpmn-picture-of-nothing = Zeile { $line }: Die Zeichnung zeigt „{ $id }“, das es im Modell nicht gibt. Bitte löschen Sie die Form oder ergänzen Sie das Element.
bpmn-picture-without-element = Zeile { $line }: Diese Form oder Linie der Zeichnung gehört zu keinem Element. Bitte löschen Sie sie oder zeichnen Sie sie neu.
bpmn-annotation-value = Zeile { $line }: „{ $value }“ ist kein gültiger Wert für „{ $name }“. Die Angabe wurde übergangen.
bpmn-unknown-annotation = Zeile { $line }: Die Angabe „{ $name }“ ist unbekannt und wurde übergangen.
bpmn-more-warnings = { $count ->
    [one] Dazu kommt ein weiterer Hinweis, der hier nicht einzeln steht.
   *[other] Dazu kommen { $count } weitere Hinweise, die hier nicht einzeln stehen.
}

bpmn-no-such-element = Ein Element mit der Kennung „{ $id }“ gibt es in der Datei nicht.
bpmn-has-no-name = „{ $id }“ ({ $name }) kann keinen Namen tragen.
bpmn-new-name-too-long = Der neue Name ist länger als { $limit } Zeichen. Bitte kürzen Sie ihn.
bpmn-annotation-unknown = Die Angabe „{ $name }“ ist unbekannt. Bekannt sind carrier, channel, system, work, branch und volume mit ihren Attributen.
bpmn-annotation-several = „{ $name }“ kann mehrfach vorkommen. Bitte fügen Sie die Angabe als Ganzes hinzu, statt einen Wert zu setzen.
bpmn-annotation-misplaced = Die Angabe „{ $name }“ passt nicht zu einem Element der Art „{ $element }“.
bpmn-one-way-encoding = Die Zeichenkodierung { $encoding } kann ein Zeichen auf mehrere Arten schreiben, der Rest der Datei bliebe also nicht, wie er ist. Bitte speichern Sie das Modell zuerst als UTF-8.
bpmn-layout-part = Ein Teil des Modells ist schon gezeichnet. Mit --all wird alles neu gezeichnet; die bisherige Zeichnung fällt dann weg.
