"""What a plan costs (PROBLEM.md, section 5, and "Costs" of section 8). Exact: every figure is a Fraction of euros."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from days import by_trainer_day, kit_tablets

if TYPE_CHECKING:
    from datetime import date

    from distances import Distances
    from plans import Cycle, Plan, Session
    from reading import Scenario
    from status import Status

Figures = dict[str, Fraction]


def attendance(plan: Plan) -> dict[str, Cycle]:
    """Return who attends which cycle; the listed participants of a broken-off cycle attend none."""
    return {r: c for c in plan.cycles if not c.broken_off for r in c.participants}


def counted(s: Scenario, status: Status | None) -> list[str]:
    """List the residents who count as interested: not withdrawn, or withdrawn after their cycle had finished (L3)."""
    return [r.id for r in s.residents.values() if not r.withdrawn or (status is not None and status.attended(r.id))]


def tour(day: list[Session], trainer: str, kit: str | None, s: Scenario, d: Distances) -> Fraction | None:
    """Return what the travel of a trainer's day costs, None where a leg is unreachable.

    Base, kit's depot, venues in time order, depot, base. A base and a depot in one commune are one place, and so is a venue
    with itself; any other two places of a commune are the local figures apart.
    """
    t = s.trainers[trainer]
    legs = [d.between_venues(a.venue, b.venue) for a, b in zip(day, day[1:], strict=False)]
    first, last = s.venues[day[0].venue].commune, s.venues[day[-1].venue].commune
    if kit is None:
        legs += [d.between(t.base, first), d.between(last, t.base)]
    else:
        depot = s.kits[kit].depot
        legs += [d.between(depot, first), d.between(last, depot)]
        if depot != t.base:
            legs += [d.between(t.base, depot), d.between(depot, t.base)]
    total = Fraction(0)
    for leg in legs:
        if leg is None:
            return None
        total += leg[1] * t.per_km + leg[0] / 60 * t.hourly
    return total


def cash(plan: Plan, s: Scenario, d: Distances, status: Status | None) -> Figures:
    """Gross cost, income and net. The kit of a held day is the announced one."""
    costs = {k: Fraction(v) for k, v in s.costs.items() if v is not None}
    sessions = [x for c in plan.cycles for x in c.sessions]
    people = {c.id: c.participants for c in plan.cycles}
    paid_hours = Fraction(s.cycle["session_minutes"] + s.costs["prep_minutes"]) / 60
    roster = {(day, t): k for day, t, k in plan.roster}
    if status is not None:
        roster = {key: k for key, k in roster.items() if key[0] >= status.today}
        roster |= {(day, t): k for day, t, k in status.plan.roster if day < status.today}
    travel = Fraction(0)
    for (day, trainer), here in by_trainer_day(sessions, s).items():
        travel += tour(here, trainer, roster.get((day, trainer)), s, d) or 0
    served = len(attendance(plan))
    out = {
        "trainer_time": sum((paid_hours * s.trainers[x.trainer].hourly for x in sessions), Fraction(0)),
        "trainer_travel": travel,
        "venues": sum((s.venues[x.venue].cost for x in sessions), Fraction(0)),
        "tablets": costs["tablet_session"] * sum(kit_tablets(x, people[x.cycle], s) for x in sessions),
        "support": costs["support_per_participant"] * served,
        "setup": costs["cycle_setup"] * len(plan.cycles),
    }
    out["gross"] = sum(out.values(), Fraction(0))
    out["income"] = costs["fee"] * served
    out["net"] = out["gross"] - out["income"]
    return out


def service(plan: Plan, s: Scenario, d: Distances, status: Status | None) -> Figures:
    """Return what the plan is worth to residents, in euros lost."""
    w = {k: Fraction(v) for k, v in s.weights.items()}
    attends = attendance(plan)
    interested = counted(s, status)
    travel = waiting = place = Fraction(0)
    for r, c in attends.items():
        home, there = s.residents[r].commune, s.venues[c.venue].commune
        leg = d.between(home, there)
        travel += w["travel_minute"] * leg[0] if leg else 0
        ready = max(s.start, s.residents[r].available_from or s.start)
        waiting += w["wait_week"] * Fraction(max(0, (c.sessions[0].date - ready).days), 7)
        place += w["away"] if home != there else 0
    hosted = Counter(s.venues[c.venue].commune for c in plan.cycles if not c.broken_off)
    for commune, least in s.min_cycles.items():
        place += w["absence"] * max(0, least - hosted[commune])
    living = Counter(s.residents[r].commune for r in interested)
    served = Counter(s.residents[r].commune for r in interested if r in attends)
    equity = sum((max(Fraction(0), w["equity_target"] * n - served[i]) for i, n in living.items()), Fraction(0))
    out = {
        "unserved": sum((w["unserved"] * s.residents[r].priority for r in interested if r not in attends), Fraction(0)),
        "travel": travel,
        "waiting": waiting,
        "equity": w["equity_shortfall"] * equity,
        "place": place,
    }
    if status is not None:
        out["changes"] = sum(price for _, _, price in changes(plan, s, status))
    return out


def changes(plan: Plan, s: Scenario, status: Status) -> list[tuple[str, str, Fraction]]:
    """Return the term `changes`, as (`call`, resident, euros), (`notice`, cycle, euros), (`stand_in`, cycle and day, euros)."""
    w = {k: Fraction(s.weights[k]) for k in ("call", "notice", "stand_in")}
    now, bill = plan.by_id(), []
    lists = {r: c for c in plan.cycles if c.broken_off for r in c.participants} | attendance(plan)

    def appointments(c: Cycle | None) -> set[tuple[date, str, str]]:
        return {x.appointment for x in status.coming(c)} if c is not None else set()

    for r, was in status.listed.items():
        left = s.residents[r].withdrawn and not status.attended(r)
        if not left and appointments(was) != appointments(lists.get(r)):
            bill.append(("call", r, w["call"]))
    for c in status.plan.cycles:
        coming, here = status.coming(c), now.get(c.id)
        if coming and appointments(c) != appointments(here):
            bill.append(("notice", c.id, w["notice"]))
        held_now = {x.appointment: x.trainer for x in here.sessions} if here else {}
        for x in coming:
            if held_now.get(x.appointment, x.trainer) != x.trainer:
                bill.append(("stand_in", f"{c.id} {x.date}", w["stand_in"]))
    return bill


def held_tours(s: Scenario, d: Distances, status: Status) -> list[str]:
    """List the held days whose tour is unreachable: an error of the input (section 8)."""
    roster = {(day, t): k for day, t, k in status.plan.roster}
    held = [x for c in status.plan.cycles for x in status.held(c)]
    return [
        f"held day {day}: the tour of {t} is unreachable"
        for (day, t), here in by_trainer_day(held, s).items()
        if tour(here, t, roster.get((day, t)), s, d) is None
    ]
