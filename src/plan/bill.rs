//! The bill of changes: everyone who must be told, what was and what is now, and what it costs (PROBLEM.md section 8).

use std::collections::BTreeSet;

use super::changes::{Appointments, announced_to_come, attended, changes, to_come};
use super::{Changes, Cycle, Plan};
use crate::instance::Instance;
use crate::instance::announced::{Announced, Session};
use crate::instance::ids::{AnnouncedId, CommuneId, ResidentId, SlotId, TrainerId};
use crate::instance::units::Euros;

/// Who must be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// A resident.
    Person(ResidentId),
    /// The town hall of a commune with a room.
    Mairie(CommuneId),
    /// A trainer.
    Trainer(TrainerId),
}

impl Told {
    /// The resident, if it is one.
    pub fn person(self) -> Option<ResidentId> {
        match self {
            Self::Person(resident) => Some(resident),
            Self::Mairie(_) | Self::Trainer(_) => None,
        }
    }
}

/// Why somebody must be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A different cycle from the one announced.
    NewAppointment,
    /// The same cycle, on other days or in another room.
    Moved,
    /// No cycle any more.
    Lost,
    /// The cycle ends early.
    BrokenOff,
    /// The cycle is no longer in the plan.
    Closed,
    /// A cycle that was not announced.
    NewCycle,
    /// A place, for somebody who had none.
    FirstAppointment,
    /// The trainer takes over sessions announced with another trainer.
    StandIn,
    /// Another trainer takes over sessions of this one.
    Replaced,
}

impl Reason {
    /// Its word in tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NewAppointment => "new_appointment",
            Self::Moved => "moved",
            Self::Lost => "lost",
            Self::BrokenOff => "broken_off",
            Self::Closed => "closed",
            Self::NewCycle => "new_cycle",
            Self::FirstAppointment => "first_appointment",
            Self::StandIn => "stand_in",
            Self::Replaced => "replaced",
        }
    }
}

/// A line of the bill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a> {
    /// Who must be told.
    pub told: Told,
    /// The announced cycle, if any.
    pub cycle_before: Option<&'a str>,
    /// The cycle of the plan, if any.
    pub cycle_after: Option<&'a str>,
    /// Sessions to come that were announced.
    pub before: Appointments,
    /// Sessions to come.
    pub after: Appointments,
    /// What it costs; zero where the contract sets no price.
    pub cost: Euros,
    /// Why.
    pub reason: Reason,
}

/// The bill of a plan: people by commune, then town halls, then trainers; `None` if no plan was announced. Its costs add up to
/// the term `changes`.
pub fn bill<'a>(instance: &'a Instance, plan: &'a Plan) -> Option<Vec<Line<'a>>> {
    let (announced, changes) = (instance.announced.as_ref()?, changes(instance, plan)?);
    let pairs = pairs(announced, plan);
    let mut lines = people(instance, announced, plan, &changes);
    let of_pairs = |of: fn(&Instance, &Pair<'a>, &Changes) -> Vec<Line<'a>>| {
        let mut found: Vec<Line> = pairs.iter().flat_map(|pair| of(instance, pair, &changes)).collect();
        found.sort_by_key(|line| line.told);
        found
    };
    lines.extend(of_pairs(mairies));
    lines.extend(of_pairs(trainers));
    Some(lines)
}

fn people<'a>(
    instance: &'a Instance,
    announced: &'a Announced,
    plan: &'a Plan,
    changes: &Changes,
) -> Vec<Line<'a>> {
    let attended = attended(plan);
    let called: BTreeSet<ResidentId> = changes.calls.iter().copied().collect();
    let promised = |resident| instance.standing().and_then(|(_, today)| today.promised[resident]);
    let line = |resident: ResidentId| {
        let (told, now) = (promised(resident), attended.get(&resident).copied());
        let is_first = told.is_none() && now.is_some_and(|now| !now.is_broken_off());
        if !called.contains(&resident) && !is_first {
            return None;
        }
        let cycle_before = told.map(|id| announced.cycles[id].id.as_str());
        Some(Line {
            told: Told::Person(resident),
            cycle_before,
            cycle_after: now.map(|now| now.id.as_str()),
            before: told.map(|id| announced_to_come(announced, id)).unwrap_or_default(),
            after: now.map(|now| to_come(announced, now)).unwrap_or_default(),
            cost: if is_first { Euros::ZERO } else { instance.rules.weights.call },
            reason: match now {
                _ if is_first => Reason::FirstAppointment,
                None => Reason::Lost,
                Some(now) if now.is_broken_off() => Reason::BrokenOff,
                Some(now) if cycle_before == Some(now.id.as_str()) => Reason::Moved,
                Some(_) => Reason::NewAppointment,
            },
        })
    };
    let mut lines: Vec<Line> = instance.residents.keys().filter_map(line).collect();
    lines.sort_by_key(|line| match line.told {
        Told::Person(resident) => Some(instance.residents[resident].commune),
        _ => None,
    });
    lines
}

