//! The validation table: for each code an input that triggers only that code, and where it is found.

use std::collections::BTreeSet;
use std::fs::File;

use ateliers::diagnostics::{Code, Severity, render};
use ateliers::messages::{Lang, Messages};

use super::village::{Village, places};
use super::{batches, commands, promises, workbooks};

/// A damaged village, its single finding, and a part of its English hint (empty: no hint).
pub(super) struct Case {
    village: Village,
    finding: &'static str,
    hint: &'static str,
}

#[track_caller]
pub(super) fn case(village: Village, finding: &'static str, hint: &'static str) -> Case {
    Case { village, finding, hint }
}

fn replacing(file: &str, passage: &str, by: &str) -> Village {
    Village::new().replacing(file, passage, by)
}

fn adding(file: &str, lines: &str) -> Village {
    Village::new().adding(file, lines)
}

fn files() -> Vec<Case> {
    vec![
        case(
            replacing("scenario.toml", "\"kits.csv\"", "\"kist.csv\""),
            "E001 scenario.toml:9 data.kits",
            "`kits.csv`",
        ),
        #[cfg(unix)]
        case(looping("kits.csv"), "E002 scenario.toml:9 data.kits", ""),
        case(replacing("scenario.toml", "\"kits.csv\"", "\".\""), "E003 scenario.toml:9 data.kits", ""),
        case(
            Village::new().with("kits.csv", b"id,tablets,depot\nK1,\x00\x01,25388\n"),
            "E004 kits.csv:2",
            "",
        ),
        case(
            Village::new().with("kits.csv", b"PK\x03\x04\x14\x00"),
            "E004 kits.csv:1",
            "save the sheet as CSV",
        ),
        case(enormous("kits.csv"), "E005 scenario.toml:9 data.kits", ""),
        case(Village::new().with("kits.csv", "\n \n"), "E006 kits.csv", ""),
    ]
}

/// A link that leads to itself in place of a file.
#[cfg(unix)]
fn looping(file: &str) -> Village {
    let village = Village::new().without(file);
    std::os::unix::fs::symlink(village.path(file), village.path(file)).expect("links are allowed");
    village
}

/// A file that claims two gigabytes without taking them.
fn enormous(file: &str) -> Village {
    let village = Village::new();
    let grown = File::create(village.path(file)).and_then(|file| file.set_len(2 << 30));
    grown.expect("a file may be sparse");
    village
}

fn scenario_and_plan() -> Vec<Case> {
    vec![
        case(replacing("scenario.toml", "[cycle]", "[cycle"), "E101 scenario.toml:15 7", "write: [cycle]"),
        case(
            replacing("scenario.toml", "max_group = 4", "maxgroup = 4"),
            "E102 scenario.toml:17 cycle.maxgroup",
            "`max_group`",
        ),
        case(
            replacing("scenario.toml", "max_group = 4", "max_group = 4\nturnaround_min = 5"),
            "E102 scenario.toml:18 cycle.turnaround_min",
            "`travel.turnaround_min`",
        ),
        case(replacing("scenario.toml", "end = 2026-07-03\n", ""), "E103 scenario.toml:12 horizon.end", ""),
        case(
            replacing("scenario.toml", "max_group = 4", "max_group = \"4\""),
            "E104 scenario.toml:17 cycle.max_group",
            "without quotes: 4",
        ),
        case(
            replacing("scenario.toml", "\"25304\"", "25304"),
            "E104 scenario.toml:19 hosts.communes[1]",
            "in quotes: \"25304\"",
        ),
        case(
            replacing("scenario.toml", "name = \"village\"", "name = \"a\\u001b[31m\""),
            "E110 scenario.toml:1 name",
            "",
        ),
        case(replacing("plan.json", "\"venue\": \"V1\", ", ""), "E105 plan.json:4 44", ""),
        case(replacing("plan.json", "\"format\": 1", "\"format\": 2"), "E106 plan.json format", ""),
    ]
}

fn tables() -> Vec<Case> {
    vec![
        case(Village::new().with("kits.csv", "id,tablets\nK1,12\n"), "E201 kits.csv:1", ""),
        case(
            Village::new().with("kits.csv", "id,tablets,depot,depot\nK1,12,25388,25304\n"),
            "E202 kits.csv:1",
            "",
        ),
        case(adding("kits.csv", "K2,12,25388,x\n"), "E203 kits.csv:3", ""),
        case(adding("kits.csv", "K2,12\n"), "E203 kits.csv:3", ""),
        case(adding("kits.csv", "\"K2,12,25388\nK3,1,25388\n"), "E204 kits.csv:3", ""),
        case(
            replacing("residents.csv", "available_from", "availble_from"),
            "W205 residents.csv:1 availble_from",
            "`available_from`",
        ),
    ]
}

