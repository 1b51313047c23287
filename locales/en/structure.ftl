# Structure of the file by BPMN 2.0: what is reported.
structure-bad-value = “{ $tag }” has the invalid value “{ $value }” in “{ $name }”.
structure-dangling-reference = “{ $name }” of “{ $tag }” refers to “{ $value }”, which does not exist in the file.
structure-declaration = The XML declaration at the top of the file is faulty.
structure-declaration-encoding = The stated character encoding is wrong; the file was read as { $value }.
structure-duplicate-id = The id “{ $value }” of “{ $tag }” is taken already.
structure-misplaced-element = “{ $tag }” does not belong in “{ $name }”.
structure-misplaced-element-order = “{ $tag }” stands too far back in “{ $name }”.
structure-misplaced-element-count = “{ $tag }” stands too often in “{ $name }”.
structure-misplaced-element-text = “{ $tag }” contains text where there must be none.
structure-missing-attribute = “{ $tag }” lacks the required attribute “{ $name }”.
structure-missing-element = “{ $tag }” lacks “{ $name }”.
structure-undeclared-prefix = At “{ $tag }” the prefix “{ $value }” is not declared.
structure-unknown-attribute = “{ $tag }” carries the attribute “{ $name }”, which does not exist there.
structure-unknown-element = BPMN 2.0 has no element “{ $tag }”.
structure-unresolved-name = “{ $name }” of “{ $tag }” names “{ $value }”, which does not stand in the file.
structure-well-formed = The file is not clean XML. { $why }
structure-wrong-reference = “{ $name }” of “{ $tag }” refers to “{ $value }”, an element of the wrong kind.
