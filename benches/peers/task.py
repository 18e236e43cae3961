"""What a peer is asked, and how it answers while it works."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from numpy import int64
from numpy.typing import NDArray

# Called with each better solution as it is found.
OnPlan: TypeAlias = Callable[[NDArray[int64]], None]
# Called with each bound, in euros.
OnBound: TypeAlias = Callable[[float], None]


@dataclass(frozen=True)
class Task:
    """How a peer is to solve: from which solution, how long (seconds), on how many cores, and whom it tells."""

    start: NDArray[int64] | None
    seconds: float
    cores: int
    on_plan: OnPlan
    on_bound: OnBound
    log: bool = False