fn values() -> Vec<Case> {
    vec![
        case(adding("residents.csv", "R4,25388,,base,,,,\n"), "E301 residents.csv:5 slots", ""),
        case(adding("roads.csv", "25388,01269,1e2,90\n"), "E302 roads.csv:4 km", ""),
        case(adding("roads.csv", "25388,01269,NaN,90\n"), "E302 roads.csv:4 km", ""),
        case(adding("roads.csv", "25388,01269,inf,90\n"), "E302 roads.csv:4 km", ""),
        case(
            replacing("scenario.toml", "max_group = 4", "max_group = 4\nsession_minutes = nan"),
            "E302 scenario.toml:18 cycle.session_minutes",
            "",
        ),
        case(adding("roads.csv", "25388,01269,0.1234567891,90\n"), "E303 roads.csv:4 km", ""),
        case(
            adding("scenario.toml", "[travel]\nlocal_km = 1.0000000001\n"),
            "E303 scenario.toml:21 travel.local_km",
            "",
        ),
        case(adding("kits.csv", "K2,7.5,25388\n"), "E304 kits.csv:3 tablets", ""),
        case(adding("roads.csv", "25388,01269,100,-90\n"), "E305 roads.csv:4 minutes", ""),
        case(adding("roads.csv", "25388,01269,100,99999999999999999999\n"), "E305 roads.csv:4 minutes", ""),
        case(
            replacing("scenario.toml", "min_group = 2", "min_group = 0"),
            "E305 scenario.toml:16 cycle.min_group",
            "",
        ),
        case(
            replacing("scenario.toml", "min_group = 2", "min_group = 2\nsessions = 0"),
            "E305 scenario.toml:17 cycle.sessions",
            "",
        ),
        case(adding("closures.csv", "2026-02-30,2026-03-01,all,\n"), "E306 closures.csv:4 from", ""),
        case(
            replacing("scenario.toml", "2026-07-03", "\"2026-06-31\""),
            "E306 scenario.toml:14 horizon.end",
            "",
        ),
        case(replacing("residents.csv", "base,oui", "base,maybe"), "E307 residents.csv:4 needs_tablet", ""),
        case(adding("slots.csv", "wed-2500,wed,25:00\n"), "E308 slots.csv:4 start", ""),
        case(adding("slots.csv", "lun-0900,lune,09:00\n"), "E309 slots.csv:4 weekday", ""),
        case(adding("closures.csv", "2026-05-01,2026-05-01,pièce:V1,\n"), "E310 closures.csv:4 scope", ""),
        case(adding("slots.csv", "wed matin,wed,09:00\n"), "E311 slots.csv:4 id", ""),
        case(adding("communes.csv", "254,Glay,47,6,\n"), "E312 communes.csv:6 insee", ""),
        case(adding("communes.csv", "20004,Ajaccio,41.9,8.7,\n"), "E312 communes.csv:6 insee", ""),
        case(with_postal_codes("25200 Cedex"), "E313 communes.csv:2 postal_code", ""),
        case(adding("residents.csv", "R4,25388,*,base,,,#N/A,\n"), "E314 residents.csv:5 party", ""),
        case(adding("residents.csv", "#REF!,25388,*,base,,,,\n"), "E314 residents.csv:5 id", ""),
        case(adding("roads.csv", "25388,01269,#VALEUR!,90\n"), "E314 roads.csv:4 km", ""),
        case(with_postal_codes("1200"), "W315 communes.csv:2 postal_code", "as text"),
        case(
            adding("residents.csv", "R4,25388,*,base,,,,46054\n"),
            "W316 residents.csv:5 available_from",
            "",
        ),
    ]
}

