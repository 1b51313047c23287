## Pages of a process and lists
web-process-new = Register a process
web-processes-total =
    { $number ->
        [one] One process
       *[other] { $number } processes
    }
web-processes-caption = Processes with figures
web-processes-none-found = No process fits. A shorter word or one filter less may help.
web-processes-empty = No process is registered yet. Begin with one that many people know, or take over an existing Excel list with the command "import".
web-filter-q = Search word
web-filter-unit = Unit
web-filter-category = Kind of process
web-filter-status = Status
web-filter-application = Application
web-filter-missing = Not surveyed
web-filter-model = Model
web-filter-model-with = with a model
web-filter-model-without = without a model
web-filter-family = Area
web-filter-kind = Kind
web-filter-level = Certainty
web-filter-verdict = Verdict
web-filter-class = Kind of solution
web-sort = Order
web-sort-number = by number
web-sort-name = by name
web-sort-unit = by unit
web-sort-cases = most cases first
web-sort-hours = most hours first
web-sort-breaks = most media breaks first
web-sort-completeness = largest gaps first
web-sort-changed = changed last first
web-column-process = Process
web-column-unit = Unit
web-column-cases = Cases per year
web-column-hours = Hours per year
web-column-breaks = Breaks per case
web-column-completeness = Completeness
web-column-status = Status
web-column-modelled = With a model
web-column-name = Name
web-column-sign = Sign
web-column-unit-kind = Level
web-column-leaving = Staff leaving
web-column-actions = Go on
web-column-application-kind = Kind
web-column-purpose = Purpose
web-column-kind = Kind
web-column-level = Certainty
web-column-per-case = Per case
web-column-verdict = Verdict
web-column-points = Points

## Values
web-not-surveyed = not surveyed
web-not-applicable = does not apply
web-no-tags = none
web-unit-cases =
    { $number ->
        [one] one case per year
       *[other] { $number } cases per year
    }
web-unit-minutes-per-year =
    { $number ->
        [one] one minute a year
       *[other] { $number } minutes a year
    }
web-unit-minutes =
    { $number ->
        [one] one minute per case
       *[other] { $number } minutes per case
    }
web-unit-days =
    { $number ->
        [one] one calendar day
       *[other] { $number } calendar days
    }
web-hours-range = { $low } to { $high } hours per year
web-hours-note = computed from cases and minutes
web-covered = { $percent } % of the facts known
web-no-model = no model
web-breaks-none = none
web-breaks-none-found = none found
web-breaks-not-assessable = not assessable
web-helps-most = Helps most: { $field }
web-by = { $name }, { $day }
web-year = Year
web-quality = Origin
web-required = required
web-note = Note
web-file = File

## Head
web-figure-cases = Cases per year
web-figure-hours = Hours per year
web-figure-breaks = Media breaks per case
web-figure-rank = Rank
web-rank = Rank
web-rank-none = not assessed yet
web-rank-sure = settled
web-rank-range = { $best } to { $worst } possible
web-tab-profile = Profile
web-tab-diagram = Model
web-tab-findings = Findings
web-tab-candidates = Candidates
web-tab-answers = Assessment
web-tab-history = History
web-missing =
    { $number ->
        [one] One fact is still missing:
       *[other] { $number } facts are still missing, the most helpful first:
    }
web-missing-nothing = All facts are there.
web-changed = State of { $day }, version { $revision }

