### Plans beside each other.

## Two plans

command-diff = Say what changed between two plans: cycles, residents, costs
arg-diff-before = The plan before (plan.json, or its folder)
arg-diff-after = The plan after (plan.json, or its folder)
arg-diff-scenario = Scenario of both plans, or of each [default: scenario.toml beside the plan or in the folder above]
examples-diff =
    Examples:
      ateliers diff plan-january plan-march --scenario scenario.toml
      ateliers diff plan/plan.json edited.json --scenario scenario.toml
      ateliers diff out/variants/trainers-3 out/variants/trainers-4
scenario-not-found = no scenario.toml stands beside `{ $plan }` nor in the folder above: name it with --scenario
plan-of-other-input = warning: { $plan } was not made from { $scenario } as it is now; its bound is not used
diff-title = From { $before } to { $after }
diff-same-input = Both plans were made from the same scenario ({ $after }).
diff-other-input = The scenarios differ: { $before }, then { $after }.
diff-nothing = The plans are the same.
diff-cycles = Cycles:
diff-count-opened = Opened
diff-count-closed = Closed
diff-count-moved = Moved
diff-count-retimed = Re-timed
diff-count-trainer = With another trainer
diff-count-group = With another group
diff-count-unchanged = Unchanged
diff-opened = Opened:
diff-closed = Closed:
diff-changed = Changed:
diff-participants = { $participants ->
    [one] 1 participant
   *[other] { $participants } participants
}
diff-when = { $weekday } { $time }, first on { $first }
diff-from-to = { $before } → { $after }
diff-moved = moved from { $before } to { $after }
diff-retimed = re-timed from { $before } to { $after }
diff-redated = other dates: ends on { $after }, not { $before }
diff-trainer = trainer { $after } instead of { $before }
diff-group = { $joined } joined, { $left } left
diff-residents = Residents, by commune:
diff-insee = INSEE
diff-commune = Commune
diff-enrolled = Enrolled
diff-served = Served
diff-gained = Gained
diff-lost = Lost
diff-territory = Territory
diff-costs = Costs and service:
diff-first = First
diff-second = Second
diff-difference = Difference
diff-proof-same = No plan of this scenario can be below { $bound }.
diff-proof-overlap = The difference between the two scenarios is not proven: the best plan of the first lies between { $bound-before } and { $objective-before }, that of the second between { $bound-after } and { $objective-after }, and these overlap.
diff-proof-apart = The difference between the two scenarios is proven: the best plan of the first lies between { $bound-before } and { $objective-before }, that of the second between { $bound-after } and { $objective-after }.
