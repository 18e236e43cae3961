### The scenario with comments that `init` makes: a line for each key.

scenario-example-name = example
scenario-head =
    Example scenario: its communes are real; enrolments, rooms, trainer and kit are invented.
    Each key is shown with its default. A line that begins with # has no effect: remove the # to switch it on.
    Validate: ateliers validate scenario.toml     Plan: ateliers plan scenario.toml --out plan
scenario-name = name of the scenario, repeated in its plans
scenario-data = The tables: paths relative to this file's folder.
scenario-data-communes = communes: INSEE code, name, position, population
scenario-data-roads = roads between neighbouring communes (here estimated from commune boundaries)
scenario-data-distances = measured pairs, which replace the route along the roads
scenario-data-slots = weekly slots
scenario-data-venues = rooms
scenario-data-trainers = trainers
scenario-data-kits = kits of tablets
scenario-data-residents = enrolled residents, by pseudonym
scenario-data-closures = days without sessions: holidays, leave
scenario-horizon = The period to plan, first and last day included (ten years at most).
scenario-horizon-start = first day
scenario-horizon-end = last day
scenario-horizon-timezone = time zone of all sessions (for example Indian/Reunion); without it, that of the communes' codes
scenario-cycle = The shape of every cycle.
scenario-cycle-sessions = sessions of a cycle, a week apart
scenario-cycle-session-minutes = length of a session, minutes
scenario-cycle-min-group = minimum number of participants
scenario-cycle-max-group = maximum number of participants (and never more than the room's seats)
scenario-cycle-max-gap-days = longest pause between two consecutive sessions, days
scenario-travel = How people move.
scenario-travel-max-travel-min = longest journey, minutes one way, for residents who state none
scenario-travel-local-minutes = minutes between two places of the same commune
scenario-travel-local-km = kilometres between two places of the same commune
scenario-travel-turnaround-min = packing and setting up between two sessions of a trainer, minutes
scenario-hosts = Who may host; residents of any commune may attend.
scenario-hosts-communes = INSEE codes of the host communes, such as ["25304", "25539"]; "*": all
scenario-hosts-max-cycles-per-commune = maximum number of cycles in one commune (no limit if the line is absent)
scenario-costs = Costs, in euros.
scenario-costs-prep-minutes = minutes paid to the trainer around each session
scenario-costs-tablet-session = one borrowed tablet, one session
scenario-costs-support-per-participant = telephone help for two months after the cycle, per participant
scenario-costs-cycle-setup = posters, enrolment and letters of a cycle
scenario-costs-fee = paid by each participant
scenario-costs-max-gross = the budget: a ceiling on the gross cost (none if the line is absent)
scenario-weights = What the plan is worth beyond its cost, in euros: set according to the priorities of elected officials.
scenario-weights-unserved = one resident of priority 1 left out
scenario-weights-travel-minute = one minute of one participant's journey (one way), for the whole cycle
scenario-weights-wait-week = one participant waiting one week for the first session
scenario-weights-equity-target = share of its enrolled residents that each commune should see served, 0 to 1
scenario-weights-equity-shortfall = one resident below that share
scenario-weights-away = one participant who attends outside their own commune
scenario-weights-absence = one cycle by which a commune falls short of the min_cycles of its row
scenario-weights-call = one resident who must be informed that sessions change or are lost (where a plan was announced)
scenario-weights-notice = one announced cycle that is no longer held as announced
scenario-weights-stand-in = one session led by a trainer other than the one announced
scenario-letters = What letters to participants say besides the plan, in the language of the documents.
scenario-letters-payment = where and how the fee is paid, such as "at the town hall, by cheque"; without it, at the first session
scenario-letters-signatory = who signs, such as "The mayor, Jeanne Martin"; without it, the sender
scenario-letters-privacy = a sentence for the notice on personal data: legal basis, how long data is kept, data protection officer
scenario-announced = The announced plan, and the day from which it may change.
scenario-announced-plan = the announced plan, next to this file; without it, nothing was announced
scenario-announced-today = sessions before this day have been held as announced
scenario-announced-notice-days = days of notice: nothing new starts sooner
scenario-announced-release = cycles that have not begun and may change despite the notice, residents who may leave a committed cycle, such as ["C012", "R00042"]
scenario-announced-keep = cycles open to change that are to stay as announced, such as ["C031"]
scenario-announced-hit = sessions to come that cannot be held for a reason not in the tables, such as ["C015 2027-03-02 trainer", "C016 2027-03-04 venue"]
scenario-solver = The search; the command line overrides it.
scenario-solver-time-limit-s = maximum time, seconds
scenario-solver-gap = stop once this relative gap to the optimum is proven (0.01: 1%)
scenario-solver-seed = seed for all random choices: the same seed gives the same plan
scenario-solver-threads = threads; 0: all

### The scenario of an invented territory.

invented-residents = { $residents ->
    [one] 1 resident
   *[other] { $residents } residents
}
invented-communes = { $communes ->
    [one] 1 commune
   *[other] { $communes } communes
}
invented-trainers = { $trainers ->
    [one] 1 trainer
   *[other] { $trainers } trainers
}
invented-kits = { $kits ->
    [one] 1 kit
   *[other] { $kits } kits
}
invented-name = { invented-residents }, { invented-communes }, { invented-trainers } (invented)
invented-head =
    Invented territory: { invented-residents }, { invented-communes }, { invented-trainers }, { invented-kits }.
    Communes are real, roads are estimated from their boundaries; enrolments, rooms, trainers and kits are invented.
    Each key is shown with its default. A line that begins with # has no effect: remove the # to switch it on.
    Validate: ateliers validate scenario.toml     Plan: ateliers plan scenario.toml --out plan
invented-room = Room { $number } – { $commune } (invented)
invented-trainer = Trainer { $number } (invented)
invented-pause-christmas = Christmas break (invented)
invented-pause-winter = Winter break (invented)
invented-pause-spring = Spring break (invented)
invented-pause-summer = Summer break (invented)
invented-pause-autumn = Autumn break (invented)
