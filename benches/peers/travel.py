"""Ways between communes: fewest minutes over the roads, and among those fewest kilometres (PROBLEM.md section 3)."""

import heapq
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias


@dataclass(frozen=True, order=True)
class Leg:
    """A way: minutes first, so that legs compare as the contract compares them."""

    minutes: Fraction
    km: Fraction


ZERO = Leg(Fraction(0), Fraction(0))

Pair: TypeAlias = tuple[str, str]


def all_ways(roads: Iterable[tuple[str, str, Leg]], measured: dict[Pair, Leg]) -> dict[Pair, Leg]:
    """Return the way from each commune to each other that it can reach; measured pairs replace the graph's answer."""
    graph: dict[str, list[tuple[str, Leg]]] = defaultdict(list)
    for one, other, leg in roads:
        graph[one].append((other, leg))
        graph[other].append((one, leg))
    ways = {(start, end): leg for start in graph for end, leg in _ways_from(graph, start).items() if start != end}
    ways.update({(end, start): leg for (start, end), leg in measured.items()})
    ways.update(measured)
    return ways


def _ways_from(graph: dict[str, list[tuple[str, Leg]]], start: str) -> dict[str, Leg]:
    """Dijkstra over (minutes, km)."""
    best = {start: ZERO}
    queue = [(ZERO, start)]
    while queue:
        leg, here = heapq.heappop(queue)
        if leg > best[here]:
            continue
        for there, step in graph[here]:
            longer = Leg(leg.minutes + step.minutes, leg.km + step.km)
            if there not in best or longer < best[there]:
                best[there] = longer
                heapq.heappush(queue, (longer, there))
    return best
