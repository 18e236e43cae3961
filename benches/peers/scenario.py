"""Reads a scenario folder (PROBLEM.md section 2) into plain records.

Faults are not looked for: `ateliers validate` does that. Amounts are exact fractions of euros, minutes and kilometres.
"""

import csv
import datetime as dt
import tomllib
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

from travel import Leg, Pair, all_ways

Row: TypeAlias = dict[str, str]

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DEFAULTS: dict[str, dict[str, Any]] = {
    "cycle": {"sessions": 5, "session_minutes": 120, "min_group": 6, "max_group": 12, "max_gap_days": 21},
    "travel": {"max_travel_min": 15, "local_minutes": 4, "local_km": "1.5", "turnaround_min": 20},
    "hosts": {"communes": ["*"], "max_cycles_per_commune": None},
    "costs": {
        "prep_minutes": 30,
        "tablet_session": "0.50",
        "support_per_participant": 12,
        "cycle_setup": 60,
        "fee": 35,
    },
    "weights": {
        "unserved": 400,
        "travel_minute": "0.8",
        "wait_week": 4,
        "equity_target": "0.5",
        "equity_shortfall": 150,
    },
}


@dataclass(frozen=True)
class Window:
    """Days from the first to the last; `None` is open."""

    first: dt.date | None
    last: dt.date | None

    def holds(self, date: dt.date) -> bool:
        """Tell whether the date is within, both ends included."""
        return (self.first is None or self.first <= date) and (self.last is None or date <= self.last)


@dataclass(frozen=True)
class Slot:
    """A weekly time; `start` in minutes after midnight, weekday 0 for Monday."""

    id: str
    weekday: int
    start: int


@dataclass(frozen=True)
class Venue:
    """A room; `cost` in euros a session."""

    id: str
    commune: str
    seats: int
    slots: frozenset[str]
    cost: Fraction
    step_free: bool
    tablets: int
    window: Window


@dataclass(frozen=True)
class Trainer:
    """A trainer; costs in euros an hour and a kilometre; `tracks` is `None` for all."""

    id: str
    base: str
    slots: frozenset[str]
    tracks: frozenset[str] | None
    hourly: Fraction
    per_km: Fraction
    max_day: int
    max_week: int
    window: Window


@dataclass(frozen=True)
class Kit:
    """A case of tablets, fetched from its depot's commune."""

    id: str
    tablets: int
    depot: str


@dataclass(frozen=True, order=True)
class Person:
    """What rules and prices see of a resident: two that are equal can take each other's place."""

    commune: str
    track: str
    slots: tuple[str, ...]
    needs_tablet: bool
    max_travel: Fraction
    step_free: bool
    free_from: dt.date
    priority: Fraction


@dataclass(frozen=True)
class Closure:
    """Days on which something is closed."""

    first: dt.date
    last: dt.date
    scope: str


@dataclass(frozen=True)
class Scenario:
    """One scenario: its rules by section, its tables, and the ways between communes."""

    name: str
    start: dt.date
    end: dt.date
    cycle: dict[str, int]
    session_minutes: Fraction
    travel: dict[str, Fraction]
    hosts: frozenset[str]
    max_cycles_per_commune: int | None
    costs: dict[str, Fraction]
    max_gross: Fraction | None
    weights: dict[str, Fraction]
    slots: dict[str, Slot]
    venues: list[Venue]
    trainers: list[Trainer]
    kits: list[Kit]
    parties: dict[tuple[Person, ...], list[tuple[str, ...]]]
    closures: list[Closure]
    ways: dict[Pair, Leg]

    def way(self, start: str, end: str) -> Leg | None:
        """Return the way between two places: the local one within a commune, `None` where there is none."""
        if start == end:
            return Leg(self.travel["local_minutes"], self.travel["local_km"])
        return self.ways.get((start, end))

    def is_closed(self, date: dt.date, *scopes: str) -> bool:
        """Tell whether any of the scopes is closed on that day."""
        return any(closure.first <= date <= closure.last and closure.scope in scopes for closure in self.closures)


def read_scenario(path: Path) -> Scenario:
    """Read a scenario file and the tables it names."""
    with path.open("rb") as file:
        settings = tomllib.load(file, parse_float=str)
    tables = {key: _read_table(path.parent / name) for key, name in settings["data"].items()}
    rules = {section: {**defaults, **settings.get(section, {})} for section, defaults in DEFAULTS.items()}
    session_minutes = Fraction(rules["cycle"].pop("session_minutes"))
    ceiling = rules["costs"].pop("max_gross", None)
    amounts = {
        section: {key: Fraction(value) for key, value in rules[section].items()} for section in ("travel", "costs", "weights")
    }
    slots = {row["id"]: _slot(row) for row in tables["slots"]}
    start, end = settings["horizon"]["start"], settings["horizon"]["end"]
    communes = [row["insee"] for row in tables["communes"]]
    hosts = rules["hosts"]["communes"]
    return Scenario(
        name=settings["name"],
        start=start,
        end=end,
        cycle=rules["cycle"],
        session_minutes=session_minutes,
        travel=amounts["travel"],
        hosts=frozenset(communes if "*" in hosts else hosts),
        max_cycles_per_commune=rules["hosts"]["max_cycles_per_commune"],
        costs=amounts["costs"],
        max_gross=None if ceiling is None else Fraction(ceiling),
        weights=amounts["weights"],
        slots=slots,
        venues=[_venue(row, slots) for row in tables["venues"]],
        trainers=[_trainer(row, slots) for row in tables["trainers"]],
        kits=[Kit(row["id"], int(row["tablets"]), row["depot"]) for row in tables["kits"]],
        parties=_parties(tables["residents"], slots, amounts["travel"]["max_travel_min"], start),
        closures=[_closure(row) for row in tables.get("closures", [])],
        ways=_ways(tables),
    )