fn references() -> Vec<Case> {
    vec![
        case(adding("residents.csv", "R4,1269,*,base,,,,\n"), "W315 residents.csv:5 commune", "as text"),
        case(
            adding("residents.csv", "R4,Hérimoncour,*,base,,,,\n"),
            "E401 residents.csv:5 commune",
            "Hérimoncourt is `25304`",
        ),
        case(
            replacing("scenario.toml", "\"25304\"", "\"25340\""),
            "E401 scenario.toml:19 hosts.communes[1]",
            "a merged commune",
        ),
        case(
            with_postal_codes("25200").adding("residents.csv", "R4,25200,*,base,,,,\n"),
            "E401 residents.csv:5 commune",
            "Montbéliard (25388), Nantua (01269)",
        ),
        case(
            with_postal_codes("01269").adding("residents.csv", "R4,01269,*,base,,,,\n"),
            "W411 residents.csv:5 commune",
            "",
        ),
        case(
            adding("residents.csv", "R4,25388,teu-0930,base,,,,\n"),
            "E402 residents.csv:5 slots",
            "`tue-0930`",
        ),
        case(adding("residents.csv", "R4,25388,mon-0930,base,,,,\n"), "E402 residents.csv:5 slots", ""),
        case(adding("residents.csv", "R4,25388,*,bases,,,,\n"), "E403 residents.csv:5 track", "`base`"),
        case(adding("closures.csv", "2026-05-01,2026-05-01,venue:V3,\n"), "E404 closures.csv:4 scope", ""),
        case(adding("closures.csv", "2026-05-01,2026-05-01,trainer:T2,\n"), "E405 closures.csv:4 scope", ""),
        case(
            replacing("plan.json", "\"kit\": \"K1\"", "\"kit\": \"K7\""),
            "E406 plan.json:6 kit_roster[0].kit",
            "",
        ),
        case(
            replacing("plan.json", "[\"R2\"", "[\"R9\""),
            "E407 plan.json:3 cycles[0].participants[0]",
            "remove them from the participants of cycle `C001`",
        ),
        case(adding("residents.csv", "R2,25388,*,base,,,,\n"), "E408 residents.csv:5 id", ""),
        case(adding("distances.csv", "25388,01269,190,141\n"), "E409 distances.csv:3 to", ""),
        case(adding("roads.csv", "25388,25388,1,1\n"), "E410 roads.csv:4 to", ""),
        case(adding("distances.csv", "25388,25388,1,1\n"), "E410 distances.csv:3 to", ""),
    ]
}

#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn what_fits_together() -> Vec<Case> {
    vec![
        case(replacing("scenario.toml", "2026-07-03", "2026-01-04"), "E501 scenario.toml:14 horizon.end", ""),
        case(adding("closures.csv", "2026-05-02,2026-05-01,all,\n"), "E501 closures.csv:4 until", ""),
        case(
            replacing("scenario.toml", "min_group = 2", "min_group = 5"),
            "E502 scenario.toml:16 cycle.min_group",
            "",
        ),
        case(adding("slots.csv", "wed-2230,wed,22:30\n"), "E503 slots.csv:4 start", ""),
        case(replacing("scenario.toml", "2026-07-03", "2206-07-03"), "E504 scenario.toml:14 horizon.end", ""),
        case(crowded(), "E505 scenario.toml:3 data.communes", ""),
        case(
            adding("scenario.toml", "[weights]\nequity_shortfall = 100000000\nunserved = 100000000\n")
                .with("residents.csv", residents(50)),
            "E506 scenario.toml",
            "",
        ),
        case(
            replacing("plan.json", "\"R2\", \"R1\"", &vec!["\"R1\""; 1000].join(","))
                .adding("scenario.toml", "[weights]\nunserved = 100000000\n"),
            "E506 plan.json",
            "",
        ),
        case(
            replacing("scenario.toml", "end = 2026-07-03", "end = 2026-07-03\ntimezone = \"Indian/Réunion\""),
            "E510 scenario.toml:15 horizon.timezone",
            "`Indian/Reunion`",
        ),
        case(
            replacing("scenario.toml", "end = 2026-07-03", "end = 2026-07-03\ntimezone = \"noumea\""),
            "E510 scenario.toml:15 horizon.timezone",
            "`Pacific/Noumea`",
        ),
        case(
            adding("communes.csv", "25274,Glay,47.4,6.9,,1\n").replacing(
                "communes.csv",
                "lon,population",
                "lon,population,min_cycles",
            ),
            "W518 communes.csv:6 min_cycles",
            "",
        ),
        case(
            adding("communes.csv", "97411,Saint-Denis,-20.9,55.5,150000\n"),
            "E511 scenario.toml:12 horizon.timezone",
            "timezone = \"Europe/Paris\"",
        ),
        case(
            adding("residents.csv", "R4,25388,*,smartphone,,,P1,\n").replacing(
                "trainers.csv",
                ",base,32",
                ",*,32",
            ),
            "W507 residents.csv:2 party",
            "",
        ),
        case(
            adding("residents.csv", "R4,25388,*,,,,P1,\nR5,25388,*,,,,P1,\nR6,25388,*,,,,P1,\n"),
            "W508 residents.csv:2 party",
            "",
        ),
        case(adding("residents.csv", "R4,25388,thu-1400,,,,P1,\n"), "W509 residents.csv:2 party", ""),
        case(
            adding("residents.csv", "R4,25388,*,,,,non,\nR5,25304,*,,,,non,\n"),
            "W515 residents.csv:5 party",
            "",
        ),
        case(
            adding("residents.csv", "R4,25388,*,,,,Martin,\nR5,25304,*,,,,Martin,\n"),
            "W516 residents.csv:5 party",
            "",
        ),
        case(adding("communes.csv", "25274,Glay,0,0,\n"), "W512 communes.csv:6 lat", "town hall"),
        case(
            adding("communes.csv", "25274,Glay,6.9,47.4,\n"),
            "W513 communes.csv:6 lat",
            "lat 47.4, lon 6.9",
        ),
        case(adding("communes.csv", "25274,Glay,-47.4,6.9,\n"), "W514 communes.csv:6 lat", "town hall"),
    ]
}

