"""Judges a plan against PROBLEM.md, written from its text alone: `python3 tests/judge/judge.py SCENARIO.toml PLAN.json`.

Prints JSON: whether the plan is legal, every broken rule, every figure or mark that disagrees, and the recomputed costs;
with `--lines`, the same as lines of text. Exit code 0: sound; 1: not; 2: the input cannot be judged.
A bound is checked only as far as one plan can: it is not above the plan's objective.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import costs
import figures
import people
import standing
import whole
from distances import Distances
from plans import Cycle, Plan, read_plan, unknown_names
from reading import InputFaultError, Scenario, read_scenario
from status import Status, read_status


class Case:
    """One plan before the judge: the input, the plan, and what was found."""

    def __init__(self, s: Scenario, d: Distances, status: Status | None, plan: Plan):
        self.s, self.d, self.status, self.plan = s, d, status, plan
        self.cycles: dict[str, Cycle] = plan.by_id()
        self.stands: set[str] = set()
        self.violations: list[dict] = []
        self.disagreements: list[dict] = []
        self.costs: costs.Figures = {}
        self.service: costs.Figures = {}
        self.objective = Fraction(0)

    def broken(
        self,
        rule: str,
        what: str,
        cycle: Cycle | None = None,
        *,
        day: date | None = None,
        resident: str | None = None,
        cycle_id: str | None = None,
    ) -> None:
        """Note a broken rule."""
        name = cycle.id if cycle else cycle_id
        day_text = day.isoformat() if day else None
        self.violations.append({"rule": rule, "cycle": name, "date": day_text, "resident": resident, "what": what})

    def disagrees(self, figure: str, what: str, cycle: str | None = None, resident: str | None = None) -> None:
        """Note a figure or mark of the file that is not what follows from the contract."""
        self.disagreements.append({"figure": figure, "cycle": cycle, "resident": resident, "what": what})

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.violations and not self.disagreements

    def verdict(self) -> dict:
        """Return what the judge says, for JSON."""
        out = {
            "legal": not self.violations,
            "sound": self.sound,
            "violations": self.violations,
            "disagreements": self.disagreements,
            "costs": {k: round(float(v), 4) for k, v in self.costs.items()},
            "service": {k: round(float(v), 4) for k, v in self.service.items()},
            "objective": round(float(self.objective), 4),
        }
        if self.status is not None and self.costs:
            bill = costs.changes(self.plan, self.s, self.status)
            out["changes"] = [{"what": what, "who": who, "euros": float(euros)} for what, who, euros in bill]
        if self.status is not None:
            out["announced"] = self.status.told()
        return out


def judge(s: Scenario, d: Distances, status: Status | None, plan: Plan) -> Case:
    """Judge a plan."""
    case = Case(s, d, status, plan)
    once_each(case)
    for fault in unknown_names(plan, s):
        case.broken("name", fault)
    if case.violations:
        return case
    if status is not None:
        standing.judge_announced(case)
    for c in plan.cycles:
        if status is None or c.id not in status.cycles:
            whole.judge_new(c, case)
    people.judge_people(case)
    whole.judge_days(case)
    case.costs = costs.cash(plan, s, d, status)
    case.service = costs.service(plan, s, d, status)
    case.objective = case.costs["net"] + sum(case.service.values())
    whole.judge_totals(case)
    figures.judge_figures(case)
    return case


def once_each(case: Case) -> None:
    """Note ids and participants that are listed twice; the second cycle of an id is judged under a name of its own.

    Sessions are put in order: a plan made by hand may list them as it likes.
    """
    seen: set[str] = set()
    for c in case.plan.cycles:
        if c.id in seen:
            case.disagrees("id", "the id is used twice", c.id)
            c.id = f"{c.id} (line {len(seen) + 1})"
            c.sessions = [replace(x, cycle=c.id) for x in c.sessions]
        seen.add(c.id)
        c.sessions.sort()
        for r in sorted({r for r in c.participants if c.participants.count(r) > 1}):
            case.broken("H2", "is listed twice", c, resident=r)
        c.participants = list(dict.fromkeys(c.participants))
    case.cycles = case.plan.by_id()


def load(path: Path) -> tuple[Scenario, Distances, Status | None]:
    """Read the input of a judgement: the scenario, its distances and its announced plan."""
    s = read_scenario(path)
    d = Distances(s)
    status = read_status(s, d)
    if status is not None and (faults := costs.held_tours(s, d, status)):
        raise InputFaultError("announced plan: " + "; ".join(faults))
    return s, d, status


def judge_files(scenario: Path, plan: Path) -> Case:
    """Judge a plan file."""
    return judge(*load(scenario), read_plan(plan))


def lines(case: Case) -> list[str]:
    """Return the verdict as lines of text."""
    out = ["legal" if not case.violations else "not legal"]
    for v in case.violations:
        where = " ".join(str(v[k]) for k in ("cycle", "date", "resident") if v[k])
        out.append(f"{v['rule']}: {where + ': ' if where else ''}{v['what']}")
    for g in case.disagreements:
        where = " ".join(str(g[k]) for k in ("cycle", "resident") if g[k])
        out.append(f"figure {g['figure']}: {where + ': ' if where else ''}{g['what']}")
    for name, value in {**case.costs, **{f"service.{k}": v for k, v in case.service.items()}}.items():
        out.append(f"{name:20} {float(value):14.2f}")
    out.append(f"{'objective':20} {float(case.objective):14.2f}")
    return out


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("scenario", type=Path)
    parser.add_argument("plan", type=Path)
    parser.add_argument("--lines", action="store_true", help="print lines of text, not JSON")
    args = parser.parse_args()
    try:
        case = judge_files(args.scenario, args.plan)
    except InputFaultError as error:
        print(f"cannot judge: {error}", file=sys.stderr)
        return 2
    if args.lines:
        print("\n".join(lines(case)))
    else:
        print(json.dumps(case.verdict(), indent=2, ensure_ascii=False))
    return 0 if case.sound else 1


if __name__ == "__main__":
    sys.exit(main())
