## Seiten eines Prozesses und Listen
web-process-new = Prozess erfassen
web-processes-total =
    { $number ->
        [one] Ein Prozess
       *[other] { $number } Prozesse
    }
web-processes-caption = Prozesse mit Kennzahlen
web-processes-none-found = Dazu passt kein Prozess. Vielleicht hilft ein kürzeres Suchwort oder ein Filter weniger.
web-processes-empty = Noch ist kein Prozess erfasst. Beginnen Sie mit einem, den viele kennen, oder übernehmen Sie eine vorhandene Excel-Liste mit dem Befehl „import“.
web-filter-q = Suchwort
web-filter-unit = Organisationseinheit
web-filter-category = Prozessart
web-filter-status = Status
web-filter-application = IT-Verfahren
web-filter-missing = Nicht erhoben
web-filter-model = Modell
web-filter-model-with = mit Modell
web-filter-model-without = ohne Modell
web-filter-family = Bereich
web-filter-kind = Art
web-filter-level = Sicherheit
web-filter-verdict = Bewertung
web-filter-class = Lösungsart
web-sort = Reihenfolge
web-sort-number = nach Nummer
web-sort-name = nach Name
web-sort-unit = nach Organisationseinheit
web-sort-cases = meiste Fälle zuerst
web-sort-hours = meiste Stunden zuerst
web-sort-breaks = meiste Medienbrüche zuerst
web-sort-completeness = größte Lücken zuerst
web-sort-changed = zuletzt geändert zuerst
web-column-process = Prozess
web-column-unit = Einheit
web-column-cases = Fälle im Jahr
web-column-hours = Stunden im Jahr
web-column-breaks = Brüche je Fall
web-column-completeness = Vollständigkeit
web-column-status = Status
web-column-modelled = Mit Modell
web-column-name = Name
web-column-sign = Kürzel
web-column-unit-kind = Ebene
web-column-leaving = Personalabgänge
web-column-actions = Weiter
web-column-application-kind = Art
web-column-purpose = Zweck
web-column-kind = Art
web-column-level = Sicherheit
web-column-per-case = Je Fall
web-column-verdict = Bewertung
web-column-points = Punkte

## Werte
web-not-surveyed = nicht erhoben
web-not-applicable = trifft nicht zu
web-no-tags = keine
web-unit-cases =
    { $number ->
        [one] ein Fall im Jahr
       *[other] { $number } Fälle im Jahr
    }
web-unit-minutes-per-year =
    { $number ->
        [one] eine Minute im Jahr
       *[other] { $number } Minuten im Jahr
    }
web-unit-minutes =
    { $number ->
        [one] eine Minute je Fall
       *[other] { $number } Minuten je Fall
    }
web-unit-days =
    { $number ->
        [one] ein Kalendertag
       *[other] { $number } Kalendertage
    }
web-hours-range = { $low } bis { $high } Stunden im Jahr
web-hours-note = aus Fällen und Minuten berechnet
web-covered = Angaben zu { $percent } % vorhanden
web-no-model = kein Modell
web-breaks-none = keine
web-breaks-none-found = keine gefunden
web-breaks-not-assessable = nicht bewertbar
web-helps-most = Am meisten hilft: { $field }
web-by = { $name }, { $day }
web-year = Jahr
web-quality = Herkunft
web-required = erforderlich
web-note = Anmerkung
web-file = Datei

## Kopf
web-figure-cases = Fälle im Jahr
web-figure-hours = Stunden im Jahr
web-figure-breaks = Medienbrüche je Fall
web-figure-rank = Rang
web-rank = Rang
web-rank-none = noch nicht bewertet
web-rank-sure = steht fest
web-rank-range = { $best }. bis { $worst }. möglich
web-tab-profile = Steckbrief
web-tab-diagram = Modell
web-tab-findings = Befunde
web-tab-candidates = Kandidaten
web-tab-answers = Bewertung
web-tab-history = Verlauf
web-missing =
    { $number ->
        [one] Eine Angabe fehlt noch:
       *[other] { $number } Angaben fehlen noch, die hilfreichste zuerst:
    }
web-missing-nothing = Alle Angaben sind da.
web-changed = Stand { $day }, Fassung { $revision }

