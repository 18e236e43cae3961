"""Edits a plan at random, and compares this judge with the program's own `check` on every edited plan.

`python3 tests/judge/mutate.py SCENARIO PLAN --program ateliers --count 200`. Where the two differ on whether the plan is legal,
or on its objective, both are shown and the plan is kept; differing codes of rules are counted. A legal edited plan must not
beat the bound of the plan. Exit code 1 where any of this fails.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from judge import judge, load
from plans import plan_of
from reading import InputFaultError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reading import Scenario
    from status import Status

# The rules of sections 4 that the program's codes stand for, by the code's first or only word.
PREFIXES = {
    "group_size": "H1", "one_cycle_each": "H2", "resident": "H2", "travel_limit": "H2", "step_free": "H2", "party": "H3",
    "venue": "H4", "session_dates": "H5", "horizon": "H5", "max_gap": "H5", "longest_pause": "H5", "pause": "H5",
    "trainer_moving": "H7", "trainer_reach": "H7", "trainer": "H6", "kit": "H8", "host": "H9", "budget": "H10",
}  # fmt: skip


class Editor:
    """Edits a plan in one random way after the other."""

    def __init__(self, s: Scenario, status: Status | None, rng: random.Random):
        self.s, self.status, self.random = s, status, rng

    def edit(self, raw: dict) -> str:
        """Edit a plan in place, and name the edit."""
        ways: list[Callable[[dict], None]] = [self.leave, self.join, self.join, self.swap, self.field, self.shift, self.slide]
        ways += [self.cut, self.drop, self.again, self.roster, self.roster, self.figure]
        if self.status is not None:
            ways += [self.repair] * 3 + [self.break_off] * 2 + [self.postpone] * 2
            ways += [self.unrepair, self.marks, self.new, self.closed]
        way = self.random.choice(ways)
        if raw["cycles"]:
            way(raw)
        return way.__name__

    def cycle(self, raw: dict) -> dict:
        """Return some cycle."""
        return self.random.choice(raw["cycles"])

    def day(self, c: dict, i: int, days: int) -> None:
        """Move a session, and its repair with it."""
        old = c["sessions"][i]
        c["sessions"][i] = (date.fromisoformat(old) + timedelta(days=days)).isoformat()
        c["repairs"] = [r for r in c.get("repairs", []) if r["date"] != old]

    def leave(self, raw: dict) -> None:
        """Somebody leaves."""
        c = self.cycle(raw)
        if c["participants"]:
            c["participants"].remove(self.random.choice(c["participants"]))

    def join(self, raw: dict) -> None:
        """Somebody joins, from nowhere or from another cycle."""
        c, r = self.cycle(raw), self.random.choice(list(self.s.residents))
        fits = [x for x in self.s.residents.values() if c["slot"] in x.slots and x.commune == self.s.venues[c["venue"]].commune]
        if fits and self.random.random() < 0.7:
            r = self.random.choice(fits).id
        if self.random.random() < 0.8:
            for other in raw["cycles"]:
                if r in other["participants"]:
                    other["participants"].remove(r)
        if r not in c["participants"]:
            c["participants"].append(r)

    def swap(self, raw: dict) -> None:
        """Two people change places."""
        a, b = self.cycle(raw), self.cycle(raw)
        if a is not b and a["participants"] and b["participants"]:
            i, j = self.random.randrange(len(a["participants"])), self.random.randrange(len(b["participants"]))
            a["participants"][i], b["participants"][j] = b["participants"][j], a["participants"][i]

    def field(self, raw: dict) -> None:
        """A cycle gets another trainer, room or slot."""
        c = self.cycle(raw)
        name, known = self.random.choice([("trainer", self.s.trainers), ("venue", self.s.venues), ("slot", self.s.slots)])
        c[name] = self.random.choice(list(known))

    def shift(self, raw: dict) -> None:
        """A session moves by a week or a day."""
        c = self.cycle(raw)
        self.day(c, self.random.randrange(len(c["sessions"])), self.random.choice([-7, 7, 7, 14, 1]))

    def slide(self, raw: dict) -> None:
        """A whole cycle moves."""
        c = self.cycle(raw)
        days = self.random.choice([-7, 7, 28])
        for i in range(len(c["sessions"])):
            self.day(c, i, days)

    def postpone(self, raw: dict) -> None:
        """A session and those after it move by a week or two."""
        c = self.cycle(raw)
        days = self.random.choice([7, 7, 14])
        for i in range(self.random.randrange(len(c["sessions"])), len(c["sessions"])):
            self.day(c, i, days)

    def cut(self, raw: dict) -> None:
        """A cycle loses its last session."""
        self.cycle(raw)["sessions"].pop()

    def drop(self, raw: dict) -> None:
        """A cycle goes."""
        c = self.cycle(raw)
        raw["cycles"].remove(c)
        if self.status is not None and self.random.random() < 0.7:
            raw.setdefault("closed", []).append(c["id"])

    def again(self, raw: dict) -> None:
        """A cycle gets another id."""
        self.cycle(raw)["id"] = self.random.choice(["X1", "X2", self.cycle(raw)["id"], *raw.get("closed", [])])

    def new(self, raw: dict) -> None:
        """A cycle is closed and opened anew, under another id, without marks."""
        c = self.cycle(raw)
        raw.setdefault("closed", []).append(c["id"])
        c["id"] = f"X{self.random.randrange(1000)}"
        c.pop("stands", None)
        if self.random.random() < 0.5:
            for i in range(len(c["sessions"])):
                self.day(c, i, 28)

    def roster(self, raw: dict) -> None:
        """An entry of the kit roster goes, changes or comes."""
        entries = raw["kit_roster"]
        way = self.random.randrange(3)
        if way == 0 or not entries:
            c = self.cycle(raw)
            day = self.random.choice(c["sessions"])
            entries.append({"date": day, "trainer": c["trainer"], "kit": self.random.choice(list(self.s.kits))})
        elif way == 1:
            entries.remove(self.random.choice(entries))
        else:
            e = self.random.choice(entries)
            e["kit"] = self.random.choice(list(self.s.kits))

    def figure(self, raw: dict) -> None:
        """A figure changes."""
        group = self.random.choice(["costs", "service"])
        if group in raw:
            name = self.random.choice(list(raw[group]))
            raw[group][name] += self.random.choice([-5, Fraction(1, 50), 3])

    def closed(self, raw: dict) -> None:
        """The list of closed ids changes."""
        ids = raw.setdefault("closed", [])
        if ids and self.random.random() < 0.5:
            ids.pop()
        else:
            ids.append(self.random.choice([self.cycle(raw)["id"], "X9"]))

    def coming(self, raw: dict) -> tuple[dict, str] | None:
        """Return some session to come, one that is hit or strained if there is one and chance wants it."""
        faulty = set(self.status.fails) | self.status.strained
        all_of = [(c, x) for c in raw["cycles"] for x in c["sessions"] if x >= self.status.today.isoformat()]
        wanted = [(c, x) for c, x in all_of if (c["id"], date.fromisoformat(x)) in faulty]
        if wanted and self.random.random() < 0.7:
            return self.random.choice(wanted)
        return self.random.choice(all_of) if all_of else None

    def repair(self, raw: dict) -> None:
        """A session gets another trainer or room."""
        if (found := self.coming(raw)) is None:
            return
        c, day = found
        repair = {"date": day}
        if self.random.random() < 0.6:
            repair["trainer"] = self.random.choice(list(self.s.trainers))
        if len(repair) == 1 or self.random.random() < 0.3:
            near = self.s.venues[c["venue"]].commune
            rooms = [v.id for v in self.s.venues.values() if v.commune == near or self.random.random() < 0.1]
            repair["venue"] = self.random.choice(rooms)
        c["repairs"] = [r for r in c.get("repairs", []) if r["date"] != day] + [repair]
        for e in raw["kit_roster"]:
            if e["date"] == day and e["trainer"] == c["trainer"] and "trainer" in repair and self.random.random() < 0.7:
                e["trainer"] = repair["trainer"]

    def unrepair(self, raw: dict) -> None:
        """A repair goes."""
        c = self.random.choice([c for c in raw["cycles"] if c.get("repairs")] or [self.cycle(raw)])
        c["repairs"] = c.get("repairs", [])[:-1]

    def break_off(self, raw: dict) -> None:
        """A cycle is broken off, at a faulty session or anywhere; its people stay listed."""
        if (found := self.coming(raw)) is None:
            return
        c, day = found
        keep = [x for x in c["sessions"] if x < (day if self.random.random() < 0.7 else self.status.today.isoformat())]
        if keep:
            c["sessions"] = keep
            c["repairs"] = [r for r in c.get("repairs", []) if r["date"] in keep]
            c["broken_off"] = True
            c.pop("stands", None)
        else:
            raw["cycles"].remove(c)
            raw.setdefault("closed", []).append(c["id"])

    def marks(self, raw: dict) -> None:
        """A mark changes."""
        c = self.cycle(raw)
        mark = self.random.choice(["stands", "broken_off"])
        c[mark] = not c.get(mark, False)


def plain(raw: dict) -> str:
    """Write a plan; fractions as decimals."""
    return json.dumps(raw, indent=1, ensure_ascii=False, default=float)


def without_figures(raw: dict) -> dict:
    """Return the plan as somebody would write it by hand: marks and cycles, no figures."""
    keep = ("format", "scenario", "cycles", "kit_roster", "closed")
    return copy.deepcopy({k: raw[k] for k in keep if k in raw})


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("scenario", type=Path)
    parser.add_argument("plan", type=Path)
    parser.add_argument("--program", required=True)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="also show plans that break other rules in the two verdicts")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "mutants", help="for plans that differ")
    args = parser.parse_args()
    s, d, status = load(args.scenario)
    raw = json.loads(args.plan.read_text(encoding="utf-8"), parse_float=Fraction)
    rng, counts, differ, codes = random.Random(args.seed), Counter(), 0, Counter()
    editor = Editor(s, status, rng)
    for n in range(args.count):
        edited = without_figures(raw) if rng.random() < 0.7 else copy.deepcopy(raw)
        edits = [editor.edit(edited) for _ in range(rng.choice([1, 1, 1, 2, 3]))]
        mine = mine_of(s, d, status, edited)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "plan.json"
            path.write_text(plain(edited), encoding="utf-8")
            theirs = theirs_of(args.program, args.scenario, path)
        counts["legal" if mine["legal"] else "not legal"] += 1
        if mine["legal"] and "bound" in raw and mine["objective"] < raw["bound"] - Fraction(1, 100):
            differ += 1
            args.keep.mkdir(parents=True, exist_ok=True)
            (args.keep / f"bound-{args.seed}-{n}.json").write_text(plain(edited), encoding="utf-8")
            told = f"{mine['objective']} < {float(raw['bound'])} ({' '.join(edits)})"
            print(f"BOUND BEATEN by bound-{args.seed}-{n}.json: {told}")
        if not same(mine, theirs):
            differ += 1
            args.keep.mkdir(parents=True, exist_ok=True)
            kept = args.keep / f"{args.seed}-{n}.json"
            kept.write_text(plain(edited), encoding="utf-8")
            print(f"{kept}: {' '.join(edits)}\n  mine   {brief(mine)}\n  theirs {brief(theirs)}")
        elif rules(mine) != rules(theirs) and not refused(mine):
            codes[f"{' '.join(sorted(rules(mine)))} / {' '.join(sorted(rules(theirs)))}"] += 1
            if args.verbose:
                print(f"{n}: {' '.join(edits)}\n  mine   {brief(mine)}\n  theirs {brief(theirs)}")
    print(f"{args.count} plans ({dict(counts)}): {differ} judged differently")
    for told, n in codes.most_common():
        print(f"  {n:4} times other codes (mine / theirs): {told}")
    return 1 if differ else 0


def mine_of(s: Scenario, d: object, status: Status | None, raw: dict) -> dict:
    """Return this judge's verdict."""
    try:
        return judge(s, d, status, plan_of(json.loads(plain(raw), parse_float=Fraction))).verdict()
    except InputFaultError as error:
        return {"legal": False, "violations": [{"rule": "name", "what": str(error)}], "disagreements": []}


