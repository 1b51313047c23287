# Aufbau der Datei nach BPMN 2.0: was gemeldet wird.
structure-bad-value = Bei „{ $tag }“ hat „{ $name }“ den ungültigen Wert „{ $value }“.
structure-dangling-reference = „{ $name }“ von „{ $tag }“ verweist auf „{ $value }“, das es in der Datei nicht gibt.
structure-declaration = Die XML-Angabe am Anfang der Datei ist fehlerhaft.
structure-declaration-encoding = Die angegebene Zeichenkodierung stimmt nicht; gelesen wurde die Datei als { $value }.
structure-duplicate-id = Die Kennung „{ $value }“ von „{ $tag }“ ist schon vergeben.
structure-misplaced-element = „{ $tag }“ gehört nicht in „{ $name }“.
structure-misplaced-element-order = „{ $tag }“ steht in „{ $name }“ zu weit hinten.
structure-misplaced-element-count = „{ $tag }“ steht in „{ $name }“ zu oft.
structure-misplaced-element-text = In „{ $tag }“ steht Text, wo keiner stehen darf.
structure-missing-attribute = Bei „{ $tag }“ fehlt die Pflichtangabe „{ $name }“.
structure-missing-element = In „{ $tag }“ fehlt „{ $name }“.
structure-undeclared-prefix = Bei „{ $tag }“ ist das Präfix „{ $value }“ nicht erklärt.
structure-unknown-attribute = „{ $tag }“ trägt das Attribut „{ $name }“, das es dort nicht gibt.
structure-unknown-element = Ein Element „{ $tag }“ gibt es in BPMN 2.0 nicht.
structure-unresolved-name = „{ $name }“ von „{ $tag }“ nennt „{ $value }“, das nicht in der Datei steht.
structure-well-formed = Die Datei ist kein sauberes XML. { $why }
structure-wrong-reference = „{ $name }“ von „{ $tag }“ verweist auf „{ $value }“, ein Element der falschen Art.
