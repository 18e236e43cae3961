//! Calendars as people receive them: in the zone of the territory, with stable identifiers, with cancelled sessions, and
//! robust against any content in the folder of an earlier export.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::Duration;

use icalendar::{Calendar, CalendarComponent, Component};

use crate::cli::Place;

/// Every calendar below a folder: its path, and its text.
fn calendars(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for audience in ["animateurs", "mairies"] {
        for entry in fs::read_dir(folder.join(audience)).into_iter().flatten() {
            let path = entry.expect("an entry").path().join("calendrier.ics");
            let name = path.strip_prefix(folder).expect("below").display().to_string();
            found.insert(name, fs::read_to_string(&path).expect("a calendar"));
        }
    }
    found
}

/// Identifier and status of every event of a calendar.
fn events(text: &str) -> BTreeMap<String, String> {
    let calendar: Calendar = text.parse().expect("a calendar");
    let events = calendar.components.iter().filter_map(CalendarComponent::as_event);
    let value =
        |event: &icalendar::Event, key: &str| event.property_value(key).unwrap_or_default().to_owned();
    events.map(|event| (value(event, "UID"), value(event, "STATUS"))).collect()
}

fn all_uids(folder: &Path) -> BTreeSet<String> {
    calendars(folder).values().flat_map(|text| events(text).into_keys()).collect()
}

/// Exports the plan of the place.
#[track_caller]
fn export(place: &Place, out: &str, words: &str) -> BTreeMap<String, String> {
    place.told(
        &format!("export scenario.toml plan.json --out {out} --lang fr --only trainers,mairies {words}"),
        0,
    );
    calendars(&place.path(out))
}

/// Replaces text in every file of the place.
fn everywhere(place: &Place, replacements: &[(&str, &str)]) {
    for entry in fs::read_dir(place.path("")).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let text = fs::read_to_string(&path).expect("text");
            let replaced = replacements.iter().fold(text, |text, (from, to)| text.replace(from, to));
            fs::write(&path, replaced).expect("written");
        }
    }
}

/// The small fixture with the codes of another territory.
fn territory(prefix: &str) -> Place {
    let place = Place::new();
    let codes = ["25304", "25539", "25314"].map(|code| (code, format!("{prefix}{}", &code[3..])));
    let codes: Vec<(&str, &str)> = codes.iter().map(|(from, to)| (*from, to.as_str())).collect();
    everywhere(&place, &codes);
    place
}

#[track_caller]
fn assert_zone(place: &Place, zone: &str, offset: &str) {
    let out = export(place, "out", "");
    assert_eq!(out.len(), 4, "{:?}", out.keys());
    for (path, text) in &out {
        let text = text.replace("\r\n ", "");
        assert!(text.contains(&format!("X-WR-TIMEZONE:{zone}\r\n")), "{path}");
        assert!(text.contains(&format!("BEGIN:VTIMEZONE\r\nTZID:{zone}\r\n")), "{path}");
        assert!(text.contains(&format!("TZOFFSETTO:{offset}\r\n")), "{path}: {text}");
        assert_eq!(
            text.matches("TZID").count() - 1,
            text.matches(&format!("TZID={zone}:")).count(),
            "{path}"
        );
    }
    assert!(
        out["animateurs/T1/calendrier.ics"].contains(&format!("DTSTART;TZID={zone}:20260105T093000\r\n"))
    );
}

#[test]
fn times_are_those_of_the_territory() {
    assert_zone(&territory("974"), "Indian/Reunion", "+0400");
    assert_zone(&territory("975"), "America/Miquelon", "-0200");
    assert_zone(&territory("988"), "Pacific/Noumea", "+1100");
    assert_zone(&territory("2A0"), "Europe/Paris", "+0100");
}

#[test]
fn a_scenario_may_name_its_zone() {
    let place = territory("987");
    assert_zone(&place, "Pacific/Tahiti", "-1000");
    place.edit("scenario.toml", "end = 2026-03-01", "end = 2026-03-01\ntimezone = \"pacific/marquesas\"");
    assert_zone(&place, "Pacific/Marquesas", "-0930");
    place.told("export scenario.toml plan.json --out systems --lang fr --only systems", 0);
    let table = fs::read_to_string(place.path("systems/systemes/rdv-service-public.csv")).expect("a table");
    assert!(table.contains("fuseau_horaire") && table.contains(";Pacific/Marquesas"), "{table}");
}

