### The comparison of plans.

## Two plans

command-diff = Show what changed between two plans: cycles, residents, costs
arg-diff-before = The plan before (plan.json, or its folder)
arg-diff-after = The plan after (plan.json, or its folder)
arg-diff-scenario = Scenario of both plans, or of each [default: scenario.toml in the plan's folder or the one above]
arg-diff-json = Print what changed as JSON for programs (ateliers schema difference)
examples-diff =
    Examples:
      ateliers diff plan-january plan-march --scenario scenario.toml
      ateliers diff plan/plan.json edited.json --scenario scenario.toml
      ateliers diff out/variants/trainers-3 out/variants/trainers-4
scenario-not-found = no scenario.toml in the folder of `{ $plan }` or the one above: name it with --scenario
plan-illegal = { $plan } breaks rules: it is compared as it is, but proves nothing
plan-wrong-figures = figures in { $plan } do not match its cycles: they are recomputed, and its bound is not used
plan-of-other-input = warning: { $plan } was not made from { $scenario } as it is now; its bound is not used
diff-title = From { $before } to { $after }
diff-same-input = Both plans were made from the same scenario ({ $after }).
diff-other-input = The scenarios differ: { $before }, then { $after }. What differs: { $parts }.
diff-other-input-named-alike = Both scenarios are called { $after }, but they differ in: { $parts }.
diff-illegal = { $plan } breaks rules ({ $violations ->
    [one] 1 violation
   *[other] { $violations } violations
}): it cannot be carried out as it is.
input-communes = communes
input-roads = journeys
input-slots = slots
input-venues = venues
input-trainers = trainers
input-kits = kits
input-residents = residents
input-closures = closures
input-settings = settings
input-announced = announced plan
diff-nothing = The plans are the same.
diff-cycles = Cycles:
diff-count-opened = Opened
diff-count-closed = Closed
diff-count-moved = Moved
diff-count-retimed = Rescheduled
diff-count-trainer = With another trainer
diff-count-group = With another group
diff-count-repaired = With a repaired session
diff-count-broken-off = Broken off
diff-count-unchanged = Unchanged
diff-opened = Opened:
diff-closed = Closed:
diff-changed = Changed:
diff-participants = { $participants ->
    [one] 1 participant
   *[other] { $participants } participants
}
diff-when = { $weekday } { $time } (from { $first })
diff-from-to = { $before } → { $after }
diff-moved = moved from { $before } to { $after }
diff-retimed = rescheduled from { $before } to { $after }
diff-redated = different dates: ends on { $after }, not { $before }
diff-trainer = trainer { $after } instead of { $before }
diff-repaired-room = on { $date } in { $after }
diff-repaired-trainer = on { $date } with { $after }
diff-broken-off = broken off after { $last }
diff-group = { $joined } joined, { $left } left
diff-told = To inform:
diff-told-residents = Residents of { $commune } ({ $count })
diff-told-mairies = Town halls ({ $count })
diff-told-trainers = Trainers ({ $count })
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

## Several plans

command-compare = Compare plans: indicators, the plans that no other beats, the effect of each choice, robustness
arg-compare-plans = Folders of batches or plans, or plan.json files
arg-compare-out = Folder to write to
arg-compare-baseline = The plan to compare the others with [default: that of the batch, else the first]
arg-compare-x = Indicator on the horizontal axis of the front [default: net]
arg-compare-y = Indicator on the vertical axis of the front [default: served]
arg-compare-pair = Two plans to compare on the map [default: the baseline and the plan with the lowest objective]
arg-compare-boundaries = Commune boundaries (GeoJSON, degrees WGS84) for the maps
arg-compare-scenario = Scenario for plans that have none in their folder
examples-compare =
    Examples:
      ateliers compare out --out comparison
      ateliers compare out --out comparison --baseline trainers-3_radius-15 --boundaries communes.geojson
      ateliers compare plan-january plan-march --scenario scenario.toml --out comparison
      ateliers compare out --out comparison --x gross --y communes_served
compare-unknown-plan = there is no plan `{ $name }` among those compared: { $known }
compare-unknown-column = there is no numeric indicator `{ $name }`; results-dictionary.csv of a batch lists them
compare-too-few = at least one plan is needed to compare
compare-left-out = { $plan } cannot be read and was left out
compare-done = { $plans ->
    [one] 1 plan
   *[other] { $plans } plans
} compared. Of { compare-others }, the difference from { $baseline } is proven for { $proven }, beyond chance for { $beyond }, too close to tell for { $open }. Written to { $folder }
compare-others = { $others ->
    [one] 1 other scenario
   *[other] { $others } other scenarios
}
compare-title = Plans compared
compare-footer = Each scenario's best plan lies between its bound and its plan's objective. Where these ranges do not overlap, the difference between two scenarios is proven.
compare-caution = { $open ->
    [0] Of { compare-others }, the difference from { $baseline } in the objective is proven for { $proven } and beyond chance for { $beyond }.
   *[other] Of { compare-others }, the difference from { $baseline } in the objective is proven for { $proven }, beyond chance for { $beyond }, too close to tell for { $open }. Figures are those of the plans found, not of the best possible.
}
compare-proven-means = Proven: at worst, the better scenario is still better than the other at best. No further search changes that.
compare-beyond-means = Beyond chance: every scenario was searched several times, and the results of two scenarios are further apart than those of the same scenario ({ $searches } searches each: the difference between the medians exceeds both ranges together, and a thousandth at least; the bounds point the same way). Likely, not certain.
compare-beyond-needs = Beyond chance: nothing can be said, because scenarios were not searched { $searches } times each (`seeds = { $searches }` in a batch file does that).
compare-open-means = Too close to tell: do not base a decision on this difference.
compare-illegal = { $plans ->
    [one] 1 plan breaks rules ({ $names }): it is on no front and proves nothing.
   *[other] { $plans } plans break rules ({ $names }): they are on no front and prove nothing.
}
compare-estimated = Travel times are estimates where no pair was measured.
compare-plan = Plan
compare-difference = { $indicator }, difference
compare-reach = Objective, by search
compare-verdict = Best plan against the baseline
verdict-proven-lower = lower: proven
verdict-proven-higher = higher: proven
verdict-beyond_noise-lower = lower: beyond chance
verdict-beyond_noise-higher = higher: beyond chance
verdict-within_noise = too close to tell
compare-days = days
compare-beyond-page = Beyond chance: nothing can be said, because scenarios were not searched { $searches } times each.
compare-baseline-illegal = the baseline breaks rules
compare-same-data-lower = lower, same data: this plan is the better one
compare-same-data-equal = equally low, same data
compare-same-data-higher = higher, same data: the baseline is better
compare-front = Front
compare-baseline = baseline
compare-breaks-rules = breaks rules
compare-on-front = on the front
compare-plans = Indicators
compare-plans-lead = Every plan, and how it differs from the baseline.
compare-trade = Plans that no other beats
compare-trade-lead = A plan is on the front if no other is at least as good in both indicators and better in one. The others are grey. Thin lines: the range of the searches of the same scenario.
compare-steps = What the next resident costs
compare-steps-lead = From plan to plan along the front of net cost against residents served: how many more residents are served, and what each of them costs.
compare-no-steps = Only one plan is on the front of net cost against residents served: there is no next resident to price.
compare-effects = The effect of each choice
compare-effects-lead = Means over all plans with a value, and the range of these plans. In brackets, and as a thin line: what the seed of the search alone changes.
compare-robustness = If other people enrol
compare-robustness-lead = Over seeds of invented enrolments: how often a choice is the best beyond chance, median, worst case, and regret (how far the objective is above that of the best choice, had one known who would enrol).
compare-no-seeds = The batch has no axis of demand seeds, so nothing can be said about other enrolments. An axis with demand = "seed" adds them.
compare-hosts = How often each commune hosts
compare-hosts-lead = Share of the plans in which a commune hosts at least one cycle.
compare-pair = Two plans on the map
compare-pair-lead = Darker communes have a larger share of their residents served; circles are hosts, larger with more cycles.
compare-axis = Axis
compare-value = Value
step-from = From
step-to = To
step-residents = Extra residents
step-net = Extra net cost
step-each = Per resident
robust-choice = Choice
robust-seeds = Seeds
robust-best = Best, beyond chance
robust-median-objective = Objective, median
robust-worst-objective = Objective, worst
robust-regret = Regret, worst
robust-median-net = Net cost, median
robust-median-share = Served, median
robust-worst-share = Served, worst
hosts-plans = Hosts in
hosts-cycles = Cycles per plan
indicator-served = Residents served
indicator-served_share = Share served
indicator-communes_served = Communes served
indicator-cycles = Cycles
indicator-host_communes = Host communes
indicator-mean_travel_min = Mean travel
indicator-worst_travel_min = Longest travel
indicator-mean_wait_days = Mean wait
indicator-gross = Gross cost
indicator-net = Net cost
indicator-net_per_participant = Net per participant
indicator-objective = Objective
indicator-gap = Gap
indicator-calls = Residents to call
indicator-service_changes = Price of changes
headline-plans = plans
headline-front = on the front
headline-proven = proven to differ from the baseline
headline-beyond = differ beyond chance
headline-open = too close to tell
drawing-front = Front of two indicators
drawing-front-says = Each point is a plan; the line joins those that no other beats; the baseline is dark blue, dominated plans are grey; thin lines are the range of the searches.
drawing-effect = Effect of { $what }
drawing-effect-says = { $what }: points are means over all plans with the value, bars their range, thin lines what the seed of the search alone changes.
drawing-matrix = { $what }: means
drawing-matrix-says = Means over all plans with both values ({ $what }).
drawing-map = { $what }
drawing-map-says = Share served by commune and host communes of { $what }.
drawing-difference = Difference: { $what }
drawing-difference-says = Where the second plan serves more or fewer residents than the first; circles are communes that host more or fewer cycles.
difference-more = more residents served
difference-fewer = fewer residents served
difference-same = as many
difference-commune = { $commune }: { $served } residents served, { $cycles } cycles
difference-words = What changed, in words

## What columns mean

column-status = Why the search ended: optimal (proven), gap, work_limit, time_limit, memory_limit; failed where there is no plan
column-interested = Residents who enrolled
column-served = Residents in a cycle
column-served_share = Residents served, as a share of those who enrolled (0 to 1)
column-cycles = Cycles
column-sessions = Sessions of all cycles
column-trainers_used = Trainers who lead a cycle
column-host_communes = Communes that host a cycle
column-communes_served = Communes with a resident served
column-mean_travel_min = Mean journey of a participant, one way
column-worst_travel_min = Longest journey of a participant, one way
column-travel_is_measured = 1 if all journeys are measured; 0 if some are estimates
column-mean_wait_days = Mean number of days from when a participant could start to the first session
column-trainer_time = Sessions and the time around them
column-trainer_travel = Daily tours of the trainers
column-venues = Hire of rooms
column-tablets = Borrowed tablets
column-support = Telephone help after the cycles
column-setup = Posters, enrolment, letters
column-gross = All cash spent
column-income = Fees of the participants
column-net = Cash spent less fees
column-gross_per_participant = Cash spent for one participant
column-net_per_participant = Cash spent less fees, for one participant
column-service_unserved = What the objective counts for residents left out
column-service_travel = What the objective counts for journeys
column-service_waiting = What the objective counts for waiting
column-service_equity = What the objective counts for communes below their share
column-service_place = What the objective counts for participants outside their own commune, and for communes that host too few cycles
column-calls = Residents to inform that their sessions change or are lost, where a plan was announced
column-service_changes = What the objective counts for changes to the announced plan, where there is one
column-objective = Net cost and service: what is minimised
column-bound = No legal plan of the variant has a smaller objective
column-gap = (objective − bound) / |objective|
column-input_digest = SHA-256 over the scenario and its tables
column-invented = 1 if a table says that it is invented
