## Ablauf
soundness-at = „{ $name }“
soundness-here = diese Stelle
soundness-deadlock = Bei { $place } bleibt der Fall stehen: Es wird auf etwas gewartet, das nicht kommt.
soundness-livelock = Bei { $place } dreht sich der Fall im Kreis und kommt nie zum Ende.
soundness-unsafe = Nach { $place } geschieht für denselben Fall alles doppelt: Gleichzeitige Wege laufen ohne Abwarten zusammen.
soundness-improper-end = Ein Fall erreicht { $place } mehr als einmal.
soundness-dead-activity = Kein Fall erreicht { $place }.
