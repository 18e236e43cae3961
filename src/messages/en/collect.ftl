### Forms for town halls, and what comes back.

## The form

form-title = Enrolments for digital workshops: { $commune }
form-people = people
form-text =
    1. On the sheet people, write the name and telephone of the person, on the first free line.
    2. On the sheet residents, on the line with the same number, put a cross below each slot that suits them.
    3. Fill in what else is known: track, tablet to borrow, step-free access, longest journey, whom they come with.
    The number stays that person's: do not change it, and do not give the line to somebody else.
    If the person lives in another commune, choose it from the list.
    If two people come together, write the number of one on the line of the other, below party.
    If somebody withdraws, leave the line and write yes below withdrawn.
    A yellow line has a name and no cross: its slots are missing.
    Point at a heading to read what the column takes. Then send this workbook back as it is.
form-cross = A cross (x) if this slot suits the person; else nothing.
form-people-id = Number of the enrolment: the one of the sheet residents. Do not change it.
form-people-name = First name and surname. They are used in letters and attendance sheets only.
form-people-phone = Telephone, to tell of a change; may stay empty.
form-people-email = E-mail address; may stay empty.
form-people-address = Postal address, for the confirmation; may stay empty.
forms-done =
    { $folder }: { $forms ->
        [one] 1 form
       *[other] { $forms } forms
    }{ $known ->
        [0] {""}
        [one] , with 1 line filled in
       *[other] , with { $known } lines filled in
    }
    When they are back: ateliers collect DIR --out enrolments.csv --contacts contacts.csv

## What comes back

collect-title = Enrolments that came back
collect-new = New enrolments
collect-changed = Enrolments that changed
collect-withdrawn = Withdrawals
collect-disputed = Changed by you, and since then by the town hall: your value is kept
collect-doubts = To be checked
collect-refused = Rows that cannot be taken
collect-unchanged = Unchanged
collect-sheet-new = New
collect-sheet-changed = Changed
collect-sheet-withdrawn = Withdrawn
collect-sheet-disputed = Your values kept
collect-sheet-doubts = To be checked
collect-sheet-refused = Refused
collect-number = Number
collect-commune = Commune
collect-file = File
collect-cell = Cell
collect-column-commune = commune
collect-column-slots = slots
collect-column-name = name
collect-changes = What changes
collect-change = { $column }: { $before } → { $after }
collect-change-first = { $column }: { $after }
collect-change-hidden = { $column }: new value
collect-namesakes = { $commune }: { $numbers } have the same name. If it is one person who enrolled twice, write yes below withdrawn for one of the two
collect-companion = { $number } comes with somebody who has not enrolled under this name ({ $place }): the enrolment is taken without. Write the number of the other person instead
collect-blank = { $number } has enrolled, and the line is blank in { $file }: nothing was deleted. If they withdraw, write yes below withdrawn
collect-more = and { $count } more, in the workbook of --preview
collect-preview-written = All that changes: { $file }
collect-nothing = Nothing new: the tables stay as they are.
collect-question = Keep these changes? [y/N]
collect-kept = { $enrolments } and { $contacts } are up to date. In the scenario: residents = "{ $named }"
collect-kept-workbook = { $enrolments } and { $contacts } are up to date. In the workbook, sheet Paramètres (or scenario): key data.residents, value { $named }
collect-not-kept = Nothing was kept. To keep these changes, run this again with --yes.
collect-no-scenario = there is no scenario beside this table (in { $folder }): name it with --scenario
collect-no-file = there is neither a workbook nor a CSV file to read here
collect-not-a-table = `{ $file }` is a workbook: enrolments and names are kept in CSV files
collect-unknown-slot = `--default-slots`: there is no slot `{ $slot }`
collect-not-a-preview = `{ $file }` is no preview: nothing was written. Choose another file

## The mapping of another form

mapping-sheet = Mapping
mapping-head =
    A mapping that is proposed: to be read and corrected.
    On the left, the column of the enrolments; on the right, the question of the form.
mapping-left = Questions that were left out:
mapping-unclear = to be filled in
mapping-written = { $file }: a mapping to be read and corrected
