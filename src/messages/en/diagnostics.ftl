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

hint-server-runs = is it running, and can this machine reach it? If it is slow, use a longer `--timeout`; if it is busy, try again later
hint-no-https = install with `cargo install --path . --locked --features https`, or give an address with http://
hint-table-size = request fewer communes at a time: `--table-size 50`
hint-server-refuses = see the server’s log; the address may name the profile: `http://localhost:5000/table/v1/driving`
hint-server-is-osrm = is it an OSRM server, version 5.18 or newer, with nothing in between that answers for it?
osrm-too-slow = it takes too long
osrm-unknown-host = its name cannot be resolved
osrm-refused = nothing answers at this address
osrm-no-https = this build does not support https
osrm-too-long = it is too long
osrm-no-json = it ends too early, or is not JSON
osrm-no-durations = it has no durations
osrm-no-distances = it has no distances
osrm-wrong-size = its numbers of rows and columns do not match the communes requested
hint-new-line = write this person on a free line, with another number
hint-ask-commune = ask the town hall in which commune this person lives
hint-ask-slots = ask the town hall which slots suit this person; if every slot suits people who name none: --default-slots "*"
hint-nearest = did you mean `{ $found }`?
hint-one-zone = create one scenario per zone; if all sessions are held in one of them, name it: timezone = "{ $found }"
hint-other-section = this key belongs elsewhere: `{ $found }`
hint-rename-column = is it the column named `{ $found }`?
hint-quote = write it in quotes: "{ $found }"
hint-unquote = write it without quotes: { $found }
hint-save-as-xlsx = save the workbook as XLSX and name that file in the scenario, or edit the sheet by hand
hint-write-value = replace the formula in cell { $cell } with a value
hint-write-source = edit the file by hand, or collect it into a table of enrolments first
hint-write-toml = correct the file (ateliers validate says where), or edit it by hand
hint-add-settings = add a sheet `scenario` with the columns `key` and `value`
unwritable-ods = OpenDocument workbooks can only be read
unwritable-formula = the cell to write contains a formula
unwritable-toml = it is not valid TOML, although it could be read
unwritable-settings = it has no settings sheet
unwritable-reworded = its answers are read through a mapping
hint-save-as-csv = this is a spreadsheet workbook: save the sheet as CSV (UTF-8) and name that file
hint-participant-gone = if `{ $resident }` no longer attends, remove them from the participants of cycle `{ $cycle }`; otherwise restore their row in the table of residents
hint-announced-gone = if `{ $resident }` no longer attends, keep their row in the table of residents and mark it as `withdrawn`; they were announced in cycle `{ $cycle }`
hint-write = write: { $found }
hint-write-slashes = write the path with slashes: { $found }
hint-as-text = format the column as text in the spreadsheet, so that codes keep their leading zero
hint-insee-of = the INSEE code of { $name } is `{ $found }`
hint-homonyms = several communes have this name: { $communes }. Write the INSEE code
hint-postal-code = `{ $value }` is a postal code, that of: { $communes }. Write the INSEE code
hint-merged = a merged commune takes the code of the new commune; add a missing commune to the table of communes
hint-slots-of-day = the slots of that day are: { $found }
hint-contact-of-nobody = remove the row of a person who has withdrawn, or correct the identifier
hint-look-up-point = fill in the latitude and longitude of its town hall, as shown on a map
hint-point-of-outline = the middle of its outline is at lat { $lat }, lon { $lon }
hint-tolerance = the outlines come within { $found } m of each other: try `--tolerance { $found }`

## Mistakes in TOML

