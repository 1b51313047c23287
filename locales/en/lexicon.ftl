## Words of a town (--lexicon)
lexicon-refused = “{ $file }”, line { $line }: { $reason } Nothing was analysed.
lexicon-large = “{ $file }” is larger than 5 MB. Please shorten the word list.
lexicon-encoding = The line is not written in UTF-8. Please store the file as CSV in UTF-8.
lexicon-csv = The line is no readable CSV.
lexicon-heading = The heading has to be “{ $columns }”.
lexicon-rows = No more than { $most } lines are read.
lexicon-too-many = The line has more columns than the heading.
lexicon-no-term = The column “term” is empty.
lexicon-value = “{ $value }” does not fit the column “{ $column }”. Possible: { $known }.
