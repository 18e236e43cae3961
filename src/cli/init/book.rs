//! `ateliers init --workbook`: one workbook to fill in, with the territory and invented examples.

use super::template::defaults;
use super::{InitArgs, TABLES};
use crate::cli::{Outcome, Terminal, reading};
use crate::forms::blank::{Start, blank};
use crate::forms::territory::{Rows, moved};
use crate::input::tables::kind::Kind;
use crate::input::{read_boundaries, read_communes};
use crate::messages::Messages;
use crate::output::File;
use crate::territory::{Estimate, Road, roads_from_boundaries};
use jiff::civil::date;

/// The workbook's name in the folder.
pub(super) const NAME: &str = "plan.xlsx";

/// The whole shipped territory, in place of the example's piece of it.
const TERRITORY: [(Kind, &str); 2] = [
    (Kind::Communes, include_str!("../../../data/pma/territory/communes.csv")),
    (Kind::Roads, include_str!("../../../data/pma/territory/roads.csv")),
];

/// The workbook as the only file of the folder.
///
/// # Errors
/// [`Outcome::BadInput`], told, if the territory cannot be read.
pub(super) fn files(args: &InitArgs, messages: &Messages, terminal: &Terminal) -> Result<Vec<File>, Outcome> {
    let tables = match &args.communes {
        Some(_) => elsewhere(args, terminal)?,
        None => tables(),
    };
    let (start, end) = (date(2027, 1, 4), date(2027, 4, 9));
    let scenario = defaults(messages.text("scenario-example-name", &[]), start, end);
    let start = Start { scenario, tables, file: NAME.to_owned() };
    let bytes = blank(&start, messages).map_err(|cause| {
        let variables = [("file", NAME.into()), ("cause", cause.into())];
        terminal.tell_error(&terminal.text("write-failed", &variables));
        Outcome::BadInput
    })?;
    Ok(vec![File::new(NAME, bytes)])
}

/// The example's tables over the whole shipped territory.
fn tables() -> Vec<(Kind, Rows)> {
    let table = |(name, text): &(&str, &str)| {
        let kind = Kind::named(name.trim_end_matches(".csv"))?;
        let whole = TERRITORY.iter().find(|(known, _)| *known == kind);
        Some((kind, rows(whole.map_or(*text, |(_, text)| text))))
    };
    TABLES.iter().filter_map(table).collect()
}

fn rows(text: &str) -> Rows {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let records = reader.records().map_while(Result::ok);
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

/// The example's tables over another territory.
fn elsewhere(args: &InitArgs, terminal: &Terminal) -> Result<Vec<(Kind, Rows)>, Outcome> {
    let communes = args.communes.as_deref().map(read_communes);
    let Some(communes) = communes else { return Ok(tables()) };
    let (communes, boundaries, found) = if let Some(path) = args.boundaries.as_deref() {
        let (communes, boundaries, found) = reading::both(communes, read_boundaries(path, None), terminal)?;
        (communes, Some(boundaries), found)
    } else {
        let (communes, found) = communes.map_err(|faults| reading::refuse(&faults, terminal))?;
        (communes, None, found)
    };
    reading::tell(&found, terminal);
    let derived = boundaries
        .map(|boundaries| roads_from_boundaries(&communes, &boundaries, &Estimate::default()).roads);
    let roads: Vec<Road> = derived.into_iter().flatten().map(|derived| derived.road).collect();
    Ok(moved(tables(), &communes, &roads))
}
