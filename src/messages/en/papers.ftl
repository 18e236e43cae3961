### What printed documents say: poster, road book, attendance sheet, letter, cost estimate.

paper-made = Plan of { $date }
minutes = { $minutes } min
sessions = { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
}
tablets-none = no tablet to lend
tablets-lent = { $total ->
    [one] 1 tablet to lend
   *[other] { $total } tablets to lend
}: { $room ->
    [0] none from the room
    [one] 1 from the room (the town hall keeps it charged)
   *[other] { $room } from the room (the town hall keeps them charged)
}, { $kit ->
    [0] none from the kit
    [one] 1 from the kit (the trainer keeps it charged)
   *[other] { $kit } from the kit (the trainer keeps them charged)
}

file-poster = poster
file-road-book = road-book
file-attendance = attendance
file-confirmations = confirmations
file-corrections = corrections
file-bill = bill-of-changes
file-estimate = cost-estimate

## Poster

poster-title = Digital workshops – { $commune }
poster-kicker = Digital workshops
poster-promise = { $sessions ->
    [one] One session
   *[other] { $sessions } sessions
} of { $hours } hours to feel at ease with a tablet, in groups of { $places } at most.
poster-when = When
poster-dates = Dates
poster-where = Where
poster-places = Places
poster-here = In the commune
poster-near = Close by, with places left
poster-nearest = The nearest with places left
poster-none-here = No workshop is planned in { $commune } for now. Residents are welcome in the neighbouring communes.
poster-enrol = How to enrol
poster-step-free = Step-free access
poster-track = Track “{ $track }”
poster-left = { $left ->
    [0] Full
    [one] 1 place
   *[other] { $left } places
}
poster-way-measured = { $minutes } min away
poster-way-estimated = about { $minutes } min away (estimate)
poster-enrol-hall = At: { $hall }
poster-enrol-town = At the town hall of { $commune }.
poster-fee = Fee: { $fee } for the whole cycle.
poster-free = Free of charge.
poster-bring = Tablets are lent on the spot; bring your own if you have one.
poster-elsewhere = On { $date } { $place }
poster-map = { $commune } and the neighbouring communes; circles show where workshops are held.

## Road book

road-title = Road book – trainer { $trainer }
road-subtitle = Start and finish: { $base }. Arrival times leave time to set up the room.
road-time = Time
road-stop = Stop
road-then = Then
road-week = Week { $number }: { $period }
road-totals = { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
} · { $participants } participants · { $km } km
road-kit = Kit { $kit } ({ $tablets } tablets, { $needed } needed), to be collected in { $depot }
road-leave = Leave { $place }
road-fetch = Collect the kit in { $place }
road-return = Return the kit to { $place }
road-back = Back in { $place }
road-session = Cycle { $cycle }, session { $number } of { $of } · track “{ $track }” · { $participants } participants · { $tablets }
road-way-measured = { $km } km, { $minutes } min
road-way-estimated = { $km } km, { $minutes } min (estimate)
road-empty = No session in this plan.

## Attendance sheet

attendance-document = Attendance sheet – { $cycle }
attendance-title = Attendance sheet
attendance-subtitle = Digital workshop { $cycle } · track “{ $track }”
attendance-name = Participant
attendance-reference = Reference
attendance-note = Each participant signs at each session. This document contains names: the trainer keeps it, and it must not be displayed.
attendance-session = Session { $number }
attendance-trainer = Trainer: { $trainer }
attendance-time = Time
attendance-organised = Commune
attendance-count = Participants
attendance-tablets = Tablets

## Letter of confirmation

letter-document = Confirmations of enrolment – { $cycle }
letter-sender = Digital workshops
letter-capacity = Organiser of the digital workshops
letter-date = { $place }, { $date }
letter-subject = Subject: confirmation of your place in the digital workshop
letter-hello = Dear Sir or Madam,
letter-intro = { $sessions ->
    [one] Your enrolment is confirmed. We look forward to seeing you at the following session:
   *[other] Your enrolment is confirmed. We look forward to seeing you at the following { $sessions } sessions, which form a whole:
}
letter-dates = Dates
letter-where = Place
letter-time = Time
letter-tablet = A tablet will be lent to you during the sessions: you do not need to bring anything. It comes { $source ->
    [room] from the room, where the town hall keeps it charged
    [kit] from the trainer's kit, and the trainer keeps it charged
   *[both] from the room, where the town hall keeps it charged, or from the trainer's kit, which the trainer keeps charged
}.
letter-own-device = Please bring your own tablet or telephone, charged, and its charger.
letter-fee = The fee is { $fee } for the whole cycle, to be paid { $payment }.
letter-payment = at the first session
letter-absent = If you cannot come, please tell us as soon as possible, { $contact }: someone else may be waiting for a place.
letter-absent-town = If you cannot come, please tell your town hall as soon as possible: someone else may be waiting for a place.
letter-by-phone = by telephone on { $phone }
letter-by-email = by e-mail to { $email }
letter-by-either = { $one } or { $other }
letter-courtesy = Yours faithfully,
letter-privacy = Personal data. Controller: { $sender }. Your name, your contact details and the answers you gave when you enrolled are used only to organise these workshops; only the organisers and the trainers see them. To see, correct or delete them, write to the controller; you may also complain to the data protection authority (CNIL, www.cnil.fr).
letter-reference = Reference: { $cycle } / { $resident }

