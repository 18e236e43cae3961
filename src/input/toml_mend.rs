//! Reads TOML with mistakes as far as possible: one mistake must not hide all others, nor those of the tables.
//!
//! A TOML parser stops at the first mistake. Here the line at which it stops is corrected, if it has one of the common
//! mistakes ([`MISTAKES`](super::toml_line::MISTAKES)), or else left out; then the text is parsed again. Each mistake is
//! a fault, reported in the catalogue's words with the corrected line. Nothing is built from such a file.
//!
//! # Cost
//! One parse of the text for each mistake, and a parse of the section before it for each way to correct it.

use toml_edit::Document;

use super::source::Source;
use super::toml_line::{MISTAKES, is_key};
use crate::diagnostics::{Code, Diagnostic, Fact, Faults, Place};

/// Number of mistakes after which the reader gives up on a file.
const MOST_MISTAKES: usize = 20;

/// A text that is TOML.
#[derive(Debug)]
pub(crate) struct Mended {
    pub(crate) source: Source,
    /// Keys whose lines were left out.
    pub(crate) lost: Vec<String>,
}

/// Where a parser stops.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stop {
    /// From 0.
    line: usize,
    /// Bytes of the line before it.
    byte: usize,
    message: String,
}

/// The file as TOML, with its mistakes reported; `None` if it cannot be made TOML.
pub(crate) fn mended(source: &Source, faults: &mut Faults) -> Option<Mended> {
    let mut text = Lines { lines: source.text.split('\n').map(str::to_owned).collect(), lost: Vec::new() };
    for _ in 0..MOST_MISTAKES {
        let whole = text.lines.join("\n");
        let Some(stop) = stop(&whole) else {
            return Some(Mended {
                source: Source { name: source.name.clone(), text: whole },
                lost: text.lost,
            });
        };
        if stop.message.contains("multi-line") {
            // Everything that follows belongs to the text that is never closed.
            faults.add(text.unclosed_text(&source.name));
            return None;
        }
        faults.add(text.mend(&stop, &source.name));
        if !text.has_passed(&stop) {
            return None;
        }
    }
    None
}

/// The first mistake of a text.
fn stop(text: &str) -> Option<Stop> {
    let error = Document::parse(text).err()?;
    let byte = error.span().map_or(0, |span| span.start).min(text.trim_end().len());
    let before = text.get(..byte).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let message = error.message().to_owned();
    Some(Stop { line: before.matches('\n').count(), byte: byte - start, message })
}

/// The lines of a text that is being corrected, and the keys left out.
struct Lines {
    lines: Vec<String>,
    lost: Vec<String>,
}

impl Lines {
    /// Corrects the line of a mistake, or leaves it out; returns the fault that reports it.
    fn mend(&mut self, stop: &Stop, file: &str) -> Diagnostic {
        let line = self.lines[stop.line].clone();
        let character = line.get(..stop.byte).unwrap_or_default().chars().count() as u64 + 1;
        let fault = |line: usize| Diagnostic::new(Code::TomlSyntax, Place::line(file, line as u64 + 1));
        let told = |fault: Diagnostic, cause, text: &str| {
            fault.with("cause", Fact::Message(cause)).with("value", text.trim())
        };
        let mut here = fault(stop.line);
        here.at = here.at.character(character);
        if stop.message.starts_with("duplicate key") {
            return told(here, self.leave_out_double(stop.line), &line);
        }
        // A list ends before a key, a section or the end.
        let ends_list = line.contains('=') || line.trim_start().starts_with('[');
        let may_be_open = ends_list || stop.message.starts_with("unclosed array");
        if let Some((position, meant)) = self.closed_list(stop).filter(|_| may_be_open) {
            let unclosed = std::mem::replace(&mut self.lines[position], meant.clone());
            return told(fault(position), "toml-unclosed-list", &unclosed)
                .suggesting("hint-write", Some(meant.trim()));
        }
        if let Some((cause, meant)) = self.meant(stop) {
            self.lines[stop.line].clone_from(&meant);
            return told(here, cause, &line).suggesting("hint-write", Some(meant.trim()));
        }
        self.lost.extend(self.key(stop.line));
        self.lines[stop.line].clear();
        told(here, cause(&line), &line)
    }

    /// The fault of a multi-line text that is never closed.
    fn unclosed_text(&self, file: &str) -> Diagnostic {
        let is_mark = |line: &&String| line.contains("\"\"\"") || line.contains("'''");
        let line = self.lines.iter().rev().find(is_mark).map_or("", String::as_str);
        let position = self.lines.iter().rposition(|it| is_mark(&it)).unwrap_or_default();
        let fault = Diagnostic::new(Code::TomlSyntax, Place::line(file, position as u64 + 1));
        fault.with("cause", Fact::Message("toml-unclosed-quote")).with("value", line.trim())
    }

    /// Whether the mistake is gone. A parser does not report mistakes in the order of their lines.
    fn has_passed(&self, before: &Stop) -> bool {
        let is_other = |next: Stop| next.line != before.line || before.byte < next.byte;
        stop(&self.lines.join("\n")).is_none_or(is_other)
    }

