### Faults and warnings of the input: one message for each code, and with `-why` its explanation.

diagnostic-error = error[{ $code }]: { $message }
diagnostic-warning = warning[{ $code }]: { $message }
diagnostic-note = note[{ $code }]: { $message }
diagnostic-at = at { $file }
diagnostic-at-character = at { $file }, character { $character }
diagnostic-at-column = at { $file }, column `{ $column }`
diagnostic-at-key = at { $file }, key `{ $key }`
diagnostic-hint = hint: { $hint }
diagnostic-more = { $count ->
    [one] and one more { $code } in { $file }
   *[other] and { $count } more { $code } in { $file }
}

## Hints

hint-server-runs = does it run, and can this machine reach it? A slow one takes a longer `--timeout`; a busy one, another hour
hint-no-https = install it with `cargo install --path . --locked --features https`, or give an address with http://
hint-table-size = ask for fewer communes at a time: `--table-size 50`
hint-server-refuses = see the server’s log; the address may name the profile: `http://localhost:5000/table/v1/driving`
hint-server-is-osrm = is it a server of OSRM 5.18 or newer, without anything in between that answers for it?
osrm-too-slow = it takes too long
osrm-unknown-host = its name is not known
osrm-refused = nothing answers at this address
osrm-no-https = this build does not speak https
osrm-too-long = it is too long
osrm-no-json = it ends too early, or is no JSON
osrm-no-durations = it has no durations
osrm-no-distances = it has no distances
osrm-wrong-size = it has other rows or columns than the request has communes
hint-new-line = write this person on a free line, with another number
hint-ask-commune = ask the town hall in which commune this person lives
hint-ask-slots = ask the town hall which slots suit this person; if all suit whoever names none: --default-slots "*"
hint-nearest = did you mean `{ $found }`?
hint-one-zone = make a scenario for each zone; if all sessions are held in one of them, name it: timezone = "{ $found }"
hint-other-section = this key belongs elsewhere: `{ $found }`
hint-rename-column = is it the column named `{ $found }`?
hint-quote = write it in quotes: "{ $found }"
hint-unquote = write it without quotes: { $found }
hint-save-as-xlsx = save the workbook as XLSX and let the scenario name that file, or write into the sheet by hand
hint-write-value = put a value in the place of the formula of cell { $cell }
hint-write-source = write into the file by hand, or collect it into a table of enrolments first
hint-write-toml = correct the file (ateliers validate says where), or write into it by hand
hint-add-settings = add a sheet `scenario` with the columns `key` and `value`
unwritable-ods = OpenDocument workbooks are read only
unwritable-formula = the cell to write holds a formula
unwritable-toml = it is not TOML as it stands, and was read all the same
unwritable-settings = it has no sheet of settings
unwritable-reworded = its answers are read through a mapping
hint-save-as-csv = this is a spreadsheet workbook: save the sheet as CSV (UTF-8) and name that file
hint-participant-gone = if `{ $resident }` no longer comes, take them out of the participants of cycle `{ $cycle }`; else put their row back into the table of residents
hint-announced-gone = if `{ $resident }` no longer comes, leave their row in the table of residents and mark it as `withdrawn`; they were announced in cycle `{ $cycle }`
hint-write = write: { $found }
hint-write-slashes = write the path with slashes: { $found }
hint-as-text = format the column as text in the spreadsheet, so that codes keep their zero
hint-insee-of = the INSEE code of { $name } is `{ $found }`
hint-homonyms = several communes have this name: { $communes }. Write the INSEE code
hint-postal-code = `{ $value }` is a postal code, that of: { $communes }. Write the INSEE code
hint-merged = the new commune's code takes the place of a merged one's; a commune that is missing takes a row in the table of communes
hint-slots-of-day = the slots of that day are: { $found }
hint-contact-of-nobody = take out the row of a person who has withdrawn, or correct the identifier
hint-look-up-point = fill in the latitude and longitude of its town hall, as a map shows them
hint-point-of-outline = the middle of its outline is at lat { $lat }, lon { $lon }
hint-tolerance = the outlines come within { $found } m of each other: try `--tolerance { $found }`

