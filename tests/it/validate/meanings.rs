//! The meaning of tables and scenarios that omit something, and which combinations are allowed.

use ateliers::diagnostics::{Diagnostic, SHOWN_PER_CODE, render};
use ateliers::input::read_plan;
use ateliers::input::scenario_file::{ScenarioFile, schema};
use ateliers::instance::rules::{CycleRules, Rules};
use ateliers::instance::units::{Euros, Minutes, Ratio};
use ateliers::messages::{Lang, Messages};
use jiff::civil::date;

use super::village::{Village, places};

/// Only the keys without defaults.
const BARE: &str = r#"name = "bare"
[data]
communes = "communes.csv"
roads = "roads.csv"
slots = "slots.csv"
venues = "venues.csv"
trainers = "trainers.csv"
kits = "kits.csv"
residents = "residents.csv"
[horizon]
start = 2026-01-05
end = 2026-07-03
"#;

#[test]
fn keys_that_are_not_written_have_the_defaults_of_the_contract() {
    let rules: Rules = Village::new().with("scenario.toml", BARE).sound().instance.rules.clone();
    let cycle = CycleRules {
        sessions: 5,
        session_minutes: Minutes::whole(120),
        min_group: 6,
        max_group: 12,
        max_gap_days: 21,
    };
    assert_eq!(rules.cycle, cycle);
    assert_eq!(rules.travel.max_travel, Minutes::whole(15));
    assert_eq!(rules.travel.local.minutes, Minutes::whole(4));
    assert_eq!(rules.travel.local.km.nano(), 1_500_000_000);
    assert_eq!(rules.travel.turnaround, Minutes::whole(20));
    assert_eq!((rules.hosts.communes.len(), rules.hosts.max_cycles_per_commune), (4, None));
    assert_eq!((rules.costs.prep, rules.costs.fee), (Minutes::whole(30), Euros::whole(35)));
    assert_eq!(rules.costs.tablet_session, Euros::from_nano(500_000_000));
    assert_eq!(rules.costs.support_per_participant, Euros::whole(12));
    assert_eq!((rules.costs.cycle_setup, rules.costs.max_gross), (Euros::whole(60), None));
    assert_eq!((rules.weights.unserved, rules.weights.wait_week), (Euros::whole(400), Euros::whole(4)));
    assert_eq!(rules.weights.travel_minute, Euros::from_nano(800_000_000));
    assert_eq!(rules.weights.equity_target, Ratio::from_nano(500_000_000));
    assert_eq!(rules.weights.equity_shortfall, Euros::whole(150));
    assert_eq!((rules.weights.away, rules.weights.absence), (Euros::ZERO, Euros::whole(1000)));
    assert!((rules.solver.time_limit_s - 60.0).abs() < 1e-9 && rules.solver.gap.abs() < 1e-9);
    assert_eq!((rules.solver.seed, rules.solver.threads), (1, 0));
}

#[test]
fn empty_fields_and_missing_columns_have_the_defaults_of_the_contract() {
    let village =
        Village::new().with("trainers.csv", "id,name,base,slots,hourly_cost\nT1,Claire,25388,*,32\n");
    let instance = village.with("residents.csv", "id,commune,slots\nR1,25388,*\n").sound().instance;
    let trainer = &instance.trainers.raw[0];
    assert_eq!((trainer.max_sessions_per_day, trainer.max_sessions_per_week), (3, 15));
    assert_eq!(trainer.max_sessions, None);
    assert_eq!((trainer.km_cost, trainer.tracks.len(), trainer.slots.len()), (Euros::ZERO, 1, 2));
    let resident = &instance.residents.raw[0];
    assert_eq!(instance.tracks[resident.track], "base");
    assert_eq!((resident.max_travel, resident.priority), (Minutes::whole(15), Ratio::whole(1)));
    assert!(!resident.needs_tablet && !resident.step_free && resident.available_from.is_none());
    let venue = &instance.venues.raw[1];
    assert_eq!((venue.cost_per_session, venue.tablets, venue.step_free), (Euros::ZERO, 0, false));
}

#[test]
fn members_of_a_party_share_it_and_others_are_alone() {
    let instance = Village::new().sound().instance;
    let sizes: Vec<usize> = instance.parties.iter().map(|party| party.members.len()).collect();
    assert_eq!(sizes, [2, 1]);
    assert_eq!(instance.parties.raw[0].id.as_deref(), Some("P1"));
    assert_eq!(instance.parties.raw[1].id, None);
    for (resident, row) in instance.residents.iter_enumerated() {
        assert!(instance.parties[row.party].members.contains(&resident));
    }
}

