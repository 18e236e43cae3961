### What the pages of the browser say (`ateliers serve`).

## What all pages have

web-skip = Skip to content
web-nav = Pages of the project
web-footer = Everything stays on this computer: these pages send nothing elsewhere.
web-invented = Invented data: they concern no real person.
web-tab-overview = Overview

## Entry and refusals

web-welcome = Welcome
web-welcome-on = Open my projects
web-fault-title = That did not work
web-fault-back = Back to the projects
web-fault-code = Code
web-fault-stranger = This browser may not come in yet, or the program was started anew since. Open the whole address that the program printed when it started, with what follows “token=”.
web-fault-nameless = You are not signed in any more, or may no longer come in. Load the page again to sign in: what is not saved is kept.
web-login = Sign in
web-login-name = Name
web-login-password = Password
web-login-enter = Come in
web-login-wrong = This name and this password do not belong together. Whoever runs the server can give you another password.
web-login-wait = { $seconds ->
    [one] Too many tries: wait 1 second before the next one.
   *[other] Too many tries: wait { $seconds } seconds before the next one.
}
web-logout = Sign out
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
web-new-make = Create
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
}{ $objective ->
    [none] {""}
   *[other] , objective { $objective }
}{ $gap ->
    [none] {""}
   *[other] , gap { $gap }
}
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

web-tab-planning = Make a plan
planning-title = Make a plan
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
web-state-searching = A search is at work or waits for its turn
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

## Data: the tables of the scenario

web-tab-data = Data
web-data-lead = The tables of the scenario. What you change in them stays here until you save it into the file it came from.
web-data-elsewhere = Outside of the tables, in the scenario itself:
web-data-file = File:
web-data-tables = Tables of the project
web-table-communes = Communes
web-table-communes-what = Where people live and where sessions are held.
web-table-roads = Roads
web-table-roads-what = Roads between neighbouring communes, from which travel follows.
web-table-distances = Measured travel
web-table-distances-what = Known journeys, which replace those derived from roads.
web-table-slots = Slots
web-table-slots-what = The weekdays and times that are possible.
web-table-venues = Rooms
web-table-venues-what = Where, for how many participants, in which slots.
web-table-trainers = Trainers
web-table-trainers-what = Who runs sessions, from where, in which slots, at what cost.
web-table-kits = Kits
web-table-kits-what = The tablets that travel with the trainers.
web-table-residents = Enrolments
web-table-residents-what = One row for each resident who enrolled, under a pseudonym.
web-table-closures = Closures
web-table-closures-what = Days without sessions: holidays, a room taken, leave.
web-grid-saved = Everything is saved.
web-grid-unsaved = Unsaved changes
web-grid-unsaved-kept = Changes not saved in the file. They are kept beside it on the disk, even if the program ends.
web-grid-unsaved-here = Changes not saved. They are kept only as long as the program runs: the project’s folder cannot be written, or another program uses it.
web-grid-no-fault = No fault
web-grid-faults = { $faults ->
    [one] 1 fault
   *[other] { $faults } faults
}
web-grid-warnings = { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}
web-grid-found = { $faults ->
    [0] No fault
    [one] 1 fault
   *[other] { $faults } faults
}, { $warnings ->
    [0] no warning
    [one] 1 warning
   *[other] { $warnings } warnings
}
web-grid-others = Other tables have unsaved changes: this check does not see them yet.
web-grid-judging = Checking…
web-grid-row = Row { $line }
web-grid-new-row = New row ({ $number })
web-grid-column = Column “{ $column }”
web-grid-whole = The whole table
web-grid-key = Setting “{ $key }”
web-grid-scenario = Scenario
web-grid-fault-and-hint = { $message } – { $hint }
web-grid-line = Row
web-grid-tools = Edit the table
web-grid-save = Save
web-grid-undo = Undo
web-grid-redo = Redo
web-grid-add = Add a row
web-grid-remove = Remove the chosen rows
web-grid-find = Find in the table
web-grid-find-next = Next
web-grid-not-found = “{ $words }” is not in this table.
web-grid-copied = Copied
web-grid-kept = Saved in { $files }. The last version is kept beside it: { $copies }.
web-grid-required = Columns marked * are filled in on every row.
web-grid-slot-column = A cross for this slot, or nothing.
web-grid-unread-column = This column is not read; it stays in the file as it is.
web-grid-new-column = Optional column to add
web-grid-add-column = Add the column
web-grid-leave = Give up the changes
web-grid-leave-sure = Give up everything that is not saved in this table?
web-grid-keys-title = By keyboard
web-grid-keys-short = Click on a cell, then type. Enter confirms, Escape gives up.
web-grid-keys =
    Arrows, Home, End, Page Up, Page Down: move; with Shift, choose several cells; with Ctrl, go to the edge.
    Enter or F2: edit; type: replace; Alt + Enter: new line in the cell; Tab: confirm and go to the next cell.
    Ctrl + C, Ctrl + X, Ctrl + V: copy, cut and paste, from a spreadsheet as well. Delete: empty the chosen cells.
    Ctrl + Z: undo; Ctrl + Y: redo; Ctrl + S: save; Ctrl + Enter: add a row; Ctrl + A: choose everything.
