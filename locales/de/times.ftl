## Zeiten, Stellen, Kosten
web-time-p50 = Durchlaufzeit: die Hälfte der Fälle ist fertig nach
web-time-p80 = Durchlaufzeit: vier von fünf Fällen sind fertig nach
web-time-p95 = Durchlaufzeit: 19 von 20 Fällen sind fertig nach
web-time-interval = simuliert, zwischen { $low } und { $high }
web-time-efficiency = Anteil der Bearbeitung an der Durchlaufzeit
web-time-hours = Arbeitsstunden im Jahr
web-time-posts = Gebundene Stellen
web-time-posts-note = bei { $minutes } Minuten im Jahr je Stelle
web-time-cost = Arbeitskosten je Fall
web-time-cost-note = kalkulatorisch, nicht haushaltswirksam
web-unit-posts =
    { $number ->
        [one] eine Stelle
       *[other] { $number } Stellen
    }
web-unit-euros = { $number } Euro
web-unit-euros-per-hour = { $number } Euro je Stunde
web-duration-minutes =
    { $number ->
        [one] eine Minute
       *[other] { $number } Minuten
    }
web-duration-hours =
    { $number ->
        [one] eine Stunde
       *[other] { $number } Stunden
    }
web-duration-days =
    { $number ->
        [one] ein Tag
       *[other] { $number } Tage
    }
times-work-differs = Das Modell ergibt { $model } Minuten Bearbeitung je Fall, der Steckbrief nennt { $profile }. Bitte prüfen Sie, welche Zahl stimmt.
times-incomplete = Nur { $percent } Prozent der Schritte haben eine Bearbeitungszeit. Die Summen sind deshalb zu klein.
times-endless = Eine Schleife im Modell hat keinen Ausgang. Sie ist nur einmal gezählt.
times-no-lead-time = Die Durchlaufzeit lässt sich nicht berechnen: Gleichzeitige Wege treffen sich im Modell nicht wieder an einer Stelle, oder ein Fall endet nicht.
times-assumed = Wo das Modell keine Anteile nennt, gelten alle Wege als gleich häufig.

## Kosten und Stellen
web-rates = Kosten und Stellen
web-rates-lead = Mit diesen Werten rechnet die Auswertung. Ohne Stundensatz zeigt sie keine Kosten.
web-rates-hourly-rate = Kosten einer Arbeitsstunde
web-rates-hourly-rate-help = In Euro, zum Beispiel aus dem KGSt-Bericht Ihres Hauses.
web-rates-minutes-per-post = Netto-Arbeitszeit einer Stelle im Jahr
web-rates-minutes-per-post-help = In Minuten. Leer: 93.600 Minuten (39 Stunden je Woche, tariflich Beschäftigte, nach BMF 2014).
web-rates-default = Vorgabe des Programms, nach BMF 2014
web-rates-source = Quelle der Werte
web-rates-source-help = Zum Beispiel „KGSt-Bericht, Stand Januar 2026“.
web-rates-change = Werte ändern
