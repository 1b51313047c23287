# Bild, Erzählung und Schritttabelle eines Prozessmodells.
drawing-title = Prozessmodell
drawing-title-named = Prozessmodell: { $name }
drawing-desc = Das Bild zeigt { $steps ->
    [one] einen Schritt
   *[other] { $steps } Schritte
}, { $gateways ->
    [0] keine Verzweigung
    [one] eine Verzweigung
   *[other] { $gateways } Verzweigungen
}, { $pools ->
    [0] keine Pools
    [one] einen Pool
   *[other] { $pools } Pools
} und { $lanes ->
    [0] keine Lanes
    [one] eine Lane
   *[other] { $lanes } Lanes
}. Der Ablauf steht auch als Text und als Tabelle bereit.
drawing-pixels-no-font = Dieses Programm wurde ohne Schrift gebaut und kann keine PNG-Bilder zeichnen. Ein Bild als SVG gibt es immer.
drawing-pixels-scale = Der Maßstab kann zwischen 0,1 und 8 liegen.
drawing-pixels-too-large = In diesem Maßstab hätte das Bild mehr als 25 Millionen Bildpunkte. Höchstens { $scale } ist möglich. Ein Bild als SVG hat keine solche Grenze.
drawing-pixels-failed = Aus diesem Modell ließ sich kein PNG-Bild zeichnen. Ein Bild als SVG gibt es immer.
drawing-marks-without-place = Ohne Platz im Bild:
drawing-level-high = sicher
drawing-level-medium = wahrscheinlich
drawing-level-check = bitte prüfen
drawing-mark-added = neu
drawing-mark-removed = entfallen
drawing-mark-changed = geändert
drawing-mark-moved = verschoben
drawing-who = Zuständig: { $who }.
drawing-from-to = Von { $from } nach { $to }.
drawing-kind-process = Prozess
drawing-kind-collaboration = Zusammenarbeit
drawing-kind-pool = Beteiligte
drawing-kind-lane = Bahn
drawing-kind-task = Aufgabe
drawing-kind-user-task = Aufgabe am Bildschirm
drawing-kind-manual-task = Aufgabe von Hand
drawing-kind-service-task = Aufgabe des Systems
drawing-kind-script-task = Skript
drawing-kind-business-rule-task = Regelprüfung
drawing-kind-send-task = Senden
drawing-kind-receive-task = Empfangen
drawing-kind-call = Aufruf eines Prozesses
drawing-kind-sub-process = Teilprozess
drawing-kind-event-sub-process = Ereignis-Teilprozess
drawing-kind-ad-hoc = Teilprozess in freier Reihenfolge
drawing-kind-transaction = Transaktion
drawing-kind-event = { $kind } ({ $trigger })
drawing-kind-start = Start
drawing-kind-end = Ende
drawing-kind-catch = Zwischenereignis
drawing-kind-throw = Auslösendes Zwischenereignis
drawing-kind-boundary = Angeheftetes Ereignis
drawing-kind-exclusive = Entscheidung
drawing-kind-parallel = Parallele Wege
drawing-kind-inclusive = Ein oder mehrere Wege
drawing-kind-event-based = Warten auf das erste Ereignis
drawing-kind-complex = Komplexe Verzweigung
drawing-kind-sequence-flow = Ablauf
drawing-kind-message-flow = Nachrichtenfluss
drawing-kind-association = Verbindung
drawing-kind-data-association = Datenfluss
drawing-kind-data-object = Datenobjekt
drawing-kind-data-store = Datenspeicher
drawing-kind-data-input = Dateneingang
drawing-kind-data-output = Datenausgang
drawing-kind-annotation = Anmerkung
drawing-kind-group = Gruppe
drawing-kind-message = Nachricht
drawing-kind-other = Element { $name }
drawing-kind-unknown = Unbekanntes Element
drawing-trigger-message = Nachricht
drawing-trigger-timer = Zeit
drawing-trigger-conditional = Bedingung
drawing-trigger-signal = Signal
drawing-trigger-error = Fehler
drawing-trigger-escalation = Eskalation
drawing-trigger-cancel = Abbruch
drawing-trigger-compensation = Rückabwicklung
drawing-trigger-link = Verweis
drawing-trigger-terminate = alles beenden
drawing-trigger-multiple = mehrere Auslöser
drawing-kind-signal = Signal
drawing-kind-error = Fehler
drawing-kind-escalation = Eskalation
drawing-quoted = „{ $name }“
