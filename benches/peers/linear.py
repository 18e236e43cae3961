"""A linear program over whole numbers, kept in flat arrays that either peer takes as they are.

All coefficients are whole. Costs are whole numbers of a unit, `per_euro` of which make a euro.
"""

from array import array
from collections.abc import Iterable

from numpy import add, asarray, int64
from numpy.typing import NDArray

# No side: larger than any sum of a row.
FREE = 1 << 50


class Linear:
    """Columns with bounds from 0 up, rows with two sides, an objective to minimise."""

    def __init__(self, per_euro: int) -> None:
        self.per_euro = per_euro
        self.cost = array("q")
        self.upper = array("q")
        self.row_starts = array("q", [0])
        self.row_columns = array("q")
        self.row_values = array("q")
        self.row_lower = array("q")
        self.row_upper = array("q")
        self.offset = 0

    @property
    def n_columns(self) -> int:
        """Columns so far."""
        return len(self.cost)

    @property
    def n_rows(self) -> int:
        """Rows so far."""
        return len(self.row_lower)

    def column(self, cost: int = 0, upper: int = 1) -> int:
        """Add a whole number from 0 to `upper`, and return its index."""
        self.cost.append(cost)
        self.upper.append(upper)
        return len(self.cost) - 1

    def row(self, terms: Iterable[tuple[int, int]], lower: int = -FREE, upper: int = FREE) -> None:
        """Add a row over (column, coefficient); a column must not come twice. A row of nothing is left out."""
        for column, value in terms:
            self.row_columns.append(column)
            self.row_values.append(value)
        if len(self.row_columns) > self.row_starts[-1]:
            self.row_starts.append(len(self.row_columns))
            self.row_lower.append(lower)
            self.row_upper.append(upper)
        else:
            assert lower <= 0 <= upper, "a row of nothing cannot hold"

    def euros(self, solution: NDArray[int64]) -> float:
        """Objective of a solution."""
        return (self.offset + int(asarray(self.cost) @ solution)) / self.per_euro

    def is_solution(self, solution: NDArray[int64]) -> bool:
        """Tell whether a vector keeps every bound and row."""
        products = asarray(self.row_values) * solution[asarray(self.row_columns)]
        totals = add.reduceat(products, asarray(self.row_starts)[:-1])
        in_rows = (asarray(self.row_lower) <= totals) & (totals <= asarray(self.row_upper))
        in_bounds = (solution >= 0) & (solution <= asarray(self.upper))
        return bool(in_rows.all() and in_bounds.all())
