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
    {"  "}hint: a whole number, such as `2`; `0` is all
stdout-failed = the answer could not be written to the standard output
