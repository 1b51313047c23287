# Die Erzählung eines Prozessmodells. Namen aus dem Modell stehen hinter einem Doppelpunkt und werden nie gebeugt.
story-empty = Das Modell enthält keine Schritte.
story-unnamed-process = Prozess ohne Namen
story-process = Prozess: { $name }
story-roles = Beteiligt: { $list }
story-closed-heading = Weitere Beteiligte
story-closed = { $list }: Was dort geschieht, zeigt das Modell nicht.
story-part-heading = { $named ->
    [yes] Teilprozess zu Schritt { $number }: { $name }
   *[no] Teilprozess zu Schritt { $number }
}
story-and = und
story-other-side = die andere Seite
story-unnamed-step = Schritt ohne Namen
story-start = { $of ->
    [part] Der Teilprozess
   *[whole] Der Ablauf
} beginnt{ $trigger ->
    [message] { " " }mit einer Nachricht
    [timer] { " " }zu einer bestimmten Zeit
    [duration] { " " }nach { $duration }
    [conditional] , sobald eine Bedingung erfüllt ist
    [signal] { " " }auf ein Signal hin
    [error] { " " }bei einem Fehler
    [escalation] { " " }bei einer Eskalation
    [compensation] { " " }mit dem Rückgängigmachen
    [multiple] { " " }mit einem von mehreren Ereignissen
   *[none] { "" }
}
story-start-also = { $of ->
    [part] Der Teilprozess
   *[whole] Der Ablauf
} kann auch { $trigger ->
    [message] mit einer Nachricht beginnen
    [timer] zu einer bestimmten Zeit beginnen
    [duration] nach { $duration } beginnen
    [conditional] beginnen, sobald eine Bedingung erfüllt ist
    [signal] auf ein Signal hin beginnen
    [error] bei einem Fehler beginnen
    [escalation] bei einer Eskalation beginnen
    [compensation] mit dem Rückgängigmachen beginnen
    [multiple] mit einem von mehreren Ereignissen beginnen
   *[none] hier beginnen
}
story-end = { $trigger ->
    [message] Ende mit einer Nachricht
    [signal] Ende mit einem Signal
    [error] Ende mit einem Fehler
    [escalation] Ende mit einer Eskalation
    [cancel] Ende mit einem Abbruch
    [compensation] Ende; frühere Schritte werden rückgängig gemacht
    [terminate] Ende des gesamten Ablaufs
   *[none] Ende
}
story-catch = { $trigger ->
    [message] Warten auf eine Nachricht
    [timer] Zeit abwarten
    [duration] Abwarten ({ $duration })
    [conditional] Warten, bis eine Bedingung erfüllt ist
    [signal] Warten auf ein Signal
    [link] Fortsetzung
    [multiple] Warten auf eines von mehreren Ereignissen
   *[none] Warten auf ein Ereignis
}
story-throw = { $trigger ->
    [message] Nachricht senden
    [signal] Signal geben
    [escalation] Eskalation auslösen
    [compensation] Frühere Schritte rückgängig machen
    [link] Fortsetzung an anderer Stelle
    [multiple] Mehrere Ereignisse auslösen
   *[none] Zwischenstand
}
story-border = { $trigger ->
    [message] Falls dabei eine Nachricht eingeht
    [timer] Falls dabei die Zeit abläuft
    [duration] Falls das länger dauert als { $duration }
    [conditional] Falls dabei eine Bedingung eintritt
    [signal] Falls dabei ein Signal kommt
    [error] Falls dabei ein Fehler auftritt
    [escalation] Falls dabei eine Eskalation nötig wird
    [cancel] Falls dabei abgebrochen wird
    [compensation] Falls das rückgängig gemacht werden muss
   *[none] Falls dabei etwas dazwischenkommt
}
story-border-of = { $trigger ->
    [message] Falls während Schritt { $host } eine Nachricht eingeht
    [timer] Falls bei Schritt { $host } die Zeit abläuft
    [duration] Falls Schritt { $host } länger dauert als { $duration }
    [conditional] Falls während Schritt { $host } eine Bedingung eintritt
    [signal] Falls während Schritt { $host } ein Signal kommt
    [error] Falls bei Schritt { $host } ein Fehler auftritt
    [escalation] Falls bei Schritt { $host } eine Eskalation nötig wird
    [cancel] Falls Schritt { $host } abgebrochen wird
    [compensation] Falls Schritt { $host } rückgängig gemacht werden muss
   *[none] Falls bei Schritt { $host } etwas dazwischenkommt
}
story-breaks-off = Der Schritt endet dann vorzeitig.
story-runs-on = Der Schritt läuft trotzdem weiter.
story-part = { $kind ->
    [event] Das kann jederzeit dazwischenkommen
    [ad-hoc] Teilprozess in beliebiger Reihenfolge
    [transaction] Teilprozess, der nur als Ganzes gilt
   *[plain] Teilprozess
}
story-part-steps = { $case ->
    [one] Schritt { $first }, siehe unten
   *[many] Schritte { $first } bis { $last }, siehe unten
}
story-part-closed = im Modell nicht weiter ausgeführt
story-call = Es folgt ein anderer Prozess
story-undoes = Nur zum Rückgängigmachen
story-automatic = automatisch
story-by-rules = automatisch nach festen Regeln
story-sends-message = sendet eine Nachricht
story-waits-for-message = wartet auf eine Nachricht
story-wait-for-all = Weiter geht es, sobald alle gleichzeitigen Wege abgeschlossen sind
story-wait-for-open = Weiter geht es, sobald alle begonnenen Wege abgeschlossen sind
story-wait-for-rule = Weiter geht es, sobald eine besondere Regel erfüllt ist
story-ways-meet = Hier kommen die Wege wieder zusammen
story-leads-nowhere = Verzweigung ohne weiteren Weg
story-passes = Hier geht es ohne Verzweigung weiter
story-split = { $kind ->
    [parallel] { $named ->
        [yes] Gleichzeitig
       *[no] Von hier an geschieht gleichzeitig
    }
    [inclusive] { $named ->
        [yes] Einer oder mehrere Wege
       *[no] Von hier an gilt mindestens einer der Wege
    }
    [event] { $named ->
        [yes] Was zuerst eintritt, entscheidet
       *[no] Was zuerst eintritt, entscheidet
    }
    [complex] { $named ->
        [yes] Nach besonderer Regel
       *[no] Von hier an gilt eine besondere Regel
    }
   *[exclusive] { $named ->
        [yes] Entscheidung
       *[no] Hier gibt es { $count ->
            [2] zwei
            [3] drei
            [4] vier
           *[other] { $count }
        } Möglichkeiten
    }
}
story-then = { $kind ->
    [parallel] Danach geschieht gleichzeitig
   *[choice] Danach gibt es mehrere Möglichkeiten
}
story-way = { $case ->
    [answer] Wenn { $condition }
    [condition] Im Fall „{ $condition }“
    [otherwise] Sonst
    [either] Entweder
    [or] Oder
   *[strand] Weg { $place } von { $of }
}
story-way-on = { $head }: weiter mit Schritt { $number }.
story-way-back = { $head }: zurück zu Schritt { $number }.
story-on = { $case ->
    [condition] Im Fall „{ $condition }“ weiter mit Schritt { $number }.
   *[plain] Weiter mit Schritt { $number }.
}
story-back = { $case ->
    [condition] Im Fall „{ $condition }“ zurück zu Schritt { $number }.
   *[plain] Zurück zu Schritt { $number }.
}
story-way-ends = Hier endet der Weg.
story-unreached = Zu diesem Schritt führt im Modell kein Weg.
story-loop = Das wird bei Bedarf wiederholt.
story-several = Das geschieht mehrmals.
story-uses = Grundlage: { $list }
story-works-on = Bearbeitet: { $list }
story-makes = Ergebnis: { $list }
story-looks-up = Daten aus: { $list }
story-keeps-up = Daten in: { $list }
story-stores = Gespeichert in: { $list }
story-sends = { $named ->
    [yes] Ausgang: { $what } (an: { $partner })
   *[no] Ausgang einer Nachricht (an: { $partner })
}
story-gets = { $named ->
    [yes] Eingang: { $what } (von: { $partner })
   *[no] Eingang einer Nachricht (von: { $partner })
}
story-duration = { $unit ->
    [years] { $amount ->
        [one] 1 Jahr
       *[other] { $amount-text } Jahre
    }
    [months] { $amount ->
        [one] 1 Monat
       *[other] { $amount-text } Monate
    }
    [weeks] { $amount ->
        [one] 1 Woche
       *[other] { $amount-text } Wochen
    }
    [days] { $amount ->
        [one] 1 Tag
       *[other] { $amount-text } Tage
    }
    [hours] { $amount ->
        [one] 1 Stunde
       *[other] { $amount-text } Stunden
    }
    [minutes] { $amount ->
        [one] 1 Minute
       *[other] { $amount-text } Minuten
    }
   *[seconds] { $amount ->
        [one] 1 Sekunde
       *[other] { $amount-text } Sekunden
    }
}