/// An announced cycle and the cycle of the plan with its identifier; at least one of the two.
struct Pair<'a> {
    told: Option<(AnnouncedId, &'a str, bool)>,
    now: Option<&'a Cycle>,
    before: Meetings,
    after: Meetings,
}

/// Sessions to come of a cycle, with its slot.
type Meetings = Vec<(Session, SlotId)>;

fn pairs<'a>(announced: &'a Announced, plan: &'a Plan) -> Vec<Pair<'a>> {
    let by_id = plan.by_id();
    let after = |now: &Cycle| -> Meetings {
        now.to_come(announced.today).map(|session| (session, now.slot)).collect()
    };
    let told = announced.cycles.iter_enumerated().map(|(id, cycle)| {
        let now = by_id.get(cycle.id.as_str()).copied();
        Pair {
            told: Some((id, cycle.id.as_str(), cycle.is_broken_off)),
            now,
            before: announced.to_come(id).iter().map(|session| (*session, cycle.slot)).collect(),
            after: now.map(after).unwrap_or_default(),
        }
    });
    let is_new = |cycle: &&Cycle| announced.find(&cycle.id).is_none();
    let new = plan.cycles.iter().filter(is_new);
    let new = new.map(|now| Pair { told: None, now: Some(now), before: Vec::new(), after: after(now) });
    told.chain(new).collect()
}

impl<'a> Pair<'a> {
    /// A line for `told`, with the sessions that concern them.
    fn line(&self, told: Told, concerns: impl Fn(&Session) -> bool, cost: Euros) -> Line<'a> {
        let of = |meetings: &Meetings| -> Appointments {
            let own = meetings.iter().filter(|(session, _)| concerns(session));
            own.map(|&(session, slot)| (session.date, slot, session.venue)).collect()
        };
        Line {
            told,
            cycle_before: self.told.map(|(_, id, _)| id),
            cycle_after: self.now.map(|now| now.id.as_str()),
            before: of(&self.before),
            after: of(&self.after),
            cost,
            reason: self.reason(),
        }
    }

    fn reason(&self) -> Reason {
        match (self.told, self.now) {
            (None, _) => Reason::NewCycle,
            (_, None) => Reason::Closed,
            (Some((_, _, false)), Some(now)) if now.is_broken_off() => Reason::BrokenOff,
            _ => Reason::Moved,
        }
    }

    fn sessions(&self) -> impl Iterator<Item = Session> {
        self.before.iter().chain(&self.after).map(|&(session, _)| session)
    }
}

/// The town halls of a cycle: the one of its own room is told if it no longer stands.
fn mairies<'a>(instance: &Instance, pair: &Pair<'a>, changes: &Changes) -> Vec<Line<'a>> {
    let commune = |session: &Session| instance.venues[session.venue].commune;
    let noticed = pair.told.filter(|(id, ..)| changes.notices.contains(id)).and_then(|(id, ..)| {
        let own = instance.announced.as_ref()?.cycles[id].venue;
        Some(instance.venues[own].commune)
    });
    let communes: BTreeSet<CommuneId> =
        pair.sessions().map(|session| commune(&session)).chain(noticed).collect();
    let line = |mairie: CommuneId| {
        let cost = if noticed == Some(mairie) { instance.rules.weights.notice } else { Euros::ZERO };
        pair.line(Told::Mairie(mairie), |session| commune(session) == mairie, cost)
    };
    let lines = communes.into_iter().map(|mairie| (line(mairie), noticed == Some(mairie)));
    lines
        .filter(|(line, is_noticed)| *is_noticed || line.before != line.after)
        .map(|(line, _)| line)
        .collect()
}

/// The trainers of a cycle whose sessions are no longer those announced, including stand-ins.
fn trainers<'a>(instance: &Instance, pair: &Pair<'a>, changes: &Changes) -> Vec<Line<'a>> {
    let trainers: BTreeSet<TrainerId> = pair.sessions().map(|session| session.trainer).collect();
    let line = |trainer: TrainerId| {
        let leads = |date| pair.now.is_some_and(|now| now.trainer_on(date) == trainer);
        let of_cycle = changes.stand_ins.iter().filter(|(id, _)| pair.told.is_some_and(|told| told.0 == *id));
        let n_stand_ins = of_cycle.filter(|&&(_, date)| leads(date)).count();
        let cost = instance.rules.weights.stand_in.times(n_stand_ins);
        let mut line = pair.line(Told::Trainer(trainer), |session| session.trainer == trainer, cost);
        let is_held =
            |lost: &_| pair.after.iter().any(|&(session, slot)| (session.date, slot, session.venue) == *lost);
        let mut lost = line.before.difference(&line.after).peekable();
        if n_stand_ins > 0 {
            line.reason = Reason::StandIn;
        } else if lost.peek().is_some() && lost.all(is_held) {
            line.reason = Reason::Replaced;
        }
        line
    };
    trainers.into_iter().map(line).filter(|line| line.before != line.after).collect()
}
