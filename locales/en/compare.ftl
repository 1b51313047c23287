# Comparison of two process models.
compare-attribute-name = Name
compare-attribute-type = Kind
compare-attribute-events = Trigger
compare-attribute-link = Name of the link
compare-attribute-source = Begins at
compare-attribute-target = Leads to
compare-attribute-host = Belongs to step
compare-attribute-lane = Lane
compare-attribute-parent = Belongs to
compare-attribute-process = Process
compare-attribute-condition = Condition
compare-attribute-default = Way where no condition holds
compare-attribute-interrupting = Step continues beside it
compare-attribute-event-sub-process = Started by an event
compare-attribute-repetition = Repetition
compare-attribute-compensation = Undoes a step
compare-attribute-flag = Special rule for starting
compare-attribute-called = Calls
compare-attribute-message = Message
compare-attribute-state = State
compare-attribute-collection = Several items
compare-attribute-documentation = Explanation
compare-attribute-block = Building block
compare-attribute-carriers = Carriers of information
compare-attribute-channels = Ways in
compare-attribute-system = IT application
compare-attribute-handling-minutes = Handling time in minutes
compare-attribute-waiting-minutes = Waiting time in minutes
compare-attribute-transport-minutes = Transport time in minutes
compare-attribute-work-kind = Kind of work
compare-attribute-rag = Number of the reference activity group
compare-attribute-discretion = Room for judgement
compare-attribute-automated = Done by the system
compare-attribute-unit = Organisational unit
compare-attribute-instances = Number of instances
compare-attribute-probability = Share of cases in percent
compare-attribute-volume = Cases per year
compare-attribute-look = Look in the picture
compare-attribute-place = Position in the picture
compare-kind-step = Step
compare-yes = yes
compare-no = no
compare-nothing = not stated
compare-collapsed = collapsed
compare-part = { $part }
compare-pair = { $first }, { $second }
compare-repetition-loop = repeats
compare-repetition-parallel = several at a time
compare-repetition-sequential = several, one after the other
compare-discretion-none = bound decision
compare-discretion-judgement = room for assessment
compare-discretion-discretion = discretion
compare-system = { $interface ->
    [yes] { $name } with interface
    [no] { $name } without interface
   *[unknown] { $name }
}
compare-volume = { $dated ->
    [yes] { $cases } ({ $year })
   *[no] { $cases }
}
compare-carrier-system = system { $name }
compare-carrier-document = document
compare-carrier-paper = paper
compare-carrier-oral = oral
compare-carrier = { $object }{ $has-needs ->
    [yes] {" "}(needs { $needs })
   *[no] {""}
}{ $has-writes ->
    [yes] {" "}(writes { $writes })
   *[no] {""}
}{ $transport ->
    [yes] , is transported
   *[no] {""}
}{ $also ->
    [yes] , in addition
   *[no] {""}
}{ $by ->
    [human] , by a person
    [automatic] , automatic
   *[unknown] {""}
}{ $minutes ->
    [-1] {""}
   *[other] , { $minutes } minutes
}
compare-channel = { $object }{ $has-carriers ->
    [yes] : { $carriers }
   *[no] {""}
}{ $percent ->
    [-1] {""}
   *[other] , { $percent } percent
}
compare-thing = { $named ->
    [yes] { $kind } “{ $name }”
   *[no] { $kind } without a name
}
compare-way = { $named ->
    [yes] { $kind } “{ $name }” from { $from } to { $to }
   *[no] { $kind } from { $from } to { $to }
}
compare-say-added = New: { $thing }{ $in-lane ->
    [yes] {" "}at “{ $lane }”
   *[no] {""}
}.
compare-say-removed = Gone: { $thing }{ $in-lane ->
    [yes] {" "}at “{ $lane }”
   *[no] {""}
}.
compare-say-changed = Changed: { $thing }{ $in-lane ->
    [yes] {" "}at “{ $lane }”
   *[no] {""}
}.
compare-say-renamed = Renamed: { $thing }{ $in-lane ->
    [yes] {" "}at “{ $lane }”
   *[no] {""}
}.
compare-say-relocated = Belongs elsewhere: { $thing }.
compare-say-redrawn = Only moved in the picture: { $thing }.
compare-detail = { $case ->
    [place] The position in the picture is different.
    [new] { $what } new: { $new }.
    [gone] { $what } gone, before: { $old }.
   *[both] { $what }: before { $old }, now { $new }.
}
compare-kind-added = New
compare-kind-removed = Gone
compare-kind-changed = Changed
compare-kind-relocated = Belongs elsewhere
compare-kind-redrawn = Only moved in the picture
compare-same = Both models say the same.
compare-length = { $edits ->
    [one] One change of one element.
   *[other] { $edits } changes of { $elements ->
        [one] one element
       *[other] { $elements } elements
    }.
}
web-compare-title = Two versions compared
web-compare-with = Compare with …
web-compare-from = This version
web-compare-go = Compare
web-compare-swap = Swap the order
web-compare-show = What should be shown?
web-compare-apply = Show
web-compare-alt = Picture of the model with numbered changes. The same numbers are in the list below.
web-compare-elements = Steps and participants
web-compare-ways = Connections
web-compare-none = Nothing is different here.
web-compare-hidden = { $number ->
    [one] One more change is hidden.
   *[other] { $number } more changes are hidden.
}
web-compare-figures = What changes in figures
web-compare-figure = Figure
web-compare-difference = Difference
web-compare-steps = Steps
web-compare-breaks = Media breaks per case
web-compare-handling = Handling time per case in minutes
web-compare-waiting = Waiting and transport time per case in minutes
web-compare-candidates = Candidates for automation and AI
compare-attribute-direction = Direction of the arrow
compare-waits-for-all = waits for all
compare-direction-one = in one direction
compare-direction-both = in both directions
web-compare-times = What changes in times
web-compare-times-none = Neither of the two models states times. So nothing can be compared here.
web-compare-lead-time = Mean lead time in minutes, simulated
web-compare-cost = Cost of work per case in euros
web-compare-contributions = What each step contributes per case
web-compare-step-work = Work in minutes
web-compare-step-waiting = Waiting and transport in minutes
web-compare-step-cost = Cost in euros
web-compare-step-why = Of that
web-compare-not-known = not known
web-compare-by-minutes = { $minutes } by another duration
web-compare-by-frequency = { $minutes } by another frequency
web-compare-unknown = { $number ->
    [one] For one step it is not known what it contributes to the work: one of the versions lacks its time.
   *[other] For { $number } steps it is not known what they contribute to the work: one of the versions lacks their times.
}
web-compare-unexplained = { $minutes } minutes of the difference come from times that only one of the versions states.
compare-step-kept = in both versions
compare-step-added = new
compare-step-removed = gone
