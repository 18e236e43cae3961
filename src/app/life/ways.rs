//! Possible changes of a cycle by hand, as lists to choose from: only free trainers and slots are offered. Violations and costs
//! are computed when a change is requested.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::cycles::{commitment, goes_on, label, today};
use crate::app::amend::days::{is_led_freely, latter_day};
use crate::instance::Instance;
use crate::instance::announced::{Announced, AnnouncedCycle, Commitment};
use crate::instance::entities::Trainer;
use crate::instance::ids::{ResidentId, SlotId, TrainerId};
use crate::messages::Messages;
use crate::plan::places::places_left;
use crate::plan::{Cycle, Plan};

/// Separator of identifiers that a form sends together; identifiers do not contain it.
pub(super) const BETWEEN: char = '\t';

/// A choice: the value that a form sends, and the label that its reader sees.
type Choice = [String; 2];

/// The possible changes of a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ways {
    /// Its identifier.
    pub cycle: String,
    /// Its room, time and dates, in words.
    pub label: String,
    /// Whether it was announced: only then can a session be replaced or postponed.
    pub is_announced: bool,
    /// Whether some of its sessions have been held: it is then broken off instead of closed.
    pub has_begun: bool,
    /// The day of each future session, in words, and the trainers free to lead it instead; empty if the cycle was not announced.
    pub stand_ins: Vec<(String, Vec<Choice>)>,
    /// Sessions that can be postponed: the day that a form sends, and a label with that day and the later one.
    pub later: Vec<Choice>,
    /// Trainers free to lead all future sessions instead.
    pub trainers: Vec<Choice>,
    /// Slots at which its room and its trainer are available, the cycle's own slot last.
    pub slots: Vec<Choice>,
    /// The first day on which it can start again; the first of the season if nothing is announced.
    pub first: Option<Date>,
    /// Parties who wait and could join, the nearest first.
    pub joiners: Vec<Choice>,
    /// Parties who attend.
    pub members: Vec<Choice>,
}

/// The possible changes of a cycle; `None` if there is no such cycle, or it does not continue.
pub(super) fn ways(instance: &Instance, plan: &Plan, id: &str, messages: &Messages) -> Option<Ways> {
    let cycle = plan.cycles.iter().find(|cycle| cycle.id == id && goes_on(instance, cycle))?;
    let look = Look { instance, plan, cycle, messages };
    let binding = commitment(instance, cycle);
    let is_announced = binding.is_some();
    Some(Ways {
        is_announced,
        cycle: cycle.id.clone(),
        label: label(instance, cycle, messages),
        has_begun: binding == Some(Commitment::Begun),
        stand_ins: if is_announced { look.stand_ins() } else { Vec::new() },
        later: if is_announced { look.later() } else { Vec::new() },
        trainers: look.trainers(),
        slots: look.slots(),
        first: Some(first(instance)),
        joiners: look.joiners(),
        members: look.members(),
    })
}

fn first(instance: &Instance) -> Date {
    let season = instance.rules.horizon.start;
    instance.announced.as_ref().map(Announced::first_new).map_or(season, |first| first.max(season))
}

/// A cycle under consideration.
struct Look<'a> {
    instance: &'a Instance,
    plan: &'a Plan,
    cycle: &'a Cycle,
    messages: &'a Messages,
}

