//! The table: a row for each run, medians, and the difference of two medians.

use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// The result of a run.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Row {
    /// Name of the instance.
    pub instance: String,
    /// Seed of the search.
    pub seed: u64,
    /// Time limit, seconds.
    pub time_limit_s: f64,
    /// Number of cores of the machine.
    pub cores: usize,
    /// Objective, euros.
    pub objective: f64,
    /// Bound, euros.
    pub bound: f64,
    /// Relative gap.
    pub gap: f64,
    /// Seconds until the gap was 2 %; `None` if it never was.
    pub s_to_2_percent: Option<f64>,
    /// The same for 1 %.
    pub s_to_1_percent: Option<f64>,
    /// The same for 0.5 %.
    pub s_to_half_percent: Option<f64>,
    /// Seconds taken.
    pub wall_s: f64,
    /// Peak memory, mebibytes, if known.
    pub memory_mib: Option<f64>,
    /// Why the search ended.
    pub status: String,
    /// The commit measured.
    pub commit: String,
}

impl Row {
    /// The header above rows and medians.
    pub(crate) fn header() -> String {
        let [to_2, to_1, to_half] = ["to 2 %", "to 1 %", "to .5 %"];
        let times = format!("{to_2:>7} {to_1:>7} {to_half:>7} {:>7}", "wall s");
        format!("{:<28} {:>12} {:>12} {:>8} {times} {:>6} status", "run", "objective", "bound", "gap", "MiB")
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let label = format!("{}, seed {}", self.instance, self.seed);
        write!(f, "{}", median(std::slice::from_ref(self)).labelled(&label))?;
        write!(f, " {}", self.status)
    }
}

/// The median of each figure over the seeds of an instance.
#[derive(Debug, Clone)]
pub(crate) struct Median {
    label: String,
    objective: f64,
    bound: f64,
    /// Relative gap.
    pub gap: f64,
    /// Seconds to 2, 1 and 0.5 %; infinite if most seeds never reached it.
    reached_s: [f64; 3],
    pub wall_s: f64,
    /// Peak memory, mebibytes, if known.
    pub memory_mib: Option<f64>,
}

/// Medians of rows, at least one.
pub(crate) fn median(rows: &[Row]) -> Median {
    let of = |figure: &dyn Fn(&Row) -> f64| middle(rows.iter().map(figure).collect());
    let never = f64::INFINITY;
    let memory = rows.iter().map(|row| row.memory_mib).collect::<Option<Vec<f64>>>();
    Median {
        label: "  median".to_owned(),
        objective: of(&|row| row.objective),
        bound: of(&|row| row.bound),
        gap: of(&|row| row.gap),
        reached_s: [
            of(&|row| row.s_to_2_percent.unwrap_or(never)),
            of(&|row| row.s_to_1_percent.unwrap_or(never)),
            of(&|row| row.s_to_half_percent.unwrap_or(never)),
        ],
        wall_s: of(&|row| row.wall_s),
        memory_mib: memory.map(middle),
    }
}

impl Median {
    /// The same with another label.
    pub(crate) fn labelled(&self, label: &str) -> Self {
        Self { label: label.to_owned(), ..self.clone() }
    }

    /// What changed since `then`: percentages of the amounts, percentage points of the gap, seconds, mebibytes. Less is better
    /// for all except the bound.
    pub(crate) fn difference(&self, then: &Self) -> String {
        let share = |now: f64, then: f64| format!("{:+.3} %", (now - then) / then.abs() * 100.0);
        let seconds = |now: f64, then: f64| {
            let difference = now - then;
            if difference.is_finite() { format!("{difference:+.1}") } else { arrived(now, then).to_owned() }
        };
        let pairs = self.reached_s.iter().zip(then.reached_s);
        let reached: Vec<String> = pairs.map(|(&now, then)| format!("{:>7}", seconds(now, then))).collect();
        let memory =
            self.memory_mib.zip(then.memory_mib).map_or(String::new(), |(n, t)| format!("{:+.0}", n - t));
        format!(
            "{:<28} {:>12} {:>12} {:>8} {} {:>7} {memory:>6}",
            "  difference",
            share(self.objective, then.objective),
            share(self.bound, then.bound),
            format!("{:+.2} pt", (self.gap - then.gap) * 100.0),
            reached.join(" "),
            seconds(self.wall_s, then.wall_s),
        )
    }
}

impl fmt::Display for Median {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = |s: f64| if s.is_finite() { format!("{s:.1}") } else { "–".to_owned() };
        let reached: Vec<String> = self.reached_s.iter().map(|&s| format!("{:>7}", seconds(s))).collect();
        let gap = format!("{:.2} %", self.gap * 100.0);
        let memory = self.memory_mib.map_or("–".to_owned(), |memory| format!("{memory:.0}"));
        write!(f, "{:<28} {:>12.2} {:>12.2} {gap:>8}", self.label, self.objective, self.bound)?;
        write!(f, " {} {:>7.1} {memory:>6}", reached.join(" "), self.wall_s)
    }
}

/// The change of a time that is infinite on one side or both.
fn arrived(now: f64, then: f64) -> &'static str {
    match (now.is_finite(), then.is_finite()) {
        (true, _) => "gained",
        (_, true) => "lost",
        _ => "–",
    }
}

/// The median, of at least one figure.
pub(crate) fn middle(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    let (below, above) = (figures[(figures.len() - 1) / 2], figures[figures.len() / 2]);
    f64::midpoint(below, above)
}

/// The stored rows.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

impl Table {
    /// The table of a file; empty if there is none yet.
    pub(crate) fn read(path: &Path) -> Self {
        let Ok(mut reader) = csv::Reader::from_path(path) else { return Self::default() };
        let rows: Result<Vec<Row>, csv::Error> = reader.deserialize().collect();
        let mut rows = rows.expect("the stored table has the columns that this bench writes");
        rows.sort_by(|one, other| one.instance.cmp(&other.instance).then(one.seed.cmp(&other.seed)));
        Self { rows }
    }

    /// Rows of an instance.
    pub(crate) fn of(&self, instance: &str) -> &[Row] {
        let start = self.rows.partition_point(|row| row.instance.as_str() < instance);
        let end = self.rows.partition_point(|row| row.instance.as_str() <= instance);
        &self.rows[start..end]
    }

    /// Replaces the row of the same instance and seed, or inserts the row.
    pub(crate) fn replace(&mut self, row: Row) {
        let key = |row: &Row| (row.instance.clone(), row.seed);
        match self.rows.binary_search_by_key(&key(&row), key) {
            Ok(place) => self.rows[place] = row,
            Err(place) => self.rows.insert(place, row),
        }
    }

    /// Writes the table.
    pub(crate) fn write(&self, path: &Path) {
        let mut writer = csv::Writer::from_path(path).expect("the stored table can be written");
        for row in &self.rows {
            writer.serialize(row).expect("a row can be written");
        }
        writer.flush().expect("the stored table can be written");
    }
}
