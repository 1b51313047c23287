# The story of a process model. Names of the model stand behind a colon and are never bent.
story-empty = The model contains no steps.
story-unnamed-process = Process without a name
story-process = Process: { $name }
story-roles = Taking part: { $list }
story-closed-heading = Others who take part
story-closed = { $list }: the model does not show what happens there.
story-part-heading = { $named ->
    [yes] Sub-process of step { $number }: { $name }
   *[no] Sub-process of step { $number }
}
story-and = and
story-other-side = the other side
story-unnamed-step = Step without a name
story-start = { $of ->
    [part] The sub-process
   *[whole] The process
} begins{ $trigger ->
    [message] { " " }with a message
    [timer] { " " }at a certain time
    [duration] { " " }after { $duration }
    [conditional] { " " }as soon as a condition holds
    [signal] { " " }on a signal
    [error] { " " }on an error
    [escalation] { " " }on an escalation
    [compensation] { " " }when something is undone
    [multiple] { " " }with one of several events
   *[none] { "" }
}
story-start-also = { $of ->
    [part] The sub-process
   *[whole] The process
} may also begin { $trigger ->
    [message] with a message
    [timer] at a certain time
    [duration] after { $duration }
    [conditional] as soon as a condition holds
    [signal] on a signal
    [error] on an error
    [escalation] on an escalation
    [compensation] when something is undone
    [multiple] with one of several events
   *[none] here
}
story-end = { $trigger ->
    [message] End with a message
    [signal] End with a signal
    [error] End with an error
    [escalation] End with an escalation
    [cancel] End by cancelling
    [compensation] End; earlier steps are undone
    [terminate] End of the whole process
   *[none] End
}
story-catch = { $trigger ->
    [message] Wait for a message
    [timer] Wait for the time
    [duration] Wait ({ $duration })
    [conditional] Wait until a condition holds
    [signal] Wait for a signal
    [link] Continued
    [multiple] Wait for one of several events
   *[none] Wait for an event
}
story-throw = { $trigger ->
    [message] Send a message
    [signal] Give a signal
    [escalation] Raise an escalation
    [compensation] Undo earlier steps
    [link] Continued elsewhere
    [multiple] Trigger several events
   *[none] Reached
}
story-border = { $trigger ->
    [message] If a message arrives meanwhile
    [timer] If the time runs out meanwhile
    [duration] If this takes longer than { $duration }
    [conditional] If a condition comes true meanwhile
    [signal] If a signal comes meanwhile
    [error] If an error occurs
    [escalation] If an escalation becomes necessary
    [cancel] If this is cancelled
    [compensation] If this has to be undone
   *[none] If something comes in between
}
story-border-of = { $trigger ->
    [message] If a message arrives during step { $host }
    [timer] If the time runs out during step { $host }
    [duration] If step { $host } takes longer than { $duration }
    [conditional] If a condition comes true during step { $host }
    [signal] If a signal comes during step { $host }
    [error] If an error occurs in step { $host }
    [escalation] If step { $host } makes an escalation necessary
    [cancel] If step { $host } is cancelled
    [compensation] If step { $host } has to be undone
   *[none] If something comes in between during step { $host }
}
story-breaks-off = The step then ends early.
story-runs-on = The step goes on all the same.
story-part = { $kind ->
    [event] This may come in between at any time
    [ad-hoc] Sub-process in any order
    [transaction] Sub-process that counts only as a whole
   *[plain] Sub-process
}
story-part-steps = { $case ->
    [one] step { $first }, see below
   *[many] steps { $first } to { $last }, see below
}
story-part-closed = not detailed in the model
story-call = Another process follows
story-undoes = Only to undo something
story-automatic = automatically
story-by-rules = automatically by fixed rules
story-sends-message = sends a message
story-waits-for-message = waits for a message
story-wait-for-all = It goes on as soon as all simultaneous ways are done
story-wait-for-open = It goes on as soon as all ways that were begun are done
story-wait-for-rule = It goes on as soon as a special rule holds
story-ways-meet = Here the ways come together again
story-leads-nowhere = Branch without a way on
story-passes = It goes on here without a branch
story-split = { $kind ->
    [parallel] { $named ->
        [yes] At the same time
       *[no] From here on, at the same time
    }
    [inclusive] { $named ->
        [yes] One or more ways
       *[no] From here on, at least one of the ways applies
    }
    [event] { $named ->
        [yes] What happens first decides
       *[no] What happens first decides
    }
    [complex] { $named ->
        [yes] By a special rule
       *[no] From here on, a special rule applies
    }
   *[exclusive] { $named ->
        [yes] Decision
       *[no] There are { $count ->
            [2] two
            [3] three
            [4] four
           *[other] { $count }
        } possibilities
    }
}
story-then = { $kind ->
    [parallel] Then, at the same time
   *[choice] Then there are several possibilities
}
story-way = { $case ->
    [answer] If { $condition }
    [condition] In the case “{ $condition }”
    [otherwise] Otherwise
    [either] Either
    [or] Or
   *[strand] Way { $place } of { $of }
}
story-way-on = { $head }: go on with step { $number }.
story-way-back = { $head }: go back to step { $number }.
story-on = { $case ->
    [condition] In the case “{ $condition }” go on with step { $number }.
   *[plain] Go on with step { $number }.
}
story-back = { $case ->
    [condition] In the case “{ $condition }” go back to step { $number }.
   *[plain] Go back to step { $number }.
}
story-way-ends = The way ends here.
story-unreached = No way in the model leads to this step.
story-loop = This is repeated as needed.
story-several = This happens several times.
story-uses = From: { $list }
story-works-on = Works on: { $list }
story-makes = Result: { $list }
story-looks-up = Data from: { $list }
story-keeps-up = Data in: { $list }
story-stores = Stored in: { $list }
story-sends = { $named ->
    [yes] Sends “{ $what }” to { $partner }
   *[no] Sends a message to { $partner }
}
story-gets = { $named ->
    [yes] Receives “{ $what }” from { $partner }
   *[no] Receives a message from { $partner }
}
story-duration = { $unit ->
    [years] { $amount ->
        [one] 1 year
       *[other] { $amount-text } years
    }
    [months] { $amount ->
        [one] 1 month
       *[other] { $amount-text } months
    }
    [weeks] { $amount ->
        [one] 1 week
       *[other] { $amount-text } weeks
    }
    [days] { $amount ->
        [one] 1 day
       *[other] { $amount-text } days
    }
    [hours] { $amount ->
        [one] 1 hour
       *[other] { $amount-text } hours
    }
    [minutes] { $amount ->
        [one] 1 minute
       *[other] { $amount-text } minutes
    }
   *[seconds] { $amount ->
        [one] 1 second
       *[other] { $amount-text } seconds
    }
}
