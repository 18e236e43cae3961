### What exported documents say: calendars, workbooks, files for other systems.

## Folders and files

folder-mairies = mairies
folder-cycles = cycles
folder-trainers = trainers
folder-report = report
folder-systems = systems
file-calendar = calendar
file-workbook = workbook
file-plan-workbook = plan
file-venues = venues
file-flows = flows
file-mednum = lieux-mediation-numerique
file-rdv = rdv-service-public

## Calendars

ics-mairie-name = Digital workshops – { $commune }
ics-trainer-name = Digital workshops – trainer { $trainer }
ics-description = Sessions of the digital workshops. This calendar is updated with every new version of the plan.
ics-session = Digital workshop { $cycle }, session { $number } of { $of }
ics-session-text =
    Cycle { $cycle }, track “{ $track }”
    Enrolled: { $participants }; places left: { $left }
    { $tablets }
    Trainer: { $trainer }
ics-away = Digital workshop in { $commune } ({ $cycle }), session { $number } of { $of }
ics-away-text =
    Cycle { $cycle }, track “{ $track }”
    Participants from the commune: { $residents }
ics-trainer = { $commune } – workshop { $cycle }, session { $number } of { $of }
ics-trainer-text =
    Cycle { $cycle }, track “{ $track }”
    Participants: { $participants }
    { $tablets }{ $kit }
ics-kit =
    {""}
    Kit: { $kit }, to be collected in { $depot }

## Workbooks

mairie-workbook-title = Digital workshops – { $commune }
plan-workbook-title = Plan of the digital workshops – { $scenario }
sheet-about = About
sheet-cycles = Cycles
sheet-sessions = Sessions
sheet-participants = Participants
sheet-waiting = Waiting
sheet-bill = To inform
sheet-gains = What changes cost and save
sheet-fairness = Communes
sheet-costs-communes = Costs by commune
sheet-costs-cycles = Costs by cycle
sheet-kits = Kits
workbook-too-long = the sheet “{ $sheet }” would have { $rows } rows, more than a workbook holds

head-about = Item
head-figure = Value
about-document = Document
about-scenario = Scenario
about-from = From
about-until = To
about-interested = Enrolments
about-sessions = Sessions
about-privacy = Personal data
about-privacy-text = People appear by their pseudonymous identifier only.
about-travel = Travel times
about-travel-text = Marked “estimated” where no distance was measured.
about-data = Data

head-address = Address
head-after = Now
head-before = Announced
head-calls = Calls
head-commune = Commune
head-concerns = Who
head-cost = Cost
head-cycle = Cycle
head-cycle-after = Cycle now
head-cycle-before = Cycle announced
head-cycles = Cycles
head-cycles-here = Cycles hosted
head-date = Date
head-depot = Collect in
head-end = End
head-first = First session
head-gross-each = Gross cost per participant
head-gross-hour = Gross cost per workshop hour
head-home = Home commune
head-identifier = Identifier
head-insee = INSEE
head-interested = Enrolled
head-kit = Kit
head-last = Last session
head-mean-travel = Mean travel (min)
head-net-each = Net cost per participant
head-note = Note
head-of = of
head-participants = Participants
head-party = Party
head-places-left = Places left
head-reason = Why
head-resident = Participant
head-served = Served
head-session = Session
head-sessions = Sessions
head-share = Share served
head-start = Start
head-tablet = Tablet lent
head-tablets = Tablets needed
head-tablets-held = Tablets
head-tablets-kit = Tablets of the kit (the trainer keeps them charged)
head-tablets-room = Tablets of the room (the town hall keeps them charged)
head-total = Total
head-track = Track
head-trainer = Trainer
head-travel-kind = Travel
head-travel-km = Travel (km)
head-travel-min = Travel (min)
head-unserved = Waiting
head-venue = Venue
head-weekday = Day
head-why = Why
travel-measured = measured
travel-estimated = estimated
concerns-person = resident
concerns-mairie = town hall
concerns-trainer = trainer
note-broken-off = broken off before its end
note-repaired = { $sessions ->
    [one] { $sessions } session elsewhere or led by a stand-in
   *[other] { $sessions } sessions elsewhere or led by a stand-in
}

## Other systems

mednum-summary = Cycles of digital workshops in small groups; enrolment at the town hall. Tablets are lent on the spot.
mednum-days = Sessions from { $from } to { $until }, except for closures: ask at the town hall.
mednum-no-hours = Sessions from { $from } to { $until }, at times that follow no weekly rule: ask at the town hall.
mednum-point = The coordinates are those of the commune.
rdv-motif = Digital workshop ({ $track })
rdv-title = Digital workshop { $cycle }, session { $number } of { $of }
