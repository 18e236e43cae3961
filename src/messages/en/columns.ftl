### What each column of the tables means, with its unit, its default and an example: comments of the headers of workbooks.

column-required = Needed in every row.
column-optional = May be left empty.
shipped-note-census = population: census 2023; point: town hall
shipped-note-published = published
shipped-note-to-confirm = to confirm
column-note = For readers. A row that says “invented” marks the plan as based on invented data.

column-communes-insee = INSEE code of the commune, five characters, as text. Example: 25388
column-communes-name = Name of the commune. Other sheets may use it. Example: Montbéliard
column-communes-lat = Latitude of the town hall, degrees. Example: 47.51
column-communes-lon = Longitude of the town hall, degrees. Example: 6.80
column-communes-population = Inhabitants; unknown if empty. Example: 25800
column-communes-postal-code = Postal code, as text; unknown if empty. Example: 25200
column-communes-area-km2 = Area, square kilometres; unknown if empty. Example: 15.0
column-communes-min-cycles = Minimum number of cycles that the commune should host; 0 if empty. Example: 1

column-roads-from = One end of the road: a commune, by name or INSEE code. Example: Montbéliard
column-roads-to = The other end. Roads go both ways. Example: Audincourt
column-roads-km = Length, kilometres. Example: 5.2
column-roads-minutes = Driving time, minutes. Example: 9

column-distances-from = Where the measured journey starts: a commune. Example: Hérimoncourt
column-distances-to = Where it ends. The way back takes the same figures unless it has a row of its own. Example: Seloncourt
column-distances-km = Length, kilometres. Example: 4.1
column-distances-minutes = Driving time, minutes. Example: 7

column-slots-id = Short name of the weekly slot, without spaces. Other sheets may also name a slot by day and time. Example: tue-1400
column-slots-weekday = Day of the week. Example: Tuesday
column-slots-start = Time at which sessions start. Example: 14:00

column-venues-id = Short name of the room, without spaces. Example: V-25304-1
column-venues-commune = Commune of the room, by name or INSEE code. Example: Hérimoncourt
column-venues-name = Name of the room, as participants know it. Example: Salle des fêtes
column-venues-seats = Places for participants. Example: 12
column-venues-slots = Slots at which the room is free, separated by commas; * is every slot. Example: Tuesday 14:00, Thursday 9:30
column-venues-cost-per-session = Hire cost per session, euros; 0 if empty. Example: 15
column-venues-step-free = Whether a wheelchair can enter: yes or no; no if empty. Example: yes
column-venues-tablets = Tablets that stay in the room; 0 if empty. Example: 8
column-venues-available-from = First day on which the room can be used; from the start of the horizon if empty. Example: 2027-01-04
column-venues-available-until = Last day on which the room can be used; until the end of the horizon if empty. Example: 2027-06-30
column-venues-address = Street and number, for the invitations; left out if empty. Example: 3 rue du Stade

column-trainers-id = Short name of the trainer, without spaces. Example: T1
column-trainers-name = Name, as participants know it. Example: Camille
column-trainers-base = Commune from which the trainer sets out, by name or INSEE code. Example: Audincourt
column-trainers-slots = Slots at which the trainer works, separated by commas; * is every slot. Example: Tuesday 14:00, Thursday 9:30
column-trainers-tracks = Tracks that the trainer teaches, separated by spaces; all if empty. Example: base smartphone
column-trainers-hourly-cost = Cost of one hour, euros. Example: 30
column-trainers-km-cost = Cost of one kilometre driven, euros; 0 if empty. Example: 0.40
column-trainers-max-sessions-per-day = Maximum sessions per day; 3 if empty. Example: 2
column-trainers-max-sessions-per-week = Maximum sessions per week; 15 if empty. Example: 8
column-trainers-max-sessions = Maximum sessions over the whole horizon; no limit if empty. Example: 60
column-trainers-available-from = First day of work; from the start of the horizon if empty. Example: 2027-01-04
column-trainers-available-until = Last day of work; until the end of the horizon if empty. Example: 2027-06-30

column-kits-id = Short name of the case of tablets, without spaces. Example: K1
column-kits-tablets = Number of tablets in the case. Example: 12
column-kits-depot = Commune where the case is kept, by name or INSEE code. Example: Hérimoncourt

column-residents-id = Pseudonym of the person, never a name: the names stay with the town hall. Example: R25304-017
column-residents-commune = Commune where the person lives, by name or INSEE code. Example: Hérimoncourt
column-residents-slots = Slots that suit the person, separated by commas; * is every slot. Instead of this column there may be one for each slot, with crosses. Example: Tuesday 14:00, Thursday 9:30
column-residents-track = Track that the person wants; base if empty. Example: smartphone
column-residents-needs-tablet = Whether the person must borrow a tablet: yes or no; no if empty. Example: yes
column-residents-max-travel-min = Longest journey the person accepts, minutes one way; the scenario's limit if empty. Example: 20
column-residents-step-free = Whether the person needs a room that a wheelchair can enter: yes or no; no if empty. Example: yes
column-residents-party = Who the person comes with: the pseudonym of the other, or a name that both have here. They attend together or not at all; alone if empty. Example: R25304-018
column-residents-available-from = First day on which the person can attend; at once if empty. Example: 2027-03-01
column-residents-priority = Weight of the person relative to others; 1 if empty. Example: 2
column-residents-withdrawn = Whether the person has withdrawn: yes or no; no if empty. Nothing is planned for people who have withdrawn. Example: no

column-closures-from = First day without sessions. Example: 2027-02-13
column-closures-until = Last day without sessions. Example: 2027-02-28
column-closures-scope = What is closed: all, commune:Name, venue:Room or trainer:Name. Example: all
column-closures-reason = Reason, for readers; none if empty. Example: winter holidays

## The workbook to start from

book-guide = How to
book-settings = scenario
book-lists = Lists
book-key = key
book-value = value
book-default = default
book-meaning = meaning
book-yes = yes
book-no = no
book-all = all
book-unknown = This commune is not in the sheet of communes.
book-guide-title = Your plan of workshops: how to fill in this workbook
book-guide-text =
    1. The sheets communes and roads describe the territory; they are filled in. Check them once.
    2. In slots, say on which days and at what times sessions may be held.
    3. In venues, trainers and kits, list the rooms, trainers and kits of tablets available.
    4. In residents, write one row for each person who has enrolled, under a pseudonym and never under a name.
    5. In closures, say on which days nothing can be held: holidays, a room that is in use, a trainer's leave.
    6. In scenario, check the dates and the rules. A key whose value is empty keeps its default.
    Dark headings are columns that every row needs. Point at a heading to read what to enter in the column.
    Rows in italics that say “invented” in the last column are examples: replace them or delete them.
    A red cell names a commune that the workbook does not know.
    Check the workbook:  ateliers validate { $file }
    Make the plan:  ateliers plan { $file } --out plan
    Then produce the documents:  ateliers export { $file } plan/plan.json --out documents