## Mistakes in TOML

toml-curly-quotes = quotation marks are straight in a scenario: `"`
toml-backslash = paths take slashes, not backslashes
toml-date = dates are written year first: 2026-01-31
toml-number = numbers take a point for decimals, no spaces and no unit
toml-list-of-codes = codes are written in quotes, since no number begins with a zero
toml-colon = a key and its value are separated by an equals sign
toml-section = the name of a section is written between `[` and `]`
toml-unclosed-quote = the quotation mark that opens is never closed
toml-unclosed-list = the list that opens with `[` is never closed
toml-more-after-value = after a value only a remark may follow, which begins with `#`
toml-key = a key has letters without accents, digits and underscores, and no spaces
toml-unquoted = texts are written in quotation marks
toml-space = a no-break space is found where a space is expected
toml-key-twice = the key appears twice in its section
toml-section-twice = the section appears twice: merge its keys
toml-no-value = the key has no value
toml-no-equals = a line is a section in square brackets, or a key, an equals sign and a value
toml-unclear = the line cannot be understood

## Types

type-text = a text in quotes
type-integer = a whole number
type-number = a number
type-boolean = a boolean
type-date = a date (2026-01-31)
type-list = a list in square brackets
type-section = a section

## Files

E001 = the file `{ $file }` does not exist
E001-why = The scenario names a file that does not exist. Paths in [data] are relative to the folder of the scenario file.
E002 = the file `{ $file }` cannot be read: { $cause }
E002-why = The file exists but the system refuses to open it: missing rights, a link that leads back to itself, a faulty disk.
E003 = `{ $file }` is not a file
E003-why = There is a folder, a pipe or a device where a file is expected. Name the file itself.
E004 = this is not text: the line holds characters that no text has
E004-why = Tables are CSV text and scenarios are TOML text, in UTF-8, UTF-16 with a byte-order mark, or Windows-1252. Workbooks (.xlsx, .ods), PDF files and archives must be saved as CSV first.
E005 = the file `{ $file }` has { $size } MB; at most { $limit } MB are read
E005-why = The largest tables and calendars that make sense stay far below the limit, so a larger file is not what it should be.
E006 = the table is empty: it does not even have a header
E006-why = The first line of a table names its columns. A table with a header and no rows is allowed.
E007 = the workbook cannot be read: { $cause }
E007-why = The file is no workbook, or it is damaged. Open it in a spreadsheet, save it again as `.xlsx` or `.ods`, and try that.
E008 = the workbook is protected by a password
E008-why = Its contents are encrypted. Open it in a spreadsheet, remove the password, and save it.
E009 = the workbook is too large: { $what }; the limit is { $limit }
E009-why = A few kilobytes may unpack to more than a machine holds, by accident or on purpose. Remove what is not needed, copy the table into a new workbook, or save it as CSV.
E010 = the workbook `{ $file }` has no sheet `{ $value }`; it has: { $sheets }
E010-why = A table is read from the sheet of its name, in French or English, as in the workbook that `ateliers init --workbook` writes. Another sheet is named after a `#`: `residents = "mairies.xlsx#Feuil1"`.
E011 = the workbook `{ $file }` has no sheet `{ $value }`; it has: { $sheets }
E011-why = After the `#` comes the name of a sheet, as its tab shows it.
E012 = the sheets `{ $first }` and `{ $value }` hold the same table
E012-why = Nothing says which of the two counts. Rename one, or remove it.
N013 =
    { $count ->
        [one] a sheet is
       *[other] { $count } sheets are
    } not among the tables and left alone: { $sheets }
N013-why = Sheets of other names than the tables’ may hold anything.
workbook-files = its archive has too many files
workbook-sheets = it has too many sheets
workbook-cells = a sheet has too many cells
workbook-columns = a row has too many columns
workbook-text = a sheet has too much text (megabytes)
workbook-unpacked = it unpacks to too much (megabytes)

