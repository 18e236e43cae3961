"""The judge judged: a tiny territory, an announced plan, and for each rule a plan that keeps it and one that breaks only it.

`python3 tests/judge/test_judge.py`
"""

from __future__ import annotations

import copy
import json
import sys
import tempfile
import unittest
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import status
from judge import Case, judge, load
from plans import plan_of
from reading import InputFaultError

TABLES = {
    "communes": "insee,name,lat,lon,min_cycles\n10001,A,47,6,0\n10002,B,47,6,0\n10003,C,47,6,0\n",
    "roads": "from,to,km,minutes\n10001,10002,6,10\n10002,10003,9,15\n10001,10003,20,40\n10001,10003,21,25\n",
    "slots": "id,weekday,start\nmon-0930,mon,09:30\nmon-1400,mon,14:00\ntue-1400,tue,14:00\nwed-0930,wed,09:30\n"
    "thu-1400,thu,14:00\nthu-1500,thu,15:00\n",
    "venues": "id;commune;name;seats;slots;cost_per_session;step_free;tablets;available_from;available_until\n"
    "VA;10001;a;6;*;10;1;0;;\nVA2;10001;b;6;*;20,5;0;0;;\nVB;10002;c;6;*;0;1;1;;\nVC;10003;d;6;*;0;1;0;;\n",
    "trainers": "id,name,base,slots,tracks,hourly_cost,km_cost,max_sessions_per_day,max_sessions_per_week,max_sessions,"
    "available_from,available_until\nT1,t,10001,*,*,30,0.4,2,4,,,\n"
    "T2,u,10002,*,*,36,0.5,2,4,,,\nT3,v,10001,*,*,30,0.4,2,4,,,\n",
    "kits": "id,tablets,depot\nK1,3,10001\nK2,3,10002\n",
    "residents": "id,commune,slots,track,needs_tablet,max_travel_min,step_free,party,available_from,priority,withdrawn\n"
    + "".join(f"a{i},10001,*,base,0,12,0,,,1,0\n" for i in range(1, 10))
    + "b1,10002,*,base,1,12,0,,,1,0\nb2,10002,*,base,1,12,0,,,1,0\nb3,10002,*,base,0,5,0,,,1,0\n"
    + "b4,10002,*,base,0,12,0,,,1,0\nb5,10002,*,base,0,12,0,pair,,1,0\nb6,10002,*,base,0,12,0,pair,,1,0\n"
    + "b7,10002,*,base,0,12,0,,,2.5,0\n",
    "closures": "from,until,scope,reason\n2027-04-05,2027-04-05,all,Easter\n",
}

SCENARIO = """name = "tiny"
[data]
communes = "communes.csv"
roads = "roads.csv"
slots = "slots.csv"
venues = "venues.csv"
trainers = "trainers.csv"
kits = "kits.csv"
residents = "residents.csv"
closures = "closures.csv"
[horizon]
start = 2027-01-04
end = 2027-06-30
[cycle]
sessions = 3
min_group = 2
max_group = 5
max_gap_days = 14
[hosts]
communes = ["*"]
[costs]
prep_minutes = 30
[weights]
unserved = 400.0
"""

ANNOUNCED = """[announced]
plan = "announced.json"
today = 2027-02-15
"""


def cycle(name: str, venue: str, slot: str, trainer: str, people: str, sessions: str, **more: object) -> dict:
    """Return a cycle of the track `base`."""
    given = {"id": name, "venue": venue, "slot": slot, "track": "base", "trainer": trainer}
    return {**given, "participants": people.split(), "sessions": [f"2027-{d}" for d in sessions.split()], **more}


# C0 is finished, C1 begun, C2 committed and not begun, C3 open to change, C4 broken off with a session today.
TOLD = {
    "format": 1,
    "cycles": [
        cycle("C0", "VA2", "wed-0930", "T1", "a6 a7", "01-06 01-13 01-20"),
        cycle("C1", "VA", "tue-1400", "T1", "a1 a2 a3", "02-09 02-16 02-23"),
        cycle("C2", "VB", "thu-1400", "T2", "b1 b2 b3", "02-18 02-25 03-04"),
        cycle("C3", "VA", "mon-0930", "T2", "a4 a5", "03-08 03-15 03-22"),
        cycle("C4", "VB", "mon-1400", "T1", "b4", "02-08 02-15", broken_off=True),
    ],
    "kit_roster": [{"date": f"2027-{d}", "trainer": "T2", "kit": "K2"} for d in ("02-18", "02-25", "03-04")],
    "closed": ["C9"],
}