web-grid-no-script = Without JavaScript the table can be read but not edited.
web-grid-seen = { $rows ->
    [0] No row.
   *[other] Rows { $first } to { $last } of { $rows }.
}
web-grid-before = Rows before
web-grid-after = Rows after
web-grid-failed = The program does not answer, or not as before. What is not in the table was not done. Load the page again.
web-grid-behind = This table was changed in another window meanwhile. Nothing was overwritten: this is how it is now. Your last action was not done; do it again if it still holds.
web-grid-behind-lost = This table was changed in another window meanwhile: this is how it is now.
web-grid-behind-by = This table was changed by { $who } meanwhile. Nothing was overwritten: this is how it is now. Your last action was not done; do it again if it still holds.
web-grid-by-another = % changed this table: this is how it is now.
web-grid-made = { $count ->
    [0] No change that is not saved
    [one] 1 change that is not saved
   *[other] { $count } changes that are not saved
}
web-grid-did-cells = { $count ->
    [one] 1 cell changed
   *[other] { $count } cells changed
}
web-grid-did-add = { $count ->
    [one] 1 row added
   *[other] { $count } rows added
}
web-grid-did-remove = { $count ->
    [one] 1 row removed
   *[other] { $count } rows removed
}
web-grid-did-column = Column “{ $column }” added
web-grid-outdated = The file of this table was changed elsewhere since it was opened here. Nothing was overwritten there.
web-grid-carry = Take that version and put my changes onto it
web-grid-elsewhere = There: { $came ->
    [0] no row added
    [one] 1 row added
   *[other] { $came } rows added
}, { $went ->
    [0] none removed
    [one] 1 removed
   *[other] { $went } removed
}, { $cells ->
    [0] no cell changed
    [one] 1 cell changed
   *[other] { $cells } cells changed
}.
web-grid-elsewhere-cell = { $row }, { $column }: “{ $was }” became “{ $now }”
web-grid-carried = The table is now that of the file, with your changes on top. { $lost ->
    [0] All of them could be put there.
    [one] 1 change could not, because the same thing was changed on both sides:
   *[other] { $lost } changes could not, because the same thing was changed on both sides:
}
web-grid-lost-cell = { $row }, { $column }: you had written “{ $value }”
web-grid-lost-row = { $row }: changed on one side, removed on the other
web-grid-gone = The scenario does not name this table any more: it was not saved.
web-grid-too-many = Too many tables ({ $most }) have unsaved changes: save some or give them up before you open others.
web-grid-read-only = This file cannot be edited here.
web-grid-too-wide = What you paste is too wide: { $block ->
    [one] 1 column
   *[other] { $block } columns
}, for { $left ->
    [one] 1 column
   *[other] { $left } columns
} from this cell on.
web-grid-too-long = The table would have more rows than the program reads ({ $most }).
web-grid-no-such-column = This table has the column “{ $column }” already, or may not have it.
web-grid-nothing = There is nothing to undo or redo.

## Settings: the keys of the scenario

web-tab-settings = Settings
web-settings-lead = Everything that the scenario sets, besides its tables. What is left empty takes its default.
web-settings-sections = Sections
web-settings-top = Scenario
web-settings-data = Tables
web-settings-horizon = Period
web-settings-cycle = Cycle
web-settings-travel = Travel
web-settings-hosts = Host communes
web-settings-costs = Costs
web-settings-weights = Priorities
web-settings-letters = Letters
web-settings-announced = Announced plan
web-settings-solver = Search for the plan
web-settings-default = Default: { $value }
web-settings-example = Empty by default; for example: { $value }
web-settings-optional = Empty by default
web-settings-required = To be filled in
web-settings-list = Several values are separated by semicolons.
web-settings-differs = differs
web-settings-check = Check
web-settings-faults = { $faults ->
    [0] No fault in the settings
    [one] 1 fault in the settings
   *[other] { $faults } faults in the settings
}
web-settings-elsewhere = { $faults ->
    [one] 1 fault in the tables
   *[other] { $faults } faults in the tables
}
web-settings-other = { $key }: { $message }
web-settings-saved = Saved. The last version is kept beside it.
web-settings-nothing = Nothing has changed: there is nothing to save.
web-settings-kept = What was filled in on { $time } is not saved yet: the form holds it. Save it or give it up.
web-settings-leave = Give up what is not saved
web-settings-others = Filled in by somebody else, not saved yet ({ $by }): { $keys }
web-settings-outdated = The scenario was changed elsewhere since this page was opened. Save to see what changed: nothing will be overwritten.
web-settings-carried = The scenario was changed elsewhere meanwhile: nothing was saved. This is that version, with what you had filled in on top. Check it, then save again.
web-settings-changed = { $key }: “{ $was }” became “{ $now }”
web-unit-min = min
web-unit-eur = €
web-unit-d = days
web-unit-s = seconds

