### Rules of a legal plan: label, reason, and what a violation says.

## The verdict

# $violations (number)
verdict = { $violations ->
    [0] The plan is legal: no rule is broken.
    [one] The plan is not legal: 1 violation.
   *[other] The plan is not legal: { $violations } violations.
}
verdict-rule = { $code } { $label }: { $reason }

measure-minutes = { $value } min
measure-days = { $value ->
    [one] 1 day
   *[other] { $value } days
}
measure-no_date = no date
measure-step_free = step-free
measure-steps = with steps
measure-no_way = no known route
limit-at_least = at least { $value }
limit-at_most = at most { $value }
limit-from = from { $value } on
limit-from_time = from { $value } on
limit-until = until { $value }
limit-exactly = { $value }
limit-no_date = no date is possible: the plan's period ends too soon
limit-too_few_dates = { $value }, and the plan's period ends before the next
limit-one_of = one of { $value }
limit-outside = not from { $from } to { $until }
limit-not_on = not on { $value }
limit-reachable = a known route
violation-closed = closed: { $days }
closed-day = { $date }, { $scope }
closed-day-because = { $date }, “{ $reason }”, { $scope }
closure-all = closed everywhere
closure-commune = { $commune } closed
closure-venue = venue { $venue } closed
closure-trainer = trainer { $trainer } away

## H1 group

rule-group_size = Group size
reason-group_size = a group is large enough to be worth a room, and everyone in it has a seat
violation-group_size = cycle { $cycle } has { $measured ->
    [one] 1 participant
   *[other] { $measured } participants
}; { $limit } expected

## H2 resident

rule-one_cycle_each = One cycle each
reason-one_cycle_each = a resident attends at most one cycle
violation-one_cycle_each = resident { $resident } is listed { $measured } times ({ $cycle }); { $limit } expected
rule-resident_track = Track wanted
reason-resident_track = a cycle teaches what its participants enrolled for
violation-resident_track = resident { $resident } enrolled for { $limit }, and cycle { $cycle } teaches { $measured }
rule-resident_slot = Suitable times
reason-resident_slot = participants come at times that suit them
violation-resident_slot = resident { $resident } cannot come to cycle { $cycle } at { $measured }; can come at { $limit }
rule-travel_limit = Journey
reason-travel_limit = nobody travels longer than they can
violation-travel_limit = resident { $resident } travels to cycle { $cycle }: { $measured }; { $limit } expected
rule-step_free = Step-free venue
reason-step_free = residents who need a step-free venue have one
violation-step_free = resident { $resident } needs a step-free venue, and { $venue } of cycle { $cycle } is not: { $measured }; { $limit } expected
rule-resident_available = Start after availability
reason-resident_available = a cycle does not start before its participants can
violation-resident_available = resident { $resident } cannot start cycle { $cycle } on { $measured }; { $limit } expected

## H3 party

rule-party_together = Parties together
reason-party_together = residents who enrolled together attend together or not at all
violation-party_together = party { $party }: at most { $measured ->
    [one] 1 member
   *[other] { $measured } members
} together; { $limit } expected (cycles: { $cycle }; left out: { $resident })

## H4 venue

rule-venue_slot = Venue's times
reason-venue_slot = a venue is used at its opening times
violation-venue_slot = cycle { $cycle } uses venue { $venue } at { $measured }; { $limit } expected
rule-venue_available = Venue's availability
reason-venue_available = a venue is used while it is available
violation-venue_available = cycle { $cycle } uses venue { $venue } on { $measured }; { $limit } expected
rule-venue_overlap = One group in a venue
reason-venue_overlap = two groups are never in the same venue at the same time
violation-venue_overlap =
    venue { $venue } on { $date }: of cycles { $cycle }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }, the second starts at { $measured }; { $limit } expected

## H5 dates