class Town(unittest.TestCase):
    """Judges plans in a town whose tables each test may edit."""

    def setUp(self) -> None:
        """Start from the announced plan, kept as it is."""
        self.tables, self.scenario, self.announced = dict(TABLES), SCENARIO, ANNOUNCED
        self.told = copy.deepcopy(TOLD)
        self.plan = copy.deepcopy(TOLD)
        for c in self.plan["cycles"]:
            if not c.get("broken_off"):
                c["stands"] = True

    def of(self, name: str) -> dict:
        """Return a cycle of the plan."""
        return next(c for c in self.plan["cycles"] if c["id"] == name)

    def edit(self, table: str, old: str, new: str) -> None:
        """Edit a table; the old text must be there."""
        self.assertIn(old, self.tables[table])
        self.tables[table] = self.tables[table].replace(old, new)

    def close(self, first: str, last: str, scope: str) -> None:
        """Add a closure."""
        self.tables["closures"] += f"2027-{first},2027-{last},{scope},x\n"

    def withdraw(self, *names: str) -> None:
        """Withdraw residents."""
        rows = self.tables["residents"].splitlines(keepends=True)
        self.tables["residents"] = "".join(
            row.removesuffix("0\n") + "1\n" if row.split(",")[0] in names else row for row in rows
        )

    def hit(self, *entries: str) -> None:
        """List sessions as hit."""
        self.announced += f"hit = {json.dumps(list(entries))}\n"

    def drop(self, name: str, *, closed: bool = True) -> None:
        """Leave a cycle out of the plan."""
        self.plan["cycles"] = [c for c in self.plan["cycles"] if c["id"] != name]
        if closed:
            self.plan["closed"].append(name)
        days = {f"{e['date']}" for e in self.plan["kit_roster"]} if name == "C2" else set()
        self.plan["kit_roster"] = [e for e in self.plan["kit_roster"] if e["date"] not in days]

    def judged(self) -> Case:
        """Judge the plan."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in self.tables.items():
                (Path(folder) / f"{name}.csv").write_text(text, encoding="utf-8-sig")
            (Path(folder) / "announced.json").write_text(json.dumps(self.told))
            path = Path(folder) / "scenario.toml"
            path.write_text(self.scenario + self.announced)
            return judge(*load(path), plan_of(json.loads(json.dumps(self.plan), parse_float=Fraction)))

    def legal(self) -> Case:
        """Expect nothing to be found."""
        case = self.judged()
        self.assertEqual(([], []), (case.violations, case.disagreements))
        return case

    def breaks(self, *rules: str) -> Case:
        """Expect exactly these rules to be broken."""
        case = self.judged()
        self.assertEqual(set(rules), {v["rule"] for v in case.violations}, case.violations)
        return case

    def disagrees(self, *figures: str) -> None:
        """Expect a legal plan with exactly these disagreements."""
        case = self.judged()
        self.assertEqual([], case.violations)
        self.assertEqual(set(figures), {g["figure"] for g in case.disagreements}, case.disagreements)


class Section4(Town):
    """Rules of section 4, for a plan without `[announced]`."""

    def setUp(self) -> None:
        """Start from one cycle."""
        super().setUp()
        self.announced = ""
        self.plan = {
            "cycles": [cycle("C1", "VB", "thu-1400", "T2", "b1 b2 b5 b6", "02-18 02-25 03-04")],
            "kit_roster": [{"date": f"2027-{d}", "trainer": "T2", "kit": "K2"} for d in ("02-18", "02-25", "03-04")],
        }

    def test_legal(self) -> None:
        """The start is legal."""
        self.legal()

    def test_h1(self) -> None:
        """Too many, too few, too few seats."""
        self.of("C1")["participants"] += ["b3", "b4"]
        self.breaks("H1")
        self.of("C1")["participants"] = ["b1"]
        self.plan["kit_roster"] = []
        self.breaks("H1")

    def test_h2(self) -> None:
        """Reach, slot, track, steps, days, two cycles."""
        self.edit("residents", "b1,10002,*", "b1,10003,*")
        self.breaks("H2")
        for old, new in (("*,base", "*,phone"), ("*,base", "tue-1400,base"), ("12,0,,,", "12,0,,2027-02-19,")):
            self.tables["residents"] = TABLES["residents"]
            row = next(x for x in TABLES["residents"].splitlines() if x.startswith("b1"))
            self.edit("residents", row, row.replace(old, new))
            self.breaks("H2")
        self.tables["residents"] = TABLES["residents"]
        self.plan["cycles"].append(cycle("C2", "VB", "mon-0930", "T1", "b2 b3", "03-08 03-15 03-22"))
        self.breaks("H2")

    def test_h3(self) -> None:
        """A party torn apart; and a party of one who withdrew and one who did not."""
        self.of("C1")["participants"].remove("b6")
        self.breaks("H3")
        self.withdraw("b6")
        self.legal()

    def test_h4(self) -> None:
        """A room's slots and days, and two sessions at a time."""
        self.edit("venues", "VB;10002;c;6;*", "VB;10002;c;6;mon-0930")
        self.breaks("H4")
        self.tables["venues"] = TABLES["venues"]
        self.plan["cycles"].append(cycle("C2", "VB", "thu-1500", "T1", "b3 b4", "02-18 02-25 03-04"))
        self.breaks("H4")

    def test_h5(self) -> None:
        """A date that was open is skipped; a pause too long; the horizon."""
        self.of("C1")["sessions"][2] = "2027-03-11"
        self.plan["kit_roster"][2]["date"] = "2027-03-11"
        self.breaks("H5")
        self.close("03-04", "03-04", "venue:VB")
        self.legal()
        self.scenario = self.scenario.replace("max_gap_days = 14", "max_gap_days = 13")
        self.breaks("H5")

    def test_h6(self) -> None:
        """A trainer's days and limits."""
        self.close("02-18", "02-18", "trainer:T2")
        self.breaks("H6")
        self.tables["closures"] = TABLES["closures"]
        self.edit("trainers", "0.5,2,4,,,", "0.5,2,4,2,,")
        self.breaks("H6")

    def test_h7(self) -> None:
        """Time to move."""
        self.plan["cycles"].append(cycle("C2", "VA", "mon-0930", "T2", "b3 b4", "03-08 03-15 03-22"))
        self.plan["cycles"].append(cycle("C3", "VC", "mon-1400", "T2", "b7 a1", "03-08 03-15 03-22"))
        self.edit("residents", "b3,10002,*,base,0,5", "b3,10002,*,base,0,12")
        self.tables["residents"] = self.tables["residents"].replace("b7,10002", "b7,10003").replace("a1,10001", "a1,10003")
        self.legal()
        self.edit("slots", "mon-1400,mon,14:00", "mon-1400,mon,12:14")
        self.breaks("H7")
        self.edit("slots", "mon,12:14", "mon,12:15")
        self.legal()

    def test_h8(self) -> None:
        """A kit that is not needed, one that is missing, one that is too small."""
        self.plan["kit_roster"].append({"date": "2027-02-19", "trainer": "T2", "kit": "K2"})
        self.breaks("H8")
        self.plan["kit_roster"] = self.plan["kit_roster"][:2]
        self.breaks("H8")
        self.plan["kit_roster"].append({"date": "2027-03-04", "trainer": "T2", "kit": "K2"})
        self.edit("kits", "K2,3", "K2,0")
        self.breaks("H8")

    def test_h9_h10(self) -> None:
        """Hosts, the commune's limit and the budget."""
        self.scenario = SCENARIO.replace('communes = ["*"]', 'communes = ["10001"]')
        self.breaks("H9")
        self.scenario = SCENARIO.replace("[hosts]", "[hosts]\nmax_cycles_per_commune = 0")
        self.breaks("H9")
        self.scenario = SCENARIO.replace("[costs]", "[costs]\nmax_gross = 100")
        self.breaks("H10")

    def test_more_h2(self) -> None:
        """A room with steps."""
        self.edit("residents", "b1,10002,*,base,1,12,0", "b1,10002,*,base,1,12,1")
        self.legal()
        self.edit("venues", "VB;10002;c;6;*;0;1", "VB;10002;c;6;*;0;0")
        self.breaks("H2")

    def test_more_h5(self) -> None:
        """Another weekday; sessions after the horizon; marks of what was never announced."""
        self.of("C1")["slot"] = "tue-1400"
        self.breaks("H5")
        self.of("C1")["slot"] = "thu-1400"
        self.scenario = SCENARIO.replace("end = 2027-06-30", "end = 2027-03-03")
        self.breaks("H5")
        self.scenario = SCENARIO
        self.of("C1")["stands"] = True
        self.breaks("L4")

    def test_more_days(self) -> None:
        """Sessions of a day; roads that do not join; one kit for two."""
        self.plan["cycles"].append(cycle("C2", "VC", "mon-0930", "T3", "a1 a2", "03-08 03-15 03-22"))
        self.tables["residents"] = self.tables["residents"].replace("a1,10001", "a1,10003").replace("a2,10001", "a2,10003")
        self.legal()
        self.tables["roads"] = "from,to,km,minutes\n10001,10002,6,10\n"
        self.breaks("H7")
        self.of("C2")["venue"] = "VA"
        self.tables["residents"] = TABLES["residents"].replace("b2,10002,*,base,1", "b2,10002,*,base,0")
        self.edit("residents", "b5,10002,*,base,0", "b5,10002,*,base,1")
        self.legal()
        self.edit("kits", "K2,3,10002", "K2,3,10003")
        self.breaks("H7")
        self.tables["kits"] = TABLES["kits"]
        self.tables["residents"] = self.tables["residents"].replace("a1,10001,*,base,0", "a1,10001,*,base,1")
        self.of("C2").update(slot="thu-1400", sessions=self.of("C1")["sessions"])
        self.plan["kit_roster"] += [{**e, "trainer": "T3", "kit": "K1"} for e in self.plan["kit_roster"]]
        self.legal()
        self.plan["kit_roster"][-1]["kit"] = "K2"
        self.breaks("H8")
        self.plan["kit_roster"][-1]["kit"] = "K1"

    def test_sessions_a_day(self) -> None:
        """H6: sessions of a day."""
        self.plan["cycles"].append(cycle("C2", "VB", "mon-0930", "T1", "a1 a2", "03-08 03-15 03-22"))
        self.plan["cycles"].append(cycle("C3", "VB", "mon-1400", "T1", "a3 a4", "03-08 03-15 03-22"))
        self.legal()
        self.edit("trainers", "0.4,2,4,,,\nT2", "0.4,1,4,,,\nT2")
        self.breaks("H6")

    def test_more_figures(self) -> None:
        """Scenario, objective, gap, the unserved."""
        case = self.legal()
        self.plan |= {"scenario": "other", "objective": float(case.objective) + 1, "bound": 0, "gap": 0.5}
        self.plan["unserved"] = [{"resident": r} for r in [*(f"a{i}" for i in range(1, 10)), "b1", "b3", "b3", "b4", "b7"]]
        self.disagrees("scenario", "objective", "gap", "unserved")
        told = [g["what"] for g in self.judged().disagreements if g["figure"] == "unserved"]
        self.assertEqual(["is listed, and is not unserved", "somebody is listed twice"], told)

    def test_withdrawn(self) -> None:
        """L3 without an announced plan."""
        self.withdraw("b1")
        self.breaks("L3")

    def test_costs(self) -> None:
        """Every term, by hand.

        3 sessions of T2 (2.5 paid hours at 36), from base and depot in B to a room in B: 2 local legs of 1.5 km and 4 min.
        Two need a tablet and the room has one. 4 served of 7 in B, none of 9 in A; 45 days of waiting from 4 January.
        """
        case = self.legal()
        expected = {"trainer_time": 270, "trainer_travel": 3 * 2 * (0.75 + 2.4), "venues": 0, "tablets": 1.5, "support": 48}
        expected |= {"setup": 60, "gross": 398.4, "income": 140, "net": 258.4}
        self.assertEqual(expected, {k: float(v) for k, v in case.costs.items()})
        served = {"unserved": 400 * (9 + 2 + 2.5), "travel": 4 * 0.8 * 4, "equity": 150 * 4.5, "place": 0}
        self.assertEqual(served, {k: float(v) for k, v in case.service.items() if k != "waiting"})
        self.assertEqual(Fraction(4 * 4 * 45, 7), case.service["waiting"])
        self.plan |= {"objective": float(case.objective), "bound": float(case.objective) + 0.02, "gap": 0}
        self.disagrees("bound")
        self.plan |= {"bound": float(case.objective) / 2, "gap": 0.5, "costs": {**expected, "venues": 0.02}}
        self.disagrees("costs.venues")


