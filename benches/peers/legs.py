"""Legs of tours: what may be travelled in time, and at what price."""

import itertools

from days import BASE, Stop
from model import Formulation
from scenario import Scenario, Slot, Trainer, Venue
from travel import ZERO, Leg


def end_legs(scenario: Scenario, trainer: Trainer, depot: str, commune: str, *, is_first: bool) -> list[Leg] | None:
    """Legs from the base by a depot to a commune, or back; `None` where one of them cannot be travelled."""
    places = [trainer.base, *([depot] if depot != BASE else []), commune]
    if not is_first:
        places.reverse()
    legs = [scenario.way(start, end) for start, end in itertools.pairwise(places)]
    reachable = [leg for leg in legs if leg is not None]
    return reachable if len(reachable) == len(legs) else None


class LegCache:
    """Times and prices of legs, which every day asks for again."""

    def __init__(self, model: Formulation) -> None:
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
