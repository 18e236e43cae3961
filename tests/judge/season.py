"""Lives a season on a scenario: announces a plan, lets life happen week by week, has a program plan again, and judges it.

`python3 tests/judge/season.py --program PATH --seed 1 --weeks 10` works in a temporary copy of the scenario's folder. What
happens is drawn from the seed: withdrawals, late enrolments, illness, lost or closed rooms, a lowered limit, a lost kit, a
session that fails for no reason that a table knows, a repaired session that fails again, a cycle that everybody leaves.

At every step: the judge is silent, held sessions never change, ids keep their meaning, closed ids are never used again. With
`--calendars`, every plan's calendars are exported and imported one after the other into a calendar client (Python's `icalendar`): what
it shows is what the plan says.
Prints a table; exit code 0 where all of this holds, 1 where not.
"""

from __future__ import annotations

import argparse
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import costs
import life
import little
import reading
from judge import Case, judge, lines, load
from plans import Plan, plan_of, read_plan
from reading import InputFaultError, Scenario

if TYPE_CHECKING:
    from distances import Distances
    from status import Status

ROOT = Path(__file__).resolve().parents[2]


class FailedError(Exception):
    """The program, or what it wrote, is not what the contract says."""


class History:
    """What must never change over a season."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, date], tuple[str, str]] = {}
        self.meaning: dict[str, tuple[str, str, str, str]] = {}
        self.closed: set[str] = set()

    def check(self, plan: Plan, today: date) -> None:
        """Compare a plan with all plans before it, and remember it."""
        held = {(c.id, x.date): (x.venue, x.trainer) for c in plan.cycles for x in c.sessions if x.date < today}
        if held != self.held:
            wrong = sorted(str(i) for i in held.keys() ^ self.held.keys())
            wrong += sorted(str(i) for i in held if i in self.held and held[i] != self.held[i])
            raise FailedError(f"held sessions changed: {'; '.join(wrong)}")
        for c in plan.cycles:
            meaning = (c.track, c.slot, c.venue, c.trainer)
            if self.meaning.setdefault(c.id, meaning) != meaning:
                raise FailedError(f"{c.id} was {self.meaning[c.id]} and is {meaning}")
        back = {c.id for c in plan.cycles} & self.closed
        if back:
            raise FailedError(f"closed ids are used again: {' '.join(sorted(back))}")
        self.closed |= set(plan.closed)

    def week_ends(self, plan: Plan, until: date) -> None:
        """Note the sessions of an announced plan that are held before a day."""
        self.held |= {(c.id, x.date): (x.venue, x.trainer) for c in plan.cycles for x in c.sessions if x.date < until}


class Season:
    """One season in one folder."""

    def __init__(self, args: argparse.Namespace, folder: Path):
        self.args, self.folder = args, folder
        self.world = life.World(args.scenario, folder, args.seed, args.harsh)
        self.history = History()
        self.rows: list[dict[str, object]] = []
        self.number = 0
        self.told = Path()
        self.clients = None
        if args.calendars:
            import calendars  # noqa: PLC0415: needs a package that the other checks do without

            self.clients = calendars.Clients()

    def run(self, program: str, out: str) -> Path:
        """Have a program plan, and return the plan's file."""
        command = [*shlex.split(program), "plan", str(self.world.path), "--out", str(self.folder / out)]
        if self.args.time_limit:
            command += ["--time-limit", str(self.args.time_limit)]
        else:
            command += ["--work-limit", str(self.args.work_limit)]
        self.call(command)
        return self.folder / out / "plan.json"

    def announce(self, plan: Path) -> None:
        """Freeze a plan as what people were told: by the program, where calendars follow what it announced."""
        self.number += 1
        if self.args.calendars == "announced":
            words = ["announce", self.world.path, plan, "--lang", "en", "-q"]
            self.call([*shlex.split(self.args.program), *map(str, words)])
            (folder,) = (self.folder / "announced").glob(f"*-{self.number}")
            self.told = folder.relative_to(self.folder) / "plan.json"
            return
        told = self.folder / "announced" / str(self.number)
        told.mkdir(parents=True)
        shutil.copy(plan, told / "plan.json")
        self.told = told.relative_to(self.folder) / "plan.json"

    def export(self, plan: Path) -> None:
        """Export a plan's calendars, and let clients import them; every week they show what the plan says."""
        if self.clients is None:
            return
        out = self.folder / "exports" / plan.parent.name
        words = ["export", self.world.path, plan, "--out", out, "--only", "trainers,mairies", "--lang", "fr", "-q"]
        before = self.folder / "exports" / str(int(plan.parent.name) - 1)
        if self.args.calendars == "previous" and before.exists():
            words += ["--previous", before]
        self.call([*shlex.split(self.args.program), *map(str, words)])
        self.clients.take(out)
        self.clients.check(out, read_plan(plan))

    def call(self, command: list[str]) -> None:
        """Run a program that must succeed."""
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            told = done.stderr[-2000:] or done.stdout[-2000:]
            raise FailedError(f"{shlex.join(command)} ended with {done.returncode}: {told}")

    def live(self) -> None:
        """Live the season."""
        self.world.write()
        first = self.run(self.args.first or self.args.program, "plans/0")
        s, d, _ = load(self.world.path)
        self.sound(judge(s, d, None, read_plan(first)), first)
        self.history.check(read_plan(first), s.start)
        self.export(first)
        self.announce(first)
        today = s.start
        for week in range(1, self.args.weeks + 1):
            today += timedelta(days=self.args.every)
            if today > s.end:
                break
            self.week(week, today)

    def week(self, week: int, today: date) -> None:
        """Live one week: something happens, the program plans again, the plan is judged and announced."""
        before = read_plan(self.folder / self.told)
        self.history.week_ends(before, today)
        self.world.announced = {"plan": str(self.told), "today": today, "notice_days": self.args.notice_days}
        happened = self.world.happen(week, today, before)
        self.world.write()
        plan_file = self.run(self.args.program, f"plans/{week}")
        s, d, status = load(self.world.path)
        plan = read_plan(plan_file)
        case = judge(s, d, status, plan)
        self.sound(case, plan_file)
        self.history.check(plan, today)
        self.export(plan_file)
        self.bill(plan_file.with_name("changes.csv"), case)
        least = self.little(case, s, d, status, plan) if self.args.little else None
        bill = Counter(kind for kind, _, _ in costs.changes(plan, s, status))
        announced = {c.id for c in before.cycles}
        gone = [c for c in before.cycles if c.id not in case.cycles]
        row = {
            "week": week,
            "today": today,
            "withdrawn": sum(r.withdrawn for r in s.residents.values()),
            "cycles": len(plan.cycles),
            "begun": sum(1 for c in plan.cycles if c.sessions[0].date < today),
            "new": sum(1 for c in plan.cycles if c.id not in announced),
            "closed": len(gone),
            "broken off": sum(1 for c in plan.cycles if c.broken_off),
            "hit": len(status.fails),
            "strained": len(status.strained),
            "repaired": sum(1 for c in plan.cycles for r in c.repairs if r["date"] >= today),
            "changed": bill["notice"],
            "calls": bill["call"],
            "stand-ins": bill["stand_in"],
            "cost": f"{float(case.service['changes']):.2f}",
            "objective": f"{float(case.objective):.2f}",
            "gap": f"{float(plan.raw.get('gap', 0)):.2%}",
        }
        if least is not None:
            row["little"] = f"{float(least):.2f}"
        if self.args.scratch:
            row["calls from scratch"] = self.scratch(week, before, s, today)
        row["happened"] = "; ".join(happened)
        self.rows.append(row)
        self.announce(plan_file)

    def bill(self, path: Path, case: Case) -> None:
        """Whether `changes.csv`, where the program writes it, adds up to the term."""
        if not path.exists():
            return
        rows = reading.rows(path)
        column = next((k for k in ("cost", "costs", "euros", "price") if rows and k in rows[0]), None)
        if rows and column is None:
            raise FailedError(f"{path}: no column of costs among {', '.join(rows[0])}")
        total = sum(reading.number(row[column] or 0) for row in rows)
        if abs(total - case.service["changes"]) > Fraction(1, 100):
            raise FailedError(f"{path} adds up to {float(total):.2f}, the changes are {float(case.service['changes']):.2f}")

    def little(self, case: Case, s: Scenario, d: Distances, status: Status, plan: Plan) -> Fraction:
        """Return the objective of doing little; no legal plan beats the bound, and the program is not worse than little."""
        planner = little.Planner(s, d, status)
        raws = [planner.plan(repair=False), planner.plan(repair=True, fill=True)]
        others = [judge(s, d, status, plan_of(raw)) for raw in raws]
        best = min((other.objective for other in others if not other.violations), default=case.objective)
        bound = Fraction(plan.raw.get("bound", case.objective))
        if bound > best + Fraction(1, 100):
            raise FailedError(f"the bound {float(bound):.2f} is beaten by doing little: {float(best):.2f}")
        if case.objective > best + Fraction(1, 100):
            raise FailedError(f"the plan costs {float(case.objective):.2f}, doing little costs {float(best):.2f}")
        return best

    def scratch(self, week: int, before: Plan, s: Scenario, today: date) -> int:
        """Return whom one would have to call had the plan been made anew, as if nothing were announced."""
        announced, self.world.announced = self.world.announced, None
        self.world.write()
        plan = read_plan(self.run(self.args.first or self.args.program, f"scratch/{week}"))
        self.world.announced = announced
        self.world.write()

        def coming(plan: Plan) -> dict[str, set]:
            return {
                r: {x.appointment for x in c.sessions if x.date >= today}
                for c in plan.cycles
                if not c.broken_off
                for r in c.participants
            }

        then, now = coming(before), coming(plan)
        return sum(1 for r, told in then.items() if not s.residents[r].withdrawn and told != now.get(r, set()))

    def calendar_faults(self) -> tuple[type[Exception], ...]:
        """What clients raise."""
        if self.clients is None:
            return ()
        import calendars  # noqa: PLC0415: see above

        return (calendars.CalendarError,)

    def sound(self, case: Case, plan: Path) -> None:
        """Stop where the judge is not silent."""
        if not case.sound:
            raise FailedError(f"{plan}:\n" + "\n".join(lines(case)))


