"""The commune-distance graph of PROBLEM.md, section 3."""

from __future__ import annotations

import heapq
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reading import Scenario

Leg = tuple[Fraction, Fraction]  # minutes, km


class Distances:
    """Minutes and km between communes: fewest minutes, among those fewest km; measured pairs replace the graph's answer."""

    def __init__(self, scenario: Scenario):
        self.local: Leg = (Fraction(scenario.travel["local_minutes"]), Fraction(scenario.travel["local_km"]))
        self.edges: dict[str, list[tuple[str, Fraction, Fraction]]] = defaultdict(list)
        for a, b, km, minutes in scenario.roads:
            self.edges[a].append((b, minutes, km))
            self.edges[b].append((a, minutes, km))
        self.pairs: dict[tuple[str, str], Leg] = {(a, b): (minutes, km) for a, b, km, minutes in scenario.pairs}
        for (a, b), leg in list(self.pairs.items()):
            self.pairs.setdefault((b, a), leg)
        self.trees: dict[str, dict[str, Leg]] = {}
        self.venue_commune = {v.id: v.commune for v in scenario.venues.values()}

    def between(self, a: str, b: str) -> Leg | None:
        """Return minutes and km from commune a to commune b, None where there is no way."""
        if a == b:
            return self.local
        if (a, b) in self.pairs:
            return self.pairs[a, b]
        if a not in self.trees:
            self.trees[a] = self._tree(a)
        return self.trees[a].get(b)

    def between_venues(self, a: str, b: str) -> Leg | None:
        """Return minutes and km between two venues: nothing from a venue to itself."""
        if a == b:
            return (Fraction(0), Fraction(0))
        return self.between(self.venue_commune[a], self.venue_commune[b])

    def _tree(self, source: str) -> dict[str, Leg]:
        """Return the best leg from the source to every commune that can be reached (Dijkstra)."""
        best: dict[str, Leg] = {}
        heap: list[tuple[Fraction, Fraction, str]] = [(Fraction(0), Fraction(0), source)]
        while heap:
            minutes, km, node = heapq.heappop(heap)
            if node in best:
                continue
            best[node] = (minutes, km)
            for other, more_minutes, more_km in self.edges[node]:
                if other not in best:
                    heapq.heappush(heap, (minutes + more_minutes, km + more_km, other))
        return best
