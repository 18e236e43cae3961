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

command-ateliers = Plans cycles of digital workshops across the communes of a territory, and proves how good the plan is
arg-ateliers-lang = Language of messages and documents: fr or en [default: ATELIERS_LANG, else the system's, else English on the terminal and French in documents]
arg-ateliers-color = When to use colours: auto, always or never [default: ATELIERS_COLOR, else auto: on a terminal, unless NO_COLOR is set]
arg-ateliers-quiet = Print only the result and errors: no warnings, notes or progress
arg-ateliers-verbose = Also print each improvement that a search finds
arg-ateliers-help = Print help
arg-ateliers-version = Print version
examples-ateliers =
    Examples:
      ateliers init my-territory               create a folder to start from
      ateliers validate scenario.toml          report all errors in the input at once
      ateliers plan scenario.toml --out plan   write the plan, its proof and its tables
      ateliers check scenario.toml plan/plan.json
      ateliers explain E407                    show what a code means and what to do
exit-codes =
    Exit codes:
      0  done
      1  the answer is no: a broken rule, wrong figures, a required gap not proven
      2  bad input or usage: nothing was written
      3  internal error: nothing was written, or an earlier legal plan; please report it

version-commit = { $version } (commit { $commit })
version-modified = { $version } (commit { $commit }, modified: sources { $sources })
version-without-commit = { $version } (built outside git: sources { $sources })

command-serve = Open the planner's pages in a browser on this computer
arg-serve-folder = Folder of projects, or of a single project; created if it does not exist [default: the current folder]
arg-serve-port = Port on this computer; 0 for any [default: 8420, or another if it is in use]
arg-serve-open = Also open the browser
arg-serve-listen = Allow access from other computers: address and port to listen on, such as 127.0.0.1:8420 behind a proxy
arg-serve-people = File of people who may sign in, with their passwords (ateliers people)
arg-serve-address = Address at which browsers reach the pages, such as https://workshops.example.org [default: http:// followed by that of --listen]
examples-serve =
    Examples:
      ateliers serve                           the projects in the current folder
      ateliers serve my-projects --open
      ateliers serve my-projects --port 9000 --lang en
      ateliers serve my-projects --listen 127.0.0.1:8420 --people people.toml --address https://workshops.example.org

    Without --listen, only this computer has access, and only a browser that knows the printed address. Nothing is sent
    elsewhere. Without --lang, pages are in the browser's language, else in French. Press Ctrl-C to stop.
serve-address = Open this address in a browser: { $address }
serve-until = Press Ctrl-C to stop.
serve-ended = Stopped.
serve-no-browser = No browser could be opened: open the address yourself.
serve-no-folder = `{ $folder }` is not a folder
serve-no-folder-above = there is no folder `{ $folder }`: create it first, or correct its name
serve-new-folder = Folder { $folder } did not exist: it has been created, empty.
serve-no-address = `{ $address }` is not an address of the form https://workshops.example.org
serve-not-encrypted = Passwords and names travel unencrypted: put a TLS proxy in front, and give its address (--address https://…).
serve-port-taken = port { $port } is already in use: choose another, or omit --port
serve-no-port = cannot open a port on this computer: { $cause }

command-people = Manage who may open the planner's pages from other computers
arg-people-file = File of names and password hashes (TOML); created if it does not exist
command-people-add = Add a person, or change their password, which is prompted for or read from standard input
arg-people-add-name = Their name, as others see it on the pages
command-people-remove = Remove a person, who loses access at once
arg-people-remove-name = Their name
examples-people =
    Examples:
      ateliers people people.toml                    list who has access
      ateliers people people.toml add "Anne Martin"
      ateliers people people.toml remove "Anne Martin"
examples-people-add =
    Example:
      ateliers people people.toml add "Anne Martin"
examples-people-remove =
    Example:
      ateliers people people.toml remove "Anne Martin"
people-password = Password (not shown):
people-listed = { $people ->
    [one] 1 person has access:
   *[other] { $people } people have access:
}
people-added = { $name } now has access with this password.
people-removed = { $name } no longer has access.
people-file = `{ $file }` cannot be used: { $cause }
people-format = `{ $file }` is not a file of people: `ateliers people FILE add NAME` creates one
people-name = a name must have 1 to 60 characters, all of them visible
people-unknown = `{ $file }` has no person by this name
people-short = { $least ->
    [one] a password must have at least 1 character: a sentence is easy to remember
   *[other] a password must have at least { $least } characters: a sentence is easy to remember
}
people-no-random = the system provides no random numbers

command-validate = Read a scenario and its tables, report every error, and show what was understood
arg-validate-annotate = Also write a copy of the workbook in which each faulty cell is coloured and says how to fix it
arg-validate-scenario = Scenario: a TOML file or a workbook
arg-validate-json = Print what was understood, or every error, as JSON for programs (ateliers schema validation)
examples-validate =
    Examples:
      ateliers validate scenario.toml
      ateliers validate scenario.toml --lang fr

command-plan = Find a plan, prove how good it is, and write it
arg-plan-scenario = Scenario: a TOML file or a workbook
arg-plan-out = Folder to write to; created if needed, and files of an earlier plan are replaced
arg-plan-time-limit = Stop after this many seconds [default: the scenario's]
arg-plan-gap = Stop once the plan is proven to be within this relative gap: 0.01 is 1% [default: the scenario's]
arg-plan-require-gap = Like --gap, but exit with code 1 if the gap is not proven (the plan is still written)
arg-plan-work-limit = Stop after this much work, an amount that does not depend on the machine: the plan is the same everywhere. Without --time-limit, turns off the scenario's time limit
arg-plan-effort = Like --work-limit, with an amount suited to the size of the instance: quick (for a first look), usual (for everyday work: about a minute for 460 residents on two cores) or thorough (for decisions: five times that)
arg-plan-memory-limit = Stop with the best plan before the program uses more than this many GiB [default: 85% of what the machine, container or job allows]
arg-plan-seed = Seed for all random choices [default: the scenario's]
arg-plan-threads = Number of threads; 0 for all. Does not affect the plan if the limit is a gap or an amount of work [default: the scenario's]
arg-plan-only = Replan only part of the announced plan: commune:25388 (or its name), cycle:C012, trainer:T1; may be repeated. Unrelated cycles stay as they are, and so do residents of other communes; its own residents may take free places
arg-plan-announced = The announced plan, if the scenario does not name it (`[announced] plan`): what is committed is kept, and every change has a price
arg-plan-today = Today's date: sessions before it have been held as announced
arg-plan-notice-days = Notice in days: nothing new starts sooner [default: the scenario's]
arg-plan-json = Print the summary as JSON for programs (ateliers schema summary); the plan itself is in plan.json
examples-plan =
    Examples:
      ateliers plan scenario.toml --out plan
      ateliers plan scenario.toml --out plan --time-limit 600 --gap 0.01
      ateliers plan scenario.toml --out plan --effort usual --seed 7
      ateliers plan scenario.toml --out plan --only commune:25388

    Ctrl-C stops the search and writes the best plan so far, checked; a second Ctrl-C aborts.

    Settings are taken from the command line, then the environment, then the scenario, then the
    defaults. Environment variables: ATELIERS_TIME_LIMIT, ATELIERS_GAP, ATELIERS_WORK_LIMIT,
    ATELIERS_SEED, ATELIERS_THREADS and ATELIERS_MEMORY_LIMIT.

command-check = Check a plan, edited by hand or not: every broken rule, the recomputed costs, and whether its figures agree
arg-check-scenario = Scenario: a TOML file or a workbook
arg-check-plan = The plan to check (plan.json)
arg-check-announced = The announced plan, if the scenario does not name it (`[announced] plan`): what is committed is kept, and every change has a price
arg-check-today = Today's date: sessions before it have been held as announced
arg-check-notice-days = Notice in days: nothing new starts sooner [default: the scenario's]
arg-check-json = Print the judgement as JSON for programs (ateliers schema judgement)
examples-check =
    Examples:
      ateliers check scenario.toml plan/plan.json

command-announce = Freeze a plan as the one announced to town halls, trainers and residents
arg-announce-scenario = Scenario: a TOML file or a workbook
arg-announce-plan = The plan to announce (plan.json)
arg-announce-date = Date of the announcement [default: today]
examples-announce =
    Examples:
      ateliers announce scenario.toml plan/plan.json
      ateliers announce scenario.toml plan/plan.json --date 2027-02-15

    The plan is copied to announced/DATE-NUMBER next to the scenario; nothing there is ever replaced.
    The scenario then names this plan; `release`, `keep` and `hit`, which applied to the previous one, are
    removed. A copy of the scenario before the change is kept next to it. A workbook is not modified.

command-amend = Amend a scenario and its announced plan: what happened, what is decided by hand; shows verdict and price first
arg-amend-scenario = Scenario: a TOML file or a workbook
arg-amend-plan = The plan to amend (plan.json) [default: the one in --out if there is one, else the announced plan]
arg-amend-out = Folder of the amended plan [default: amended/ANNOUNCEMENT, next to the scenario]
arg-amend-yes = Keep the changes without asking
arg-amend-json = Print the outcome as JSON for programs (ateliers schema amendment); without --yes, nothing is kept
examples-amend =
    Examples:
      ateliers amend scenario.toml withdraw R00042 R00043
      ateliers amend scenario.toml stand-in C012 2027-03-02 T2
      ateliers amend scenario.toml close C012 --yes

    Tables keep their layout, and a copy of each file is kept next to it. The announced plan is never changed: announce
    the amended one in turn (ateliers announce). What the rules forbid for a committed cycle is the planner's decision,
    to be stated by `release`, `keep` and `hit` in the scenario.
command-amend-withdraw = Record that residents withdraw (table of residents)
arg-amend-withdraw-residents = Identifiers of the residents
examples-amend-withdraw =
    Examples:
      ateliers amend scenario.toml withdraw R00042 R00043
command-amend-absent = Record that a trainer is absent on whole days (table of closures)
arg-amend-absent-kind = The word trainer
arg-amend-absent-trainer = Identifier of the trainer
arg-amend-absent-first = First day
arg-amend-absent-last = Last day, included
examples-amend-absent =
    Examples:
      ateliers amend scenario.toml absent trainer T1 2027-03-01 2027-03-14
command-amend-closed = Record that venues are closed on whole days (table of closures)
arg-amend-closed-kind = The word venue
arg-amend-closed-words = Identifiers of the venues, then the first and the last day, included
examples-amend-closed =
    Examples:
      ateliers amend scenario.toml closed venue V-25388-1 2027-03-01 2027-03-14
command-amend-add = Add late enrolments from a file to the table of residents
arg-amend-add-file = File of enrolments (CSV or workbook), with the columns of the table of residents
examples-amend-add =
    Examples:
      ateliers amend scenario.toml add late.csv

    Residents without a first day are available from `today` of the announced plan.
command-amend-move = Move a cycle to another slot, or start it later
arg-amend-move-cycle = Identifier of the cycle
arg-amend-move-slot = Identifier of the slot, or weekday and time (`Thu 14:00`)
arg-amend-move-from = First day [default: the week of its first session, or as soon as notice allows]
examples-amend-move =
    Examples:
      ateliers amend scenario.toml move C012 thu-1400
      ateliers amend scenario.toml move C012 thu-1400 --from 2027-04-01

    An announced cycle is closed and continues as a new one. If it has begun, it is broken off, and its participants
    start over.
command-amend-trainer = Give all remaining sessions of a cycle to another trainer
arg-amend-trainer-cycle = Identifier of the cycle
arg-amend-trainer-trainer = Identifier of the trainer
examples-amend-trainer =
    Examples:
      ateliers amend scenario.toml trainer C012 T2
command-amend-join = Add residents to a cycle
arg-amend-join-cycle = Identifier of the cycle
arg-amend-join-residents = Identifiers of the residents
examples-amend-join =
    Examples:
      ateliers amend scenario.toml join C012 R00042 R00043
command-amend-leave = Remove residents from a cycle
arg-amend-leave-cycle = Identifier of the cycle
arg-amend-leave-residents = Identifiers of the residents
examples-amend-leave =
    Examples:
      ateliers amend scenario.toml leave C012 R00042
command-amend-stand-in = Have another trainer lead one session
arg-amend-stand-in-cycle = Identifier of the cycle
arg-amend-stand-in-date = Date of the session
arg-amend-stand-in-trainer = Identifier of the trainer
examples-amend-stand-in =
    Examples:
      ateliers amend scenario.toml stand-in C012 2027-03-02 T2
command-amend-postpone = Postpone a session, to the same weekday
arg-amend-postpone-cycle = Identifier of the cycle
arg-amend-postpone-date = Announced date of the session
examples-amend-postpone =
    Examples:
      ateliers amend scenario.toml postpone C012 2027-03-02
command-amend-close = Close a cycle; one that has begun is broken off
arg-amend-close-cycle = Identifier of the cycle
examples-amend-close =
    Examples:
      ateliers amend scenario.toml close C012

command-history = List the announcements, and what changed in each
arg-history-scenario = Scenario: a TOML file or a workbook
examples-history =
    Examples:
      ateliers history scenario.toml

## Usage errors

error-line = error: { $text }
usage-unknown-argument = unknown argument `{ $argument }`
usage-unknown-command = unknown command `{ $command }`
usage-missing-command = no command was given
usage-missing-argument = missing argument: { $argument }
usage-missing-value = `{ $argument }` requires a value
usage-wrong-value = `{ $value }` is not a valid value for `{ $argument }`
usage-twice = `{ $argument }` is given twice
usage-conflict = `{ $argument }` cannot be used with `{ $prior }`
usage-not-utf8 = an argument is not valid UTF-8
usage-other = cannot parse the arguments ({ $detail })
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
    {"  "}hint: a share, zero or more: `0.01` is 1%
expects-require-gap =
    {""}
    {"  "}hint: a share, zero or more: `0.01` is 1%
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
    {"  "}hint: a whole number up to 1024, such as `2`; `0` for all
stdout-failed = cannot write to standard output

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
invented-notice = Invented data: what follows is not about real people.
invented-above = Invented data: the above is not about real people.
echo-title = Scenario { $scenario }, { $period }
echo-tables = Understood:
echo-communes = Communes
echo-hosts = of which can host
echo-slots = Slots
echo-venues = Venues
echo-trainers = Trainers
echo-kits = Kits
echo-residents = Residents
echo-withdrawn = Residents who have withdrawn
echo-parties = Parties of two or more
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
echo-may-host = Can host
echo-yes = yes
echo-no = no
echo-stuck = { $residents ->
    [0] Everyone could attend somewhere, as far as places, times, tracks, dates and tablets go.
    [one] 1 resident cannot attend anywhere, whatever the plan:
   *[other] { $residents } residents cannot attend anywhere, whatever the plan:
}

## The plan

stage-construct = first plan
stage-bound = bound
progress = { $stage }: objective { $objective }, bound { $bound }, gap { $gap }
phase = Phase: { $task }; ends after { $ends }
phase-dives = Phase: { $task }; ends after { $ends }; partial plans at { $dives } of it
phase-first-plan = first plan
phase-ascent = bound ascent
phase-proof = linear program and branching
phase-steps = { $count ->
    [one] 1 change tried
   *[other] { $amount } changes tried
}
phase-rounds = { $count ->
    [one] 1 pricing round
   *[other] { $amount } pricing rounds
}
phase-share = { $amount } of what remains
phase-gap = a gap of { $amount }
phase-work = { $count ->
    [one] 1 unit of work
   *[other] { $amount } units of work
}
phase-time = the time limit
moves = Moves of the search
moves-proposed = Tried
moves-accepted = Kept
moves-gain = Gained
move-transfer = A participant changes group
move-leave = A participant is left out
move-move-group = A group changes time, place or trainer
move-swap-groups = Two groups swap times and trainers
move-swap-trainers = Two trainers swap days
move-move-day = A trainer's day is moved
move-open-group = One more group
move-close-group = One group fewer
move-change-course = A committed cycle continues another way
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
label-turnover = New, closed, broken-off cycles
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
status-memory_limit = memory limit: best plan so far
status-amended = changed by hand
status-interrupted = interrupted: best plan so far
plan-only = Replanned: { $parts } only. { $kept ->
        [0] No other cycle was open to change.
        [one] 1 other cycle that was open to change stays as announced.
       *[other] { $kept } other cycles that were open to change stay as announced.
    } Bound and gap are those of this problem: replanning everything might cost less.
plan-only-shaken = { $count ->
        [one] { $cycles } could not stay as announced, whatever part is named, and was replanned as well.
       *[other] { $cycles } could not stay as announced, whatever part is named, and were replanned as well.
    }
plan-only-nothing = --only keeps the rest as announced, but nothing has been announced
    {""}
    {"  "}hint: announce a plan first (ateliers announce), or name one: --announced PLAN.json --today DATE
plan-only-form = `{ $part }` is not part of a plan
    {""}
    {"  "}hint: commune:25388, cycle:C012 or trainer:T1
plan-unknown-commune = no commune is called `{ $name }`, or more than one is
plan-written = Written to { $folder }
plan-memory-short = The search stopped before exceeding the memory limit of { $limit } GiB; use --memory-limit to set another.
memory-unknown = this system does not report how much memory the program uses, so --memory-limit cannot be enforced
gap-not-proven = the proven gap is { $gap }, but { $required } was required; the plan was still written
folder-unwritable = cannot write to `{ $folder }`: { $fault }
in-the-way-folder = { $path } is a folder
in-the-way-other = { $path } is not a file
system-not-found = no such file or folder
system-no-right = permission denied
system-read-only = the disk or folder is read-only
system-full = the disk is full
system-not-a-folder = part of the path is not a folder
system-a-folder = it is a folder
system-name = the name is too long or not allowed here
system-too-large = the file is too large
system-busy = another program is using it
threads-unavailable = cannot start { $threads } threads: { $fault }
fault-illegal-plan = the plan found is not legal, so it was not written
fault-broken-bound = the bound { $bound } is above the objective { $objective } of a legal plan, so the plan was not written
fault-earlier-written = The last plan found before it is legal, and was written instead.
fault-report = This is a bug in the program, not an error in the input. Please report it, with the scenario.

## Amendments

amend-decided = Added to the scenario: { $list } { $entry }
amend-taken-back = Removed from the scenario: { $list } { $entry }
amend-session = { $cycle }, session of { $date }
amend-goes-on = The cycle continues as { $cycle }
amend-added = { $residents ->
    [one] 1 enrolment added
   *[other] { $residents } enrolments added
}
amend-files = Files to change: { $files }
amend-broken = New violations: { $new }; already there before: { $old }
amend-price = Price:
amend-term = Term
amend-before = Before
amend-after = After
amend-difference = Difference
amend-question = Keep these changes? [y/N]
amend-nobody-asked = There is no one to answer here: use --yes to keep the changes.
amend-not-kept = Nothing was written.
amend-refused = the amended plan would break a rule that the plan did not break before: nothing was written
amend-kept = Written: { $files }
amend-copies = Copies of the files before: { $files }
amend-period = `{ $words }` is not a pair of dates: write the first and the last day, such as `2027-03-01 2027-03-14`
amend-no-plan = there is no plan to amend: none has been announced (ateliers announce), and --plan names none
amend-withdrawn = already withdrawn: { $residents }
amend-reversed = the period from { $from } to { $until } ends before it begins
amend-empty = `{ $file }` contains no enrolments
amend-finished = all sessions of cycle `{ $cycle }` have been held: it can no longer change
amend-broken-off = cycle `{ $cycle }` is broken off: it can no longer change
amend-not-announced = cycle `{ $cycle }` was not announced, so it has no sessions to repair: change its trainer (`trainer`), or move it (`move`)
amend-no-day = the horizon has no days left for cycle `{ $cycle }`
amend-no-session = cycle `{ $cycle }` has no upcoming session on { $date }; upcoming: { $dates }
amend-not-in = not in cycle `{ $cycle }`: { $residents }
amend-in = already in cycle `{ $cycle }`: { $residents }
amend-already = this is already the case: nothing changes
amend-unknown-cycle = the plan has no cycle `{ $name }`
amend-unknown-resident = there is no resident `{ $name }`
amend-unknown-trainer = there is no trainer `{ $name }`
amend-unknown-venue = there is no venue `{ $name }`
amend-unknown-slot = there is no slot `{ $name }`

## The announcement

announce-illegal = this plan is not legal, so it was not announced
announce-done = Announced in { $folder }
announce-set = { $scenario } now names this plan (today: { $today }); the scenario before: { $before }
announce-workbook =
    In the sheet "scenario" (or "Paramètres") of { $scenario }, write:
      announced.plan   { $plan }
      announced.today  { $today }
    and clear "announced.release", "announced.keep" and "announced.hit", which applied to the previous plan.
folder-locked = another program is writing to `{ $folder }`: try again when it has finished
folder-locked-by = another program is writing to `{ $folder }` (ateliers { $task }, process { $pid }): try again when it has finished
folder-announced = `{ $folder }` holds an announced plan, which is never replaced: write to another folder
history-title = { $announcements ->
    [0] Nothing has been announced.
    [one] 1 announcement; changes are relative to the previous announcement:
   *[other] { $announcements } announcements; changes are relative to the previous announcement:
}
history-number = No.
history-date = Date
history-cycles = Cycles
history-participants = Residents
history-calls = Calls
history-notices = Cycles changed
history-stand-ins = Stand-ins
history-cost = Cost
history-unreadable = `{ $folder }` has no readable announcement (announced.toml) and is skipped

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
service-changes = Service: changes to what was announced
figures = { $wrong ->
    [0] The plan's own figures agree.
    [one] 1 of the plan's own figures is wrong:
   *[other] { $wrong } of the plan's own figures are wrong:
}
figures-none = The plan states no figures of its own: there is nothing to compare.

## Export

command-export = Produce documents for town halls, trainers, elected officials and other systems from a plan
arg-export-scenario = Scenario: a TOML file or a workbook
arg-export-plan = The plan to export (plan.json)
arg-export-out = Folder to write to; created if needed, and files of an earlier export are replaced
arg-export-only = Audiences, separated by commas: mairies, cycles, trainers, report, systems [default: all]
arg-export-contacts = Table of names (CSV), only for attendance sheets, letters and the bill of changes
arg-export-previous = Folder of the previous export: calendars show what has changed and what is cancelled [default: from the announced plan]
arg-export-templates = Folder of your own templates (Typst), which replace those of the same name
arg-export-boundaries = Commune boundaries (GeoJSON) [default: the .geojson file next to the table of communes]
arg-export-changed-only = Produce documents only for those affected by changes to the announced plan (town halls, cycles, trainers), with letters of correction and the bill of changes
arg-export-announced = The announced plan, if the scenario does not name it (`[announced] plan`): what is committed is kept, and every change has a price
arg-export-today = Today's date: sessions before it have been held as announced
arg-export-notice-days = Notice in days: nothing new starts sooner [default: the scenario's]
examples-export =
    Examples:
      ateliers export scenario.toml plan/plan.json --out export
      ateliers export scenario.toml plan/plan.json --out export --contacts contacts.csv
      ateliers export scenario.toml plan2/plan.json --out export2 --previous export --only mairies,trainers
      ateliers export scenario.toml plan/plan.json --out changes --changed-only --contacts contacts.csv

    One folder for each audience: mairies/ (poster, calendar, workbook), trainers/ (road book, calendar),
    report/ (report.html, to open in a browser; plan.xlsx; cost-estimate.pdf; venues.geojson and
    flows.geojson), systems/ (CSV files) and, with --contacts, cycles/ (attendance sheets, letters).
expects-only =
    {""}
    {"  "}hint: `mairies`, `cycles`, `trainers`, `report` or `systems`, separated by commas
export-illegal = the plan breaks rules, so nothing was exported
export-wrong-figures = the plan's figures do not match its cycles, so nothing was exported. Correct them, or remove them from the file
export-making = Documents
export-cycles-need-contacts = `--only cycles` requires `--contacts`: these documents contain names
export-nothing-announced = `--changed-only` requires an announced plan: name it in `[announced]` in the scenario, or with `--announced` and `--today`
papers-missing = this build cannot produce PDF documents, which `--only cycles`, `--contacts` and `--templates` require: `cargo install --path . --locked` installs one that can
papers-left-out = This build cannot produce PDF documents: posters, road books and the estimate were left out.
export-stopped = interrupted: nothing was written
export-faulty = cannot produce the document `{ $path }`: { $fault }
export-written = { $files ->
    [one] 1 file written to { $folder }
   *[other] { $files } files written to { $folder }
}
export-mairies = mairies/: for each commune, poster (.pdf), calendar (.ics) and workbook (.xlsx)
export-cycles = cycles/: attendance sheets and letters, with --contacts only
export-trainers = trainers/: for each trainer, road book (.pdf) and calendar (.ics)
export-report = report/: report (report.html), workbook of the plan (.xlsx), cost estimate (.pdf), venues and flows for QGIS (.geojson)
export-systems = systems/: places of digital mediation (fill in the SIRET, column `pivot`) and sessions to enter in RDV Service Public
export-changed = Only for those affected by the changes: { $mairies ->
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
    [one] 1 file of an earlier export remains in { $folder } and is out of date: { $names }
   *[other] { $files } files of an earlier export remain in { $folder } and are out of date: { $names }
}
previous-unreadable = `{ $file }` is not an earlier export: { $cause }
templates-unreadable = the template folder `{ $folder }` cannot be used: { $cause }
templates-none = no file is named after a template ({ $names })
templates-outside = { $file } points outside the template folder
templates-too-large = with { $file }, the templates and what they use exceed { $limit } MiB
templates-too-much = your templates need more than { $limit } GiB of memory, or are nested too deeply; nothing was written
previous-empty = it has no calendars
previous-no-calendar = line { $line } is not a calendar line
previous-event = the event `{ $uid }` is not in the expected format
previous-other-plan = its sessions come from a different plan than the other calendars in the folder. Give the folder of a single export
export-gone = Calendars with cancellations only, for those no longer in the tables: { $names }

## New folder

command-init = Create a folder to start from: a scenario with comments, and each table with an example
arg-init-folder = Folder to create; existing files are never replaced
arg-init-workbook = Create one workbook (`plan.xlsx`) to fill in, instead of a scenario and tables
arg-init-communes = Communes of another territory: a table or a workbook
arg-init-boundaries = Their boundaries (GeoJSON), from which the roads are derived
examples-init =
    Examples:
      ateliers init my-territory
      ateliers init trial --lang fr
      ateliers init trial --workbook
init-taken = { $folder } already contains { $files }: nothing was written. Choose another folder
init-done =
    { $folder } is ready. Its communes are real; enrolments, rooms, trainer and kit are invented, and marked as such.

    Next:
      ateliers validate { $scenario }
      ateliers plan { $scenario } --out { $folder }/plan
write-failed = cannot write { $file }: { $cause }
replace-refused = { $file } exists and is not marked “{ $label }”, so it was not replaced. Choose another name, or remove it first

## Territory

command-forms = Create a small workbook for the enrolments of each town hall, which `collect` reads back
arg-forms-scenario = Scenario: a TOML file or a workbook; it provides communes, slots and tracks
arg-forms-out = Folder to create; existing files are never replaced
arg-forms-only = Only for these communes (INSEE codes)
arg-forms-contacts = Table of names (CSV): people already enrolled come first on their commune's form, with their answers
arg-forms-lines = Lines for new enrolments [default: 40]
examples-forms =
    Examples:
      ateliers forms scenario.toml --out forms
      ateliers forms scenario.toml --out forms --only 25304 25539 --lines 80
      ateliers forms scenario.toml --out again --contacts contacts.csv

    Each line has a number, which the person keeps. Names are on a separate sheet.
command-collect = Gather what town halls send back: show what changes, then update the enrolments and the names
arg-collect-from = Returned files (workbooks or CSV), or folders that contain them
arg-collect-out = Table of enrolments to update (CSV), without any names; with --suggest, the mapping to write (TOML or a workbook)
arg-collect-contacts = Table of names to update (CSV), readable only by its owner
arg-collect-scenario = Scenario that provides the communes and slots [default: scenario.toml or plan.xlsx, next to the table]
arg-collect-mapping = What the questions and answers of another form mean (TOML, or a sheet)
arg-collect-default-slots = Slots for people who name none, separated by spaces; * for every slot
arg-collect-preview = Workbook with every change, and each refusal with its reason, without any names: to send back to town halls
arg-collect-prefer-town-halls = Where a town hall changes an answer that you changed by hand, use the town hall's
arg-collect-yes = Keep the changes without asking
arg-collect-suggest = Propose a mapping for the export of another form, to correct by hand
examples-collect =
    Examples:
      ateliers collect returned --out enrolments.csv --contacts contacts.csv
      ateliers collect returned --out enrolments.csv --contacts contacts.csv --preview back.xlsx --yes
      ateliers collect --suggest grist.csv --scenario scenario.toml > grist.toml
      ateliers collect grist.csv --mapping grist.toml --out enrolments.csv --contacts contacts.csv

    Nothing is kept until it has been shown and accepted. Collecting twice changes nothing; an empty cell deletes
    nothing; what you change in the table stays, unless the town hall has since answered something else.
    The sheet of La Coop de la médiation numérique and the export of RDV Service Public (CSV) can be read as well.

command-territory = Derive or invent data about a territory that no table provides
examples-territory =
    Examples:
      ateliers territory roads --communes communes.csv --boundaries communes.geojson --out roads.csv
      ateliers territory invent --communes communes.csv --boundaries communes.geojson \
        --residents 2000 --from 2027-01-04 --to 2027-07-02 --out trial
command-territory-roads = Estimate roads from commune boundaries: communes that share a border are joined
arg-territory-roads-communes = Table of communes (CSV)
arg-territory-roads-boundaries = Commune boundaries (GeoJSON, degrees WGS84)
arg-territory-roads-out = Table of roads to write (CSV); a file not marked “estimated” is never replaced
arg-territory-roads-detour = Ratio of road length to straight-line length [default: 1.3]
arg-territory-roads-speed = Average speed, km/h [default: 40]
arg-territory-roads-tolerance = Largest distance between two outlines of the same border, metres [default: 2]
arg-territory-roads-code-property = GeoJSON property that holds the INSEE code [default: the usual names: code, insee, INSEE_COM…]
examples-territory-roads =
    Examples:
      ateliers territory roads --communes communes.csv --boundaries communes.geojson --out roads.csv
      ateliers territory roads --communes communes.csv --boundaries communes.geojson --out roads.csv \
        --detour 1.4 --speed 50

    Two communes are neighbours if their outlines run along each other for at least 10 metres:
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
        [one] the territory is in one piece
       *[other] the territory was in { $parts } parts
    }{ $unknown ->
        [0] .
        [one] . One outline belongs to no commune of the table and was not used.
       *[other] . { $unknown } outlines belong to no commune of the table and were not used.
    }

command-territory-distances = Create the table of measured distances from OSRM, Valhalla or a file of commune pairs
arg-territory-distances-files = Responses of OSRM (`table`) or Valhalla (matrix) in JSON, or tables of pairs (CSV); the first value of a pair is used
arg-territory-distances-osrm = Address of an OSRM server to query for what no file provides: `http://HOST:PORT`, or with the profile `http://HOST:PORT/table/v1/PROFILE`
arg-territory-distances-table-size = Maximum number of communes per request [default: 100]
arg-territory-distances-timeout = Maximum time for one response, seconds [default: 60]
arg-territory-distances-communes = Table of communes (CSV): the rows of a matrix follow its order
arg-territory-distances-out = Table of distances to write (CSV); a file not marked “measured” is never replaced
arg-territory-distances-from = Column of the origin commune [default: from, origin, source…]
arg-territory-distances-to = Column of the destination commune [default: to, destination, target…]
arg-territory-distances-time = Column of the duration [default: minutes, duration…]
arg-territory-distances-time-unit = Unit of the duration: s, min or h [default: from the name of the column]
arg-territory-distances-length = Column of the length [default: km, distance…]
arg-territory-distances-length-unit = Unit of the length: m or km [default: from the name of the column]
examples-territory-distances =
    Examples:
      ateliers territory distances osrm.json --communes communes.csv --out distances.csv
      ateliers territory distances --osrm http://localhost:5000 --communes communes.csv --out distances.csv
      ateliers territory distances pairs.csv --communes communes.csv --out distances.csv \
        --time duration --time-unit min --length distance --length-unit km

    For OSRM: `/table/v1/driving/LON,LAT;LON,LAT;…?annotations=duration,distance`, the communes in the
    order of the table. Pairs of other communes are left out, and so are pairs that are missing or zero:
    the roads are used for those.
expects-osrm =
    {""}
    {"  "}hint: an address, such as `http://localhost:5000`
expects-timeout =
    {""}
    {"  "}hint: a number of seconds, such as `120`
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
command-territory-invent = Invent a complete scenario for real communes, to plan at a scale for which there are no enrolments yet
arg-territory-invent-communes = Table of communes, with populations (CSV)
arg-territory-invent-boundaries = Commune boundaries (GeoJSON, degrees WGS84)
arg-territory-invent-residents = Number of residents who enrol, roughly in proportion to the population
arg-territory-invent-from = First day of the plan (YYYY-MM-DD)
arg-territory-invent-to = Last day of the plan (YYYY-MM-DD)
arg-territory-invent-out = Folder to create; existing files are never replaced
arg-territory-invent-nearest = Keep only this many communes, from the centre outwards, in one piece [default: all]
arg-territory-invent-centre = INSEE code of the centre for --nearest [default: the most populous commune]
arg-territory-invent-trainers = Trainers [default: one for every 600 residents]
arg-territory-invent-kits = Kits of tablets [default: as many as trainers]
arg-territory-invent-slots = Table of slots (CSV) [default: Monday to Friday at 9:30, 14:00 and 16:30]
arg-territory-invent-closures = Table of closures to copy (CSV): general, or of communes [default: invented breaks, roughly during French school holidays]
arg-territory-invent-seed = Seed for all random draws: the same seed gives the same folder [default: 1]
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

    Communes are real and roads are estimated, as by `territory roads`; enrolments are those that
    `demand` invents by default. A commune has a room, a town several, a small village not always;
    trainers live where the inhabitants do, each with a kit nearby. Every invented row is marked as
    such. The folder is a scenario like any other: edit it, replace its tables with real ones as
    they arrive, or let `demand` invent other enrolments from its communes.csv and slots.csv.
territory-invent-done =
    { $folder } is ready: { invented-residents }, { invented-communes }, { invented-trainers }, { invented-kits }. { $parts ->
        [one] The territory is in one piece.
       *[other] The territory was in { $parts } parts, joined by their shortest links.
    }
    Its communes are real and its roads estimated; enrolments, rooms, trainers and kits are invented, and marked as such.

    Next:
      ateliers validate { $scenario }
      ateliers plan { $scenario } --out { $folder }/plan
invent-dates = from { $from } to { $to }: the last day must not be before the first, nor ten years after it
invent-too-few-communes = the table has { $communes } communes, fewer than requested
invent-too-many-communes = at most { $limit } communes can be planned at once: choose with `--nearest`
invent-unknown-centre = `--centre`: no commune in the table has the code { $code }
invent-too-few-inhabitants = these communes have { $inhabitants } inhabitants, fewer than the residents requested

## Invented enrolments

command-demand = Invent enrolments, to plan before there are real ones
arg-demand-communes = Table of communes, with populations (CSV)
arg-demand-out = Table of residents to write (CSV); a file not marked “invented” is never replaced
arg-demand-rate = Share of the population that enrols [default: 0.0128, one in ten of those concerned: 15.4% of people aged 15 and over had no digital skills in 2021 (INSEE Première 1953), × 83% aged 15 and over × 10%]
arg-demand-only = INSEE codes of the only communes in which to invent enrolments [default: all]
arg-demand-seed = Seed for all random draws: the same seed gives the same enrolments [default: 1]
arg-demand-slots = Table of slots (CSV) [default: Monday to Friday at 9:30, 14:00 and 16:30, mon-0930 to fri-1630]
arg-demand-spread = How far a commune's rate may differ from the overall rate, as a share of it [default: 0.25]
arg-demand-couples = Share of residents who enrol as a couple and come together [default: 0.14]
arg-demand-availability = Weekly availability and its shares: any (every slot), mornings, afternoons (noon to 16:00), late (from 16:00), days (two or three whole days), few (two slots) [default: any=0.20 mornings=0.20 afternoons=0.25 late=0.10 days=0.20 few=0.05]
arg-demand-tracks = Tracks and their shares [default: base=1]
arg-demand-tablet = Share of residents who borrow a tablet [default: 0.45]
arg-demand-own-travel = Longest journeys that some accept, in minutes, and their shares; the others follow the scenario [default: 8=0.10 20=0.12 30=0.08]
arg-demand-step-free = Share of residents who need a step-free venue [default: 0.06]
arg-demand-priority = Priorities and their shares [default: 1=0.70 1.5=0.20 2=0.10]
arg-demand-late = Share of late enrolments; requires --late-from and --late-until [default: 0.30]
arg-demand-late-from = Earliest date from which a late enrolment may start (YYYY-MM-DD)
arg-demand-late-until = Latest such date (YYYY-MM-DD)
examples-demand =
    Examples:
      ateliers demand --communes communes.csv --rate 0.0145 --seed 7 --out residents.csv
      ateliers demand --communes communes.csv --out residents.csv --tablet 0.6 --own-travel 8=0.2
      ateliers demand --communes communes.csv --out residents.csv --late-from 2027-02-01 \
        --late-until 2027-05-31

    Except for the rate, the defaults are assumptions. What is drawn for a commune depends only on the
    seed and its INSEE code: adding a commune or changing a share does not affect other draws.
demand-done = { $file }: { $residents ->
    [0] no invented resident
    [one] one invented resident
   *[other] { $residents } invented residents
} in { $communes ->
    [one] one commune
   *[other] { $communes } communes
}. Every row is marked as invented.
demand-own-travel-above-one = the shares of `--own-travel` add up to more than 1
demand-unknown-communes = `--only`: no commune in the table has the code { $codes }
demand-too-many = these communes and this rate would give { $residents } residents; at most { $limit } can be invented at once
demand-shares-zero = the shares of `--availability`, of `--tracks` and of `--priority` cannot all be zero
demand-window-reversed = `--late-until` is before `--late-from`

## Templates

command-templates = Write the templates of the printed documents, to customise them
arg-templates-folder = Folder to write to; existing files are never replaced
examples-templates =
    Examples:
      ateliers templates my-templates
      ateliers export scenario.toml plan/plan.json --out export --templates my-templates
templates-done =
    { $folder } now has the templates (Typst). Colours and font are in style.typ; templates can use a logo placed in this folder. Keep those that you change, remove the others, then:
      ateliers export … --templates { $folder }

## Explanations

command-explain = Explain the code of an error or warning and what to do; without a code, list all codes
arg-explain-codes = Codes to explain, as shown in messages: E407, W507 [default: list all codes]
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

command-schema = Print the JSON Schema of the scenario, batch, plan or an answer, for editors and programs
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