#[test]
fn whoever_has_withdrawn_is_known_and_a_member_of_no_party() {
    // R2 and R3 come together because both named R1, who has withdrawn; no member is left of R4's party.
    let rows = "id,commune,slots,party,withdrawn\nR1,25388,*,,oui\nR2,25388,tue-0930,R1,\nR3,25388,*,R1,0\nR4,25388,*,P,1\n";
    let village = Village::new().with("residents.csv", rows);
    let read = village.sound();
    assert_eq!(places(&read.warnings), Vec::<String>::new());
    let instance = &read.instance;
    let members: Vec<Vec<usize>> =
        instance.parties.iter().map(|party| party.members.iter().map(|&it| it.into()).collect()).collect();
    assert_eq!(members, [vec![1, 2], vec![]]);
    assert_eq!(instance.interested().map(|(id, _)| usize::from(id)).collect::<Vec<_>>(), [1, 2]);
    let plan = read_plan(&village.path("plan.json"), instance).unwrap().0;
    assert_eq!(plan.cycles[0].participants, [0.into(), 1.into()]);
}

#[test]
fn a_commune_that_asks_for_more_cycles_than_it_can_host_is_told() {
    let village = |cycles: &str, scenario: &str| {
        let communes = format!(
            "insee,name,lat,lon,min_cycles\n25388,Montbéliard,47.51,6.8,{cycles}\n\
                                25304,Hérimoncourt,47.44,6.88,0\n01269,Nantua,46.15,5.6,\n2A004,Ajaccio,41.92,8.73,\n"
        );
        Village::new().with("communes.csv", communes).replacing("scenario.toml", "[hosts]\n", scenario)
    };
    let told = |cycles: &str, scenario: &str| places(&village(cycles, scenario).sound().warnings);
    let here = ["W518 communes.csv:2 min_cycles"];
    assert_eq!(told("3", "[hosts]\n"), Vec::<String>::new());
    assert_eq!(told("3", "[hosts]\nmax_cycles_per_commune = 2\n"), here);
    assert_eq!(told("2", "[hosts]\nmax_cycles_per_commune = 2\n"), Vec::<String>::new());
    assert_eq!(
        told("3", "[weights]\nabsence = 0\n[hosts]\nmax_cycles_per_commune = 2\n"),
        Vec::<String>::new()
    );
    // Both rooms are too small for any group.
    let small = village("1", "[hosts]\n").replacing("venues.csv", "fêtes,12", "fêtes,1");
    assert_eq!(places(&small.sound().warnings), here);
}

#[test]
fn keys_that_most_tables_leave_out_are_read_under_their_french_names() {
    let communes = "Code INSEE;Nom;Latitude;Longitude;Cycles au moins\n25388;Montbéliard;47,51;6,8;2\n\
                    25304;Hérimoncourt;47,44;6,88;\n01269;Nantua;46,15;5,6;0\n";
    let trainers = "Animateur;Nom;Commune de départ;Créneaux;Coût horaire;Séances en tout\n\
                    T1;Claire;25388;*;32;40\nT2;Paul;25388;*;32;\n";
    let residents = "Inscription;Commune;Créneaux;Désistement\nR1;25388;*;oui\nR2;25388;*;non\nR3;25388;*;\n";
    let village = Village::new().with("communes.csv", communes).with("trainers.csv", trainers);
    let weights = "[weights]\naway = 2.5\nabsence = 700\n";
    let instance = village.with("residents.csv", residents).adding("scenario.toml", weights).sound().instance;
    assert_eq!(instance.communes.iter().map(|it| it.min_cycles).collect::<Vec<_>>(), [2, 0, 0]);
    assert_eq!(instance.trainers.iter().map(|it| it.max_sessions).collect::<Vec<_>>(), [Some(40), None]);
    assert_eq!(instance.residents.iter().map(|it| it.withdrawn).collect::<Vec<_>>(), [true, false, false]);
    let weights = instance.rules.weights;
    assert_eq!((weights.away, weights.absence), (Euros::from_nano(2_500_000_000), Euros::whole(700)));
}

#[test]
fn tracks_are_sorted_and_a_star_is_every_track_named_anywhere() {
    let village =
        Village::new().adding("trainers.csv", "T2,Paul,25304,*,*,30,0.4\nT3,Zoé,25304,*,visio,30,0.4\n");
    let instance = village.adding("residents.csv", "R4,25388,*,smartphone,,,,\n").sound().instance;
    assert_eq!(Vec::from(instance.tracks.clone()), ["base", "smartphone", "visio"]);
    let taught: Vec<usize> = instance.trainers.iter().map(|trainer| trainer.tracks.len()).collect();
    assert_eq!(taught, [1, 3, 1]);
    assert_eq!(instance.tracks[instance.residents.raw[3].track], "smartphone");
}

#[test]
fn without_trainers_any_track_may_be_wanted() {
    let village = Village::new().with("trainers.csv", "id,name,base,slots,hourly_cost\n");
    assert_eq!(village.sound().instance.tracks.len(), 1);
}

#[test]
fn tables_with_a_header_and_no_rows_are_allowed() {
    let headers = [
        ("communes.csv", "insee,name,lat,lon"),
        ("roads.csv", "from,to,km,minutes"),
        ("distances.csv", "from,to,km,minutes"),
        ("slots.csv", "id,weekday,start"),
        ("venues.csv", "id,commune,name,seats,slots"),
        ("trainers.csv", "id,name,base,slots,hourly_cost"),
        ("kits.csv", "id,tablets,depot"),
        ("residents.csv", "id,commune,slots"),
        ("closures.csv", "from,until,scope"),
    ];
    let village = Village::new().replacing("scenario.toml", "[\"25388\", \"25304\"]", "[\"*\"]");
    let village = headers.into_iter().fold(village, |village, (file, header)| village.with(file, header));
    let instance = village.sound().instance;
    assert_eq!((instance.residents.len(), instance.communes.len()), (0, 0));
}

