"""The days of trainers: tours as paths through the day's sessions, and kits.

A day is a path from the base to the base: by the depot, where a kit is taken, then from session to session in time order.
One column for each leg makes tours exact: no triangle inequality is assumed, and every price of a leg is in the objective.
"""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from scenario import Scenario, Slot, Trainer, Venue
from travel import ZERO, Leg

if TYPE_CHECKING:
    from formulation import Formulation

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


def end_legs(scenario: Scenario, trainer: Trainer, depot: str, commune: str, *, is_first: bool) -> list[Leg] | None:
    """Legs from the base by a depot to a commune, or back; `None` where one of them cannot be travelled."""
    places = [trainer.base, *([depot] if depot != BASE else []), commune]
    if not is_first:
        places.reverse()
    legs = [scenario.way(start, end) for start, end in itertools.pairwise(places)]
    reachable = [leg for leg in legs if leg is not None]
    return reachable if len(reachable) == len(legs) else None


def add_days(model: "Formulation") -> None:
    """Add every day that a trainer could work, and what ties days together: kits and weeks."""
    model.days.kinds = kinds_of_kits(model.scenario)
    by_date: dict[dt.date, list[int]] = defaultdict(list)
    for index, run in enumerate(model.runs):
        for date in run.dates:
            by_date[date].append(index)
    cached = LegCache(model)
    for date, runs in sorted(by_date.items()):
        for trainer in range(len(model.scenario.trainers)):
            mine = [index for index in runs if trainer in model.runs[index].trainers]
            if mine:
                _add_day(model, cached, trainer, date, mine)
        _share_kits(model, date)
    _limit_weeks(model)


def _add_day(model: "Formulation", cached: "LegCache", trainer: int, date: dt.date, runs: list[int]) -> None:
    stops: dict[Stop, list[int]] = defaultdict(list)
    for index in runs:
        stops[model.runs[index].slot.id, model.runs[index].venue.id].append(model.held[index, trainer])
    day = Day(dict(stops))
    model.days.by_trainer[trainer, date] = day
    _take_kits(model, day, trainer, date, runs)
    _add_legs(model, cached, day, trainer)
    _tour_is_a_path(model, day, trainer)
    _keep_apart(model, cached, day)
    limit = model.scenario.trainers[trainer].max_day
    if len({slot for slot, _ in stops}) > limit:
        model.linear.row([(held, 1) for columns in stops.values() for held in columns], upper=limit)


def _take_kits(model: "Formulation", day: Day, trainer: int, date: dt.date, runs: list[int]) -> None:
    """H8: one kit, large enough, on a day on which a session borrows; none on another."""
    borrowing = [index for index in runs if (index, trainer) in model.borrows]
    if not borrowing:
        return
    base = model.scenario.trainers[trainer].base
    for kind, ((_, depot), _) in enumerate(model.days.kinds):
        if depot == base or (model.scenario.way(base, depot) and model.scenario.way(depot, base)):
            day.takes[kind] = model.linear.column()
    taken = [(column, -1) for column in day.takes.values()]
    by_slot: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index in borrowing:
        by_slot[model.runs[index].slot.id].append((model.borrows[index, trainer], 1))
    for terms in by_slot.values():
        model.linear.row([*terms, *taken], upper=0)
    model.linear.row([*(term for terms in by_slot.values() for term in terms), *taken], lower=0)
    model.linear.row([(column, 1) for column in day.takes.values()], upper=1)
    for kind, column in day.takes.items():
        in_kit = model.days.kinds[kind][0][0]
        for index in borrowing:
            excess = model.linear.upper[model.tablets[index]] - in_kit
            if excess > 0:
                terms = [(model.tablets[index], 1), (column, excess), (model.borrows[index, trainer], excess)]
                model.linear.row(terms, upper=in_kit + 2 * excess)


def _add_legs(model: "Formulation", cached: "LegCache", day: Day, trainer: int) -> None:
    """Add a column for each leg that can be travelled, and in time (H7)."""
    person = model.scenario.trainers[trainer]
    depots = sorted({BASE, *(detour(person, model.days.kinds[kind][0][1]) for kind in day.takes)})
    for stop in day.stops:
        for depot in depots:
            for columns, is_first in ((day.first, True), (day.last, False)):
                cost = cached.end_cost(trainer, depot, stop[1], is_first=is_first)
                if cost is not None:
                    columns[depot, stop] = model.linear.column(cost)
    for one in day.stops:
        for other in day.stops:
            if cached.is_in_time(one, other) and cached.leg(one[1], other[1]) is not None:
                day.legs[one, other] = model.linear.column(cached.cost(trainer, one[1], other[1]))