toml-curly-quotes = quotation marks are straight in a scenario: `"`
toml-backslash = paths are written with slashes, not backslashes
toml-date = dates are written year first: 2026-01-31
toml-number = numbers have a decimal point, no spaces and no unit
toml-list-of-codes = codes are written in quotes, since no number begins with a zero
toml-colon = a key and its value are separated by an equals sign
toml-section = the name of a section is written between `[` and `]`
toml-unclosed-quote = a quotation mark is opened and never closed
toml-unclosed-list = a list is opened with `[` and never closed
toml-more-after-value = only a comment, which begins with `#`, may follow a value
toml-key = a key consists of unaccented letters, digits and underscores, without spaces
toml-unquoted = texts are written in quotation marks
toml-space = there is a no-break space where a space is expected
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
E002-why = The file exists but the system refuses to open it: missing permissions, a link that points to itself, a faulty disk.
E003 = `{ $file }` is not a file
E003-why = There is a folder, a pipe or a device where a file is expected. Name the file itself.
E004 = this is not text: the line contains characters that do not occur in text
E004-why = Tables are CSV text and scenarios are TOML text, in UTF-8, UTF-16 with a byte-order mark, or Windows-1252. Workbooks (.xlsx, .ods), PDF files and archives must be saved as CSV first.
E005 = the file `{ $file }` is { $size } MB; the limit is { $limit } MB
E005-why = Even the largest sensible tables and calendars are far below the limit, so a larger file is not what it should be.
E006 = the table is empty: it does not even have a header
E006-why = The first line of a table names its columns. A table with a header and no rows is allowed.
E007 = the workbook cannot be read: { $cause }
E007-why = The file is not a workbook, or it is damaged. Open it in a spreadsheet program, save it again as `.xlsx` or `.ods`, and try again.
E008 = the workbook is protected by a password
E008-why = Its contents are encrypted. Open it in a spreadsheet program, remove the password, and save it.
E009 = the workbook is too large: { $what }; the limit is { $limit }
E009-why = A few kilobytes can unpack to more than a computer's memory, by accident or on purpose. Remove what is not needed, copy the table into a new workbook, or save it as CSV.
E010 = the workbook `{ $file }` has no sheet `{ $value }`; it has: { $sheets }
E010-why = A table is read from the sheet named after it, in French or English, as in the workbook that `ateliers init --workbook` writes. Another sheet is named after a `#`: `residents = "mairies.xlsx#Feuil1"`.
E011 = the workbook `{ $file }` has no sheet `{ $value }`; it has: { $sheets }
E011-why = After the `#` comes the name of a sheet, as shown on its tab.
E012 = the sheets `{ $first }` and `{ $value }` contain the same table
E012-why = It is unclear which of the two to use. Rename or remove one.
N013 =
    { $count ->
        [one] a sheet is
       *[other] { $count } sheets are
    } not among the tables and ignored: { $sheets }
N013-why = Sheets whose names are not those of tables may contain anything.
workbook-files = its archive has too many files
workbook-sheets = it has too many sheets
workbook-cells = a sheet has too many cells
workbook-columns = a row has too many columns
workbook-text = a sheet has too much text (megabytes)
workbook-unpacked = its unpacked content is too large (megabytes)

## Scenario and plan

E101 = { $cause }: `{ $value }`
E101-why = The scenario is a TOML file. Texts are written in quotation marks, dates without them and with the year first, numbers have a point, sections are written in square brackets, and a key appears once. The line is read as it seems to be meant, so that other errors are reported as well; nothing is planned until it is corrected.
E102 = the key `{ $key }` is not recognised
E102-why = An unknown key would be ignored, and the default would apply without anyone noticing. `ateliers schema scenario` lists all keys.
E103 = the key `{ $key }` is missing and has no default
E103-why = A scenario needs a name, the paths of its tables and the first and last day of its horizon. All other keys have defaults.
E104 = the key `{ $key }` expects { $expected }, but contains { $found }: `{ $value }`
E104-why = The value does not have the type that the key expects: a text instead of a number, for example, or a single value instead of a list.
E105 = cannot read the plan at `{ $value }` ({ $cause })
E105-why = A plan is a JSON file with at least `cycles` and `kit_roster`; each cycle has an identifier, a venue, a slot, a track, a trainer, participants and sessions. `ateliers schema plan` describes it.
E106 = the plan has format { $value }; this version reads format { $expected }
E106-why = The plan was written by another version of the engine, or by hand with another number.
E107 = `{ $value }` is not allowed here; expected one of: { $offered }
E107-why = The key accepts one of a few words.
E110 = `{ $column }` contains a control character: `{ $value }`
E110-why = A TOML or JSON file can contain characters that a terminal obeys (`\u001b`) or that break a line. Names never contain any: remove them.

## Tables

