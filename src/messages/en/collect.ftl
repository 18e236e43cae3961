### Forms for town halls, and what comes back.

## The form

form-title = Enrolments for digital workshops: { $commune }
form-people = people
form-text =
    1. On the sheet people, write the person's name and telephone number on the first free line.
    2. On the sheet residents, on the line with the same number, put a cross under each slot that suits them.
    3. Fill in what else is known: track, tablet to borrow, step-free access, longest journey, who they come with.
    The number stays with that person: do not change it, and do not give the line to anyone else.
    If the person lives in another commune, choose it from the list.
    If two people come together, write the number of one on the line of the other, under party.
    If someone withdraws, leave the line and write yes under withdrawn.
    A yellow line has a name but no cross: its slots are missing.
    Point at a heading to read what to enter in the column. Then send this workbook back as it is.
form-cross = A cross (x) if this slot suits the person; otherwise leave empty.
form-people-id = Enrolment number: the same as on the sheet residents. Do not change it.
form-people-name = First name and surname. Used only in letters and attendance sheets.
form-people-phone = Telephone number, to be informed of changes; may be left empty.
form-people-email = E-mail address; may be left empty.
form-people-address = Postal address, for the confirmation; may be left empty.
forms-done =
    { $folder }: { $forms ->
        [one] 1 form
       *[other] { $forms } forms
    }{ $known ->
        [0] {""}
        [one] , with 1 line filled in
       *[other] , with { $known } lines filled in
    }
    When they come back: ateliers collect DIR --out enrolments.csv --contacts contacts.csv

## What comes back

collect-title = Returned enrolments
collect-new = New enrolments
collect-changed = Changed enrolments
collect-withdrawn = Withdrawals
collect-disputed = Changed by you and since then by the town hall: your value is kept
collect-doubts = To check
collect-refused = Refused rows
collect-unchanged = Unchanged
collect-sheet-new = New
collect-sheet-changed = Changed
collect-sheet-withdrawn = Withdrawn
collect-sheet-disputed = Your values kept
collect-sheet-doubts = To check
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
collect-namesakes = { $commune }: { $numbers } have the same name. If this is one person who enrolled twice, write yes under withdrawn for one of the two
collect-companion = { $number } comes with someone who is not enrolled under this name ({ $place }): the enrolment is accepted without a companion. Write the other person's number instead
collect-blank = { $number } is enrolled, but the line is blank in { $file }: nothing was deleted. If they withdraw, write yes under withdrawn
collect-more = and { $count } more, in the --preview workbook
collect-preview-written = All changes: { $file }
collect-nothing = Nothing new: the tables are unchanged.
collect-question = Keep these changes? [y/N]
collect-kept = { $enrolments } and { $contacts } are up to date. In the scenario: residents = "{ $named }"
collect-kept-workbook = { $enrolments } and { $contacts } are up to date. In the workbook, sheet Paramètres (or scenario): key data.residents, value { $named }
collect-not-kept = Nothing was kept. To keep these changes, run this again with --yes.
collect-no-scenario = there is no scenario next to this table (in { $folder }): name it with --scenario
collect-no-file = there is neither a workbook nor a CSV file to read here
collect-not-a-table = `{ $file }` is a workbook: enrolments and names are kept in CSV files
collect-unknown-slot = `--default-slots`: there is no slot `{ $slot }`
collect-not-a-preview = `{ $file }` is not a preview: nothing was written. Choose another file

## The mapping of another form

mapping-sheet = Mapping
mapping-head =
    A proposed mapping: read and correct it.
    On the left, the column of the enrolments; on the right, the question of the form.
mapping-left = Questions left out:
mapping-unclear = to fill in
mapping-written = { $file }: a mapping to read and correct
