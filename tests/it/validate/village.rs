//! A small valid scenario, and ways to spoil it.

use std::fs;
use std::path::PathBuf;

use ateliers::diagnostics::{Diagnostic, Within};
use ateliers::input::{Read, read_plan, read_scenario};
use tempfile::TempDir;

/// The files of the village, all valid.
pub(crate) const FILES: [(&str, &str); 11] = [
    (
        "scenario.toml",
        r#"name = "village"
[data]
communes = "communes.csv"
roads = "roads.csv"
distances = "distances.csv"
slots = "slots.csv"
venues = "venues.csv"
trainers = "trainers.csv"
kits = "kits.csv"
residents = "residents.csv"
closures = "closures.csv"
[horizon]
start = 2026-01-05
end = 2026-07-03
[cycle]
min_group = 2
max_group = 4
[hosts]
communes = ["25388", "25304"]
"#,
    ),
    (
        "communes.csv",
        "insee,name,lat,lon,population\n\
         25388,Montbéliard,47.51,6.8,25800\n\
         25304,Hérimoncourt,47.44,6.88,3600\n\
         01269,Nantua,46.15,5.6,3500\n\
         2A004,Ajaccio,41.92,8.73,70000\n",
    ),
    ("roads.csv", "from,to,km,minutes\n25388,25304,11.2,16.5\n25388,25304,10.9,17\n"),
    ("distances.csv", "from,to,km,minutes\n25388,01269,190,140.5\n"),
    ("slots.csv", "id,weekday,start\ntue-0930,tue,09:30\nthu-1400,thu,14:00\n"),
    (
        "venues.csv",
        "id,commune,name,seats,slots,cost_per_session\n\
         V1,25388,Salle des fêtes,12,tue-0930 thu-1400,15\n\
         V2,25304,Mairie,8,*,\n",
    ),
    ("trainers.csv", "id,name,base,slots,tracks,hourly_cost,km_cost\nT1,Claire,25388,*,base,32,0.4\n"),
    ("kits.csv", "id,tablets,depot\nK1,12,25388\n"),
    (
        "residents.csv",
        "id,commune,slots,track,needs_tablet,max_travel_min,party,available_from\n\
         R1,25388,tue-0930,base,1,,P1,\n\
         R2,25388,tue-0930 thu-1400,base,0,20,P1,2026-02-01\n\
         R3,25304,*,base,oui,20,,\n",
    ),
    (
        "closures.csv",
        "from,until,scope,reason\n2026-02-07,2026-02-22,all,vacances\n2026-03-02,2026-03-02,venue:V1,\n",
    ),
    (
        "plan.json",
        r#"{"format": 1, "cycles": [
  {"id": "C001", "venue": "V1", "slot": "tue-0930", "track": "base", "trainer": "T1",
   "participants": ["R2", "R1"],
   "sessions": ["2026-03-03", "2026-03-10"]}],
 "kit_roster": [
  {"date": "2026-03-03", "trainer": "T1", "kit": "K1"}]}
"#,
    ),
];

/// The village in its own folder.
pub(crate) struct Village {
    folder: TempDir,
}

impl Village {
    /// All files as they are.
    pub(crate) fn new() -> Self {
        let village = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        for (file, text) in FILES {
            village.write(file, text.as_bytes());
        }
        village
    }

    /// Writes a file as a whole.
    pub(crate) fn with(self, file: &str, content: impl AsRef<[u8]>) -> Self {
        self.write(file, content.as_ref());
        self
    }

    /// Replaces a passage that appears once in a file.
    #[track_caller]
    pub(crate) fn replacing(self, file: &str, passage: &str, by: &str) -> Self {
        let text = fs::read_to_string(self.path(file)).expect("a file of the village");
        assert_eq!(text.matches(passage).count(), 1, "`{passage}` stands once in {file}");
        self.with(file, text.replace(passage, by))
    }

    /// Adds lines to the end of a file.
    pub(crate) fn adding(self, file: &str, lines: &str) -> Self {
        let text = fs::read_to_string(self.path(file)).expect("a file of the village");
        self.with(file, text + lines)
    }

    /// Removes a file.
    pub(crate) fn without(self, file: &str) -> Self {
        fs::remove_file(self.path(file)).expect("a file of the village");
        self
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    pub(crate) fn write(&self, file: &str, content: &[u8]) {
        fs::write(self.path(file), content).expect("a temporary folder takes files");
    }

    /// Reads the scenario.
    pub(crate) fn read(&self) -> Result<Read, Vec<Diagnostic>> {
        let workbook = self.path("scenario.xlsx");
        read_scenario(&if workbook.exists() { workbook } else { self.path("scenario.toml") })
    }

    /// Reads the scenario, which must be valid.
    #[track_caller]
    pub(crate) fn sound(&self) -> Read {
        self.read().unwrap_or_else(|faults| panic!("{:?}", places(&faults)))
    }

    /// The findings in the scenario or, if it is valid, in the plan; including warnings.
    pub(crate) fn findings(&self) -> Vec<Diagnostic> {
        match self.read() {
            Err(faults) => faults,
            Ok(Read { instance, mut warnings, .. }) => {
                warnings.extend(read_plan(&self.path("plan.json"), &instance).err().unwrap_or_default());
                warnings
            }
        }
    }
}

/// Code and place of each finding: `E401 residents.csv:3 commune`.
pub(crate) fn places(findings: &[Diagnostic]) -> Vec<String> {
    findings.iter().map(place).collect()
}

fn place(finding: &Diagnostic) -> String {
    let at = &finding.at;
    let file = at.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let line = at.line.map(|line| format!(":{line}")).unwrap_or_default();
    if let Some(sheet) = &at.sheet {
        return format!("{} {file} {sheet}!{}", finding.code.id(), at.cell().unwrap_or_default());
    }
    let within = match &at.within {
        Within::Line | Within::Cell(..) => String::new(),
        Within::Character(character) => format!(" {character}"),
        Within::Column(name) | Within::Key(name) => format!(" {name}"),
    };
    format!("{} {file}{line}{within}", finding.code.id())
}