## Documents: everything that town halls, trainers and participants receive

web-tab-documents = Documents
web-documents-plan = Documents of the plan of { $date } ({ $cycles ->
    [0] no cycle
    [one] 1 cycle
   *[other] { $cycles } cycles
}).
web-documents-no-plan = There is no plan yet: make one first.
web-documents-none = The documents have not been made yet.
web-documents-contacts = Names and addresses
web-documents-without = without names
web-documents-contacts-how = For attendance sheets and letters, put a file contacts.csv or contacts.xlsx into the folder of the project, with the columns id, name, address, phone, email.
web-documents-templates = Templates of letters and posters
web-documents-templates-own = your own: folder
web-documents-templates-ours = those of the program
web-documents-previous = Calendars sent before
web-documents-previous-announced = those of the announced plan
web-documents-previous-none = none
web-documents-previous-folder = those of the folder
web-documents-previous-how = Calendars tell what has changed and what is cancelled since those that were sent.
web-documents-stops = Stopping: nothing will be written…
documents-no-templates = This folder of templates is no longer in the folder of the project.
documents-no-previous = This folder of calendars is no longer in the folder of the project.
web-documents-lang = Language of the documents
web-documents-make = Make the documents
web-documents-full = Too many projects wait for their documents already. Wait until one of them is over, then try again.
web-documents-waiting = Reading the plan, or waiting for another project…
web-documents-progress = { $made ->
    [0] No document made
    [one] 1 document made
   *[other] { $made } documents made
} of { $of }…
web-documents-stop = Stop
web-documents-made-all = Documents for everybody
web-documents-made-changed = Documents for those whom the changes concern
web-documents-extent = For whom
web-documents-extent-all = everybody
web-documents-extent-changed = those whom the changes concern
web-documents-current = They are of the last plan.
web-documents-old = They are of an older plan than the last one: make them again before you send them.
web-documents-no-plan-any-more = The plan that they are of is not there any more.
web-documents-data-changed = The data changed since that plan.
web-documents-names = Some hold names (of { $file }): send them only to those who are to see them.
web-documents-no-names = None names a resident.
web-documents-all = { $documents ->
    [one] Download everything (zip archive, 1 document)
   *[other] Download everything (zip archive, { $documents } documents)
}
web-documents-archive = Download all (zip)
web-documents-look = Look at it
web-documents-keep = Download
web-documents-mairies = Town halls
web-documents-mairies-what = A calendar to import, a poster, a workbook of the sessions and the commune's participants.
web-documents-cycles = Cycles
web-documents-cycles-what = Attendance sheets and letters to participants.
web-documents-trainers = Trainers
web-documents-trainers-what = A calendar to import and a road book.
web-documents-report = Report
web-documents-report-what = For the team and the elected officials: report, workbook of the plan, estimate, maps.
web-documents-systems = Other software
web-documents-systems-what = Files to import elsewhere: venues of digital mediation, appointments.
web-document-attendance = Attendance sheet
web-document-bill = Bill of changes
web-document-calendar = Calendar
web-document-confirmations = Confirmations of enrolment
web-document-corrections = Letters about changes
web-document-estimate = Estimate
web-document-flows = Map of journeys
web-document-mednum = Venues of digital mediation
web-document-plan-workbook = Workbook of the plan
web-document-poster = Poster
web-document-rdv = Appointments (RDV Service Public)
web-document-report = Report
web-document-road-book = Road book
web-document-venues = Map of venues
web-document-workbook = Workbook
documents-no-contacts = This file of names is not in the folder of the project any more.
documents-nothing-announced = No plan was announced: there are no changes to be told.
documents-stopped = Stopped: nothing was written.
documents-no-papers = This program was built without PDF documents: it cannot make documents with names.
## Those who wait, and what can be tried

