"""The days of trainers: what the columns of one day mean, and the kinds of kits."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from scenario import Scenario, Trainer

# A session that a trainer could hold on a day: (slot, venue).
Stop: TypeAlias = tuple[str, str]
# A kit that is at the base makes no detour; neither does no kit. Else the depot's commune.
BASE = ""


@dataclass
class Day:
    """Columns of one day of one trainer: first and last legs by depot, legs between sessions, kinds of kits taken."""

    stops: dict[Stop, list[int]]
    first: dict[tuple[str, Stop], int] = field(default_factory=dict)
    last: dict[tuple[str, Stop], int] = field(default_factory=dict)
    legs: dict[tuple[Stop, Stop], int] = field(default_factory=dict)
    takes: dict[int, int] = field(default_factory=dict)


@dataclass
class Days:
    """All days, and the kinds of kits: (tablets, depot) with the ids of those that are alike."""

    kinds: list[tuple[tuple[int, str], list[str]]] = field(default_factory=list)
    by_trainer: dict[tuple[int, dt.date], Day] = field(default_factory=dict)

    def priced_columns(self) -> Iterator[int]:
        """Columns whose price is trainer travel."""
        for day in self.by_trainer.values():
            yield from day.first.values()
            yield from day.last.values()
            yield from day.legs.values()


def kinds_of_kits(scenario: Scenario) -> list[tuple[tuple[int, str], list[str]]]:
    """Kits that nothing can tell apart, together."""
    alike: dict[tuple[int, str], list[str]] = {}
    for kit in scenario.kits:
        alike.setdefault((kit.tablets, kit.depot), []).append(kit.id)
    return sorted(alike.items())


def detour(trainer: Trainer, depot: str) -> str:
    """Return the depot as the tour sees it: one at the base is the base."""
    return BASE if depot == trainer.base else depot
