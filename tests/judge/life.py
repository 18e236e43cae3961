"""A copy of a scenario's folder to which life happens: seeded events that edit its tables and `[announced]`."""

from __future__ import annotations

import csv
import random
import tomllib
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import reading

if TYPE_CHECKING:
    from plans import Cycle, Plan

GROUPS = ("horizon", "cycle", "travel", "hosts", "costs", "weights", "solver")


def toml_value(value: object) -> str:
    """Write a value as TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Fraction):
        return repr(float(value))
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return "[" + ", ".join(toml_value(v) for v in value) + "]"
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


class World:
    """The tables of a scenario, in memory and in a folder."""

    def __init__(self, scenario: Path, folder: Path, seed: int, harsh: float = 1.0):
        with scenario.open("rb") as file:
            self.scenario = tomllib.load(file)
        self.folder, self.seed, self.harsh = folder, seed, harsh
        self.path = folder / "scenario.toml"
        self.tables: dict[str, list[dict[str, str]]] = {}
        for name, named in self.scenario["data"].items():
            paths = named if isinstance(named, list) else [named]
            self.tables[name] = [row for path in paths for row in reading.rows(scenario.parent / path)]
        self.tables.setdefault("closures", [])
        self.announced: dict[str, object] | None = None
        self.restore: list[tuple[int, dict[str, str], str, str]] = []
        self.diary: list[str] = []

    def write(self) -> None:
        """Write the tables and the scenario."""
        out = [f"name = {toml_value(self.scenario['name'])}", "[data]"]
        for name, rows in self.tables.items():
            columns = list(dict.fromkeys(k for row in rows for k in row)) or ["from", "until", "scope", "reason"]
            with (self.folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, columns, restval="")
                writer.writeheader()
                writer.writerows(rows)
            out.append(f'{name} = "{name}.csv"')
        groups = {g: self.scenario[g] for g in GROUPS if g in self.scenario}
        if self.announced is not None:
            groups["announced"] = self.announced
        for name, group in groups.items():
            out += [f"[{name}]", *(f"{k} = {toml_value(v)}" for k, v in group.items())]
        self.path.write_text("\n".join(out) + "\n", encoding="utf-8")

    def happen(self, week: int, today: date, told: Plan) -> list[str]:
        """Let a week's events happen, and tell them."""
        events = Week(self, week, today, told).all()
        self.diary.append(f"week {week}, {today}: " + "; ".join(events))
        return events