web-tab-waiting = Waiting
waiting-title = Waiting
waiting-nobody = Nobody waits: everybody who enrolled has a place
waiting-old = The data changed since the last plan: what follows may no longer fit them.
waiting-plan-again = Plan again
waiting-no-plan = There is no plan yet: nobody knows who waits.
waiting-plan-first = Make a plan
waiting-column-count = Residents
waiting-column-reason = Main reason
waiting-by-commune = Who waits, by commune
waiting-of-commune = { $commune }: { $count ->
    [one] 1 resident
   *[other] { $count } residents
}
waiting-reason = { $reason } ({ $count })
waiting-map = Where people wait
waiting-map-how = How many residents wait follows the name of the commune; the list gives the reasons as well.
waiting-try = What would it take to serve them?
waiting-try-else = Try something else
waiting-try-how = Each trial is planned within seconds, starting from today’s plan, and shown beside it. Nothing in your data changes unless you take it over.
waiting-try-minutes = Longer journeys
waiting-minutes = Additional minutes
waiting-minutes-how = Today, { $minutes } min at most for residents who say nothing else.
waiting-try-room = One more room
waiting-room-how = Free of charge and open at every slot, to see.
waiting-commune-of = Commune
waiting-commune = { $commune }{ $count ->
    [0] {""}
    [one] {" "}(1 waiting)
   *[other] {" "}({ $count } waiting)
}
waiting-seats = Seats
waiting-try-slot = One more slot in a room
waiting-slot-how = The room is open at this slot too.
waiting-room = Room
waiting-slot = Slot
waiting-try-day = One more day of a trainer
waiting-day-how = Every slot of this day, and as many more sessions a week as the trainer can hold in a day.
waiting-trainer = Trainer
waiting-weekday = Day
waiting-go = Try
waiting-new-room = Room to be found in { $commune }
waiting-tried-title = What was tried
waiting-tried-how = Below each figure, the difference from the plan that the trial set out from.
waiting-column-what = Trial
waiting-column-do = What to do?
waiting-today = Today
waiting-tried-minutes = { $minutes } more min of travel
waiting-tried-room = A room with { $seats } { $seats ->
    [one] seat
   *[other] seats
} in { $commune }
waiting-tried-slot = { $room }: open on { $slot } too
waiting-tried-day = { $trainer }: also on { $day }
waiting-over = The trial is planned: { $what }
waiting-take = Take over
waiting-take-how = “Take over” writes the trial into your data, with a copy of what was there; other trials are forgotten. The plan is then to be searched for again. For a room that is to be found, correct its name, cost and slots afterwards.
waiting-forget = Forget
waiting-refused = { $why }
waiting-no-amount = The number was not understood. Go back and give a positive number.
waiting-gone = This room, slot, trainer or trial is gone. Load the page again.
waiting-already = This room is open at this slot already: there is nothing to try.
waiting-unwritable = The table does not allow this change (a file that is read only, or a column that is missing). Make it in the table itself.
waiting-loose = The gap of today’s plan is still wide or not known: another search alone would probably better it. Part of the differences are not the trials’ doing.
waiting-plan-longer = Search longer first

## The life of an announced plan