/// The village with the same postal code for Montbéliard and Nantua.
fn with_postal_codes(code: &str) -> Village {
    let table = format!(
        "insee,name,lat,lon,postal_code\n\
         25388,Montbéliard,47.51,6.8,{code}\n\
         25304,Hérimoncourt,47.44,6.88,25310\n\
         01269,Nantua,46.15,5.6,{code}\n\
         2A004,Ajaccio,41.92,8.73,20000\n"
    );
    // One damaged cell yields one finding.
    let table = if code.len() == 5 { table } else { table.replacen(&format!("5.6,{code}"), "5.6,01130", 1) };
    Village::new().with("communes.csv", table)
}

/// More communes than the largest territory.
fn crowded() -> Village {
    let lines: Vec<String> = (30_000..35_000).map(|insee| format!("{insee},Commune,47,6,\n")).collect();
    adding("communes.csv", &lines.concat())
}

fn residents(count: usize) -> String {
    let rows = (1..=count).map(|number| format!("R{number},25388,*\n"));
    std::iter::once("id,commune,slots\n".to_owned()).chain(rows).collect::<Vec<_>>().concat()
}

fn all() -> Vec<Case> {
    let own = [
        files(),
        scenario_and_plan(),
        tables(),
        values(),
        references(),
        what_fits_together(),
        promises::all(),
    ];
    own.into_iter().chain([workbooks::all()]).flatten().collect()
}

#[test]
fn each_spoilt_input_gives_exactly_its_finding() {
    let english = Messages::new(Lang::En);
    for Case { village, finding, hint } in all() {
        let findings = village.findings();
        assert_eq!(places(&findings), [finding], "{}", render(&findings, &english));
        let text = render(&findings, &english);
        assert_eq!(text.contains("hint:"), !hint.is_empty(), "{text}");
        assert!(text.contains(hint), "`{hint}` in {text}");
    }
}

#[test]
fn every_code_has_a_bad_input_and_words_in_both_languages() {
    let of_commands = commands::all().into_iter().map(|case| case.0);
    let tried: BTreeSet<&str> = all()
        .iter()
        .map(|case| &case.finding[..4])
        .chain(of_commands)
        .chain(batches::codes())
        .chain(crate::amend::CODES)
        .chain(crate::collect::CODES)
        .chain(crate::collect_exports::CODES)
        .chain(crate::distances::CODES)
        .chain(crate::osrm::CODES)
        .collect();
    for &code in Code::ALL {
        assert!(tried.contains(code.id()), "no bad input triggers {}", code.id());
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            assert!(messages.has(code.id()), "{} has no message in {lang:?}", code.id());
            assert!(messages.has(code.explanation()), "{} is not explained in {lang:?}", code.id());
        }
    }
}

#[test]
fn codes_are_unique() {
    let ids: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    assert_eq!(ids.len(), Code::ALL.len());
}

#[test]
fn a_scenario_with_warnings_alone_can_be_planned() {
    let village = adding("residents.csv", "R4,25388,thu-1400,,,,P1,\n");
    let warnings = village.sound().warnings;
    assert_eq!(warnings.len(), 1);
    assert_eq!(warnings[0].severity(), Severity::Warning);
}

/// The words of every finding, for people to read; without the folder and the system's own words.
#[test]
fn findings_are_worded_for_planners() {
    for (lang, name) in [(Lang::En, "en"), (Lang::Fr, "fr")] {
        let messages = Messages::new(lang);
        let mut text = String::new();
        for Case { village, finding, .. } in all() {
            if !finding.starts_with("E002") {
                let folder = village.path("").display().to_string();
                text += &render(&village.findings(), &messages).replace(&folder, "");
                text.push('\n');
            }
        }
        insta::assert_snapshot!(format!("findings_{name}"), text);
    }
}