#[test]
fn all_faults_of_all_files_are_told_at_once_in_order() {
    let village = Village::new()
        .replacing("scenario.toml", "name = \"village\"\n", "")
        .replacing("scenario.toml", "max_group = 4", "max_grp = 4\nsessions = \"five\"")
        .replacing("scenario.toml", "2026-07-03", "2025-07-03")
        .replacing("scenario.toml", "25304", "25305")
        .adding("kits.csv", "K1,-1,99999\n")
        .adding("residents.csv", "R1,99999,sun-0000 thu-1400,x,?,a,,2026-13-01\n");
    let expected = ["E401 kits.csv:3 depot", "E305 kits.csv:3 tablets", "E408 kits.csv:3 id"];
    let found = places(&village.findings());
    for finding in expected {
        assert!(found.contains(&finding.to_owned()), "{finding} in {found:?}");
    }
    insta::assert_snapshot!("all_faults_at_once", found.join("\n"));
}

#[test]
fn a_table_that_cannot_be_read_is_one_fault_and_not_one_for_each_reference() {
    let village = Village::new().with("communes.csv", "");
    assert_eq!(places(&village.findings()), ["E006 communes.csv"]);
    let village = Village::new().without("slots.csv");
    assert_eq!(places(&village.findings()), ["E001 scenario.toml:6 data.slots"]);
    let village = Village::new().replacing("slots.csv", "tue,09:30", "tue,morning");
    assert_eq!(places(&village.findings()), ["E308 slots.csv:2 start"]);
}

#[test]
fn a_column_filled_in_wrongly_is_shown_some_times_and_counted() {
    let rows: Vec<String> = (0..100).map(|number| format!("K{number}x,douze,25388\n")).collect();
    let findings = Village::new().adding("kits.csv", &rows.concat()).findings();
    assert_eq!(findings.len(), SHOWN_PER_CODE);
    let hidden: usize = findings.iter().map(|finding: &Diagnostic| finding.and_more).sum();
    assert_eq!(hidden, 100 - SHOWN_PER_CODE);
    assert!(render(&findings, &Messages::new(Lang::En)).contains("and 80 more E304"));
}

#[test]
fn the_order_of_rows_changes_nothing_but_the_order_of_the_tables() {
    let village =
        Village::new().with("slots.csv", "id,weekday,start\nthu-1400,thu,14:00\ntue-0930,tue,09:30\n");
    let instance = village.sound().instance;
    let slot = instance.slots.iter_enumerated().find(|(_, slot)| slot.id == "tue-0930").unwrap().0;
    assert!(instance.residents.raw[0].slots.contains(&slot));
    assert_eq!(instance.residents.raw[0].slots.len(), 1);
    assert_eq!(instance.rules.horizon.start, date(2026, 1, 5));
}

#[test]
fn the_digest_changes_with_every_file_and_with_nothing_else() {
    let digest = Village::new().sound().instance.digest.clone();
    assert_eq!(digest.len(), 64);
    assert_eq!(digest, Village::new().sound().instance.digest);
    for file in ["scenario.toml", "communes.csv", "distances.csv", "closures.csv"] {
        assert_ne!(digest, Village::new().adding(file, "\n").sound().instance.digest, "{file}");
    }
}

/// The schema, the defaults and the reader come from the same types: a scenario that they write is read back unchanged.
#[test]
fn a_scenario_written_from_its_types_reads_back_the_same() {
    let instance = Village::new().with("scenario.toml", BARE).sound().instance;
    let json = serde_json::json!({
        "name": "bare",
        "data": {"communes": "communes.csv", "roads": "roads.csv", "slots": "slots.csv", "venues": "venues.csv",
            "trainers": "trainers.csv", "kits": "kits.csv", "residents": "residents.csv"},
        "horizon": {"start": "2026-01-05", "end": "2026-07-03"}
    });
    let file: ScenarioFile = serde_json::from_value(json).unwrap();
    let written = serde_json::to_value(&file).unwrap();
    assert_eq!(serde_json::from_value::<ScenarioFile>(written.clone()).unwrap(), file);
    let mut lines = Vec::new();
    for (section, keys) in written.as_object().unwrap() {
        match keys.as_object() {
            None => lines.insert(0, format!("{section} = {keys}")),
            Some(keys) => {
                lines.push(format!("[{section}]"));
                lines.extend(keys.iter().map(|(key, value)| format!("{key} = {value}")));
            }
        }
    }
    let again = Village::new().with("scenario.toml", lines.join("\n")).sound().instance;
    assert_eq!(again.rules, instance.rules);
    assert_eq!(schema().get("title").and_then(|title| title.as_str()), Some("ScenarioFile"));
}