web-tab-life = Life
life-title = Life of the plan
life-now = Where it stands
life-no-plan = There is no plan yet.
life-nothing-announced = Nothing was announced: everything can change at no cost.
life-today = The plan can change from
life-set-today = Change this day
life-today-how = Sessions before this day were held and do not change any more.
life-today-set = This day is written into the scenario.
life-happened = What happened?
life-happened-how = You first see what becomes of the plan and what that costs; nothing is written before you accept.
life-withdraw = Withdrawals
life-residents = Identifiers of residents, separated by spaces
life-absent = A trainer is absent
life-closed = A room is lost
life-from = First day
life-until = Last day
life-late = Late enrolments
life-late-how = A table or workbook like that of enrolments, with the new residents only.
life-late-file = File (CSV, .xlsx, .xlsm or .ods)
life-look = See what changes
life-nobody = Give the identifier of one resident at least.
life-no-days = A day is missing or does not exist: write it as 2027-02-15.
life-no-file = This file is neither a table (CSV) nor a workbook (.xlsx, .xlsm or .ods).
life-proposal = What changes
life-price = Price
life-legal = The plan keeps every rule.
life-tables-only = There is no plan to change: only the data change.
life-broken = The plan no longer keeps every rule. What happened is written all the same; plan again afterwards.
life-accept = Accept and save
life-drop = Give up
life-kept = It is saved. Plan again if others can take the free places, or if a rule is no longer kept.
life-nothing = There is nothing to accept any more: it was accepted or given up elsewhere. Go back and load the page again.
life-changed = The data or the plan changed since what you saw. Go back, load the page again and look once more.
life-old = broken before
life-broken-before = The plan breaks no other rule than those that it breaks already.
life-refused = The plan would break a rule that it keeps today: this cannot be saved. Choose something else, or give it up.
life-decide = Change a cycle by hand
life-decide-how = Choose a cycle, then what you decide. You see the price and the rules first; what would break one more rule is not saved. To move it with the mouse, or to another room, use the page “The plan”.
life-cycle = Cycle
life-cycle-choose = Choose this cycle
life-cycle-of = { $commune } – { $room }: { $weekday } { $time }, { $dates } ({ $cycle })
life-cycle-none = No cycle of the last plan has a session to come.
life-cycle-gone = This cycle is no longer in the last plan, or has no session to come: choose another one.
life-stand-in = Have another trainer lead one session
life-stand-in-who = Who, and which session
life-stand-in-none = No other trainer is free for the sessions to come.
life-postpone = Postpone a session
life-session = Session to postpone, and its new day
life-postpone-to = from { $date } to { $later }
life-postpone-none = There is no free day left for a session to be postponed to.
life-other-trainer = Change the trainer for all sessions to come
life-other-trainer-who = Trainers who are free for all of them
life-other-trainer-none = No other trainer is free for all sessions to come.
life-move = Change the day, the time or the start
life-move-slot = Slot
life-move-other = { $time }
life-move-same = { $time } (unchanged)
life-move-from = Not before (optional; otherwise as soon as possible)
life-join = Let in a resident who is waiting
life-join-who = Those whom this cycle suits, the nearest first
life-join-none = There is no place left, or nobody waiting whom this cycle suits.
life-joiner = { $residents } – { $commune }, { $minutes } min of travel
life-leave = Take a resident out of this cycle
life-leave-who = Participants
life-member = { $residents } – { $commune }
life-close = Close this cycle
life-close-how = None of its sessions takes place; its participants lose their place and must be told.
life-break-off = Break off this cycle
life-break-off-how = Sessions that have been held stay; those to come do not take place, and its participants must be told.
life-no-choice = Nothing was chosen. Go back and choose from the lists.
life-not-announced = Cycle { $cycle } was not announced: its sessions are not replaced or postponed one by one. Change the trainer for all of them, or change the day.
life-plan-again = Plan again
life-bill = What the last plan changes of what was announced
life-whom = Whom to tell
life-nobody-to-tell = Nobody is to be told: the plan is the one that was announced.
life-who = Who
life-before = Before
life-after = After
life-why = Why
life-announce = Announce
life-announce-how = The last plan becomes what town halls, trainers and residents were told. It is copied into the folder “announced”, and every change then has its price.
life-day = Day of the announcement
life-announce-now = Announce the last plan
life-told = The plan is announced.
life-told-only = The plan is announced and copied, but the scenario cannot be written: put “announced.plan” and “announced.today” into it.
life-illegal = This plan does not keep every rule: it is not announced. Plan again, or mend it.
life-history = What was announced
life-unsound = With today’s data, the last plan no longer keeps every rule ({ $count ->
    [one] 1 breach
   *[other] { $count } breaches
}).
life-unreadable = The last plan cannot be read with today’s data.
life-mairie = Town hall
life-trainer = Trainer { $trainer }
## The plan: calendar, cycles, residents, changed by hand

web-tab-board = The plan
web-board-title = The plan
web-board-none = There is no plan in this project yet. Make one first, on the page “Make a plan”.
web-board-back = Back to the plan
web-board-full = Too many plans are open with changes that are not saved. Save or give up those of another plan, then come back here.
web-board-wrong = { $why }
web-board-outdated = Nothing was done: this plan was changed in another tab meanwhile. Here it is as it is; do again what you meant to do if it still fits.
web-board-outdated-by = Nothing was done: this plan was changed by { $who } meanwhile. Here it is as it is; do again what you meant to do if it still fits.
web-board-news-by = { $who } changed this plan.
web-board-news-by-what = { $who } changed this plan: { $what }.
web-board-did-move = Cycle { $cycle } moved ({ $more })
web-board-did-change = Cycle { $cycle } changed
web-board-did-join = { $more } joins cycle { $cycle }
web-board-did-leave = { $more } goes to the waiting list
web-board-did-replace = A part of the plan planned again
web-board-steps = { $count ->
    [one] 1 step that is not saved
   *[other] { $count } steps that are not saved
}
web-board-news-tab = This plan was changed in another tab. Load the page again to see it as it is.
web-board-show-now = Show the plan as it is
web-board-news-data = The scenario or a table has changed since this plan was opened: it cannot be saved like this any more. Make your steps again with the new data, or give them up.
web-board-again = Open this plan anew with the new data and make these steps again
web-board-news-plan = The file of this plan has changed since it was opened here. Save your changes under another name, or give them up to open it anew.

web-board-ways = Ways to see the plan
web-board-week = Calendar
web-board-cycles = Cycles
web-board-people = Residents
web-board-map = Map
web-board-plan = Plan
web-board-show = Show
web-board-undo = Undo
web-board-redo = Redo