#[test]
fn communes_in_several_zones_are_a_fault_unless_their_clocks_agree_or_a_zone_is_named() {
    let place = territory("974");
    let communes = fs::read_to_string(place.path("communes.csv")).expect("a table");
    let with = |code: &str| {
        let more = format!("{communes}{code},Ailleurs,14.6,-61.0,100\n");
        fs::write(place.path("communes.csv"), more).expect("written");
    };
    with("97608");
    let said = place.told("validate scenario.toml --lang fr", 2);
    assert!(
        said.contains("E511") && said.contains("Indian/Reunion") && said.contains("Indian/Mayotte"),
        "{said}"
    );
    place.edit("scenario.toml", "end = 2026-03-01", "end = 2026-03-01\ntimezone = \"Indian/Reunion\"");
    place.told("validate scenario.toml", 0);
    // Guadeloupe and Saint-Martin have two names for one time.
    let place = territory("971");
    place.edit("communes.csv", "97114,", "97801,");
    everywhere(&place, &[("97114", "97801")]);
    assert_zone(&place, "America/Guadeloupe", "-0400");
}

#[test]
fn a_session_that_was_announced_in_a_wrong_zone_is_announced_anew() {
    let place = territory("974");
    place.edit("scenario.toml", "end = 2026-03-01", "end = 2026-03-01\ntimezone = \"Europe/Paris\"");
    export(&place, "wrong", "");
    place.edit("scenario.toml", "timezone = \"Europe/Paris\"\n", "");
    let right = export(&place, "right", "--previous wrong");
    let mine = &right["animateurs/T1/calendrier.ics"];
    assert_eq!(mine.matches("SEQUENCE:1\r\n").count(), 4, "{mine}");
    assert!(!mine.contains("Europe/Paris"), "{mine}");
}

#[test]
fn plans_of_two_seasons_share_no_identifier_whatever_their_names() {
    let long = "x".repeat(60);
    let uids = |edit: &dyn Fn(&Place)| {
        let place = Place::new();
        edit(&place);
        export(&place, "out", "");
        all_uids(&place.path("out"))
    };
    let seasons = [
        uids(&|_| ()),
        // The autumn of the same town, and a spring that lasts longer.
        uids(&|place| everywhere(place, &[("2026-01-", "2026-10-"), ("2026-03-01", "2026-12-01")])),
        uids(&|place| everywhere(place, &[("end = 2026-03-01", "end = 2026-03-02")])),
        // The same season in a town with other communes, under the name that `init` gave both.
        uids(&|place| everywhere(place, &[("25314", "25315")])),
        uids(&|place| everywhere(place, &[("\"small\"", &format!("\"{long} a\""))])),
        uids(&|place| everywhere(place, &[("\"small\"", &format!("\"{long} b\""))])),
    ];
    let distinct: BTreeSet<&String> = seasons.iter().flatten().collect();
    assert_eq!(distinct.len(), seasons.iter().map(BTreeSet::len).sum::<usize>());
    assert!(seasons.iter().all(|uids| uids.len() == 8), "four sessions, for a town hall and for a trainer");
    assert_eq!(seasons[0], uids(&|_| ()), "the same plan has the same ones");
}

#[test]
fn identifiers_stay_along_the_exports_of_one_plan_whatever_the_scenario_becomes() {
    let place = Place::new();
    export(&place, "first", "");
    let uids = all_uids(&place.path("first"));
    everywhere(&place, &[("\"small\"", "\"smaller\""), ("end = 2026-03-01", "end = 2026-04-01")]);
    place.edit("communes.csv", "25314,", "25315,Elsewhere,47.3,6.9,100\n25314,");
    export(&place, "second", "--previous first");
    assert_eq!(all_uids(&place.path("second")), uids);
    // A cycle with another number is new, but in the same series.
    place.edit("plan.json", "C002", "C003");
    export(&place, "third", "--previous second");
    let more: Vec<String> = all_uids(&place.path("third")).difference(&uids).cloned().collect();
    assert_eq!(more.len(), 4, "two sessions, for a town hall and for a trainer: {more:?}");
    let series = |uid: &str| uid.rsplit('.').next().map(ToOwned::to_owned);
    assert!(more.iter().all(|uid| uids.iter().any(|known| series(known) == series(uid))), "{more:?}");
}

