### Faults and warnings of the input: one message for each code, and with `-why` its explanation.

diagnostic-error = error[{ $code }]: { $message }
diagnostic-warning = warning[{ $code }]: { $message }
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

hint-nearest = did you mean `{ $found }`?
hint-one-zone = make a scenario for each zone; if all sessions are held in one of them, name it: timezone = "{ $found }"
hint-other-section = this key belongs elsewhere: `{ $found }`
hint-rename-column = is it the column named `{ $found }`?
hint-leading-zero = did you mean `{ $found }`? Spreadsheets drop the leading zero: format the column as text
hint-quote = write it in quotes: "{ $found }"
hint-unquote = write it without quotes: { $found }
hint-save-as-csv = this is a spreadsheet workbook: save the sheet as CSV (UTF-8) and name that file
hint-participant-gone = if `{ $resident }` no longer comes, take them out of the participants of cycle `{ $cycle }`; else put their row back into the table of residents

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
E001-why = A scenario names a file that is not there. Paths in [data] are relative to the folder of the scenario file.
E002 = the file `{ $file }` cannot be read: { $cause }
E002-why = The file exists but the system refuses to open it: missing rights, a link that leads back to itself, a faulty disk.
E003 = `{ $file }` is not a file
E003-why = A folder, a pipe or a device stands where a file is expected. Name the file itself.
E004 = this is not text: the line holds characters that no text has
E004-why = Tables are CSV text and scenarios are TOML text, in UTF-8, UTF-16 with a byte-order mark, or Windows-1252. Workbooks (.xlsx, .ods), PDF files and archives must be saved as CSV first.
E005 = the file `{ $file }` has { $size } MB; at most { $limit } MB are read
E005-why = The largest tables and calendars that make sense stay far below the limit, so a larger file is not what it should be.
E006 = the table is empty: it has not even a header
E006-why = The first line of a table names its columns. A table with a header and no rows is allowed.

## Scenario and plan

E101 = `{ $value }` is not valid TOML ({ $cause })
E101-why = The scenario file could not be understood from this character on. Texts stand in quotes, dates do not, sections stand in square brackets, and a key stands once.
E102 = the key `{ $key }` means nothing
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
E202 = the column `{ $column }` stands twice in the header
E202-why = Nothing says which of the two columns counts. Remove or rename one.
E203 = the row has { $found } { $found ->
    [one] field
   *[other] fields
}, but the header has { $expected }
E203-why = A delimiter is missing or stands once too often, so the values may stand in the wrong columns. A value that holds the delimiter must stand in quotes.
E204 = a quotation mark opens in this row and is never closed
E204-why = Everything up to the end of the file would belong to one field. A quotation mark within a quoted field is doubled.
W205 = the column `{ $column }` means nothing here and is ignored
W205-why = Further columns do no harm, but a misspelt name of an optional column would leave its values unread.

## Values

E301 = `{ $column }` is empty and has no default
E301-why = Every row needs a value here. Only columns marked as optional may be empty.
E302 = `{ $value }` is not a number; digits with a point or a comma are expected, such as 12.5
E302-why = A number has digits and at most one decimal mark. Thousands are not separated, units are not written, and there are no exponents, infinities or undefined numbers.
E303 = `{ $value }` has more than nine decimals
E303-why = Quantities are kept exactly, with nine decimals. Round the value: a billionth of a minute or a euro changes nothing.
E304 = `{ $value }` is not a whole number
E304-why = Seats, tablets, sessions and inhabitants are counted in whole numbers.
E305 = `{ $value }` is out of range; from { $low } to { $high } is expected
E305-why = Negative quantities mean nothing here, and a number beyond the range is a slip of the keyboard that would also cost exactness.
E306 = `{ $value }` is not a date; 2026-01-31 or 31/01/2026 is expected
E306-why = Dates have a year of four digits and exist in the calendar: there is no 30 February.
E307 = `{ $value }` is neither yes nor no; 1 or 0, true or false, oui or non is expected
E307-why = An empty field is no.
E308 = `{ $value }` is not a time of day; HH:MM is expected, such as 09:30
E308-why = Times run from 00:00 to 23:59.
E309 = `{ $value }` is not a weekday; mon, tue, wed, thu, fri, sat or sun is expected
E309-why = Weekdays have the same three letters in all languages, so that a scenario can be read anywhere.
E310 = `{ $value }` is not a scope; all, commune:INSEE, venue:ID or trainer:ID is expected
E310-why = A closure closes everything, a commune's venues, one venue, or concerns one trainer.
E311 = `{ $value }` cannot be an identifier: it stands in lists, where a space separates and `*` means every one
E311-why = Slots and tracks are listed in other tables, separated by spaces. Use a hyphen instead of a space.

## References

E401 = `{ $value }` is not the INSEE code of any commune of the table
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
E408 = the identifier `{ $value }` already stands at line { $first }
E408-why = An identifier names one row. Perhaps a row was copied, or someone enrolled twice.
E409 = the pair from `{ $from }` to `{ $to }` already stands at line { $first }
E409-why = A measured pair replaces the graph's answer, so there can be one for each direction. (Of two roads, the better counts.)
E410 = `{ $value }` leads to itself
E410-why = Within a commune the local minutes and kilometres of the scenario apply, not a road or a measured pair.

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
E511 = the communes lie in several time zones: { $one } in { $zone }, { $other } in { $other_zone }
E511-why = Every time of a plan is local, and calendars say where. With several zones, a session would be announced at a wrong hour in one of them.
W507 = the party `{ $value }` wants { $count } different tracks and will stay unserved
W507-why = All members of a party attend the same cycle, and a cycle has one track. Give all members the same track, or separate them.
W508 = the party `{ $value }` has { $count } members, more than any group can have ({ $limit }), and will stay unserved
W508-why = All members of a party attend the same cycle, whose group is limited by `cycle.max_group` and by the seats of the venue. Divide the party.
W509 = the members of the party `{ $value }` have no slot in common, so the party will stay unserved
W509-why = All members of a party attend the same cycle, which has one slot. Add a slot at which all of them can come, or separate them.

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
W607-why = Either the commune lies apart within the territory, or outlines were simplified one by one and no longer touch: try a wider `--tolerance`.
W608 = the population of commune `{ $commune }` ({ $name }) is unknown: no enrolment is invented there
W608-why = The number of enrolments follows from the population. Fill in the column `population`.

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
E709-why = A column for each axis stands beside the indicators, under the name of the axis.
E710 = { $found } labels for { $expected } values
E710-why = Labels stand for values one by one, in the same order.
E711 = the value `{ $value }` stands twice
E711-why = Two variants would have the same name and the same plan.
E712 = the name `{ $value }` stands twice
E712-why = Names are told apart without regard to upper and lower case, because folders are named by them.
E713 = there is no variant `{ $value }`
E713-why = The baseline is named as `ateliers batch --dry-run` lists the variants.
E714 = the name `{ $value }` has { $found } characters; { $limit } at most
E714-why = Every variant has a folder of its name. A variant of the grid is named after its axes and values: shorter names of axes, or `labels` for their values, make it shorter.
E715 = `{ $key }` has { $found } entries; { $limit } at most
E715-why = So many plans would be neither waited for nor read. A batch takes a hundred axes and groups, a thousand conditions, and ten thousand values and variants.
