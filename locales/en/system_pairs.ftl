## Pairs of systems: between which applications people carry data over
web-pairs-title = Pairs of systems
web-pairs-lead = Between which systems do people carry data over by hand? Those that take most hours are at the top.
web-pairs-see = Between which systems is data carried over by hand?
web-pairs-title-of = { $one } and { $other }
web-pairs-total =
    { $number ->
        [one] One pair
       *[other] { $number } pairs
    }
web-pairs-empty = No such carrying-over is known in these processes. That does not mean there is none: findings only come from models.
carrier-end-unnamed = a system without a name
carrier-end-document = Document
carrier-end-paper = Paper
carrier-end-oral = Conversation
web-filter-with = Other side
web-pairs-with-system = another system
web-pairs-with-document = Documents (e-mail, PDF, office files)
web-pairs-with-paper = Paper
web-pairs-with-oral = Conversations
web-pairs-others = More carrying-over by hand
web-pairs-other =
    { $steps ->
        [one] Other side { $side }: one step, hours per year: { $hours }
       *[other] Other side { $side }: { $steps } steps, hours per year: { $hours }
    }
web-pairs-column-pair = Between
web-pairs-column-steps = Steps
web-pairs-column-processes = Processes
web-pairs-column-cost = Euros per year
web-pairs-column-interface = Interface today
web-pairs-column-way = Direction
web-pairs-range = { $low } to { $high }
web-pairs-steps-unknown =
    { $number ->
        [one] one step not surveyed
       *[other] { $number } steps not surveyed
    }
web-pairs-only-to-check = to be checked
web-pairs-to-check =
    { $number ->
        [one] and one to be checked
       *[other] and { $number } to be checked
    }
web-pairs-not-in-catalogue = not in the catalogue
web-pairs-way = { $from } → { $to }: { $state }
web-pairs-from-to = { $from } → { $to }
web-pairs-steps = Steps
web-pairs-more =
    { $number ->
        [one] One more step is not shown.
       *[other] { $number } more steps are not shown.
    }
web-pairs-note = Hours are computed from cases, frequency and minutes. Where nobody has stated the minutes, a start value counts, with half of it as leeway down and up. What was judged not true or resolved is left out.
web-pairs-no-rate = Euros appear here as soon as an hourly rate is set.
web-pairs-what-if = What if there were this interface?
web-pairs-effect-all =
    { $number ->
        [one] The one step would go.
       *[other] All { $number } steps would go.
    }
web-pairs-effect-some =
    { $number ->
        [one] Of { $all } steps one would go altogether.
       *[other] Of { $all } steps { $number } would go altogether.
    }
web-pairs-steps-gone = Steps that go
web-pairs-steps-gone-of = of { $all }
web-pairs-hours-gone = Hours per year that go
web-pairs-hours-left = Hours per year that stay
web-pairs-cost-gone = Euros per year that go
web-pairs-per-process = Per process: carrying-over between these two systems
web-pairs-column-steps-before = Steps today
web-pairs-column-hours-before = Hours per year today
web-pairs-column-steps-after = Steps afterwards
web-pairs-column-hours-after = Hours afterwards
web-pairs-rank-after = Rank afterwards
web-pairs-effect-how = For this the program analyses the models once more with the interface, both ways. Nothing of it is stored.
web-pairs-column-with = With an interface
web-pairs-goes = goes
web-pairs-stays = stays
web-pairs-stays-in-part = { $percent } % of it stay
web-pairs-more-processes =
    { $number ->
        [one] One more process is not shown.
       *[other] { $number } more processes are not shown.
    }
web-pairs-ranks = What changes in the ranking
web-pairs-ranks-none = No process gets another rank.
web-pairs-ranks-note = Where nobody has answered yet, the proposals of the program count. Answers that agree with the proposal of today follow the new proposal; all other answers stay.
web-pairs-rank-today = Rank today
web-pairs-rank-none = none yet
web-pairs-column-move = Move
web-pairs-move-rises = rises
web-pairs-move-falls = falls
web-findings-save-as = Save these findings as:
web-findings-as-csv = CSV
web-findings-as-xlsx = Excel
web-views-title = Saved views
web-views-name = Name of the view
web-views-help = Keeps the filters above. Only you see them; a name that exists already is replaced.
web-views-save = Save view
web-views-delete = Delete
web-done-view-saved = The view is saved.
web-done-view-deleted = The view is deleted.
finding-views-full = { $most } views are saved already. Please delete one first that you no longer need.