rule-session_dates = Session dates
reason-session_dates = sessions fall on the slot's weekday, on the first open weeks from the first date on
violation-session_dates = cycle { $cycle } meets on: { $measured }; expected: { $limit }
rule-horizon = Horizon
reason-horizon = every session lies within the plan's period
violation-horizon = cycle { $cycle } meets on { $measured }; { $limit } expected
rule-max_gap = Longest pause
reason-max_gap = what was learnt is not forgotten between two sessions
violation-max_gap = cycle { $cycle } pauses for { $measured } ({ $date }); { $limit } expected

## H6 trainer

rule-trainer_slot = Trainer's times
reason-trainer_slot = a trainer works at the times agreed
violation-trainer_slot = trainer { $trainer } does not work at { $measured } (cycle { $cycle }); { $limit } expected
rule-trainer_track = Trainer's tracks
reason-trainer_track = a trainer teaches what they are trained for
violation-trainer_track = trainer { $trainer } does not teach { $measured } (cycle { $cycle }); { $limit } expected
rule-trainer_available = Trainer's availability
reason-trainer_available = a trainer has no session on days they do not work
violation-trainer_available = trainer { $trainer } does not work on { $measured } (cycle { $cycle }); { $limit } expected
rule-trainer_day = Sessions per day
reason-trainer_day = a trainer's day is limited
violation-trainer_day = trainer { $trainer } has { $measured ->
    [one] 1 session
   *[other] { $measured } sessions
} on { $date } ({ $cycle }); { $limit } expected
rule-trainer_week = Sessions per week
reason-trainer_week = a trainer's week is limited
violation-trainer_week = trainer { $trainer } has { $measured ->
    [one] 1 session
   *[other] { $measured } sessions
} in the week of { $week }; { $limit } expected
rule-trainer_total = Sessions in all
reason-trainer_total = a trainer leads no more sessions than agreed for the whole horizon
violation-trainer_total = trainer { $trainer } has { $measured ->
    [one] 1 session
   *[other] { $measured } sessions
} in all; { $limit } expected

## H7 moving

rule-trainer_moving = Time to travel
reason-trainer_moving = between two sessions a trainer can travel and set up
violation-trainer_moving =
    trainer { $trainer } on { $date }, cycles { $cycle }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }: { $measured } between the first two sessions; { $limit } expected
rule-trainer_reach = Known routes
reason-trainer_reach = every leg of a trainer's day can be travelled
violation-trainer_reach = trainer { $trainer } on { $date }, { $commune }: { $measured }; { $limit } expected

## H8 kits

rule-kit_taken = One kit per day
reason-kit_taken = a trainer whose sessions need tablets takes out exactly one kit for the day
violation-kit_taken = trainer { $trainer } takes { $measured ->
    [one] 1 kit
   *[other] { $measured } kits
} on { $date }; { $limit } expected
rule-kit_size = Tablets in the kit
reason-kit_size = the kit has enough tablets for the session of the day that needs most
violation-kit_size = kit { $kit } of trainer { $trainer } on { $date } has { $measured ->
    [one] 1 tablet
   *[other] { $measured } tablets
}; { $limit } expected
rule-kit_shared = One trainer per kit
reason-kit_shared = a kit goes to at most one trainer per day
violation-kit_shared = kit { $kit } goes to { $measured } trainers on { $date } ({ $trainer }); { $limit } expected
rule-kit_unneeded = No unneeded kit
reason-kit_unneeded = a trainer whose sessions need no tablets takes no kit
violation-kit_unneeded = trainer { $trainer } takes kit { $kit } on { $date }, but no session of the day needs it

## H9 hosts

rule-host_commune = Host communes
reason-host_commune = cycles take place in host communes
violation-host_commune = cycle { $cycle } is at { $venue } in { $measured }, which is not a host commune
rule-host_limit = Cycles per commune
reason-host_limit = no commune hosts more cycles than agreed
violation-host_limit = { $commune } hosts { $measured ->
    [one] 1 cycle
   *[other] { $measured } cycles
}; { $limit } expected

## H10 budget

rule-budget = Budget
reason-budget = the gross cost stays within the budget
violation-budget = the gross cost is { $measured }; { $limit } expected

