### What the command line says.

## Help

heading-usage = Usage:
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options
value-command = COMMAND

command-ateliers = Plans cycles of digital workshops over the communes of a territory, and proves how good the plan is
arg-ateliers-lang = Language of messages and documents: fr or en [default: the machine's; else English on the terminal and French in documents]
arg-ateliers-help = Print help
arg-ateliers-version = Print version
examples-ateliers =
    Examples:
      ateliers init my-territory               a folder to start from
      ateliers validate scenario.toml          every fault of the input at once
      ateliers plan scenario.toml --out plan   the plan, proven, with its tables
      ateliers check scenario.toml plan/plan.json
exit-codes =
    Exit codes:
      0  done
      1  the answer is no: a broken rule, wrong figures, a required gap not proven
      2  bad input or usage: nothing was written
      3  our fault: nothing was written; please report it

command-validate = Read a scenario and its tables, report every fault, and echo what was understood
arg-validate-scenario = Scenario file (TOML)
examples-validate =
    Examples:
      ateliers validate scenario.toml
      ateliers validate scenario.toml --lang fr

command-plan = Find a plan, prove how good it is, and write it
arg-plan-scenario = Scenario file (TOML)
arg-plan-out = Folder to write to; it is made if need be, and files of an older plan are replaced
arg-plan-time-limit = Stop after this many seconds [default: the scenario's]
arg-plan-gap = Stop once the plan is proven to be within this relative gap: 0.01 is 1 % [default: the scenario's]
arg-plan-require-gap = Stop as with --gap, and exit with 1 if the gap is not proven (the plan is written all the same)
arg-plan-work-limit = Stop after this much work, an amount that no machine or load changes: the same plan everywhere. Without --time-limit, switches the scenario's time limit off
arg-plan-seed = Seed of every random choice [default: the scenario's]
arg-plan-threads = Threads; 0 is all. Does not change the plan of a gap or work limit [default: the scenario's]
examples-plan =
    Examples:
      ateliers plan scenario.toml --out plan
      ateliers plan scenario.toml --out plan --time-limit 600 --gap 0.01
      ateliers plan scenario.toml --out plan --work-limit 1000 --seed 7

    Ctrl-C ends the search with the best plan so far, checked; a second Ctrl-C gives up.

command-check = Judge a plan, edited by hand or not: every broken rule, the recomputed costs, and whether its figures agree
arg-check-scenario = Scenario file (TOML)
arg-check-plan = The plan to judge (plan.json)
examples-check =
    Examples:
      ateliers check scenario.toml plan/plan.json

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
invented-notice = Invented data: what follows plans for no real person.
echo-title = Scenario { $scenario }, from { $start } to { $end }
echo-tables = Understood:
echo-communes = Communes
echo-hosts = of which may host
echo-slots = Slots
echo-venues = Venues
echo-trainers = Trainers
echo-kits = Kits
echo-residents = Residents
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
stage-dive = whole cycles
stage-improve = improvement
progress = { $stage }: objective { $objective }, bound { $bound }, gap { $gap }
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
summary-wait = { $weeks } weeks on average
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
status-interrupted = interrupted: the best plan so far
plan-written = Written to { $folder }
gap-not-proven = the proven gap is { $gap }, and { $required } was required; the plan is written all the same
folder-unwritable = cannot write to `{ $folder }`: { $fault }
threads-unavailable = cannot start { $threads } threads: { $fault }
fault-illegal-plan = the plan that was found is not legal, so it is not written
fault-broken-bound = the bound { $bound } is above the objective { $objective } of a legal plan, so the plan is not written
fault-report = This is a fault of the program, not of the input. Please report it with the scenario.

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
figures = { $wrong ->
    [0] The plan's own figures agree.
    [one] 1 of the plan's own figures is wrong:
   *[other] { $wrong } of the plan's own figures are wrong:
}