web-board-week-title = Week of { $date }
web-board-week-of = { $date } ({ $sessions ->
    [0] no session
    [one] { $sessions } session
   *[other] { $sessions } sessions
})
web-board-week-before = Previous week
web-board-week-after = Next week
web-board-week-choice = Week
web-board-rows = By
web-board-trainers = Trainers
web-board-venues = Rooms
web-board-all-venues = All rooms
web-board-used-venues = Rooms in use
web-board-day = { $weekday } { $day } { $month }
web-board-how = Drag a cycle or a resident to where they are to go; the keyboard or a finger does it as well.
web-board-how-all = Drag a cycle to another place, or a resident to another cycle or to the waiting list; on a touch screen, press long first. By keyboard: Space picks up, arrows choose, Enter drops, Escape gives up, Page Down and Page Up change the week. Enter on a cycle opens its page.
web-board-number = { $number }/{ $of }
web-board-session = session
web-board-seats = { $participants ->
    [0] nobody
    [one] { $participants } participant
   *[other] { $participants } participants
}, { $places ->
    [0] full
    [one] { $places } place left
   *[other] { $places } places left
}
web-board-seats-briefly = { $participants ->
    [0] nobody
   *[other] { $participants } pers.
}, { $places ->
    [0] full
    [one] { $places } left
   *[other] { $places } left
}
web-board-broken-off = broken off
web-board-would-break = ✕ { $rule } ({ $price })

web-board-cycle = Cycle
web-board-first = First session
web-board-commune = Commune
web-board-all-communes = All communes
web-board-resident = Resident
web-board-with = With
web-board-waits = waiting
web-board-companions = { $companions ->
    [0] {""}
    [one] + { $companions } person
   *[other] + { $companions } persons
}
web-board-more = { $more ->
    [0] {""}
    [one] And { $more } more person.
   *[other] And { $more } more persons.
}
web-board-waiting = Waiting list: { $waiting ->
    [0] nobody
    [one] { $waiting } resident
   *[other] { $waiting } residents
}
web-board-waiting-list = Waiting list

web-board-fact-time = Day and time
web-board-fact-dates = Sessions
web-board-fact-venue = Room
web-board-fact-trainer = Trainer
web-board-fact-track = Track
web-board-fact-seats = Places
web-board-costs = What this cycle costs
web-board-attend = Participants
web-board-person = { $commune }, { $minutes } min{ $companions ->
    [0] {""}
    [one] , with { $companions } other
   *[other] , with { $companions } others
}
web-board-why-title = Why here?
web-board-why-show = See where this cycle may go
web-board-why-fixed = This cycle is over or broken off: it cannot be moved any more.
web-board-why = { $legal ->
    [0] No other place keeps the rules.
    [one] There is { $legal } other place that keeps the rules
   *[other] There are { $legal } other places that keep the rules
}{ $legal ->
    [0] {""}
   *[other] { $cheaper ->
        [0] , and none is cheaper than this one. The best:
        [one] , { $cheaper } of them cheaper than this one. The best:
       *[other] , { $cheaper } of them cheaper than this one. The best:
    }
}
web-board-elsewhere = { $time }, from { $date } – { $commune }, { $venue } – { $trainer }
web-board-seats-for = Where may resident { $resident } go?

web-board-verdict = Verdict and price
web-board-new = new
web-board-old = already there when opened
web-board-decisions = What these steps decide (written into the scenario with the plan)
web-board-decided-release = { $entry }: is no longer bound by what was announced (release)
web-board-decided-keep = { $entry }: stays as announced (keep)
web-board-decided-hit = { $entry }: cannot take place as announced (hit)
web-board-undecided-release = { $entry }: is bound by what was announced again (release taken out)
web-board-undecided-keep = { $entry }: may change again (keep taken out)
web-board-undecided-hit = { $entry }: may take place as announced again (hit taken out)
web-board-unsaved = Some changes are not saved. They are kept beside the plan on the disk, even if the program ends.
web-board-unsaved-here = Some changes are not saved. They are kept only as long as the program runs: the project’s folder cannot be written, or another program uses it.
web-board-all-saved = Nothing to save.
web-board-may-not-be-saved = This plan breaks rules that it kept when it was opened: it cannot be saved like this.
web-board-save-name = Save as a plan of its own, in the folder
web-board-save = Save
web-board-leave = Give the changes up
web-board-own-name = plan by hand { $number }
web-board-no-name = Give the folder of the plan a name.
web-board-saved = The plan is saved in the folder “{ $folder }”. The old plan stayed as it was.
web-board-save-broken = The plan was not saved: it breaks rules that it kept when it was opened ({ $rules }).
web-board-save-changed = The plan was not saved: the scenario or a table has changed since it was opened. Give the changes up to open it anew with the new data.
web-board-left-as-it-is = The changes are given up: here is the plan as it is saved.
web-board-price = Price by term
web-board-amount = Amount
web-board-by-step = Last step
web-board-since-opened = All steps

