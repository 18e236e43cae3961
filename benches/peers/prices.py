"""What the contract pays for (PROBLEM.md section 5), as whole numbers of one small unit, so that sums are exact."""

from fractions import Fraction
from math import lcm

from candidates import Party, Run
from scenario import Scenario, Trainer, Venue
from travel import ZERO, Leg


class TooFineError(Exception):
    """Amounts have so many decimals that exact sums would not fit into 64 bits."""


LARGEST_UNIT = 10**12


class Prices:
    """Prices in units of `1 / per_euro` euros."""

    def __init__(self, scenario: Scenario, parties: list[Party]) -> None:
        self.scenario = scenario
        self.per_euro = _units_per_euro(scenario, parties)

    def units(self, euros: Fraction) -> int:
        """Convert an amount; it is a whole number of units."""
        amount = euros * self.per_euro
        assert amount.denominator == 1, f"{euros} euros are no whole number of units"
        return int(amount)

    def session(self, trainer: Trainer) -> Fraction:
        """Euros of a trainer's time for one session."""
        paid = self.scenario.session_minutes + self.scenario.costs["prep_minutes"]
        return paid * trainer.hourly / 60

    def run(self, run: Run, trainer: Trainer) -> Fraction:
        """Euros of a cycle whoever attends, its travel apart."""
        n_sessions = self.scenario.cycle["sessions"]
        return n_sessions * (self.session(trainer) + run.venue.cost) + self.scenario.costs["cycle_setup"]

    def attending(self, party: Party, venue: Venue) -> Fraction:
        """Euros of a party's attending instead of being left out, its wait apart."""
        return (
            party.size * (self.scenario.costs["support_per_participant"] - self.scenario.costs["fee"])
            - self.left_out(party)
            + self.scenario.weights["travel_minute"] * self._minutes(party, venue)
        )

    def waiting(self, party: Party, run: Run) -> Fraction:
        """Euros of a party's wait for the first session."""
        days = sum((run.dates[0] - person.free_from).days for person in party.people)
        return self.scenario.weights["wait_week"] * days / 7

    def left_out(self, party: Party) -> Fraction:
        """Euros of a party's being left out."""
        return self.scenario.weights["unserved"] * sum((person.priority for person in party.people), Fraction(0))

    def leg(self, trainer: Trainer, leg: Leg) -> Fraction:
        """Euros of one leg of a trainer's tour."""
        return leg.km * trainer.per_km + leg.minutes * trainer.hourly / 60

    def between_venues(self, start: Venue, end: Venue) -> Leg | None:
        """Way between two sessions: nothing within the same venue."""
        return ZERO if start.id == end.id else self.scenario.way(start.commune, end.commune)

    def _minutes(self, party: Party, venue: Venue) -> Fraction:
        ways = [self.scenario.way(person.commune, venue.commune) for person in party.people]
        return sum((way.minutes for way in ways if way is not None), Fraction(0))


def _units_per_euro(scenario: Scenario, parties: list[Party]) -> int:
    """Return how many units a euro must have for every rate, by the finest minute, kilometre and share, to be whole."""
    legs = [*scenario.ways.values(), Leg(scenario.travel["local_minutes"], scenario.travel["local_km"])]
    minute = Fraction(1, lcm(*(leg.minutes.denominator for leg in legs)))
    km = Fraction(1, lcm(*(leg.km.denominator for leg in legs)))
    paid = scenario.session_minutes + scenario.costs["prep_minutes"]
    rates = [amount for key, amount in scenario.costs.items() if key != "prep_minutes"]
    if scenario.max_gross is not None:
        rates.append(scenario.max_gross)
    rates += [venue.cost for venue in scenario.venues]
    for trainer in scenario.trainers:
        rates += [trainer.hourly / 60 * minute, trainer.per_km * km, paid * trainer.hourly / 60]
    weights = scenario.weights
    rates += [weights["travel_minute"] * minute, weights["wait_week"] / 7]
    rates += [weights["equity_shortfall"] / weights["equity_target"].denominator]
    rates += [weights["unserved"] * person.priority for party in parties for person in party.people]
    unit = lcm(*(rate.denominator for rate in rates))
    if unit > LARGEST_UNIT:
        raise TooFineError(f"a euro would have {unit} units")
    return unit
