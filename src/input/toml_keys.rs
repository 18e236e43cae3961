//! Gives a key of a TOML text another value; every other byte is kept, including comments and line ends.
//!
//! A key whose value is removed becomes a comment, in the form in which `init` writes unset keys, and such a comment
//! becomes the key again: what it says about the key is kept.

use std::ops::Range;

use toml_edit::{Document, DocumentMut, Item, Table, TableLike};

use super::splice::spliced;

/// The text with the value `literal`, in TOML, for a key such as `costs.fee`; without the key if `literal` is `None`.
/// Returns `None` if the text is not TOML, or the key's section is not a section.
pub(crate) fn with_key(text: &str, key: &str, literal: Option<&str>) -> Option<String> {
    let document = Document::parse(text).ok()?;
    let (section, name) = key.rsplit_once('.').unwrap_or(("", key));
    let table: Option<&dyn TableLike> = match section {
        "" => Some(document.as_table()),
        _ => document.get(section).map(|item| item.as_table_like()).unwrap_or_default(),
    };
    if table.is_none() && document.contains_key(section) {
        return None;
    }
    let page = Page { text, section, name };
    let place = table.and_then(|table| page.place(table));
    let changed = match (place, literal) {
        (None, None) => return Some(text.to_owned()),
        (Some(place), Some(literal)) => Some(page.with(place.value, literal)),
        (Some(place), None) => page.commented(&place),
        (None, Some(literal)) => page.added(table, literal),
    };
    let is_so =
        |text: &String| value_of(text, section, name).is_some_and(|value| value.as_deref() == literal);
    changed.filter(is_so).or_else(|| edited(text, section, name, literal))
}

/// The ranges of a key and its value.
struct KeyPlace {
    key: Range<usize>,
    value: Range<usize>,
}

struct Page<'a> {
    text: &'a str,
    section: &'a str,
    name: &'a str,
}

impl Page<'_> {
    fn place(&self, table: &dyn TableLike) -> Option<KeyPlace> {
        let key = table.key(self.name)?.span()?;
        Some(KeyPlace { key, value: table.get(self.name)?.as_value()?.span()? })
    }

    fn with(&self, range: Range<usize>, new: &str) -> String {
        spliced(self.text, vec![(range, new.to_owned())])
    }

    /// The range of the line that contains a byte, without its line end.
    fn line(&self, byte: usize) -> Range<usize> {
        let start = self.text[..byte].rfind('\n').map_or(0, |end| end + 1);
        let end = self.text[byte..].find('\n').map_or(self.text.len(), |end| byte + end);
        start..end - usize::from(self.text[start..end].ends_with('\r'))
    }

    /// The text with the lines of a key as comments; `None` if something else is on its line.
    fn commented(&self, place: &KeyPlace) -> Option<String> {
        let first = self.line(place.key.start).start;
        let before = self.text[first..place.key.start].trim();
        let is_dotted = before.trim_end_matches('.').trim_end() == self.section && before.ends_with('.');
        let after = self.text[place.value.end..self.line(place.value.end).end].trim();
        if !(before.is_empty() || is_dotted) || !(after.is_empty() || after.starts_with('#')) {
            return None;
        }
        let within = self.text[first..place.value.end].match_indices('\n').map(|(at, _)| first + at + 1);
        let starts = std::iter::once(first).chain(within);
        Some(spliced(self.text, starts.map(|at| (at..at, "# ".to_owned())).collect()))
    }

    /// The text with a key that it lacks: in place of its comment, below the last key of its section, or with its
    /// section at the end.
    fn added(&self, table: Option<&dyn TableLike>, literal: &str) -> Option<String> {
        let line_end = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
        let setting = format!("{} = {literal}", self.name);
        let Some(table) = table else {
            let gap = if self.text.is_empty() || self.text.ends_with('\n') { "" } else { line_end };
            let section = format!("{gap}{line_end}[{}]{line_end}{setting}{line_end}", self.section);
            return Some(self.with(self.text.len()..self.text.len(), &section));
        };
        let extent = self.extent()?;
        if let Some((range, comment)) = self.comment(extent.clone()) {
            return Some(self.with(range, &(setting + comment)));
        }
        let values = table.iter().filter_map(|(_, item)| Some(item.as_value()?.span()?.end));
        let last = values.filter(|end| (extent.start..=extent.end).contains(end)).max();
        if last.is_none() && self.section.is_empty() {
            return Some(self.with(0..0, &format!("{setting}{line_end}")));
        }
        let at = self.line(last.unwrap_or(extent.start)).end;
        Some(self.with(at..at, &format!("{line_end}{setting}")))
    }

    /// From the heading of the section to the next heading.
    fn extent(&self) -> Option<Range<usize>> {
        let mut start = self.section.is_empty().then_some(0);
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            let heading = line.split('#').next().unwrap_or_default().trim();
            let name = heading.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
            match (name, start) {
                (Some(_), Some(start)) => return Some(start..at),
                (Some(name), None) if name.trim() == self.section => start = Some(at),
                _ => {}
            }
            at += line.len();
        }
        start.map(|start| start..at)
    }

    /// The line on which the key is a comment, and what follows its value there.
    fn comment(&self, extent: Range<usize>) -> Option<(Range<usize>, &str)> {
        let mut at = extent.start;
        for line in self.text[extent].split_inclusive('\n') {
            let whole = line.trim_end_matches(['\n', '\r']);
            let bare = whole.trim_start().trim_start_matches('#').trim_start();
            let value = bare.strip_prefix(self.name).and_then(|rest| rest.trim_start().strip_prefix('='));
            if let Some(value) = value.filter(|_| whole.trim_start().starts_with('#')) {
                let end = value.rfind('"').unwrap_or_default();
                let remark = value[end..].find('#').map_or("", |mark| {
                    let blank = value[..end + mark].trim_end().len();
                    &value[blank..]
                });
                return Some((at..at + whole.len(), remark));
            }
            at += line.len();
        }
        None
    }
}