web-board-moved = Cycle { $cycle }: { $time }, from { $date }, { $place }, { $trainer }.
web-board-goes-on = The announced cycle { $from } ends and goes on as { $cycle }.
web-board-joined = Resident { $resident } joins cycle { $cycle }.
web-board-left = Resident { $resident } goes to the waiting list.
web-board-comes = Objective: { $price }. { $broken ->
    [0] Every rule that was kept when it was opened still is.
    [one] { $broken } new breach: see the verdict.
   *[other] { $broken } new breaches: see the verdict.
}
web-board-undone = The last step is undone.
web-board-nothing-undone = There is nothing to undo.
web-board-redone = The step is made again.
web-board-nothing-redone = There is nothing to redo.
web-board-say-held = Cycle % is held. Choose a place; Enter drops it, Escape gives up.
web-board-say-person = Resident % is held. Choose a cycle or the waiting list; Enter drops, Escape gives up.
web-board-say-given-up = Nothing has changed.
web-board-say-nowhere = No place here: nothing has changed.

## The plan: a part planned again around here

web-around-title = Improve around here
web-around-how = What is near is planned again for some seconds; everything else keeps its place. Nothing is saved: you first see what would change.
web-around-where = Around
web-around-for = For
web-around-start = Improve
web-around-communes = Communes
web-around-cycle = cycle { $cycle }, { $commune }
web-around-works = Searching around: { $where }.
web-around-scope = { $cycles ->
    [0] No cycle may change
    [one] { $cycles } cycle may change
   *[other] { $cycles } cycles may change
}, { $waiting ->
    [0] and nobody waits within reach.
    [one] and { $waiting } resident waits within reach.
   *[other] and { $waiting } residents wait within reach.
}
web-around-time = { $time } of { $limit }.
web-around-none-yet = Nothing better so far.
web-around-so-far = So far, the objective changes by { $price }.
web-around-stop = Stop and keep the best
web-around-stopping = Told to stop.
web-around-found = A better plan is found around: { $where }. Objective: { $price }.
web-around-mended = A plan that keeps all rules is found around: { $where }. Objective: { $price }.
web-around-best = Without touching the rest there is no better one: this is proven.
web-around-nothing = Nothing better is found around: { $where }. The plan stays as it is.
web-around-not-mended = No plan that keeps all rules is found around: { $where }. The plan stays as it is.
web-around-nothing-better = Without touching the rest there is nothing better: this is proven.
web-around-gone = This cycle, trainer or commune is no longer there: nothing was searched.
web-around-fixed = Nothing may change around here: the cycles nearby are bound by what was announced, or there are none, and nobody waits within reach.
web-around-not-begun = The search was withdrawn before it began.
web-around-our-fault = The search gave no valid plan: nothing has changed.
web-around-outdated = This plan has changed since the search began. Taking the result replaces those changes as well; “Undo” leads back to them.
web-around-opened = opened: { $after } ({ $now ->
    [one] { $now } participant
   *[other] { $now } participants
})
web-around-closed = closed: { $before } ({ $was ->
    [one] { $was } participant
   *[other] { $was } participants
})
web-around-moved = moved: { $after }, instead of: { $before } ({ $was ->
    [one] { $was } participant
   *[other] { $was } participants
}, then { $now })
web-around-people = stays in its place: { $now ->
    [one] { $now } participant
   *[other] { $now } participants
} ({ $come ->
    [0] nobody comes
    [one] { $come } comes
   *[other] { $come } come
}, { $leave ->
    [0] nobody leaves
    [one] { $leave } leaves
   *[other] { $leave } leave
})
web-around-served = { $count ->
    [one] { $count } more resident served
   *[other] { $count } more residents served
}: { $names }
web-around-lost = { $count ->
    [one] { $count } resident goes to the waiting list
   *[other] { $count } residents go to the waiting list
}: { $names }
web-around-elsewhere = { $count ->
    [one] { $count } resident changes cycle
   *[other] { $count } residents change cycle
}: { $names }
web-around-take = Take into the plan
web-around-take-anyway = Take it all the same
web-around-leave = Do not take it
web-around-taken = The result is taken into the plan, as one step. Objective: { $price }.
web-around-left = The result is left: nothing has changed.
web-around-no-result = This result is no longer there: it was taken or left already.

## The plan: closed days and kits

web-board-closed = Closed: { $reason }
web-board-closed-plain = Closed
web-board-closed-commune = Commune closed: { $reason }
web-board-closed-commune-plain = Commune closed
web-board-closed-venue = Room closed: { $reason }
web-board-closed-venue-plain = Room closed
web-board-away = Away: { $reason }
web-board-away-plain = Away
web-board-available-from = Available from { $date }
web-board-available-until = Available until { $date }
web-board-outside = Outside the plan’s period
web-board-kit = kit { $kit }
web-board-no-kit = ✕ no kit
web-board-fact-kits = Kits
web-board-fact-tablets = Tablets
web-board-tablets = { $brought ->
    [0] none to bring
    [one] { $brought } to bring
   *[other] { $brought } to bring
}{ $there ->
    [0] {""}
    [one] , { $there } in the room
   *[other] , { $there } in the room
}
web-board-kit-on = { $kit } ({ $dates })

