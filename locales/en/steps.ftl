# A process as a list of steps: columns, kinds, carriers, faults.
steps-column-number = No.
steps-column-step = Step
steps-column-role = Role
steps-column-kind = Kind
steps-column-next = Next
steps-column-input = Document in
steps-column-input-carrier = In on
steps-column-output = Document out
steps-column-output-carrier = Out on
steps-column-application = Application
steps-column-minutes = Minutes
steps-column-remark = Remark
steps-kind-step = Step
steps-kind-automatic = Automatic
steps-kind-decision = Decision
steps-kind-parallel = At the same time
steps-kind-several = Several ways
steps-kind-wait = Wait
steps-kind-start = Start
steps-kind-end = End
steps-kind-process = Other process
steps-carrier-paper = paper
steps-carrier-digital = digital
steps-carrier-document = file
steps-carrier-oral = oral
steps-empty = The list is empty. Write the headings in the first row and one row per step below.
steps-model-empty = The model has no steps that could become a list.
steps-heading-unknown = The heading “{ $heading }” is not known. Possible are: No., Step, Role, Kind, Next, Document in, In on, Document out, Out on, Application, Minutes, Remark.
steps-heading-twice = The column is there twice. Delete one of them.
steps-heading-missing = The column is missing. Without it there are no steps.
steps-number-twice = The number { $number } occurs more than once. Give every row its own.
steps-number-faulty = “{ $given }” is no number. Write a whole number from 1, or leave the column empty.
steps-name-missing = The name is missing. Write what happens.
steps-kind-unknown = “{ $given }” is no kind. Possible are: Step, Automatic, Decision, At the same time, Several ways, Wait, Start, End, Other process.
steps-next-faulty = “{ $given }” names no row. Write a number, “yes: 4; no: 7” or “End”.
steps-next-missing = There is no row with the number { $number }.
steps-next-after-end = Nothing follows an end. Leave the column empty.
steps-next-splits = Here are several ways or a condition. Put a row of its own behind, of the kind Decision, At the same time or Several ways.
steps-carrier-unknown = “{ $given }” is not known. Possible are: paper, digital, file, oral.
steps-carrier-alone = What is on it is missing. Name the document or leave the carrier empty.
steps-only-activities = This is for steps, automatic steps and other processes only. Leave the cell empty.
steps-minutes-faulty = “{ $given }” is no time in minutes. Write a number such as 7 or 2.5.
steps-too-many-cells = The row has more cells than there are headings. Delete those that are too many.
steps-fault-row = Row { $line }: { $what }
steps-fault-cell = Row { $line }, column “{ $column }”: { $what }
steps-faults = { $count ->
    [one] The list has one fault. Nothing was written.
   *[other] The list has { $count } faults. Nothing was written.
}
steps-left-out = { $count ->
    [one] One element is not in the list: events on borders, contents of sub-processes and further processes do not fit in.
   *[other] { $count } elements are not in the list: events on borders, contents of sub-processes and further processes do not fit in.
}
steps-details-left-out = The model was not made from a list. The list keeps only what its columns hold; messages to others, data stores, shares and further facts are lost in a model made from the list. This may change the findings, too.
steps-carriers-left-out = { $count ->
    [one] In one cell the documents are on different carriers; the carrier is empty there.
   *[other] In { $count } cells the documents are on different carriers; the carrier is empty there.
}
web-steps-title = Model as a list of steps
web-steps-lead = Write down what happens one after the other. It becomes a new version of the model, with its picture.
web-steps-help-title = How to fill in the list
web-steps-help-kind = Kind: “Decision” for a question with several answers, “At the same time” where things run side by side, “Wait” for deadlines and replies.
web-steps-help-next = Next: empty means the next row. Else the number of a row, “yes: 4; no: 7” or “End”.
web-steps-help-role = Role: empty means as in the row above.
web-steps-help-carrier = Separate several documents by semicolons. “digital” means: as data in the application of the row, as a file where there is none.
web-steps-row = Row
web-steps-add = Add a row
web-steps-below = Insert a row below
web-steps-up = Move up
web-steps-down = Move down
web-steps-delete = Delete
web-steps-save = Save as a new version
web-steps-link = Edit as a list of steps
web-steps-link-new = Create as a list of steps
