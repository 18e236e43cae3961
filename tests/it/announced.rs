//! The village of the fixture a week into an announced plan, and a plan that changes nothing in it.
//!
//! Today is Monday 12 January, the notice two weeks. Begun: Tom's group of Ana and Bruno in the library, held once.
//! Committed: his group of Chloé and Denis in the school, today and, since the 19th is closed, on the 26th. Open to
//! change: Uma's group of Jules and Karim in the library in February. C000 was closed before.

use ateliers::instance::announced::{Announced, AnnouncedCycle, Failure};
use ateliers::instance::ids::AnnouncedId;
use ateliers::instance::{Instance, InstanceData};
use ateliers::plan::{Cycle, Fate, KitUse, Plan};
use jiff::civil::Date;

use crate::fixture::{
    ANA, BASE, BRUNO, CHLOE, DENIS, FARID, JULES, KARIM, LIBRARY, LILA, MON_0900, MON_1000, MON_1400, SCHOOL,
    SMARTPHONE, TOM, UMA, cycle, day,
};

/// Begun: C001.
pub(crate) const BEGUN: usize = 0;
/// Committed and not begun: C002.
pub(crate) const COMMITTED: usize = 1;
/// Open to change: C003.
pub(crate) const OPEN: usize = 2;

/// The announced plan, with every cycle standing.
pub(crate) fn standing_plan() -> Plan {
    let cycles = [
        cycle("C001", (LIBRARY, MON_0900, BASE, TOM), &[ANA, BRUNO], &[day(1, 5), day(1, 12)]),
        cycle("C002", (SCHOOL, MON_1400, BASE, TOM), &[CHLOE, DENIS], &[day(1, 12), day(1, 26)]),
        cycle("C003", (LIBRARY, MON_1000, BASE, UMA), &[JULES, KARIM], &[day(2, 2), day(2, 9)]),
    ];
    let kit = |date| KitUse { date, trainer: TOM, kit: 0.into() };
    Plan {
        cycles: cycles.into_iter().map(|cycle| Cycle { fate: Fate::Stands, ..cycle }).collect(),
        kit_roster: [day(1, 5), day(1, 12)].map(kit).to_vec(),
        closed: vec!["C000".to_owned()],
    }
}

/// Adds the announced plan to the data of the fixture.
pub(crate) fn announce(data: &mut InstanceData) {
    let plan = standing_plan();
    data.announced = Some(Announced {
        cycles: plan.cycles.iter().map(AnnouncedCycle::from).collect(),
        kits: plan.kit_roster,
        closed: plan.closed,
        today: day(1, 12),
        notice_days: 14,
        released: [].into(),
        pinned: [].into(),
    });
}

/// The fixture with the announced plan, after a change.
pub(crate) fn instance(change: impl FnOnce(&mut InstanceData)) -> Instance {
    crate::fixture::instance(|data| {
        announce(data);
        change(data);
    })
}

/// Records that a session of an announced cycle cannot be held.
pub(crate) fn hit(data: &mut InstanceData, cycle: usize, date: Date, failure: Failure) {
    let announced = data.announced.as_mut().expect("a plan was announced");
    announced.cycles[AnnouncedId::from(cycle)].hit.push((date, failure));
}

/// A new cycle of Farid and Lila with Uma in the library.
pub(crate) fn newcomers(id: &str, sessions: [Date; 2]) -> Cycle {
    cycle(id, (LIBRARY, MON_1400, SMARTPHONE, UMA), &[FARID, LILA], &sessions)
}
