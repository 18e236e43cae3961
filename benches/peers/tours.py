"""Rows and columns of the days of trainers: tours as paths through the day's sessions, and kits.

A day is a path from the base to the base: by the depot, where a kit is taken, then from session to session in time order.
One column for each leg makes tours exact: no triangle inequality is assumed, and every price of a leg is in the objective.
"""

import datetime as dt
from collections import defaultdict

from days import BASE, Day, Stop, detour, kinds_of_kits
from legs import LegCache
from model import Formulation


def add_days(model: Formulation) -> None:
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


def _add_day(model: Formulation, cached: LegCache, trainer: int, date: dt.date, runs: list[int]) -> None:
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


def _take_kits(model: Formulation, day: Day, trainer: int, date: dt.date, runs: list[int]) -> None:
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


def _add_legs(model: Formulation, cached: LegCache, day: Day, trainer: int) -> None:
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


def _tour_is_a_path(model: Formulation, day: Day, trainer: int) -> None:
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


def _keep_apart(model: Formulation, cached: LegCache, day: Day) -> None:
    """H7, where measured ways break the triangle inequality: two sessions too far apart, whatever lies between."""
    for one in day.stops:
        for other in day.stops:
            if cached.starts_later(one, other) and not cached.is_in_time(one, other):
                between = (stop for stop in day.stops if (one, stop) in day.legs and (stop, other) in day.legs)
                if next(between, None):
                    model.linear.row([(column, 1) for stop in (one, other) for column in day.stops[stop]], upper=1)


def _share_kits(model: Formulation, date: dt.date) -> None:
    """H8: a kit goes to at most one trainer a day."""
    for kind, (_, ids) in enumerate(model.days.kinds):
        days = [model.days.by_trainer.get((trainer, date)) for trainer in range(len(model.scenario.trainers))]
        takers = [(day.takes[kind], 1) for day in days if day is not None and kind in day.takes]
        if len(takers) > len(ids):
            model.linear.row(takers, upper=len(ids))


def _limit_weeks(model: Formulation) -> None:
    """H6: sessions of a trainer in an ISO week."""
    by_week: dict[tuple[int, int, int], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for (index, trainer), held in model.held.items():
        for date in model.runs[index].dates:
            year, week, _ = date.isocalendar()
            by_week[trainer, year, week][held] += 1
    for (trainer, _, _), sessions in by_week.items():
        model.linear.row(sessions.items(), upper=model.scenario.trainers[trainer].max_week)
