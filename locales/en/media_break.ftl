# Media breaks: carriers, kinds, sentences.
media-break-on-paper = on paper
media-break-as-document = as a document
media-break-oral = by word of mouth
media-break-in-system = in { $name }
media-break-in-some-system = in an application

media-break-kind-paper-to-digital = from paper to digital
media-break-kind-digital-to-paper = from digital to paper
media-break-kind-system-to-system = from system to system
media-break-kind-oral-capture = spoken words are written down
media-break-kind-document-to-system = from document to system
media-break-kind-transport = paper is moved
media-break-kind-duplicate-filing = filed twice

media-break-step = “{ $name }”
media-break-step-unnamed = this step
media-break-object = “{ $name }”
media-break-object-unnamed = The case
media-break-object-unnamed-moved = The case
media-break-content = The content of “{ $name }”
media-break-content-unnamed = The case
media-break-content-of-system = The data from “{ $name }”
media-break-object-of-system = “Data from { $name }”

media-break-to-paper = to paper
media-break-to-document = into a document
media-break-to-some-system = into an application
media-break-lies = { $object } is held { $from }.
media-break-lies-after = { $object } is held { $from } (since the step { $written }).
media-break-lies-after-event = { $object } is held { $from } (since the event { $written }).
media-break-lies-here = { $object } is held { $from } (the step itself shows that).
media-break-lies-system = The data are held { $from }.
media-break-sentence-paper-to-digital-by-name = { $lies } In the step { $step } the paper is scanned.
media-break-sentence-digital-to-paper-by-name = { $lies } In the step { $step } the content is printed.
media-break-sentence-paper-to-digital = { $lies } In the step { $step } the content is carried over { $to } by hand.
media-break-sentence-paper-to-document = { $lies } In the step { $step } the content is scanned or carried over into a document by hand.
media-break-sentence-digital-to-paper = { $lies } In the step { $step } the content is put on paper: printed, sent as a letter or signed by hand.
media-break-sentence-system-to-system = { $lies } In the step { $step } the content is carried over { $to } by hand.
media-break-sentence-document-to-system = { $lies } In the step { $step } the content is carried over { $to } by hand.
media-break-sentence-oral-capture = In the step { $step } spoken words are written down ({ $to }).
media-break-sentence-oral-capture-after = People talk in the step { $written }. In the step { $step } spoken words are written down ({ $to }).
media-break-sentence-transport = { $object } exists only on paper here. In the step { $step } the paper is taken to another place.
media-break-sentence-transport-here = { $object } exists only on paper here (the step itself shows that). In the step { $step } the paper is taken to another place.
media-break-sentence-transport-after = { $object } exists only on paper here (since the step { $written }). In the step { $step } the paper is taken to another place.
media-break-sentence-transport-after-event = { $object } exists only on paper here (since the event { $written }). In the step { $step } the paper is taken to another place.
media-break-sentence-duplicate-filing = In the step { $step } the content is filed twice, on paper and digitally: { $object }.
media-break-signature-loop = { $object } is put on paper in the step { $print }, then signed by hand and made digital again in the step { $scan }.

media-break-shares-scaled = The shares at “{ $element }” do not add up to 100 per cent. Adjusted shares are used. Please check the entries.
