### What the pages of the browser say (`ateliers serve`).

## What all pages have

web-skip = Skip to content
web-nav = Pages of the project
web-footer = Everything stays on this computer: these pages send nothing elsewhere.
web-tab-overview = Overview

## Entry and refusals

web-welcome = Welcome
web-welcome-on = Open my projects
web-fault-title = That did not work
web-fault-back = Back to the projects
web-fault-code = Code
web-fault-stranger = This browser may not come in yet, or the program was started anew since. Open the whole address that the program printed when it started, with what follows “token=”.
web-fault-forbidden = This request does not come from these pages: it is refused. Open the address that the program printed when it started.
web-fault-nowhere = There is no page at this address. The project may have been renamed or deleted.
web-fault-method = This address is not used like that. Go back and load the page again.
web-fault-slow = This took too long and was stopped. Try again; if the file is very large, make it lighter first.
web-fault-large = This is too large to be taken in here. Make the file lighter, or copy it into the folder of the project yourself.
web-fault-request = The request was not understood. Go back, load the page again and retry.
web-fault-ours = This is the program's fault, not that of your data. Nothing was half written. Please report it.

## Projects

web-projects-title = Projects
web-projects-lead = Folder:
web-projects-none = There is no project in this folder yet.
web-left-out-name = The folder “{ $folder }” is not shown: its name has characters that do not go into an address, or it is that of the main folder as well. Rename it.
web-left-out-several = The folder “{ $folder }” is not shown: it holds several workbooks that could be its own ({ $books }). Keep only one.

