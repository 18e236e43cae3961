"""Reads `plan.json` (PROBLEM.md, sections 7 and 8), the plan to judge as well as the announced one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from reading import InputFaultError, Scenario, day_of

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, order=True)
class Session:
    """One meeting, with the room and the trainer that it really has."""

    date: date
    cycle: str
    slot: str
    venue: str
    trainer: str

    @property
    def appointment(self) -> tuple[date, str, str]:
        """Return what participants and town halls are told of it: day, slot, venue."""
        return (self.date, self.slot, self.venue)


@dataclass
class Cycle:
    """A cycle of a plan; `venue` and `trainer` are its own, `sessions` have what repairs made of them."""

    id: str
    venue: str
    slot: str
    track: str
    trainer: str
    participants: list[str]
    sessions: list[Session]
    stands: bool
    broken_off: bool
    repairs: list[dict]


@dataclass
class Plan:
    """A plan; `roster` holds (date, trainer, kit), `raw` the whole file."""

    cycles: list[Cycle]
    roster: list[tuple[date, str, str]]
    closed: list[str]
    raw: dict

    def by_id(self) -> dict[str, Cycle]:
        """Return the cycles by id."""
        return {c.id: c for c in self.cycles}


def read_cycle(raw: dict) -> Cycle:
    """Read one cycle. Of two repairs of one date, the later counts here; `figures` reports the pair."""
    repairs = [{**r, "date": day_of(r["date"])} for r in raw.get("repairs", [])]
    changed: dict[date, dict] = {}
    for r in repairs:
        changed.setdefault(r["date"], {}).update(r)
    sessions = []
    for text in raw["sessions"]:
        day = day_of(text)
        r = changed.get(day, {})
        sessions.append(
            Session(day, raw["id"], raw["slot"], r.get("venue", raw["venue"]), r.get("trainer", raw["trainer"]))
        )
    return Cycle(
        raw["id"],
        raw["venue"],
        raw["slot"],
        raw["track"],
        raw["trainer"],
        list(raw["participants"]),
        sessions,
        raw.get("stands", False) is True,
        raw.get("broken_off", False) is True,
        repairs,
    )


def read_plan(path: Path) -> Plan:
    """Read a plan from its file."""
    try:
        return plan_of(json.loads(path.read_text(encoding="utf-8"), parse_float=Fraction))
    except (OSError, ValueError) as error:
        raise InputFaultError(f"{path}: {error}") from None


def plan_of(raw: dict) -> Plan:
    """Read a plan from what its JSON holds."""
    try:
        if raw.get("format", 1) != 1:
            raise InputFaultError(f"format {raw['format']} is not known")
        return Plan(
            [read_cycle(c) for c in raw["cycles"]],
            [(day_of(e["date"]), e["trainer"], e["kit"]) for e in raw.get("kit_roster", [])],
            list(raw.get("closed", [])),
            raw,
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise InputFaultError(f"not a plan: {error!r}") from None


def unknown_names(plan: Plan, s: Scenario) -> list[str]:
    """List names that the tables do not know, and cycles without a session: what stops a plan from being judged."""
    faults = []
    known = {"venue": s.venues, "slot": s.slots, "trainer": s.trainers, "kit": s.kits, "resident": s.residents}

    def look(kind: str, name: str, where: str) -> None:
        if name not in known[kind]:
            faults.append(f"{where}: unknown {kind} {name!r}")

    for c in plan.cycles:
        where = f"cycle {c.id}"
        look("venue", c.venue, where)
        look("slot", c.slot, where)
        look("trainer", c.trainer, where)
        for r in c.participants:
            look("resident", r, where)
        for x in c.sessions:
            look("venue", x.venue, where)
            look("trainer", x.trainer, where)
        if not c.sessions:
            faults.append(f"{where}: no session")
    for _, trainer, kit in plan.roster:
        look("trainer", trainer, "kit_roster")
        look("kit", kit, "kit_roster")
    return faults


def disorder(plan: Plan) -> list[str]:
    """List what an announced plan must not have, beside unknown names: an id or a person twice, sessions out of order."""
    ids = [c.id for c in plan.cycles]
    faults = [f"cycle {i}: the id is used twice" for i in sorted({i for i in ids if ids.count(i) > 1})]
    for c in plan.cycles:
        days = [x.date for x in c.sessions]
        if len(set(c.participants)) < len(c.participants):
            faults.append(f"cycle {c.id}: a participant is listed twice")
        if days != sorted(set(days)):
            faults.append(f"cycle {c.id}: the sessions are out of order")
        faults += [f"cycle {c.id}: a repair of {r['date']}, which is no session" for r in c.repairs if r["date"] not in days]
    return faults