## Scenario and plan

E101 = { $cause }: `{ $value }`
E101-why = The scenario is a TOML file. Texts are written in quotation marks, dates without them and with the year first, numbers have a point, sections are written in square brackets, and a key appears once. The line is read as it seems to be meant, so that other faults are reported as well; nothing is planned until it is corrected.
E102 = the key `{ $key }` is not recognised
E102-why = A key that is not known would be ignored, and the default would apply without anyone noticing. `ateliers schema scenario` lists all keys.
E103 = the key `{ $key }` is missing and has no default
E103-why = A scenario needs a name, the paths of its tables and the first and last day of its horizon. All other keys have defaults.
E104 = the key `{ $key }` takes { $expected }, but holds { $found }: `{ $value }`
E104-why = The value is of another type than the key takes: a text where a number is expected, a single value where a list is expected.
E105 = at `{ $value }` the plan cannot be understood ({ $cause })
E105-why = A plan is a JSON file with at least `cycles` and `kit_roster`; each cycle has an identifier, a venue, a slot, a track, a trainer, participants and sessions. `ateliers schema plan` describes it.
E106 = the plan has format { $value }; format { $expected } is read
E106-why = The plan was written by another version of the engine, or by hand with another number.
E107 = `{ $value }` is not offered here; one of these is expected: { $offered }
E107-why = The key takes one of a few words.
E110 = `{ $column }` has a control character: `{ $value }`
E110-why = A TOML or JSON file can write characters that a terminal obeys (`\u001b`) or that break a line. No name has any: take them out.

## Tables

E201 = the column `{ $column }` is missing
E201-why = Columns are found by their name in the header, in any order. This one has no default.
E202 = the column `{ $column }` appears twice in the header
E202-why = Nothing says which of the two columns counts. Remove or rename one.
E203 = the row has { $found } { $found ->
    [one] field
   *[other] fields
}, but the header has { $expected }
E203-why = Either a required value is missing at the end of the row, or there is a value beyond the last column: a delimiter is missing or there is one too many, so values may be in the wrong columns. Empty optional fields at the end of a row may be left out. A value that contains the delimiter must be quoted.
E204 = a quotation mark opens in this row and is never closed
E204-why = Everything up to the end of the file would belong to one field. A quotation mark within a quoted field is doubled.
W205 = the column `{ $column }` is not recognised and is ignored
W205-why = Further columns do no harm, but a misspelt name of an optional column would leave its values unread.
N206 =
    { $count ->
        [one] one row
       *[other] { $count } rows
    } above the header { $count ->
        [one] is
       *[other] are
    } skipped
N206-why = The header is the first row, among the first 30, that names all columns a table needs. What is above it is a title.
N207 =
    { $count ->
        [one] a hidden row is
       *[other] { $count } hidden rows are
    } read like the others: { $rows }
N207-why = Rows that a filter hides, or that were hidden by hand, are part of the table. Delete them if they are not meant.
N208 =
    { $count ->
        [one] a hidden column is
       *[other] { $count } hidden columns are
    } read like the others: { $columns }
N208-why = Hidden columns are part of the table. Delete them if they are not meant.
E209 = the column `{ $column }` lists slots, and other columns are slots
E209-why = A table has either a list of slots or a column for each slot. With both, nothing says which counts.
E210 = another column is already for the slot `{ $value }`
E210-why = Two columns are the same slot, perhaps once by its identifier and once in words.
E211 = there is no slot `{ $value }`
E211-why = The header of the column reads as a weekday and a time, but no slot of the table of slots is then.
E212 = several slots are on `{ $value }`
E212-why = The column does not say which slot it is. Name it by the slot’s identifier, or list the slots in one column.

## Values

