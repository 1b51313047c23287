# Texte zu Regeln, Fragen, Lösungsarten.
explain-unknown = Zu „{ $id }“ gibt es keinen Text. Erwartet wird eine Regel (zum Beispiel media-break/transport oder MB6), eine Leitfrage, eine Lösungsart oder eine Prüffrage.
