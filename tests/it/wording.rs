//! The French of the catalogue: typography, plurals, and one term for each thing.

use ateliers::messages::Lang;

/// Words that stay the same after any number.
const INVARIABLE: [&str; 10] =
    ["fois", "parcours", "sans", "vers", "dans", "des", "fils", "plus", "moins", "sous"];

/// Messages whose number is always 2 or more, and why.
const ALWAYS_SEVERAL: [(&str, &str); 20] = [
    ("compare-beyond-means", "three at least"),
    ("W517", "more share a party than a family has"),
    ("demand-too-many", "more than may be invented at a time"),
    ("invent-too-many-communes", "the limit"),
    ("workbook-too-long", "more than a sheet holds"),
    ("violation-kit_shared", "shared by two at least"),
    ("E505", "more than the limit"),
    ("E506", "more than the limit"),
    ("E707", "more than the limit"),
    ("E714", "more than the limit"),
    ("E715", "more than the limit"),
    ("W508", "a party of several"),
    ("W516", "two communes at least"),
    ("unserved-party_too_large", "a party of several"),
    ("unserved-party_tracks", "a party of several"),
    ("unserved-party_slots", "a party of several"),
    ("unserved-party_venues", "a party of several"),
    ("unserved-party_tablets", "a party of several"),
    ("unserved-party_places", "a party of several"),
    ("unserved-party_dates", "a party of several"),
];

/// A message: its key and its text in the catalogue, without comments and without what is between backticks.
struct Message {
    key: String,
    text: String,
}

fn messages() -> Vec<Message> {
    let mut found: Vec<Message> = Vec::new();
    for (_, source) in Lang::Fr.sources() {
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(" = ").or_else(|| line.split_once(" =")) {
                Some((key, text)) if !line.starts_with([' ', '}']) => {
                    found.push(Message { key: key.to_owned(), text: text.to_owned() });
                }
                _ => {
                    if let Some(message) = found.last_mut() {
                        message.text.extend(["\n", line]);
                    }
                }
            }
        }
    }
    for message in &mut found {
        message.text = message.text.split('`').step_by(2).collect::<Vec<_>>().join("`");
    }
    assert!(found.len() > 500, "{}", found.len());
    found
}

/// The text outside of choices between forms, which is used for any number.
fn without_choices(text: &str) -> String {
    let (mut kept, mut depth, mut rest) = (String::new(), 0_usize, text);
    while let Some(letter) = rest.chars().next() {
        let head = rest.split_once('}').map_or(rest, |(head, _)| head);
        if letter == '{' && (depth > 0 || head.contains("->")) {
            depth += 1;
        } else if letter == '}' && depth > 0 {
            depth -= 1;
        } else if depth == 0 {
            kept.push(letter);
        }
        rest = &rest[letter.len_utf8()..];
    }
    kept
}

/// Words directly after a variable with a plural ending.
fn plurals_after_a_number(text: &str) -> Vec<String> {
    let after = text.split("{ $").skip(1).filter_map(|part| part.split_once(" }"));
    let words = after.filter_map(|(_, rest)| rest.strip_prefix([' ', '\u{a0}']));
    words
        .map(|rest| rest.chars().take_while(|letter| letter.is_alphabetic()).collect::<String>())
        .filter(|word| word.len() > 2 && word.ends_with(['s', 'x']) && !INVARIABLE.contains(&word.as_str()))
        .collect()
}

/// Every word or phrase that the table of terms says to avoid.
fn avoided() -> Vec<String> {
    let catalogue = Lang::Fr.sources();
    let rows =
        catalogue.iter().flat_map(|(_, source)| source.lines()).filter(|line| line.starts_with("### |"));
    let cells = rows.filter_map(|row| row.trim_end_matches(['|', ' ']).split('|').nth(3)).skip(1);
    let terms: Vec<String> = cells
        .flat_map(|cell| cell.split(','))
        .map(|term| term.trim().to_lowercase())
        .filter(|term| !term.is_empty())
        .collect();
    assert!(terms.len() > 20, "{terms:?}");
    terms
}

/// Whether a text contains a term as whole words.
fn has(text: &str, term: &str) -> bool {
    // Names of variables and of forms are not part of the text: `$kit`, `[kit]`.
    let is_letter = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_alphanumeric() || "-$[".contains(letter))
    };
    text.match_indices(term).any(|(at, _)| {
        !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + term.len()..].chars().next())
    })
}

/// Fails with every message in which `fault` finds something.
#[track_caller]
fn check(fault: impl Fn(&Message) -> Option<String>) {
    let faults: Vec<String> =
        messages().iter().filter_map(|one| fault(one).map(|what| format!("{}: {what}", one.key))).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn apostrophes_are_curly() {
    check(|message| {
        let letters: Vec<char> = message.text.chars().collect();
        let straight = letters.windows(3).find(|three| three[1] == '\'' && three[0].is_alphabetic());
        straight.map(|three| three.iter().collect())
    });
}

#[test]
fn no_line_breaks_before_a_high_mark_or_within_guillemets() {
    check(|message| {
        let letters: Vec<char> = message.text.chars().collect();
        let broken = letters
            .windows(2)
            .find(|pair| matches!(pair, [' ', ':' | ';' | '!' | '?' | '»' | '%' | '€'] | ['«', ' ']));
        broken.map(|pair| format!("a plain space at `{}`", pair.iter().collect::<String>()))
    });
}

#[test]
fn one_thing_has_one_term() {
    let avoided = avoided();
    check(|message| {
        let text = message.text.to_lowercase();
        avoided.iter().find(|term| has(&text, term)).cloned()
    });
}

#[test]
fn a_noun_after_a_number_has_a_singular() {
    check(|message| {
        if ALWAYS_SEVERAL.iter().any(|(key, _)| *key == message.key) {
            return None;
        }
        let plurals = plurals_after_a_number(&without_choices(&message.text));
        (!plurals.is_empty()).then(|| plurals.join(", "))
    });
}

#[test]
fn plurals_begin_at_two() {
    let messages = ateliers::messages::Messages::new(Lang::Fr);
    let wait = |days: f64| messages.text("summary-wait", &messages.weeks(days));
    assert_eq!(wait(3.5), "0,5 semaine en moyenne");
    assert_eq!(wait(12.6), "1,8 semaine en moyenne");
    assert_eq!(wait(13.9), "2,0 semaines en moyenne");
    let sessions = |count: usize| messages.text("sessions", &[("sessions", count.into())]);
    assert_eq!(sessions(1), "une séance");
    assert_eq!(sessions(2), "2 séances");
}

#[test]
fn choices_are_left_out_whole() {
    let text = "a { $n ->\n [one] { $n } séance\n *[other] { $n } séances\n} b { $m } jours";
    assert_eq!(without_choices(text), "a  b { $m } jours");
    assert_eq!(plurals_after_a_number(&without_choices(text)), ["jours"]);
}