    /// The corrected line of a mistake, with the message of its first mistake.
    fn meant(&self, stop: &Stop) -> Option<(&'static str, String)> {
        let mut line = self.lines[stop.line].clone();
        let (mut first, mut byte) = (None, stop.byte);
        for _ in 0..MISTAKES.len() {
            let tried = MISTAKES.iter().filter_map(|(cause, mend)| Some((*cause, mend(&line)?)));
            let tried = tried.filter(|(_, meant)| meant.trim() != line.trim());
            let after = |meant: &str| self.stop_within(stop.line, meant);
            let (cause, meant, next) = tried
                .map(|(cause, meant)| {
                    let next = after(&meant);
                    (cause, meant, next)
                })
                .find(|(_, _, next)| next.is_none_or(|next| byte < next))?;
            first = first.or(Some(cause));
            line = meant;
            match next {
                None => return first.map(|first| (first, line)),
                Some(next) => byte = next,
            }
        }
        None
    }

    /// Bytes before the first mistake of `line`, if it replaced the line at `position`; `None` if it has none.
    fn stop_within(&self, position: usize, line: &str) -> Option<usize> {
        let alone = stop(line)?;
        let Some(start) = self.open_list(position) else { return Some(alone.byte) };
        let mut lines: Vec<&str> = self.lines[start..position].iter().map(String::as_str).collect();
        lines.extend([line, "]"]);
        let found = stop(&lines.join("\n"))?;
        (found.line == position - start).then_some(found.byte)
    }

    /// The line on which a list opens that contains a line; `None` if it is not inside a list.
    fn open_list(&self, position: usize) -> Option<usize> {
        let start = (0..position).rev().find(|&before| self.lines[before].contains('='))?;
        let opens =
            self.lines[start].split_once('=').is_some_and(|(_, value)| value.trim_start().starts_with('['));
        let is_open = self.lines[start..position].iter().all(|line| !line.contains(']'));
        (opens && is_open).then_some(start)
    }

    /// The end of a list that is never closed, with a bracket added: the line before the mistake or, at the end, the
    /// last.
    fn closed_list(&self, stop: &Stop) -> Option<(usize, String)> {
        let until = if stop.message.starts_with("unclosed array") { stop.line + 1 } else { stop.line };
        let position = (0..until).rev().find(|&line| !self.lines[line].trim().is_empty())?;
        let meant = format!("{}]", self.lines[position].trim_end());
        let mut closed = Self { lines: self.lines.clone(), lost: Vec::new() };
        closed.lines[position].clone_from(&meant);
        let is_fine = self::stop(&closed.lines.join("\n")).is_none_or(|next| next.line != position);
        (is_fine && closed.has_passed(stop)).then_some((position, meant))
    }

    /// Leaves out a key or a section that appears before.
    fn leave_out_double(&mut self, position: usize) -> &'static str {
        let is_header = |line: &String| line.trim_start().starts_with('[');
        if !is_header(&self.lines[position]) {
            self.lines[position].clear();
            return "toml-key-twice";
        }
        let below = self.lines[position + 1..].iter().position(is_header);
        let until = below.map_or(self.lines.len(), |below| position + 1 + below);
        self.lines[position..until].iter_mut().for_each(String::clear);
        "toml-section-twice"
    }

    /// The key that a line sets, with its section.
    fn key(&self, position: usize) -> Option<String> {
        let key = self.lines[position].split(['=', ':']).next()?.trim().trim_matches('"');
        let mut above = self.lines[..position].iter().rev().map(|line| line.trim());
        let section = above.find_map(|line| Some(line.strip_prefix('[')?.split_once(']')?.0.trim()));
        let section = section.map_or(String::new(), |section| format!("{section}."));
        is_key(key).then(|| format!("{section}{key}"))
    }
}