E301 = `{ $column }` is empty and has no default
E301-why = Every row needs a value here. Only columns marked as optional may be empty.
E302 = `{ $value }` is not a number; digits with a point or a comma are expected, such as 12.5
E302-why = A number has digits and at most one decimal mark. A space may separate groups of three digits, and a price may have its €, a length its km and a duration its min. There are no exponents, infinities or undefined numbers.
E303 = `{ $value }` has more than nine decimals
E303-why = Quantities are kept exactly, with nine decimals. Round the value: a billionth of a minute or a euro changes nothing.
E304 = `{ $value }` is not a whole number
E304-why = Seats, tablets, sessions and inhabitants are counted in whole numbers.
E305 = `{ $value }` is out of range; from { $low } to { $high } is expected
E305-why = A negative quantity makes no sense here, and a number beyond the range is a typing mistake, which would also make sums inexact.
E306 = `{ $value }` is not a date; 2026-01-31 or 31/01/2026 is expected
E306-why = Dates exist in the calendar: there is no 30 February. 31/01/26, 31.01.2026, 31 January 2026 and 2026-01-31 00:00:00 are read as well. A year of two digits is read only where the day comes first.
E307 = `{ $value }` is neither yes nor no; 1 or 0, true or false, oui or non is expected
E307-why = An empty field is no.
E308 = `{ $value }` is not a time of day; a time such as 09:30 or 9h30 is expected
E308-why = Times run from 00:00 to 23:59.
E309 = `{ $value }` is not a weekday; mon, monday, lun or lundi is expected, for instance
E309-why = Weekdays are read in French and in English, whole or shortened.
E310 = `{ $value }` is not a scope; all, commune:INSEE, venue:ID or trainer:ID is expected
E310-why = A closure closes everything, a commune's venues, one venue, or concerns one trainer.
E311 = `{ $value }` cannot be an identifier: it is used in lists, where a space separates entries and `*` means all
E311-why = Slots and tracks are listed in other tables, separated by spaces. Use a hyphen instead of a space.
E312 = `{ $value }` is not an INSEE code; five digits are expected, or 2A or 2B and three digits
E312-why = Communes are known by their INSEE code, not by name or postal code: 01269, 25388, 2A004, 97411. The department 20 is 2A or 2B. Where only the leading zero is lost, the code is read all the same.
E313 = `{ $value }` is not a postal code; five digits are expected
E313-why = The postal code is published with the venues. Write one, with five digits and nothing else, or leave the field empty.
E314 = `{ $value }` in column `{ $column }` is no value: a formula of the spreadsheet failed
E314-why = Spreadsheets show #N/A, #REF!, #VALUE!, #NAME?, #DIV/0! where a formula has no result, and ##### where a column is too narrow. Correct the formula, or type the value in its place.
W315 = `{ $value }` is read as the code `{ $found }`
W315-why = A spreadsheet that takes a code for a number drops its leading zero. The code is certain, so it is read; other programs may not do so.
W316 = `{ $value }` is read as the date { $found }
W316-why = Spreadsheets count days from 1900 and show that number where a cell lost its date format. Format the column as dates.
E317 = `{ $value }` is no mark: a cross, or yes or no, is expected
E317-why = In a column for a slot, a cross (`x`) or `yes` means that the slot suits, and an empty field that it does not.
E318 = no slot is marked
E318-why = Whoever suits no slot can attend nothing. Mark at least one column.
E319 = the formula has no result: open the workbook in a spreadsheet and save it
E319-why = Formulas are not computed here; their last result is read. A program that is no spreadsheet wrote this one without a result.

## References

