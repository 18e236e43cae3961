//! Tables made from a table: its first rows, or its residents several times.
//!
//! The result is plain (commas, UTF-8, no byte-order mark), whatever spreadsheet wrote the original.

use csv::StringRecord;

use super::parts::Parts;
use super::tables::kind::Kind;

/// The first `n` rows of a table; `None` if it has fewer.
pub fn first(kind: Kind, parts: &Parts, n: usize) -> Option<Vec<u8>> {
    let (header, rows) = parts.records(kind.columns())?;
    (n <= rows.len()).then(|| written(&header, rows.iter().take(n)))
}

/// The number of rows of a table.
pub fn count(kind: Kind, parts: &Parts) -> usize {
    parts.records(kind.columns()).map_or(0, |(_, rows)| rows.len())
}

/// A table of residents with every party `factor` times: the whole part of `factor` for all parties, and one more for
/// its fraction of the parties, spread evenly over the table.
///
/// Copies get identifiers of their own (`R00017-2`). A larger factor keeps every resident that a smaller one yields.
pub fn multiplied(parts: &Parts, factor: f64) -> Option<Vec<u8>> {
    let (header, rows) = parts.records(Kind::Residents.columns())?;
    let position = |name: &str| header.iter().position(|column| column.trim().eq_ignore_ascii_case(name));
    let (id, party) = (position("id")?, position("party"));
    let party_of = |row: &StringRecord| -> Option<String> {
        party
            .and_then(|party| row.get(party))
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
    };
    let mut parties: Vec<Vec<StringRecord>> = Vec::new();
    let mut known = std::collections::HashMap::new();
    for row in rows {
        match party_of(&row) {
            Some(name) => {
                let place = *known.entry(name).or_insert(parties.len());
                if place == parties.len() {
                    parties.push(Vec::new());
                }
                parties[place].push(row);
            }
            None => parties.push(vec![row]),
        }
    }
    let mut made = Vec::new();
    for (rank, members) in parties.iter().enumerate() {
        let is_one_more = radical_inverse(rank as u64) < factor.fract();
        let copies = factor.trunc() as usize + usize::from(is_one_more);
        for copy in 1..=copies {
            made.extend(members.iter().map(|row| copied(row, copy, id, party)));
        }
    }
    Some(written(&header, made.iter()))
}

/// A row with the identifier of its copy; the first copy is the row itself.
fn copied(row: &StringRecord, copy: usize, id: usize, party: Option<usize>) -> StringRecord {
    let renamed = |(position, field): (usize, &str)| {
        let is_name = position == id || Some(position) == party;
        if copy > 1 && is_name && !field.trim().is_empty() {
            format!("{}-{copy}", field.trim())
        } else {
            field.to_owned()
        }
    };
    row.iter().enumerate().map(renamed).collect()
}

/// The binary digits of a number mirrored at the point: 0, 1/2, 1/4, 3/4, 1/8, … fill the unit interval evenly.
fn radical_inverse(number: u64) -> f64 {
    number.reverse_bits() as f64 / 2.0_f64.powi(64)
}

pub(super) fn written<'a>(header: &'a StringRecord, rows: impl Iterator<Item = &'a StringRecord>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for record in std::iter::once(header).chain(rows) {
        writer.write_record(record).expect("memory takes all records");
    }
    writer.into_inner().expect("memory takes all bytes")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::input::sheet::Sheet;
    use crate::input::source::Source;

    fn source(text: &str) -> Parts {
        let source = Source { name: "t.csv".to_owned(), text: text.to_owned() };
        Parts::new(vec![Arc::new(Sheet::Text(source))], 1)
    }

    fn text(bytes: Option<Vec<u8>>) -> String {
        String::from_utf8(bytes.expect("a table")).expect("UTF-8")
    }

    #[test]
    fn the_first_rows_of_a_spreadsheets_table_are_plain() {
        let table = source("id;name;base\nT1;\"Ana; née\";25388\nT2;Bob;25031\n\nT3;Cam;25463\n");
        assert_eq!(text(first(Kind::Trainers, &table, 1)), "id,name,base\nT1,Ana; née,25388\n");
        assert_eq!(count(Kind::Trainers, &table), 3);
        assert_eq!(first(Kind::Trainers, &table, 4), None);
    }

    #[test]
    fn parties_are_multiplied_whole_and_a_larger_factor_keeps_everybody() {
        let table = source("id,commune,party\nR1,a,P\nR2,a,\nR3,b,P\nR4,b,\nR5,c,\n");
        // Parties in order: P (R1, R3), R2, R4, R5; half of them, 1 and 3 by rank 0, 2: P and R4.
        assert_eq!(text(multiplied(&table, 0.5)), "id,commune,party\nR1,a,P\nR3,b,P\nR4,b,\n");
        let more = text(multiplied(&table, 1.5));
        assert_eq!(
            more,
            "id,commune,party\nR1,a,P\nR3,b,P\nR1-2,a,P-2\nR3-2,b,P-2\nR2,a,\nR4,b,\nR4-2,b,\nR5,c,\n"
        );
        assert_eq!(text(multiplied(&table, 2.0)).lines().count(), 11);
        assert_eq!(text(multiplied(&table, 0.0)).lines().count(), 1);
    }
}
