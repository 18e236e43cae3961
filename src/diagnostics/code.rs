//! The registry of codes: one for each kind of fault, so that two meanings cannot share a code.

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The input cannot be used.
    Error,
    /// The input can be used, but it may not say what was meant.
    Warning,
    /// The input can be used; this is how it was read.
    Note,
}

/// Declares the codes; the identifier is also the key of the message, and with `-why` that of its explanation.
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
    /// A file cannot be read: rights, a loop of links, a device.
    "E002" FileUnreadable,
    /// There is a folder, or another thing that is not a file, where a file is expected.
    "E003" NotAFile,
    /// A file holds bytes that no text has.
    "E004" NotText,
    /// A file is larger than the largest that is read.
    "E005" FileTooLarge,
    /// A table has nothing in it, not even a header.
    "E006" EmptyFile,
    /// A workbook is damaged, or none.
    "E007" WorkbookUnreadable,
    /// A workbook needs a password.
    "E008" WorkbookProtected,
    /// A workbook has more of something than is read.
    "E009" WorkbookTooLarge,
    /// A workbook has no sheet for a table.
    "E010" MissingSheet,
    /// A workbook has no sheet of this name.
    "E011" UnknownSheet,
    /// Two sheets of a workbook hold the same table.
    "E012" SheetTwice,
    /// Sheets that are no tables.
    "N013" ForeignSheets,

    /// The scenario is not TOML.
    "E101" TomlSyntax,
    /// The scenario has a key that is not recognised.
    "E102" UnknownKey,
    /// The scenario lacks a key that has no default.
    "E103" MissingKey,
    /// A key holds another type of value than it takes.
    "E104" WrongType,
    /// A plan is not JSON, or lacks what a plan needs.
    "E105" PlanSyntax,
    /// A plan is written in a format that is not read.
    "E106" PlanFormat,
    /// A word that is not among those offered.
    "E107" NotOffered,
    /// A text has a control character, which a TOML file or a plan can write but no name has.
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
    /// Rows that are hidden, and read.
    "N207" HiddenRows,
    /// Columns that are hidden, and read.
    "N208" HiddenColumns,
    /// A table has a list of slots and columns for slots.
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
    /// Not a date of the calendar.
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
    /// What a spreadsheet shows where a formula failed.
    "E314" FormulaError,
    /// A code that a spreadsheet took for a number.
    "W315" CodeMended,
    /// A date that a spreadsheet left as a number of days.
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
    /// An INSEE code that is the postal code of another commune too.
    "W411" AlsoPostalCode,
    /// A name that several communes have.
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
    /// More communes than distances between all pairs can be kept for.
    "E505" TooManyCommunes,
    /// Amounts so large that they could not be kept exact.
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
    /// Latitude and longitude that changed places.
    "W513" CoordinatesSwapped,
    /// A commune thousands of kilometres from the others.
    "W514" FarFromOthers,
    /// People who share an answer such as `non` as the name of their party.
    "W515" PartyNamedLikeAnswer,
    /// A party whose members live in several communes.
    "W516" PartyAcrossCommunes,
    /// Many people who share the name of a party.
    "W517" PartyOfMany,
    /// A commune that asks for more cycles than it can host.
    "W518" MinCyclesOutOfReach,

    /// A file of boundaries is not GeoJSON.
    "E601" BoundarySyntax,
    /// Coordinates of a boundary that are not degrees.
    "E602" NotDegrees,
    /// A file of boundaries without any that could be used.
    "E603" NoBoundary,
    /// A feature in which no commune's code was found.
    "W604" BoundaryWithoutCode,
    /// A feature whose shape is not an area.
    "W605" NotAPolygon,
    /// A commune without a boundary.
    "W606" CommuneWithoutBoundary,
    /// A commune whose boundary nobody shares.
    "W607" CommuneWithoutNeighbour,
    /// A commune whose population is not known.
    "W608" PopulationUnknown,
    /// A commune whose point lies outside its boundary.
    "W609" PointOutside,
    /// A derived road that no two neighbours can have.
    "W610" AbsurdRoad,
    /// Communes whose boundaries are the same.
    "W611" SameBoundary,
    /// Parts of a territory that nearly touch.
    "W612" NearlyTouching,
    /// Pairs of communes that were not measured.
    "W613" PairMissing,
    /// Measured pairs of no length or no duration.
    "W614" PairZero,
    /// Measured pairs that no car can drive.
    "W615" PairAbsurd,
    /// A file that is no matrix of distances.
    "E616" NotAMatrix,
    /// A server of distances gives no answer.
    "E617" ServerUnreachable,
    /// A server of distances answers that it does not answer.
    "E618" ServerRefuses,
    /// What a server of distances answers is no table.
    "E619" ServerUnusable,

    /// An axis says nothing, or several things, of what it changes.
    "E701" AxisSubject,
    /// A name that is no axis of the batch.
    "E702" UnknownAxis,
    /// A value that an axis does not take.
    "E703" NotAnAxisValue,
    /// Two axes change the same thing.
    "E704" AxesCollide,
    /// A table has fewer rows than are to be kept.
    "E705" TooFewRows,
    /// No combination is left.
    "E706" NoVariant,
    /// More combinations than a batch may have.
    "E707" TooManyVariants,
    /// A name that could be neither a folder nor a column.
    "E708" BadName,
    /// An axis named like a column that the results have anyway.
    "E709" ColumnTaken,
    /// Not a label for each value.
    "E710" LabelCount,
    /// A value that an axis takes twice.
    "E711" ValueTwice,
    /// A name that appears twice.
    "E712" NamedTwice,
    /// A name that is no variant of the batch.
    "E713" UnknownVariant,
    /// A name that file systems do not take for its length.
    "E714" NameTooLong,
    /// A list that is longer than anybody could mean.
    "E715" TooManyEntries,
    /// Work is limited by a word and by a number.
    "E716" WorkTwice,
    /// Fewer searches at most than there are at first.
    "E717" SeedsReversed,
    /// A batch file is written for another version of the unit of work.
    "W718" OtherWork,

    /// Two cycles of an announced plan have one identifier.
    "E801" AnnouncedIdTwice,
    /// A resident is in two cycles of an announced plan.
    "E802" AnnouncedTwice,
    /// Sessions of an announced cycle that are out of order, or none.
    "E803" AnnouncedOrder,
    /// A day of held sessions whose tour cannot be travelled.
    "E804" HeldDayUnreachable,
    /// A day from which on plans may change that is outside the horizon.
    "E805" TodayOutside,
    /// A name that is neither of an announced cycle nor of a resident.
    "E806" UnknownAnnounced,
    /// A hit session that cannot be understood.
    "E807" NotAHit,
    /// A hit session that is not to come.
    "E808" NoSuchSession,
    /// A table or scenario that cannot be written into.
    "E809" NotWritable,

    /// An enrolment's number that is another person's.
    "E901" NumberTaken,
    /// A question of a mapping that an export does not have.
    "E902" UnknownQuestion,
}

impl Code {
    /// How grave findings of this code are.
    pub fn severity(self) -> Severity {
        match self.id().as_bytes()[0] {
            b'W' => Severity::Warning,
            b'N' => Severity::Note,
            _ => Severity::Error,
        }
    }
}
