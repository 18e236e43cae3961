//! `ateliers init`: a folder that is ready to edit, and that can be planned as it is.
//!
//! The tables are a small piece of the shipped territory with invented enrolments, rooms, a trainer and a kit; the
//! scenario is written from the types that read it ([`template`]), so that its defaults are the engine's. Tables are in the
//! dialect of the language: those of a French folder open in a French spreadsheet by a double click.

mod book;
pub(super) mod template;

use std::path::PathBuf;

use clap::Args;

use super::anew::write_anew;
use super::{Outcome, Terminal};
use crate::messages::{Lang, Messages};
use crate::output::File;
use crate::output::table::{Cell, Table};

/// What was typed.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder to make.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// One workbook instead of a scenario and tables.
    #[arg(long)]
    workbook: bool,
    /// The communes of another territory.
    #[arg(long, value_name = "FILE", requires = "workbook")]
    communes: Option<PathBuf>,
    /// Their boundaries, from which the roads are derived.
    #[arg(long, value_name = "GEOJSON", requires = "communes")]
    boundaries: Option<PathBuf>,
}

/// The example's tables, compiled in: the program stands alone.
const TABLES: [(&str, &str); 9] = [
    ("communes.csv", include_str!("../../../data/pma/example/communes.csv")),
    ("roads.csv", include_str!("../../../data/pma/example/roads.csv")),
    ("distances.csv", include_str!("../../../data/pma/example/distances.csv")),
    ("slots.csv", include_str!("../../../data/pma/example/slots.csv")),
    ("venues.csv", include_str!("../../../data/pma/example/venues.csv")),
    ("trainers.csv", include_str!("../../../data/pma/example/trainers.csv")),
    ("kits.csv", include_str!("../../../data/pma/example/kits.csv")),
    ("residents.csv", include_str!("../../../data/pma/example/residents.csv")),
    ("closures.csv", include_str!("../../../data/pma/example/closures.csv")),
];

/// The scenario's name in the folder.
const SCENARIO: &str = "scenario.toml";

/// Does it.
pub(super) fn run(args: &InitArgs, terminal: &Terminal) -> Outcome {
    let messages = Messages::new(terminal.documents);
    let files = if args.workbook { book::files(args, &messages, terminal) } else { Ok(files(&messages)) };
    match files.and_then(|files| write_anew(&args.folder, &files, terminal)) {
        Ok(()) => {
            let scenario = if args.workbook { book::NAME } else { SCENARIO };
            let scenario = args.folder.join(scenario).display().to_string();
            let folder = args.folder.display().to_string();
            let variables = [("folder", folder.into()), ("scenario", scenario.into())];
            terminal.print(&terminal.text("init-done", &variables));
            Outcome::Done
        }
        Err(outcome) => outcome,
    }
}

fn files(messages: &Messages) -> Vec<File> {
    let tables = TABLES.map(|(name, text)| File::new(name, in_dialect(text, messages.lang)));
    let scenario = File::new(SCENARIO, template::example(messages).into());
    tables.into_iter().chain([scenario]).collect()
}

/// A table, which is kept with commas and points, as spreadsheets of a language open it.
fn in_dialect(text: &str, lang: Lang) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut rows = reader.records().map_while(Result::ok);
    let (Lang::Fr, Some(header)) = (lang, rows.next()) else { return text.into() };
    let rows = rows.map(|row| row.iter().map(cell).collect()).collect();
    Table::with_columns(header.iter().map(str::to_owned).collect(), rows).exchanged_by_hand(lang)
}

fn cell(text: &str) -> Cell {
    let is_decimal = text.contains('.') && text.parse::<f64>().is_ok();
    if is_decimal { Cell::Number(text.to_owned()) } else { text.into() }
}
