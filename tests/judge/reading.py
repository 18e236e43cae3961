"""Reads a scenario and its CSV tables as PROBLEM.md, sections 2 and 8, describes them.

This is a reader for a judge, not a validator: it stops at the first fault. Communes are named by INSEE code, slots by id.
Every number is a Fraction, so that money is exact.
"""

from __future__ import annotations

import csv
import io
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

DEFAULTS: dict[str, dict[str, object]] = {
    "cycle": {"sessions": 5, "session_minutes": 120, "min_group": 6, "max_group": 12, "max_gap_days": 21},
    "travel": {"max_travel_min": 15, "local_minutes": 4, "local_km": Fraction("1.5"), "turnaround_min": 20},
    "hosts": {"communes": ["*"], "max_cycles_per_commune": None},
    "costs": {
        "prep_minutes": 30,
        "tablet_session": Fraction("0.5"),
        "support_per_participant": 12,
        "cycle_setup": 60,
        "fee": 35,
        "max_gross": None,
    },
    "weights": {
        "unserved": 400,
        "travel_minute": Fraction("0.8"),
        "wait_week": 4,
        "equity_target": Fraction("0.5"),
        "equity_shortfall": 150,
        "away": 0,
        "absence": 1000,
        "call": 8,
        "notice": 20,
        "stand_in": 15,
    },
}


class InputFaultError(Exception):
    """An input that cannot be judged."""


@dataclass(frozen=True)
class Slot:
    """A weekly time: weekday (0 is Monday) and start, in minutes after midnight."""

    id: str
    weekday: int
    start: int


@dataclass(frozen=True)
class Venue:
    """A room in a commune."""

    id: str
    commune: str
    seats: int
    slots: frozenset[str]
    cost: Fraction
    step_free: bool
    tablets: int
    available_from: date | None
    available_until: date | None


@dataclass(frozen=True)
class Trainer:
    """Who leads sessions. `tracks` is None where every track is led."""

    id: str
    base: str
    slots: frozenset[str]
    tracks: frozenset[str] | None
    hourly: Fraction
    per_km: Fraction
    per_day: int
    per_week: int
    in_all: int | None
    available_from: date | None
    available_until: date | None


@dataclass(frozen=True)
class Kit:
    """A case of tablets."""

    id: str
    tablets: int
    depot: str


@dataclass(frozen=True)
class Resident:
    """One interested person."""

    id: str
    commune: str
    slots: frozenset[str]
    track: str
    needs_tablet: bool
    max_travel: Fraction
    step_free: bool
    party: str | None
    available_from: date | None
    priority: Fraction
    withdrawn: bool


@dataclass(frozen=True)
class Closure:
    """Whole days on which something is closed."""

    first: date
    last: date
    scope: str


@dataclass(frozen=True)
class AnnouncedKeys:
    """The table `[announced]`."""

    plan: Path
    today: date
    notice_days: int
    release: frozenset[str]
    keep: frozenset[str]
    hit: tuple[tuple[str, date, str], ...]

    @property
    def earliest(self) -> date:
        """Return the first day on which something new may begin (L5)."""
        return self.today + timedelta(days=self.notice_days)


@dataclass
class Scenario:
    """Everything that the scenario says. `cycle`, `travel`, `costs` and `weights` are keyed as in the file."""

    name: str
    start: date
    end: date
    cycle: dict
    travel: dict
    hosts: frozenset[str] | None
    max_cycles: int | None
    costs: dict
    weights: dict
    min_cycles: dict[str, int] = field(default_factory=dict)
    roads: list[tuple[str, str, Fraction, Fraction]] = field(default_factory=list)
    pairs: list[tuple[str, str, Fraction, Fraction]] = field(default_factory=list)
    slots: dict[str, Slot] = field(default_factory=dict)
    venues: dict[str, Venue] = field(default_factory=dict)
    trainers: dict[str, Trainer] = field(default_factory=dict)
    kits: dict[str, Kit] = field(default_factory=dict)
    residents: dict[str, Resident] = field(default_factory=dict)
    closures: list[Closure] = field(default_factory=list)
    announced: AnnouncedKeys | None = None

    def closed(self, day: date, scopes: set[str]) -> bool:
        """Whether one of these scopes is closed on this day."""
        return any(c.scope in scopes and c.first <= day <= c.last for c in self.closures)

    def open_for(self, venue: str, day: date) -> bool:
        """Whether this day is open for the venue (section 4: not closed for all, its commune or itself)."""
        return not self.closed(day, {"all", f"commune:{self.venues[venue].commune}", f"venue:{venue}"})

    def room_allows(self, venue: str, slot: str, day: date) -> bool:
        """Whether the venue has the slot and this is one of its days (H4)."""
        v = self.venues[venue]
        return slot in v.slots and within(day, v.available_from, v.available_until)

    def can_lead(self, trainer: str, slot: str, track: str, day: date) -> bool:
        """Whether the trainer has the slot, the track and the day (H6, but for its limits)."""
        t = self.trainers[trainer]
        return (
            slot in t.slots
            and (t.tracks is None or track in t.tracks)
            and within(day, t.available_from, t.available_until)
            and not self.closed(day, {f"trainer:{trainer}"})
        )