E201 = the column `{ $column }` is missing
E201-why = Columns are found by their name in the header, in any order. This one has no default.
E202 = the column `{ $column }` appears twice in the header
E202-why = It is unclear which of the two columns to use. Remove or rename one.
E203 = the row has { $found } { $found ->
    [one] field
   *[other] fields
}, but the header has { $expected }
E203-why = Either a required value is missing at the end of the row, or there is a value beyond the last column: a delimiter is missing or there is one too many, so values may be in the wrong columns. Empty optional fields at the end of a row may be omitted. A value that contains the delimiter must be quoted.
E204 = a quotation mark opens in this row and is never closed
E204-why = Everything up to the end of the file would belong to one field. A quotation mark inside a quoted field must be doubled.
W205 = the column `{ $column }` is not recognised and is ignored
W205-why = Extra columns do no harm, but if the name of an optional column is misspelt, its values are not read.
N206 =
    { $count ->
        [one] one row
       *[other] { $count } rows
    } above the header { $count ->
        [one] is
       *[other] are
    } skipped
N206-why = The header is the first row, among the first 30, that names all columns a table needs. Anything above it is a title.
N207 =
    { $count ->
        [one] a hidden row is
       *[other] { $count } hidden rows are
    } read like the others: { $rows }
N207-why = Rows hidden by a filter or by hand are part of the table. Delete them if they should not count.
N208 =
    { $count ->
        [one] a hidden column is
       *[other] { $count } hidden columns are
    } read like the others: { $columns }
N208-why = Hidden columns are part of the table. Delete them if they should not count.
E209 = the column `{ $column }` lists slots, and other columns also stand for slots
E209-why = A table has either a list of slots or a column for each slot. With both, it is unclear which to use.
E210 = another column already stands for the slot `{ $value }`
E210-why = Two columns stand for the same slot, perhaps one by its identifier and the other in words.
E211 = there is no slot `{ $value }`
E211-why = The header of the column reads as a weekday and a time, but no slot in the table of slots is at that time.
E212 = several slots match `{ $value }`
E212-why = The column does not say which slot it is. Name it by the slot’s identifier, or list the slots in one column.

## Values

E301 = `{ $column }` is empty and has no default
E301-why = Every row needs a value here. Only columns marked as optional may be empty.
E302 = `{ $value }` is not a number; expected digits with a point or a comma, such as 12.5
E302-why = A number has digits and at most one decimal mark. A space may separate groups of three digits, and a price may have its €, a length its km and a duration its min. Exponents, infinity and undefined numbers are not accepted.
E303 = `{ $value }` has more than nine decimals
E303-why = Quantities are kept exactly, with nine decimals. Round the value: a billionth of a minute or a euro changes nothing.
E304 = `{ $value }` is not a whole number
E304-why = Seats, tablets, sessions and inhabitants are counted in whole numbers.
E305 = `{ $value }` is out of range; expected from { $low } to { $high }
E305-why = A negative quantity makes no sense here, and a number beyond the range is a typing error, which would also make sums inexact.
E306 = `{ $value }` is not a date; expected 2026-01-31 or 31/01/2026
E306-why = A date must exist in the calendar: there is no 30 February. 31/01/26, 31.01.2026, 31 January 2026 and 2026-01-31 00:00:00 are read as well. A two-digit year is read only if the day comes first.
E307 = `{ $value }` is neither yes nor no; expected 1 or 0, true or false, oui or non
E307-why = An empty field means no.
E308 = `{ $value }` is not a time of day; expected a time such as 09:30 or 9h30
E308-why = Times run from 00:00 to 23:59.
E309 = `{ $value }` is not a weekday; expected mon, monday, lun or lundi, for example
E309-why = Weekdays are read in French and in English, in full or abbreviated.
E310 = `{ $value }` is not a scope; expected all, commune:INSEE, venue:ID or trainer:ID
E310-why = A closure applies to everything, to a commune's venues, to one venue or to one trainer.
E311 = `{ $value }` cannot be an identifier: it is used in lists, where a space separates entries and `*` means all
E311-why = Slots and tracks are listed in other tables, separated by spaces. Use a hyphen instead of a space.
E312 = `{ $value }` is not an INSEE code; expected five digits, or 2A or 2B and three digits
E312-why = Communes are identified by their INSEE code, not by name or postal code: 01269, 25388, 2A004, 97411. Department 20 is written 2A or 2B. If only the leading zero is missing, the code is read anyway.
E313 = `{ $value }` is not a postal code; expected five digits
E313-why = The postal code is published with the venues. Write one, with five digits and nothing else, or leave the field empty.
E314 = `{ $value }` in column `{ $column }` is not a value: a spreadsheet formula failed
E314-why = Spreadsheets show #N/A, #REF!, #VALUE!, #NAME?, #DIV/0! where a formula has no result, and ##### where a column is too narrow. Correct the formula, or type the value in its place.
W315 = `{ $value }` is read as the code `{ $found }`
W315-why = A spreadsheet that takes a code for a number drops its leading zero. The code is unambiguous, so it is read; other programs may not do so.
W316 = `{ $value }` is read as the date { $found }
W316-why = Spreadsheets count days from 1900 and show that number when a cell has lost its date format. Format the column as dates.
E317 = `{ $value }` is not a mark; expected a cross, yes or no
E317-why = In a column for a slot, a cross (`x`) or `yes` means that the slot suits the person, and an empty field that it does not.
E318 = no slot is marked
E318-why = A person whom no slot suits cannot attend anything. Mark at least one column.
E319 = the formula has no result: open the workbook in a spreadsheet and save it
E319-why = Formulas are not evaluated here; their last result is read. A program other than a spreadsheet wrote this one without a result.

