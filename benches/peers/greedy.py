"""A first plan to start the peers from: again and again the cycle that lowers the objective most, until none does.

Values are kept in a heap and computed anew when they come up: they seldom rise, as people, rooms and trainers run out.
"""

import datetime as dt
import heapq
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from candidates import Party
from days import BASE, Stop, detour
from draft import Draft, tablets_needed
from legs import LegCache
from model import Formulation


@dataclass
class _Offer:
    """The best cycle on a run as things stand; `value` is what it saves, in units."""

    value: int
    trainer: int
    joining: dict[int, int]
    kits: dict[dt.date, int]


def greedy(model: Formulation) -> Draft:
    """Return a legal plan, the budget (H10) apart."""
    state = _State(model)
    heap = [(-offer.value, run) for run in range(len(model.runs)) if (offer := state.offer(run))]
    heapq.heapify(heap)
    while heap:
        _, run = heapq.heappop(heap)
        offer = state.offer(run)
        if offer is None:
            continue
        if heap and -offer.value > heap[0][0]:
            heapq.heappush(heap, (-offer.value, run))
        else:
            state.accept(run, offer)
    return state.draft


class _State:
    """The plan so far, and what is left."""

    def __init__(self, model: Formulation) -> None:
        self.model = model
        self.ways = LegCache(model)
        self.draft = Draft()
        self.left = [party.count for party in model.parties]
        self.short = {commune: model.linear.upper[column] for commune, column in model.short.items()}
        self.equity = [self._equity(party) for party in model.parties]
        self.in_room: dict[tuple[str, dt.date], list[int]] = defaultdict(list)
        self.stops: dict[tuple[int, dt.date], list[Stop]] = defaultdict(list)
        self.in_week: dict[tuple[int, tuple[int, int]], int] = defaultdict(int)
        self.in_commune: dict[str, int] = defaultdict(int)

    def offer(self, run: int) -> _Offer | None:
        """Return the best cycle on a run, if it lowers the objective."""
        if not self._has_room(run):
            return None
        savings = self._savings(run)
        best = None
        # Where the kits allow no more tablets, a group that needs none but the room's can still do.
        for borrowers in (None, self.model.runs[run].venue.tablets):
            joining, saved = self._choose(run, savings, borrowers)
            people = sum(self.model.parties[party].size * number for party, number in joining.items())
            if people < self.model.scenario.cycle["min_group"]:
                break
            for trainer in self.model.runs[run].trainers:
                offer = self._lead(run, trainer, joining, saved)
                if offer and offer.value > (best.value if best else 0):
                    best = offer
            if not tablets_needed(self.model, run, joining):
                break
        return best

    def accept(self, run: int, offer: _Offer) -> None:
        """Put a cycle into the plan."""
        model, this = self.model, self.model.runs[run]
        self.draft.cycles[run, offer.trainer] = offer.joining
        self.in_commune[this.venue.commune] += 1
        for party, number in offer.joining.items():
            self.left[party] -= number
            for person in model.parties[party].people:
                self.short[person.commune] -= model.scenario.weights["equity_target"].denominator * number
        self.equity = [self._equity(party) for party in model.parties]
        for date in this.dates:
            self.in_room[this.venue.id, date].append(this.slot.start)
            self.stops[offer.trainer, date].append((this.slot.id, this.venue.id))
            self.in_week[offer.trainer, date.isocalendar()[:2]] += 1
        for date, kind in offer.kits.items():
            self.draft.kits[offer.trainer, date] = kind

    def _has_room(self, run: int) -> bool:
        this, scenario = self.model.runs[run], self.model.scenario
        limit = scenario.max_cycles_per_commune
        if limit is not None and self.in_commune[this.venue.commune] >= limit:
            return False
        minutes = scenario.session_minutes
        starts = (start for date in this.dates for start in self.in_room[this.venue.id, date])
        return all(abs(start - this.slot.start) >= minutes for start in starts)

    def _savings(self, run: int) -> list[tuple[float, int, int]]:
        """Parties that are left and whose joining lowers the objective: by what each person saves, and what the party does."""
        model, found = self.model, []
        for party, column in model.joins[run]:
            if self.left[party]:
                saved = self.equity[party] - model.linear.cost[column]
                if saved > 0:
                    found.append((-saved / model.parties[party].size, party, saved))
        return sorted(found)

    def _choose(self, run: int, savings: list[tuple[float, int, int]], borrowers: int | None) -> tuple[dict[int, int], int]:
        """Take parties in this order up to the capacity, and borrowers up to a number; return what all of them save."""
        seats = self.model.runs[run].capacity
        joining: dict[int, int] = {}
        total = 0
        for _, index, saved in savings:
            party = self.model.parties[index]
            number = min(self.left[index], seats // party.size)
            if borrowers is not None and party.borrowers:
                number = min(number, borrowers // party.borrowers)
                borrowers -= number * party.borrowers
            if number:
                joining[index] = number
                seats -= number * party.size
                total += number * saved
                if not seats:
                    break
        return joining, total

    def _equity(self, party: Party) -> int:
        """Units of equity that a party's being served saves, as if it came alone."""
        model, saved = self.model, 0
        parts = model.scenario.weights["equity_target"].denominator
        for person in party.people:
            short = min(parts, max(0, self.short[person.commune]))
            saved += short * model.linear.cost[model.short[person.commune]]
        return saved

    def _lead(self, run: int, trainer: int, joining: dict[int, int], saved: int) -> _Offer | None:
        """Return the cycle with this trainer, if the trainer's days and the kits allow it."""
        model, this = self.model, self.model.runs[run]
        needed = tablets_needed(model, run, joining)
        value = saved - model.linear.cost[model.held[run, trainer]]
        if needed:
            if run not in model.tablets or needed > model.linear.upper[model.tablets[run]]:
                return None
            value -= needed * model.linear.cost[model.tablets[run]]
        kits: dict[dt.date, int] = {}
        for date in this.dates:
            stops = self._with_stop(trainer, date, (this.slot.id, this.venue.id))
            if stops is None:
                return None
            before = self.draft.kits.get((trainer, date))
            after = self._kit(trainer, date, needed, before)
            if needed and after is None:
                return None
            if after is not None:
                kits[date] = after
            tours = (self._tour(trainer, stops, after), self._tour(trainer, self.stops[trainer, date], before))
            if tours[0] is None or tours[1] is None:
                return None
            value -= tours[0] - tours[1]
        return _Offer(value, trainer, joining, kits)

    def _with_stop(self, trainer: int, date: dt.date, stop: Stop) -> list[Stop] | None:
        """Return a day's stops with one more in time order, if H6 and H7 allow it."""
        person = self.model.scenario.trainers[trainer]
        stops = sorted([*self.stops[trainer, date], stop], key=lambda one: self.model.scenario.slots[one[0]].start)
        if len(stops) > person.max_day or self.in_week[trainer, date.isocalendar()[:2]] >= person.max_week:
            return None
        in_time = (self.ways.is_in_time(one, other) for at, one in enumerate(stops) for other in stops[at + 1 :])
        return stops if all(in_time) else None

    def _kit(self, trainer: int, date: dt.date, needed: int, before: int | None) -> int | None:
        """Return the kind of kit of a day that needs so many tablets more: the one at hand, or the first that is free."""
        kinds = self.model.days.kinds
        if not needed or (before is not None and kinds[before][0][0] >= needed):
            return before
        if before is not None:
            return None
        trainers = range(len(self.model.scenario.trainers))
        taken = [self.draft.kits.get((other, date)) for other in trainers if other != trainer]
        day = self.model.days.by_trainer[trainer, date]
        free = (kind for kind in day.takes if kinds[kind][0][0] >= needed and taken.count(kind) < len(kinds[kind][1]))
        return min(free, key=lambda kind: self._depot(trainer, kind) != BASE, default=None)

    def _depot(self, trainer: int, kind: int) -> str:
        return detour(self.model.scenario.trainers[trainer], self.model.days.kinds[kind][0][1])

    def _tour(self, trainer: int, stops: list[Stop], kind: int | None) -> int | None:
        """Units of a day's tour; `None` where a leg cannot be travelled."""
        if not stops:
            return 0
        stops = sorted(stops, key=lambda one: self.model.scenario.slots[one[0]].start)
        depot = BASE if kind is None else self._depot(trainer, kind)
        total = 0
        for one, other in pairwise(stops):
            if self.ways.leg(one[1], other[1]) is None:
                return None
            total += self.ways.cost(trainer, one[1], other[1])
        for stop, is_first in ((stops[0], True), (stops[-1], False)):
            cost = self.ways.end_cost(trainer, depot, stop[1], is_first=is_first)
            if cost is None:
                return None
            total += cost
        return total
