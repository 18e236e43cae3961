"""A plan by indices, to and fro between the model's columns, the greedy start and plan.json (PROBLEM.md section 7)."""

import datetime as dt
import itertools
import json
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from numpy import int64, zeros
from numpy.typing import NDArray

from days import Day, detour
from model import Formulation


@dataclass
class Draft:
    """How many of each kind of party join which run with which trainer; the kind of kit of each trainer's days."""

    cycles: dict[tuple[int, int], dict[int, int]] = field(default_factory=dict)
    kits: dict[tuple[int, dt.date], int] = field(default_factory=dict)


def decode(model: Formulation, solution: NDArray[int64]) -> Draft:
    """Read the plan out of a solution."""
    draft = Draft()
    for (run, trainer), held in model.held.items():
        if solution[held]:
            joining = {party: int(solution[column]) for party, column in model.joins[run] if solution[column]}
            draft.cycles[run, trainer] = joining
    for (trainer, date), day in model.days.by_trainer.items():
        for kind, column in day.takes.items():
            if solution[column]:
                draft.kits[trainer, date] = kind
    return draft


def encode(model: Formulation, draft: Draft) -> NDArray[int64]:
    """Return the solution that a plan is, every column set."""
    solution = zeros(model.linear.n_columns, dtype=int64)
    working: dict[tuple[int, dt.date], list[int]] = defaultdict(list)
    for (run, trainer), joining in draft.cycles.items():
        solution[model.held[run, trainer]] = 1
        columns = dict(model.joins[run])
        for party, number in joining.items():
            solution[columns[party]] = number
        needed = tablets_needed(model, run, joining)
        if needed:
            solution[model.tablets[run]] = needed
            solution[model.borrows[run, trainer]] = 1
        for date in model.runs[run].dates:
            working[trainer, date].append(run)
    for (trainer, date), runs in working.items():
        _encode_day(model, model.days.by_trainer[trainer, date], trainer, runs, draft.kits.get((trainer, date)), solution)
    _encode_shortfalls(model, draft, solution)
    return solution


def tablets_needed(model: Formulation, run: int, joining: dict[int, int]) -> int:
    """Kit tablets that each session needs (H8)."""
    people = sum(model.parties[party].borrowers * number for party, number in joining.items())
    return max(0, people - model.runs[run].venue.tablets)


def _encode_day(
    model: Formulation, day: Day, trainer: int, runs: list[int], kind: int | None, solution: NDArray[int64]
) -> None:
    """Set the legs of a day's tour, and its kit."""
    in_order = sorted((model.runs[run] for run in runs), key=lambda run: run.slot.start)
    stops = [(run.slot.id, run.venue.id) for run in in_order]
    depot = ""
    if kind is not None:
        solution[day.takes[kind]] = 1
        depot = detour(model.scenario.trainers[trainer], model.days.kinds[kind][0][1])
    solution[day.first[depot, stops[0]]] = 1
    solution[day.last[depot, stops[-1]]] = 1
    for leg in itertools.pairwise(stops):
        solution[day.legs[leg]] = 1


def _encode_shortfalls(model: Formulation, draft: Draft, solution: NDArray[int64]) -> None:
    parts = model.scenario.weights["equity_target"].denominator
    served: dict[str, int] = defaultdict(int)
    for joining in draft.cycles.values():
        for party, number in joining.items():
            for person in model.parties[party].people:
                served[person.commune] += number
    for commune, column in model.short.items():
        solution[column] = max(0, model.linear.upper[column] - parts * served[commune])


def write_plan(model: Formulation, draft: Draft, path: Path) -> None:
    """Write plan.json, whole or not at all: the cycles and the kit roster, which is all that `ateliers check` needs."""
    waiting = {index: list(party.ids) for index, party in enumerate(model.parties)}
    cycles: list[dict[str, Any]] = []
    for number, ((index, trainer), joining) in enumerate(sorted(draft.cycles.items()), 1):
        run = model.runs[index]
        parties = [waiting[party].pop(0) for party, count in sorted(joining.items()) for _ in range(count)]
        cycles.append(
            {
                "id": f"C{number:03}",
                "venue": run.venue.id,
                "slot": run.slot.id,
                "track": run.track,
                "trainer": model.scenario.trainers[trainer].id,
                "participants": sorted(resident for party in parties for resident in party),
                "sessions": [date.isoformat() for date in run.dates],
            }
        )
    plan = {"format": 1, "scenario": model.scenario.name, "cycles": cycles, "kit_roster": _roster(model, draft)}
    beside = path.with_suffix(".part")
    beside.write_text(json.dumps(plan, indent=1, ensure_ascii=False), encoding="utf-8")
    beside.replace(path)


def _roster(model: Formulation, draft: Draft) -> list[dict[str, str]]:
    """Give each taker of a kind of kit a kit of that kind."""
    left: dict[tuple[dt.date, int], list[str]] = {}
    roster = []
    for (trainer, date), kind in sorted(draft.kits.items(), key=lambda row: (row[0][1], row[0][0])):
        kit = left.setdefault((date, kind), list(model.days.kinds[kind][1])).pop(0)
        roster.append({"date": date.isoformat(), "trainer": model.scenario.trainers[trainer].id, "kit": kit})
    return roster
