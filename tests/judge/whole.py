"""New cycles (section 4, L5) and what binds the plan as a whole: H4, H6 to H10, L6 (PROBLEM.md, sections 4 and 8)."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

import days
import people

if TYPE_CHECKING:
    from judge import Case
    from plans import Cycle


def session_days(first: date, venue: str, case: Case) -> list[date]:
    """Return the first N dates, a week apart from the first on, that are open for the venue (section 4)."""
    out, day = [], first
    last = case.s.end + timedelta(days=7 * (case.s.cycle["sessions"] + 53))
    while len(out) < case.s.cycle["sessions"] and day <= last:
        if case.s.open_for(venue, day):
            out.append(day)
        day += timedelta(days=7)
    return out


def judge_new(c: Cycle, case: Case) -> None:
    """Judge a cycle that is not among the announced ones."""
    s = case.s
    if c.stands or c.broken_off or c.repairs:
        case.broken("L4", "stands, is broken off or repaired, and was not announced", c)
    if case.status is not None:
        if c.sessions[0].date < case.status.keys.earliest:
            case.broken("L5", f"begins before {case.status.keys.earliest}", c, day=c.sessions[0].date)
        if c.id in case.status.plan.closed:
            case.broken("L5", "takes the id of a closed cycle", c)
    people.judge_group(c, case)
    dates = [x.date for x in c.sessions]
    if any(day.weekday() != s.slots[c.slot].weekday for day in dates):
        case.broken("H5", "a session is not on the slot's weekday", c)
    elif dates != session_days(dates[0], c.venue, case):
        case.broken("H5", f"the sessions are not the first {s.cycle['sessions']} open dates", c)
    for a, b in zip(dates, dates[1:], strict=False):
        if (b - a).days > s.cycle["max_gap_days"]:
            case.broken("H5", f"a pause of {(b - a).days} days", c, day=b)
    for x in c.sessions:
        if not s.start <= x.date <= s.end:
            case.broken("H5", "outside the horizon", c, day=x.date)
        if not s.room_allows(x.venue, c.slot, x.date):
            case.broken("H4", f"{x.venue} has not the slot or is not available", c, day=x.date)
        if not s.can_lead(x.trainer, c.slot, c.track, x.date):
            case.broken("H6", f"{x.trainer} has not the slot, the track or the day", c, day=x.date)
    if s.hosts is not None and s.venues[c.venue].commune not in s.hosts:
        case.broken("H9", f"{s.venues[c.venue].commune} is no host", c)


def judge_days(case: Case) -> None:
    """L6: H4, H6's day and week, H7 and H8 for the sessions to come together; the roster of held days is as announced."""
    s, status, plan = case.s, case.status, case.plan
    today = status.today if status else date.min
    sessions = [x for c in plan.cycles for x in c.sessions]
    coming = [x for x in sessions if x.date >= today]
    held = [x for x in sessions if x.date < today]
    for clash in days.overlaps(coming, s) + days.limits(coming, held, s) + days.moving(coming, s, case.d):
        first = clash.sessions[0]
        case.broken(clash.rule, clash.what, cycle_id=first.cycle, day=first.date)
    roster = [e for e in plan.roster if e[0] >= today]
    for rule, day, what in days.roster_faults(coming, lambda x: case.cycles[x.cycle].participants, roster, s, case.d):
        case.broken(rule, what, day=day)
    if status:
        told = Counter(e for e in status.plan.roster if e[0] < today)
        for day, trainer, kit in sorted((told - Counter(plan.roster)) | (Counter(plan.roster) - told)):
            if day < today:
                case.broken("L6", f"the kit roster of a held day is not as announced: {trainer} {kit}", day=day)


def judge_totals(case: Case) -> None:
    """`max_sessions` of H6, the commune limit of H9, H10: they count everything, and forbid what is new only."""
    s, status, plan = case.s, case.status, case.plan
    fresh = [c for c in plan.cycles if status is None or c.id not in status.cycles]
    stand_ins = [
        (now.trainer, c.id)
        for c in plan.cycles
        if status is not None and c.id in status.cycles
        for was, now in zip(status.cycles[c.id].sessions, c.sessions, strict=False)
        if was.date == now.date and was.trainer != now.trainer
    ]
    count = Counter(x.trainer for c in plan.cycles for x in c.sessions)
    for trainer, n in count.items():
        most = s.trainers[trainer].in_all
        if most is None or n <= most:
            continue
        new = [c.id for c in fresh if any(x.trainer == trainer for x in c.sessions)]
        new += [i for t, i in stand_ins if t == trainer]
        if new:
            case.broken("H6", f"{trainer} has {n} sessions in all, at most {most}", cycle_id=new[0])
    if s.max_cycles is not None:
        hosted = Counter(s.venues[c.venue].commune for c in plan.cycles)
        for commune in sorted({s.venues[c.venue].commune for c in fresh}):
            if hosted[commune] > s.max_cycles:
                case.broken("H9", f"{commune} hosts {hosted[commune]} cycles, at most {s.max_cycles}")
    ceiling = s.costs["max_gross"]
    if ceiling is not None and fresh and case.costs["gross"] > ceiling:
        case.broken("H10", f"gross cost {float(case.costs['gross']):.2f}, at most {float(ceiling):.2f}")
