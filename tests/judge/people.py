"""Who attends what: H1, H2, H3, and what L2 and L3 say of participants (PROBLEM.md, sections 4 and 8)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from distances import Distances
    from judge import Case
    from plans import Cycle
    from reading import Scenario


def in_reach(r: str, venue: str, s: Scenario, d: Distances) -> bool:
    """Whether the way from home to the venue's commune is within the resident's limit (H2)."""
    leg = d.between(s.residents[r].commune, s.venues[venue].commune)
    return leg is not None and leg[0] <= s.residents[r].max_travel


def misfits(r: str, c: Cycle, first: date, s: Scenario, d: Distances) -> list[str]:
    """Say why a resident may not be in a cycle (H2, but for "at most one cycle")."""
    p, why = s.residents[r], []
    if p.track != c.track:
        why.append(f"asks for the track {p.track}")
    if c.slot not in p.slots:
        why.append(f"has no slot {c.slot}")
    if not in_reach(r, c.venue, s, d):
        why.append(f"{c.venue} is out of reach")
    if p.step_free and not s.venues[c.venue].step_free:
        why.append(f"{c.venue} is not step-free")
    if p.available_from and first < p.available_from:
        why.append(f"is available from {p.available_from} only")
    return why


def may_leave(r: str, announced: Cycle, case: Case) -> bool:
    """L2: who is released, or no longer satisfies H2 in the announced cycle, may leave it."""
    if case.status.finished(announced):
        return False
    first = announced.sessions[0].date
    return r in case.status.keys.release or bool(misfits(r, announced, first, case.s, case.d))


def judge_group(c: Cycle, case: Case) -> None:
    """H1 and H2 of a cycle that is new, or that stands and is open to change."""
    least, most = case.s.cycle["min_group"], min(case.s.cycle["max_group"], case.s.venues[c.venue].seats)
    if not least <= len(c.participants) <= most:
        case.broken("H1", f"{len(c.participants)} participants, {least} to {most} are allowed", c)
    for r in c.participants:
        for why in misfits(r, c, c.sessions[0].date, case.s, case.d):
            case.broken("H2", why, c, resident=r)


def judge_committed(announced: Cycle, c: Cycle, case: Case) -> None:
    """L2 and L3: participants of a committed cycle that is not broken off."""
    s, status = case.s, case.status
    expected = set(status.remaining(announced))
    for r in sorted(expected - set(c.participants)):
        if status.finished(announced):
            case.broken("L3", "a finished cycle lists all its announced participants", c, resident=r)
        elif not may_leave(r, announced, case):
            case.broken("L2", "was announced in this committed cycle, and is no longer in it", c, resident=r)
    joined = [r for r in c.participants if r not in announced.participants]
    for r in joined:
        if status.begun(announced):
            case.broken("L2", "joins a cycle that has begun", c, resident=r)
            continue
        for why in misfits(r, c, c.sessions[0].date, s, case.d):
            case.broken("H2", why, c, resident=r)
    most = min(s.cycle["max_group"], s.venues[c.venue].seats)
    if joined and not status.begun(announced) and len(c.participants) > most:
        case.broken("H1", f"{len(c.participants)} participants after somebody joined, at most {most} are allowed", c)


def judge_other_rooms(announced: Cycle, c: Cycle, case: Case) -> None:
    """Whoever joins fits the other rooms in which sessions to come are announced: seats, reach, steps."""
    joined = [r for r in c.participants if r not in announced.participants]
    kept = {x.appointment for x in case.status.coming(announced)}
    rooms = {x.venue for x in case.status.coming(c) if x.venue != c.venue and x.appointment in kept}
    for room in sorted(rooms) if joined else []:
        if len(c.participants) > case.s.venues[room].seats:
            case.broken("H1", f"somebody joined, and {room} has {case.s.venues[room].seats} seats", c)
        for r in joined:
            if not in_reach(r, room, case.s, case.d):
                case.broken("H2", f"{room} is out of reach", c, resident=r)
            if case.s.residents[r].step_free and not case.s.venues[room].step_free:
                case.broken("H2", f"{room} is not step-free", c, resident=r)


def parties(s: Scenario) -> list[list[str]]:
    """Return parties of today's tables: who shares a party's name, or names another resident in it."""
    parent: dict[str, str] = {}

    def root(x: str) -> str:
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    for r in s.residents.values():
        if r.party:
            other = f"r {r.party}" if r.party in s.residents else f"party {r.party}"
            parent[root(f"r {r.id}")] = root(other)
    groups: dict[str, list[str]] = defaultdict(list)
    for r in s.residents:
        if f"r {r}" in parent:
            groups[root(f"r {r}")].append(r)
    return list(groups.values())


def groups_today(case: Case) -> list[list[str]]:
    """H3 with L3: who must attend together or not at all.

    Withdrawn members do not count. Members announced in one committed cycle that is not broken off in the plan are bound to it
    by L2 alone, each of them who may leave it is alone; the other members are a party.
    """
    out = []
    for party in parties(case.s):
        left = [r for r in party if not case.s.residents[r].withdrawn]
        if case.status is not None:
            left = [r for r in left if not bound(r, case)]
        if len(left) > 1:
            out.append(left)
    return out


def bound(r: str, case: Case) -> bool:
    """Whether a resident was announced in a committed cycle that is not broken off in the plan."""
    was = case.status.listed.get(r)
    if was is None or was.broken_off or not case.status.committed(was):
        return False
    now = case.cycles.get(was.id)
    return now is not None and not now.broken_off


def judge_people(case: Case) -> None:
    """H2's "at most one cycle", H3 and L3, over the whole plan."""
    s, status = case.s, case.status
    where: dict[str, list[str]] = defaultdict(list)
    for c in case.plan.cycles:
        for r in c.participants:
            if not c.broken_off:
                where[r].append(c.id)
            gone = s.residents[r].withdrawn
            if gone and not (status and status.attended(r) and status.listed[r].id == c.id):
                case.broken("L3", "has withdrawn, and is in a cycle", c, resident=r)
    for r, ids in where.items():
        if len(ids) > 1:
            case.broken("H2", f"is in {len(ids)} cycles: {' '.join(ids)}", case.cycles[ids[0]], resident=r)
    for group in groups_today(case):
        places = {(where.get(r) or [None])[0] for r in group}
        if len(places) > 1:
            told = ", ".join(f"{r}: {(where.get(r) or ['unserved'])[0]}" for r in group)
            case.broken("H3", f"a party is not together ({told})", resident=group[0])