## References

E401 = `{ $value }` is neither the INSEE code nor the name of a commune in the table
E401-why = Homes, venues, bases, depots, roads, hosts and closures refer to communes by the INSEE code in the table of communes. Codes are text: 01269 begins with a zero, and 2A004 has a letter.
E402 = there is no slot `{ $value }`
E402-why = Lists of slots refer to the identifiers in the table of slots; upper and lower case matter.
E403 = there is no track `{ $value }`: no trainer teaches it
E403-why = A track exists once a trainer teaches it, by name or with `*`. A resident who wants another could never be served.
E404 = there is no venue `{ $value }`
E404-why = Closures and plans refer to the identifiers in the table of venues.
E405 = there is no trainer `{ $value }`
E405-why = Closures and plans refer to the identifiers in the table of trainers.
E406 = there is no kit `{ $value }`
E406-why = Plans refer to the identifiers in the table of kits.
E407 = there is no resident `{ $value }`
E407-why = Plans and tables of contacts name residents by their identifier in the table of residents. If the person no longer attends, remove them from the plan or the contacts; otherwise restore their row in the table of residents.
E408 = the identifier `{ $value }` { $other ->
    [here] already appears on line { $first }
    [key] appears twice
   *[other] already appears in { $other }
}
E408-why = An identifier names a single row. Perhaps a row was copied, or someone enrolled twice.
E409 = the pair from `{ $from }` to `{ $to }` { $other ->
    [here] already appears on line { $first }
    [key] appears twice
   *[other] already appears in { $other }
}
E409-why = A measured pair replaces the journey computed from the roads, so there can be only one for each direction. (Of two roads, the better one is used.)
E410 = `{ $value }` leads to itself
E410-why = Within a commune the local minutes and kilometres of the scenario apply, not a road or a measured pair.
W411 = `{ $value }` is read as the INSEE code of { $name }; it is also the postal code of: { $communes }
W411-why = Five digits are always an INSEE code. If they are also the postal code of other communes, check which one was meant.
E412 = several communes are called `{ $value }`: { $communes }
E412-why = Write the INSEE code instead of the name.
E413 = several slots match `{ $value }`: { $slots }
E413-why = Write the identifier of the slot instead of its weekday and time.

## What fits together