class Living(Town):
    """Rules of section 8."""

    def test_all_kept(self) -> None:
        """The announced plan, kept: nothing changes, b4 is unserved."""
        case = self.legal()
        self.assertEqual(0, case.service["changes"])
        self.assertEqual(Fraction(400) * 5 + 1000, case.service["unserved"])

    def test_marks(self) -> None:
        """Marks that do not follow."""
        self.of("C1")["stands"] = False
        self.disagrees("stands")
        self.of("C1")["stands"] = True
        self.plan["closed"] = []
        self.disagrees("closed")
        self.plan["closed"] = ["C9"]
        self.of("C4")["participants"] = []
        self.disagrees("broken_off")

    def test_l1_missing(self) -> None:
        """A begun cycle must be in the plan, whatever is released."""
        self.announced += 'release = ["C1"]\n'
        self.drop("C1")
        self.breaks("L1")

    def test_l1_held(self) -> None:
        """Held sessions stand, and so do track and slot."""
        self.of("C1")["sessions"][0] = "2027-02-02"
        self.breaks("L1")
        self.setUp()
        self.of("C1")["repairs"] = [{"date": "2027-02-09", "trainer": "T2"}]
        self.breaks("L1")
        self.setUp()
        self.of("C1")["track"] = "phone"
        self.breaks("L1")

    def test_l2_cycle(self) -> None:
        """A committed cycle may neither close nor change, unless it is released; an open one may, unless it is kept."""
        self.drop("C2")
        self.breaks("L2")
        self.announced += 'release = ["C2"]\n'
        self.legal()
        self.drop("C3")
        self.legal()
        self.announced += 'keep = ["C3"]\n'
        self.breaks("L2")

    def test_l2_fields(self) -> None:
        """A committed cycle keeps its trainer."""
        self.of("C2")["trainer"] = "T1"
        for e in self.plan["kit_roster"]:
            e["trainer"] = "T1"
        self.breaks("L2")

    def test_l2_leave(self) -> None:
        """Who was announced stays, but for the released and those who no longer satisfy H2."""
        self.of("C2")["participants"].remove("b3")
        self.breaks("L2")
        self.announced += 'release = ["b3"]\n'
        self.legal()
        self.announced = ANNOUNCED
        self.edit("residents", "b3,10002,*,base,0,5", "b3,10002,*,base,0,3")
        self.legal()
        self.of("C2")["participants"].append("b3")
        self.legal()

    def test_l2_minimum(self) -> None:
        """H1's minimum does not bind a committed cycle, but it binds an open one."""
        self.withdraw("b1", "b2")
        self.of("C2")["participants"] = ["b3"]
        self.plan["kit_roster"] = []
        self.legal()
        self.withdraw("a4")
        self.of("C3")["participants"] = ["a5"]
        self.breaks("H1")

    def test_l2_join(self) -> None:
        """One may join a committed cycle that has not begun, with room for everyone; nobody joins a begun one."""
        self.of("C2")["participants"].append("b7")
        self.legal()
        self.edit("venues", "VB;10002;c;6", "VB;10002;c;3")
        self.breaks("H1")
        self.of("C2")["participants"].remove("b7")
        self.legal()
        self.of("C1")["participants"].append("a9")
        self.breaks("L2")

    def test_l3(self) -> None:
        """Whoever has withdrawn is in no cycle, but in a finished one everybody stays."""
        self.withdraw("a1")
        self.breaks("L3")
        self.of("C1")["participants"].remove("a1")
        before = self.legal()
        self.withdraw("a6")
        after = self.legal()
        self.assertEqual(before.objective, after.objective)
        self.of("C0")["participants"].remove("a6")
        self.breaks("L3")

    def test_l3_party(self) -> None:
        """A late member of a party is of another party than those announced in a committed cycle."""
        self.edit("residents", "b3,10002,*,base,0,5,0,", "b3,10002,*,base,0,5,0,pair")
        self.of("C2")["participants"].append("b5")
        self.breaks("H3")
        self.of("C2")["participants"].append("b6")
        self.legal()
        self.of("C2")["participants"] = ["b1", "b2", "b3"]
        self.legal()

    def test_stand_in(self) -> None:
        """Another trainer leads where the trainer fails, and only there."""
        c2 = self.of("C2")
        c2["repairs"] = [{"date": "2027-02-25", "trainer": "T1"}]
        self.plan["kit_roster"][1]["trainer"] = "T1"
        self.breaks("L4")
        self.close("02-25", "02-25", "trainer:T2")
        case = self.legal()
        self.assertEqual(15, case.service["changes"])
        self.close("02-25", "02-25", "trainer:T1")
        self.breaks("L4")
        c2["repairs"] = []
        self.plan["kit_roster"][1]["trainer"] = "T2"
        self.breaks("L4")

    def test_stand_in_of_a_stand_in(self) -> None:
        """A stand-in that fails in turn: the cycle's own trainer may come back, and is charged as a stand-in."""
        self.told["cycles"][2]["repairs"] = [{"date": "2027-02-25", "trainer": "T1"}]
        self.told["kit_roster"][1]["trainer"] = "T1"
        self.breaks("L4")
        self.hit("C2 2027-02-25 trainer")
        self.assertEqual(15, self.legal().service["changes"])
        self.edit("trainers", "0.5,2,4,,,", "0.5,2,4,2,,")
        self.breaks("H6")
        self.of("C2")["repairs"] = [{"date": "2027-02-25", "trainer": "T3"}]
        self.plan["kit_roster"][1]["trainer"] = "T3"
        self.drop("C3")
        self.legal()

    def test_other_room(self) -> None:
        """Another room where the room fails: seats, steps, reach."""
        self.of("C1")["repairs"] = [{"date": "2027-02-16", "venue": "VA2"}]
        self.breaks("L4")
        self.hit("C1 2027-02-16 venue")
        self.assertEqual(3 * 8 + 20, self.legal().service["changes"])
        self.of("C1")["repairs"] = [{"date": "2027-02-16", "venue": "VB"}]
        self.legal()
        self.of("C1")["repairs"] = [{"date": "2027-02-16", "venue": "VC"}]
        self.breaks("L4")
        self.of("C1")["repairs"] = [{"date": "2027-02-16", "venue": "VA2"}]
        self.edit("residents", "a1,10001,*,base,0,12,0", "a1,10001,*,base,0,12,1")
        self.breaks("L4")

    def test_both_fail(self) -> None:
        """Where room and trainer fail, both change."""
        self.hit("C1 2027-02-16 venue", "C1 2027-02-16 trainer")
        self.of("C1")["repairs"] = [{"date": "2027-02-16", "venue": "VA2"}]
        self.breaks("L4")
        self.of("C1")["repairs"] = [{"date": "2027-02-16", "venue": "VA2", "trainer": "T3"}]
        self.assertEqual(3 * 8 + 20, self.legal().service["changes"])

    def test_postponed(self) -> None:
        """A hit session moves on, and those after it may as well; the pause is judged from the session held before it."""
        self.hit("C1 2027-02-16 trainer")
        c1 = self.of("C1")
        c1["sessions"] = ["2027-02-09", "2027-02-23", "2027-03-02"]
        case = self.legal()
        self.assertEqual(3 * 8 + 20, case.service["changes"])
        c1["sessions"] = ["2027-02-09", "2027-03-02", "2027-03-09"]
        self.breaks("L4")
        c1["sessions"] = ["2027-02-09", "2027-02-23", "2027-02-23"]
        self.breaks("H4", "H7", "L4")
        c1["sessions"] = ["2027-02-09", "2027-02-16", "2027-03-02"]
        self.breaks("L4")

    def test_postponed_only_from_a_hit_session(self) -> None:
        """A session that nothing hits stays."""
        self.of("C1")["sessions"][2] = "2027-03-02"
        self.breaks("L4")
        self.close("02-23", "02-23", "commune:10001")
        self.legal()
        self.close("03-02", "03-02", "trainer:T1")
        self.breaks("L4")

    def test_broken_off(self) -> None:
        """A cycle with a hit session may end before it, and so may a thin one; participants are unserved or elsewhere."""
        c1 = self.of("C1")
        c1 |= {"sessions": ["2027-02-09", "2027-02-16"], "broken_off": True, "stands": False}
        self.breaks("L4")
        self.close("02-23", "02-23", "all")
        case = self.legal()
        self.assertEqual(3 * 8 + 20, case.service["changes"])
        self.assertEqual(35 * 7, case.costs["income"])
        c1["sessions"] = ["2027-02-09"]
        self.breaks("L4")
        self.withdraw("a1", "a2")
        c1["participants"] = ["a3"]
        self.legal()
        self.of("C3")["participants"].append("a3")
        self.disagrees("broken_off")
        c1["participants"] = []
        self.legal()

    def test_left_out(self) -> None:
        """A committed cycle whose first session is hit may be left out; one that is hit later may not."""
        self.close("02-25", "02-25", "trainer:T2")
        self.drop("C2")
        self.breaks("L2")
        self.close("02-18", "02-18", "trainer:T2")
        self.legal()

    def test_stays_broken_off(self) -> None:
        """A cycle announced as broken off stays so, less what is newly hit."""
        c4 = self.of("C4")
        c4["sessions"] = ["2027-02-08"]
        self.breaks("L4")
        self.hit("C4 2027-02-15 venue")
        self.assertEqual(8 + 20, self.legal().service["changes"])
        self.drop("C4")
        self.breaks("L1")

    def test_strained(self) -> None:
        """A lowered limit strains the committed sessions of the day; kept, all of them, they break the rule."""
        self.told["cycles"][2] |= {"slot": "tue-1400", "trainer": "T1", "sessions": ["2027-02-16", "2027-02-23", "2027-03-02"]}
        self.told["cycles"][1]["slot"] = "mon-0930"
        self.told["cycles"][1]["sessions"] = ["2027-02-08", "2027-02-15", "2027-02-22"]
        self.told["cycles"][4]["sessions"] = ["2027-02-08"]
        self.told["kit_roster"] = [{"date": f"2027-{d}", "trainer": "T1", "kit": "K1"} for d in ("02-16", "02-23", "03-02")]
        self.plan = copy.deepcopy(self.told)
        for c in self.plan["cycles"]:
            c["stands"] = not c.get("broken_off", False)
        self.legal()
        self.edit("trainers", "0.4,2,4,,,\nT2", "0.4,2,1,,,\nT2")
        self.breaks("H6")
        self.of("C2")["repairs"] = [{"date": f"2027-{d}", "trainer": "T3"} for d in ("02-16", "02-23")]
        for e in self.plan["kit_roster"][:2]:
            e["trainer"] = "T3"
        self.legal()
        self.of("C2")["repairs"].append({"date": "2027-03-02", "trainer": "T3"})
        self.plan["kit_roster"][2]["trainer"] = "T3"
        self.breaks("L4")

    def test_broken_off_and_a_lower_limit(self) -> None:
        """A hole of the text: a kept session of a broken-off cycle cannot go, nor is what stands beside it strained.

        C1 and C4 meet in one week, when T1 may lead one session only: C1 must stand and C4 must keep its session.
        """
        told = self.told["cycles"]
        told[4] |= {"slot": "tue-1400", "sessions": ["2027-02-09", "2027-02-16"]}
        told[1]["slot"] = "wed-0930"
        told[1]["sessions"] = ["2027-02-10", "2027-02-17", "2027-02-24"]
        self.plan["cycles"] = copy.deepcopy(told)
        for c in self.plan["cycles"]:
            c["stands"] = not c.get("broken_off", False)
        self.legal()
        self.edit("trainers", "0.4,2,4,,,\nT2", "0.4,2,1,,,\nT2")
        self.breaks("H6")
        self.of("C1")["repairs"] = [{"date": "2027-02-17", "trainer": "T3"}]
        self.legal()
        self.of("C1")["repairs"] = []
        self.of("C4")["sessions"] = ["2027-02-09"]
        self.legal()

    def test_lost_kits(self) -> None:
        """Without a kit, the sessions that need tablets are strained; the cycle may be left out."""
        self.tables["kits"] = "id,tablets,depot\nK1,0,10001\nK2,0,10002\n"
        self.breaks("H8")
        self.drop("C2")
        self.legal()

    def test_l5_notice(self) -> None:
        """What is new begins with notice, and takes no announced id."""
        new = cycle("C5", "VB", "thu-1500", "T1", "b4 b7", "03-11 03-18 03-25")
        self.plan["cycles"].append(new)
        self.of("C4")["participants"] = []
        self.assertEqual(8, self.legal().service["changes"])
        new["sessions"] = ["2027-02-24", "2027-03-03", "2027-03-10"]
        new["slot"] = "wed-0930"
        self.breaks("L5")
        new["sessions"] = ["2027-03-03", "2027-03-10", "2027-03-17"]
        self.legal()
        new["id"] = "C9"
        self.breaks("L5")
        new["id"] = "C3"
        self.drop("C3", closed=False)
        self.plan["cycles"].append(new)
        self.breaks("L5")

    def test_l6(self) -> None:
        """The roster of held days is as announced; that of days to come is free."""
        self.told["kit_roster"].append({"date": "2027-02-09", "trainer": "T1", "kit": "K1"})
        self.breaks("L6")
        self.plan["kit_roster"].append({"date": "2027-02-09", "trainer": "T1", "kit": "K1"})
        self.plan["kit_roster"][0]["kit"] = "K1"
        self.legal()

    def test_l6_held_week(self) -> None:
        """Held sessions count in their week, where it has sessions to come."""
        self.announced = ANNOUNCED.replace("2027-02-15", "2027-02-16")
        self.edit("trainers", "0.4,2,4,,,\nT2", "0.4,2,1,,,\nT2")
        self.breaks("H6")
        self.of("C1")["repairs"] = [{"date": "2027-02-16", "trainer": "T3"}]
        self.legal()

    def test_forbid_new_only(self) -> None:
        """`max_cycles_per_commune`, H10 and `max_sessions` forbid what is new only."""
        self.scenario = SCENARIO.replace("[hosts]", "[hosts]\nmax_cycles_per_commune = 2").replace(
            "[costs]", "[costs]\nmax_gross = 100"
        )
        self.edit("trainers", "0.4,2,4,,,\nT2", "0.4,2,4,2,,\nT2")
        self.legal()
        self.plan["cycles"].append(cycle("C5", "VB", "thu-1500", "T1", "b5 b6", "03-11 03-18 03-25"))
        self.breaks("H6", "H9", "H10")

    def test_changes_by_hand(self) -> None:
        """A repaired plan by hand.

        C1's second session is postponed: 3 calls, a notice. C2's second has the stand-in T1: 15, and T1 goes from base A past
        the depot in B to the room in B and back: twice 6 km and 10 min, twice local, where T2 had local legs only. C3 is
        closed: 2 calls and a notice.
        """
        before = self.legal()
        self.hit("C1 2027-02-16 trainer", "C2 2027-02-25 trainer")
        self.of("C1")["sessions"] = ["2027-02-09", "2027-02-23", "2027-03-02"]
        self.of("C2")["repairs"] = [{"date": "2027-02-25", "trainer": "T1"}]
        self.plan["kit_roster"][1] = {"date": "2027-02-25", "trainer": "T1", "kit": "K2"}
        after = self.legal()
        self.assertEqual(3 * 8 + 20 + 15, after.service["changes"])
        t1, t2 = 2 * (6 * 0.4 + 5) + 2 * (1.5 * 0.4 + 2), 2 * (1.5 * 0.5 + 2.4)
        self.assertAlmostEqual(t1 - t2, float(after.costs["trainer_travel"] - before.costs["trainer_travel"]))
        self.assertEqual(2.5 * (30 - 36), after.costs["trainer_time"] - before.costs["trainer_time"])
        self.assertEqual(before.service["waiting"], after.service["waiting"])
        self.drop("C3")
        self.assertEqual(59 + 2 * 8 + 20, self.legal().service["changes"])

    def test_leave_alone(self) -> None:
        """Who is released leaves alone, and may attend elsewhere alone; the rest of the party stays."""
        self.edit("residents", "b1,10002,*,base,1,12,0,", "b1,10002,*,base,1,12,0,trio")
        self.edit("residents", "b2,10002,*,base,1,12,0,", "b2,10002,*,base,1,12,0,trio")
        self.edit("residents", "b7,10002,*,base,0,12,0,", "b7,10002,*,base,0,12,0,trio")
        self.legal()
        self.announced += 'release = ["b1"]\n'
        self.of("C2")["participants"].remove("b1")
        self.plan["kit_roster"] = [e for e in self.plan["kit_roster"] if e["date"] < "2027-02-15"]
        self.of("C3")["participants"].append("b1")
        self.plan["kit_roster"] = [
            {"date": f"2027-{d}", "trainer": "T2", "kit": "K2"} for d in ("03-08", "03-15", "03-22")
        ]
        self.assertEqual(8, self.legal().service["changes"])
        self.of("C3")["participants"].append("b2")
        self.of("C2")["participants"].remove("b2")
        self.breaks("L2")

    def test_party_after_breaking_off(self) -> None:
        """A party whose cycle is broken off is whole again, with those who enrolled late."""
        for r in ("a1", "a2", "a9"):
            self.edit("residents", f"{r},10001,*,base,0,12,0,", f"{r},10001,*,base,0,12,0,trio")
        self.legal()
        self.close("02-23", "02-23", "all")
        c1 = self.of("C1")
        c1 |= {"sessions": ["2027-02-09", "2027-02-16"], "broken_off": True, "stands": False, "participants": ["a3"]}
        self.of("C3")["participants"] += ["a1", "a2"]
        self.breaks("H3")
        self.of("C3")["participants"].append("a9")
        self.assertEqual(3 * 8 + 20, self.legal().service["changes"])

    def test_join_where_a_session_has_another_room(self) -> None:
        """Who joins fits the other room that was announced: seats, steps, reach."""
        self.told["cycles"][3]["repairs"] = [{"date": "2027-03-15", "venue": "VA2"}]
        self.of("C3")["repairs"] = [{"date": "2027-03-15", "venue": "VA2"}]
        self.legal()
        self.of("C3")["participants"].append("a9")
        self.legal()
        self.edit("venues", "VA2;10001;b;6", "VA2;10001;b;2")
        self.breaks("H1")
        self.of("C3")["participants"].remove("a9")
        self.legal()

    def test_open_cycles_are_repaired(self) -> None:
        """A cycle open to change is repaired, broken off, or closed; it may not merely stay, nor change under its id."""
        self.close("03-15", "03-15", "trainer:T2")
        self.breaks("L4")
        c3 = self.of("C3")
        c3["repairs"] = [{"date": "2027-03-15", "trainer": "T1"}]
        self.legal()
        c3 |= {"repairs": [], "sessions": ["2027-03-08", "2027-03-22", "2027-03-29"]}
        self.legal()
        c3 |= {"sessions": ["2027-03-08"], "broken_off": True, "stands": False}
        self.legal()
        c3 |= {"sessions": ["2027-03-22", "2027-03-29", "2027-04-12"], "broken_off": False}
        self.breaks("L5")
        c3["id"] = "C6"
        self.plan["closed"].append("C3")
        self.legal()

    def test_postponed_with_own_trainer_and_room(self) -> None:
        """A postponed session has the cycle's own trainer, also where its announced one was a stand-in."""
        self.told["cycles"][1]["repairs"] = [{"date": "2027-02-23", "trainer": "T3"}]
        self.of("C1")["repairs"] = [{"date": "2027-02-23", "trainer": "T3"}]
        self.hit("C1 2027-02-23 trainer")
        self.breaks("L4")
        self.of("C1").update(sessions=["2027-02-09", "2027-02-16", "2027-03-02"], repairs=[])
        self.assertEqual(3 * 8 + 20, self.legal().service["changes"])
        self.of("C1")["repairs"] = [{"date": "2027-03-02", "trainer": "T3"}]
        self.breaks("L4")

    def test_hosts_and_standing(self) -> None:
        """A commune that no longer hosts: committed cycles stay, open ones must go."""
        self.scenario = SCENARIO.replace('communes = ["*"]', 'communes = ["10002"]')
        self.breaks("H9")
        self.drop("C3")
        self.legal()

    def test_more_broken_off(self) -> None:
        """A broken-off cycle stays so, with its own trainer and its held sessions."""
        c4 = self.of("C4")
        c4["broken_off"] = False
        self.breaks("L4")
        same = [{"date": f"2027-02-{d}", "trainer": "T1"} for d in ("08", "15")]
        c4 |= {"broken_off": True, "trainer": "T3", "repairs": same}
        self.breaks("L4")
        c4 |= {"trainer": "T1", "repairs": [], "sessions": ["2027-02-01", "2027-02-15"]}
        self.breaks("L1")

    def test_open_broken_off(self) -> None:
        """An open cycle announced as broken off stays in the plan."""
        self.told["cycles"][3] |= {"broken_off": True, "sessions": ["2027-03-08"]}
        self.of("C3").update(broken_off=True, stands=False, sessions=["2027-03-08"])
        self.legal()
        self.drop("C3")
        self.breaks("L4")

    def test_more_repairs(self) -> None:
        """Sessions brought forward, too few, or unrepaired."""
        self.of("C2")["sessions"] = ["2027-02-18", "2027-02-24", "2027-03-04"]
        self.plan["kit_roster"][1]["date"] = "2027-02-24"
        self.breaks("L4")
        self.setUp()
        self.of("C1")["sessions"].pop()
        self.breaks("L2")
        self.setUp()
        self.hit("C1 2027-02-16 venue")
        self.breaks("L4")

    def test_more_postponed(self) -> None:
        """A postponed session keeps its weekday, and finds room and horizon."""
        self.hit("C1 2027-02-23 trainer")
        c1 = self.of("C1")
        c1["sessions"][2] = "2027-03-02"
        self.legal()
        c1["sessions"][2] = "2027-03-01"
        self.breaks("L4")
        c1["sessions"][2] = "2027-03-02"
        self.close("03-02", "03-02", "commune:10001")
        self.breaks("L4")
        self.tables["closures"] = TABLES["closures"]
        self.scenario = SCENARIO.replace("end = 2027-06-30", "end = 2027-03-01")
        for name in ("C2", "C3"):
            self.told["cycles"] = [c for c in self.told["cycles"] if c["id"] != name]
            self.drop(name, closed=False)
        self.told["kit_roster"] = []
        self.breaks("L4")

    def test_more_other_rooms(self) -> None:
        """Another room is open and has seats."""
        self.hit("C1 2027-02-16 venue")
        self.of("C1")["repairs"] = [{"date": "2027-02-16", "venue": "VA2"}]
        self.edit("venues", "VA2;10001;b;6", "VA2;10001;b;2")
        self.breaks("L4")
        self.tables["venues"] = TABLES["venues"]
        self.close("02-16", "02-16", "venue:VA2")
        self.breaks("L4")

    def test_more_joining(self) -> None:
        """Who joins a committed cycle satisfies H2, in its other rooms too."""
        self.of("C2")["participants"].append("b7")
        self.edit("residents", "b7,10002,*", "b7,10002,mon-0930")
        self.breaks("H2")
        self.setUp()
        self.told["cycles"][2]["repairs"] = [{"date": "2027-02-25", "venue": "VA2"}]
        self.of("C2")["repairs"] = [{"date": "2027-02-25", "venue": "VA2"}]
        self.of("C2")["participants"].append("b7")
        self.legal()
        self.edit("residents", "b7,10002,*,base,0,12,0", "b7,10002,*,base,0,12,1")
        self.breaks("H2")
        self.edit("residents", "b7,10002,*,base,0,12,1", "b7,10002,*,base,0,5,0")
        self.breaks("H2")

    def test_more_marks(self) -> None:
        """Repairs and closed ids that say nothing, or say it twice."""
        nothing = ({"date": "2027-02-16", "trainer": "T1"}, {"date": "2027-02-16"}, {"date": "2027-02-17", "trainer": "T3"})
        for repair in nothing:
            self.of("C1")["repairs"] = [repair]
            self.disagrees("repairs")
        self.hit("C1 2027-02-16 trainer", "C1 2027-02-16 venue")
        self.of("C1")["repairs"] = [{"date": "2027-02-16", "trainer": "T3"}, {"date": "2027-02-16", "venue": "VA2"}]
        self.disagrees("repairs")
        self.of("C1")["repairs"] = [{"date": "2027-02-16", "trainer": "T3", "venue": "VA2"}]
        self.plan["closed"] += ["C9"]
        self.disagrees("closed")

    def test_held_costs(self) -> None:
        """Held days are priced with the kit that was announced for them."""
        before = self.legal()
        self.told["kit_roster"].append({"date": "2027-02-09", "trainer": "T1", "kit": "K2"})
        self.plan["kit_roster"].append({"date": "2027-02-09", "trainer": "T1", "kit": "K2"})
        after = self.legal()
        detour = 2 * (6 * 0.4 + 5) + 2 * (6 * 0.4 + 5) - 2 * (1.5 * 0.4 + 2)
        self.assertAlmostEqual(detour, float(after.costs["trainer_travel"] - before.costs["trainer_travel"]))

    def test_figures_of_a_whole_plan(self) -> None:
        """A plan with all its figures, then each of them wrong."""
        case = self.legal()
        attends = {r for c in self.plan["cycles"] if not c.get("broken_off") for r in c["participants"]}
        people = [x.split(",")[0] for x in TABLES["residents"].splitlines()[1:]]
        figures = {"costs": case.costs, "service": case.service}
        self.plan |= {k: {n: float(v) for n, v in group.items()} for k, group in figures.items()}
        self.plan["unserved"] = [{"resident": r, "reason": "", "detail": ""} for r in people if r not in attends]
        objective = float(case.objective)
        self.plan |= {"scenario": "tiny", "objective": objective, "bound": objective, "gap": 0.0}
        self.legal()
        self.plan["unserved"].pop()
        self.plan["service"]["changes"] = 8
        self.disagrees("unserved", "service.changes")
        del self.plan["service"]["changes"]
        self.disagrees("unserved", "service.changes")

    def test_input(self) -> None:
        """An announced plan that cannot be what people were told."""
        for key, value in (("participants", ["a1", "nobody"]), ("participants", ["a1", "a2", "a3", "b1"])):
            self.setUp()
            self.told["cycles"][1][key] = value
            with self.assertRaises(InputFaultError):
                self.judged()
        self.setUp()
        self.hit("C1 2027-02-09 trainer")
        with self.assertRaises(InputFaultError):
            self.judged()


if __name__ == "__main__":
    unittest.main()
