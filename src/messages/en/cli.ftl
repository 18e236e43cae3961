### What the command line says.

## Help

heading-usage = Usage:
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options
value-command = COMMAND
value-dir = DIR
value-file = FILE
value-scenario = SCENARIO
value-plan = PLAN
value-plan-json = PLAN.json
value-plan-a = PLAN_A
value-plan-b = PLAN_B
value-dir-or-plan = DIR_OR_PLAN
value-batch-toml = BATCH.toml
value-g = G
value-gib = GIB
value-audiences = AUDIENCES
value-indicator = INDICATOR
value-list = LIST
value-name = NAME
value-resident = RESIDENT
value-trainer = TRAINER
value-cycle = CYCLE
value-slot = SLOT
value-venues = VENUES
value-word = WORD
value-part = PART
value-minutes-share = MINUTES=SHARE
value-pattern-share = PATTERN=SHARE
value-priority-share = PRIORITY=SHARE
value-track-share = TRACK=SHARE
value-address-port = ADDRESS:PORT

command-ateliers = Plans cycles of digital workshops over the communes of a territory, and proves how good the plan is
arg-ateliers-lang = Language of messages and documents: fr or en [default: ATELIERS_LANG; else the machine's; else English on the terminal and French in documents]
arg-ateliers-color = Colours on the terminal: auto, always or never [default: ATELIERS_COLOR; else auto, which uses colours on a terminal unless NO_COLOR is set]
arg-ateliers-quiet = Only the answer and errors: no warnings, no notes, no progress
arg-ateliers-verbose = Also tell every step forward of a search
arg-ateliers-help = Print help
arg-ateliers-version = Print version
examples-ateliers =
    Examples:
      ateliers init my-territory               a folder to start from
      ateliers validate scenario.toml          every fault of the input at once
      ateliers plan scenario.toml --out plan   the plan, proven, with its tables
      ateliers check scenario.toml plan/plan.json
      ateliers explain E407                    what a code means and what to do
exit-codes =
    Exit codes:
      0  done
      1  the answer is no: a broken rule, wrong figures, a required gap not proven
      2  bad input or usage: nothing was written
      3  our fault: nothing was written, or an earlier legal plan; please report it

version-commit = { $version } (commit { $commit })
version-modified = { $version } (commit { $commit }, modified: sources { $sources })
version-without-commit = { $version } (built outside git: sources { $sources })

command-serve = Open the planner's pages in the browser of this computer
arg-serve-folder = Folder of the projects, or that of one project; it is made if it does not exist [default: where you are]
arg-serve-port = Port of this computer; 0: any [default: 8420, or another one if it is taken]
arg-serve-open = Open the browser as well
arg-serve-listen = Let in people of other machines: address and port to listen on, as 127.0.0.1:8420 behind a proxy
arg-serve-people = Who may come in, with their passwords (ateliers people)
arg-serve-address = Address at which their browsers reach the pages, as https://workshops.example.org [default: http:// with that of --listen]
examples-serve =
    Examples:
      ateliers serve                           the projects of the folder where you are
      ateliers serve my-projects --open
      ateliers serve my-projects --port 9000 --lang en
      ateliers serve my-projects --listen 127.0.0.1:8420 --people people.toml --address https://workshops.example.org

    Without --listen, only this computer has access, and only a browser that knows the address that is printed. Nothing is
    sent elsewhere. Without --lang, pages are in the browser's language, else in French. Ctrl-C ends it.
serve-address = Open this address in a browser: { $address }
serve-until = Ctrl-C ends it.
serve-ended = Ended.
serve-no-browser = No browser could be opened: open the address yourself.
serve-no-folder = `{ $folder }` is not a folder
serve-no-folder-above = there is no folder `{ $folder }`: make it first, or correct its name
serve-new-folder = There was no folder { $folder }: it has been made, empty.
serve-no-address = `{ $address }` is not an address of the form https://workshops.example.org
serve-not-encrypted = Passwords and the names of people travel unencrypted: put a proxy with TLS in front, and name its address (--address https://…).
serve-port-taken = port { $port } is taken: name another one, or leave out --port
serve-no-port = cannot open a port of this computer: { $cause }

command-people = Say who may open the planner's pages from other machines
arg-people-file = File with their names and hashes of their passwords (TOML); it is made where there is none
command-people-add = Add somebody, or give them another password; it is asked for, or read from the standard input
arg-people-add-name = Their name, as the pages show it to others
command-people-remove = Remove somebody: they are out at once
arg-people-remove-name = Their name
examples-people =
    Examples:
      ateliers people people.toml                    who may come in
      ateliers people people.toml add "Anne Martin"
      ateliers people people.toml remove "Anne Martin"
examples-people-add =
    Example:
      ateliers people people.toml add "Anne Martin"
examples-people-remove =
    Example:
      ateliers people people.toml remove "Anne Martin"
people-password = Password (it is not shown):
people-listed = { $people ->
    [one] 1 person may come in:
   *[other] { $people } people may come in:
}
people-added = { $name } may come in with this password.
people-removed = { $name } may no longer come in.
people-file = `{ $file }` cannot be used: { $cause }
people-format = `{ $file }` is no file of people: `ateliers people FILE add NAME` makes one
people-name = a name has 1 to 60 characters, all of them visible
people-unknown = nobody has this name in `{ $file }`
people-short = { $least ->
    [one] a password has at least 1 character: a sentence is easy to remember
   *[other] a password has at least { $least } characters: a sentence is easy to remember
}
people-no-random = the system gives no random numbers

command-validate = Read a scenario and its tables, report every fault, and echo what was understood
arg-validate-annotate = Also write a copy of the workbook in which each faulty cell is coloured and says what to do
arg-validate-scenario = Scenario: a TOML file or a workbook
arg-validate-json = Print what was understood, or every fault, as JSON for programs (ateliers schema validation)
examples-validate =
    Examples:
      ateliers validate scenario.toml
      ateliers validate scenario.toml --lang fr

command-plan = Find a plan, prove how good it is, and write it
arg-plan-scenario = Scenario: a TOML file or a workbook
arg-plan-out = Folder to write to; it is made if need be, and files of an older plan are replaced
arg-plan-time-limit = Stop after this many seconds [default: the scenario's]
arg-plan-gap = Stop once the plan is proven to be within this relative gap: 0.01 is 1 % [default: the scenario's]
arg-plan-require-gap = Stop as with --gap, and exit with 1 if the gap is not proven (the plan is written all the same)
arg-plan-work-limit = Stop after this much work, an amount that no machine or load changes: the same plan everywhere. Without --time-limit, switches the scenario's time limit off
arg-plan-effort = As --work-limit, with the amount that an instance of this size asks for: quick (to look around), usual (to work with: about a minute for 460 residents on two cores) or thorough (to decide with: five times that)
arg-plan-memory-limit = End with the best plan before the program takes more than this many GiB [default: 85 % of what the machine, its container or job may use]
arg-plan-seed = Seed of every random choice [default: the scenario's]
arg-plan-threads = Threads; 0 is all. Does not change the plan of a gap or work limit [default: the scenario's]
arg-plan-only = Plan a part of the announced plan again: commune:25388 (or its name), cycle:C012, trainer:T1; may be repeated. Cycles that have nothing to do with it stay as they are, and so do residents of other communes; who lives there may take free places
arg-plan-announced = The announced plan, where the scenario does not name it (`[announced] plan`): what is committed stands, and every change has its price
arg-plan-today = Sessions before this day have been held as announced
arg-plan-notice-days = Notice in days: nothing new begins any sooner [default: the scenario's]
arg-plan-json = Print the summary as JSON for programs (ateliers schema summary); the plan itself is in plan.json
examples-plan =
    Examples:
      ateliers plan scenario.toml --out plan
      ateliers plan scenario.toml --out plan --time-limit 600 --gap 0.01
      ateliers plan scenario.toml --out plan --effort usual --seed 7
      ateliers plan scenario.toml --out plan --only commune:25388

    Ctrl-C ends the search with the best plan so far, checked; a second Ctrl-C gives up.

    Settings: what is typed comes first, then the environment, then the scenario, then the default.
    In the environment: ATELIERS_TIME_LIMIT, ATELIERS_GAP, ATELIERS_WORK_LIMIT, ATELIERS_SEED,
    ATELIERS_THREADS and ATELIERS_MEMORY_LIMIT.

command-check = Judge a plan, edited by hand or not: every broken rule, the recomputed costs, and whether its figures agree
arg-check-scenario = Scenario: a TOML file or a workbook
arg-check-plan = The plan to judge (plan.json)
arg-check-announced = The announced plan, where the scenario does not name it (`[announced] plan`): what is committed stands, and every change has its price
arg-check-today = Sessions before this day have been held as announced
arg-check-notice-days = Notice in days: nothing new begins any sooner [default: the scenario's]
arg-check-json = Print the judgement as JSON for programs (ateliers schema judgement)
examples-check =
    Examples:
      ateliers check scenario.toml plan/plan.json

command-announce = Freeze a plan: it is what town halls, trainers and residents were told
arg-announce-scenario = Scenario: a TOML file or a workbook
arg-announce-plan = The announced plan (plan.json)
arg-announce-date = Day of the announcement [default: today]
examples-announce =
    Examples:
      ateliers announce scenario.toml plan/plan.json
      ateliers announce scenario.toml plan/plan.json --date 2027-02-15

    The plan is copied to announced/DATE-NUMBER beside the scenario; nothing is ever replaced there.
    The scenario then names this plan; `release`, `keep` and `hit`, which were for the one before, are taken
    out. A copy of the scenario as it was stays beside it. A workbook is left alone.

command-amend = Amend a scenario and its announced plan: what happened, what is decided by hand; verdict and price come first
arg-amend-scenario = Scenario: a TOML file or a workbook
arg-amend-plan = The plan to amend (plan.json) [default: that of --out if there is one, else the announced plan]
arg-amend-out = Folder of the amended plan [default: amended/ANNOUNCEMENT, beside the scenario]
arg-amend-yes = Keep it without a question
arg-amend-json = Print what it comes to as JSON for programs (ateliers schema amendment); without --yes, nothing is kept
examples-amend =
    Examples:
      ateliers amend scenario.toml withdraw R00042 R00043
      ateliers amend scenario.toml stand-in C012 2027-03-02 T2
      ateliers amend scenario.toml close C012 --yes

    Tables are written as they are: a copy of each file stays beside it. The announced plan is never changed: the
    amended one is announced in its turn (ateliers announce). What the rules forbid for a committed cycle is the planner's
    decision: `release`, `keep` and `hit` of the scenario say it.
command-amend-withdraw = Residents withdraw (table of residents)
arg-amend-withdraw-residents = Identifiers
examples-amend-withdraw =
    Examples:
      ateliers amend scenario.toml withdraw R00042 R00043
command-amend-absent = A trainer is absent on whole days (table of closures)
arg-amend-absent-kind = The word trainer
arg-amend-absent-trainer = Identifier of the trainer
arg-amend-absent-first = First day
arg-amend-absent-last = Last day, included
examples-amend-absent =
    Examples:
      ateliers amend scenario.toml absent trainer T1 2027-03-01 2027-03-14
command-amend-closed = Venues are closed on whole days (table of closures)
arg-amend-closed-kind = The word venue
arg-amend-closed-words = Identifiers of venues, then the first day and the last, included
examples-amend-closed =
    Examples:
      ateliers amend scenario.toml closed venue V-25388-1 2027-03-01 2027-03-14
command-amend-add = Add late enrolments from a file to the table of residents
arg-amend-add-file = Their table, CSV or workbook, with the columns of the table of residents
examples-amend-add =
    Examples:
      ateliers amend scenario.toml add late.csv

    Who states no first day is available from `today` of the announced plan.
command-amend-move = Move a cycle to another slot, or let it start later
arg-amend-move-cycle = Identifier of the cycle
arg-amend-move-slot = Identifier of the slot, or weekday and time (`Thu 14:00`)
arg-amend-move-from = First day [default: the week of its first session, or as soon as notice allows]
examples-amend-move =
    Examples:
      ateliers amend scenario.toml move C012 thu-1400
      ateliers amend scenario.toml move C012 thu-1400 --from 2027-04-01

    An announced cycle closes and goes on as a new one. One that has begun is broken off, and its people begin anew.
command-amend-trainer = Give all sessions to come of a cycle to another trainer
arg-amend-trainer-cycle = Identifier of the cycle
arg-amend-trainer-trainer = Identifier of the trainer
examples-amend-trainer =
    Examples:
      ateliers amend scenario.toml trainer C012 T2
command-amend-join = Residents join a cycle
arg-amend-join-cycle = Identifier of the cycle
arg-amend-join-residents = Identifiers of the residents
examples-amend-join =
    Examples:
      ateliers amend scenario.toml join C012 R00042 R00043
command-amend-leave = Residents leave a cycle
arg-amend-leave-cycle = Identifier of the cycle
arg-amend-leave-residents = Identifiers of the residents
examples-amend-leave =
    Examples:
      ateliers amend scenario.toml leave C012 R00042
command-amend-stand-in = Another trainer leads one session
arg-amend-stand-in-cycle = Identifier of the cycle
arg-amend-stand-in-date = Day of the session
arg-amend-stand-in-trainer = Identifier of the trainer
examples-amend-stand-in =
    Examples:
      ateliers amend scenario.toml stand-in C012 2027-03-02 T2
command-amend-postpone = Hold a session later, on the same weekday
arg-amend-postpone-cycle = Identifier of the cycle
arg-amend-postpone-date = Announced day of the session
examples-amend-postpone =
    Examples:
      ateliers amend scenario.toml postpone C012 2027-03-02
command-amend-close = Close a cycle; one that has begun is broken off
arg-amend-close-cycle = Identifier of the cycle
examples-amend-close =
    Examples:
      ateliers amend scenario.toml close C012

command-history = List what was announced, and what changed each time
arg-history-scenario = Scenario: a TOML file or a workbook
examples-history =
    Examples:
      ateliers history scenario.toml

## Usage errors

error-line = error: { $text }
usage-unknown-argument = unknown argument `{ $argument }`
usage-unknown-command = unknown command `{ $command }`
usage-missing-command = a command is missing
usage-missing-argument = missing: { $argument }
usage-missing-value = `{ $argument }` needs a value
usage-wrong-value = `{ $value }` is not a valid value for `{ $argument }`
usage-twice = `{ $argument }` is given twice
usage-conflict = `{ $argument }` cannot be used with `{ $prior }`
usage-not-utf8 = an argument is not valid UTF-8 text
usage-other = the arguments cannot be understood ({ $detail })
usage-nearest =
    {""}
    {"  "}hint: did you mean `{ $name }`?
usage-line =
    {""}
    Usage: { $usage }
    Help: { $command } --help
expects-lang =
    {""}
    {"  "}hint: `fr` or `en`
expects-color =
    {""}
    {"  "}hint: `auto`, `always` or `never`
expects-time-limit =
    {""}
    {"  "}hint: a number of seconds, zero or more, such as `600`
expects-gap =
    {""}
    {"  "}hint: a share, zero or more: `0.01` is 1 %
expects-require-gap =
    {""}
    {"  "}hint: a share, zero or more: `0.01` is 1 %
expects-work-limit =
    {""}
    {"  "}hint: a whole number, zero or more, such as `1000`
expects-effort =
    {""}
    {"  "}hint: `quick`, `usual` or `thorough`
expects-memory-limit =
    {""}
    {"  "}hint: a number of GiB above zero, such as `8`
expects-seed =
    {""}
    {"  "}hint: a whole number, zero or more, such as `1`
expects-threads =
    {""}
    {"  "}hint: a whole number up to 1024, such as `2`; `0` is all
stdout-failed = the answer could not be written to the standard output

## What was read

input-counts = { $errors ->
    [0] { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }
    [one] 1 error, { $warnings ->
        [0] nothing was written
        [one] 1 warning; nothing was written
       *[other] { $warnings } warnings; nothing was written
    }
   *[other] { $errors } errors, { $warnings ->
        [0] nothing was written
        [one] 1 warning; nothing was written
       *[other] { $warnings } warnings; nothing was written
    }
}
input-found = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}{ $warnings ->
    [0] {""}
    [one] , 1 warning
   *[other] , { $warnings } warnings
}
invented-notice = Invented data: what follows concerns no real person.
invented-above = Invented data: what is above concerns no real person.
echo-title = Scenario { $scenario }, { $period }
echo-tables = Understood:
echo-communes = Communes
echo-hosts = of which may host
echo-slots = Slots
echo-venues = Venues
echo-trainers = Trainers
echo-kits = Kits
echo-residents = Residents
echo-withdrawn = Residents who have withdrawn
echo-parties = Parties of several
echo-tracks = Tracks
echo-closures = Closures
echo-offer = Within the horizon:
echo-sessions-offered = Sessions that host venues could hold
echo-seats-offered = Seats in these sessions
echo-trainer-sessions = Sessions that trainers could run
echo-trainer-hours = Hours of these sessions
echo-seats-needed = Seats to serve everyone
echo-hours-needed = Hours to serve everyone in full groups
echo-per-commune = Per commune:
echo-insee = INSEE
echo-commune = Commune
echo-may-host = May host
echo-yes = yes
echo-no = no
echo-stuck = { $residents ->
    [0] Everyone could attend somewhere, as far as places, times, tracks, dates and tablets go.
    [one] 1 resident can attend nowhere, in any plan:
   *[other] { $residents } residents can attend nowhere, in any plan:
}

## The plan

stage-construct = first plan
stage-bound = bound
progress = { $stage }: objective { $objective }, bound { $bound }, gap { $gap }
phase = Phase: { $task }; ends after { $ends }
phase-dives = Phase: { $task }; ends after { $ends }; parts of plans after { $dives } of it
phase-first-plan = first plan
phase-ascent = ascent of the bound
phase-proof = linear program and branching
phase-steps = { $count ->
    [one] 1 change tried
   *[other] { $amount } changes tried
}
phase-rounds = { $count ->
    [one] 1 round of pricing
   *[other] { $amount } rounds of pricing
}
phase-share = { $amount } of what is left
phase-gap = a gap of { $amount }
phase-work = { $count ->
    [one] 1 unit of work
   *[other] { $amount } units of work
}
phase-time = the time limit
moves = Moves of the walk
moves-proposed = Tried
moves-accepted = Kept
moves-gain = Gained
move-transfer = A participant goes to another group
move-leave = A participant is left out
move-move-group = A group at another time, place or trainer
move-swap-groups = Two groups exchange times and trainers
move-swap-trainers = Two trainers exchange days
move-move-day = A trainer's day moves
move-open-group = A group more
move-close-group = A group less
move-change-course = Another way for a committed cycle
summary-title = Plan for { $scenario }
label-served = Residents served
summary-served = { $served } of { $interested }
label-cycles = Cycles
summary-cycles = { $cycles } ({ $sessions } sessions)
label-hosts = Host communes
label-travel = Travel, one way
summary-travel-measured = { $mean } min on average, { $worst } at most
summary-travel-estimated = { $mean } min on average, { $worst } at most (estimated)
label-wait = Wait for the first session
summary-wait = { $weeks } { $whole ->
   *[other] weeks
} on average
label-calls = People to call
label-notices = Announced cycles that change
label-stand-ins = Sessions led by a stand-in
label-turnover = Cycles new, closed, broken off
summary-turnover = { $new }, { $closed }, { $broken }
label-changes = Cost of the changes
label-gross = Gross cost
label-net = Net cost
label-per-participant = Cost per participant
summary-per-participant = { $gross } gross, { $net } net
label-objective = Objective (net + service)
label-bound = No plan can be below
label-gap = Gap
label-time = Time
summary-time = { $seconds } s
status-optimal = proven optimal
status-gap = gap reached
status-work_limit = work limit
status-time_limit = time limit
status-memory_limit = memory limit: the best plan so far
status-amended = changed by hand
status-interrupted = interrupted: the best plan so far
plan-only = Planned again: { $parts } only. { $kept ->
        [0] No other cycle was open to change.
        [one] 1 other cycle that was open to change stays as it was announced.
       *[other] { $kept } other cycles that were open to change stay as they were announced.
    } Bound and gap are those of this problem: planning all again might cost less.
plan-only-shaken = { $count ->
        [one] { $cycles } could not stay as it was announced, whatever is named, and was planned again as well.
       *[other] { $cycles } could not stay as they were announced, whatever is named, and were planned again as well.
    }
plan-only-nothing = --only keeps the rest as it was announced, and nothing was announced
    {""}
    {"  "}hint: announce a plan first (ateliers announce), or name one: --announced PLAN.json --today DATE
plan-only-form = `{ $part }` is no part of a plan
    {""}
    {"  "}hint: commune:25388, cycle:C012 or trainer:T1
plan-unknown-commune = no commune is called `{ $name }`, or several are
plan-written = Written to { $folder }
plan-memory-short = The search ended before the memory limit of { $limit } GiB was passed; --memory-limit sets another.
memory-unknown = this system does not report how much memory the program uses, so --memory-limit cannot be enforced
gap-not-proven = the proven gap is { $gap }, and { $required } was required; the plan is written all the same
folder-unwritable = cannot write to `{ $folder }`: { $fault }
in-the-way-folder = { $path } is a folder
in-the-way-other = { $path } is not a file
system-not-found = there is no such file or folder
system-no-right = permission denied
system-read-only = the disk or folder is read-only
system-full = the disk is full
system-not-a-folder = a part of the path is not a folder
system-a-folder = it is a folder
system-name = the name is too long or not allowed here
system-too-large = the file is too large
system-busy = another program is using it
threads-unavailable = cannot start { $threads } threads: { $fault }
fault-illegal-plan = the plan that was found is not legal, so it was not written
fault-broken-bound = the bound { $bound } is above the objective { $objective } of a legal plan, so the plan was not written
fault-earlier-written = The last plan before it is legal: that one was written instead.
fault-report = This is a fault of the program, not of the input. Please report it with the scenario.

## Amendments

amend-decided = Written into the scenario: { $list } { $entry }
amend-taken-back = Taken out of the scenario: { $list } { $entry }
amend-session = { $cycle }, session of { $date }
amend-goes-on = The cycle goes on as { $cycle }
amend-added = { $residents ->
    [one] 1 enrolment is added
   *[other] { $residents } enrolments are added
}
amend-files = Files that change: { $files }
amend-broken = New violations: { $new }; there before: { $old }
amend-price = Price:
amend-term = Term
amend-before = Before
amend-after = After
amend-difference = Difference
amend-question = Keep it? [y/N]
amend-nobody-asked = Nobody can be asked here: --yes keeps it.
amend-not-kept = Nothing was written.
amend-refused = the amended plan would break a rule that the plan did not break before: nothing was written
amend-kept = Written: { $files }
amend-copies = As they were: { $files }
amend-period = `{ $words }` is not two days: write the first and the last, such as `2027-03-01 2027-03-14`
amend-no-plan = there is no plan to amend: nothing was announced (ateliers announce), and --plan names none
amend-withdrawn = { $residents }: they have withdrawn already
amend-reversed = the period from { $from } to { $until } ends before it begins
amend-empty = `{ $file }` has no enrolment
amend-finished = all sessions of cycle `{ $cycle }` have been held: nothing of it changes any more
amend-broken-off = cycle `{ $cycle }` is broken off: nothing of it changes any more
amend-not-announced = cycle `{ $cycle }` was not announced: it has no sessions to repair. Give it another trainer (`trainer`), or move it (`move`)
amend-no-day = the horizon has no day left for cycle `{ $cycle }`
amend-no-session = cycle `{ $cycle }` has no session to come on { $date }; those to come: { $dates }
amend-not-in = not in cycle `{ $cycle }`: { $residents }
amend-in = in cycle `{ $cycle }` already: { $residents }
amend-already = it is so already: nothing changes
amend-unknown-cycle = the plan has no cycle `{ $name }`
amend-unknown-resident = no resident is called `{ $name }`
amend-unknown-trainer = no trainer is called `{ $name }`
amend-unknown-venue = no venue is called `{ $name }`
amend-unknown-slot = no slot is called `{ $name }`

## The announcement

announce-illegal = this plan is not legal: it is not announced
announce-done = Announced in { $folder }
announce-set = { $scenario } names this plan (today: { $today }); the scenario as it was: { $before }
announce-workbook =
    Write into the sheet "Parameters" of { $scenario }:
      announced.plan   { $plan }
      announced.today  { $today }
    and empty "announced.release", "announced.keep" and "announced.hit", which were for the plan before.
folder-locked = another program is writing in `{ $folder }`: try again when it has ended
folder-locked-by = another program is writing in `{ $folder }` (ateliers { $task }, process { $pid }): try again when it has ended
folder-announced = `{ $folder }` holds an announced plan, which is never replaced: write to another folder
history-title = { $announcements ->
    [0] Nothing was announced.
    [one] 1 announcement; changes are those since the announcement before:
   *[other] { $announcements } announcements; changes are those since the announcement before:
}
history-number = No.
history-date = Date
history-cycles = Cycles
history-participants = Residents
history-calls = Calls
history-notices = Cycles changed
history-stand-ins = Stand-ins
history-cost = Cost
history-unreadable = `{ $folder }` holds no announcement that can be read (announced.toml): the folder is skipped

## The check

costs-recomputed = Recomputed from the cycles and the kit roster:
cost-trainer_time = Trainer time
cost-trainer_travel = Trainer travel
cost-venues = Venues
cost-tablets = Tablets
cost-support = Support
cost-setup = Set-up
cost-gross = Gross cost
cost-income = Income from fees
cost-net = Net cost
service-unserved = Service: unserved residents
service-travel = Service: travel
service-waiting = Service: waiting
service-equity = Service: equity
service-place = Service: place
service-changes = Service: changes of what was announced
figures = { $wrong ->
    [0] The plan's own figures agree.
    [one] 1 of the plan's own figures is wrong:
   *[other] { $wrong } of the plan's own figures are wrong:
}
figures-none = The plan states no figures of its own: there is nothing to compare.

## Export

command-export = Produce the documents of town halls, trainers, elected officials and other systems from a plan
arg-export-scenario = Scenario: a TOML file or a workbook
arg-export-plan = The plan to export (plan.json)
arg-export-out = Folder to write to; it is made if need be, and files of an earlier export are replaced
arg-export-only = For whom, separated by commas: mairies, cycles, trainers, report, systems [default: all]
arg-export-contacts = Table of names (CSV), for attendance sheets, letters and the bill of changes only
arg-export-previous = Folder of the previous export: calendars announce what has changed and what is cancelled [default: by the announced plan]
arg-export-templates = Folder of your own templates (Typst), which replace those of the same name
arg-export-boundaries = Commune boundaries (GeoJSON) [default: the .geojson file next to the table of communes]
arg-export-changed-only = Make documents only for those whom the changes of the announced plan concern (town halls, cycles, trainers), with letters of correction and the bill of changes
arg-export-announced = The announced plan, where the scenario does not name it (`[announced] plan`): what is committed stands, and every change has its price
arg-export-today = Sessions before this day have been held as announced
arg-export-notice-days = Notice in days: nothing new begins any sooner [default: the scenario's]
examples-export =
    Examples:
      ateliers export scenario.toml plan/plan.json --out export
      ateliers export scenario.toml plan/plan.json --out export --contacts contacts.csv
      ateliers export scenario.toml plan2/plan.json --out export2 --previous export --only mairies,trainers
      ateliers export scenario.toml plan/plan.json --out changes --changed-only --contacts contacts.csv

    A folder for each: mairies/ (poster, calendar, workbook), trainers/ (road book, calendar), report/
    (report.html, to open in a browser; plan.xlsx; cost-estimate.pdf; venues.geojson and flows.geojson),
    systems/ (CSV files) and, with --contacts, cycles/ (attendance sheets, letters).
expects-only =
    {""}
    {"  "}hint: `mairies`, `cycles`, `trainers`, `report` or `systems`, separated by commas
export-illegal = the plan breaks rules: nothing is exported
export-wrong-figures = the plan's figures are not those of its cycles: nothing is exported. Correct them, or take them out of the file
export-making = Documents
export-cycles-need-contacts = `--only cycles` needs `--contacts`: these documents contain names
export-nothing-announced = `--changed-only` needs an announced plan: name it in `[announced]` of the scenario, or by `--announced` and `--today`
papers-missing = this build makes no PDF documents, which `--only cycles`, `--contacts` and `--templates` are for: `cargo install --path . --locked` installs one that does
papers-left-out = This build makes no PDF documents: posters, road books and the estimate were left out.
export-stopped = interrupted: nothing was written
export-faulty = the document `{ $path }` cannot be made: { $fault }
export-written = { $files ->
    [one] 1 file written to { $folder }
   *[other] { $files } files written to { $folder }
}
export-mairies = mairies/: for each commune, poster (.pdf), calendar (.ics) and workbook (.xlsx)
export-cycles = cycles/: attendance sheets and letters, with --contacts only
export-trainers = trainers/: for each trainer, road book (.pdf) and calendar (.ics)
export-report = report/: report (report.html), workbook of the plan (.xlsx), cost estimate (.pdf), venues and flows for QGIS (.geojson)
export-systems = systems/: places of digital mediation (the SIRET, column `pivot`, is yours to fill in) and sessions to enter in RDV Service Public
export-changed = Only for those whom the changes concern: { $mairies ->
    [0] no town hall
    [one] { $mairies } town hall
   *[other] { $mairies } town halls
}, { $cycles ->
    [0] no cycle
    [one] { $cycles } cycle
   *[other] { $cycles } cycles
}, { $trainers ->
    [0] no trainer
    [one] { $trainers } trainer
   *[other] { $trainers } trainers
}. The bill of changes is in report/.
export-strangers = { $files ->
    [one] 1 file of an earlier export is left in { $folder } and no longer up to date: { $names }
   *[other] { $files } files of an earlier export are left in { $folder } and no longer up to date: { $names }
}
previous-unreadable = `{ $file }` is not an earlier export: { $cause }
templates-unreadable = the folder of templates `{ $folder }` cannot be used: { $cause }
templates-none = no file has the name of a template ({ $names })
templates-outside = { $file } leads out of the folder of templates
templates-too-large = with { $file }, the templates and what they use take more than { $limit } MiB
templates-too-much = your templates ask for more than { $limit } GiB of memory, or are nested too deeply; nothing was written
previous-empty = no calendar
previous-no-calendar = line { $line } is not that of a calendar
previous-event = the event `{ $uid }` is not as it was written
previous-other-plan = its sessions come from another plan than the other calendars of the folder. Give the folder of a single export
export-gone = Calendars that only cancel, for those who left the tables: { $names }

## New folder

command-init = Make a folder to start from: a scenario with comments, and each table with an example
arg-init-folder = Folder to make; files that are already there are never replaced
arg-init-workbook = Make one workbook (`plan.xlsx`) to fill in, instead of a scenario and tables
arg-init-communes = Communes of another territory, a table or a workbook
arg-init-boundaries = Their boundaries (GeoJSON), from which the roads are derived
examples-init =
    Examples:
      ateliers init my-territory
      ateliers init trial --lang fr
      ateliers init trial --workbook
init-taken = { $folder } already holds { $files }: nothing was written. Name another folder
init-done =
    { $folder } is ready. Its communes are real; enrolments, rooms, trainer and kit are invented, and say so.

    To go on:
      ateliers validate { $scenario }
      ateliers plan { $scenario } --out { $folder }/plan
write-failed = { $file } cannot be written: { $cause }
replace-refused = { $file } exists and does not say “{ $label }”: it is not replaced. Choose another name, or remove it first

## Territory

command-forms = Make a small workbook for the enrolments of each town hall, which “collect” reads back
arg-forms-scenario = Scenario: a TOML file or a workbook; it gives communes, slots and tracks
arg-forms-out = Folder to make; files that are there already are never replaced
arg-forms-only = For these communes only (INSEE codes)
arg-forms-contacts = Table of names (CSV): those who have enrolled come first on the form of their commune, with their answers
arg-forms-lines = Lines for new enrolments [default: 40]
examples-forms =
    Examples:
      ateliers forms scenario.toml --out forms
      ateliers forms scenario.toml --out forms --only 25304 25539 --lines 80
      ateliers forms scenario.toml --out again --contacts contacts.csv

    Every line has its number, which stays that person's. Names are on a sheet of their own.
command-collect = Gather what town halls send back: show what changes, then update the enrolments and the names
arg-collect-from = Files that came back (workbooks or CSV), or folders with them
arg-collect-out = Table of enrolments to keep up to date (CSV), without any name; with --suggest, the mapping to write (TOML or a workbook)
arg-collect-contacts = Table of names to keep up to date (CSV), which only its owner may read
arg-collect-scenario = Scenario whose communes and slots are meant [default: scenario.toml or plan.xlsx, beside the table]
arg-collect-mapping = What the questions and answers of another form mean (TOML, or a sheet)
arg-collect-default-slots = Slots of people who name none, separated by spaces; * is every slot
arg-collect-preview = Workbook with all that changes, and each refusal with its reason, without any name: to send back to town halls
arg-collect-prefer-town-halls = Where a town hall changes an answer that you changed by hand, take theirs
arg-collect-yes = Keep it without asking
arg-collect-suggest = Propose a mapping for the export of another form, to be corrected by hand
examples-collect =
    Examples:
      ateliers collect returned --out enrolments.csv --contacts contacts.csv
      ateliers collect returned --out enrolments.csv --contacts contacts.csv --preview back.xlsx --yes
      ateliers collect --suggest grist.csv --scenario scenario.toml > grist.toml
      ateliers collect grist.csv --mapping grist.toml --out enrolments.csv --contacts contacts.csv

    Nothing is kept before it was shown and accepted. Gathering twice changes nothing; an empty cell deletes
    nothing; what you change in the table stays, unless the town hall answers something else since.
    The sheet of La Coop de la médiation numérique and the export of RDV Service Public (CSV) are read as well.

command-territory = Derive or invent what no table gives about a territory
examples-territory =
    Examples:
      ateliers territory roads --communes communes.csv --boundaries communes.geojson --out roads.csv
      ateliers territory invent --communes communes.csv --boundaries communes.geojson \
        --residents 2000 --from 2027-01-04 --to 2027-07-02 --out trial
command-territory-roads = Estimate roads from commune boundaries: communes that share a border are joined
arg-territory-roads-communes = Table of communes (CSV)
arg-territory-roads-boundaries = Commune boundaries (GeoJSON, degrees WGS84)
arg-territory-roads-out = Table of roads to write (CSV); a file that does not say “estimated” is never replaced
arg-territory-roads-detour = Length by road over length as the crow flies [default: 1.3]
arg-territory-roads-speed = Average speed, km/h [default: 40]
arg-territory-roads-tolerance = Largest distance between two outlines of the same border, metres [default: 2]
arg-territory-roads-code-property = GeoJSON property that holds the INSEE code [default: the usual names, code, insee, INSEE_COM…]
examples-territory-roads =
    Examples:
      ateliers territory roads --communes communes.csv --boundaries communes.geojson --out roads.csv
      ateliers territory roads --communes communes.csv --boundaries communes.geojson --out roads.csv \
        --detour 1.4 --speed 50

    Two communes are neighbours if their outlines run along each other for 10 metres at least:
    touching at a point does not count. Parts of the territory that no border joins are joined by
    their shortest links. These are estimates: a table of measured pairs (`distances` in the
    scenario) replaces them pair by pair.
territory-roads-done =
    { $file }: { $roads ->
        [one] one estimated road
       *[other] { $roads } estimated roads
    } between { $communes ->
        [one] one commune
       *[other] { $communes } communes
    }, { $borders } by shared border and { $links } by shortest link; { $parts ->
        [one] the territory holds together
       *[other] the territory was in { $parts } parts
    }{ $unknown ->
        [0] .
        [one] . One outline belongs to no commune of the table and was not used.
       *[other] . { $unknown } outlines belong to no commune of the table and were not used.
    }

command-territory-distances = Make the table of measured distances from OSRM, Valhalla or a file of commune pairs
arg-territory-distances-files = Answers of OSRM (`table`) or Valhalla (matrix) in JSON, or tables of pairs (CSV); the first value of a pair counts
arg-territory-distances-osrm = Address of a server of OSRM to ask for what no file has: `http://HOST:PORT`, or with the profile `http://HOST:PORT/table/v1/PROFILE`
arg-territory-distances-table-size = Most communes of one request to it [default: 100]
arg-territory-distances-timeout = How long one answer may take, seconds [default: 60]
arg-territory-distances-communes = Table of communes (CSV): the rows of a matrix are in its order
arg-territory-distances-out = Table of distances to write (CSV); a file that does not say “measured” is never replaced
arg-territory-distances-from = Column of the commune of the start [default: from, origin, source…]
arg-territory-distances-to = Column of the commune of the end [default: to, destination, target…]
arg-territory-distances-time = Column of the duration [default: minutes, duration…]
arg-territory-distances-time-unit = Unit of the duration: s, min or h [default: by the name of the column]
arg-territory-distances-length = Column of the length [default: km, distance…]
arg-territory-distances-length-unit = Unit of the length: m or km [default: by the name of the column]
examples-territory-distances =
    Examples:
      ateliers territory distances osrm.json --communes communes.csv --out distances.csv
      ateliers territory distances --osrm http://localhost:5000 --communes communes.csv --out distances.csv
      ateliers territory distances pairs.csv --communes communes.csv --out distances.csv \
        --time duration --time-unit min --length distance --length-unit km

    For OSRM: `/table/v1/driving/LON,LAT;LON,LAT;…?annotations=duration,distance`, the communes in the
    order of the table. Pairs of other communes are left out, and so is a pair that is missing or zero:
    the roads answer for it.
expects-osrm =
    {""}
    {"  "}hint: an address, e.g. http://localhost:5000
expects-timeout =
    {""}
    {"  "}hint: a number of seconds, e.g. 120
expects-table-size =
    {""}
    {"  "}hint: a whole number, 2 or more
expects-time-unit =
    {""}
    {"  "}hint: `s`, `min` or `h`
expects-length-unit =
    {""}
    {"  "}hint: `m` or `km`
territory-distances-done =
    { $file }: { $pairs ->
        [one] 1 measured pair
       *[other] { $pairs } measured pairs
    } between { $communes ->
        [one] 1 commune
       *[other] { $communes } communes
    }
    In the scenario: distances = "{ $file }"
command-territory-invent = Invent a whole scenario over real communes, to plan at a size that no enrolments exist for yet
arg-territory-invent-communes = Table of communes, with populations (CSV)
arg-territory-invent-boundaries = Commune boundaries (GeoJSON, degrees WGS84)
arg-territory-invent-residents = Residents who enrol, in proportion to the population more or less
arg-territory-invent-from = First day of the plan (YYYY-MM-DD)
arg-territory-invent-to = Last day of the plan (YYYY-MM-DD)
arg-territory-invent-out = Folder to make; files that are already there are never replaced
arg-territory-invent-nearest = Keep this many communes only: from the centre outwards, so that they hold together [default: all]
arg-territory-invent-centre = INSEE code of the centre for --nearest [default: the commune with most inhabitants]
arg-territory-invent-trainers = Trainers [default: one for every 600 residents]
arg-territory-invent-kits = Kits of tablets [default: as many as trainers]
arg-territory-invent-slots = Table of slots (CSV) [default: Monday to Friday at 9:30, 14:00 and 16:30]
arg-territory-invent-closures = Table of closures to copy (CSV): of everything, or of communes [default: invented pauses, about when French schools pause]
arg-territory-invent-seed = Seed of every draw: the same seed gives the same folder [default: 1]
arg-territory-invent-detour = { arg-territory-roads-detour }
arg-territory-invent-speed = { arg-territory-roads-speed }
arg-territory-invent-tolerance = { arg-territory-roads-tolerance }
arg-territory-invent-code-property = { arg-territory-roads-code-property }
examples-territory-invent =
    Examples:
      ateliers territory invent --communes communes.csv --boundaries communes.geojson \
        --residents 2000 --from 2027-01-04 --to 2027-07-02 --out trial
      ateliers territory invent --communes communes.csv --boundaries communes.geojson \
        --residents 20000 --nearest 600 --trainers 30 --closures closures.csv \
        --from 2026-01-05 --to 2026-12-31 --seed 7 --out large

    Communes are real and roads estimated, as by `territory roads`; enrolments are those that
    `demand` invents by default. A commune has a room, a town several, a small village not always;
    trainers live where the inhabitants do, with a kit near each. Every invented row says that it
    is. The folder is a scenario like any other: edit it, replace tables by real ones as they come,
    or let `demand` make other enrolments over its communes.csv and slots.csv.
territory-invent-done =
    { $folder } is ready: { invented-residents }, { invented-communes }, { invented-trainers }, { invented-kits }. { $parts ->
        [one] The territory holds together.
       *[other] The territory was in { $parts } parts, joined by their shortest links.
    }
    Its communes are real and its roads estimated; enrolments, rooms, trainers and kits are invented, and say so.

    To go on:
      ateliers validate { $scenario }
      ateliers plan { $scenario } --out { $folder }/plan
invent-dates = from { $from } to { $to }: the last day must not be before the first, nor ten years after it
invent-too-few-communes = the table has { $communes } communes, fewer than asked for
invent-too-many-communes = at most { $limit } communes can be planned at a time: choose with `--nearest`
invent-unknown-centre = `--centre`: no commune of the table has the code { $code }
invent-too-few-inhabitants = these communes have { $inhabitants } inhabitants, fewer than residents were asked for

## Invented enrolments

command-demand = Invent enrolments, to plan before there are real ones
arg-demand-communes = Table of communes, with populations (CSV)
arg-demand-out = Table of residents to write (CSV); a file that does not say “invented” is never replaced
arg-demand-rate = Share of the population that enrols [default: 0.0128, one in ten of those concerned: 15.4 % of people of 15 and over had no digital skills in 2021 (INSEE Première 1953), × 83 % of 15 and over × 10 %]
arg-demand-only = INSEE codes of the only communes to invent enrolments in [default: all]
arg-demand-seed = Seed of every draw: the same seed gives the same enrolments [default: 1]
arg-demand-slots = Table of slots (CSV) [default: Monday to Friday at 9:30, 14:00 and 16:30, mon-0930 to fri-1630]
arg-demand-spread = How much a commune's rate may differ from the rate, as a share of it [default: 0.25]
arg-demand-couples = Share of residents who enrol as a couple and come together [default: 0.14]
arg-demand-availability = Weekly availability and how frequent it is: any (every slot), mornings, afternoons (noon to 16:00), late (from 16:00), days (two or three whole days), few (two slots) [default: any=0.20 mornings=0.20 afternoons=0.25 late=0.10 days=0.20 few=0.05]
arg-demand-tracks = Tracks and how frequent each is [default: base=1]
arg-demand-tablet = Share of residents who borrow a tablet [default: 0.45]
arg-demand-own-travel = Longest journeys that some accept, minutes, and their share; the rest follow the scenario [default: 8=0.10 20=0.12 30=0.08]
arg-demand-step-free = Share of residents who need a step-free venue [default: 0.06]
arg-demand-priority = Priorities and how frequent each is [default: 1=0.70 1.5=0.20 2=0.10]
arg-demand-late = Share of enrolments that come late; needs --late-from and --late-until [default: 0.30]
arg-demand-late-from = First date from which a late enrolment may start (YYYY-MM-DD)
arg-demand-late-until = Last such date (YYYY-MM-DD)
examples-demand =
    Examples:
      ateliers demand --communes communes.csv --rate 0.0145 --seed 7 --out residents.csv
      ateliers demand --communes communes.csv --out residents.csv --tablet 0.6 --own-travel 8=0.2
      ateliers demand --communes communes.csv --out residents.csv --late-from 2027-02-01 \
        --late-until 2027-05-31

    But for the rate, defaults are assumptions. What is drawn for a commune depends on the seed and
    its INSEE code alone: adding a commune or changing a share moves no other draw.
demand-done = { $file }: { $residents ->
    [0] no invented resident
    [one] one invented resident
   *[other] { $residents } invented residents
} in { $communes ->
    [one] one commune
   *[other] { $communes } communes
}. Every row says that it is invented.
demand-own-travel-above-one = the shares of `--own-travel` exceed 1 together
demand-unknown-communes = `--only`: no commune of the table has the code { $codes }
demand-too-many = these communes and this rate would make { $residents } residents; { $limit } at most can be invented at a time
demand-shares-zero = the shares of `--availability`, of `--tracks` and of `--priority` cannot all be zero
demand-window-reversed = `--late-until` is before `--late-from`

## Templates

command-templates = Write the templates of the printed documents, to be changed
arg-templates-folder = Folder to write to; a file that is already there is never replaced
examples-templates =
    Examples:
      ateliers templates my-templates
      ateliers export scenario.toml plan/plan.json --out export --templates my-templates
templates-done =
    { $folder } holds the templates (Typst). Colours and font are in style.typ; a logo put into this folder can be used. Keep those that you change, remove the others, then:
      ateliers export … --templates { $folder }

## Explanations

command-explain = Explain the code of an error or a warning, and say what to do; without a code, list all codes
arg-explain-codes = Codes to explain, as messages show them: E407, W507 [default: the list of all codes]
examples-explain =
    Examples:
      ateliers explain E407
      ateliers explain E302 W507
      ateliers explain
explain-list = { $codes ->
    [one] 1 code
   *[other] { $codes } codes
}: errors begin with E, warnings with W.
explain-more = To learn more: `ateliers explain { $codes }`
explain-unknown = there is no code `{ $code }`
explain-unknown-hint =
    {""}
    {"  "}hint: `ateliers explain` lists all codes

## Schemas

command-schema = Print the JSON Schema of the scenario, of the batch, of the plan or of an answer, for editors and programs
arg-schema-of = scenario, batch or plan; validation, judgement, difference, summary or amendment for what validate, check, diff, plan and amend print with --json
examples-schema =
    Examples:
      ateliers schema scenario > scenario.schema.json
      ateliers schema batch > batch.schema.json
      ateliers schema plan > plan.schema.json

## Values expected

expects-detour =
    {""}
    {"  "}hint: a number, one or more, such as `1.3`
expects-speed =
    {""}
    {"  "}hint: a number of km/h above zero, such as `40`
expects-tolerance =
    {""}
    {"  "}hint: a number of metres, zero or more, such as `2`
expects-rate =
    {""}
    {"  "}hint: a share from 0 to 1, such as `0.0128`
expects-spread =
    {""}
    {"  "}hint: a share from 0 to 1, such as `0.25`
expects-couples =
    {""}
    {"  "}hint: a share from 0 to 1, such as `0.14`
expects-tablet =
    {""}
    {"  "}hint: a share from 0 to 1, such as `0.45`
expects-step-free =
    {""}
    {"  "}hint: a share from 0 to 1, such as `0.06`
expects-late =
    {""}
    {"  "}hint: a share from 0 to 1, such as `0.3`
expects-availability =
    {""}
    {"  "}hint: `any`, `mornings`, `afternoons`, `late`, `days` or `few`, then `=` and a share, such as `mornings=0.5`
expects-tracks =
    {""}
    {"  "}hint: a track, `=` and a share, such as `base=0.8`
expects-own-travel =
    {""}
    {"  "}hint: a number of minutes, `=` and a share, such as `20=0.1`
expects-priority =
    {""}
    {"  "}hint: a priority, `=` and a share, such as `1.5=0.2`
expects-today =
    {""}
    {"  "}hint: a date, such as `2027-02-15`
expects-date =
    {""}
    {"  "}hint: a date, such as `2027-02-15`
expects-notice-days =
    {""}
    {"  "}hint: a whole number of days
expects-late-from =
    {""}
    {"  "}hint: a date, such as `2027-02-01`
expects-late-until =
    {""}
    {"  "}hint: a date, such as `2027-05-31`
expects-residents =
    {""}
    {"  "}hint: a whole number from 1 to 1,000,000, such as `2000`
expects-nearest =
    {""}
    {"  "}hint: a whole number, one or more, such as `72`
expects-trainers =
    {""}
    {"  "}hint: a whole number from 1 to 1,000, such as `4`
expects-kits =
    {""}
    {"  "}hint: a whole number up to 1,000, such as `4`
expects-from =
    {""}
    {"  "}hint: a date, such as `2027-01-04`
expects-to =
    {""}
    {"  "}hint: a date, such as `2027-07-02`
