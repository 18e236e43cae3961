//! Keys that most scenarios omit, drawn from a separate stream: adding keys here does not change the rest of an
//! instance.

use ateliers::instance::InstanceData;
use ateliers::instance::ids::ResidentId;
use ateliers::instance::units::Euros;

use super::{Draw, weight};

/// Adds some of the keys that most scenarios omit to an instance.
pub(crate) fn draw_rare_keys(data: &mut InstanceData, seed: u64) {
    let draw = &mut Draw::new(seed.wrapping_add(1 << 32));
    data.rules.weights.away = draw.maybe(0.4, |draw| weight(draw, 60)).unwrap_or(Euros::ZERO);
    let sessions = data.rules.cycle.sessions;
    for trainer in &mut data.trainers {
        trainer.max_sessions = draw.maybe(0.3, |draw| draw.between(0..=3 * sessions));
    }
    if draw.chance(0.4) {
        let usual = draw.pick(&[200, 1000]);
        data.rules.weights.absence = weight(draw, usual);
        for commune in &mut data.communes {
            commune.min_cycles = draw.pick(&[0, 1, 1, 2]);
        }
    }
    if draw.chance(0.3) {
        withdraw(draw, data);
    }
}

/// Some residents withdraw.
fn withdraw(draw: &mut Draw, data: &mut InstanceData) {
    let residents: Vec<ResidentId> = data.residents.keys().collect();
    for id in residents {
        if draw.chance(0.2) {
            withdraw_one(data, id);
        }
    }
}

/// A resident withdraws; their party consists of the others.
pub(crate) fn withdraw_one(data: &mut InstanceData, resident: ResidentId) {
    data.residents[resident].withdrawn = true;
    let party = data.residents[resident].party;
    data.parties[party].members.retain(|&member| member != resident);
}
