//! Keys that most scenarios leave out, drawn from a stream of their own: whatever joins them, an instance stays what it is
//! beside them.

use ateliers::instance::InstanceData;
use ateliers::instance::units::Euros;

use super::{Draw, weight};

/// Gives an instance some of the keys that most scenarios leave out.
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

/// Some withdraw; their parties are left to the others.
fn withdraw(draw: &mut Draw, data: &mut InstanceData) {
    for (id, resident) in data.residents.iter_mut_enumerated() {
        if draw.chance(0.2) {
            resident.withdrawn = true;
            data.parties[resident.party].members.retain(|&member| member != id);
        }
    }
}
