# Evaluation against checked examples.
evaluate-json = “{ $file }” is not readable JSON in line { $line }: { $detail }. Please check the file.
evaluate-model-missing = The model “{ $model }” for “{ $file }” is missing. Please put it into the same folder.
evaluate-nothing = There is nothing to compare here. Files with golden cases or labels (.labels.json) are expected.
evaluate-root-missing = The model "{ $model }" is missing. Please name the folder of the models with --root.