## L1 and L2 what was announced

rule-held_sessions = Held sessions
reason-held_sessions = what has been held cannot be changed
violation-held_sessions = cycle { $cycle } has these sessions before today: { $measured }; expected, with the slot, rooms and trainers announced: { $limit }
rule-committed_stands = Committed cycles
reason-committed_stands = a cycle that has begun or begins within the notice period stays as announced, except for repairs
violation-committed_stands = cycle { $cycle } was announced and is committed, but is not in the plan with its slot, track, venue and trainer
rule-participants_stay = Promised places
reason-participants_stay = a resident announced in a committed cycle keeps their place
violation-participants_stay = resident { $resident } was announced in cycle { $cycle } and is no longer in it
rule-nobody_joins = No newcomers
reason-nobody_joins = nobody joins a cycle that has begun
violation-nobody_joins = resident { $resident } joins cycle { $cycle }, which has begun

## L3 withdrawals

rule-withdrawn = Withdrawals
reason-withdrawn = a resident who has withdrawn takes part in no cycle
violation-withdrawn = resident { $resident } has withdrawn but is listed in cycle { $cycle }

## L4 repairs

rule-stand_in = Stand-ins
reason-stand_in = if a trainer cannot lead a session, and only then, another who can leads it
violation-stand_in = cycle { $cycle } on { $date }: trainer { $trainer } cannot lead this session, or nothing prevents the trainer announced from leading it
rule-other_room = Other rooms
reason-other_room = if a room cannot be used, and only then, the session is held in another that suits everyone
violation-other_room = cycle { $cycle } on { $date }: room { $venue } cannot be used for this session, or nothing prevents holding it in the room announced
rule-postponed = Postponed sessions
reason-postponed = only what cannot be held as announced is postponed, with what follows, to days when room and trainer are free
violation-postponed = cycle { $cycle } has these upcoming sessions: { $measured }; announced: { $limit }
rule-broken_off = Broken-off cycles
reason-broken_off = a cycle is broken off at a session that cannot be held, or when too few are left; it lists those who attend no other
violation-broken_off = cycle { $cycle } is broken off with these sessions: { $measured }; expected, with those who attend no other cycle: { $limit }

## L5 and L6 what is new, and past kits

rule-notice = Notice
reason-notice = nothing new begins without notice
violation-notice = cycle { $cycle } is new and begins on { $measured }; { $limit } expected
rule-new_id = Identifiers
reason-new_id = a new cycle has an identifier that was never announced, and no repairs
violation-new_id = cycle { $cycle } is neither as announced nor under an identifier of its own, or has repairs although it is new
rule-held_kits = Past kits
reason-held_kits = the kits of past days are as announced
violation-held_kits = on { $date } the roster of past kits is not as announced: { $measured ->
    [one] 1 kit
   *[other] { $measured } kits
} instead of { $limit }

## A plan's own figures

disagreement-amount = { $key }: the plan says { $stated }, but its cycles give { $recomputed }
disagreement-gap = gap: the plan says { $stated }, but its objective and bound give { $recomputed }
disagreement-bound = bound: no plan should cost less than { $bound }, and this one costs { $objective }
disagreement-origin = { $key }: the plan says “{ $stated }”, but the input says “{ $expected }”
disagreement-repeated_cycle = cycle { $id } appears more than once
disagreement-not_listed = resident { $id } is in no cycle and not listed as unserved
disagreement-listed_and_served = resident { $id } is listed as unserved but takes part in a cycle
disagreement-listed_twice = resident { $id } is listed as unserved more than once
disagreement-listed_withdrawn = resident { $id } is listed as unserved but has withdrawn
disagreement-unknown = the list of unserved names { $id }, who is not in the table of residents: remove them from `unserved`, or restore their row in the table
disagreement-stands = cycle { $id } is marked as unchanged (`stands`), but is not as announced
disagreement-closed = the list of closed cycles is { $stated }; it should be { $expected }