## Felder
web-group-what = Was geschieht
web-group-who = Wer verantwortlich ist
web-group-amount = Wie viel Arbeit es ist
web-group-ways = Wie und womit gearbeitet wird
web-group-law = Recht und Daten
web-group-care = Pflege
web-field-number = Nummer
web-field-name = Name
web-field-summary = Kurzbeschreibung
web-field-unit = Organisationseinheit
web-field-owner-role = Verantwortliche Rolle
web-field-steward = Prozessbetreuung
web-field-category = Prozessart
web-field-trigger = Auslöser
web-field-result = Ergebnis
web-field-cases-per-year = Fallzahl
web-field-handling-minutes = Bearbeitungszeit
web-field-lead-time-days = Durchlaufzeit
web-field-channels-in = Eingangswege
web-field-channels-out = Ausgangswege
web-field-applications = IT-Verfahren
web-field-legal-basis = Rechtsgrundlage
web-field-discretion = Entscheidungsspielraum
web-field-personal-data = Personenbezogene Daten
web-field-tags = Schlagwörter
web-field-status = Status
web-field-review-date = Nächste Überprüfung
web-field-help-number = Leer lassen, dann vergibt das Register die nächste freie Nummer.
web-field-help-name = Sache und Tätigkeit, zum Beispiel „Hund zur Steuer anmelden“.
web-field-help-summary = Zwei oder drei Sätze: Was geschieht vom ersten bis zum letzten Schritt?
web-field-help-unit = Die Einheit, die für den Prozess verantwortlich ist.
web-field-help-owner-role = Eine Rolle, kein Name: zum Beispiel Bereichsleitung.
web-field-help-steward = Wer hält Steckbrief und Modell aktuell?
web-field-help-category = Führung, Leistung nach außen oder Unterstützung im Haus.
web-field-help-trigger = Womit beginnt ein Fall? Zum Beispiel: Antrag geht ein.
web-field-help-result = Was liegt am Ende vor? Zum Beispiel: Bescheid ist zugestellt.
web-field-help-cases-per-year = Wie oft im Jahr? Eine Schätzung ist besser als keine Angabe.
web-field-help-handling-minutes = Reine Arbeitszeit für einen Fall, ohne Liegezeit.
web-field-help-lead-time-days = Vom Eingang bis zum Ergebnis, mit Liegezeit.
web-field-help-channels-in = Auf welchen Wegen kommt der Vorgang an? Anteile in Prozent, soweit bekannt.
web-field-help-channels-out = Auf welchen Wegen geht das Ergebnis hinaus? Anteile in Prozent, soweit bekannt.
web-field-help-applications = Alle Programme, in denen für diesen Prozess gearbeitet wird.
web-field-help-legal-basis = Gesetze und Satzungen mit Paragraf, soweit bekannt.
web-field-help-discretion = Lässt das Recht bei der Entscheidung Spielraum?
web-field-help-personal-data = Welche Daten von Menschen werden verarbeitet?
web-field-help-tags = Eigene Stichwörter, mit Komma getrennt.
web-field-help-status = Freigegeben heißt: Die verantwortliche Stelle steht hinter den Angaben.
web-field-help-review-date = Wann sollen die Angaben wieder angesehen werden?
web-status-draft = Entwurf
web-status-in-review = in Prüfung
web-status-released = freigegeben
web-status-outdated = veraltet
web-category-steering = Führungsprozess
web-category-core = Leistungsprozess
web-category-support = Unterstützungsprozess
web-discretion-none = kein Spielraum
web-discretion-judgement = Beurteilungsspielraum
web-discretion-discretion = Ermessen
web-personal-data-none = keine
web-personal-data-ordinary = personenbezogene Daten
web-personal-data-special = besonders geschützte Daten (Art. 9 DSGVO)
web-short-cases = Fälle im Jahr
web-short-minutes = Minuten je Fall
web-short-days = Kalendertage
web-share-of = Anteil in Prozent:

## Formular
web-edit-title = Steckbrief bearbeiten
web-edit-lead = Was Sie leer lassen, gilt als „nicht erhoben“ und wird nie als Null gerechnet.
web-reason = Grund der Änderung
web-reason-help = Erscheint im Verlauf, zum Beispiel „Fallzahl 2025 aus dem Fachverfahren“.
web-stale = Inzwischen hat jemand anderes gespeichert. Ihre Eingaben stehen noch hier. Wenn Sie jetzt speichern, ersetzen sie den neueren Stand.
web-delete-title = Prozess entfernen
web-delete-help = Der Prozess verschwindet aus allen Listen. Sein Verlauf bleibt gespeichert.
web-delete-confirm = Soll dieser Prozess aus den Listen entfernt werden?
web-delete = Prozess entfernen
web-fault-name = Bitte geben Sie einen Namen an.
web-fault-either = Bitte entweder eine Angabe machen oder „trifft nicht zu“ wählen, nicht beides.
web-fault-choice = Bitte wählen Sie einen der angebotenen Werte.

## Verlauf
web-revision = Fassung { $number }: { $name }, { $day }
web-revision-first = Erste Fassung: { $name }, { $day }
web-changes = Änderungen
web-before = vorher:
web-after = nachher:

## Kataloge
web-units = Organisation
web-units-empty = Noch ist keine Organisationseinheit angelegt.
web-unit-new = Einheit anlegen
web-unit-edit = Einheit bearbeiten
web-unit-parent = Gehört zu
web-unit-top = nichts (oberste Ebene)
web-unit-leaving = Personalabgänge in fünf Jahren in Prozent der Stellen
web-unit-leaving-help = Nur für Einheiten mit mindestens fünf Stellen. Leer heißt: nicht erhoben.
web-unit-kind-town = Verwaltung
web-unit-kind-division = Geschäftskreis
web-unit-kind-department = Bereich
web-unit-kind-team = Team
web-applications = IT-Verfahren
web-applications-empty = Noch ist kein IT-Verfahren eingetragen.
web-application-new = IT-Verfahren eintragen
web-application-edit = IT-Verfahren bearbeiten
web-application-aliases = Weitere Namen
web-application-aliases-help = Mit Komma getrennt. So erkennt das Register das Verfahren auch in Modellen.
web-application-kind-specialist = Fachverfahren
web-application-kind-dms = Dokumentenmanagement
web-application-kind-shared = Basiskomponente
web-application-kind-office = Büroprogramm
web-application-kind-other = Sonstiges
web-interfaces = Schnittstellen
web-interfaces-lead = Wo Daten ohne Abtippen von einem Verfahren ins andere gehen. Was hier nicht steht, ist nicht erhoben.
web-interfaces-empty = Noch ist keine Schnittstelle eingetragen.
web-interface-from-to = Von → nach
web-interface-from = Von
web-interface-to = Nach
web-interface-state = Stand
web-interface-set = Schnittstelle eintragen
web-interface-exists = in Betrieb
web-interface-available = möglich, nicht in Betrieb
web-interface-missing = fehlt
