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
drawing-and = and
drawing-or = or
drawing-quoted = “{ $name }”
drawing-tell-empty = The model contains no steps.
drawing-tell-unnamed-process = Process without a name
drawing-tell-closed = The model does not show what happens here.
drawing-tell-other-side = the other side
drawing-tell-start = { $named ->
    [yes] It begins: “{ $what }”{ $detail }.
   *[no] It begins{ $detail }.
}
drawing-tell-end = { $named ->
    [yes] It ends: “{ $what }”{ $detail }.
   *[no] It ends{ $detail }.
}
drawing-tell-catch = { $named ->
    [yes] Waiting for: “{ $what }”{ $detail }.
   *[no] Waiting{ $detail }.
}
drawing-tell-throw = { $named ->
    [yes] { $who }This is triggered: “{ $what }”{ $detail }.
   *[no] { $who }An event is triggered{ $detail }.
}
drawing-tell-interrupts = { $named ->
    [yes] If “{ $what }” happens during step { $host }{ $detail }, the step stops.
   *[no] If an event happens during step { $host }{ $detail }, the step stops.
}
drawing-tell-besides = { $named ->
    [yes] If “{ $what }” happens during step { $host }{ $detail }, the step goes on all the same.
   *[no] If an event happens during step { $host }{ $detail }, the step goes on all the same.
}
drawing-tell-task = { $named ->
    [yes] { $who }“{ $what }”{ $detail }.
   *[no] { $who }step without a name{ $detail }.
}
drawing-tell-automatic = { $named ->
    [yes] { $who }“{ $what }” runs by itself{ $detail }.
   *[no] { $who }a step without a name runs by itself{ $detail }.
}
drawing-tell-call = { $named ->
    [yes] { $who }“{ $what }” calls another process.
   *[no] { $who }another process is called here.
}
drawing-tell-sub-process = { $named ->
    [yes] { $who }“{ $what }” holds several steps{ $detail }.
   *[no] { $who }several steps are held together here{ $detail }.
}
drawing-tell-event-sub-process = { $named ->
    [yes] At any time this may happen: “{ $what }”{ $detail }.
   *[no] At any time something may happen{ $detail }.
}
drawing-tell-decision = { $named ->
    [yes] A decision is made: “{ $what }”
   *[no] A decision is made.
}
drawing-tell-inclusive = { $named ->
    [yes] It goes on in one or more ways: “{ $what }”
   *[no] It goes on in one or more ways.
}
drawing-tell-complex = { $named ->
    [yes] A special rule holds here: “{ $what }”
   *[no] A special rule holds here.
}
drawing-tell-parallel = { $named ->
    [yes] The flow splits: “{ $what }”
   *[no] The flow splits.
}
drawing-tell-event-based = { $named ->
    [yes] What happens first decides: “{ $what }”
   *[no] What happens first decides.
}
drawing-tell-wait-for-all = { $named ->
    [yes] Waiting until all ways have arrived: “{ $what }”
   *[no] Waiting until all ways have arrived.
}
drawing-tell-wait-for-open = { $named ->
    [yes] Waiting until all ways that were begun have arrived: “{ $what }”
   *[no] Waiting until all ways that were begun have arrived.
}
drawing-tell-ways-meet = { $named ->
    [yes] Ways meet: “{ $what }”
   *[no] Ways meet.
}
drawing-tell-loop = The step repeats.
drawing-tell-several = The step happens several times.
drawing-tell-reads = Uses { $list }.
drawing-tell-writes = Makes or changes { $list }.
drawing-tell-sends = { $named ->
    [yes] Sends “{ $what }” to { $partner }.
   *[no] Sends something to { $partner }.
}
drawing-tell-gets = { $named ->
    [yes] Gets “{ $what }” from { $partner }.
   *[no] Gets something from { $partner }.
}
drawing-tell-way-ends = This way ends here.
drawing-tell-on = { $case ->
    [condition] If “{ $condition }”, on to step { $number }.
    [otherwise] Otherwise on to step { $number }.
   *[plain] On to step { $number }.
}
drawing-tell-back = { $case ->
    [condition] If “{ $condition }”, back to step { $number }.
    [otherwise] Otherwise back to step { $number }.
   *[plain] Back to step { $number }.
}
drawing-tell-all-of = At the same time on to the steps { $list }.
drawing-tell-first-of = On to the first of the steps { $list }.
