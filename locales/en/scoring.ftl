# Questions, proposals, ranking.
question-1 = case numbers
question-2 = efficiency
question-3a = existing solutions
question-3b = low effort
question-4a = benefit for citizens and companies
question-4b = benefit for the administration
question-5 = staff leaving
quality-estimated = estimated
quality-recorded = recorded
quality-measured = counted
word-yes = yes
word-no = no
ranking-why-nothing = No answers yet.
ranking-why-low = All answers are low, most is missing at: { $weak }.
ranking-why-one = Most comes from: { $first } ({ $first-value } of 4).
ranking-why-two = Most comes from: { $first } ({ $first-value } of 4) and { $second } ({ $second-value } of 4).
ranking-why-three = Most comes from: { $first } ({ $first-value } of 4) and { $second } ({ $second-value } of 4). Held back by: { $weak }.
proposal-cases = { $cases } cases in { $year } ({ $quality })
proposal-gain = { $low } to { $high } hours a year can be gained according to the model (cases × minutes × share that can fall away)
proposal-people = Started from outside; mostly paper, telephone or in person: { $paper }; takes two weeks or more: { $slow }; 1,000 cases a year or more: { $many }
proposal-internal = The process is started from within only
proposal-breaks =
    { $breaks ->
        [1] One media break per case in the as-is model
       *[other] { $breaks } media breaks per case in the as-is model
    }
proposal-leaving = { $percent } percent of the area's posts fall vacant within five years
proposal-missing-cases = The number of cases has not been surveyed.
proposal-missing-model = There is no as-is model yet.
proposal-missing-times = Number of cases or handling times are missing.
proposal-missing-channels = The ways in have not been surveyed.
proposal-missing-carriers = The model does not tell what the information is kept on.
proposal-missing-leaving = No share of staff leaving has been surveyed for the area.
proposal-missing-solutions = The register does not know solutions to take over yet. Please judge yourself.
proposal-missing-estimate = Only people can estimate the effort.
answer-value = Please choose a value from 0 to 4.
answer-reason = Your value differs from the proposal. Please say why.
answer-reason-long = The reason is too long. At most { $most } characters.
weights-faulty = The weights do not fit. Each of the five questions needs a number from 0, and at least one must be larger than 0.
thing-question = This question
thing-answer = An answer to this question
