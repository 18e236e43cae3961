//! Every reader of the program by the file that it reads, for feeding with arbitrary bytes: `it::mutations` does so
//! briefly in every test run, `fuzz/` for any length of time.

use std::fs;
use std::path::PathBuf;

use ateliers::batch;
use ateliers::batch::store::Store;
use ateliers::check::{check, figures, render, render_figures};
use ateliers::compare::manifest::Manifest;
use ateliers::diagnostics::render as render_faults;
use ateliers::input::{
    read_boundaries, read_communes_and_closures, read_contacts, read_plan, read_scenario, read_slots,
};
use ateliers::instance::Instance;
use ateliers::messages::{Lang, Messages};
use ateliers::output::calendar::Earlier;
use ateliers::territory::{Estimate, roads_from_boundaries};
use tempfile::TempDir;

macro_rules! small {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../data/fixtures/small/", $name)) as &[u8])
    };
}

/// A valid file for every reader.
pub(crate) const FILES: [(&str, &[u8]); 17] = [
    small!("scenario.toml"),
    small!("communes.csv"),
    small!("roads.csv"),
    ("distances.csv", b"from,to,km,minutes\n25304,25539,4.1,7\n"),
    small!("slots.csv"),
    small!("venues.csv"),
    small!("trainers.csv"),
    small!("kits.csv"),
    small!("residents.csv"),
    small!("closures.csv"),
    small!("plan.json"),
    ("contacts.csv", b"id;name;address;phone;email;hours\nR01;Ana Z;1, rue Haute;;;\n25304;Mairie;;;;9 h\n"),
    ("outlines.geojson", OUTLINES),
    ("batch.toml", BATCH),
    ("batch.json", MANIFEST),
    ("run.json", RECORD),
    ("calendar.ics", CALENDAR),
];

const OUTLINES: &[u8] = br#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"insee":"25304"},"geometry":{"type":"Polygon","coordinates":[[[6.8,47.4],[6.9,47.4],[6.9,47.5],[6.8,47.4]],[[6.84,47.42],[6.85,47.42],[6.85,47.43],[6.84,47.42]]]}},
{"type":"Feature","properties":{"code":25539},"geometry":{"type":"MultiPolygon","coordinates":[[[[6.8,47.4],[6.9,47.5],[6.8,47.5],[6.8,47.4]]]]}},
{"type":"Feature","properties":{"com_code":["25314"]},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[6.9,47.3],[7,47.3],[7,47.4],[6.9,47.3]]]},{"type":"Point","coordinates":[6.9,47.3]}]}}]}"#;

const BATCH: &[u8] = br#"scenario = "scenario.toml"
baseline = "radius-15_times-1"
search = { work_limit = 300, gap = 0.01 }
[[axis]]
name = "radius"
key = "travel.max_travel_min"
values = [4, 15.5]
labels = ["near", "15"]
[[axis]]
name = "times"
demand = "multiplied"
values = [1, 1.5]
[[group]]
name = "grid"
grid = { radius = ["*"], times = [1] }
[[drop]]
when = { radius = [4], times = [1.5] }
[[variant]]
name = "nobody"
set = { hosts.communes = [], "costs.fee" = 20.5 }
"#;

const MANIFEST: &[u8] = br#"{"format":1,"scenario":"small","baseline":"a","axes":[{"name":"radius","is_seed":false,"labels":["4","15"]}],"variants":[{"name":"a","groups":["grid"],"at":{"radius":"4"}}]}"#;

const RECORD: &[u8] = br#"{"format":1,"variant":"v","key":"k","files":{"plan.json":"00"},"figures":{"net":"1.5"},"solver_s":0.5,"wall_s":0.7}"#;

const CALENDAR: &[u8] = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ateliers//FR\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:C001-1.trainer-T1.small@ateliers\r\nDTSTAMP:20260101T080000Z\r\nSEQUENCE:3\r\nDTSTART;TZID=Europe/Paris:20260105T093000\r\nDTEND;TZID=Europe/Paris:20260105T113000\r\nSUMMARY:Atelier \\, s\xc3\xa9ance 1\r\nLOCATION:Salle\r\nDESCRIPTION:a\\nb\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// All files in a folder.
pub(crate) struct Readers {
    home: TempDir,
    instance: Instance,
}

impl Readers {
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(home.path().join("variants/v")).expect("a folder");
        for (name, bytes) in FILES {
            fs::write(home.path().join(name), bytes).expect("written");
        }
        let scenario = home.path().join("scenario.toml");
        let text = fs::read_to_string(&scenario).expect("the scenario");
        let text = text.replace("closures = ", "distances = \"distances.csv\"\nclosures = ");
        fs::write(&scenario, text).expect("written");
        let instance = read_scenario(&scenario).expect("a sound scenario").instance;
        Self { home, instance }
    }

    /// A valid file.
    pub(crate) fn sound(&self, file: &str) -> Vec<u8> {
        fs::read(self.path(file)).expect("a file")
    }

    /// Has a file with other content read, and processes it like any readable one.
    pub(crate) fn feed(&self, file: &str, bytes: &[u8]) {
        let (path, sound) = (self.path(file), self.sound(file));
        fs::write(&path, bytes).expect("written");
        let messages = Messages::new(Lang::Fr);
        let (scenario, faults) =
            (self.path("scenario.toml"), |faults: &[_]| _ = render_faults(faults, &messages));
        match file {
            "plan.json" => match read_plan(&path, &self.instance) {
                Ok((plan, stated)) => {
                    render(&check(&self.instance, &plan), &self.instance, &messages);
                    render_figures(&figures(&self.instance, &plan, &stated), &messages);
                }
                Err(found) => faults(&found),
            },
            "contacts.csv" => _ = read_contacts(&path, &self.instance).map_err(|found| faults(&found)),
            "outlines.geojson" => match read_boundaries(&path, None) {
                Ok((outlines, found)) => {
                    faults(&found);
                    roads_from_boundaries(&self.instance.communes, &outlines, &Estimate::default());
                }
                Err(found) => faults(&found),
            },
            "batch.toml" => _ = batch::read(&path).map_err(|found| faults(&found)),
            "batch.json" => _ = serde_json::from_slice::<Manifest>(bytes),
            "run.json" => {
                fs::write(self.path("variants/v/run.json"), bytes).expect("written");
                Store::reading(self.home.path()).before("v", "k", 1);
            }
            "calendar.ics" => _ = Earlier::default().read(&String::from_utf8_lossy(bytes), "T1"),
            table => {
                match table {
                    "slots.csv" => _ = read_slots(&path).map_err(|found| faults(&found)),
                    "communes.csv" | "closures.csv" => {
                        let closures = self.path("closures.csv");
                        let read = read_communes_and_closures(&self.path("communes.csv"), Some(&closures));
                        _ = read.map_err(|found| faults(&found));
                    }
                    _ => {}
                }
                match read_scenario(&scenario) {
                    Ok(read) => faults(&read.warnings),
                    Err(found) => faults(&found),
                }
            }
        }
        fs::write(path, sound).expect("written");
    }

    fn path(&self, file: &str) -> PathBuf {
        self.home.path().join(file)
    }
}
