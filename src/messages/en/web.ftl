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
