//! Repairs of single sessions (rule L4), and the courses made of them, compatible with sessions held in every plan ([`Settled`]).
//!
//! The number of courses is the product of the numbers of options of each session. If there are more than [`MOST`], the cheapest
//! partial courses are kept, session by session.

use jiff::civil::Date;

use super::choices::Choices;
use super::settled::{Settled, n_settled};
use crate::instance::Instance;
use crate::instance::announced::standing::ToCome;
use crate::instance::announced::{AnnouncedCycle, Session};
use crate::instance::calendar::{a_week_after, days_between};
use crate::instance::ids::{AnnouncedId, ResidentId, TrainerId, VenueId};
use crate::plan::tour::leg_cost;

/// Most courses of a cycle that are kept.
const MOST: usize = 120;

/// A partial course.
#[derive(Debug, Clone)]
struct Beginning {
    sessions: Vec<Session>,
    /// Whether a session was postponed.
    is_moved: bool,
    /// Rough extra cost compared with the announced one, euros.
    cost: f64,
}

/// Sequences of sessions to come.
#[derive(Debug, Clone, Default)]
pub(super) struct Sequences {
    /// Those that are kept.
    pub(super) kept: Vec<Vec<Session>>,
    /// Whether others were dropped.
    pub(super) are_more: bool,
}

/// The possible sequences of sessions to come of a cycle, in ascending order of rough extra cost.
pub(super) fn sequences(instance: &Instance, settled: &Settled, id: AnnouncedId) -> Sequences {
    let Some(cycle) = Ways::new(instance, settled, id) else { return Sequences::default() };
    let mut are_more = false;
    let mut beginnings = vec![Beginning { sessions: Vec::new(), is_moved: false, cost: 0.0 }];
    for session in cycle.to_come {
        let mut longer: Vec<Beginning> =
            beginnings.iter().flat_map(|beginning| cycle.longer(beginning, session)).collect();
        longer.sort_by(|one, other| one.cost.total_cmp(&other.cost));
        are_more |= longer.len() > MOST;
        longer.truncate(MOST);
        beginnings = longer;
    }
    let kept = beginnings.into_iter().map(|beginning| beginning.sessions).collect();
    Sequences { kept, are_more }
}

/// The options of each session to come of a cycle: every course is made of these.
pub(super) fn choices(instance: &Instance, settled: &Settled, id: AnnouncedId) -> Vec<Choices> {
    let Some(cycle) = Ways::new(instance, settled, id) else { return Vec::new() };
    let (venue, trainer) = (cycle.told.venue, cycle.told.trainer);
    let mut is_after_shaken = false;
    let of_session = |session: &ToCome| {
        let date = session.announced.date;
        let mut ways: Vec<Session> = Vec::new();
        for trainer in cycle.leaders(session) {
            ways.extend(cycle.rooms(session).into_iter().map(|venue| Session { date, venue, trainer }));
        }
        is_after_shaken |= session.is_shaken();
        if is_after_shaken {
            let later = cycle.later_days(session, None).into_iter();
            ways.extend(later.map(|date| Session { date, venue, trainer }));
        }
        ways.retain(|next| cycle.is_possible(session, next));
        Choices { told: session.announced, is_shaken: session.is_shaken(), ways }
    };
    cycle.to_come.iter().map(of_session).collect()
}

/// The ways to hold the sessions of a cycle.
struct Ways<'a> {
    instance: &'a Instance,
    settled: &'a Settled,
    told: &'a AnnouncedCycle,
    to_come: &'a [ToCome],
    /// Number of these that every plan holds as announced.
    n_settled: usize,
    last_held: Option<&'a Session>,
    /// Participants in every plan, unless the cycle is broken off.
    staying: Vec<ResidentId>,
}

impl<'a> Ways<'a> {
    /// The ways of an announced cycle; `None` if nothing was announced.
    fn new(instance: &'a Instance, settled: &'a Settled, id: AnnouncedId) -> Option<Self> {
        let (announced, today) = instance.standing()?;
        let (told, standing) = (&announced.cycles[id], &today.cycles[id]);
        let is_committed = standing.commitment.is_committed();
        let stays = |&one: &ResidentId| is_committed && !instance.may_leave(id, one);
        let staying = told.remaining(&instance.residents).filter(stays).collect();
        Some(Self {
            instance,
            settled,
            told,
            to_come: &standing.to_come,
            n_settled: n_settled(standing),
            last_held: announced.held(id).last(),
            staying,
        })
    }