E401 = `{ $value }` is neither the INSEE code nor the name of a commune of the table
E401-why = Homes, venues, bases, depots, roads, hosts and closures refer to communes by the INSEE code in the table of communes. Codes are text: 01269 begins with a zero, and 2A004 has a letter.
E402 = there is no slot `{ $value }`
E402-why = Lists of slots refer to the identifiers in the table of slots, upper and lower case included.
E403 = there is no track `{ $value }`: no trainer teaches it
E403-why = A track exists once a trainer teaches it, by name or with `*`. A resident who wants another could never be served.
E404 = there is no venue `{ $value }`
E404-why = Closures and plans refer to the identifiers in the table of venues.
E405 = there is no trainer `{ $value }`
E405-why = Closures and plans refer to the identifiers in the table of trainers.
E406 = there is no kit `{ $value }`
E406-why = Plans refer to the identifiers in the table of kits.
E407 = there is no resident `{ $value }`
E407-why = Plans and tables of contacts name residents by their identifier in the table of residents. If the person no longer comes, take them out of the plan or of the contacts; else put their row back into the table of residents.
E408 = the identifier `{ $value }` { $other ->
    [here] appears already at line { $first }
    [key] appears twice
   *[other] appears already in { $other }
}
E408-why = An identifier names one row. Perhaps a row was copied, or someone enrolled twice.
E409 = the pair from `{ $from }` to `{ $to }` { $other ->
    [here] appears already at line { $first }
    [key] appears twice
   *[other] appears already in { $other }
}
E409-why = A measured pair replaces the journey that is computed from the roads, so there can be only one for each direction. (Of two roads, the better counts.)
E410 = `{ $value }` leads to itself
E410-why = Within a commune the local minutes and kilometres of the scenario apply, not a road or a measured pair.
W411 = `{ $value }` is read as the INSEE code of { $name }; it is also the postal code of: { $communes }
W411-why = Five digits are always an INSEE code. Where they are the postal code of other communes too, make sure which of them was meant.
E412 = several communes are called `{ $value }`: { $communes }
E412-why = Write the INSEE code instead of the name.
E413 = several slots are on `{ $value }`: { $slots }
E413-why = Write the identifier of the slot instead of its weekday and time.

## What fits together

E501 = the period ends on { $until }, before it starts on { $from }
E501-why = Both days are included, so a period of one day starts and ends on the same date.
E502 = the smallest group ({ $min }) is larger than the largest ({ $max })
E502-why = No cycle could ever be held. A key that is not written has its default: groups of 6 to 12.
E503 = a session of { $minutes } minutes in slot `{ $value }`, which starts at { $start }, would end after midnight
E503-why = A session is held on one day. Start earlier or hold shorter sessions.
E504 = the horizon from { $from } to { $until } is longer than ten years
E504-why = A plan over more than ten years is a slip of the keyboard, and would not fit into memory.
E505 = the table has { $found } communes; at most { $limit } can be planned together
E505-why = Distances between all pairs of communes are kept in memory. Leave out communes that nobody lives in, visits or crosses.
E506 = a plan of this scenario could add up to { $found } euros or minutes; sums stay exact up to { $limit }
E506-why = Amounts are kept to the billionth and must stay below nine billion. A cost, a weight, a priority or a travel time is absurdly large.
E510 = there is no time zone `{ $value }`
E510-why = Zones have the names of the tz database: Europe/Paris, Indian/Reunion, America/Guadeloupe, Pacific/Noumea. Without `horizon.timezone`, the zone is that of the communes' codes.
E511 = the communes are in several time zones: { $one } in { $zone }, { $other } in { $other_zone }
E511-why = Every time of a plan is local, and calendars say where. With several zones, a session would be announced at a wrong hour in one of them.
W507 = the party `{ $value }` wants { $count } different tracks and will stay unserved
W507-why = All members of a party attend the same cycle, and a cycle has one track. Give all members the same track, or separate them.
W508 = the party `{ $value }` has { $count } members, more than any group can have ({ $limit }), and will stay unserved
W508-why = All members of a party attend the same cycle, whose group is limited by `cycle.max_group` and by the seats of the venue. Divide the party.
W509 = the members of the party `{ $value }` have no slot in common, so the party will stay unserved
W509-why = All members of a party attend the same cycle, which has one slot. Add a slot at which all of them can come, or separate them.
W512 = commune `{ $commune }` ({ $name }) is at latitude 0, longitude 0, in the sea off Africa
W512-why = Maps, and roads where they are derived, follow from the coordinates of communes. Zeros usually replace unknown coordinates.
W513 = latitude and longitude of commune `{ $commune }` ({ $name }) seem to have changed places
W513-why = The column `lat` takes degrees north, from 41 to 51 in mainland France, and `lon` degrees east, from -5 to 10.
W514 = commune `{ $commune }` ({ $name }) is { $km } km from the others
W514-why = A digit, a sign or the decimal mark of its latitude or longitude may be wrong. Maps, and roads where they are derived, follow from them.
W515 = the party is called `{ $value }`, which looks like an answer and not like a name; it joins: { $members }
W515-why = Whoever has the same text in the column `party` attends together or not at all. Leave the field empty for those who come alone.
W516 = the members of the party `{ $value }` live in { $count } communes: { $members }
W516-why = Whoever has the same text in the column `party` attends together or not at all. Strangers who happen to have the same text, such as a family name, are joined too. If they did enrol together, nothing is wrong.
W517 = { $count } people share the party `{ $value }`: { $members }
W517-why = Whoever has the same text in the column `party` attends together or not at all. So many people may be strangers of one family name. If they did enrol together, nothing is wrong.
W518 = { $commune } should host at least { $wanted ->
    [one] 1 cycle
   *[other] { $wanted } cycles
} and can host { $most }
W518-why = A cycle is held in a commune that is among `hosts.communes`, in a room with enough seats for a group, and `max_cycles_per_commune` may limit them. What is missing counts with `weights.absence` in every plan.