#[test]
fn a_trainer_whose_name_begins_another_keeps_out_of_its_calendar() {
    let place = Place::new();
    everywhere(&place, &[("\"T1\"", "\"M.Exemple\""), ("T1,Animatrice 1", "M.Exemple,Animatrice 1")]);
    place.edit("trainers.csv", "\nM.Exemple", "\nM,Marc,25539,*,31,0.4,invented\nM.Exemple");
    let first = export(&place, "first", "");
    let second = export(&place, "second", "--previous first");
    assert_eq!(first, second, "nothing has changed for anybody");
    assert!(events(&second["animateurs/M/calendrier.ics"]).is_empty());
    assert_eq!(events(&second["animateurs/M-Exemple/calendrier.ics"]).len(), 4);
}

#[test]
fn whoever_left_the_tables_gets_a_calendar_of_cancellations() {
    let place = Place::new();
    export(&place, "first", "");
    // The trainer leaves, and the commune merges with its neighbour under a new code.
    everywhere(&place, &[("\"T1\"", "\"T2\""), ("T1,", "T2,"), ("25304", "25305")]);
    let said = place.told(
        "export scenario.toml plan.json --out second --previous first --lang fr --only trainers,mairies",
        0,
    );
    assert!(said.contains("25304, T1"), "{said}");
    let second = calendars(&place.path("second"));
    for (path, n_events) in
        [("animateurs/T1/calendrier.ics", 4), ("mairies/25304-Herimoncourt/calendrier.ics", 2)]
    {
        let gone = events(&second[path]);
        assert_eq!(gone.len(), n_events, "{path}");
        assert!(gone.values().all(|status| status == "CANCELLED"), "{path}: {gone:?}");
        assert!(second[path].contains("SEQUENCE:1\r\n"), "{path}");
    }
    let came = events(&second["animateurs/T2/calendrier.ics"]);
    assert!(came.values().all(|status| status == "CONFIRMED") && came.len() == 4, "{came:?}");
    // They stay cancelled, byte for byte; recipients who are not asked for get nothing.
    assert_eq!(export(&place, "third", "--previous second"), second);
    place.told("export scenario.toml plan.json --out few --previous first --only trainers", 0);
    assert!(!place.path("few/mairies").exists());
}

#[test]
fn a_cycle_that_left_is_cancelled_for_everybody() {
    let place = Place::new();
    export(&place, "first", "");
    place.edit("plan.json", "C002", "C003");
    for (path, text) in export(&place, "second", "--previous first") {
        for (uid, status) in events(&text) {
            let expected = if uid.starts_with("C002") { "CANCELLED" } else { "CONFIRMED" };
            assert_eq!(status, expected, "{path}: {uid}");
        }
    }
}

/// Damage to a calendar: replaces or modifies it.
type Spoil = fn(&Path, &str);

#[test]
fn hostile_calendars_are_refused_at_once_and_nothing_is_written() {
    let place = Place::new();
    let sound = export(&place, "sound", "").remove("animateurs/T1/calendrier.ics").expect("a calendar");
    let spoils: Vec<(&str, Spoil)> = vec![
        ("is not a calendar", |path, _| fs::write(path, "BEGIN:A\n".repeat(1_000_000)).expect("written")),
        ("nests", |path, _| {
            let text = "BEGIN:VCALENDAR\n".to_owned() + &"BEGIN:VEVENT\n".repeat(1_000_000);
            fs::write(path, text).expect("written");
        }),
        ("counts to the end", |path, sound| {
            fs::write(path, sound.replace("SEQUENCE:0", "SEQUENCE:4294967295")).expect("written");
        }),
        ("is enormous", |path, _| {
            fs::File::create(path).and_then(|file| file.set_len(1 << 34)).expect("a file may be sparse");
        }),
        #[cfg(unix)]
        ("is a pipe", |path, _| {
            let made = std::process::Command::new("mkfifo").arg(path).status().expect("mkfifo runs");
            assert!(made.success());
        }),
        #[cfg(unix)]
        ("never ends", |path, _| std::os::unix::fs::symlink("/dev/zero", path).expect("a link")),
    ];
    for (what, spoil) in spoils {
        let folder = tempfile::tempdir().expect("a folder");
        spoil(&folder.path().join("calendrier.ics"), &sound);
        let mut command = place.command("export scenario.toml plan.json --out out --only trainers --lang fr");
        let output = command.arg("--previous").arg(folder.path()).timeout(Duration::from_mins(1)).output();
        let output = output.expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{what}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(!place.path("out").exists(), "{what}");
    }
}
