## Control flow
soundness-at = "{ $name }"
soundness-here = this place
soundness-deadlock = The case gets stuck at { $place }: it waits for something that does not come.
soundness-livelock = At { $place } the case turns in a circle and never comes to an end.
soundness-unsafe = After { $place } everything happens twice for the same case: parallel ways run together without waiting.
soundness-improper-end = A case reaches { $place } more than once.
soundness-dead-activity = No case ever reaches { $place }.
