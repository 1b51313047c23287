# Vergleich zweier Prozessmodelle.
compare-attribute-name = Name
compare-attribute-type = Art
compare-attribute-events = Auslöser
compare-attribute-link = Name des Verweises
compare-attribute-source = Beginnt bei
compare-attribute-target = Führt zu
compare-attribute-host = Gehört zu Schritt
compare-attribute-lane = Bahn
compare-attribute-parent = Gehört zu
compare-attribute-process = Prozess
compare-attribute-condition = Bedingung
compare-attribute-default = Weg, wenn keine Bedingung gilt
compare-attribute-interrupting = Läuft neben dem Schritt weiter
compare-attribute-event-sub-process = Durch ein Ereignis gestartet
compare-attribute-repetition = Wiederholung
compare-attribute-compensation = Macht rückgängig
compare-attribute-flag = Besondere Startregel
compare-attribute-called = Ruft auf
compare-attribute-message = Nachricht
compare-attribute-state = Zustand
compare-attribute-collection = Mehrere Stücke
compare-attribute-documentation = Erläuterung
compare-attribute-block = Baustein
compare-attribute-carriers = Informationsträger
compare-attribute-channels = Eingangswege
compare-attribute-system = IT-Verfahren
compare-attribute-handling-minutes = Bearbeitungszeit in Minuten
compare-attribute-waiting-minutes = Wartezeit in Minuten
compare-attribute-transport-minutes = Transportzeit in Minuten
compare-attribute-work-kind = Art der Arbeit
compare-attribute-rag = Nummer der Referenzaktivitätengruppe
compare-attribute-discretion = Spielraum bei der Entscheidung
compare-attribute-automated = Vom System erledigt
compare-attribute-unit = Organisationseinheit
compare-attribute-instances = Anzahl der Durchläufe
compare-attribute-probability = Anteil der Fälle in Prozent
compare-attribute-volume = Fälle im Jahr
compare-attribute-look = Aussehen im Bild
compare-attribute-place = Lage im Bild
compare-kind-step = Schritt
compare-yes = ja
compare-no = nein
compare-nothing = keine Angabe
compare-collapsed = zugeklappt
compare-part = { $part }
compare-pair = { $first }, { $second }
compare-repetition-loop = wiederholt sich
compare-repetition-parallel = mehrmals gleichzeitig
compare-repetition-sequential = mehrmals nacheinander
compare-discretion-none = gebundene Entscheidung
compare-discretion-judgement = Beurteilungsspielraum
compare-discretion-discretion = Ermessen
compare-system = { $interface ->
    [yes] { $name } mit Schnittstelle
    [no] { $name } ohne Schnittstelle
   *[unknown] { $name }
}
compare-volume = { $dated ->
    [yes] { $cases } ({ $year })
   *[no] { $cases }
}
compare-carrier-system = System { $name }
compare-carrier-document = Dokument
compare-carrier-paper = Papier
compare-carrier-oral = mündlich
compare-carrier = { $object }{ $has-needs ->
    [yes] {" "}(braucht { $needs })
   *[no] {""}
}{ $has-writes ->
    [yes] {" "}(schreibt { $writes })
   *[no] {""}
}{ $transport ->
    [yes] , wird transportiert
   *[no] {""}
}{ $also ->
    [yes] , zusätzlich
   *[no] {""}
}{ $by ->
    [human] , durch einen Menschen
    [automatic] , automatisch
   *[unknown] {""}
}{ $minutes ->
    [-1] {""}
   *[other] , { $minutes } Minuten
}
compare-channel = { $object }{ $has-carriers ->
    [yes] : { $carriers }
   *[no] {""}
}{ $percent ->
    [-1] {""}
   *[other] , { $percent } Prozent
}
compare-thing = { $named ->
    [yes] { $kind } „{ $name }“
   *[no] { $kind } ohne Namen
}
compare-way = { $named ->
    [yes] { $kind } „{ $name }“ von { $from } zu { $to }
   *[no] { $kind } von { $from } zu { $to }
}
compare-say-added = Neu: { $thing }{ $in-lane ->
    [yes] {" "}bei „{ $lane }“
   *[no] {""}
}.
compare-say-removed = Entfallen: { $thing }{ $in-lane ->
    [yes] {" "}bei „{ $lane }“
   *[no] {""}
}.
compare-say-changed = Geändert: { $thing }{ $in-lane ->
    [yes] {" "}bei „{ $lane }“
   *[no] {""}
}.
compare-say-renamed = Umbenannt: { $thing }{ $in-lane ->
    [yes] {" "}bei „{ $lane }“
   *[no] {""}
}.
compare-say-relocated = Anders zugeordnet: { $thing }.
compare-say-redrawn = Nur im Bild verschoben: { $thing }.
compare-detail = { $case ->
    [place] Die Lage im Bild ist anders.
    [new] { $what } neu: { $new }.
    [gone] { $what } entfällt, bisher: { $old }.
   *[both] { $what }: bisher { $old }, jetzt { $new }.
}
compare-kind-added = Neu
compare-kind-removed = Entfallen
compare-kind-changed = Geändert
compare-kind-relocated = Anders zugeordnet
compare-kind-redrawn = Nur im Bild verschoben
compare-same = Beide Modelle sagen dasselbe.
compare-length = { $edits ->
    [one] Eine Änderung an einem Element.
   *[other] { $edits } Änderungen an { $elements ->
        [one] einem Element
       *[other] { $elements } Elementen
    }.
}
web-compare-title = Zwei Versionen im Vergleich
web-compare-with = Vergleichen mit …
web-compare-from = Diese Version
web-compare-go = Vergleichen
web-compare-swap = Reihenfolge tauschen
web-compare-show = Was soll angezeigt werden?
web-compare-apply = Anzeigen
web-compare-alt = Bild des Modells mit nummerierten Änderungen. Dieselben Nummern stehen in der Liste darunter.
web-compare-elements = Schritte und Beteiligte
web-compare-ways = Verbindungen
web-compare-none = Hier ist nichts anders.
web-compare-hidden = { $number ->
    [one] Eine weitere Änderung ist ausgeblendet.
   *[other] { $number } weitere Änderungen sind ausgeblendet.
}
web-compare-figures = Was sich in Zahlen ändert
web-compare-figure = Größe
web-compare-difference = Unterschied
web-compare-steps = Schritte
web-compare-breaks = Medienbrüche je Fall
web-compare-handling = Bearbeitungszeit je Fall in Minuten
web-compare-waiting = Warte- und Transportzeit je Fall in Minuten
web-compare-candidates = Kandidaten für Automatisierung und KI
compare-attribute-direction = Pfeilrichtung
compare-waits-for-all = wartet auf alle
compare-direction-one = in eine Richtung
compare-direction-both = in beide Richtungen
web-compare-times = Was sich an den Zeiten ändert
web-compare-times-none = Keines der beiden Modelle nennt Zeiten. Deshalb lässt sich hier nichts vergleichen.
web-compare-lead-time = Durchlaufzeit im Mittel in Minuten, simuliert
web-compare-cost = Kosten der Bearbeitung je Fall in Euro
web-compare-contributions = Was jeder Schritt je Fall beiträgt
web-compare-step-work = Bearbeitung in Minuten
web-compare-step-waiting = Warten und Transport in Minuten
web-compare-step-cost = Kosten in Euro
web-compare-step-why = Davon
web-compare-not-known = nicht bekannt
web-compare-by-minutes = { $minutes } durch andere Dauer
web-compare-by-frequency = { $minutes } durch andere Häufigkeit
web-compare-unknown = { $number ->
    [one] Für einen Schritt ist nicht bekannt, was er zur Bearbeitung beiträgt: In einer der Versionen fehlt seine Zeit.
   *[other] Für { $number } Schritte ist nicht bekannt, was sie zur Bearbeitung beitragen: In einer der Versionen fehlen ihre Zeiten.
}
web-compare-unexplained = { $minutes } Minuten des Unterschieds kommen daher, dass nur eine der Versionen die Zeit nennt.
compare-step-kept = in beiden Versionen
compare-step-added = neu
compare-step-removed = entfallen
