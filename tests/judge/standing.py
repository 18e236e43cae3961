"""What became of the announced cycles: L1, L2, L4, and the ids of L5 (PROBLEM.md, section 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import people

if TYPE_CHECKING:
    from judge import Case
    from plans import Cycle, Session

FIELDS = ("track", "slot", "venue", "trainer")


def judge_announced(case: Case) -> None:
    """Judge every announced cycle against the cycle with its id."""
    for a in case.status.plan.cycles:
        c = case.cycles.get(a.id)
        if c is None:
            judge_missing(a, case)
        elif c.broken_off:
            judge_broken_off(a, c, case)
        elif a.broken_off:
            case.broken("L4", "was announced as broken off, and stays so", c)
        else:
            judge_standing(a, c, case)


def kept_lengths(a: Cycle, case: Case) -> set[int]:
    """L4: how many sessions a broken-off cycle may keep; empty where it may not be broken off."""
    status = case.status
    faulty = [i for i, x in enumerate(a.sessions) if status.why(x) or status.is_strained(x)]
    if a.broken_off:
        hit = [i for i, x in enumerate(a.sessions) if status.why(x)]
        return {hit[0] if hit else len(a.sessions), faulty[0] if faulty else len(a.sessions)}
    lengths = set()
    if faulty:
        lengths.add(faulty[0])
    if status.thin(a):
        lengths.add(len(status.held(a)))
    return lengths


def judge_missing(a: Cycle, case: Case) -> None:
    """Judge an announced cycle that the plan no longer has."""
    status = case.status
    if 0 in kept_lengths(a, case):
        return
    if status.begun(a):
        case.broken("L1", "has begun, and is not in the plan", cycle_id=a.id)
    elif a.broken_off:
        case.broken("L4", "was announced as broken off, and is no longer in the plan", cycle_id=a.id)
    elif status.committed(a):
        case.broken("L2", "is committed, and is not in the plan", cycle_id=a.id)


def judge_broken_off(a: Cycle, c: Cycle, case: Case) -> None:
    """L4: a cycle that is broken off."""
    status = case.status
    for name in FIELDS:
        if getattr(a, name) != getattr(c, name):
            rule = "L1" if status.begun(a) and name in {"track", "slot"} else "L4"
            case.broken(rule, f"{name} is {getattr(c, name)}, announced was {getattr(a, name)}", c)
    held = status.held(a)
    if c.sessions[: len(held)] != held:
        case.broken("L1", "the held sessions are not as announced", c)
        return
    lengths = kept_lengths(a, case)
    if not lengths:
        case.broken("L4", "is broken off, though it is neither thin nor has a hit or strained session", c)
    elif not any(c.sessions == a.sessions[:n] for n in lengths):
        told = " or ".join(str(n) for n in sorted(lengths))
        case.broken("L4", f"is broken off, and keeps {told} of its sessions as announced, not {len(c.sessions)}", c)


def judge_standing(a: Cycle, c: Cycle, case: Case) -> None:
    """Judge a cycle with an announced id that is not broken off: it stands, or takes an id that it must not."""
    status, found = case.status, []
    committed = status.committed(a)
    for name in FIELDS:
        if getattr(a, name) != getattr(c, name):
            rule = "L1" if status.begun(a) and name in {"track", "slot"} else "L2"
            found.append((rule, None, f"{name} is {getattr(c, name)}, announced was {getattr(a, name)}"))
    held = status.held(a)
    if c.sessions[: len(held)] != held or any(x.date < status.today for x in c.sessions[len(held) :]):
        found.append(("L1", None, "the held sessions are not as announced"))
    elif len(c.sessions) != len(a.sessions):
        found.append(("L2", None, f"has {len(c.sessions)} sessions, announced were {len(a.sessions)}"))
    elif not found:
        found += judge_repairs(a, c, case)
    if found and not committed and not c.stands:
        case.broken("L5", f"does not stand, and takes an announced id: {found[0][2]}", c)
        return
    for rule, day, what in found:
        case.broken(rule if committed or rule == "L4" else "L5", what, c, day=day)
    if not found:
        case.stands.add(c.id)
    if committed:
        people.judge_committed(a, c, case)
    else:
        people.judge_group(c, case)
        if case.s.hosts is not None and case.s.venues[c.venue].commune not in case.s.hosts:
            case.broken("H9", f"{case.s.venues[c.venue].commune} is no host", c)
    people.judge_other_rooms(a, c, case)


def judge_repairs(a: Cycle, c: Cycle, case: Case) -> list[tuple]:
    """L4: the sessions to come, each against the announced one. Returns (rule, date, what)."""
    status, found = case.status, []
    moved = False
    for i in range(len(status.held(a)), len(a.sessions)):
        was, now = a.sessions[i], c.sessions[i]
        why, strained = status.why(was), status.is_strained(was)
        if i and now.date <= c.sessions[i - 1].date:
            found.append(("L4", now.date, "the sessions are out of order"))
        if now.date < was.date:
            found.append(("L4", now.date, f"is held before its announced day {was.date}"))
        elif now.date > was.date:
            if not (why or strained or moved):
                found.append(("L4", was.date, "is neither hit nor strained, nor after a postponed session, and moves"))
            moved = True
            found += [("L4", now.date, f"is postponed: {what}") for what in postponed(i, was, c, case)]
        else:
            if now.venue != was.venue:
                found += [("L4", now.date, what) for what in other_room(was, now, c, case)]
            elif "venue" in why:
                found.append(("L4", was.date, "its room fails, and it is not repaired"))
            if now.trainer != was.trainer:
                if "trainer" not in why and not strained:
                    found.append(("L4", was.date, "another trainer leads it, though its own does not fail"))
                if not case.s.can_lead(now.trainer, c.slot, c.track, now.date):
                    found.append(("L4", now.date, f"{now.trainer} cannot lead it (H6)"))
            elif "trainer" in why:
                found.append(("L4", was.date, "its trainer fails, and it is not repaired"))
    return found


def postponed(i: int, was: Session, c: Cycle, case: Case) -> list[str]:
    """L4: what is wrong with a postponed session."""
    s, now, why = case.s, c.sessions[i], []
    if (now.venue, now.trainer) != (c.venue, c.trainer):
        why.append("it has the cycle's own venue and trainer")
    if now.date.weekday() != was.date.weekday():
        why.append("it keeps its weekday")
    if not s.open_for(c.venue, now.date) or not s.room_allows(c.venue, c.slot, now.date):
        why.append(f"{c.venue} is closed or not available (H4)")
    if not s.can_lead(c.trainer, c.slot, c.track, now.date):
        why.append(f"{c.trainer} cannot lead it (H6)")
    if not s.start <= now.date <= s.end:
        why.append("it is outside the horizon (H5)")
    if i and (now.date - c.sessions[i - 1].date).days > s.cycle["max_gap_days"]:
        why.append("the pause before it is too long (H5)")
    return why


def other_room(was: Session, now: Session, c: Cycle, case: Case) -> list[str]:
    """L4: what is wrong with a session that moves to another room."""
    s, why = case.s, []
    if "venue" not in case.status.why(was):
        why.append("it moves to another room, though its own does not fail")
    room = s.venues[now.venue]
    near = {s.venues[was.venue].commune, s.venues[c.venue].commune}
    if room.commune not in near and not all(people.in_reach(r, room.id, s, case.d) for r in c.participants):
        why.append(f"{room.id} is in another commune and not within the limit of every participant")
    if not s.open_for(room.id, now.date) or not s.room_allows(room.id, c.slot, now.date):
        why.append(f"{room.id} is closed or not available (H4)")
    if room.seats < len(c.participants):
        why.append(f"{room.id} has {room.seats} seats for {len(c.participants)} participants")
    if not room.step_free and any(s.residents[r].step_free for r in c.participants):
        why.append(f"{room.id} is not step-free, and a participant needs it")
    return why