class Week:
    """The events of one week."""

    def __init__(self, world: World, week: int, today: date, told: Plan):
        self.world, self.week, self.today, self.told = world, week, today, told
        self.random = random.Random(f"{world.seed} {week}")
        self.tables = world.tables
        self.events: list[str] = []
        self.hits: list[str] = []

    def maybe(self, chance: float) -> bool:
        """Whether something happens."""
        return self.random.random() < chance

    def all(self) -> list[str]:
        """Let everything happen that happens this week."""
        self.back_again()
        self.withdrawals()
        self.enrolments()
        for chance, event in (
            (0.3, self.illness),
            (0.2, self.room_lost),
            (0.25, self.room_closed),
            (0.15, self.limit_lowered),
            (0.15, self.kit_lost),
            (0.35, self.session_fails),
            (0.6, self.repaired_fails_again),
            (0.15, self.everybody_leaves),
            (0.2, self.no_longer_fits),
            (0.3, self.decisions),
        ):
            if self.maybe(chance * self.world.harsh):
                event()
        if self.hits:
            self.world.announced["hit"] = sorted(set(self.hits))
        return self.events

    def back_again(self) -> None:
        """What was lowered or lost for some weeks comes back."""
        later = []
        for when, row, column, value in self.world.restore:
            if when <= self.week:
                row[column] = value
                self.events.append(f"{row['id']} {column} {value} again")
            else:
                later.append((when, row, column, value))
        self.world.restore = later

    def row(self, table: str, name: str) -> dict[str, str]:
        """Return a row by its id."""
        return next(r for r in self.tables[table] if r["id"] == name)

    def unfinished(self) -> list[Cycle]:
        """Return announced cycles with sessions to come that are not broken off."""
        return [c for c in self.told.cycles if c.sessions[-1].date >= self.today and not c.broken_off]

    def withdraw(self, names: list[str]) -> None:
        """Withdraw residents."""
        for name in names:
            self.row("residents", name)["withdrawn"] = "1"

    def withdrawals(self) -> None:
        """Some people withdraw; one of them may have finished a cycle."""
        here = [r["id"] for r in self.tables["residents"] if reading.boolean(r.get("withdrawn", "")) is False]
        names = self.random.sample(here, min(len(here), self.random.randint(0, max(1, len(here) // 70))))
        self.withdraw(names)
        if names:
            self.events.append(f"{len(names)} withdraw")

    def enrolments(self) -> None:
        """Some people enrol late, alone, in pairs, or as a party with somebody who was announced."""
        rows = self.tables["residents"]
        n = self.random.randint(0, max(1, len(rows) // 70))
        for i in range(n):
            new = {**self.random.choice(rows)}
            new |= {"id": f"N{self.week:02}-{i:03}", "withdrawn": "", "party": "", "available_from": self.today.isoformat()}
            if self.maybe(0.15):
                new["party"] = f"late {self.week} {i // 2}"
            elif self.maybe(0.05):
                friend = self.random.choice(rows)
                friend["party"] = friend.get("party") or f"friends {friend['id']}"
                new |= {"party": friend["party"], "commune": friend["commune"], "slots": friend["slots"]}
            rows.append(new)
        if n:
            self.events.append(f"{n} enrol")

    def close(self, scope: str, first: date, length: int, reason: str) -> None:
        """Add a closure."""
        last = first + timedelta(days=length)
        self.tables["closures"].append(
            {"from": first.isoformat(), "until": last.isoformat(), "scope": scope, "reason": reason}
        )
        self.events.append(f"{scope} {reason} {first} to {last}")

    def illness(self) -> None:
        """A trainer falls ill."""
        trainer = self.random.choice(self.tables["trainers"])["id"]
        first = self.today + timedelta(days=self.random.randint(0, 10))
        self.close(f"trainer:{trainer}", first, self.random.choice([0, 2, 6, 13]), "ill")

    def some_room(self) -> str | None:
        """Return the room of some announced session to come."""
        rooms = sorted({x.venue for c in self.told.cycles for x in c.sessions if x.date >= self.today})
        return self.random.choice(rooms) if rooms else None

    def room_lost(self) -> None:
        """A room is lost for good."""
        if (room := self.some_room()) is not None:
            last = self.today + timedelta(days=self.random.randint(0, 20))
            self.row("venues", room)["available_until"] = last.isoformat()
            self.events.append(f"{room} is lost after {last}")

    def room_closed(self) -> None:
        """A room is closed for some weeks."""
        if (room := self.some_room()) is not None:
            first = self.today + timedelta(days=self.random.randint(0, 14))
            self.close(f"venue:{room}", first, self.random.choice([0, 6, 13, 27]), "closed")

    def limit_lowered(self) -> None:
        """A trainer may do less for some weeks, in a week or in a day."""
        row = self.random.choice(self.tables["trainers"])
        column, default = self.random.choice([("max_sessions_per_week", 15), ("max_sessions_per_day", 3)])
        now = row.get(column) or str(default)
        less = max(1, int(now) - self.random.randint(1, 6))
        if any(r is row and c == column for _, r, c, _ in self.world.restore):
            return
        self.world.restore.append((self.week + self.random.randint(1, 4), row, column, now))
        row[column] = str(less)
        self.events.append(f"{row['id']} {column} {less}")

    def kit_lost(self) -> None:
        """A kit is gone for some weeks."""
        row = self.random.choice(self.tables["kits"])
        if row["tablets"] != "0":
            self.world.restore.append((self.week + self.random.randint(1, 4), row, "tablets", row["tablets"]))
            row["tablets"] = "0"
            self.events.append(f"{row['id']} is lost")

    def fail(self, cycle: str, day: date) -> None:
        """Let a session fail for a reason that no table knows."""
        what = self.random.choice([["trainer"], ["venue"], ["trainer", "venue"]])
        self.hits += [f"{cycle} {day} {w}" for w in what]
        self.events.append(f"{cycle} {day} fails ({' and '.join(what)})")

    def session_fails(self) -> None:
        """Some session to come fails."""
        coming = [(c.id, x.date) for c in self.told.cycles for x in c.sessions if x.date >= self.today]
        if coming:
            self.fail(*self.random.choice(sorted(coming)))

    def repaired_fails_again(self) -> None:
        """A session that was repaired fails again."""
        again = sorted((c.id, r["date"]) for c in self.told.cycles for r in c.repairs if r["date"] >= self.today)
        if again:
            self.fail(*self.random.choice(again))

    def everybody_leaves(self) -> None:
        """Everybody, or all but a few, leaves a cycle."""
        if cycles := self.unfinished():
            c = self.random.choice(cycles)
            self.withdraw(c.participants[self.random.choice([0, 0, 3]) :])
            self.events.append(f"{c.id} is left by everybody, or nearly")

    def no_longer_fits(self) -> None:
        """Somebody who was announced no longer has time."""
        if people := [r for c in self.unfinished() for r in c.participants]:
            row = self.row("residents", self.random.choice(people))
            row["slots"] = self.random.choice(self.tables["slots"])["id"]
            self.events.append(f"{row['id']} has {row['slots']} only")

    def decisions(self) -> None:
        """A planner releases a cycle or residents, or keeps a cycle."""
        coming = [c for c in self.unfinished() if c.sessions[0].date >= self.today]
        if coming:
            self.world.announced["keep"] = [self.random.choice(coming).id]
            c = self.random.choice(coming)
            self.world.announced["release"] = [*([] if c.id in self.world.announced["keep"] else [c.id]), *c.participants[:2]]
            self.events.append("keep and release")
