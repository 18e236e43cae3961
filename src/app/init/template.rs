//! The scenario of a new folder: every key, its default and its meaning, in the language of the documents.
//!
//! Values come from the types that read scenarios, so that each default is written down in one place; meanings come from
//! the catalogue, one message `scenario-<section>-<key>` for each key.

use std::fmt::Write as _;

use serde_json::Value;

use crate::input::scenario_file::{
    AnnouncedSection, CostsSection, CycleSection, DataSection, Day, Files, HorizonSection, HostsSection,
    LettersSection, ScenarioFile, SolverSection, TravelSection, WeightsSection, meaning_of, schema,
};
use crate::messages::Messages;
use jiff::civil::{Date, date};

/// Keys without a default: they are included with an example, as comments.
const OPTIONAL: [(&str, &str); 9] = [
    ("data.distances", "\"distances.csv\""),
    ("horizon.timezone", "\"Europe/Paris\""),
    ("hosts.max_cycles_per_commune", "6"),
    ("costs.max_gross", "50000"),
    ("letters.payment", "\"…\""),
    ("letters.signatory", "\"…\""),
    ("letters.privacy", "\"…\""),
    ("announced.plan", "\"announced/plan.json\""),
    ("announced.today", "2027-02-15"),
];

/// An example of the value of a key without a default, in TOML.
pub(in crate::app) fn example_of(key: &str) -> Option<&'static str> {
    OPTIONAL.iter().find(|(optional, _)| *optional == key).map(|(_, example)| *example)
}

/// The text of a `scenario.toml` under this head.
pub(in crate::app) fn scenario(file: &ScenarioFile, head: &str, messages: &Messages) -> String {
    let values = serde_json::to_value(file).unwrap_or_default();
    let schema = schema().to_value();
    let mut toml = commented(head);
    let mut section_texts = String::new();
    for (key, property) in properties(&schema) {
        match property["properties"].as_object() {
            Some(_) => {
                let _ = write!(section_texts, "\n{}", section(key, property, &values[key], messages));
            }
            None => toml.push_str(&lines(&[Line::new(key, &values[key], key, messages)])),
        }
    }
    toml + &section_texts
}

/// The text of the example's `scenario.toml`.
pub(super) fn example(messages: &Messages) -> String {
    let text = |key: &str| messages.text(key, &[]);
    let (start, end) = (date(2027, 1, 4), date(2027, 4, 9));
    scenario(&defaults(text("scenario-example-name"), start, end), &text("scenario-head"), messages)
}

/// A scenario over tables of the usual names next to it; all other keys have their defaults.
pub(in crate::app) fn defaults(name: String, start: Date, end: Date) -> ScenarioFile {
    let table = |name: &str| Files(vec![format!("{name}.csv")]);
    ScenarioFile {
        name,
        data: DataSection {
            communes: table("communes"),
            roads: table("roads"),
            distances: None,
            slots: table("slots"),
            venues: table("venues"),
            trainers: table("trainers"),
            kits: table("kits"),
            residents: table("residents"),
            closures: Some(table("closures")),
        },
        horizon: HorizonSection { start: Day(start), end: Day(end), timezone: None },
        cycle: CycleSection::default(),
        travel: TravelSection::default(),
        hosts: HostsSection::default(),
        costs: CostsSection::default(),
        weights: WeightsSection::default(),
        letters: LettersSection::default(),
        announced: AnnouncedSection::default(),
        solver: SolverSection::default(),
    }
}

fn properties(schema: &Value) -> impl Iterator<Item = (&str, &Value)> {
    schema["properties"].as_object().into_iter().flatten().map(|(key, property)| (key.as_str(), property))
}

fn section(name: &str, schema: &Value, values: &Value, messages: &Messages) -> String {
    let head = commented(&messages.text(&meaning_of(name), &[]));
    let line = |(key, _)| Line::new(key, &values[key], &format!("{name}.{key}"), messages);
    let keys: Vec<Line> = properties(schema).map(line).collect();
    format!("{head}[{name}]\n{}", lines(&keys))
}

/// A key, its value and its meaning.
struct Line {
    setting: String,
    meaning: String,
}

impl Line {
    fn new(key: &str, value: &Value, path: &str, messages: &Messages) -> Self {
        let setting = match example_of(path) {
            Some(example) => format!("# {key} = {example}"),
            None => format!("{key} = {}", toml(value)),
        };
        Self { setting, meaning: messages.text(&meaning_of(path), &[]) }
    }
}

/// Lines with their meanings aligned.
fn lines(lines: &[Line]) -> String {
    let width = lines.iter().map(|line| line.setting.chars().count()).max().unwrap_or(0);
    let line = |Line { setting, meaning }: &Line| format!("{setting:width$}  # {meaning}\n");
    lines.iter().map(line).collect()
}

/// A value in TOML; dates are without quotes.
fn toml(value: &Value) -> String {
    match value {
        Value::String(text) if text.parse::<jiff::civil::Date>().is_ok() => text.clone(),
        Value::Array(items) => format!("[{}]", items.iter().map(toml).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

fn commented(text: &str) -> String {
    text.lines().flat_map(|line| ["# ", line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    #[test]
    fn every_key_of_the_schema_stands_in_the_scenario_of_each_language() {
        for lang in Lang::ALL {
            let text = example(&Messages::new(lang));
            let schema = schema().to_value();
            for (section, property) in properties(&schema) {
                let is_section = property["properties"].is_object();
                let start = if is_section { format!("[{section}]\n") } else { format!("{section} = ") };
                let at = text.find(&start).unwrap_or_else(|| panic!("{lang:?}: no {start}"));
                for (key, _) in properties(property) {
                    assert!(text[at..].contains(&format!("{key} = ")), "{lang:?}: no {section}.{key}");
                }
            }
        }
    }

    #[test]
    fn keys_without_a_default_have_an_example() {
        // A key without a value in the example scenario would be written as `null`.
        assert!(!example(&Messages::new(Lang::En)).contains("null"));
    }
}
