//! Reads a scenario and its tables into an [`Instance`](crate::instance::Instance), or reports every fault of all files at once.
//!
//! Files are named bytes, on disk or in memory ([`Sources`]). Each table has one reader of its rows (`tables`), built on
//! what all tables share: [`mod@file`] (the one reader of files, with limits), [`source`] (encodings), `workbook`
//! (sheets), [`parts`] with `header` and `records` (delimiters, headers, the files of one table), `row` (typed fields)
//! and `value` (exact numbers, dates). These also understand how people write, in any kind of file: columns and communes
//! by name, slots in words or as columns with crosses. The scenario is read against the types of [`scenario_file`].
//! Checks across several tables come last: parties (`parties`), the time zone (`zone`), and whether amounts stay exact
//! (`amounts`). Nothing downstream validates data again.
//!
//! # Which faults are reported
//! All of them, except those that follow from another: where a table could not be read, references to it are not
//! reported as well. Of one kind of fault in one file the first [`SHOWN_PER_CODE`](crate::diagnostics::SHOWN_PER_CODE)
//! are listed and the others counted.
//!
//! # Design
//! Where PROBLEM.md leaves a choice: a party across several tracks, larger than any group or without a common slot is a
//! warning, since it merely stays unserved and every valid input has a plan. A pair measured twice in the same direction
//! is an error, because it is unclear which figure counts. Whole files are held as text, not streamed from disk: the
//! encoding of a file is only known at its last byte, and a million residents take 70 MB.
//!
//! # Cost
//! Linear in the bytes of the tables; a million residents take about two seconds.

pub mod amending;
mod amounts;
mod announced;
pub mod announcing;
mod assemble;
pub mod batch_file;
mod boundaries;
mod codes;
pub mod column;
mod communes;
mod contacts;
mod coordinates;
pub mod delivery;
pub mod digest;
pub mod edit;
mod encoding;
pub mod enrolments;
pub mod file;
mod formula;
mod ground;
mod header;
mod keyed;
mod kinds;
mod label;
mod limits;
mod list;
pub mod matrix;
mod names;
mod open;
pub mod osrm;
mod parties;
pub mod parts;
mod party;
mod plan;
mod reading;
mod records;
pub mod register;
mod rewritten;
mod row;
pub mod rows;
mod scenario;
pub mod scenario_file;
mod settings;
pub mod sheet;
mod slots;
pub mod source;
mod sources;
mod splice;
pub mod stock;
pub mod tables;
mod toml_keys;
mod toml_line;
mod toml_mend;
mod tracks;
mod value;
mod walk;
mod when;
mod wishes;
mod words;
mod workbook;
mod workbook_scenario;
mod zone;

pub use crate::diagnostics::WithWarnings;
pub(crate) use announced::hit_of;
pub use boundaries::{Boundaries, read_boundaries, read_boundaries_from};
pub use contacts::read_contacts;
pub(crate) use coordinates::{Doubt, doubt};
pub(crate) use encoding::in_place_of;
pub use ground::{Ground, read_ground};
pub(crate) use limits::{CALENDAR_BYTES, COMMUNES as MOST_COMMUNES, FILE_BYTES, HORIZON_DAYS, RECORD_BYTES};
pub(crate) use parties::is_answer;
pub use plan::{read_plan, read_plan_file, read_plan_from};
pub use reading::{
    Read, insee_code, is_scenario_book, is_workbook, read_batch_file, read_communes,
    read_communes_and_closures, read_communes_from, read_scenario, read_scenario_from, read_slots,
    read_workbook,
};
pub(crate) use reading::{announced_plan, findings, read_bytes, read_text, scenario_text};
pub use slots::slot_named;
pub use sources::Sources;
pub(crate) use words::folded;
