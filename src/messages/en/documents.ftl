### What the documents say.

invented = invented data

## Why a resident is unserved

unserved-no_venue_in_reach = No host venue is within { $limit } minutes: the nearest, in { $commune }, is { $minutes } minutes away
unserved-no_way = There is no way to any host venue
unserved-no_step_free_venue = { $venues ->
    [one] The one host venue in reach is not step-free
   *[other] None of the { $venues } host venues in reach is step-free
}
unserved-no_slot_in_common = { $venues ->
    [one] The one host venue in reach is open at none of the resident's times
   *[other] The { $venues } host venues in reach are open at none of the resident's times
}
unserved-track_not_taught = No trainer teaches this track
unserved-no_trainer_at_slot = No trainer for this track works at the times and places in question
unserved-no_open_dates = The calendar has no room for a whole cycle at the times and places in question
unserved-too_late = Available from { $from } only; the last cycle that could be held starts on { $last }
unserved-no_tablet = There is no tablet to lend
unserved-party_too_large = The party has { $members } members; the largest group has { $places } places
unserved-party_incompatible = Each member of the party could come, but no venue, time and track suits them all
unserved-party_member = { $member }, of the same party, cannot come, and all come or none
unserved-too_few_neighbours = At most { $best } interested { $best ->
    [one] resident
   *[other] residents
} could meet at one place and time; a group needs { $needed }
unserved-cycles_full = { $cycles ->
    [one] The one cycle that would suit is full ({ $nearest })
   *[other] The { $cycles } cycles that would suit are full (the nearest is { $nearest })
}
unserved-not_joined = Cycle { $nearest } has a place, but joining it would break a rule (tablets, budget) or cost more than it is worth
unserved-budget_spent = The budget is spent: { $left } left, less than the cheapest cycle
unserved-too_few_left = No cycle that would suit was opened; at most { $best } unserved { $best ->
    [one] resident
   *[other] residents
} could meet at one place and time, and a group needs { $needed }
unserved-nothing_free = No cycle that would suit was opened, and none can be added: the rooms or the trainers are taken on every date
unserved-no_cycle_opened = No cycle that would suit was opened, although { $best } unserved residents could meet at one place and time: it would cost more than it is worth, or the trainers' journeys and the kits do not allow it
