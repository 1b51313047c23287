# Texts on rules, questions, solution classes.
explain-unknown = There is no text on “{ $id }”. A rule (for example media-break/transport or MB6), a question, a solution class or a legal question is expected.