def within(day: date, first: date | None, last: date | None) -> bool:
    """Whether a day lies within days that may be open at either end."""
    return (first is None or first <= day) and (last is None or day <= last)


def number(text: object) -> Fraction:
    """Read a number, with a decimal point or comma."""
    if isinstance(text, (int, Fraction)):
        return Fraction(text)
    plain = str(text).replace("\u00a0", "").replace("\u202f", "").replace(" ", "").replace("€", "").replace(",", ".")
    try:
        return Fraction(plain)
    except ValueError:
        raise InputFaultError(f"not a number: {text!r}") from None


def boolean(text: str) -> bool:
    """Read `0/1`, `true/false`, `oui/non`."""
    word = text.strip().lower()
    if word in {"1", "true", "oui"}:
        return True
    if word in {"", "0", "false", "non"}:
        return False
    raise InputFaultError(f"not a boolean: {text!r}")


def day_of(text: object) -> date:
    """Read a date, ISO or as people write it in France."""
    if isinstance(text, datetime):
        return text.date()
    if isinstance(text, date):
        return text
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(str(text).strip(), form).date()
        except ValueError:
            continue
    raise InputFaultError(f"not a date: {text!r}")


def rows(path: Path) -> list[dict[str, str]]:
    """Read one CSV table: comma, semicolon or tab, UTF-8 with or without mark, else Windows-1252."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputFaultError(f"{path}: {error.strerror}") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    table = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(cell.strip() for cell in row)]
    if not table:
        return []
    names = [name.strip().lower() for name in table[0]]
    return [{n: c.strip() for n, c in zip(names, row, strict=False)} for row in table[1:]]


class Tables:
    """Reads the tables of a scenario one after the other."""

    def __init__(self, path: Path, data: dict[str, object], scenario: Scenario):
        self.folder, self.data, self.s = path.parent, data, scenario
        self.communes: set[str] = set()

    def table(self, name: str, *, needed: bool = True) -> list[dict[str, str]]:
        """Return the rows of a table, which may be spread over several files."""
        if name not in self.data:
            if needed:
                raise InputFaultError(f"[data] names no {name}")
            return []
        named = self.data[name]
        paths = named if isinstance(named, list) else [named]
        return [row for path in paths for row in rows(self.folder / str(path))]

    def commune(self, text: str) -> str:
        """Return a commune's code, with the leading zero that a spreadsheet dropped."""
        for code in (text, text.zfill(5)):
            if code in self.communes:
                return code
        raise InputFaultError(f"unknown commune {text!r}")

    def slot_set(self, text: str) -> frozenset[str]:
        """Read a list of slots; `*` is every slot."""
        names = text.split()
        if "*" in names:
            return frozenset(self.s.slots)
        for name in names:
            if name not in self.s.slots:
                raise InputFaultError(f"unknown slot {name!r}")
        return frozenset(names)

    def read(self) -> None:
        """Read all tables into the scenario."""
        s = self.s
        for r in self.table("communes"):
            self.communes.add(r["insee"])
            s.min_cycles[r["insee"]] = int(number(r.get("min_cycles") or 0))
        for name, into in (("roads", s.roads), ("distances", s.pairs)):
            for r in self.table(name, needed=name == "roads"):
                ends = (self.commune(r["from"]), self.commune(r["to"]))
                into.append((*ends, number(r["km"]), number(r["minutes"])))
        for r in self.table("slots"):
            hours, minutes = r["start"].replace("h", ":").split(":")[:2]
            weekday = WEEKDAYS.index(r["weekday"].lower()[:3])
            s.slots[r["id"]] = Slot(r["id"], weekday, int(hours) * 60 + int(minutes or 0))
        for r in self.table("closures", needed=False):
            scope = r["scope"]
            if scope.startswith("commune:"):
                scope = "commune:" + self.commune(scope.removeprefix("commune:"))
            s.closures.append(Closure(day_of(r["from"]), day_of(r["until"]), scope))
        for r in self.table("venues"):
            s.venues[r["id"]] = Venue(
                r["id"],
                self.commune(r["commune"]),
                int(number(r["seats"])),
                self.slot_set(r["slots"]),
                number(r.get("cost_per_session") or 0),
                boolean(r.get("step_free", "")),
                int(number(r.get("tablets") or 0)),
                optional_day(r, "available_from"),
                optional_day(r, "available_until"),
            )
        for r in self.table("trainers"):
            tracks = (r.get("tracks") or "*").split()
            s.trainers[r["id"]] = Trainer(
                r["id"],
                self.commune(r["base"]),
                self.slot_set(r["slots"]),
                None if "*" in tracks else frozenset(tracks),
                number(r["hourly_cost"]),
                number(r.get("km_cost") or 0),
                int(number(r.get("max_sessions_per_day") or 3)),
                int(number(r.get("max_sessions_per_week") or 15)),
                int(number(r["max_sessions"])) if r.get("max_sessions") else None,
                optional_day(r, "available_from"),
                optional_day(r, "available_until"),
            )
        for r in self.table("kits"):
            s.kits[r["id"]] = Kit(r["id"], int(number(r["tablets"])), self.commune(r["depot"]))
        for r in self.table("residents"):
            s.residents[r["id"]] = Resident(
                r["id"],
                self.commune(r["commune"]),
                self.slot_set(r["slots"]),
                r.get("track") or "base",
                boolean(r.get("needs_tablet", "")),
                number(r.get("max_travel_min") or s.travel["max_travel_min"]),
                boolean(r.get("step_free", "")),
                r.get("party") or None,
                optional_day(r, "available_from"),
                number(r.get("priority") or 1),
                boolean(r.get("withdrawn", "")),
            )


