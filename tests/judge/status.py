"""Where the announced cycles stand today (PROBLEM.md, section 8, "Words")."""

from __future__ import annotations

from typing import TYPE_CHECKING

import days
from plans import disorder, read_plan, unknown_names
from reading import InputFaultError, Scenario

if TYPE_CHECKING:
    from datetime import date

    from distances import Distances
    from plans import Cycle, Plan, Session

NOTHING: frozenset[str] = frozenset()


class Status:
    """The announced plan, and what today's tables make of it."""

    def __init__(self, s: Scenario, plan: Plan, d: Distances):
        if s.announced is None:
            raise InputFaultError("the scenario has no [announced]")
        self.s, self.plan, self.keys = s, plan, s.announced
        self.today: date = s.announced.today
        self.cycles: dict[str, Cycle] = plan.by_id()
        self._check()
        self.listed: dict[str, Cycle] = {r: c for c in plan.cycles if c.broken_off for r in c.participants}
        self.listed |= {r: c for c in plan.cycles if not c.broken_off for r in c.participants}
        self.fails: dict[tuple[str, date], frozenset[str]] = {}
        self._hit()
        self.strained: set[tuple[str, date]] = set()
        self._strained(d)

    def _check(self) -> None:
        """Report an announced plan that cannot be what people were told."""
        faults = unknown_names(self.plan, self.s) + disorder(self.plan)
        attends: dict[str, str] = {}
        for c in self.plan.cycles:
            for r in c.participants:
                if not c.broken_off and attends.setdefault(r, c.id) != c.id:
                    faults.append(f"{r} is in two cycles: {attends[r]}, {c.id}")
        names = set(self.cycles) | set(self.s.residents)
        faults += [f"release: unknown {n!r}" for n in sorted(self.keys.release - names)]
        faults += [f"keep: unknown cycle {n!r}" for n in sorted(self.keys.keep - set(self.cycles))]
        coming = {(c.id, x.date) for c in self.plan.cycles for x in c.sessions if x.date >= self.today}
        faults += [f"hit: {i} has no session to come on {day}" for i, day, _ in self.keys.hit if (i, day) not in coming]
        if faults:
            raise InputFaultError("announced plan: " + "; ".join(faults))

    def held(self, c: Cycle) -> list[Session]:
        """Sessions before today."""
        return [x for x in c.sessions if x.date < self.today]

    def coming(self, c: Cycle) -> list[Session]:
        """Sessions to come: today's, and those after."""
        return [x for x in c.sessions if x.date >= self.today]

    def begun(self, c: Cycle) -> bool:
        """Whether the first session of an announced cycle has been held."""
        return c.sessions[0].date < self.today

    def committed(self, c: Cycle) -> bool:
        """Whether an announced cycle is committed; the others are open to change."""
        soon = c.sessions[0].date < self.keys.earliest and c.id not in self.keys.release
        return self.begun(c) or soon or c.id in self.keys.keep

    def finished(self, c: Cycle) -> bool:
        """Whether an announced cycle was led to its end."""
        return not c.broken_off and c.sessions[-1].date < self.today

    def remaining(self, c: Cycle) -> list[str]:
        """Return the announced participants who have not withdrawn; all of them where the cycle is finished."""
        if self.finished(c):
            return c.participants
        return [r for r in c.participants if not self.s.residents[r].withdrawn]

    def thin(self, c: Cycle) -> bool:
        """Whether fewer than `min_group` of the announced participants have not withdrawn. A finished cycle is not thin."""
        return not self.finished(c) and len(self.remaining(c)) < self.s.cycle["min_group"]

    def why(self, x: Session) -> frozenset[str]:
        """Return what fails in a session to come: `venue`, `trainer`, both or nothing."""
        return self.fails.get((x.cycle, x.date), NOTHING)

    def is_strained(self, x: Session) -> bool:
        """Whether an announced session to come is strained."""
        return (x.cycle, x.date) in self.strained

    def attended(self, r: str) -> bool:
        """Whether a resident has finished a cycle: a withdrawal after that counts for nothing (L3)."""
        return r in self.listed and self.finished(self.listed[r])

    def told(self) -> dict:
        """Return where the announced cycles stand, for JSON."""
        named = {"begun": self.begun, "committed": self.committed, "finished": self.finished, "thin": self.thin}
        out: dict = {name: sorted(c.id for c in self.cycles.values() if is_so(c)) for name, is_so in named.items()}
        out["hit"] = [f"{i} {day} {what}" for (i, day), why in sorted(self.fails.items()) for what in sorted(why)]
        return {**out, "strained": [f"{i} {day}" for i, day in sorted(self.strained)]}

    def _hit(self) -> None:
        """Find the sessions to come that are hit, and whether the room or the trainer fails."""
        s, listed = self.s, {(i, day, what) for i, day, what in self.keys.hit}
        for c in self.plan.cycles:
            for x in self.coming(c):
                why = {what for what in ("venue", "trainer") if (c.id, x.date, what) in listed}
                room = s.open_for(x.venue, x.date) and s.room_allows(x.venue, c.slot, x.date)
                if not room or not s.start <= x.date <= s.end:
                    why.add("venue")
                if not s.can_lead(x.trainer, c.slot, c.track, x.date):
                    why.add("trainer")
                if why:
                    self.fails[c.id, x.date] = frozenset(why)

    def _strained(self, d: Distances) -> None:
        """Find the sessions to come of committed cycles that break a day's or week's rule by themselves."""
        s = self.s
        bound = [c for c in self.plan.cycles if self.committed(c) or c.broken_off]
        coming = [x for c in bound for x in self.coming(c)]
        held = [x for c in self.plan.cycles for x in self.held(c)]
        people = {c.id: self.remaining(c) for c in self.plan.cycles}
        clashes = days.overlaps(coming, s) + days.limits(coming, held, s) + days.moving(coming, s, d)
        clashes += days.assign_kits(coming, lambda x: people[x.cycle], s, d)[1]
        self.strained = {(x.cycle, x.date) for clash in clashes for x in clash.sessions}


def read_status(s: Scenario, d: Distances) -> Status | None:
    """Read the announced plan, where the scenario has one."""
    if s.announced is None:
        return None
    return Status(s, read_plan(s.announced.plan), d)
