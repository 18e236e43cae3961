//! Common mistakes in a line of TOML, and their corrections.

use super::value::{self, without_unit};
use super::when;
use crate::instance::units::NANO;

/// A mistake: the key of its message, and the corrected line; `None` if the line does not have the mistake.
pub(super) type Mistake = (&'static str, fn(&str) -> Option<String>);

/// The common mistakes; those that could be taken for others come first.
pub(super) const MISTAKES: [Mistake; 12] = [
    ("toml-curly-quotes", straight_quotes),
    ("toml-backslash", slashes),
    ("toml-date", date),
    ("toml-number", number),
    ("toml-section", section),
    ("toml-list-of-codes", list_of_codes),
    ("toml-colon", equals_sign),
    ("toml-unclosed-quote", closed_quote),
    ("toml-more-after-value", nothing_after),
    ("toml-key", quoted_key),
    ("toml-unquoted", quoted),
    ("toml-space", plain_spaces),
];

/// A line that sets a key: everything up to and including the `=`, the value, and the comment after it.
struct Parts<'a> {
    key: &'a str,
    value: &'a str,
    comment: &'a str,
}

impl<'a> Parts<'a> {
    fn of(line: &'a str) -> Option<Self> {
        let equals = line.find('=')?;
        let (key, rest) = line.split_at(equals + 1);
        let comment = rest.find('#').filter(|&hash| rest[..hash].matches('"').count().is_multiple_of(2));
        let (value, comment) = rest.split_at(comment.unwrap_or(rest.len()));
        Some(Self { key, value: value.trim(), comment })
    }

    fn with(&self, value: &str) -> String {
        let comment = if self.comment.is_empty() { String::new() } else { format!(" {}", self.comment) };
        format!("{} {value}{comment}", self.key)
    }
}

/// `“rollout”`, `« rollout »`, `‘rollout’`, as word processors write quotation marks.
fn straight_quotes(curly: &str) -> Option<String> {
    let mut line = curly.to_owned();
    for (curly, straight) in [
        ("«\u{a0}", "\""),
        ("«\u{202f}", "\""),
        ("« ", "\""),
        ("\u{a0}»", "\""),
        ("\u{202f}»", "\""),
        (" »", "\""),
    ] {
        line = line.replace(curly, straight);
    }
    line = line.replace(['“', '”', '„', '‟', '«', '»'], "\"");
    if let Some(parts) = Parts::of(&line).filter(|parts| parts.value.starts_with(['‘', '’'])) {
        line = parts.with(&format!("\"{}\"", parts.value.trim_matches(['‘', '’', '\''])));
    }
    (line != curly).then_some(line)
}

/// `"data\communes.csv"`, as Windows writes paths.
fn slashes(line: &str) -> Option<String> {
    line.contains('\\').then(|| line.replace("\\\\", "/").replace('\\', "/"))
}

/// `02/02/2027`, `2027-2-2`.
fn date(line: &str) -> Option<String> {
    let parts = Parts::of(line)?;
    Some(parts.with(&when::date(parts.value).ok()?.to_string()))
}

/// `35,00`, `50 000`, `35 €`, `.5`, `007`, `1 %`.
fn number(line: &str) -> Option<String> {
    let parts = Parts::of(line)?;
    let text = without_unit(parts.value, &["€", "euros", "eur", "min", "minutes", "km", "h", "s"]);
    let is_percentage = text.ends_with('%');
    let text = text.trim_end_matches('%').trim_end();
    let widest = i64::MIN / NANO..=i64::MAX / NANO;
    let nano = value::decimal(text, &widest).ok()?;
    let (sign, nano) =
        (if nano < 0 { "-" } else { "" }, nano.unsigned_abs() / if is_percentage { 100 } else { 1 });
    let one = NANO.unsigned_abs();
    let decimals = format!("{:09}", nano % one);
    let kept =
        text.split_once(['.', ',']).map_or(0, |(_, decimals)| if is_percentage { 0 } else { decimals.len() });
    let decimals = &decimals[..kept.max(decimals.trim_end_matches('0').len()).min(9)];
    let mark = if decimals.is_empty() { "" } else { "." };
    Some(parts.with(&format!("{sign}{}{mark}{decimals}", nano / one)))
}