/// The message for a line that has none of the common mistakes.
fn cause(line: &str) -> &'static str {
    let line = line.split('#').next().unwrap_or_default().trim();
    match line.split_once('=') {
        Some((_, "")) => "toml-no-value",
        None if !line.starts_with('[') => "toml-no-equals",
        _ => "toml-unclear",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text as it is read, and for each mistake its cause and the proposed line.
    fn read(text: &str) -> (Option<String>, Vec<(String, Option<String>)>) {
        let mut faults = Faults::default();
        let source = Source { name: "scenario.toml".to_owned(), text: text.to_owned() };
        let read = mended(&source, &mut faults).map(|mended| mended.source.text);
        let told = |fault: &Diagnostic| {
            let cause = fault.facts.iter().find_map(|(name, fact)| match fact {
                Fact::Message(key) if *name == "cause" => Some((*key).to_owned()),
                _ => None,
            });
            let hint = fault.hint.as_ref().and_then(|hint| match &hint.facts[0].1 {
                Fact::Text(meant) => Some(meant.clone()),
                _ => None,
            });
            (cause.unwrap_or_default(), hint)
        };
        (read, faults.into_sorted().iter().map(told).collect())
    }

    #[track_caller]
    fn meant(line: &str, cause: &str, meant: &str) {
        let text = format!("[costs]\nbefore = 1\n{line}\nafter = 2\n[next]\nkey = 3\n");
        let expected = text.replace(line, meant);
        let (read, told) = read(&text);
        assert_eq!(told, [(cause.to_owned(), Some(meant.to_owned()))], "{line}");
        assert_eq!(read, Some(expected), "{line}");
    }

    #[test]
    fn usual_mistakes_are_told_with_the_line_as_it_was_meant() {
        meant("fee = 35,00", "toml-number", "fee = 35.00");
        meant("fee = 35,5 # euros", "toml-number", "fee = 35.5 # euros");
        meant("max_gross = 50 000", "toml-number", "max_gross = 50000");
        meant("fee = 35 €", "toml-number", "fee = 35");
        meant("fee = .5", "toml-number", "fee = 0.5");
        meant("seed = 007", "toml-number", "seed = 7");
        meant("gap = 1 %", "toml-number", "gap = 0.01");
        meant("start = 02/02/2027", "toml-date", "start = 2027-02-02");
        meant("start = 2027-2-2", "toml-date", "start = 2027-02-02");
        meant("kits = \"data\\kits.csv\"", "toml-backslash", "kits = \"data/kits.csv\"");
        meant("kits = \"C:\\Users\\moi\\kits.csv\"", "toml-backslash", "kits = \"C:/Users/moi/kits.csv\"");
        meant("name = “rollout”", "toml-curly-quotes", "name = \"rollout\"");
        meant("name = «\u{a0}rollout\u{a0}»", "toml-curly-quotes", "name = \"rollout\"");
        meant("name = ‘rollout’", "toml-curly-quotes", "name = \"rollout\"");
        meant("kits = “data\\kits.csv”", "toml-curly-quotes", "kits = \"data/kits.csv\"");
        meant("name = rollout", "toml-unquoted", "name = \"rollout\"");
        meant("kits = kits.csv", "toml-unquoted", "kits = \"kits.csv\"");
        meant("fee: 35", "toml-colon", "fee = 35");
        meant("fee: 35,00", "toml-colon", "fee = 35.00");
        meant("[cycle", "toml-section", "[cycle]");
        meant("[cycle]]", "toml-section", "[cycle]");
        meant("name = \"rollout", "toml-unclosed-quote", "name = \"rollout\"");
        meant("fee = 35,", "toml-number", "fee = 35");
        meant("name = \"a\";", "toml-more-after-value", "name = \"a\"");
        meant("// fees", "toml-more-after-value", "# fees");
        meant("max group = 4", "toml-key", "\"max group\" = 4");
        meant("communes = [25388, 01004]", "toml-list-of-codes", "communes = [\"25388\", \"01004\"]");
        meant("communes = [“25388”, “01004”]", "toml-curly-quotes", "communes = [\"25388\", \"01004\"]");
        meant("communes = [\"25388\"", "toml-unclosed-list", "communes = [\"25388\"]");
    }

    #[test]
    fn a_line_that_says_nothing_is_left_out_and_the_rest_is_read() {
        let (text, told) = read("a = 1\n???\nfee =\nb = 2\na = 3\n");
        assert_eq!(text.as_deref(), Some("a = 1\n\n\nb = 2\n\n"));
        let causes: Vec<&str> = told.iter().map(|(cause, _)| cause.as_str()).collect();
        assert_eq!(causes, ["toml-no-equals", "toml-no-value", "toml-key-twice"]);
        let (text, told) = read("[a]\nx = 1\n[a]\ny = 1\n[b]\nz = 1\n");
        assert_eq!(text.as_deref(), Some("[a]\nx = 1\n\n\n[b]\nz = 1\n"));
        assert_eq!(told[0].0, "toml-section-twice");
    }

    #[test]
    fn mistakes_of_one_section_are_all_mended_whichever_the_parser_tells_first() {
        let (text, told) = read("[a]\nx = “y”\nz = 1,5\nc = [\n  \"1\",\n  01,\n  “2”,\n]\nd = 01/02/27\n");
        let expected = "[a]\nx = \"y\"\nz = 1.5\nc = [\n  \"1\",\n\"01\", \n  \"2\",\n]\nd = 2027-02-01\n";
        assert_eq!(text.as_deref(), Some(expected));
        let causes: Vec<&str> = told.iter().map(|(cause, _)| cause.as_str()).collect();
        let expected =
            ["toml-curly-quotes", "toml-number", "toml-list-of-codes", "toml-curly-quotes", "toml-date"];
        assert_eq!(causes, expected);
    }

    #[test]
    fn what_is_no_toml_is_given_up() {
        let (text, told) = read("a = 1\nname = \"\"\"x\nb = 1\n");
        assert_eq!((text, told), (None, vec![("toml-unclosed-quote".to_owned(), None)]));
        let lines: String = (0..30).map(|_| "id;tablets;depot\n").collect();
        assert_eq!(read(&lines).1.len(), MOST_MISTAKES);
    }

    #[test]
    fn toml_without_mistakes_stays_as_it_is() {
        let text = "a = \"C:\\\\x\" # “curly”\r\nb = '''\nl'un\n'''\n";
        assert_eq!(read(text), (Some(text.to_owned()), vec![]));
    }
}
