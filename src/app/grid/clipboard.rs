//! The clipboard format of spreadsheets: rows on lines, cells separated by tabs; a cell with a tab, line break or quote is quoted.

/// The rows of a copied block. A line end after the last row does not start another one.
pub fn block(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.strip_suffix('\n').unwrap_or(&text);
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let mut rest = Some(text);
    while let Some(left) = rest {
        let (cell, after) = quoted(left).unwrap_or_else(|| plain(left));
        row.push(cell);
        if after.starts_with('\n') {
            rows.push(std::mem::take(&mut row));
        }
        rest = after.get(1..);
    }
    rows.push(row);
    rows
}

/// Rows of cells in the clipboard format.
pub fn text<C: AsRef<str>>(rows: impl IntoIterator<Item = impl IntoIterator<Item = C>>) -> String {
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> = row.into_iter().map(|cell| written(cell.as_ref())).collect();
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
    text
}

/// A cell, quoted if necessary.
fn written(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r', '"']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// An unquoted cell, and the rest of the text.
fn plain(text: &str) -> (String, &str) {
    let end = text.find(['\t', '\n']).unwrap_or(text.len());
    (text[..end].to_owned(), &text[end..])
}

/// A quoted cell, and the rest; `None` if the text does not start with a quote, or with one that is an ordinary character.
fn quoted(text: &str) -> Option<(String, &str)> {
    let inner = text.strip_prefix('"')?;
    let mut at = 0;
    loop {
        at += inner[at..].find('"')?;
        if inner[at + 1..].starts_with('"') {
            at += 2;
            continue;
        }
        let after = &inner[at + 1..];
        let is_end = after.is_empty() || after.starts_with(['\t', '\n']);
        return is_end.then(|| (inner[..at].replace("\"\"", "\""), after));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_cells_are_those_of_the_spreadsheet() {
        assert_eq!(block("R1\t25304\nR2\t\r\n"), [["R1", "25304"], ["R2", ""]]);
        assert_eq!(block("a\n\nb"), [["a"], [""], ["b"]], "an empty cell of one column");
        assert_eq!(block(""), [[""]]);
        assert_eq!(block("x\n"), [["x"]]);
    }

    #[test]
    fn cells_in_quotes_hold_anything_and_other_quotes_are_letters() {
        let cells = block("\"mardi\n14h\"\t\"dit \"\"Jo\"\"\"\ty");
        assert_eq!(cells, [["mardi\n14h", "dit \"Jo\"", "y"]]);
        assert_eq!(text([["mardi\n14h", "dit \"Jo\"", "y"]]), "\"mardi\n14h\"\t\"dit \"\"Jo\"\"\"\ty\n");
        assert_eq!(block(&text([["a\tb", ""], ["", "\"c\""]])), [["a\tb", ""], ["", "\"c\""]], "and back");
        assert_eq!(block("\"open\tb\n\"a\" b\tc"), [["\"open", "b"], ["\"a\" b", "c"]]);
    }
}
