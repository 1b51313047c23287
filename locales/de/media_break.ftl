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
media-break-object-unnamed = Der Vorgang
media-break-object-unnamed-moved = Den Vorgang
media-break-content = Der Inhalt von „{ $name }“
media-break-content-unnamed = Der Vorgang
media-break-content-of-system = Der Datenbestand aus „{ $name }“
media-break-object-of-system = „Daten aus { $name }“

media-break-to-paper = auf Papier
media-break-to-document = in ein Dokument
media-break-to-some-system = in ein IT-Verfahren
media-break-lies = { $object } liegt { $from } vor.
media-break-lies-after = { $object } liegt { $from } vor (seit dem Schritt { $written }).
media-break-lies-after-event = { $object } liegt { $from } vor (seit dem Ereignis { $written }).
media-break-lies-here = { $object } liegt { $from } vor (das zeigt der Schritt selbst).
media-break-lies-system = Die Daten liegen { $from } vor.
media-break-sentence-paper-to-digital-by-name = { $lies } Im Schritt { $step } wird das Papier eingescannt.
media-break-sentence-digital-to-paper-by-name = { $lies } Im Schritt { $step } wird der Inhalt ausgedruckt.
media-break-sentence-paper-to-digital = { $lies } Im Schritt { $step } wird der Inhalt von Hand { $to } übertragen.
media-break-sentence-paper-to-document = { $lies } Im Schritt { $step } wird der Inhalt eingescannt oder von Hand in ein Dokument übertragen.
media-break-sentence-digital-to-paper = { $lies } Im Schritt { $step } wird der Inhalt auf Papier gebracht: ausgedruckt, als Brief verschickt oder von Hand unterschrieben.
media-break-sentence-system-to-system = { $lies } Im Schritt { $step } wird der Inhalt von Hand { $to } übertragen.
media-break-sentence-document-to-system = { $lies } Im Schritt { $step } wird der Inhalt von Hand { $to } übertragen.
media-break-sentence-oral-capture = Im Schritt { $step } wird Gesprochenes aufgeschrieben ({ $to }).
media-break-sentence-oral-capture-after = Im Schritt { $written } wird gesprochen. Im Schritt { $step } wird Gesprochenes aufgeschrieben ({ $to }).
media-break-sentence-transport = { $object } gibt es hier nur auf Papier. Im Schritt { $step } wird das Papier an eine andere Stelle gebracht.
media-break-sentence-transport-here = { $object } gibt es hier nur auf Papier (das zeigt der Schritt selbst). Im Schritt { $step } wird das Papier an eine andere Stelle gebracht.
media-break-sentence-transport-after = { $object } gibt es hier nur auf Papier (seit dem Schritt { $written }). Im Schritt { $step } wird das Papier an eine andere Stelle gebracht.
media-break-sentence-transport-after-event = { $object } gibt es hier nur auf Papier (seit dem Ereignis { $written }). Im Schritt { $step } wird das Papier an eine andere Stelle gebracht.
media-break-sentence-duplicate-filing = Im Schritt { $step } wird der Inhalt doppelt abgelegt, auf Papier und digital: { $object }.
media-break-signature-loop = { $object } wird im Schritt { $print } auf Papier gebracht, dann von Hand unterschrieben und im Schritt { $scan } wieder digital gemacht.

media-break-shares-scaled = Die Anteile bei „{ $element }“ ergeben zusammen nicht 100 Prozent. Gerechnet wird mit angepassten Anteilen. Bitte prüfen Sie die Angaben.