## Commune boundaries and invented enrolments

hint-code-property = name the property that holds the INSEE code with `--code-property`
hint-wgs84 = convert the file to WGS84 (EPSG:4326), with QGIS for instance, or `ogr2ogr -t_srs EPSG:4326`
cause-half-position = a position lacks one of its two numbers, longitude and latitude

E601 = the file of boundaries is not valid GeoJSON: { $cause }
E601-why = Commune boundaries are read as GeoJSON: a collection of outlines (FeatureCollection), one for each commune.
E602 = the outline of commune `{ $commune }` is not in degrees: { $value }
E602-why = GeoJSON gives longitude and latitude in degrees (WGS84). Numbers of six or seven digits are mostly metres, in Lambert 93.
E603 = no boundary can be used: outlines are needed, and an INSEE code, looked for under { $expected }
E603-why = Each outline must carry the INSEE code of its commune in one of its properties.
W604 = this outline has no commune code and is left out; its properties: { $found }
W604-why = Without an INSEE code, nothing tells to which commune an outline belongs.
W605 = the shape given for commune `{ $commune }` is not an area and is left out
W605-why = The boundary of a commune is a polygon, or several. A point or a line shares no border.
W606 = no boundary for commune `{ $commune }` ({ $name }): a single road, the shortest, joins it to the others
W606-why = Without an outline, the neighbours of a commune are unknown. Check the vintage of the file: merged communes change their code.
W607 = commune `{ $commune }` ({ $name }) shares a border with none: a single road, the shortest, joins it to the others
W607-why = Either the commune is isolated within the territory, or outlines were simplified separately and no longer touch: try a wider `--tolerance`.
W608 = the population of commune `{ $commune }` ({ $name }) is unknown: no enrolment is invented there
W608-why = The number of enrolments follows from the population. Fill in the column `population`.
W609 = the point of commune `{ $commune }` ({ $name }) lies { $km } km outside its boundary
W609-why = Lengths of roads are measured between the points of communes. Correct `lat` and `lon` in the table of communes, or the boundary.
W610 = the road from `{ $from }` to `{ $to }` is { $km } km long as the crow flies, too far for these communes
W610-why = Neighbours are about as far apart as they are wide, and links between parts of a territory are short. A point or a boundary is wrong, or a boundary has a part elsewhere.
W611 = communes `{ $one }` and `{ $other }` have the same boundary: no road is derived from it
W611-why = A boundary was copied under two codes, or communes that merged are still in the table. Each commune has a boundary of its own.
W612 = communes `{ $one }` and `{ $other }` nearly touch and are not joined as neighbours
W612-why = Boundaries that were simplified separately leave small gaps. A wider `--tolerance` takes them for one border.
W613 = { $count ->
    [one] 1 pair of communes is not measured: { $pairs }
   *[other] { $count } pairs of communes are not measured: { $pairs }
}
W613-why = Neither the way there nor the way back is given. The table of roads answers for these pairs; if the measurement failed, repeat it for these communes.
W614 = { $count ->
    [one] 1 pair has no duration or no length: { $pairs }
   *[other] { $count } pairs have no duration or no length: { $pairs }
}
W614-why = Two communes are not in the same place: the measurement failed, or both points were moved to the same road. These pairs are left out; the table of roads answers for them.
W615 = { $count ->
    [one] 1 pair is implausible beside the straight line: { $pairs }
   *[other] { $count } pairs are implausible beside the straight line: { $pairs }
}
W615-why = The way is shorter than the straight line, much longer, or of a speed that no car has on the road. Check the units, the order of the communes and their coordinates. These pairs are kept: correct the table, or take them out.
E616 = this file is no matrix of distances of OSRM or Valhalla
E616-why = A matrix of OSRM has `durations` and `distances` (annotations=duration,distance); Valhalla's has `sources_to_targets`. If it has fewer rows than there are communes, it also says where its points are.
E617 = the server gives no distances: { $cause }
E617-why = `--osrm` asks the service `table` of a server of OSRM, at the address that is given. Nothing was written. What was measured before can be given as a file.
E618 = the server refuses: HTTP { $status }{ $words }
E618-why = The words after the status are the server’s own. A request that it refused because it was too busy was repeated a few times. Nothing was written.
E619 = the server’s answer cannot be used: { $cause }
E619-why = OSRM’s service `table` answers with as many rows and columns of durations and distances as there are points in the request. Nothing was written.

