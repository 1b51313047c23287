# What the BPMN reader has to say. Errors (the file is not taken) first, then notes.
bpmn-too-many-bytes = The file is too large. Files of up to { $limit } bytes are taken. Please split the model into several files.
bpmn-empty = The file is empty. Please export the model again.
bpmn-broken-encoding = The text of the file cannot be decoded because its character encoding is damaged. Please save the model as UTF-8.
bpmn-is-archive = This is a packed file (ZIP, Excel or Word). Please export the model as BPMN 2.0 (XML) and upload that file.
bpmn-is-office = This is an older Word, Excel or Visio file. Please export the model as BPMN 2.0 (XML).
bpmn-is-pdf = This is a PDF file. No model can be read from it. Please export the model as BPMN 2.0 (XML).
bpmn-is-picture = This is a picture. No model can be read from it. Please export the model as BPMN 2.0 (XML).
bpmn-not-xml = This is not an XML file. Please export the model as BPMN 2.0 (XML).
bpmn-not-bpmn = The file begins with “{ $root }” (line { $line }), where “definitions” of BPMN 2.0 is expected. Please export the model as BPMN 2.0 (XML).
bpmn-doctype = Line { $line } has a DOCTYPE. For reasons of security such files are not taken. Please remove it, or export the model without it.
bpmn-malformed = The XML in line { $line } is faulty. Please check the line, or export the model again.
bpmn-mismatched-tag = In line { $line } “{ $found }” ends while “{ $expected }” is still open. Please check the line, or export the model again.
bpmn-unmatched-tag = In line { $line } “{ $found }” ends without having begun. Please check the line, or export the model again.
bpmn-truncated = The file stops half-way in line { $line }. It was probably not transferred completely. Please export or transfer it again.
bpmn-too-deep = In line { $line } more than { $limit } elements are nested. This is not provided for. Please simplify the model.
bpmn-too-many-elements = The model has more than { $limit } XML elements (reached in line { $line }). Please split it into several files.
bpmn-too-many-attributes = An element in line { $line } has more than { $limit } attributes. This is not provided for. Please check the program that wrote the file.
bpmn-too-many-namespaces = The file declares more than { $limit } namespaces (reached in line { $line }). This is not provided for. Please check the program that wrote the file.
bpmn-name-too-long = The name in line { $line } is longer than { $limit } characters. Please shorten it and put the rest into the documentation.
bpmn-text-too-long = The text that ends in line { $line } is longer than { $limit } characters. Please shorten it.

bpmn-guessed-encoding = The stated character encoding is wrong. The file was read as { $encoding }. Please check accented letters.
bpmn-root-spelling = Line { $line }: The file begins with “{ $root }”; it was read as “definitions”.
bpmn-text-before = Line { $line }: There is text before the model. It stays in the file but is not read. Please remove it.
bpmn-text-after-end = Line { $line }: There is text behind the end of the model. It stays in the file but is not read. Please remove it.
bpmn-two-roots = Line { $line }: A second model begins here. A file holds one “definitions”, so only the first one is read. Please split the file.
bpmn-duplicate-attribute = Line { $line }: The attribute “{ $name }” is there twice. The first one counts. Please remove the other.
bpmn-broken-attribute = Line { $line }: “{ $name }” is no attribute as XML writes it (name="value"). What could not be read was left out. Please check the line.
bpmn-entity = Line { $line }: “{ $name }” has no meaning in XML. It was read as it is meant or written. Please replace it, for example with &amp; or the character itself.
bpmn-namespace-spelling = Line { $line }: The namespace “{ $namespace }” is not that of BPMN 2.0; it was treated as such.
bpmn-no-namespace = Line { $line }: “definitions” belongs to no namespace; it was read as BPMN 2.0.
bpmn-undeclared-prefix = Line { $line }: The prefix “{ $prefix }” is not declared. Its elements were read by their names.
bpmn-unknown-element = Line { $line }: BPMN 2.0 has no element “{ $name }”. It stays in the file but is not evaluated.
bpmn-duplicate-id = Line { $line }: The id “{ $id }” is already in use. References mean the first element. Please give this one an id of its own.
bpmn-missing-id = Line { $line }: “{ $name }” has no id, so nothing can refer to it. Please add one.
bpmn-unresolved-reference = Line { $line }: “{ $attribute }” refers to “{ $id }”, which is not in the file. Please check the connection.
bpmn-missing-source = Line { $line }: The connection has no start. Please connect it.
bpmn-missing-target = Line { $line }: The connection has no end. Please connect it.
bpmn-missing-host = Line { $line }: The boundary event sits on no activity. Please attach it.
bpmn-broken-bounds = Line { $line }: Position or size is not a usable number. It was left out. Please arrange the drawing anew.
bpmn-shape-without-bounds = Line { $line }: This shape has no position and size; it is not drawn. Please draw it again.
bpmn-picture-of-nothing = Line { $line }: The drawing shows “{ $id }”, which is not in the model. Please delete the shape or add the element.
bpmn-picture-without-element = Line { $line }: This shape or line of the drawing belongs to no element. Please delete it, or draw it again.
bpmn-annotation-value = Line { $line }: “{ $value }” is not a valid value of “{ $name }”. It was left out.
bpmn-unknown-annotation = Line { $line }: The annotation “{ $name }” is unknown and was left out.
bpmn-more-warnings = { $count ->
    [one] There is one more note that is not listed here.
   *[other] There are { $count } more notes that are not listed here.
}

bpmn-no-such-element = The file has no element with the id “{ $id }”.
bpmn-has-no-name = “{ $id }” ({ $name }) cannot have a name.
bpmn-new-name-too-long = The new name is longer than { $limit } characters. Please shorten it.
bpmn-annotation-unknown = The annotation “{ $name }” is unknown. Known are carrier, channel, system, work, branch and volume with their attributes.
bpmn-annotation-several = There may be several “{ $name }”. Please add the whole annotation instead of setting one value.
bpmn-annotation-misplaced = The annotation “{ $name }” does not fit an element of the kind “{ $element }”.
bpmn-one-way-encoding = The encoding { $encoding } can write one character in several ways, so the rest of the file would not stay as it is. Please save the model as UTF-8 first.
bpmn-layout-part = A part of the model is drawn already. With --all everything is drawn anew; the drawing so far goes away.