def optional_day(row: dict[str, str], name: str) -> date | None:
    """Read a date that may be empty."""
    return day_of(row[name]) if row.get(name) else None


def read_announced(table: dict[str, object], folder: Path) -> AnnouncedKeys:
    """Read `[announced]`."""
    hits = []
    for entry in table.get("hit", []):
        words = str(entry).split()
        if len(words) != 3 or words[2] not in {"trainer", "venue"}:
            raise InputFaultError(f"announced.hit: {entry!r} is not `ID DATE trainer` or `ID DATE venue`")
        hits.append((words[0], day_of(words[1]), words[2]))
    return AnnouncedKeys(
        folder / str(table["plan"]),
        day_of(table["today"]),
        int(table.get("notice_days", 14)),
        frozenset(table.get("release", [])),
        frozenset(table.get("keep", [])),
        tuple(hits),
    )


def read_scenario(path: Path) -> Scenario:
    """Read a scenario and all its tables."""
    try:
        with path.open("rb") as file:
            raw = tomllib.load(file, parse_float=Fraction)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InputFaultError(f"{path}: {error}") from None
    groups: dict[str, dict] = {name: {**known, **raw.get(name, {})} for name, known in DEFAULTS.items()}
    hosts = groups["hosts"]["communes"]
    scenario = Scenario(
        name=raw["name"],
        start=day_of(raw["horizon"]["start"]),
        end=day_of(raw["horizon"]["end"]),
        cycle=groups["cycle"],
        travel=groups["travel"],
        hosts=None if "*" in hosts else frozenset(hosts),
        max_cycles=groups["hosts"]["max_cycles_per_commune"],
        costs=groups["costs"],
        weights=groups["weights"],
    )
    Tables(path, raw["data"], scenario).read()
    if "announced" in raw:
        scenario.announced = read_announced(raw["announced"], path.parent)
        if not scenario.start <= scenario.announced.today <= scenario.end:
            raise InputFaultError("announced.today is outside the horizon")
    return scenario
