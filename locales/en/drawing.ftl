# Picture, narration and table of steps of a process model.
drawing-title = Process model
drawing-title-named = Process model: { $name }
drawing-desc = The picture shows { $steps ->
    [one] one step
   *[other] { $steps } steps
}, { $gateways ->
    [0] no gateways
    [one] one gateway
   *[other] { $gateways } gateways
}, { $pools ->
    [0] no pools
    [one] one pool
   *[other] { $pools } pools
} and { $lanes ->
    [0] no lanes
    [one] one lane
   *[other] { $lanes } lanes
}. The process is also available as text and as a table.
drawing-pixels-no-font = This program was built without a font and cannot draw PNG pictures. The picture as SVG is always there.
drawing-pixels-scale = The scale may be between 0.1 and 8.
drawing-pixels-too-large = At this scale the picture would have more than 25 million pixels. At most { $scale } is possible. The picture as SVG has no such limit.
drawing-pixels-failed = No PNG picture could be drawn from this model. The picture as SVG is always there.
drawing-marks-without-place = Without a place in the picture:
drawing-level-high = certain
drawing-level-medium = likely
drawing-level-check = please check
drawing-mark-added = new
drawing-mark-removed = gone
drawing-mark-changed = changed
drawing-mark-moved = moved
drawing-who = Responsible: { $who }.
drawing-from-to = From { $from } to { $to }.
drawing-kind-process = Process
drawing-kind-collaboration = Collaboration
drawing-kind-pool = Participant
drawing-kind-lane = Lane
drawing-kind-task = Task
drawing-kind-user-task = Task on screen
drawing-kind-manual-task = Task by hand
drawing-kind-service-task = Task of the system
drawing-kind-script-task = Script
drawing-kind-business-rule-task = Check by rules
drawing-kind-send-task = Send
drawing-kind-receive-task = Receive
drawing-kind-call = Call of a process
drawing-kind-sub-process = Sub-process
drawing-kind-event-sub-process = Event sub-process
drawing-kind-ad-hoc = Sub-process in any order
drawing-kind-transaction = Transaction
drawing-kind-event = { $kind } ({ $trigger })
drawing-kind-start = Start
drawing-kind-end = End
drawing-kind-catch = Intermediate event
drawing-kind-throw = Throwing intermediate event
drawing-kind-boundary = Attached event
drawing-kind-exclusive = Decision
drawing-kind-parallel = Parallel ways
drawing-kind-inclusive = One or more ways
drawing-kind-event-based = Waiting for the first event
drawing-kind-complex = Complex gateway
drawing-kind-sequence-flow = Flow
drawing-kind-message-flow = Message flow
drawing-kind-association = Association
drawing-kind-data-association = Data flow
drawing-kind-data-object = Data object
drawing-kind-data-store = Data store
drawing-kind-data-input = Data input
drawing-kind-data-output = Data output
drawing-kind-annotation = Annotation
drawing-kind-group = Group
drawing-kind-message = Message
drawing-kind-other = Element { $name }
drawing-kind-unknown = Unknown element
drawing-trigger-message = message
drawing-trigger-timer = time
drawing-trigger-conditional = condition
drawing-trigger-signal = signal
drawing-trigger-error = error
drawing-trigger-escalation = escalation
drawing-trigger-cancel = cancel
drawing-trigger-compensation = compensation
drawing-trigger-link = link
drawing-trigger-terminate = end everything
drawing-trigger-multiple = several triggers
drawing-kind-signal = Signal
drawing-kind-error = Error
drawing-kind-escalation = Escalation
drawing-quoted = “{ $name }”