## Fields
web-group-what = What happens
web-group-who = Who is answerable
web-group-amount = How much work it is
web-group-ways = How and with what the work is done
web-group-law = Law and data
web-group-care = Care
web-field-number = Number
web-field-name = Name
web-field-summary = Summary
web-field-unit = Unit
web-field-owner-role = Role answerable
web-field-steward = Steward
web-field-category = Kind of process
web-field-trigger = Trigger
web-field-result = Result
web-field-cases-per-year = Number of cases
web-field-handling-minutes = Working time
web-field-lead-time-days = Lead time
web-field-channels-in = Channels in
web-field-channels-out = Channels out
web-field-applications = Applications
web-field-legal-basis = Legal basis
web-field-discretion = Room for judgement
web-field-personal-data = Personal data
web-field-tags = Tags
web-field-status = Status
web-field-review-date = Next review
web-field-help-number = Leave empty and the register gives the next free number.
web-field-help-name = Thing and activity, for example "Register a dog for tax".
web-field-help-summary = Two or three sentences: what happens from the first step to the last?
web-field-help-unit = The unit that is answerable for the process.
web-field-help-owner-role = A role, no name: for example head of department.
web-field-help-steward = Who keeps profile and model up to date?
web-field-help-category = Steering, service to the public, or support within the house.
web-field-help-trigger = What begins a case? For example: an application arrives.
web-field-help-result = What is there at the end? For example: the notice is delivered.
web-field-help-cases-per-year = How often a year? An estimate is better than nothing.
web-field-help-handling-minutes = Working time for one case, without waiting.
web-field-help-lead-time-days = From arrival to result, with waiting.
web-field-help-channels-in = On which channels does it arrive? Shares in percent as far as known.
web-field-help-channels-out = On which channels does the result go out? Shares in percent as far as known.
web-field-help-applications = All programs in which people work for this process.
web-field-help-legal-basis = Laws and by-laws with section, as far as known.
web-field-help-discretion = Does the law leave room in the decision?
web-field-help-personal-data = Which data about people are processed?
web-field-help-tags = Words of your own, separated by commas.
web-field-help-status = Released means: those answerable stand behind the facts.
web-field-help-review-date = When shall the facts be looked at again?
web-status-draft = Draft
web-status-in-review = in review
web-status-released = released
web-status-outdated = outdated
web-category-steering = Steering process
web-category-core = Core process
web-category-support = Support process
web-discretion-none = none
web-discretion-judgement = judgement
web-discretion-discretion = discretion
web-personal-data-none = none
web-personal-data-ordinary = ordinary personal data
web-personal-data-special = special categories (Art. 9 GDPR)
web-short-cases = Cases per year
web-short-minutes = Minutes per case
web-short-days = Calendar days
web-share-of = Share in percent:

## Form
web-edit-title = Edit the profile
web-edit-lead = What you leave empty counts as "not surveyed" and is never computed as zero.
web-reason = Reason for the change
web-reason-help = Appears in the history, for example "cases of 2025 from the application".
web-stale = Somebody else has saved in the meantime. Your entries are still here. If you save now, they replace the newer state.
web-delete-title = Remove the process
web-delete-help = The process disappears from all lists. Its history stays.
web-delete-confirm = Shall this process be removed from the lists?
web-delete = Remove the process
web-fault-name = Please give a name.
web-fault-either = Please either enter something or choose "does not apply", not both.
web-fault-choice = Please choose one of the values offered.

## History
web-revision = Version { $number }: { $name }, { $day }
web-revision-first = First version: { $name }, { $day }
web-changes = Changes
web-before = before:
web-after = after:

## Catalogues
web-units = Organisation
web-units-empty = There is no unit yet.
web-unit-new = Add a unit
web-unit-edit = Edit the unit
web-unit-parent = Belongs to
web-unit-top = nothing (top level)
web-unit-leaving = Staff leaving within five years in percent of the posts
web-unit-leaving-help = Only for units with at least five posts. Empty means: not surveyed.
web-unit-kind-town = Administration
web-unit-kind-division = Division
web-unit-kind-department = Department
web-unit-kind-team = Team
web-applications = Applications
web-applications-empty = There is no application yet.
web-application-new = Add an application
web-application-edit = Edit the application
web-application-aliases = Further names
web-application-aliases-help = Separated by commas. This way the register recognises the application in models too.
web-application-kind-specialist = Specialist application
web-application-kind-dms = Document management
web-application-kind-shared = Shared component
web-application-kind-office = Office program
web-application-kind-other = Other
web-interfaces = Interfaces
web-interfaces-lead = Where data go from one application to another without typing. What does not stand here is not surveyed.
web-interfaces-empty = There is no interface yet.
web-interface-from-to = From → to
web-interface-from = From
web-interface-to = To
web-interface-state = State
web-interface-set = Add an interface
web-interface-exists = in use
web-interface-available = available, not in use
web-interface-missing = missing
