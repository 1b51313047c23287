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
media-break-object-unnamed = The information

media-break-carried-after = { $object } is { $from } after { $written }, { $step } needs it { $to } – { $kind }, by hand.
media-break-carried = { $object } is { $from }, { $step } needs it { $to } – { $kind }, by hand.
media-break-transport = { $object } exists only on paper here, { $step } takes it to another place.
media-break-duplicate-filing = { $step } files { $object } on paper and digitally.
media-break-signature-loop = { $object } is put on paper at { $print }, signed by hand and made digital again at { $scan }.

media-break-shares-scaled = The shares at “{ $element }” do not add up to 100 per cent. Adjusted shares are used. Please check the entries.
