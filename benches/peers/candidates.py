"""What a plan is made of: the runs that a cycle can have, and the parties that can join each.

A run is a venue, a slot, a track and a first date. Runs that break a rule whoever attends (H4, H5, H9), and runs that too
few people could join (H1), are left out here, as are parties that could join none.
"""

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scenario import Person, Scenario, Slot, Trainer, Venue

WEEK = dt.timedelta(weeks=1)


@dataclass(frozen=True)
class Party:
    """Parties that nothing can tell apart, counted together; `ids` names the residents of each."""

    people: tuple[Person, ...]
    ids: list[tuple[str, ...]]

    @cached_property
    def size(self) -> int:
        """People in one party."""
        return len(self.people)

    @property
    def count(self) -> int:
        """Parties that are alike."""
        return len(self.ids)

    @cached_property
    def borrowers(self) -> int:
        """People of one party who need a tablet."""
        return sum(person.needs_tablet for person in self.people)


@dataclass(frozen=True)
class Run:
    """Where and when a cycle can be held, who could lead it and who could join it (indices of trainers and parties)."""

    venue: Venue
    slot: Slot
    track: str
    dates: tuple[dt.date, ...]
    capacity: int
    trainers: tuple[int, ...]
    parties: tuple[int, ...]


def all_parties(scenario: Scenario) -> list[Party]:
    """Return every kind of party, whether it can be served or not."""
    return [Party(people, ids) for people, ids in scenario.parties.items()]


def all_runs(scenario: Scenario, parties: list[Party]) -> list[Run]:
    """Return every run that could be held with a large enough group."""
    found: list[Run] = []
    for venue in scenario.venues:
        if venue.commune in scenario.hosts and min(scenario.cycle["max_group"], venue.seats) > 0:
            for slot in (scenario.slots[slot_id] for slot_id in sorted(venue.slots)):
                joining: dict[str, list[int]] = {}
                for index, party in enumerate(parties):
                    if _can_attend(scenario, party, venue, slot):
                        joining.setdefault(party.people[0].track, []).append(index)
                for track, indices in joining.items():
                    found += _runs_in(scenario, venue, slot, track, [(index, parties[index]) for index in indices])
    return found


def _can_attend(scenario: Scenario, party: Party, venue: Venue, slot: Slot) -> bool:
    """Tell whether H2 and H3 let a party attend here at this time, whatever the date."""
    if len({person.track for person in party.people}) > 1:
        return False
    for person in party.people:
        way = scenario.way(person.commune, venue.commune)
        if way is None or way.minutes > person.max_travel:
            return False
        if slot.id not in person.slots or (person.step_free and not venue.step_free):
            return False
    return True


def _runs_in(scenario: Scenario, venue: Venue, slot: Slot, track: str, joining: list[tuple[int, Party]]) -> Iterator[Run]:
    """One run for each first date on which enough people and a trainer are free."""
    capacity = min(scenario.cycle["max_group"], venue.seats)
    for dates in _calendars(scenario, venue, slot):
        free = [
            (index, party)
            for index, party in joining
            if party.size <= capacity and all(person.free_from <= dates[0] for person in party.people)
        ]
        leading = tuple(
            index for index, trainer in enumerate(scenario.trainers) if _can_lead(scenario, trainer, venue, slot, track, dates)
        )
        if leading and sum(party.size * party.count for _, party in free) >= scenario.cycle["min_group"]:
            yield Run(venue, slot, track, dates, capacity, leading, tuple(index for index, _ in free))


def _calendars(scenario: Scenario, venue: Venue, slot: Slot) -> Iterator[tuple[dt.date, ...]]:
    """Session dates from each possible first date on (H4, H5): the open days of the weekday, a week apart."""
    n_sessions, max_gap = scenario.cycle["sessions"], dt.timedelta(days=scenario.cycle["max_gap_days"])
    first = scenario.start + dt.timedelta(days=(slot.weekday - scenario.start.weekday()) % 7)
    n_weeks = (scenario.end - first) // WEEK + 1
    scopes = ("all", f"commune:{venue.commune}", f"venue:{venue.id}")
    days = [first + WEEK * number for number in range(n_weeks)]
    open_days = [date for date in days if not scenario.is_closed(date, *scopes)]
    for position in range(len(open_days) - n_sessions + 1):
        dates = tuple(open_days[position : position + n_sessions])
        gaps_fit = all(later - earlier <= max_gap for earlier, later in itertools.pairwise(dates))
        if gaps_fit and all(venue.window.holds(date) for date in dates):
            yield dates


def _can_lead(scenario: Scenario, trainer: Trainer, venue: Venue, slot: Slot, track: str, dates: tuple[dt.date, ...]) -> bool:
    """Tell whether H6 lets a trainer lead this run, all else apart."""
    return (
        slot.id in trainer.slots
        and (trainer.tracks is None or track in trainer.tracks)
        and scenario.way(trainer.base, venue.commune) is not None
        and scenario.way(venue.commune, trainer.base) is not None
        and all(trainer.window.holds(date) for date in dates)
        and not any(scenario.is_closed(date, f"trainer:{trainer.id}") for date in dates)
    )