    fn longer(&self, beginning: &Beginning, session: &ToCome) -> Vec<Beginning> {
        let last = beginning.sessions.last().or(self.last_held).map(|last| last.date);
        let mut longer = Vec::new();
        let mut push = |next: Session, is_moved: bool, cost: f64| {
            if !self.is_possible(session, &next) {
                return;
            }
            let mut sessions = beginning.sessions.clone();
            sessions.push(next);
            let is_moved = beginning.is_moved || is_moved;
            longer.push(Beginning { sessions, is_moved, cost: beginning.cost + cost });
        };
        if last.is_none_or(|last| last < session.announced.date) {
            for trainer in self.leaders(session) {
                for venue in self.rooms(session) {
                    let next = Session { date: session.announced.date, venue, trainer };
                    push(next, false, self.surcharge(session, next));
                }
            }
        }
        if session.is_shaken() || beginning.is_moved {
            for date in self.later_days(session, last) {
                let next = Session { date, venue: self.told.venue, trainer: self.told.trainer };
                push(next, true, self.surcharge(session, next));
            }
        }
        longer
    }

    /// Whether this way to hold a session is compatible with the sessions that every plan holds.
    fn is_possible(&self, session: &ToCome, next: &Session) -> bool {
        let is_settled = self.to_come[..self.n_settled].contains(session);
        is_settled || self.settled.admits(self.instance, self.told.slot, next)
    }

    /// Trainers who may lead a session on its day.
    fn leaders(&self, session: &ToCome) -> Vec<TrainerId> {
        let own = session.announced.trainer;
        let (slot, track, date) = (self.told.slot, self.told.track, session.announced.date);
        let mut leaders: Vec<TrainerId> = (!session.failures.trainer).then_some(own).into_iter().collect();
        if session.failures.trainer || session.is_strained {
            let others = self.instance.trainers.keys().filter(|&trainer| trainer != own);
            leaders.extend(others.filter(|&trainer| self.instance.can_lead(trainer, slot, track, date)));
        }
        leaders
    }

    /// Rooms in which a session may be held on its day.
    fn rooms(&self, session: &ToCome) -> Vec<VenueId> {
        let own = session.announced.venue;
        if !session.failures.venue {
            return vec![own];
        }
        let others = self.instance.venues.keys().filter(|&venue| venue != own);
        others.filter(|&venue| self.is_room(venue, session.announced.date)).collect()
    }

    /// Whether another room is available on a day and suits all who certainly stay.
    fn is_room(&self, venue: VenueId, date: Date) -> bool {
        let (instance, room) = (self.instance, &self.instance.venues[venue]);
        let in_reach = |&resident: &ResidentId| instance.is_in_reach(resident, venue);
        let staying = &self.staying;
        instance.can_be_used(venue, self.told.slot, date)
            && staying.len() <= room.seats
            && (room.step_free || staying.iter().all(|&one| !instance.residents[one].step_free))
            && (room.commune == instance.venues[self.told.venue].commune || staying.iter().all(in_reach))
    }

    /// Days later than announced on which a session may be held after one on `last`.
    fn later_days(&self, session: &ToCome, last: Option<Date>) -> Vec<Date> {
        let (instance, told) = (self.instance, self.told);
        let longest = instance.rules.cycle.max_gap_days;
        let first = a_week_after(session.announced.date);
        std::iter::successors(first, |&date| a_week_after(date))
            .take_while(|&date| instance.rules.horizon.contains(date))
            .skip_while(|&date| last.is_some_and(|last| date <= last))
            .take_while(|&date| last.is_none_or(|last| days_between(last, date) <= longest))
            .filter(|&date| {
                instance.can_be_used(told.venue, told.slot, date)
                    && instance.can_lead(told.trainer, told.slot, told.track, date)
            })
            .collect()
    }

    /// Rough extra cost of a session compared with the announced one, euros: changes, and the trainer's journey.
    fn surcharge(&self, session: &ToCome, next: Session) -> f64 {
        let (instance, weights) = (self.instance, &self.instance.rules.weights);
        let told = session.announced;
        let mut cost = 0.0;
        if (next.date, next.venue) != (told.date, told.venue) {
            cost += weights.call.to_f64() * self.told.participants.len() as f64;
            cost += f64::from(days_between(told.date, next.date)) * 1e-3;
        } else if next.trainer != told.trainer {
            cost += weights.stand_in.to_f64();
        }
        let way = |trainer: TrainerId| {
            let (leader, there) = (&instance.trainers[trainer], instance.venues[next.venue].commune);
            let legs = [instance.way(leader.base, there), instance.way(there, leader.base)];
            let leg = |leg: Option<_>| leg.map_or(1e6, |leg| leg_cost(instance, trainer, leg).to_f64());
            legs.into_iter().map(leg).sum::<f64>()
        };
        cost + way(next.trainer)
    }
}