def theirs_of(program: str, scenario: Path, plan: Path) -> dict:
    """Return the verdict of the program's `check --json`."""
    done = subprocess.run(
        [*shlex.split(program), "check", "--json", str(scenario), str(plan)], capture_output=True, text=True, check=False
    )
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        return {"legal": False, "violations": [{"rule": "name", "what": done.stderr[-300:]}], "disagreements": []}
    if answer.get("result") is None:
        what = "; ".join(f["message"] for f in answer["findings"] if f["severity"] == "error")
        return {"legal": False, "violations": [{"rule": "name", "what": what}], "disagreements": []}
    return answer["result"]


def refused(verdict: dict) -> bool:
    """Whether the plan could not even be read."""
    return any(v.get("rule") == "name" for v in verdict["violations"])


def rules(verdict: dict) -> set[str]:
    """Return the rules that are broken, in the contract's letters."""
    return {rule_of(str(v.get("rule") or v.get("code"))) for v in verdict["violations"]}


def rule_of(code: str) -> str:
    """Return the rule that a code of the program stands for."""
    return PREFIXES.get(code) or PREFIXES.get(code.split("_")[0]) or code


def same(mine: dict, theirs: dict) -> bool:
    """Whether two verdicts agree: legal or not, sound or not where legal, and the objective where both have one."""
    if mine["legal"] != theirs["legal"]:
        return False
    if mine["legal"] and bool(mine["disagreements"]) != bool(theirs["disagreements"]):
        return False
    if refused(mine) or refused(theirs) or not mine["legal"]:
        return True
    return abs(mine["objective"] - theirs["objective"]) <= 0.01


def brief(verdict: dict) -> str:
    """Return a verdict on one line."""
    told = [f"{v.get('rule') or v.get('code')} {v.get('what') or v.get('message')}" for v in verdict["violations"]]
    told += [f"figure {g}" for g in verdict["disagreements"]]
    return f"{'legal' if verdict['legal'] else 'not legal'} {verdict.get('objective')} {'; '.join(told)[:600]}"


if __name__ == "__main__":
    sys.exit(main())
