//! Sessions to come of committed cycles (including those announced as broken off) that, on their own, break a rule of today's
//! tables: they are *strained*.
//!
//! The rules considered are rooms (H4), trainers' days and weeks (H6), moving (H7) and kits (H8). All sessions of the room,
//! trainer or day that contribute to a violation are strained; held sessions count in their week.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::calendar::monday;
use super::super::data::InstanceData;
use super::super::ids::{AnnouncedId, CommuneId, KitId, TrainerId, VenueId};
use super::super::units::Minutes;
use super::{Announced, Commitment, Session};

/// A session to come, by its cycle and day.
pub(super) type Key = (AnnouncedId, Date);
/// Sessions of one room or trainer on one day: cycle and session.
type OfDay = Vec<(AnnouncedId, Session)>;

/// What a trainer needs of a kit on a day.
struct Needed {
    trainer: TrainerId,
    tablets: usize,
    /// Commune of the first session.
    first: CommuneId,
    /// Commune of the last session.
    last: CommuneId,
}

/// All strained sessions.
pub(super) fn strained(instance: &InstanceData, announced: &Announced) -> BTreeSet<Key> {
    let committed: OfDay = announced
        .cycles
        .keys()
        .filter(|&id| announced.commitment(id) != Commitment::Open)
        .flat_map(|id| announced.to_come(id).iter().map(move |&session| (id, session)))
        .collect();
    let mut rooms: BTreeMap<(VenueId, Date), OfDay> = BTreeMap::new();
    let mut days: BTreeMap<(TrainerId, Date), OfDay> = BTreeMap::new();
    for &(id, session) in &committed {
        rooms.entry((session.venue, session.date)).or_default().push((id, session));
        days.entry((session.trainer, session.date)).or_default().push((id, session));
    }
    let case = Case { instance, announced };
    let mut found = BTreeSet::new();
    for of_day in rooms.values() {
        case.room(of_day, &mut found);
    }
    for ((trainer, _), of_day) in &mut days {
        of_day.sort_by_key(|&(id, _)| case.start(id));
        case.day(*trainer, of_day, &mut found);
    }
    case.weeks(&committed, &mut found);
    case.kits(&days, &mut found);
    found
}

struct Case<'a> {
    instance: &'a InstanceData,
    announced: &'a Announced,
}

