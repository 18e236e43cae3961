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
    [0] none of the room
    [one] 1 of the room (charged by the town hall)
   *[other] { $room } of the room (charged by the town hall)
}, { $kit ->
    [0] none of the kit
    [one] 1 of the kit (charged by the trainer)
   *[other] { $kit } of the kit (charged by the trainer)
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
road-subtitle = From and back to: { $base }. Arrival times leave time to set up the room.
road-time = Time
road-stop = Stop
road-then = Then
road-week = Week { $number }: { $period }
road-totals = { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
} · { $participants } participants · { $km } km
road-kit = Kit { $kit } ({ $tablets } tablets, { $needed } needed), to be fetched in { $depot }
road-leave = Leave { $place }
road-fetch = Fetch the kit in { $place }
road-return = Bring the kit back to { $place }
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
attendance-note = Each participant signs at each session. This document bears names: the trainer keeps it; do not display it.
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
    [one] Your enrolment is confirmed. We expect you at the following session:
   *[other] Your enrolment is confirmed. We expect you at the following { $sessions } sessions, which form a whole:
}
letter-dates = Dates
letter-where = Place
letter-time = Time
letter-tablet = A tablet will be lent to you during the sessions: you need not bring anything. It is { $source ->
    [room] one of the room, charged by the town hall
    [kit] one of the trainer's kit, charged by the trainer
   *[both] one of the room, charged by the town hall, or one of the trainer's kit, charged by the trainer
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
letter-privacy = Personal data. Controller: { $sender }. Your name, your contact details and the answers you gave when you enrolled are used to organise these workshops only; the organisers and the trainers see them, nobody else. To see, correct or delete them, write to the controller; you may also complain to the data protection authority (CNIL, www.cnil.fr).
letter-reference = Reference: { $cycle } / { $resident }

## Letter of correction

correction-document = Letters of correction – { $cycle }
correction-subject = Subject: the sessions of your digital workshop change
correction-subject-lost = Subject: your digital workshop ends
correction-moved = The next sessions of your workshop will not be held as we told you. This is what was planned, and what holds from now on:
correction-new-appointment = We had to change the workshop in which a place was kept for you. This is what was planned, and what holds from now on:
correction-broken-off = Your workshop cannot go on to its end. This is what was planned, and what is still held:
correction-lost = The workshop in which a place was kept for you will not be held as planned, and we could not find another place for you yet:
correction-before = What was planned
correction-after = What holds now
correction-none = No session.
correction-waiting = We are sorry. You remain enrolled: we will write to you as soon as there is a place.
correction-refund = You owe no fee for this workshop; if you have paid it, it will be returned to you.
correction-question = If you have any question, you can reach us { $contact }.
correction-question-town = If you have any question, please ask your town hall.

## Bill of changes

bill-title = Bill of changes
bill-subtitle = Digital workshops, scenario “{ $scenario }”. Changes of the announced plan, from { $today } on.
bill-count-people = { $count ->
    [one] person to be told
   *[other] people to be told
}
bill-count-mairies = { $count ->
    [one] town hall concerned
   *[other] town halls concerned
}
bill-count-trainers = { $count ->
    [one] trainer concerned
   *[other] trainers concerned
}
bill-count-cost = to tell them, at the scenario’s price
bill-people = Whom to call
bill-mairies = Town halls
bill-trainers = Trainers
bill-changes = What each change costs and gains
bill-commune = { $commune } ({ $people ->
    [one] { $people } person
   *[other] { $people } people
})
bill-was = Announced
bill-is = Now
bill-why = Why
bill-cycle = Cycle
bill-costs = Telling costs
bill-gains = The change
bill-nothing = Nobody needs to be told: everything is held as announced.
bill-mairie-poster = new poster, new calendar and new workbook
bill-mairie-lists = new lists (workbook and calendar)
bill-trainer-book = new road book and new calendar

## Cost estimate

estimate-title = Cost estimate
estimate-subtitle = Digital workshops, scenario “{ $scenario }”, { $period }
estimate-served = participants
estimate-cycles = cycles
estimate-posts = Cost by post
estimate-post = Post
estimate-amount = Amount
estimate-share = Share
estimate-each = Cost for each
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
estimate-limit-prices = Rates are those of the scenario; a rate that changes changes the cost, and the best plan with it.
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
assume-travel = Journey accepted, where none is stated
assume-local = Journey between two places of one commune
assume-turnaround = Setting up and packing between two sessions

## The proof

proof-optimal = No plan that keeps the rules can do better than { $bound }: this plan is the best there is.
proof-gap = No plan that keeps the rules can do better than { $bound }; this one is at { $objective }. The gap is at most { $gap } of the objective.
proof-none = This plan was made or changed by hand and brings no proof. At a glance, no plan can do better than { $bound }; this one is at { $objective }.
proof-part = Only a part of the announced plan was planned again ({ $parts }); how good it is was proven for that part alone. At a glance, no plan for the whole can do better than { $bound }; this one is at { $objective }.
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
