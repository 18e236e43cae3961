"""What the sessions of one day or week must keep together: H4's overlap, H6's day and week, H7 and H8 (PROBLEM.md, section 4).

The same functions judge a plan and say which announced sessions are strained (section 8).
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from distances import Distances
    from plans import Session
    from reading import Kit, Scenario


class Clash(NamedTuple):
    """A broken rule and the sessions that take part in it."""

    rule: str
    sessions: list[Session]
    what: str


def monday(day: date) -> date:
    """Return the first day of the ISO week."""
    return day - timedelta(days=day.weekday())


def by_trainer_day(sessions: Iterable[Session], s: Scenario) -> dict[tuple[date, str], list[Session]]:
    """Group sessions by day and trainer, each day in time order."""
    days: dict[tuple[date, str], list[Session]] = defaultdict(list)
    for x in sessions:
        days[x.date, x.trainer].append(x)
    for day in days.values():
        day.sort(key=lambda x: (s.slots[x.slot].start, x.cycle))
    return days


def kit_tablets(x: Session, participants: Iterable[str], s: Scenario) -> int:
    """Return the kit tablets that a session needs (H8)."""
    return max(0, sum(s.residents[r].needs_tablet for r in participants) - s.venues[x.venue].tablets)


def overlaps(sessions: Iterable[Session], s: Scenario) -> list[Clash]:
    """H4: no two sessions of a venue overlap in time."""
    rooms: dict[tuple[date, str], list[Session]] = defaultdict(list)
    for x in sessions:
        rooms[x.date, x.venue].append(x)
    length = Fraction(s.cycle["session_minutes"])
    clashes = []
    for (_, venue), day in rooms.items():
        for a, b in combinations(day, 2):
            if abs(s.slots[a.slot].start - s.slots[b.slot].start) < length:
                clashes.append(Clash("H4", [a, b], f"two sessions overlap in {venue}: {a.cycle}, {b.cycle}"))
    return clashes


def limits(sessions: Iterable[Session], held: Iterable[Session], s: Scenario) -> list[Clash]:
    """H6: sessions of a trainer in a day and in an ISO week; held ones count in the week."""
    clashes = []
    weeks: dict[tuple[date, str], list[Session]] = defaultdict(list)
    for (day, trainer), here in by_trainer_day(sessions, s).items():
        weeks[monday(day), trainer] += here
        most = s.trainers[trainer].per_day
        if len(here) > most:
            clashes.append(Clash("H6", here, f"{trainer} has {len(here)} sessions on a day, at most {most}"))
    past: dict[tuple[date, str], int] = defaultdict(int)
    for x in held:
        past[monday(x.date), x.trainer] += 1
    for (week, trainer), here in weeks.items():
        count, most = len(here) + past[week, trainer], s.trainers[trainer].per_week
        if count > most:
            clashes.append(Clash("H6", here, f"{trainer} has {count} sessions in the week of {week}, at most {most}"))
    return clashes


def moving(sessions: Iterable[Session], s: Scenario, d: Distances) -> list[Clash]:
    """H7: time to move between two sessions of a trainer; the legs between base and venues must be reachable."""
    clashes = []
    length = Fraction(s.cycle["session_minutes"])
    for (_, trainer), day in by_trainer_day(sessions, s).items():
        for a, b in combinations(day, 2):
            leg = d.between_venues(a.venue, b.venue)
            if leg is None:
                clashes.append(Clash("H7", [a, b], f"{trainer} cannot get from {a.venue} to {b.venue}"))
                continue
            needed = leg[0] + Fraction(s.travel["turnaround_min"])
            if s.slots[b.slot].start - (s.slots[a.slot].start + length) < needed:
                clashes.append(
                    Clash("H7", [a, b], f"{trainer} has too little time between {a.cycle} and {b.cycle}")
                )
        base = s.trainers[trainer].base
        if d.between(base, s.venues[day[0].venue].commune) is None:
            clashes.append(Clash("H7", [day[0]], f"{trainer} cannot get from the base to {day[0].venue}"))
        if d.between(s.venues[day[-1].venue].commune, base) is None:
            clashes.append(Clash("H7", [day[-1]], f"{trainer} cannot get home from {day[-1].venue}"))
    return clashes


def kit_in_reach(kit: Kit, trainer: str, day: list[Session], s: Scenario, d: Distances) -> bool:
    """Whether the day's tour can pass the kit's depot (H7: every leg of a trainer's day is reachable)."""
    base = s.trainers[trainer].base
    first, last = s.venues[day[0].venue].commune, s.venues[day[-1].venue].commune
    legs = [(base, kit.depot), (kit.depot, first), (last, kit.depot), (kit.depot, base)]
    return all(d.between(a, b) is not None for a, b in legs)


def assign_kits(
    sessions: Iterable[Session], people: Callable[[Session], Iterable[str]], s: Scenario, d: Distances
) -> tuple[dict[tuple[date, str], str], list[Clash]]:
    """H8: kits for each day's trainers who need one, and the days on which there is no assignment.

    Augmenting paths, a trainer at a time; on a day without an assignment, all sessions that need kit tablets clash.
    """
    roster: dict[tuple[date, str], str] = {}
    clashes = []
    days: dict[date, dict[str, list[Session]]] = defaultdict(dict)
    for (day, trainer), here in by_trainer_day(sessions, s).items():
        days[day][trainer] = here
    for day, trainers in sorted(days.items()):
        needs = {t: max(kit_tablets(x, people(x), s) for x in here) for t, here in trainers.items()}
        needy = sorted((t for t in needs if needs[t] > 0), key=lambda t: (-needs[t], t))
        wanted = {
            t: [
                k.id
                for k in sorted(s.kits.values(), key=lambda k: (k.tablets, k.id))
                if k.tablets >= needs[t] and kit_in_reach(k, t, trainers[t], s, d)
            ]
            for t in needy
        }
        taken: dict[str, str] = {}

        def place(t: str, seen: set[str], wanted: dict[str, list[str]], taken: dict[str, str]) -> bool:
            for k in wanted[t]:
                if k not in seen:
                    seen.add(k)
                    if k not in taken or place(taken[k], seen, wanted, taken):
                        taken[k] = t
                        return True
            return False

        if all([place(t, set(), wanted, taken) for t in needy]):
            roster |= {(day, t): k for k, t in taken.items()}
        else:
            needing = [x for t in needy for x in trainers[t] if kit_tablets(x, people(x), s) > 0]
            clashes.append(Clash("H8", needing, f"the kits of {day} cannot serve all trainers who need one"))
    return roster, clashes


def roster_faults(
    sessions: Iterable[Session],
    people: Callable[[Session], Iterable[str]],
    roster: list[tuple[date, str, str]],
    s: Scenario,
    d: Distances,
) -> list[tuple[str, date, str]]:
    """H8, and H7 on the way to the depot: what is wrong with a roster, as (rule, date, what)."""
    faults = []
    days = by_trainer_day(sessions, s)
    carried: dict[tuple[date, str], list[str]] = defaultdict(list)
    holders: dict[tuple[date, str], set[str]] = defaultdict(set)
    for day, trainer, kit in roster:
        carried[day, trainer].append(kit)
        holders[day, kit].add(trainer)
    for (day, kit), who in holders.items():
        if len(who) > 1:
            faults.append(("H8", day, f"{kit} goes to {len(who)} trainers: {' '.join(sorted(who))}"))
    for day, trainer in sorted(set(days) | set(carried)):
        here, kits = days.get((day, trainer), []), carried.get((day, trainer), [])
        need = max((kit_tablets(x, people(x), s) for x in here), default=0)
        if need == 0 and kits:
            faults.append(("H8", day, f"{trainer} needs no kit and takes {' '.join(kits)}"))
        elif need > 0 and len(kits) != 1:
            faults.append(("H8", day, f"{trainer} needs {need} kit tablets and takes {len(kits)} kits"))
        elif need > 0:
            kit = s.kits[kits[0]]
            if kit.tablets < need:
                faults.append(("H8", day, f"{trainer} needs {need} tablets, {kit.id} has {kit.tablets}"))
            if not kit_in_reach(kit, trainer, here, s, d):
                faults.append(("H7", day, f"{trainer} cannot get to the depot of {kit.id} or on from it"))
    return faults
