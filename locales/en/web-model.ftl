## Models, findings, candidates
web-diagram-none = There is no model of this process yet.
web-diagram-who = People with the role analysis upload models.
web-versions = Versions
web-versions-upload = Versions and upload
web-version = Version
web-version-as-is = Version { $number }, as is
web-version-to-be = Version { $number }, to be
web-uploaded = Uploaded
web-kilobytes = { $number } kB
web-download = Download the BPMN file
web-upload-title = Upload a model
web-upload-file = BPMN file
web-upload-help = A file that ends in .bpmn or .xml, at most 20 MB. It is kept as it is.
web-upload-kind = What does the model show?
web-kind-as-is = As is: how it is today
web-kind-to-be = To be: how it shall be
web-upload-note-help = For example "after a talk with the citizens' office".
web-upload = Upload and analyse
web-upload-refused = This file was not stored
web-fault-no-file = Please choose a BPMN file.
web-warnings = Something was noticed when the file was read. It is stored completely all the same.
web-warnings-show = Notes on the file
web-hints = Remarks on the model
web-hints-show = Show remarks
web-hints-lead = They concern drawing and labels, not the process itself, and do not count as findings.
web-hints-rule = What it means and what helps
web-hints-more = { $count ->
    [one] There is one more place.
   *[other] There are { $count } more places.
}
web-warning-line = Line { $line }: { $sentence }
web-picture = Picture
web-picture-open = Open the picture alone
web-picture-download = Download the picture (PNG)
web-picture-alt = Picture of the process model with numbered findings. The same stands further down as text.
web-canvas = Process model
web-zoom-in = Zoom in
web-zoom-out = Zoom out
web-zoom-fit = Show all
web-legend = Meaning of the marks
web-show-in-picture = Show in the picture
web-as-text = As text
web-as-text-show = The flow in words
web-as-table = As a table
web-as-table-show = Findings as a table
web-times = Times per case
web-time-handling = Working time by the model
web-time-waiting = Waiting and transport time by the model
web-step = Step
web-step-unnamed = step without a name
web-to-diagram = To the model

## Findings
web-finding = Finding
web-finding-label = Finding { $number }: { $kind }, { $step }, { $level }
web-findings-lead = A media break is when a person carries information from one carrier to another. A weak spot is a pattern in the work that is worth a second look. First come the findings that we are sure of, then those that somebody should check; the most expensive stand on top of each.
web-findings-counted = The number per case counts what the model shows for certain; “please check” is left out. Your verdict does not change this number, it stands beside it.
web-findings-total =
    { $number ->
        [one] One finding
       *[other] { $number } findings
    }
web-media-breaks = Media breaks
web-weak-spots = Weak spots
web-weak-spots-lead = Patterns in the work that are worth a second look. They do not count as media breaks, and there may be a good reason to leave it as it is.
web-weak-spots-none = No weak spot was found in this model.
web-weak-spot-steps = Steps involved:
web-family-media-break = Media breaks
web-family-weak-spot = Weak spots
web-findings-empty = There are no findings for this. If filters are set, please take one back; without filters, findings come as soon as a model is uploaded.
web-findings-none = No media break was found in this model.
web-findings-of-newest = Findings of the newest as-is model.
web-findings-in-picture = See them in the picture
web-per-case =
    { $number ->
        [1] once per case
       *[other] { $number } times per case
    }
web-about-hours =
    { $number ->
        [0] less than one hour a year
        [one] about one hour a year
       *[other] about { $number } hours a year
    }
web-on-some-ways = only on some ways
web-branches-assumed = shares of the branches assumed
web-why = Why?
web-what-helps = What this means and what helps
web-judge = Judge
web-verdict-reason = Reason
web-not-judged = open
web-verdict-confirmed = is true
web-verdict-dismissed = is not true
web-verdict-wanted = wanted this way
web-verdict-required-by-law = required by law
web-verdict-resolved = is resolved
web-judge-confirmed = Is true
web-judge-dismissed = Is not true
web-judge-wanted = Wanted this way
web-judge-required-by-law = Required by law
web-judge-resolved = Is resolved
web-level-high = certain
web-level-medium = likely
web-level-check = please check
web-evidence-annotation = Annotation in the model
web-evidence-profile = Profile
web-evidence-block = Building block
web-evidence-data = Data object
web-evidence-message = Message
web-evidence-label = Label of the step
web-evidence-type = Type of the step
web-evidence-lane = Lane
web-evidence-documentation = Documentation in the model
web-evidence-previous = earlier step

## Candidates
web-candidates-title = Candidates for automation and AI
web-candidates-lead = Steps where technology can relieve people. Proposals with reasons, no decisions. Fit says from 0 to 100 how well a solution suits the step, by what is known about it.
web-candidates-total =
    { $number ->
        [one] One step
       *[other] { $number } steps
    }