## Batches

E701 = the axis `{ $value }` has { $count } of the keys `key`, `first` and `demand`; exactly one says what varies
E701-why = An axis changes one thing: a key of the scenario (`key`), how many of the first rows of a table are kept (`first`), or the enrolments (`demand`).
E702 = there is no axis `{ $value }`
E702-why = Groups, variants and conditions name the axes of the same batch file.
E703 = { $value } is not among the values of the axis `{ $axis }`: { $offered }
E703-why = Groups, variants and conditions choose among the values that the axis lists. Add the value to the axis first.
E704 = the axes `{ $one }` and `{ $other }` change the same thing
E704-why = One of the two would overwrite the other, and rows of the results would say what was not planned.
E705 = { $value } rows are to be kept, but the table has { $found }
E705-why = An axis with `first` keeps the first rows of a table. To try more trainers than there are, add rows to the table.
E706 = no combination is left to plan
E706-why = The batch has no axis, no group and no variant, or its conditions drop every combination.
E707 = these axes make { $found } combinations; a batch has { $limit } at most
E707-why = So many plans would be neither waited for nor read. Leave axes at the scenario's value, or name groups.
E708 = `{ $value }` cannot be a name: it takes letters without accents, digits, and - _ . +, begins with a letter or a digit, does not end with a dot, and is none that Windows keeps for itself (CON, NUL, COM1)
E708-why = Names of axes are columns of the results, and names of variants are folders on every file system.
E709 = the results have a column `{ $value }` anyway: name the axis otherwise
E709-why = The results have a column for each axis, under its name, next to the indicators.
E710 = { $found } labels for { $expected } values
E710-why = There is one label for each value, in the same order.
E711 = the value `{ $value }` appears twice
E711-why = Two variants would have the same name and the same plan.
E712 = the name `{ $value }` appears twice
E712-why = Names are told apart without regard to upper and lower case, because folders are named by them.
E713 = there is no variant `{ $value }`
E713-why = The baseline is named as `ateliers batch --dry-run` lists the variants.
E714 = the name `{ $value }` has { $found } characters; { $limit } at most
E714-why = Every variant has a folder of its name. A variant of the grid is named after its axes and values: shorter names of axes, or `labels` for their values, make it shorter.
E715 = `{ $key }` has { $found } entries; { $limit } at most
E715-why = So many plans would be neither waited for nor read. A batch takes a hundred axes and groups, a thousand conditions, and ten thousand values and variants.
E716 = work is limited both by `effort` and by `work_limit`
E716-why = `effort` is a word for an amount of work that follows from the size of each variant, `work_limit` is the amount itself. Keep the one that is meant.
E717 = { $most ->
    [one] 1 search
   *[other] { $most } searches
} at most (`most_seeds`), but { $seeds } to begin with (`seeds`)
E717-why = Every variant is searched `seeds` times; with `--until-decided`, further searches are spent up to `most_seeds`.
W718 = this file is written for version { $value } of the unit of work; this program counts by version { $expected }
W718-why = A unit of work is an amount of search that no machine changes, but another version of the program may count otherwise: the same `work_limit` is then more or less search than it was. Try it with `--dry-run`, correct it, and write the new version; or use `effort`, whose words mean the same in every version.

