## Systempaare: zwischen welchen IT-Verfahren Menschen Daten übertragen
web-pairs-title = Systempaare
web-pairs-lead = Zwischen welchen Systemen übertragen Menschen Daten von Hand? Oben steht, wo die meisten Stunden hineingehen.
web-pairs-see = Zwischen welchen Systemen wird von Hand übertragen?
web-pairs-title-of = { $one } und { $other }
web-pairs-total =
    { $number ->
        [one] Ein Paar
       *[other] { $number } Paare
    }
web-pairs-empty = In diesen Prozessen ist keine solche Übertragung bekannt. Das heißt nicht, dass es keine gibt: Befunde entstehen nur aus Modellen.
web-pairs-end-unnamed = ein System ohne Namen
web-pairs-end-document = Dokument
web-pairs-end-paper = Papier
web-pairs-end-oral = Gespräch
web-filter-with = Gegenseite
web-pairs-with-system = ein anderes System
web-pairs-with-document = Dokumente (E-Mail, PDF, Office)
web-pairs-with-paper = Papier
web-pairs-with-oral = Gespräche
web-pairs-others = Weitere Übertragungen von Hand
web-pairs-other =
    { $steps ->
        [one] Gegenseite { $side }: ein Schritt, Stunden im Jahr: { $hours }
       *[other] Gegenseite { $side }: { $steps } Schritte, Stunden im Jahr: { $hours }
    }
web-pairs-column-pair = Zwischen
web-pairs-column-steps = Schritte
web-pairs-column-processes = Prozesse
web-pairs-column-cost = Euro im Jahr
web-pairs-column-interface = Schnittstelle heute
web-pairs-column-way = Richtung
web-pairs-range = { $low } bis { $high }
web-pairs-steps-unknown =
    { $number ->
        [one] ein Schritt nicht erhoben
       *[other] { $number } Schritte nicht erhoben
    }
web-pairs-only-to-check = noch zu prüfen
web-pairs-to-check =
    { $number ->
        [one] dazu einer zu prüfen
       *[other] dazu { $number } zu prüfen
    }
web-pairs-not-in-catalogue = nicht im Katalog
web-pairs-way = { $from } → { $to }: { $state }
web-pairs-from-to = { $from } → { $to }
web-pairs-steps = Schritte
web-pairs-more =
    { $number ->
        [one] Ein weiterer Schritt ist nicht gezeigt.
       *[other] { $number } weitere Schritte sind nicht gezeigt.
    }
web-pairs-note = Stunden sind aus Fallzahl, Häufigkeit und Minuten berechnet. Wo die Minuten niemand angegeben hat, gilt ein Anfangswert mit der Hälfte Spielraum nach unten und oben. Nicht mitgezählt ist, was als nicht zutreffend oder behoben bewertet wurde.
web-pairs-no-rate = Euro stehen hier, sobald ein Stundensatz eingetragen ist.