/// `[25388, 01004]`: codes are texts, and a number must not begin with a zero.
fn list_of_codes(line: &str) -> Option<String> {
    let (head, list) = line.split_once('[').unwrap_or(("", line));
    let (list, tail) = list.split_once(']').map_or((list, None), |(list, tail)| (list, Some(tail)));
    let is_code = |code: &str| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let quoted = |code: &str| {
        if is_code(code.trim()) { format!("\"{}\"", code.trim()) } else { code.trim().to_owned() }
    };
    let codes: Vec<String> = list.split([',', ';']).map(quoted).collect();
    let opening = if line.contains('[') { "[" } else { "" };
    let closing = tail.map_or(String::new(), |tail| format!("]{tail}"));
    (!list.contains('=')).then(|| format!("{head}{opening}{}{closing}", codes.join(", ")))
}

/// `fee: 35`.
fn equals_sign(line: &str) -> Option<String> {
    let (key, value) = line.split_once(':').filter(|(key, _)| is_key(key.trim()))?;
    Some(format!("{key} = {}", value.trim_start_matches('=').trim()))
}

/// `[cycle`, `[cycle]]`, `cycle]`.
fn section(line: &str) -> Option<String> {
    let name = line.split('#').next()?.trim();
    let bare = name.trim_matches(['[', ']', ' ', ':']);
    let (opening, closing) = if name.starts_with("[[") { ("[[", "]]") } else { ("[", "]") };
    (name.contains(['[', ']']) && is_key(bare)).then(|| format!("{opening}{bare}{closing}"))
}

/// `"rollout`, `'rollout`.
fn closed_quote(line: &str) -> Option<String> {
    let parts = Parts::of(line)?;
    let quote = parts.value.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    let inner = parts.value.trim_matches(quote).trim_end();
    Some(parts.with(&format!("{quote}{inner}{quote}")))
}

/// `35,`, `35;`, `35 // euros`.
fn nothing_after(line: &str) -> Option<String> {
    let parts = Parts::of(line);
    if line.trim_start().starts_with("//") {
        return Some(line.replacen("//", "#", 1));
    }
    let Parts { key, value, comment } = parts?;
    if let Some((value, remark)) =
        value.split_once("//").filter(|(value, _)| !value.contains('"') || value.ends_with("\" "))
    {
        return Some(format!("{key} {} # {}", value.trim(), remark.trim()));
    }
    let bare = value.trim_end_matches([',', ';', '.']);
    (bare.len() < value.len()).then(|| Parts { key, value, comment }.with(bare.trim_end()))
}

/// `max group = 4`, `durée = 4`: a key with other characters is put in quotes, to be reported as unknown.
fn quoted_key(line: &str) -> Option<String> {
    let (key, value) = line.split_once('=')?;
    let key = key.trim();
    let is_plain = !key.is_empty() && !key.contains(['"', '\'', '[', '\\', ':', '#']) && !is_key(key);
    is_plain.then(|| format!("\"{}\" = {}", key.replace(char::is_whitespace, " "), value.trim()))
}

/// `name = rollout`.
fn quoted(line: &str) -> Option<String> {
    let parts = Parts::of(line)?;
    let value = parts.value;
    let is_text = !value.is_empty() && !value.contains(['"', '\\']) && !value.starts_with(['\'', '[', '{']);
    is_text.then(|| parts.with(&format!("\"{value}\"")))
}

/// No-break spaces, which web pages and word processors insert for typed spaces.
fn plain_spaces(line: &str) -> Option<String> {
    let hard = ['\u{a0}', '\u{202f}', '\u{2007}', '\u{feff}'];
    line.contains(hard).then(|| line.replace(hard, " "))
}

/// Whether a text is a key that needs no quotes.
pub(super) fn is_key(text: &str) -> bool {
    let is_bare = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-');
    !text.is_empty()
        && text.split('.').all(|part| !part.trim().is_empty() && part.trim().chars().all(is_bare))
}