E501 = the period ends on { $until }, before it starts on { $from }
E501-why = Both days are included, so a period of one day starts and ends on the same date.
E502 = the smallest group ({ $min }) is larger than the largest ({ $max })
E502-why = No cycle could ever be held. A key that is missing has its default: groups of 6 to 12.
E503 = a session of { $minutes } minutes in slot `{ $value }`, which starts at { $start }, would end after midnight
E503-why = A session is held on one day. Start earlier or shorten the sessions.
E504 = the horizon from { $from } to { $until } is longer than ten years
E504-why = A plan over more than ten years is a typing error, and would not fit into memory.
E505 = the table has { $found } communes; at most { $limit } can be planned together
E505-why = Distances between all pairs of communes are kept in memory. Leave out communes that nobody lives in, visits or passes through.
E506 = a plan of this scenario could add up to { $found } euros or minutes; sums stay exact up to { $limit }
E506-why = Amounts are kept to the billionth and must stay below nine billion. A cost, a weight, a priority or a travel time is absurdly large.
E510 = there is no time zone `{ $value }`
E510-why = Zones are named as in the tz database: Europe/Paris, Indian/Reunion, America/Guadeloupe, Pacific/Noumea. Without `horizon.timezone`, the zone is that of the communes' codes.
E511 = the communes are in several time zones: { $one } in { $zone }, { $other } in { $other_zone }
E511-why = All times in a plan are local, and calendars state where. With several zones, a session would be announced at the wrong time in one of them.
W507 = the party `{ $value }` wants { $count } different tracks and will remain unserved
W507-why = All members of a party attend the same cycle, and a cycle has one track. Give all members the same track, or separate them.
W508 = the party `{ $value }` has { $count } members, more than any group can have ({ $limit }), and will remain unserved
W508-why = All members of a party attend the same cycle, whose group is limited by `cycle.max_group` and by the seats of the venue. Split the party.
W509 = the members of the party `{ $value }` have no slot in common, so the party will remain unserved
W509-why = All members of a party attend the same cycle, which has one slot. Add a slot at which all of them can come, or separate them.
W512 = commune `{ $commune }` ({ $name }) is at latitude 0, longitude 0, in the sea off Africa
W512-why = Maps, and roads if they are estimated, depend on the coordinates of communes. Zeros usually stand for unknown coordinates.
W513 = latitude and longitude of commune `{ $commune }` ({ $name }) seem to be swapped
W513-why = The column `lat` holds degrees north, from 41 to 51 in mainland France, and `lon` degrees east, from -5 to 10.
W514 = commune `{ $commune }` ({ $name }) is { $km } km from the others
W514-why = A digit, a sign or the decimal mark of its latitude or longitude may be wrong. Maps, and roads if they are estimated, depend on them.
W515 = the party is called `{ $value }`, which looks like an answer rather than a name; its members: { $members }
W515-why = People with the same text in the column `party` attend together or not at all. Leave the field empty for those who come alone.
W516 = the members of the party `{ $value }` live in { $count } communes: { $members }
W516-why = People with the same text in the column `party` attend together or not at all. Those who have the same text by chance, such as a family name, are joined too. If they did enrol together, nothing is wrong.
W517 = { $count } people share the party `{ $value }`: { $members }
W517-why = People with the same text in the column `party` attend together or not at all. A party this large may consist of strangers with the same family name. If they did enrol together, nothing is wrong.
W518 = { $commune } should host at least { $wanted ->
    [one] 1 cycle
   *[other] { $wanted } cycles
} and can host at most { $most }
W518-why = A cycle is held in a commune listed in `hosts.communes`, in a room with enough seats for a group, and `max_cycles_per_commune` may limit their number. Those missing are charged at `weights.absence` in every plan.

## Commune boundaries and invented enrolments

hint-code-property = name the property that holds the INSEE code with `--code-property`
hint-wgs84 = convert the file to WGS84 (EPSG:4326), with QGIS for instance, or `ogr2ogr -t_srs EPSG:4326`
cause-half-position = a position lacks one of its two numbers, longitude and latitude

