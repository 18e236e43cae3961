### What the HTML report says.

page-skip = Skip to content
page-contents = Contents
page-sort = Sort
page-download = Download the table

file-report = report
report-title = Plan of the digital workshops – { $scenario }
report-footer = Report made by ateliers from the plan of { $date }. People appear by identifier only.
weeks = { $weeks } wk

headline-served = participants
headline-served-of = of { $interested } enrolled ({ $share })
headline-cycles = cycles
headline-cycles-in = { $sessions } sessions in { $communes ->
    [one] 1 commune
   *[other] { $communes } communes
}
headline-gross = gross cost
headline-gross-net = { $net } net of fees
headline-each = per participant
headline-each-net = { $net } net
headline-travel = of travel on average, one way
headline-travel-measured = { $minutes } min at most
headline-travel-estimated = { $minutes } min at most (estimates)
headline-wait = of waiting on average

part-proof = What is proven
part-proof-lead = The quality of the plan is proven: no plan that keeps the rules can cost less than the bound.
part-changes = What changes
part-changes-lead = Changes to the announced plan: who must be informed, what that costs and what it saves. Names and telephone numbers are on the bill of changes only.
part-map = The map
part-map-lead = Share of those enrolled who are served, by commune; flows from home communes to venues. Hover or click for details.
part-calendar = The calendar
part-calendar-lead = When sessions are held, and who leads them.
part-costs = The costs
part-costs-lead = The cost of a trainer's daily tour is shared among the cycles held that day; the cycles add up to the total exactly.
part-fairness = Fairness between communes
part-fairness-lead = Share of those enrolled who are served in each commune. The line marks the scenario's target; communes below it are orange.
part-distributions = Travel and waiting
part-distributions-lead = How many participants travel and wait, and for how long.
part-tables = All tables
part-tables-lead = Every table can be sorted and downloaded as CSV.

territory-title = Map of the communes
territory-words = Communes by the share of their enrolled residents who are served. Circles are venues, lines are flows between communes, wider where more people travel.
map-step = { $from } to { $to }
map-plain = no enrolment
days-title = Sessions by day
days-words = One column per week, one row per weekday; the darker, the more sessions. Closed days are grey.
days-day = { $date }: { $sessions ->
    [0] no session
    [one] 1 session
   *[other] { $sessions } sessions
}
trainers-title = Cycles by trainer
trainers-words = One bar per cycle, from its first to its last session; dots mark sessions.
rooms-title = Cycles by room
rooms-words = One bar per cycle, from its first to its last session; dots mark sessions.
span-cycle = { $cycle }, { $commune }: { $dates } ({ $participants } participants)
posts-title = Cost by item
posts-words = Gross cost by item, euros.
sheet-costs-each = Unit costs
shares-title = Share served by commune
shares-words = Share of those enrolled who are served, by commune, largest first.
travel-title = Length of journeys
travel-words = Number of participants by the length of their journey, one way.
travel-axis-measured = minutes, one way
travel-axis-estimated = minutes, one way (estimates)
travel-bin = { $from } to { $to } min: { $participants ->
    [one] 1 participant
   *[other] { $participants } participants
}
waits-title = Waiting for the first session
waits-words = Number of participants by weeks until their first session.
waits-axis = weeks
waits-bin = { $weeks ->
    [0] Less than a week
    [one] 1 week
   *[other] { $weeks } weeks
}: { $participants ->
    [one] 1 participant
   *[other] { $participants } participants
}
table-fold = { $title } ({ $rows ->
    [one] 1 row
   *[other] { $rows } rows
})