impl Case<'_> {
    fn start(&self, id: AnnouncedId) -> Minutes {
        self.instance.session_time(self.announced.cycles[id].slot).0
    }

    fn end(&self, id: AnnouncedId) -> Minutes {
        self.instance.session_time(self.announced.cycles[id].slot).1
    }

    /// H4: two sessions in a room at the same time.
    fn room(&self, of_day: &OfDay, found: &mut BTreeSet<Key>) {
        each_pair(of_day, |one, other| {
            if self.start(one.0) < self.end(other.0) && self.start(other.0) < self.end(one.0) {
                found.extend([(one.0, one.1.date), (other.0, other.1.date)]);
            }
        });
    }

    /// H6's daily limit and H7; the sessions are in time order.
    fn day(&self, trainer: TrainerId, of_day: &OfDay, found: &mut BTreeSet<Key>) {
        let instance = self.instance;
        if of_day.len() > instance.trainers[trainer].max_sessions_per_day {
            found.extend(of_day.iter().map(|(id, session)| (*id, session.date)));
        }
        each_pair(of_day, |earlier, later| {
            let way = instance.way_between_venues(earlier.1.venue, later.1.venue);
            let ready = |minutes| self.end(earlier.0) + minutes + instance.rules.travel.turnaround;
            if way.is_none_or(|leg| ready(leg.minutes) > self.start(later.0)) {
                found.extend([(earlier.0, earlier.1.date), (later.0, later.1.date)]);
            }
        });
        let base = instance.trainers[trainer].base;
        for (id, session) in of_day.first().into_iter().chain(of_day.last()) {
            let there = instance.venues[session.venue].commune;
            if instance.way(base, there).is_none() || instance.way(there, base).is_none() {
                found.insert((*id, session.date));
            }
        }
    }

    /// H6's weekly limit; held sessions count in it.
    fn weeks(&self, committed: &OfDay, found: &mut BTreeSet<Key>) {
        let mut led: BTreeMap<(TrainerId, Date), usize> = BTreeMap::new();
        for session in self.announced.cycles.keys().flat_map(|id| self.announced.held(id)) {
            *led.entry((session.trainer, monday(session.date))).or_default() += 1;
        }
        for (_, session) in committed {
            *led.entry((session.trainer, monday(session.date))).or_default() += 1;
        }
        let is_full = |session: &Session| {
            let most = self.instance.trainers[session.trainer].max_sessions_per_week;
            led[&(session.trainer, monday(session.date))] > most
        };
        let crowded = committed.iter().filter(|(_, session)| is_full(session));
        found.extend(crowded.map(|(id, session)| (*id, session.date)));
    }

    /// H8: days without enough kits, with depots on whose way the tours can pass (H7), for all trainers who need one.
    fn kits(&self, days: &BTreeMap<(TrainerId, Date), OfDay>, found: &mut BTreeSet<Key>) {
        let mut needs: BTreeMap<Date, Vec<Needed>> = BTreeMap::new();
        for (&(trainer, date), of_day) in days {
            let tablets = of_day.iter().map(|(id, session)| self.need(*id, session)).max().unwrap_or(0);
            let (Some((_, first)), Some((_, last))) = (of_day.first(), of_day.last()) else { continue };
            let [first, last] = [first, last].map(|session| self.instance.venues[session.venue].commune);
            if tablets > 0 {
                needs.entry(date).or_default().push(Needed { trainer, tablets, first, last });
            }
        }
        needs.retain(|_, of_day| !self.are_served(of_day));
        for (id, session) in days.values().flatten() {
            if needs.contains_key(&session.date) && self.need(*id, session) > 0 {
                found.insert((*id, session.date));
            }
        }
    }

    /// Kit tablets that a session needs for its announced participants who have not withdrawn.
    fn need(&self, id: AnnouncedId, session: &Session) -> usize {
        let residents = &self.instance.residents;
        let remaining = self.announced.cycles[id].remaining(residents);
        let n_borrowers = remaining.filter(|&one| residents[one].needs_tablet).count();
        n_borrowers.saturating_sub(self.instance.venues[session.venue].tablets)
    }

    /// Whether there are kits for all of these needs: a matching, found by augmenting paths.
    fn are_served(&self, needs: &[Needed]) -> bool {
        let mut taken: BTreeMap<KitId, usize> = BTreeMap::new();
        (0..needs.len()).all(|need| self.take_kit(needs, need, &mut taken, &mut BTreeSet::new()))
    }

    /// Takes a kit for one of the needs, if possible from another need that can take a kit not `seen` yet.
    fn take_kit(
        &self,
        needs: &[Needed],
        need: usize,
        taken: &mut BTreeMap<KitId, usize>,
        seen: &mut BTreeSet<KitId>,
    ) -> bool {
        let kits = self.instance.kits.keys();
        let suited: Vec<KitId> = kits.filter(|&kit| self.serves(kit, &needs[need])).collect();
        let free = suited.iter().copied().find(|kit| !taken.contains_key(kit));
        let found = free.or_else(|| {
            let mut of_others = suited.into_iter();
            of_others.find(|&kit| seen.insert(kit) && self.take_kit(needs, taken[&kit], taken, seen))
        });
        if let Some(kit) = found {
            taken.insert(kit, need);
        }
        found.is_some()
    }

    /// Whether a kit has enough tablets, and a depot which the day's tour can pass before the first room and after the last.
    fn serves(&self, kit: KitId, need: &Needed) -> bool {
        let (kit, base) = (&self.instance.kits[kit], self.instance.trainers[need.trainer].base);
        let legs = [(base, kit.depot), (kit.depot, need.first), (need.last, kit.depot), (kit.depot, base)];
        need.tablets <= kit.tablets
            && legs.into_iter().all(|(from, to)| self.instance.way(from, to).is_some())
    }
}

fn each_pair<T>(items: &[T], mut take: impl FnMut(&T, &T)) {
    for (position, one) in items.iter().enumerate() {
        items[position + 1..].iter().for_each(|other| take(one, other));
    }
}