def _tour_is_a_path(model: "Formulation", day: Day, trainer: int) -> None:
    """H6, H7: as many legs reach and leave a stop as sessions are held there; one first leg; depots by the kit taken."""
    arriving: dict[Stop, list[int]] = defaultdict(list)
    leaving: dict[Stop, list[int]] = defaultdict(list)
    for (_, stop), column in day.first.items():
        arriving[stop].append(column)
    for (_, stop), column in day.last.items():
        leaving[stop].append(column)
    for (one, other), column in day.legs.items():
        leaving[one].append(column)
        arriving[other].append(column)
    for stop, held in day.stops.items():
        for meeting in (arriving[stop], leaving[stop]):
            model.linear.row([*((leg, 1) for leg in meeting), *((column, -1) for column in held)], 0, 0)
    model.linear.row([(column, 1) for column in day.first.values()], upper=1)
    person = model.scenario.trainers[trainer]
    for depot in {depot for depot, _ in day.first if depot != BASE}:
        taken = [(c, -1) for kind, c in day.takes.items() if detour(person, model.days.kinds[kind][0][1]) == depot]
        for legs_by_depot in (day.first, day.last):
            legs = [(column, 1) for (by, _), column in legs_by_depot.items() if by == depot]
            model.linear.row([*legs, *taken], 0, 0)


def _keep_apart(model: "Formulation", cached: "LegCache", day: Day) -> None:
    """H7, where measured ways break the triangle inequality: two sessions too far apart, whatever lies between."""
    for one in day.stops:
        for other in day.stops:
            if cached.starts_later(one, other) and not cached.is_in_time(one, other):
                between = (stop for stop in day.stops if (one, stop) in day.legs and (stop, other) in day.legs)
                if next(between, None):
                    model.linear.row([(column, 1) for stop in (one, other) for column in day.stops[stop]], upper=1)


def _share_kits(model: "Formulation", date: dt.date) -> None:
    """H8: a kit goes to at most one trainer a day."""
    for kind, (_, ids) in enumerate(model.days.kinds):
        days = [model.days.by_trainer.get((trainer, date)) for trainer in range(len(model.scenario.trainers))]
        takers = [(day.takes[kind], 1) for day in days if day is not None and kind in day.takes]
        if len(takers) > len(ids):
            model.linear.row(takers, upper=len(ids))


def _limit_weeks(model: "Formulation") -> None:
    """H6: sessions of a trainer in an ISO week."""
    by_week: dict[tuple[int, int, int], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for (index, trainer), held in model.held.items():
        for date in model.runs[index].dates:
            year, week, _ = date.isocalendar()
            by_week[trainer, year, week][held] += 1
    for (trainer, _, _), sessions in by_week.items():
        model.linear.row(sessions.items(), upper=model.scenario.trainers[trainer].max_week)


class LegCache:
    """Times and prices of legs, which every day asks for again."""

    def __init__(self, model: "Formulation") -> None:
        self.model = model
        self.venues: dict[str, Venue] = {venue.id: venue for venue in model.scenario.venues}
        self.slots: dict[str, Slot] = model.scenario.slots
        self.legs: dict[tuple[str, str], Leg | None] = {}
        self.costs: dict[tuple[int, str, str], int] = {}
        self.end_costs: dict[tuple[int, str, str, bool], int | None] = {}
        self.in_time: dict[tuple[Stop, Stop], bool] = {}

    def leg(self, start: str, end: str) -> Leg | None:
        """Way between two venues."""
        if (start, end) not in self.legs:
            self.legs[start, end] = self.model.prices.between_venues(self.venues[start], self.venues[end])
        return self.legs[start, end]

    def cost(self, trainer: int, start: str, end: str) -> int:
        """Units of a trainer's way between two venues, which can be travelled."""
        key = (trainer, start, end)
        if key not in self.costs:
            person = self.model.scenario.trainers[trainer]
            self.costs[key] = self.model.prices.units(self.model.prices.leg(person, self.leg(start, end) or ZERO))
        return self.costs[key]

    def end_cost(self, trainer: int, depot: str, venue: str, *, is_first: bool) -> int | None:
        """Units from the base by a depot to a venue, or back; `None` where it cannot be travelled."""
        key = (trainer, depot, venue, is_first)
        if key not in self.end_costs:
            scenario, prices = self.model.scenario, self.model.prices
            person = scenario.trainers[trainer]
            legs = end_legs(scenario, person, depot, self.venues[venue].commune, is_first=is_first)
            self.end_costs[key] = None if legs is None else sum(prices.units(prices.leg(person, leg)) for leg in legs)
        return self.end_costs[key]

    def starts_later(self, one: Stop, other: Stop) -> bool:
        """Tell whether the other session starts later."""
        return self.slots[one[0]].start < self.slots[other[0]].start

    def is_in_time(self, one: Stop, other: Stop) -> bool:
        """Tell whether the pause from one session to a later one is long enough to move (H7).

        Where there is no way, other sessions may lie between; the pause must then hold the turnaround alone.
        """
        if (one, other) not in self.in_time:
            scenario = self.model.scenario
            leg = self.leg(one[1], other[1])
            pause = self.slots[other[0]].start - self.slots[one[0]].start - scenario.session_minutes
            needed = scenario.travel["turnaround_min"] + (leg.minutes if leg else 0)
            self.in_time[one, other] = self.starts_later(one, other) and pause >= needed
        return self.in_time[one, other]