## Compare: plans and variants side by side, small batches

web-tab-compare = Compare
web-compare-title = Compare
web-compare-choose = Which plans to compare?
web-compare-column-shown = Plan
web-compare-column-base = Baseline
web-compare-variants-of = Variants –
web-compare-own = plan in the project's folder
web-compare-announced = plan announced on { $date } (announcement { $number })
web-compare-amended = plan changed since announcement { $number }
web-compare-variant = batch { $number }: { $variant }
web-compare-go = Compare
web-compare-no-plan = This project has no plan to compare yet. Make one on the page “Make a plan”, or run a batch below.
web-compare-one-plan = This project has one plan only. Save another one (page The plan) or run a batch below to have something to compare.
web-compare-too-few = Tick two plans at least.
web-compare-most = Too many plans are ticked: { $most } at most.
web-compare-beside = Side by side
web-compare-column-figure = Indicator
web-compare-beside-how = Below each figure: the difference from the baseline.
web-compare-of-other-data = { $plan } was made from other data than today's: it is judged by today's, and its bound is not used.
web-compare-changes-title = What changes
web-compare-changes = From “{ $before }” to “{ $after }”
web-compare-batch-title = Try several values
web-compare-batch-how = A batch plans the scenario as it is, then every combination of the values given, and compares them. Nothing is planned before you have seen how long it takes. Neither the data nor the plans of the project change.
web-compare-batch-most = Combinations: { $most } at most.
web-compare-axis-trainers = Number of trainers
web-compare-how-trainers = the first of the table; for example 2, 3, 4
web-compare-column-trainers = trainers
web-compare-axis-kits = Number of kits
web-compare-how-kits = the first of the table; for example 1, 2
web-compare-column-kits = kits
web-compare-axis-minutes = Longest travel, in minutes
web-compare-how-minutes = for example 10, 15, 20
web-compare-column-minutes = minutes
web-compare-axis-smallest = Smallest group
web-compare-how-smallest = for example 4, 5, 6
web-compare-column-smallest = group-min
web-compare-axis-largest = Largest group
web-compare-how-largest = for example 8, 10
web-compare-column-largest = group-max
web-compare-repeated = Search every variant three times: differences beyond chance are seen, and the batch takes three times as long
web-compare-make = Prepare the batch and estimate its time
web-compare-refused = The batch was not prepared: { $why }
web-compare-no-axis = give values for one line at least.
web-compare-no-list = “{ $axis }” takes whole numbers, 20 at most, for example 2, 3, 4.
web-compare-too-many = these values make too many combinations: { $number }, with { $most } at most.
web-compare-batch = Batch { $number }
web-compare-estimates = Some short searches are made to estimate the time.
web-compare-ready = { $variants ->
    [one] 1 variant to plan
   *[other] { $variants } variants to plan
}, about { $time } { $basis }.
web-compare-basis-sample = by some short searches on this machine
web-compare-basis-limits = at most, by the scenario's limits of time
web-compare-basis-finished = by the variants that are finished
web-compare-not-begun = Prepared, not begun yet.
web-compare-runs = Variants planned: { $over } of { $of }.
web-compare-left = About { $time } left.
web-compare-compares = All variants are planned: they are being compared.
web-compare-planned = Variants that have a plan: { $finished } of { $variants }.
web-compare-interrupted = The batch was stopped: it can be gone on with.
web-compare-memory = The batch stopped for lack of memory: it can be gone on with.
web-compare-at-work = Another program is planning this batch just now.
web-compare-begin = Begin the batch
web-compare-go-on = Go on with the batch
web-compare-stop = Stop
web-compare-discard = Remove this batch
web-compare-report = See the report
web-compare-files = Download the tables

## What is not saved, and who did it

draft-by = { $who }, { $time }
draft-at = { $time }
draft-taken-up = The program ended meanwhile: the changes that were not saved, the last of them of { $time }, were taken up. Save them or give them up.
draft-taken-up-by = The program ended meanwhile: the changes by { $who } that were not saved, the last of them of { $time }, were taken up. Save them or give them up.
draft-again = The plan is opened anew with the data as they are now; the steps that are not saved were made again.
draft-carried = The files have changed meanwhile: the changes were made again with what the files hold now. Check them before you save.
draft-lost = { $count ->
    [one] 1 change could not be taken up.
   *[other] { $count } changes could not be taken up.
}

web-project-saved = Saved last
saved-files = { $name } saved
saved-plan = Plan saved in “{ $name }”
saved-happened = Plan amended and saved
saved-announced = Plan announced
saved-trial = Trial taken over into the data
