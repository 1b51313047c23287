# Medienbrüche: Träger, Arten, Sätze.
media-break-on-paper = auf Papier
media-break-as-document = als Dokument
media-break-oral = mündlich
media-break-in-system = in { $name }
media-break-in-some-system = in einem IT-Verfahren

media-break-kind-paper-to-digital = vom Papier ins Digitale
media-break-kind-digital-to-paper = aus dem Digitalen auf Papier
media-break-kind-system-to-system = von System zu System
media-break-kind-oral-capture = Gesprochenes wird aufgeschrieben
media-break-kind-document-to-system = vom Dokument ins System
media-break-kind-transport = Papier wird bewegt
media-break-kind-duplicate-filing = doppelte Ablage

media-break-step = „{ $name }“
media-break-step-unnamed = dieser Schritt
media-break-object = „{ $name }“
media-break-object-unnamed = Die Angaben

media-break-carried-after = { $object } liegt nach { $written } { $from } vor, { $step } braucht es { $to } – { $kind }, von Hand.
media-break-carried = { $object } liegt { $from } vor, { $step } braucht es { $to } – { $kind }, von Hand.
media-break-transport = { $object } gibt es hier nur auf Papier, { $step } bringt es an eine andere Stelle.
media-break-duplicate-filing = { $step } legt { $object } auf Papier und digital ab.
media-break-signature-loop = { $object } wird bei { $print } auf Papier gebracht, von Hand unterschrieben und bei { $scan } wieder digital gemacht.

media-break-shares-scaled = Die Anteile bei „{ $element }“ ergeben zusammen nicht 100 Prozent. Gerechnet wird mit angepassten Anteilen. Bitte prüfen Sie die Angaben.
