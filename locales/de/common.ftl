# Wörter, die überall vorkommen.
error-internal = Das hat leider nicht geklappt. Der Fehler ist notiert. Bitte versuchen Sie es später noch einmal.
error-not-found = { $what } gibt es hier nicht.
error-fields = Einige Angaben stimmen noch nicht. Bitte prüfen Sie die markierten Felder.
