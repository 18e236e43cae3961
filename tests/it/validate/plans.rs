//! Plans made or edited by hand: what can be understood is read, and whether it is legal is up to `check`.

use ateliers::diagnostics::Diagnostic;
use ateliers::input::read_plan;
use ateliers::plan::Plan;
use ateliers::plan::file::PlanFile;
use jiff::civil::date;

use super::village::{Village, places};

fn read(village: &Village) -> Result<(Plan, PlanFile), Vec<Diagnostic>> {
    read_plan(&village.path("plan.json"), &village.sound().instance)
}

#[test]
fn a_plan_needs_only_its_cycles_and_its_kit_roster() {
    let (plan, file) = read(&Village::new()).unwrap();
    assert_eq!(plan.cycles[0].participants, [0.into(), 1.into()]);
    assert_eq!(plan.cycles[0].sessions, [date(2026, 3, 3), date(2026, 3, 10)]);
    assert_eq!(plan.kit_roster.len(), 1);
    assert_eq!((file.objective, file.unserved, file.solver), (None, None, None));
}

#[test]
fn an_illegal_plan_is_read_all_the_same() {
    let village = Village::new()
        .replacing("plan.json", "\"R2\", \"R1\"", "\"R2\", \"R2\", \"R3\"")
        .replacing("plan.json", "\"2026-03-03\", \"2026-03-10\"", "\"1999-12-31\", \"1999-12-31\"");
    let (plan, _) = read(&village).unwrap();
    assert_eq!(plan.cycles[0].participants.len(), 3);
    assert_eq!(plan.cycles[0].sessions.len(), 2);
}

#[test]
fn all_that_cannot_be_understood_is_told_at_once() {
    let village = Village::new()
        .replacing("plan.json", "\"venue\": \"V1\"", "\"venue\": \"V9\"")
        .replacing("plan.json", "\"2026-03-10\"", "\"2026-03-32\"")
        .replacing("plan.json", "\"slot\": \"tue-0930\"", "\"slot\": \"tue-0931\"");
    let faults = read(&village).unwrap_err();
    assert_eq!(
        places(&faults),
        [
            "E402 plan.json:2 cycles[0].slot",
            "E404 plan.json:2 cycles[0].venue",
            "E306 plan.json:4 cycles[0].sessions[1]",
        ]
    );
}

#[test]
fn a_plan_that_is_not_json_tells_where() {
    let village = Village::new().with("plan.json", "{\n  \"format\": 1,\n  cycles: []\n}");
    assert_eq!(places(&read(&village).unwrap_err()), ["E105 plan.json:3 3"]);
}
