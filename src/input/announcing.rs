//! Writes the section `[announced]` into the text of a scenario.

use jiff::civil::Date;
use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

/// Keys that are decisions about the previously announced plan.
const WISHES: [&str; 3] = ["release", "keep", "hit"];

/// The values to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// The path of the announced plan, as the scenario names it.
    pub plan: String,
    /// The day from which the plan may change; `None` keeps the one in the text.
    pub today: Option<Date>,
    /// Days of notice; `None` keeps those in the text.
    pub notice_days: Option<u32>,
    /// Whether it is another plan than before: decisions about the previous one are removed.
    pub replaces: bool,
}

/// The text with these keys; the rest is kept, including comments. `None` if it is not TOML or `announced` is not a section.
pub fn announcing(text: &str, announcement: &Announcement) -> Option<String> {
    let mut file: DocumentMut = text.parse().ok()?;
    let section = file.entry("announced").or_insert(Item::Table(Table::new())).as_table_like_mut()?;
    set(section, "plan", announcement.plan.as_str().into());
    if let Some(today) = announcement.today {
        set(section, "today", today.to_string().parse().ok()?);
    }
    if let Some(days) = announcement.notice_days {
        set(section, "notice_days", i64::from(days).into());
    }
    if announcement.replaces {
        for key in WISHES {
            section.remove(key);
        }
    }
    Some(file.to_string())
}

/// Sets a key; the comment after a replaced value is kept.
fn set(section: &mut dyn TableLike, key: &str, mut value: Value) {
    if let Some(before) = section.get(key).and_then(Item::as_value) {
        *value.decor_mut() = before.decor().clone();
    }
    section.insert(key, Item::Value(value));
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn weekly() -> Announcement {
        let plan = "announced/2027-02-15-1/plan.json".to_owned();
        Announcement { plan, today: Some(date(2027, 2, 15)), notice_days: None, replaces: false }
    }

    #[test]
    fn a_section_that_is_not_there_is_added_and_nothing_else_changes() {
        let text = "name = \"a\" # ours\n\n[data]\nroads = 'r.csv'\n";
        let added = "\n[announced]\nplan = \"announced/2027-02-15-1/plan.json\"\ntoday = 2027-02-15\n";
        assert_eq!(announcing(text, &weekly()), Some(format!("{text}{added}")));
    }

    #[test]
    fn a_section_that_is_there_keeps_its_comments_and_what_is_not_replaced() {
        let text = "[announced] # told\nplan = \"old.json\" # in October\ntoday = 2027-01-04   # a Monday\nkeep = [\"C1\"]\n[cycle]\n";
        let expected = "[announced] # told\nplan = \"announced/2027-02-15-1/plan.json\" # in October\n\
                        today = 2027-02-15   # a Monday\nkeep = [\"C1\"]\nnotice_days = 7\n[cycle]\n";
        let wish = Announcement { notice_days: Some(7), ..weekly() };
        assert_eq!(announcing(text, &wish).as_deref(), Some(expected));
        let anew = Announcement { replaces: true, ..wish };
        assert_eq!(announcing(text, &anew), Some(expected.replace("keep = [\"C1\"]\n", "")));
    }

    #[test]
    fn keys_with_points_stay_keys_with_points() {
        let text = "name = \"a\"\nannounced.today = 2027-01-04\ncycle.sessions = 5\n";
        let read = announcing(text, &weekly()).expect("TOML");
        let file: DocumentMut = read.parse().expect("TOML");
        assert_eq!(file["announced"]["plan"].as_str(), Some("announced/2027-02-15-1/plan.json"));
        assert_eq!(file["announced"]["today"].to_string().trim(), "2027-02-15");
        assert_eq!(file["cycle"]["sessions"].as_integer(), Some(5));
        assert_eq!(announcing("announced = 3\n", &weekly()), None);
        assert_eq!(announcing("[cycle\n", &weekly()), None);
    }
}