def table(rows: list[dict[str, object]]) -> str:
    """Return the rows as a Markdown table."""
    if not rows:
        return "no week was lived"
    head = list(rows[0])
    out = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join(out + ["| " + " | ".join(str(row[k]) for k in head) + " |" for row in rows])


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--scenario", type=Path, default=ROOT / "data/pma/phase1/scenario.toml")
    stub = f"{sys.executable} {Path(__file__).with_name('little.py')}"
    parser.add_argument("--program", default=stub, help="what plans again")
    parser.add_argument("--first", help="what makes the first plan, where it is another program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weeks", type=int, default=10)
    parser.add_argument("--every", type=int, default=7, help="days from one plan to the next")
    parser.add_argument("--notice-days", type=int, default=14)
    parser.add_argument("--work-limit", type=int, default=2000)
    parser.add_argument("--time-limit", type=float, help="seconds, instead of the work limit")
    parser.add_argument("--harsh", type=float, default=1.0, help="how often misfortunes happen: 2 is twice as often")
    parser.add_argument("--little", action="store_true", help="also do little each week: it beats neither bound nor plan")
    parser.add_argument("--scratch", action="store_true", help="also plan each week as if nothing were announced")
    parser.add_argument(
        "--calendars",
        choices=["announced", "previous"],
        help="also export calendars and import them: they follow the announced plan, or the export before",
    )
    parser.add_argument("--keep", type=Path, help="work in this folder, which must not exist, and keep it")
    args = parser.parse_args()
    if args.keep:
        args.keep.mkdir(parents=True)
        return report(Season(args, args.keep.resolve()))
    with tempfile.TemporaryDirectory(prefix="season-") as folder:
        return report(Season(args, Path(folder)))


def report(season: Season) -> int:
    """Live a season and print its table."""
    code = 0
    try:
        season.live()
    except (FailedError, InputFaultError, *season.calendar_faults()) as error:
        print(f"seed {season.args.seed}, week {len(season.rows) + 1}: {error}", file=sys.stderr)
        print("\n".join(season.world.diary[-1:]), file=sys.stderr)
        code = 1
    print(table(season.rows))
    return code


if __name__ == "__main__":
    sys.exit(main())
