//! One workbook to fill in, with the territory and invented examples.

use std::io;
use std::path::Path;

use jiff::civil::date;

use super::template::defaults;
use super::{Elsewhere, TABLES, worded};
use crate::app::common::Failure;
use crate::app::reading::both;
use crate::diagnostics::{Diagnostic, WithWarnings};
use crate::forms::blank::{Start, blank};
use crate::forms::territory::{Rows, moved};
use crate::input::tables::kind::Kind;
use crate::input::{read_boundaries_from, read_communes_from};
use crate::messages::Messages;
use crate::output::File;
use crate::territory::{Estimate, Road, roads_from_boundaries};

/// The workbook's name in the folder.
pub(super) const NAME: &str = "plan.xlsx";

/// The whole shipped territory, instead of the example's part of it.
const TERRITORY: [(Kind, &str); 2] = [
    (Kind::Communes, include_str!("../../../data/pma/territory/communes.csv")),
    (Kind::Roads, include_str!("../../../data/pma/territory/roads.csv")),
];

/// The workbook, and warnings of another territory.
///
/// # Errors
/// If the territory cannot be read.
pub(super) fn file(
    folder: &Path,
    elsewhere: Option<&Elsewhere>,
    messages: &Messages,
) -> Result<(File, Vec<Diagnostic>), Failure> {
    let (tables, warnings) = match elsewhere {
        Some(elsewhere) => self::elsewhere(elsewhere, messages).map_err(Failure::input)?,
        None => (tables(messages), Vec::new()),
    };
    let (start, end) = (date(2027, 1, 4), date(2027, 4, 9));
    let scenario = defaults(messages.text("scenario-example-name", &[]), start, end);
    let start = Start { scenario, tables, file: NAME.to_owned() };
    let bytes = blank(&start, messages)
        .map_err(|cause| Failure::file(&folder.join(NAME), io::Error::other(cause)))?;
    Ok((File::new(NAME, bytes), warnings))
}

/// The example's tables over the whole shipped territory.
fn tables(messages: &Messages) -> Vec<(Kind, Rows)> {
    let table = |(name, text): &(&str, &str)| {
        let kind = Kind::named(name.trim_end_matches(".csv"))?;
        let whole = TERRITORY.iter().find(|(known, _)| *known == kind);
        Some((kind, rows(whole.map_or(*text, |(_, text)| text), messages)))
    };
    TABLES.iter().filter_map(table).collect()
}

fn rows(text: &str, messages: &Messages) -> Rows {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let records = reader.records().map_while(Result::ok);
    records.map(|record| record.iter().map(|field| worded(field, messages)).collect()).collect()
}

/// The example's tables over another territory.
fn elsewhere(elsewhere: &Elsewhere, messages: &Messages) -> WithWarnings<Vec<(Kind, Rows)>> {
    let communes = read_communes_from(elsewhere.sources, elsewhere.communes);
    let ((communes, boundaries), warnings) = match elsewhere.boundaries {
        Some(path) => both(communes, read_boundaries_from(elsewhere.sources, path, None))
            .map(|((communes, boundaries), warnings)| ((communes, Some(boundaries)), warnings)),
        None => communes.map(|(communes, warnings)| ((communes, None), warnings)),
    }?;
    let derived = boundaries
        .map(|boundaries| roads_from_boundaries(&communes, &boundaries, &Estimate::default()).roads);
    let roads: Vec<Road> = derived.into_iter().flatten().map(|derived| derived.road).collect();
    Ok((moved(tables(messages), &communes, &roads), warnings))
}
