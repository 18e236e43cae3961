### What the documents say.

invented = invented data

## Why a resident is unserved

unserved-no_venue_in_reach = No host venue is within { $limit } minutes: the nearest, in { $commune }, is { $minutes } minutes away
unserved-no_way = No known road leads to a host venue
unserved-no_step_free_venue = { $venues ->
    [one] The only host venue within reach is not step-free
   *[other] None of the { $venues } host venues within reach is step-free
}
unserved-no_slot_in_common = { $venues ->
    [one] The only host venue within reach is not open at any of the resident's times
   *[other] The { $venues } host venues within reach are not open at any of the resident's times
}
unserved-track_not_taught = No trainer teaches this track
unserved-no_trainer_at_slot = No trainer for this track works at the possible times and places
unserved-no_open_dates = The calendar has no room for a whole cycle at the possible times and places
unserved-too_late = Available only from { $from }; the last cycle that could be held starts on { $last }
unserved-no_tablet = There is no tablet to lend
unserved-party_too_large = The { $members } people who enrolled together outnumber the places of the largest group ({ $places })
unserved-party_tracks = The { $members } people who enrolled together want { $tracks } tracks, and a cycle has one
unserved-party_slots = The { $members } people who enrolled together have no time in common
unserved-party_venues = Each of the { $members } people who enrolled together could come somewhere, but no venue suits them all at a time they share
unserved-party_places = The { $members } people who enrolled together outnumber the places of the venues that suit them all ({ $places } at most)
unserved-party_tablets = { $needed } of the { $members } people who enrolled together need a tablet, and the venues that suit them all have { $available } at most, including the kit
unserved-party_dates = By the time the last of the { $members } people who enrolled together is available, no cycle can begin at the venues that suit them all
unserved-party_member = { $member }, of the same party, cannot come, and all members come or none
unserved-too_few_neighbours = At most { $best } interested { $best ->
    [one] resident
   *[other] residents
} could meet at one place and time; a group needs { $needed }
unserved-too_few_places = { $cycles ->
    [one] The only cycle that would suit ({ $nearest }) has only { $places } { $places ->
        [one] place
       *[other] places
    } left for the { $members } people who enrolled together
   *[other] None of the { $cycles } cycles that would suit has places for the { $members } people who enrolled together: { $places } at most ({ $nearest })
}
unserved-cycles_full = { $cycles ->
    [one] The only cycle that would suit is full ({ $nearest })
   *[other] The { $cycles } cycles that would suit are full (the nearest is { $nearest })
}
unserved-not_joined = Cycle { $nearest } has { $places ->
    [one] 1 place
   *[other] { $places } places
}, but adding { $members ->
    [one] this resident
   *[other] the { $members } people who enrolled together
} would break a rule (tablets, budget) or cost more than it is worth
unserved-budget_spent = The budget is spent: { $left } left, less than the cost of the cheapest cycle
unserved-too_few_left = No cycle that would suit was opened; at most { $best } unserved { $best ->
    [one] resident
   *[other] residents
} could meet at one place and time, and a group needs { $needed }
unserved-nothing_free = No cycle that would suit was opened, and none can be added: the rooms or the trainers are taken on every date
unserved-not_concerned = Only part of the announced plan was replanned, and this resident is not in it
unserved-no_cycle_opened = No cycle that would suit was opened, although { $best } unserved residents could meet at one place and time: it would cost more than it is worth, or the trainers' journeys and the kits do not allow it

## Who is left out, and what is left idle

left-title = { $residents ->
    [one] 1 resident is left out:
   *[other] { $residents } residents are left out:
}
left-no_venue_in_reach = no venue close enough
left-no_step_free_venue = no step-free venue within reach
left-no_slot_in_common = no venue within reach is open when they can come
left-track_not_taught = nobody teaches the track they want
left-no_trainer_at_slot = no trainer at the possible times and places
left-no_open_dates = no whole cycle fits into the calendar
left-too_late = available too late for the last possible cycle
left-no_tablet = no tablet to lend
left-party_too_large = enrolled together, more than the largest group can hold
left-party_incompatible = enrolled together, and nothing suits them all
left-party_member = enrolled with someone who cannot come
left-too_few_neighbours = too few enrolled to form a group
left-too_few_places = not enough places for all who enrolled together
left-cycles_full = the cycles that would suit are full
left-not_joined = taking them into a cycle with places would break a rule or cost more than it is worth
left-budget_spent = the budget does not cover another cycle
left-too_few_left = too few people left for another group
left-nothing_free = the rooms or trainers that would suit are taken
left-not_concerned = only part of the announced plan was replanned, not theirs
left-no_cycle_opened = another cycle would cost more than it is worth, or journeys and kits do not allow it
left-others = other reasons (unserved.csv gives each)
idle-line = Still free: { $parts }
idle-trainers = { $free } of { $of } trainer sessions
idle-kits = { $free } of { $of } kit days
idle-budget = { $left } of the budget

## The bill of changes

changes-sessions = { $weekday } { $time }: { $dates } ({ $venue }, { $commune })
changes-reason-new_appointment = new appointment, in another cycle
changes-reason-moved = different days or another room
changes-reason-lost = no longer has a place
changes-reason-broken_off = the cycle is broken off
changes-reason-closed = the cycle is closed
changes-reason-new_cycle = new cycle
changes-reason-first_appointment = first place
changes-reason-stand_in = stands in for another trainer
changes-reason-replaced = is replaced
changes-cost = { $calls ->
    [0] no call
    [one] { $calls } call
   *[other] { $calls } calls
}, { $cost } in all
changes-gain-saves = saves { $amount }
changes-gain-loses = costs { $amount } more
changes-gain-imposed = imposed: the cycle cannot be held as announced
changes-gain-joint = linked to other changes, with which the announced cycle would break a rule
session-elsewhere = in another room: { $place }