web-new-title = New project
web-new-workbook = From a workbook
web-new-workbook-how = An Excel or LibreOffice workbook with our sheets, even if it still has faults. Drop it here or choose it.
web-new-blank = From the workbook to fill in
web-new-blank-how = Communes and roads of our territory, every setting explained, and invented examples to replace.
web-new-territory = For another territory
web-new-territory-how = The same workbook with your communes; roads are derived from their boundaries, if you give them.
web-new-copy = Copy of a project
web-new-copy-how = The whole folder is copied, to try something else without losing anything.
web-new-file = Workbook (.xlsx, .xlsm or .ods)
web-new-name = Name of the project
web-new-name-optional = Name of the project (optional; else the workbook's)
web-new-communes = Communes: CSV table or workbook
web-new-boundaries = Boundaries of the communes (GeoJSON), optional
web-new-other = Project to copy
web-new-make = Make
web-new-no-file = No file was chosen. Go back and choose one.
web-new-no-name = Give the project a name.
web-new-bad-name = This name does not suit a folder: use letters, digits, spaces and hyphens.
web-new-bad-name-near = This name does not suit a folder: use letters, digits, spaces and hyphens. This one would do: { $near }
web-new-not-a-book = “{ $file }” is not a workbook: choose an .xlsx, .xlsm or .ods file.

## A project

web-project-state = Where it stands
web-project-findings = What was found in the data
web-project-files = Files
web-project-folder = Folder:
web-project-scenario = Scenario:
web-findings-more = { $more ->
    [0] {""}
    [one] And 1 more.
   *[other] And { $more } more.
}
web-state-faults = { $faults ->
    [one] 1 fault to mend in the data
   *[other] { $faults } faults to mend in the data
}
web-state-no-fault = { $residents ->
    [0] Data without fault, no enrolment
    [one] Data without fault, 1 enrolment
   *[other] Data without fault, { $residents } enrolments
}
web-state-warnings = { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}
web-state-no-plan = No plan yet
web-state-plan = Plan of { $date }: { $cycles ->
    [0] no cycle
    [one] 1 cycle
   *[other] { $cycles } cycles
}, { $participants ->
    [0] no participant
    [one] 1 participant
   *[other] { $participants } participants
}, objective { $objective }, gap { $gap }
web-state-plan-old = – the data changed since
web-state-announced = Announced on { $date } (announcement { $number })
web-state-writer = Another program is writing just now (ateliers { $task })
web-next = To do:
web-next-correct = mend the data
web-next-correct-how = As long as there is a fault, nothing can be planned. Each fault below says where it is and what to do. Mend the workbook or the tables, save, then load this page again.
web-next-plan = plan
web-next-plan-how = The data are ready. Planning composes the cycles and proves how good the plan is.
web-next-plan-again = plan again
web-next-plan-again-how = The data changed since the last plan: it may no longer fit them.
web-next-announce = look at the plan, then announce it
web-next-announce-how = Once it is announced to town halls, trainers and residents, the plan stands: every change then has its price.
web-next-live = live with the plan
web-next-live-how = The plan is announced. Enter what happens (withdrawals, absences, lost rooms), then plan again: what is committed stands.

## Planning

web-tab-planning = Plan
planning-title = Plan
planning-start-title = New search
planning-how-much = How long to search?
planning-choice-quick = Quick
planning-choice-quick-how = to see what is possible
planning-choice-usual = Usual
planning-choice-usual-how = to work with: about a minute for 460 enrolments on two cores
planning-choice-thorough = Thorough
planning-choice-thorough-how = to decide with: five times as much
planning-seconds = For a fixed time:
planning-seconds-number = Time of the search, in seconds
planning-seconds-unit = seconds
planning-gap-until = Until a proven gap of
planning-gap-number = Proven gap at which to stop, in percent
planning-gap-how = at most for the time that the scenario sets
planning-from-last = Set out from the last plan
planning-from-last-how = the result costs no more, if that plan still keeps the rules
planning-start = Start the search
planning-leave-page = The search goes on if you leave this page or close the browser. One search at a time in each project: others wait for their turn. The plan is written to the folder “plan” of the project.
planning-see-faults = See the faults to mend
planning-full = Too many searches wait already. Wait until one of them is over, or take one out.
planning-no-amount = Choose how long to search.
planning-no-seconds = The time must be a number of seconds, 1 at least and a week (604800) at most.
planning-no-gap = The gap must be a percentage, from 0 to 100.
planning-search = Search:
planning-effort-quick = quick
planning-effort-usual = usual
planning-effort-thorough = thorough
planning-for = for { $time }
planning-until = until a gap of { $gap }
planning-waits = { $before ->
    [0] Waiting: it begins right away.
    [one] Waiting: it begins when 1 other search is over.
   *[other] Waiting: { $before } other searches come first.
}
planning-reads = Reading the data…
planning-searches = Searching…
planning-stops = Told to stop: the best plan found is about to be written.
planning-writes = Writing the plan…
planning-stop = Stop and keep the best plan
planning-leave = Take out of the queue
planning-written = The search is over ({ $status }). The plan is written to the folder “{ $folder }”.
planning-stays = The search is over. The plan that was there keeps the rules with the same data and costs less: it stays.
planning-memory = It ended before it took more than its share of this machine’s memory.
planning-without-start = The plan that it was to set out from cannot be read with today’s data: it set out from nothing.
planning-elsewhere = Another program searches for a plan in this project already. Try again when it is over.
planning-no-threads = This machine cannot begin to compute just now. Close other programs, then try again.
planning-our-fault = The plan that was found breaks rules: nothing was written.
planning-objective = Objective
planning-bound = Bound
planning-gap = Gap
planning-amount = euros
planning-in-seconds = seconds
planning-in-minutes = minutes
planning-in-hours = hours
planning-time = Time so far
planning-time-of = { $time } of { $limit }
planning-figures-title = Objective and bound over time
planning-figures = The objective of the best plan is { $objective }; no legal plan can be below the bound of { $bound }.
planning-gap-drawn-title = Gap over time
planning-gap-drawn = The gap between objective and bound is { $gap }.
planning-figures-how = The objective falls when a better plan is found, the bound rises as the proof advances. Where they meet, the plan is the best there is.
planning-cut = A search was cut
planning-cut-without = The program ended before it had written a plan. Your files are whole: start it again.
planning-cut-plan = The program ended before it was over. Your files are whole, and its best plan was put by:
planning-cut-on = Go on from this plan
planning-cut-forget = Forget this search