E601 = the file of boundaries is not valid GeoJSON: { $cause }
E601-why = Commune boundaries are read as GeoJSON: a collection of outlines (FeatureCollection), one for each commune.
E602 = the outline of commune `{ $commune }` is not in degrees: { $value }
E602-why = GeoJSON gives longitude and latitude in degrees (WGS84). Numbers of six or seven digits are usually metres, in Lambert 93.
E603 = no usable boundary: each needs an outline and an INSEE code, looked for under { $expected }
E603-why = Each outline must carry the INSEE code of its commune in one of its properties.
W604 = this outline has no commune code and is left out; its properties: { $found }
W604-why = Without an INSEE code, there is no telling which commune an outline belongs to.
W605 = the shape given for commune `{ $commune }` is not an area and is left out
W605-why = The boundary of a commune is a polygon, or several. A point or a line shares no border.
W606 = no boundary for commune `{ $commune }` ({ $name }): a single road, the shortest, joins it to the others
W606-why = Without an outline, the neighbours of a commune are unknown. Check the year of the file: merged communes change codes.
W607 = commune `{ $commune }` ({ $name }) shares no border with another: a single road, the shortest, joins it to the others
W607-why = Either the commune is isolated within the territory, or outlines were simplified separately and no longer touch: try a larger `--tolerance`.
W608 = the population of commune `{ $commune }` ({ $name }) is unknown: no enrolment is invented there
W608-why = The number of enrolments depends on the population. Fill in the column `population`.
W609 = the point of commune `{ $commune }` ({ $name }) lies { $km } km outside its boundary
W609-why = Lengths of roads are measured between the points of communes. Correct `lat` and `lon` in the table of communes, or the boundary.
W610 = the road from `{ $from }` to `{ $to }` is { $km } km long as the crow flies, too long for these communes
W610-why = Neighbours are about as far apart as they are wide, and links between parts of a territory are short. A point or a boundary is wrong, or part of a boundary lies elsewhere.
W611 = communes `{ $one }` and `{ $other }` have the same boundary: no road is derived from it
W611-why = A boundary was copied under two codes, or communes that merged are still in the table. Each commune has a boundary of its own.
W612 = communes `{ $one }` and `{ $other }` nearly touch and are not joined as neighbours
W612-why = Boundaries that were simplified separately leave small gaps. A larger `--tolerance` treats them as one border.
W613 = { $count ->
    [one] 1 pair of communes is not measured: { $pairs }
   *[other] { $count } pairs of communes are not measured: { $pairs }
}
W613-why = Neither direction is given. The table of roads is used for these pairs; if the measurement failed, repeat it for these communes.
W614 = { $count ->
    [one] 1 pair has a duration or length of zero: { $pairs }
   *[other] { $count } pairs have a duration or length of zero: { $pairs }
}
W614-why = Two communes are not in the same place: the measurement failed, or both points were moved to the same road. These pairs are left out; the table of roads is used for them.
W615 = { $count ->
    [one] 1 pair is implausible compared with the straight line: { $pairs }
   *[other] { $count } pairs are implausible compared with the straight line: { $pairs }
}
W615-why = The route is shorter than the straight line, much longer, or implies a speed that no car reaches or keeps on the road. Check the units, the order of the communes and their coordinates. These pairs are kept: correct the table, or remove them.
E616 = this file is not a distance matrix of OSRM or Valhalla
E616-why = An OSRM matrix has `durations` and `distances` (annotations=duration,distance); a Valhalla matrix has `sources_to_targets`. If it has fewer rows than there are communes, it must also say where its points are.
E617 = the server gives no distances: { $cause }
E617-why = `--osrm` queries the `table` service of an OSRM server at the given address. Nothing was written. What has already been measured can be given as a file.
E618 = the server refused the request: HTTP { $status }{ $words }
E618-why = The words after the status are the server’s own. A request refused because the server was too busy was retried a few times. Nothing was written.
E619 = the server’s answer cannot be used: { $cause }
E619-why = OSRM’s `table` service answers with as many rows and columns of durations and distances as there are points in the request. Nothing was written.

## Batches

