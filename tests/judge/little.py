"""A program that plans again and does as little as the contract allows (PROBLEM.md, section 8, "Every valid input has a plan").

It keeps committed cycles without a hit or strained session, breaks off the others before it, closes open ones that are hit or
no longer legal, keeps the other open ones, and adds nothing. With `--repair`, it tries a stand-in, another room or a
postponement and takes the cheapest; with `--fill`, it puts those left out into free places. It is called as the real program
is: `little.py plan SCENARIO --out DIR`.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import days
import people
from judge import Case, judge, load
from plans import Cycle, plan_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from distances import Distances
    from reading import Scenario
    from status import Status


@dataclass
class Draft:
    """A cycle of the new plan, made from an announced one."""

    made_from: Cycle
    dates: list[date]
    rooms: list[str]
    trainers: list[str]
    people: list[str]
    broken_off: bool = False

    def raw(self) -> dict:
        """Return the cycle as in plan.json."""
        c, repairs = self.made_from, []
        for day, room, trainer in zip(self.dates, self.rooms, self.trainers, strict=True):
            changed = {"venue": room} if room != c.venue else {}
            changed |= {"trainer": trainer} if trainer != c.trainer else {}
            if changed:
                repairs.append({"date": day.isoformat(), **changed})
        out = {"id": c.id, "venue": c.venue, "slot": c.slot, "track": c.track, "trainer": c.trainer}
        out |= {"participants": self.people, "sessions": [day.isoformat() for day in self.dates]}
        out |= {"broken_off": True} if self.broken_off else {"stands": True}
        return {**out, "repairs": repairs} if repairs else out


class Planner:
    """Plans again, on one scenario."""

    def __init__(self, s: Scenario, d: Distances, status: Status | None):
        self.s, self.d, self.status = s, d, status

    def kept(self, c: Cycle, length: int, *, broken_off: bool) -> Draft:
        """Return an announced cycle with its first sessions as announced."""
        x = c.sessions[:length]
        here = list(self.status.remaining(c))
        return Draft(c, [i.date for i in x], [i.venue for i in x], [i.trainer for i in x], here, broken_off)

    def first_fault(self, c: Cycle) -> int | None:
        """Return the place of the first session that is hit or strained."""
        faulty = (i for i, x in enumerate(c.sessions) if self.status.why(x) or self.status.is_strained(x))
        return next(faulty, None)

    def repairs(self, c: Cycle) -> Iterator[Draft]:
        """Offer ways to repair a cycle: postponing or not, and by one stand-in and one room wherever they are needed."""
        yield from self.repaired(c, None, None)
        faulty = [x for x in c.sessions if self.status.why(x) or self.status.is_strained(x)]
        near = {self.s.venues[v].commune for x in faulty for v in (x.venue, c.venue)}
        rooms = [v.id for v in self.s.venues.values() if v.commune in near] or [c.venue]
        if not any("venue" in self.status.why(x) for x in faulty):
            rooms = [c.venue]
        for trainer in self.s.trainers:
            for room in rooms:
                yield from self.repaired(c, trainer, room)

    def repaired(self, c: Cycle, trainer: str | None, room: str | None) -> Iterator[Draft]:
        """Offer a cycle with each session repaired by this trainer and in this room where it can be, else postponed."""
        draft = self.kept(c, len(c.sessions), broken_off=False)
        if all(self.repair(draft, i, trainer, room) for i in range(len(c.sessions))):
            yield draft

    def repair(self, draft: Draft, i: int, trainer: str | None, room: str | None) -> bool:
        """Repair one session of a draft, in place; says whether it can be."""
        c, s = draft.made_from, self.s
        was = c.sessions[i]
        why, strained = self.status.why(was), self.status.is_strained(was)
        day, moved = was.date, i > 0 and draft.dates[i] <= draft.dates[i - 1]
        if not (why or strained or moved):
            return True
        led_by = trainer if "trainer" in why or (strained and "venue" not in why) else was.trainer
        held_in = room if "venue" in why else was.venue
        if not moved and led_by and held_in and (led_by, held_in) != (was.trainer, was.venue):
            leads = s.can_lead(led_by, c.slot, c.track, day)
            if leads and s.open_for(held_in, day) and s.room_allows(held_in, c.slot, day):
                draft.rooms[i], draft.trainers[i] = held_in, led_by
                return True
        later = max(day, draft.dates[i - 1] if i else day) + timedelta(days=7)
        for _ in range(8):
            leads = s.can_lead(c.trainer, c.slot, c.track, later)
            if leads and s.open_for(c.venue, later) and s.room_allows(c.venue, c.slot, later):
                draft.dates[i], draft.rooms[i], draft.trainers[i] = later, c.venue, c.trainer
                return True
            later += timedelta(days=7)
        return False

    def fill(self, drafts: list[Draft]) -> None:
        """Put newcomers and those left out, who are of no party, into free places of cycles that have not begun."""
        s, now = self.s, self.judged(drafts)
        attends = {r for x in drafts if not x.broken_off for r in x.people}
        free = [x for x in drafts if not x.broken_off and not self.status.begun(x.made_from)]
        for r in s.residents.values():
            if r.withdrawn or r.party or r.id in attends:
                continue
            places = []
            for x in free:
                c = x.made_from
                most = min(s.cycle["max_group"], s.venues[c.venue].seats)
                if len(x.people) < most and not people.misfits(r.id, c, x.dates[0], s, self.d):
                    places.append((self.d.between(r.commune, s.venues[c.venue].commune)[0], x.dates[0], c.id, x))
            for *_, x in sorted(places)[:2]:
                listed = [y for y in drafts if y.broken_off and r.id in y.people]
                for y in [x, *listed]:
                    y.people = [i for i in y.people if i != r.id] + ([r.id] if y is x else [])
                case = self.judged(drafts)
                if not case.violations and case.objective < now.objective:
                    now = case
                    break
                for y in [x, *listed]:
                    y.people = [i for i in y.people if i != r.id] + ([] if y is x else [r.id])

    def raw(self, drafts: list[Draft]) -> dict:
        """Return a plan with these cycles, as JSON holds it, without figures."""
        s, status = self.s, self.status
        if status is None:
            return {"format": 1, "scenario": s.name, "cycles": [], "kit_roster": []}
        cycles = [x.raw() for x in drafts]
        plan = plan_of({"cycles": cycles})
        listed = {c.id: c.participants for c in plan.cycles}
        coming = [x for c in plan.cycles for x in c.sessions if x.date >= status.today]
        kits, _ = days.assign_kits(coming, lambda x: listed[x.cycle], s, self.d)
        entries = [e for e in status.plan.roster if e[0] < status.today] + [(day, t, k) for (day, t), k in kits.items()]
        gone = sorted(set(status.cycles) - {c["id"] for c in cycles})
        return {
            "format": 1,
            "scenario": s.name,
            "cycles": cycles,
            "kit_roster": [{"date": day.isoformat(), "trainer": t, "kit": k} for day, t, k in sorted(entries)],
            "closed": status.plan.closed + [i for i in gone if i not in status.plan.closed],
        }

    def judged(self, drafts: list[Draft]) -> Case:
        """Judge a plan with these cycles."""
        return judge(self.s, self.d, self.status, plan_of(self.raw(drafts)))

    def plan(self, *, repair: bool, fill: bool = False) -> dict:
        """Plan again, as little as can be."""
        drafts, open_ones, repairable = [], [], []
        for c in self.status.plan.cycles if self.status else []:
            fault = self.first_fault(c)
            if not self.status.committed(c) and not c.broken_off:
                open_ones.append((c, fault))
            elif fault is None:
                drafts.append(self.kept(c, len(c.sessions), broken_off=c.broken_off))
            elif c.broken_off or not repair:
                drafts += [self.kept(c, fault, broken_off=True)] if fault else []
            else:
                drafts += [self.kept(c, fault, broken_off=True)] if fault else []
                repairable.append(c)
        for c in repairable:
            others = [x for x in drafts if x.made_from is not c]
            best, least = drafts, self.judged(drafts).objective
            for draft in self.repairs(c):
                case = self.judged([*others, draft])
                if not case.violations and case.objective < least:
                    best, least = [*others, draft], case.objective
            drafts = best
        whole = [self.kept(c, len(c.sessions), broken_off=False) for c, fault in open_ones if fault is None]
        if not self.judged(drafts + whole).violations:
            drafts += whole
        else:
            for draft in whole:
                if not self.judged([*drafts, draft]).violations:
                    drafts.append(draft)
        if fill and self.status:
            self.fill(drafts)
        return self.with_figures(drafts)

    def with_figures(self, drafts: list[Draft]) -> dict:
        """Return the plan with everything that plan.json holds. The bound: everybody pays, and nothing costs anything."""
        raw, case = self.raw(drafts), self.judged(drafts)
        attends = {r for x in drafts if not x.broken_off for r in x.people}
        interested = [r for r in self.s.residents.values() if not r.withdrawn]
        raw["unserved"] = [{"resident": r.id, "reason": "", "detail": ""} for r in interested if r.id not in attends]
        bound = Fraction(-self.s.costs["fee"] * len(self.s.residents))
        gap = (case.objective - bound) / abs(case.objective) if case.objective else 0
        raw["costs"] = {k: round(float(v), 4) for k, v in case.costs.items()}
        raw["service"] = {k: round(float(v), 4) for k, v in case.service.items()}
        raw |= {"objective": round(float(case.objective), 4), "bound": float(bound), "gap": float(gap)}
        return raw


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("command", choices=["plan"])
    parser.add_argument("scenario", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--repair", action="store_true", help="repair before breaking off")
    parser.add_argument("--fill", action="store_true", help="put those left out into free places")
    args, _ = parser.parse_known_args()
    raw = Planner(*load(args.scenario)).plan(repair=args.repair, fill=args.fill)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "plan.json").write_text(json.dumps(raw, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