impl Look<'_> {
    fn to_come(&self) -> Vec<Date> {
        self.cycle.to_come(today(self.instance)).map(|session| session.date).collect()
    }

    /// Whether a trainer could lead the session on a day, and does not already.
    fn is_free(&self, trainer: TrainerId, date: Date) -> bool {
        self.cycle.trainer_on(date) != trainer
            && is_led_freely(self.instance, self.plan, self.cycle, (trainer, date))
    }

    fn free(&self, days: &[Date]) -> Vec<(TrainerId, &Trainer)> {
        let trainers = self.instance.trainers.iter_enumerated();
        trainers.filter(|(id, _)| days.iter().all(|&day| self.is_free(*id, day))).collect()
    }

    fn stand_ins(&self) -> Vec<(String, Vec<Choice>)> {
        let on = |date: Date| {
            let day = self.messages.date(date);
            let label = |one: &Trainer| [day.as_str(), &named(one)].join(" – ");
            let choice = |(_, one): (TrainerId, &Trainer)| [format!("{date} {}", one.id), label(one)];
            (self.messages.long_date(date), self.free(&[date]).into_iter().map(choice).collect())
        };
        self.to_come()
            .into_iter()
            .map(on)
            .filter(|(_, free): &(String, Vec<Choice>)| !free.is_empty())
            .collect()
    }

    fn later(&self) -> Vec<Choice> {
        let one = |date: Date| {
            let latter = latter_day(self.instance, self.plan, self.cycle, date)?;
            let words =
                [("date", date), ("later", latter)].map(|(name, day)| (name, self.messages.date(day).into()));
            Some([date.to_string(), self.messages.text("life-postpone-to", &words)])
        };
        self.to_come().into_iter().filter_map(one).collect()
    }

    fn trainers(&self) -> Vec<Choice> {
        let free = self.free(&self.to_come());
        free.into_iter().map(|(_, one)| [one.id.clone(), named(one)]).collect()
    }

    fn slots(&self) -> Vec<Choice> {
        let (instance, own) = (self.instance, self.cycle.slot);
        let (room, trainer) = (&instance.venues[self.cycle.venue], &instance.trainers[self.cycle.trainer]);
        let mut slots: Vec<SlotId> =
            room.slots.iter().copied().filter(|slot| trainer.slots.contains(slot) || *slot == own).collect();
        slots.sort_by_key(|&slot| {
            let of = &instance.slots[slot];
            (slot == own, of.weekday.to_monday_zero_offset(), of.start_minute)
        });
        let choice = |slot: SlotId| {
            let of = &instance.slots[slot];
            let time =
                [self.messages.weekday(of.weekday), self.messages.time_of_day(of.start_minute)].join(" ");
            let key = if slot == own { "life-move-same" } else { "life-move-other" };
            [of.id.clone(), self.messages.text(key, &[("time", time.into())])]
        };
        slots.into_iter().map(choice).collect()
    }

    /// Members of parties; each party once.
    fn parties(&self, residents: impl Iterator<Item = ResidentId>) -> Vec<Vec<ResidentId>> {
        let mut parties: Vec<Vec<ResidentId>> = Vec::new();
        let mut places = BTreeMap::new();
        for resident in residents {
            let party = self.instance.residents[resident].party;
            let place = *places.entry(party).or_insert(parties.len());
            if place == parties.len() {
                parties.push(Vec::new());
            }
            parties[place].push(resident);
        }
        parties
    }

    fn people(&self, key: &str, party: &[ResidentId]) -> Choice {
        let residents = &self.instance.residents;
        let ids: Vec<&str> = party.iter().map(|&one| residents[one].id.as_str()).collect();
        let first = party.first().copied();
        let commune = first.map(|one| self.instance.communes[residents[one].commune].name.as_str());
        let minutes = first.and_then(|one| self.instance.journey(one, self.cycle.venue));
        let minutes = minutes.map_or("–".to_owned(), |minutes| self.messages.number(minutes.to_f64(), 0));
        let variables = [
            ("residents", ids.join(", ").into()),
            ("commune", commune.unwrap_or_default().into()),
            ("minutes", minutes.into()),
        ];
        [ids.join(&BETWEEN.to_string()), self.messages.text(key, &variables)]
    }

    fn joiners(&self) -> Vec<Choice> {
        let places = places_left(self.instance, self.cycle);
        if places == 0 {
            return Vec::new();
        }
        let as_told = AnnouncedCycle::from(self.cycle);
        let suits = |one: &ResidentId| self.instance.suits(&as_told, *one);
        let mut parties = self.parties(self.plan.unserved(self.instance).into_iter());
        parties.retain(|party| party.len() <= places && party.iter().all(suits));
        parties.sort_by_cached_key(|party| {
            let far = |&one: &ResidentId| self.instance.journey(one, self.cycle.venue);
            (party.first().and_then(far), party.clone())
        });
        parties.iter().map(|party| self.people("life-joiner", party)).collect()
    }

    fn members(&self) -> Vec<Choice> {
        let parties = self.parties(self.cycle.participants.iter().copied());
        parties.iter().map(|party| self.people("life-member", party)).collect()
    }
}

/// A name with its identifier.
fn named(trainer: &Trainer) -> String {
    format!("{} ({})", trainer.name, trainer.id)
}