def _read_table(path: Path) -> list[Row]:
    """Rows by column name; the delimiter is the one that the header has most of."""
    text = path.read_text(encoding="utf-8-sig")
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    rows = csv.DictReader(text.splitlines(), delimiter=delimiter)
    return [{key: (value or "").strip() for key, value in row.items()} for row in rows]


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def _date(text: str) -> dt.date | None:
    if "/" in text:
        return dt.datetime.strptime(text, "%d/%m/%Y").date()
    return dt.date.fromisoformat(text) if text else None


def _certain_date(text: str) -> dt.date:
    date = _date(text)
    if date is None:
        raise ValueError("a date is missing")
    return date


def _is_true(text: str) -> bool:
    return text.lower() in {"1", "true", "oui"}


def _slots(text: str, slots: dict[str, Slot]) -> frozenset[str]:
    return frozenset(slots if "*" in text.split() else text.split())


def _slot(row: Row) -> Slot:
    hours, minutes = row["start"].split(":")[:2]
    return Slot(row["id"], WEEKDAYS.index(row["weekday"]), 60 * int(hours) + int(minutes))


def _window(row: Row) -> Window:
    return Window(_date(row.get("available_from", "")), _date(row.get("available_until", "")))


def _venue(row: Row, slots: dict[str, Slot]) -> Venue:
    return Venue(
        id=row["id"],
        commune=row["commune"],
        seats=int(row["seats"]),
        slots=_slots(row["slots"], slots),
        cost=_number(row.get("cost_per_session") or "0"),
        step_free=_is_true(row.get("step_free", "")),
        tablets=int(row.get("tablets") or 0),
        window=_window(row),
    )


def _trainer(row: Row, slots: dict[str, Slot]) -> Trainer:
    tracks = (row.get("tracks") or "*").split()
    return Trainer(
        id=row["id"],
        base=row["base"],
        slots=_slots(row["slots"], slots),
        tracks=None if "*" in tracks else frozenset(tracks),
        hourly=_number(row["hourly_cost"]),
        per_km=_number(row.get("km_cost") or "0"),
        max_day=int(row.get("max_sessions_per_day") or 3),
        max_week=int(row.get("max_sessions_per_week") or 15),
        window=_window(row),
    )


def _parties(
    rows: list[Row], slots: dict[str, Slot], max_travel: Fraction, start: dt.date
) -> dict[tuple[Person, ...], list[tuple[str, ...]]]:
    """Parties that nothing can tell apart, together: the people of each, and the ids of each such party (H3).

    Ids stand in the order of the people. Someone without a party is a party of one.
    """
    together: dict[str, list[tuple[Person, str]]] = {}
    for row in rows:
        key = f"party {row['party']}" if row.get("party") else f"alone {row['id']}"
        together.setdefault(key, []).append((_person(row, slots, max_travel, start), row["id"]))
    alike: dict[tuple[Person, ...], list[tuple[str, ...]]] = {}
    for members in together.values():
        people, ids = zip(*sorted(members), strict=True)
        alike.setdefault(people, []).append(ids)
    return alike


def _person(row: Row, slots: dict[str, Slot], max_travel: Fraction, start: dt.date) -> Person:
    return Person(
        commune=row["commune"],
        track=row.get("track") or "base",
        slots=tuple(sorted(_slots(row["slots"], slots))),
        needs_tablet=_is_true(row.get("needs_tablet", "")),
        max_travel=_number(row["max_travel_min"]) if row.get("max_travel_min") else max_travel,
        step_free=_is_true(row.get("step_free", "")),
        free_from=max(start, _date(row.get("available_from", "")) or start),
        priority=_number(row.get("priority") or "1"),
    )


def _closure(row: Row) -> Closure:
    return Closure(_certain_date(row["from"]), _certain_date(row["until"]), row["scope"])


def _ways(tables: dict[str, list[Row]]) -> dict[Pair, Leg]:
    def leg(row: Row) -> Leg:
        return Leg(_number(row["minutes"]), _number(row["km"]))

    roads = [(row["from"], row["to"], leg(row)) for row in tables["roads"]]
    measured = {(row["from"], row["to"]): leg(row) for row in tables.get("distances", [])}
    return all_ways(roads, measured)