## Letter of correction

correction-document = Letters of correction – { $cycle }
correction-subject = Subject: changes to the sessions of your digital workshop
correction-subject-lost = Subject: end of your digital workshop
correction-moved = The next sessions of your workshop will not be held as we announced. This is what was planned, and what now applies:
correction-new-appointment = We had to change the workshop in which a place was reserved for you. This is what was planned, and what now applies:
correction-broken-off = Your workshop cannot continue to its end. This is what was planned, and what will still be held:
correction-lost = The workshop in which a place was reserved for you will not be held as planned, and we have not yet been able to find another place for you:
correction-before = What was planned
correction-after = What now applies
correction-none = No session.
correction-waiting = We are sorry. You remain enrolled: we will write to you as soon as a place becomes available.
correction-refund = You owe no fee for this workshop; if you have already paid it, it will be refunded.
correction-question = If you have any questions, you can reach us { $contact }.
correction-question-town = If you have any questions, please contact your town hall.

## Bill of changes

bill-title = Bill of changes
bill-subtitle = Digital workshops, scenario “{ $scenario }”. Changes to the announced plan, from { $today }.
bill-count-people = { $count ->
    [one] person to inform
   *[other] people to inform
}
bill-count-mairies = { $count ->
    [one] town hall affected
   *[other] town halls affected
}
bill-count-trainers = { $count ->
    [one] trainer affected
   *[other] trainers affected
}
bill-count-cost = to inform them, at the scenario’s rate
bill-people = Who to call
bill-mairies = Town halls
bill-trainers = Trainers
bill-changes = What each change costs and saves
bill-commune = { $commune } ({ $people ->
    [one] { $people } person
   *[other] { $people } people
})
bill-was = Announced
bill-is = Now
bill-why = Why
bill-cycle = Cycle
bill-costs = Cost of informing
bill-gains = The change
bill-nothing = Nobody needs to be informed: everything is held as announced.
bill-mairie-poster = new poster, new calendar and new workbook
bill-mairie-lists = new lists (workbook and calendar)
bill-trainer-book = new road book and new calendar

## Cost estimate

estimate-title = Cost estimate
estimate-subtitle = Digital workshops, scenario “{ $scenario }”, { $period }
estimate-served = participants
estimate-cycles = cycles
estimate-posts = Cost by item
estimate-post = Item
estimate-amount = Amount
estimate-share = Share
estimate-each = Unit costs
estimate-gross = Gross
estimate-net = Net
estimate-per-participant = Per participant
estimate-per-hour = Per hour of workshop
estimate-per-participant-hour = Per participant and hour attended
estimate-per-cycle = Per cycle
estimate-assumptions = Assumptions
estimate-proof = What is proven
estimate-limits = What this note does not say
estimate-limit-travel = Travel times and distances that were not measured are estimates.
estimate-limit-prices = Rates are those of the scenario; if a rate changes, so do the cost and the best plan.
estimate-limit-people = Withdrawals are not counted: a smaller group costs nearly as much.
assume-cycle = Sessions in a cycle
assume-session = Length of a session
assume-group = Participants in a group
assume-hourly = Hourly cost of a trainer
assume-prep = Paid preparation around each session
assume-mileage = Mileage, per kilometre
assume-rooms = Hire of a room, per session
assume-tablet = A tablet of a kit, per session (those of the rooms are not counted)
assume-support = Telephone help after the cycle, per participant
assume-setup = Posters, enrolment and letters, per cycle
assume-fee = Fee paid by a participant
assume-travel = Longest journey accepted, unless stated otherwise
assume-local = Journey between two places in the same commune
assume-turnaround = Setting up and packing between two sessions

## The proof

proof-optimal = No plan that keeps the rules can do better than { $bound }: this plan is the best possible.
proof-gap = No plan that keeps the rules can do better than { $bound }; this one is at { $objective }. The gap is at most { $gap } of the objective.
proof-none = This plan was made or changed by hand and comes with no proof. As a first estimate, no plan can do better than { $bound }; this one is at { $objective }.
proof-part = Only part of the announced plan was replanned ({ $parts }); how good it is was proven for that part alone. As a first estimate, no plan for the whole can do better than { $bound }; this one is at { $objective }.
proof-terms = What is compared is the sum of the net cost ({ $net }) and of what the scenario counts for people left out, travel, waiting and equity between communes ({ $service }).

## Maps

map-commune = { $commune }: { $interested ->
    [0] no enrolment
   *[other] { $served } of { $interested } served
}{ $cycles ->
    [0] {""}
    [one] , 1 cycle hosted
   *[other] , { $cycles } cycles hosted
}
map-flow = From { $from } to { $to }: { $participants ->
    [one] 1 participant
   *[other] { $participants } participants
}
map-host = { $commune }: { $cycles ->
    [one] 1 cycle
   *[other] { $cycles } cycles
} in { $rooms ->
    [one] 1 room
   *[other] { $rooms } rooms
}
