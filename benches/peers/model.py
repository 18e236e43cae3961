"""The straightforward model of a scenario: its columns by what they mean. `formulation.py` and `tours.py` build it."""

from dataclasses import dataclass, field

from candidates import Party, Run
from days import Days
from linear import Linear
from prices import Prices
from scenario import Scenario


@dataclass
class Formulation:
    """The model of a scenario, with what its columns mean."""

    scenario: Scenario
    parties: list[Party]
    runs: list[Run]
    prices: Prices
    linear: Linear
    held: dict[tuple[int, int], int] = field(default_factory=dict)
    joins: list[list[tuple[int, int]]] = field(default_factory=list)
    tablets: dict[int, int] = field(default_factory=dict)
    borrows: dict[tuple[int, int], int] = field(default_factory=dict)
    short: dict[str, int] = field(default_factory=dict)
    days: Days = field(default_factory=Days)

    def leaders(self, run: int) -> list[tuple[int, int]]:
        """Columns of everyone who could lead a run, as terms of a row."""
        return [(self.held[run, trainer], 1) for trainer in self.runs[run].trainers]
