//! Faults of an announced plan, and of the scenario's decisions about it.

use super::codes::{Case, case};
use super::village::Village;

/// The village with an announced plan, and these further keys in its scenario.
fn announced(keys: &str) -> Village {
    Village::new().adding("scenario.toml", &format!("[announced]\nplan = \"plan.json\"\n{keys}\n"))
}

pub(super) fn all() -> Vec<Case> {
    let before = || announced("today = 2026-02-15");
    let second = |id: &str, who: &str| {
        let cycle = format!(
            "\"2026-03-10\"]}},\n  {{\"id\": \"{id}\", \"venue\": \"V2\", \"slot\": \"thu-1400\", \"track\": \"base\",\n   \
             \"trainer\": \"T1\", \"participants\": [{who}], \"sessions\": [\"2026-03-05\"]"
        );
        before().replacing("plan.json", "\"2026-03-10\"]", &cycle)
    };
    vec![
        case(announced(""), "E103 scenario.toml:21 announced.today", ""),
        case(before().replacing("plan.json", "\"format\": 1", "\"format\": 2"), "E106 plan.json format", ""),
        case(
            before().replacing("plan.json", "[\"R2\"", "[\"R9\""),
            "E407 plan.json:3 cycles[0].participants[0]",
            "mark it as `withdrawn`",
        ),
        case(second("C001", ""), "E801 plan.json:2 cycles[1].id", ""),
        case(second("C002", "\"R1\""), "E802 plan.json:3 cycles", ""),
        case(
            before().replacing(
                "plan.json",
                "\"2026-03-03\", \"2026-03-10\"",
                "\"2026-03-10\", \"2026-03-03\"",
            ),
            "E803 plan.json:4 cycles[0].sessions",
            "",
        ),
        case(
            announced("today = 2026-03-04").replacing("trainers.csv", "Claire,25388", "Claire,2A004"),
            "E804 plan.json:4 cycles",
            "",
        ),
        case(announced("today = 2026-07-04"), "E805 scenario.toml:22 announced.today", ""),
        case(
            announced("today = 2026-02-15\nrelease = [\"R1\", \"c001\"]"),
            "E806 scenario.toml:23 announced.release[1]",
            "`C001`",
        ),
        case(
            announced("today = 2026-02-15\nhit = [\"C001 2026-03-03 room\"]"),
            "E807 scenario.toml:23 announced.hit[0]",
            "",
        ),
        case(
            announced("today = 2026-02-15\nhit = [\"C001 2026-03-04 venue\"]"),
            "E808 scenario.toml:23 announced.hit[0]",
            "",
        ),
    ]
}
