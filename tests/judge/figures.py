"""Where the file's own figures and marks disagree with what follows from the contract (PROBLEM.md, sections 6 to 8)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from costs import attendance, counted

if TYPE_CHECKING:
    from judge import Case

CENT = Fraction(1, 100)
GAP = Fraction(1, 10_000)


def judge_figures(case: Case) -> None:
    """Compare every figure that the file has; a plan made by hand may have none."""
    raw = case.plan.raw
    for group, figures in (("costs", case.costs), ("service", case.service)):
        if group not in raw:
            continue
        for name, value in figures.items():
            given = raw[group].get(name)
            if given is None:
                case.disagrees(f"{group}.{name}", "is missing")
            elif abs(Fraction(given) - value) > CENT:
                case.disagrees(f"{group}.{name}", f"{float(given):.4f}, recomputed {float(value):.4f}")
    if "objective" in raw and abs(Fraction(raw["objective"]) - case.objective) > CENT:
        case.disagrees("objective", f"{float(raw['objective']):.4f}, recomputed {float(case.objective):.4f}")
    if "bound" in raw:
        judge_bound(case)
    if raw.get("scenario", case.s.name) != case.s.name:
        case.disagrees("scenario", f"{raw['scenario']!r}, it is {case.s.name!r}")
    judge_unserved(case)
    if case.status is not None:
        judge_marks(case)


def judge_bound(case: Case) -> None:
    """Section 6: the bound is not above the objective, and the gap is what the two make."""
    bound, objective = Fraction(case.plan.raw["bound"]), case.objective
    if bound > objective + CENT:
        case.disagrees("bound", f"{float(bound):.4f} is above the objective {float(objective):.4f}")
    given = case.plan.raw.get("gap")
    if given is not None and objective and abs(given - (objective - bound) / abs(objective)) > GAP:
        case.disagrees("gap", f"{float(given)}, recomputed {float((objective - bound) / abs(objective)):.6f}")


def judge_unserved(case: Case) -> None:
    """Section 7: `unserved` names whoever counts and attends nothing, once."""
    if "unserved" not in case.plan.raw:
        return
    listed = [e["resident"] for e in case.plan.raw["unserved"]]
    attends = attendance(case.plan)
    wanted = {r for r in counted(case.s, case.status) if r not in attends}
    for r in sorted(wanted - set(listed)):
        case.disagrees("unserved", "is not listed", resident=r)
    for r in sorted(set(listed) - wanted):
        case.disagrees("unserved", "is listed, and is not unserved", resident=r)
    if len(set(listed)) < len(listed):
        case.disagrees("unserved", "somebody is listed twice")


def judge_marks(case: Case) -> None:
    """Section 8, output: `stands`, `broken_off` and its participants, `repairs`, `closed`."""
    status, attends = case.status, attendance(case.plan)
    for c in case.plan.cycles:
        stands = c.id in case.stands
        if c.stands != stands:
            case.disagrees("stands", f"is {str(c.stands).lower()}, and the cycle {'stands' if stands else 'does not'}", c.id)
        days = [r["date"] for r in c.repairs]
        if len(set(days)) < len(days):
            case.disagrees("repairs", "a date is listed twice", c.id)
        for r in c.repairs:
            if r["date"] not in {x.date for x in c.sessions}:
                case.disagrees("repairs", f"{r['date']} is no session", c.id)
            own = {"venue": c.venue, "trainer": c.trainer}
            if not any(k in r for k in own) or any(r.get(k) == v for k, v in own.items()):
                case.disagrees("repairs", f"{r['date']} lists no room or trainer but the cycle's own", c.id)
        announced = status.cycles.get(c.id)
        if c.broken_off and announced is not None:
            wanted = {r for r in status.remaining(announced) if r not in attends}
            for r in sorted(wanted ^ set(c.participants)):
                told = "is not listed" if r in wanted else "is listed, and was not announced, withdrew or attends elsewhere"
                case.disagrees("broken_off", told, c.id, r)
    gone = {i for i in status.cycles if i not in case.cycles} | set(status.plan.closed)
    for i in sorted(gone ^ set(case.plan.closed)):
        case.disagrees("closed", "is not listed" if i in gone else "is listed, and is not closed", i)
    if len(set(case.plan.closed)) < len(case.plan.closed):
        case.disagrees("closed", "an id is listed twice")