E701 = the axis `{ $value }` has { $count } of the keys `key`, `first` and `demand`; exactly one must say what varies
E701-why = An axis changes one thing: a key of the scenario (`key`), how many of the first rows of a table are kept (`first`), or the enrolments (`demand`).
E702 = there is no axis `{ $value }`
E702-why = Groups, variants and conditions name the axes of the same batch file.
E703 = { $value } is not among the values of the axis `{ $axis }`: { $offered }
E703-why = Groups, variants and conditions choose among the values that the axis lists. Add the value to the axis first.
E704 = the axes `{ $one }` and `{ $other }` change the same thing
E704-why = One of the two would overwrite the other, and the results would show values that were not planned.
E705 = { $value } rows are to be kept, but the table has { $found }
E705-why = An axis with `first` keeps the first rows of a table. To try more trainers than there are, add rows to the table.
E706 = no combinations are left to plan
E706-why = The batch has no axis, no group and no variant, or its conditions drop every combination.
E707 = these axes give { $found } combinations; a batch can have at most { $limit }
E707-why = Nobody would wait for so many plans or read them. Leave axes at the scenario's value, or name groups.
E708 = `{ $value }` cannot be a name: use unaccented letters, digits and - _ . +, starting with a letter or digit, not ending with a dot, and no name that Windows reserves (CON, NUL, COM1)
E708-why = Names of axes are columns of the results, and names of variants are folders on every file system.
E709 = the results already have a column `{ $value }`: give the axis another name
E709-why = The results have a column for each axis, under its name, next to the indicators.
E710 = { $found } labels for { $expected } values
E710-why = There is one label for each value, in the same order.
E711 = the value `{ $value }` appears twice
E711-why = Two variants would have the same name and the same plan.
E712 = the name `{ $value }` appears twice
E712-why = Names that differ only in upper and lower case are the same, because folders are named after them.
E713 = there is no variant `{ $value }`
E713-why = Name the baseline as `ateliers batch --dry-run` lists it.
E714 = the name `{ $value }` has { $found } characters; the limit is { $limit }
E714-why = Every variant has a folder of its name. A variant of the grid is named after its axes and values: to shorten it, use shorter names of axes, or `labels` for their values.
E715 = `{ $key }` has { $found } entries; the limit is { $limit }
E715-why = Nobody would wait for so many plans or read them. A batch can have a hundred axes and groups, a thousand conditions, and ten thousand values and variants.
E716 = work is limited both by `effort` and by `work_limit`
E716-why = `effort` is a word for an amount of work that depends on the size of each variant, `work_limit` is the amount itself. Keep the one you mean.
E717 = { $most ->
    [one] 1 search
   *[other] { $most } searches
} at most (`most_seeds`), but { $seeds } to start with (`seeds`)
E717-why = Every variant is searched `seeds` times; with `--until-decided`, further searches are spent up to `most_seeds`.
W718 = this file is written for version { $value } of the unit of work; this program uses version { $expected }
W718-why = A unit of work is an amount of search that does not depend on the machine, but another version of the program may count differently: the same `work_limit` then means more or less search. Try it with `--dry-run`, adjust it, and write the new version; or use `effort`, whose words keep their meaning from version to version.

E801 = two cycles of the announced plan are called `{ $cycle }`
E801-why = An identifier names one cycle: people know their workshop by it. Give one of the two another identifier in the announced plan.
E802 = resident `{ $resident }` is in cycles `{ $cycle }` and `{ $other }` of the announced plan
E802-why = A resident attends a single workshop. Only someone whose cycle was broken off may attend another, and is then listed only there.
E803 = sessions of announced cycle `{ $cycle }` are not in order of date: { $value }
E803-why = A cycle has at least one session, and each is later than the one before.
E804 = on { $date }, trainer `{ $trainer }` could not have travelled from one announced session to the next: no road leads there
E804-why = Days that have been held are priced with today's roads. A road between these communes is missing from the table of roads.
E805 = { $value } is not between { $from } and { $until }, the first and last day of the plan
E805-why = `today` says which sessions have been held: those before it. It must lie within the horizon.
E806 = there is no announced cycle or resident `{ $value }`
E806-why = `release` names cycles of the announced plan or residents, `keep` and `hit` name cycles.
E807 = `{ $value }` does not say which session is hit
E807-why = A hit session is written as cycle, day and what fails: `C015 2027-03-02 trainer` or `C016 2027-03-04 venue`.
E808 = cycle `{ $cycle }` has no upcoming session on { $value }; upcoming sessions announced: { $dates }
E808-why = Only a session that was announced and has not been held can be hit. To record that yesterday's session was not held, set `today` back to its day.
E809 = cannot write to `{ $file }`: { $cause }
E809-why = An amendment is written into the tables and the scenario that it affects, in place. If that cannot be done without loss, nothing is written: make the change by hand, or convert the file to a form that can be written to.
E901 = the number `{ $value }` already belongs to another person
E901-why = A number stays with the person who received it first: it is how the plan and the letters find them. The name on this row has no word in common with theirs. If they changed their name, change it in the table of names first.
E902 = this export has no question “{ $value }” for `{ $column }`
E902-why = The mapping says which question gives each column. Perhaps the question was reworded: copy it as it is written in the export, or remove it from the mapping.

## An annotated copy of a workbook

annotate-sheet = Findings
annotate-place = Cell
annotate-what = What is wrong
annotate-hint = What to do
annotate-none = the scenario has no workbook to annotate
annotate-several = the scenario has several workbooks, and only one can be annotated: make it the scenario: { $files }
annotate-refused = the annotated copy would replace a file that is not an annotated copy: nothing was written. Choose another file
annotate-done = Annotated copy: { $file }
