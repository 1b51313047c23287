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
carrier-end-unnamed = ein System ohne Namen
carrier-end-document = Dokument
carrier-end-paper = Papier
carrier-end-oral = Gespräch
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
web-pairs-what-if = Was wäre, wenn es diese Schnittstelle gäbe?
web-pairs-effect-all =
    { $number ->
        [one] Der eine Schritt entfiele.
       *[other] Alle { $number } Schritte entfielen.
    }
web-pairs-effect-some =
    { $number ->
        [one] Von { $all } Schritten entfiele einer ganz.
       *[other] Von { $all } Schritten entfielen { $number } ganz.
    }
web-pairs-steps-gone = Schritte, die entfallen
web-pairs-steps-gone-of = von { $all }
web-pairs-hours-gone = Stunden im Jahr, die entfallen
web-pairs-hours-left = Stunden im Jahr, die bleiben
web-pairs-cost-gone = Euro im Jahr, die entfallen
web-pairs-per-process = Je Prozess: Übertragung zwischen diesen beiden Systemen
web-pairs-column-steps-before = Schritte heute
web-pairs-column-hours-before = Stunden im Jahr heute
web-pairs-column-steps-after = Schritte danach
web-pairs-column-hours-after = Stunden danach
web-pairs-rank-after = Rang danach
web-pairs-effect-how = Dafür wertet das Programm die Modelle noch einmal mit der Schnittstelle aus, in beide Richtungen. Gespeichert wird davon nichts.
web-pairs-column-with = Mit Schnittstelle
web-pairs-goes = entfällt
web-pairs-stays = bleibt
web-pairs-stays-in-part = bleibt zu { $percent } %
web-pairs-more-processes =
    { $number ->
        [one] Ein weiterer Prozess ist nicht gezeigt.
       *[other] { $number } weitere Prozesse sind nicht gezeigt.
    }
web-pairs-ranks = Was sich in der Rangliste ändert
web-pairs-ranks-none = Kein Prozess bekommt einen anderen Rang.
web-pairs-ranks-note = Gerechnet wird mit den Vorschlägen des Programms, wo noch niemand geantwortet hat. Antworten, die dem Vorschlag von heute entsprechen, folgen dem neuen Vorschlag; alle anderen Antworten bleiben.
web-pairs-rank-today = Rang heute
web-pairs-rank-none = noch keiner
web-pairs-column-move = Bewegung
web-pairs-move-rises = steigt
web-pairs-move-falls = fällt
web-findings-save-as = Diese Befunde speichern als:
web-findings-as-csv = CSV
web-findings-as-xlsx = Excel
web-views-title = Gemerkte Auswahlen
web-views-name = Name der Auswahl
web-views-help = Merkt sich die Filter von oben. Nur Sie sehen sie; ein Name, den es schon gibt, wird ersetzt.
web-views-save = Auswahl merken
web-views-delete = Löschen
web-done-view-saved = Die Auswahl ist gemerkt.
web-done-view-deleted = Die Auswahl ist gelöscht.
finding-views-full = Es sind schon { $most } Auswahlen gemerkt. Bitte löschen Sie zuerst eine, die Sie nicht mehr brauchen.