web-candidates-empty = There are no candidates for this. If filters are set, please take one back; without filters, candidates come as soon as a model is uploaded.
web-candidates-none = No step stands out in this model.
web-candidate-more = Further ways and legal questions
web-fit = Fit
web-of-hundred = of 100
web-gain = Possible gain
web-gain-unknown = cannot be stated yet
web-evidenced = backed by facts
web-blockers = What stands in the way
web-blocker = In the way
web-gate = Legal question
web-gates = To be settled legally first

## Priorities
web-ranking = Ranking
web-ranking-all = Show all places
web-priorities-summary =
    { $ranked ->
        [0] No process is assessed yet.
        [one] One process is assessed, { $open ->
            [0] none is open.
            [one] one is open.
           *[other] { $open } are open.
        }
       *[other] { $ranked } processes are assessed, { $open ->
            [0] none is open.
            [one] one is open.
           *[other] { $open } are open.
        }
    }
web-priorities-empty = There are no answers yet. Open a process and there "Assessment".
web-proposals-on = Proposals of the register stand in where answers are missing.
web-proposals-off = Only answers of people count.
web-proposals-switch-on = Include proposals
web-proposals-switch-off = Count answers only
web-unranked = Without a rank yet
web-unranked-lead = Too little is answered to place them fairly.
web-weights = Weights
web-weights-lead = How important is which question? When you set them, the total is brought to 100 percent; the proportions stay the same.
web-weights-set = Set the weights
web-score = { $score } of 100 points
web-score-range = { $score } points, { $low } to { $high } possible
web-points = { $points } of { $possible }
web-duty = legal duty
web-answered = Answered
web-answer-now = Answer the questions
web-answers-see = See the answers
web-why-here = Why does it stand here?
web-question = Question
web-answer = Answer
web-answer-given = { $value } of 4
web-answer-proposed = { $value } of 4 (proposal)
web-answer-missing = open
web-answers-lead = Seven short questions. Where the register knows enough, it proposes an answer.
web-answer-by = Answered with { $value } ({ $name }, { $day })
web-answer-open = still open
web-answer-reason = Reason
web-answer-reason-help = Only needed if your answer differs from the proposal.
web-answer-save = Save the answer
web-answer-change = Change the answer
web-answer-withdraw = Withdraw the answer
web-your-answer = Your answer
web-scale = See the scale
web-proposal = Proposal: { $value } of 4. { $because }
web-proposed = proposal
web-proposals-accept = Take over all open proposals
web-no-proposal = No proposal possible.

## Help
web-help-breaks = Kinds of media breaks
web-help-questions = Questions
web-help-classes = Kinds of solutions
web-help-gates = Legal questions
web-help-modelling = Remarks on drawing and labels
web-help-structure = Structure of the file
web-demo-as = Sign in as { $login }
web-calculation = Estimated: { $cases } cases a year × { $often } per case × { $minutes } minutes / 60 = about { $hours } hours a year.
web-judge-hint-confirmed = It happens like this.
web-judge-hint-dismissed = It does not happen like this. Please give a reason.
web-judge-hint-wanted = It happens like this and shall stay so.
web-judge-hint-required-by-law = A law or by-law demands it.
web-judge-hint-resolved = It was like this and has been changed.
web-judge-reason-missing = Not saved: please write briefly why the finding is not true.
web-answer-reason-missing = Not saved: your answer to “{ $question }” differs from the proposal. Please give a short reason.
web-answer-stale = Not saved: in the meantime { $name } has answered this question with { $value } ({ $day }). What you entered is still here. If you save now, it replaces the newer answer.
web-answer-stale-gone = Not saved: in the meantime somebody has taken the answer back. What you entered is still here. If you save now, it holds.
web-withdraw-stale = The answer was not taken back: in the meantime { $name } has answered this question with { $value } ({ $day }). If you want to take this answer back as well, please choose it once more.
web-withdraw-stale-gone = Somebody has already taken the answer back in the meantime.
web-judge-stale = Not saved: in the meantime { $name } has judged this finding ({ $day }): { $verdict }. Your reason is still here. If you choose “{ $wanted }” once more, it replaces the newer verdict.
web-judge-stale-unknown = Not saved: the form was no longer up to date. Your reason is still here. Please choose “{ $wanted }” once more.
web-steps = Steps
web-steps-show = Steps as a table
web-step-who = Who
web-step-then = Then
web-step-next = { $number } { $what }
web-step-otherwise = otherwise
web-canvas-keys = With the keyboard: arrow keys move the picture, plus and minus change its size, 0 shows everything.
web-canvas-maker = Drawn with bpmn.io (opens the page of its maker)
web-versions-number =
    { $number ->
        [one] one version
       *[other] { $number } versions
    }
web-weights-total = Total
