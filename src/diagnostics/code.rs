//! The registry of diagnostic codes, one per kind of finding, so that no code has two meanings.

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The input cannot be used.
    Error,
    /// The input can be used, but it may not say what was meant.
    Warning,
    /// The input can be used; the note says how it was read.
    Note,
}

/// Declares the codes. The identifier is also the key of the message; with `-why` appended, the key of the explanation.
macro_rules! codes {
    ($($(#[$doc:meta])* $id:literal $name:ident),+ $(,)?) => {
        /// A kind of fault (`E…`), warning (`W…`) or note (`N…`).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $name),+
        }

        impl Code {
            /// Every code, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Identifier, e.g. `E401`; also the key of its message.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }

            /// Key of the long explanation in the catalogue, e.g. `E401-why`.
            pub const fn explanation(self) -> &'static str {
                match self { $(Self::$name => concat!($id, "-why")),+ }
            }
        }
    };
}

codes! {
    /// A file does not exist.
    "E001" FileMissing,
    /// A file cannot be read: permissions, a symlink loop, a device.
    "E002" FileUnreadable,
    /// A folder, or something else that is not a file, in place of a file.
    "E003" NotAFile,
    /// A file contains bytes that are not text.
    "E004" NotText,
    /// A file exceeds the size limit.
    "E005" FileTooLarge,
    /// A table is empty, without even a header.
    "E006" EmptyFile,
    /// A file is a damaged workbook, or not a workbook.
    "E007" WorkbookUnreadable,
    /// A workbook needs a password.
    "E008" WorkbookProtected,
    /// A workbook exceeds one of the reader's limits.
    "E009" WorkbookTooLarge,
    /// A workbook has no sheet for a table.
    "E010" MissingSheet,
    /// A workbook has no sheet of this name.
    "E011" UnknownSheet,
    /// Two sheets of a workbook hold the same table.
    "E012" SheetTwice,
    /// Sheets that are not tables.
    "N013" ForeignSheets,

    /// The scenario is not TOML.
    "E101" TomlSyntax,
    /// The scenario has a key that is not recognised.
    "E102" UnknownKey,
    /// The scenario lacks a key that has no default.
    "E103" MissingKey,
    /// The value of a key has the wrong type.
    "E104" WrongType,
    /// A plan is not JSON, or lacks a required field.
    "E105" PlanSyntax,
    /// A plan is in an unsupported format version.
    "E106" PlanFormat,
    /// A word that is not among the allowed ones.
    "E107" NotOffered,
    /// A text has a control character, which TOML and JSON can express but no name may contain.
    "E110" ControlCharacter,

    /// A table lacks a column that has no default.
    "E201" MissingColumn,
    /// A header names a column twice.
    "E202" DuplicateColumn,
    /// A row has more or fewer fields than the header.
    "E203" FieldCount,
    /// A quoted field is never closed.
    "E204" UnclosedQuote,
    /// A table has a column that is not recognised.
    "W205" UnknownColumn,
    /// Rows above the header.
    "N206" RowsAbove,
    /// Hidden rows, which are read too.
    "N207" HiddenRows,
    /// Hidden columns, which are read too.
    "N208" HiddenColumns,
    /// A table has both a list of slots and columns for slots.
    "E209" SlotsTwice,
    /// Two columns for one slot.
    "E210" SlotColumnTwice,
    /// A column for a weekday and time at which there is no slot.
    "E211" NoSuchSlot,
    /// A column for a weekday and time at which there are several slots.
    "E212" SlotColumnUnclear,

    /// A field that has no default is empty.
    "E301" MissingValue,
    /// Not a decimal number.
    "E302" NotANumber,
    /// A number with more than nine decimals.
    "E303" TooManyDecimals,
    /// Not a whole number.
    "E304" NotWhole,
    /// A number that is negative or absurdly large.
    "E305" OutOfRange,
    /// Not a calendar date.
    "E306" BadDate,
    /// Not a boolean.
    "E307" BadBoolean,
    /// Not a time of day.
    "E308" BadTime,
    /// Not a weekday.
    "E309" BadWeekday,
    /// Not a closure's scope.
    "E310" BadScope,
    /// An identifier that could not be used in a list.
    "E311" BadIdentifier,
    /// Not an INSEE code.
    "E312" NotInsee,
    /// Not a postal code.
    "E313" NotPostal,
    /// The error value that a spreadsheet shows for a failed formula.
    "E314" FormulaError,
    /// A code that a spreadsheet turned into a number.
    "W315" CodeMended,
    /// A date that a spreadsheet stored as a number of days.
    "W316" SerialDate,
    /// Neither a mark nor a boolean in a column for a slot.
    "E317" BadMark,
    /// A row that marks no slot.
    "E318" NoSlotMarked,
    /// A formula that was never computed.
    "E319" FormulaWithoutResult,

    /// A commune that is not in the table of communes.
    "E401" UnknownCommune,
    /// A slot that is not in the table of slots.
    "E402" UnknownSlot,
    /// A track that no trainer teaches.
    "E403" UnknownTrack,
    /// A venue that is not in the table of venues.
    "E404" UnknownVenue,
    /// A trainer who is not in the table of trainers.
    "E405" UnknownTrainer,
    /// A kit that is not in the table of kits.
    "E406" UnknownKit,
    /// A resident who is not in the table of residents.
    "E407" UnknownResident,
    /// An identifier that appears twice in a table.
    "E408" DuplicateId,
    /// A measured pair that appears twice.
    "E409" DuplicatePair,
    /// A road or a measured pair from a commune to itself.
    "E410" SelfPair,
    /// An INSEE code that is also the postal code of another commune.
    "W411" AlsoPostalCode,
    /// A name shared by several communes.
    "E412" AmbiguousCommune,
    /// A weekday and time at which there are several slots.
    "E413" AmbiguousSlot,

    /// A period, or the horizon, that ends before it starts.
    "E501" PeriodReversed,
    /// The smallest group is larger than the largest.
    "E502" GroupReversed,
    /// A session would end after midnight.
    "E503" SessionPastMidnight,
    /// A horizon of more than ten years.
    "E504" HorizonTooLong,
    /// Too many communes for a table of distances between all pairs.
    "E505" TooManyCommunes,
    /// Amounts too large to be kept exact.
    "E506" AmountsTooLarge,
    /// A time zone that the tz database does not have.
    "E510" UnknownZone,
    /// Communes in several time zones, none of which was chosen.
    "E511" ZonesMixed,
    /// A party whose members want different tracks.
    "W507" PartyAcrossTracks,
    /// A party larger than any group.
    "W508" PartyTooLarge,
    /// A party whose members have no slot in common.
    "W509" PartyWithoutSlot,
    /// A commune in the sea off Africa, where latitude and longitude are 0.
    "W512" NoCoordinates,
    /// Latitude and longitude that are swapped.
    "W513" CoordinatesSwapped,
    /// A commune thousands of kilometres from the others.
    "W514" FarFromOthers,
    /// People who share an answer such as `non` as the name of their party.
    "W515" PartyNamedLikeAnswer,
    /// A party whose members live in several communes.
    "W516" PartyAcrossCommunes,
    /// Many people who share the name of a party.
    "W517" PartyOfMany,
    /// A commune whose `min_cycles` exceeds what it can host.
    "W518" MinCyclesOutOfReach,

    /// A file of boundaries is not GeoJSON.
    "E601" BoundarySyntax,
    /// Coordinates of a boundary that are not in degrees.
    "E602" NotDegrees,
    /// A file of boundaries without any usable one.
    "E603" NoBoundary,
    /// A feature in which no commune's code was found.
    "W604" BoundaryWithoutCode,
    /// A feature whose shape is not an area.
    "W605" NotAPolygon,
    /// A commune without a boundary.
    "W606" CommuneWithoutBoundary,
    /// A commune that shares its boundary with no other.
    "W607" CommuneWithoutNeighbour,
    /// A commune whose population is not known.
    "W608" PopulationUnknown,
    /// A commune whose point lies outside its boundary.
    "W609" PointOutside,
    /// A derived road that is impossible between two neighbours.
    "W610" AbsurdRoad,
    /// Communes whose boundaries are the same.
    "W611" SameBoundary,
    /// Parts of a territory that nearly touch.
    "W612" NearlyTouching,
    /// Pairs of communes that were not measured.
    "W613" PairMissing,
    /// Measured pairs with zero length or duration.
    "W614" PairZero,
    /// Measured pairs that are implausible given the straight-line distance.
    "W615" PairAbsurd,
    /// A file that is not a distance matrix.
    "E616" NotAMatrix,
    /// A distance server does not respond.
    "E617" ServerUnreachable,
    /// A distance server refuses the request.
    "E618" ServerRefuses,
    /// The response of a distance server is not a table.
    "E619" ServerUnusable,

    /// An axis names no subject, or several.
    "E701" AxisSubject,
    /// A name that is not an axis of the batch.
    "E702" UnknownAxis,
    /// A value that is invalid for its axis.
    "E703" NotAnAxisValue,
    /// Two axes change the same thing.
    "E704" AxesCollide,
    /// A table has fewer rows than should be kept.
    "E705" TooFewRows,
    /// No combination is left.
    "E706" NoVariant,
    /// More combinations than a batch may have.
    "E707" TooManyVariants,
    /// A name that cannot be used for a folder or a column.
    "E708" BadName,
    /// An axis with the name of a standard column of the results.
    "E709" ColumnTaken,
    /// The number of labels differs from the number of values.
    "E710" LabelCount,
    /// A value that is listed twice on an axis.
    "E711" ValueTwice,
    /// A name that appears twice.
    "E712" NamedTwice,
    /// A name that is not a variant of the batch.
    "E713" UnknownVariant,
    /// A name too long for file systems.
    "E714" NameTooLong,
    /// A list too long to be intended.
    "E715" TooManyEntries,
    /// The work limit is given both as a word and as a number.
    "E716" WorkTwice,
    /// The maximum number of searches is below the initial number.
    "E717" SeedsReversed,
    /// A batch file was written for another version of the unit of work.
    "W718" OtherWork,

    /// Two cycles of an announced plan have the same identifier.
    "E801" AnnouncedIdTwice,
    /// A resident is in two cycles of an announced plan.
    "E802" AnnouncedTwice,
    /// An announced cycle whose sessions are out of order, or which has none.
    "E803" AnnouncedOrder,
    /// A day of held sessions whose tour cannot be travelled.
    "E804" HeldDayUnreachable,
    /// A value of `today` outside the horizon.
    "E805" TodayOutside,
    /// A name that is neither an announced cycle nor a resident.
    "E806" UnknownAnnounced,
    /// A `hit` entry that cannot be parsed.
    "E807" NotAHit,
    /// A `hit` entry that matches no session to come.
    "E808" NoSuchSession,
    /// A table or scenario that cannot be edited in place.
    "E809" NotWritable,

    /// The number of an enrolment belongs to another person.
    "E901" NumberTaken,
    /// A mapping refers to a question that the export does not have.
    "E902" UnknownQuestion,
}

impl Code {
    /// The severity of findings with this code.
    pub fn severity(self) -> Severity {
        match self.id().as_bytes()[0] {
            b'W' => Severity::Warning,
            b'N' => Severity::Note,
            _ => Severity::Error,
        }
    }
}
