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
drawing-and = und
drawing-or = oder
drawing-quoted = „{ $name }“
drawing-tell-empty = Das Modell enthält keine Schritte.
drawing-tell-unnamed-process = Prozess ohne Namen
drawing-tell-closed = Was hier geschieht, zeigt das Modell nicht.
drawing-tell-other-side = die andere Seite
drawing-tell-start = { $named ->
    [yes] Der Ablauf beginnt: „{ $what }“{ $detail }.
   *[no] Der Ablauf beginnt{ $detail }.
}
drawing-tell-end = { $named ->
    [yes] Der Ablauf endet: „{ $what }“{ $detail }.
   *[no] Der Ablauf endet{ $detail }.
}
drawing-tell-catch = { $named ->
    [yes] Es wird gewartet auf: „{ $what }“{ $detail }.
   *[no] Es wird gewartet{ $detail }.
}
drawing-tell-throw = { $named ->
    [yes] { $who }Es wird ausgelöst: „{ $what }“{ $detail }.
   *[no] { $who }Ein Ereignis wird ausgelöst{ $detail }.
}
drawing-tell-interrupts = { $named ->
    [yes] Tritt während Schritt { $host } „{ $what }“ ein{ $detail }, bricht der Schritt ab.
   *[no] Tritt während Schritt { $host } ein Ereignis ein{ $detail }, bricht der Schritt ab.
}
drawing-tell-besides = { $named ->
    [yes] Tritt während Schritt { $host } „{ $what }“ ein{ $detail }, läuft der Schritt trotzdem weiter.
   *[no] Tritt während Schritt { $host } ein Ereignis ein{ $detail }, läuft der Schritt trotzdem weiter.
}
drawing-tell-task = { $named ->
    [yes] { $who }„{ $what }“{ $detail }.
   *[no] { $who }Schritt ohne Namen{ $detail }.
}
drawing-tell-automatic = { $named ->
    [yes] { $who }„{ $what }“ läuft automatisch{ $detail }.
   *[no] { $who }Ein Schritt ohne Namen läuft automatisch{ $detail }.
}
drawing-tell-call = { $named ->
    [yes] { $who }„{ $what }“ ruft einen anderen Prozess auf.
   *[no] { $who }Hier wird ein anderer Prozess aufgerufen.
}
drawing-tell-sub-process = { $named ->
    [yes] { $who }„{ $what }“ fasst mehrere Schritte zusammen{ $detail }.
   *[no] { $who }Hier sind mehrere Schritte zusammengefasst{ $detail }.
}
drawing-tell-event-sub-process = { $named ->
    [yes] Jederzeit kann dazwischenkommen: „{ $what }“{ $detail }.
   *[no] Jederzeit kann etwas dazwischenkommen{ $detail }.
}
drawing-tell-decision = { $named ->
    [yes] Hier wird entschieden: „{ $what }“
   *[no] Hier wird entschieden.
}
drawing-tell-inclusive = { $named ->
    [yes] Hier geht es auf einem oder mehreren Wegen weiter: „{ $what }“
   *[no] Hier geht es auf einem oder mehreren Wegen weiter.
}
drawing-tell-complex = { $named ->
    [yes] Hier gilt eine besondere Regel: „{ $what }“
   *[no] Hier gilt eine besondere Regel.
}
drawing-tell-parallel = { $named ->
    [yes] Hier teilt sich der Ablauf: „{ $what }“
   *[no] Hier teilt sich der Ablauf.
}
drawing-tell-event-based = { $named ->
    [yes] Hier entscheidet, was zuerst eintritt: „{ $what }“
   *[no] Hier entscheidet, was zuerst eintritt.
}
drawing-tell-wait-for-all = { $named ->
    [yes] Hier wird gewartet, bis alle Wege da sind: „{ $what }“
   *[no] Hier wird gewartet, bis alle Wege da sind.
}
drawing-tell-wait-for-open = { $named ->
    [yes] Hier wird gewartet, bis alle begonnenen Wege da sind: „{ $what }“
   *[no] Hier wird gewartet, bis alle begonnenen Wege da sind.
}
drawing-tell-ways-meet = { $named ->
    [yes] Hier treffen sich Wege: „{ $what }“
   *[no] Hier treffen sich Wege.
}
drawing-tell-loop = Der Schritt wiederholt sich.
drawing-tell-several = Der Schritt geschieht mehrmals.
drawing-tell-reads = Nutzt { $list }.
drawing-tell-writes = Erstellt oder ändert { $list }.
drawing-tell-sends = { $named ->
    [yes] Sendet „{ $what }“ an { $partner }.
   *[no] Sendet etwas an { $partner }.
}
drawing-tell-gets = { $named ->
    [yes] Erhält „{ $what }“ von { $partner }.
   *[no] Erhält etwas von { $partner }.
}
drawing-tell-way-ends = Hier endet der Weg.
drawing-tell-on = { $case ->
    [condition] Bei „{ $condition }“ weiter mit Schritt { $number }.
    [otherwise] Sonst weiter mit Schritt { $number }.
   *[plain] Weiter mit Schritt { $number }.
}
drawing-tell-back = { $case ->
    [condition] Bei „{ $condition }“ zurück zu Schritt { $number }.
    [otherwise] Sonst zurück zu Schritt { $number }.
   *[plain] Zurück zu Schritt { $number }.
}
drawing-tell-all-of = Gleichzeitig weiter mit den Schritten { $list }.
drawing-tell-first-of = Weiter mit dem ersten der Schritte { $list }.