E801 = two cycles of the announced plan are called `{ $cycle }`
E801-why = An identifier names one cycle: people know their workshop by it. Give one of the two another identifier in the announced plan.
E802 = resident `{ $resident }` is in cycles `{ $cycle }` and `{ $other }` of the announced plan
E802-why = Whoever attends a workshop attends one. Only of a cycle that is broken off may somebody attend another, and is then listed there only.
E803 = sessions of announced cycle `{ $cycle }` are not in the order of their days: { $value }
E803-why = A cycle has one session at least, and each is later than the one before.
E804 = on { $date }, trainer `{ $trainer }` could not have travelled from one announced session to the next: no road leads there
E804-why = Days that have been held are priced with today's roads. A road between these communes is missing from the table of roads.
E805 = { $value } is not between { $from } and { $until }, the first and last day of the plan
E805-why = `today` tells which sessions have been held: those before it. It lies within the horizon.
E806 = neither an announced cycle nor a resident is called `{ $value }`
E806-why = `release` names cycles of the announced plan or residents, `keep` and `hit` name cycles.
E807 = `{ $value }` does not say which session is hit
E807-why = A hit session is written as cycle, day and what fails: `C015 2027-03-02 trainer` or `C016 2027-03-04 venue`.
E808 = cycle `{ $cycle }` has no session to come on { $value }; those announced to come: { $dates }
E808-why = Only a session that was announced and has not been held can be hit. To tell that a session was missed yesterday, set `today` back to its day.
E809 = `{ $file }` cannot be written into: { $cause }
E809-why = An amendment is written into the tables and the scenario that it concerns, as they are. Where that cannot be done without loss, nothing is written at all: make the change by hand, or give the file a form that can be written into.
E901 = the number `{ $value }` is another person's
E901-why = A number stays that of the person who got it first: the plan and the letters find them by it. The name of this row has no word in common with theirs. If they changed their name, change it in the table of names first.
E902 = this export has no question “{ $value }” for `{ $column }`
E902-why = The mapping says which question gives each column. Perhaps the question was reworded: copy it as the export writes it, or take it out of the mapping.

## An annotated copy of a workbook

annotate-sheet = Findings
annotate-place = Cell
annotate-what = What is wrong
annotate-hint = What to do
annotate-none = the scenario has no workbook of its own to annotate
annotate-several = the scenario has several workbooks; annotate one of them by making it the scenario: { $files }
annotate-refused = the annotated copy would replace a file that is no annotated copy: nothing was written. Name another file
annotate-done = Annotated copy: { $file }