/// The text of a key's value; `None` if `text` is not TOML, or `section` is not a section.
#[expect(clippy::option_option, reason = "no such text, or no such key")]
fn value_of(text: &str, section: &str, name: &str) -> Option<Option<String>> {
    let file: DocumentMut = text.parse().ok()?;
    let written = |item: &Item| item.as_value().map(|value| value.clone().decorated("", "").to_string());
    if section.is_empty() {
        return Some(file.get(name).and_then(written));
    }
    match file.get(section) {
        Some(table) => Some(table.as_table_like()?.get(name).and_then(written)),
        None => Some(None),
    }
}

/// The text with a key, edited as a TOML document: for sections on one line, and dotted keys.
fn edited(text: &str, section: &str, name: &str, literal: Option<&str>) -> Option<String> {
    let mut file: DocumentMut = text.parse().ok()?;
    let table: &mut dyn TableLike = match section {
        "" => file.as_table_mut(),
        _ => file.entry(section).or_insert(Item::Table(Table::new())).as_table_like_mut()?,
    };
    match literal {
        Some(literal) => {
            let mut value: toml_edit::Value = literal.parse().ok()?;
            if let Some(before) = table.get(name).and_then(Item::as_value) {
                *value.decor_mut() = before.decor().clone();
            }
            table.insert(name, Item::Value(value));
        }
        None => _ = table.remove(name),
    }
    Some(file.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, key: &str, literal: Option<&str>, expected: &str) {
        assert_eq!(with_key(text, key, literal).as_deref(), Some(expected));
    }

    #[test]
    fn a_value_is_replaced_and_every_other_byte_stays() {
        let text = "name = \"a\"\r\n[costs]   # euros\r\nfee =  35.0    # each\r\n\tcycle_setup=60\r\n";
        check(text, "costs.fee", Some("40"), &text.replace("35.0", "40"));
        check(text, "name", Some("\"b\""), &text.replace("\"a\"", "\"b\""));
        check(text, "costs.fee", Some("35.0"), text);
    }

    #[test]
    fn a_key_without_a_value_is_a_comment_and_comes_back_with_what_it_says() {
        let text =
            "[costs]\nfee = 35 # each\nmax_gross = 5_000  # the budget\n\n# Weights.\n[weights]\naway = 1\n";
        let without = text.replace("max_gross", "# max_gross");
        check(text, "costs.max_gross", None, &without);
        check(&without, "costs.max_gross", Some("7"), &text.replace("5_000", "7"));
        let list = "[hosts]\ncommunes = [\n  \"25304\",\n]\n";
        check(list, "hosts.communes", None, "[hosts]\n# communes = [\n#   \"25304\",\n# ]\n");
        check(text, "costs.prep_minutes", None, text);
    }

    #[test]
    fn a_new_key_comes_below_the_last_of_its_section_or_with_it() {
        let text = "name = \"a\"\n[costs]\nfee = 35 # each\n\n# Weights.\n[weights]\n";
        check(
            text,
            "costs.prep_minutes",
            Some("20"),
            &text.replace("# each\n", "# each\nprep_minutes = 20\n"),
        );
        check(text, "weights.away", Some("2"), &format!("{text}away = 2\n"));
        check(text, "solver.seed", Some("7"), &format!("{text}\n[solver]\nseed = 7\n"));
        check("[costs]\nfee = 1", "name", Some("\"x\""), "name = \"x\"\n[costs]\nfee = 1");
    }

    #[test]
    fn sections_on_one_line_and_keys_with_points_are_written_as_well() {
        check("cycle = { sessions = 5 }\n", "cycle.sessions", Some("4"), "cycle = { sessions = 4 }\n");
        let read = with_key("cycle = { sessions = 5 }\n", "cycle.min_group", Some("4")).expect("TOML");
        assert_eq!(value_of(&read, "cycle", "min_group"), Some(Some("4".to_owned())));
        check("cycle.sessions = 5\n", "cycle.sessions", None, "# cycle.sessions = 5\n");
        let read = with_key("cycle.sessions = 5\n", "cycle.min_group", Some("4")).expect("TOML");
        assert_eq!(value_of(&read, "cycle", "sessions"), Some(Some("5".to_owned())));
        assert_eq!(with_key("costs = 3\n", "costs.fee", Some("4")), None);
        assert_eq!(with_key("[costs\n", "costs.fee", Some("4")), None);
    }
}
