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

## What columns mean

column-status = Why the search ended: optimal (proven), gap, work_limit, time_limit; failed where there is no plan
column-interested = Residents who enrolled
column-served = Residents in a cycle
column-served_share = Residents served, as a share of those who enrolled (0 to 1)
column-cycles = Cycles
column-sessions = Sessions of all cycles
column-trainers_used = Trainers who lead a cycle
column-host_communes = Communes that host a cycle
column-communes_served = Communes with a resident served
column-mean_travel_min = Journey of a participant, one way, on average
column-worst_travel_min = Longest journey of a participant, one way
column-travel_is_measured = 1 where all journeys are measured; 0 where some are estimates
column-mean_wait_days = Days from when a participant could start to the first session, on average
column-trainer_time = Sessions and the time around them
column-trainer_travel = Tours of the trainers' days
column-venues = Hire of rooms
column-tablets = Borrowed tablets
column-support = Telephone help after the cycles
column-setup = Posters, enrolment, convocations
column-gross = All cash spent
column-income = Fees of the participants
column-net = Cash spent less fees
column-gross_per_participant = Cash spent for one participant
column-net_per_participant = Cash spent less fees, for one participant
column-service_unserved = What the objective counts for residents left out
column-service_travel = What the objective counts for journeys
column-service_waiting = What the objective counts for waiting
column-service_equity = What the objective counts for communes below their share
column-objective = Net cost and service: what is minimised
column-bound = No legal plan of the variant has a smaller objective
column-gap = (objective − bound) / |objective|
column-input_digest = SHA-256 over the scenario and its tables
column-invented = 1 where a table says that it is invented
