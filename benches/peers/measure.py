"""Runs one solver on one instance, and judges what it delivers."""

import json
import os
import platform
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from child import Ended, run
from table import Row

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SCRATCH = ROOT / "target/peers"
PACKAGES = {"cpsat": "ortools", "highs": "highspy"}
OURS = "ateliers"
# Euros by which two sums of the same exact amounts may differ once one of them is rounded to the cent.
ROUNDING = 0.0051
GIB = 1024


class Fault(Exception):  # noqa: N818 (the protocol's own word)
    """A plan, price or bound that does not hold."""


@dataclass(frozen=True)
class Instance:
    """A scenario, and the seconds that ours has for it."""

    name: str
    scenario: Path
    seconds: float


@dataclass(frozen=True)
class Terms:
    """What is the same for all: the program that plans and judges, cores, most memory (GiB), time of the peers in ours."""

    ateliers: Path
    cores: int
    memory: float
    factor: float


def measure(terms: Terms, instance: Instance, solver: str) -> Row:
    """Run a solver in a process of its own, and return its row; a plan that does not hold is a fault."""
    folder = SCRATCH / instance.name / solver
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.json"):
        old.unlink()
    return _ours(terms, instance, folder) if solver == OURS else _peer(terms, instance, solver, folder)


def contradictions(rows: list[Row]) -> list[str]:
    """Bounds of one instance that a plan of the same instance beats."""
    found = []
    for plan in rows:
        for proof in rows:
            if plan.instance != proof.instance or plan.objective is None or proof.bound is None:
                continue
            # What a solver in floating point takes for zero, relative to the size of the figures.
            if proof.bound > plan.objective + ROUNDING + 1e-6 * abs(plan.objective):
                found.append(
                    f"{plan.instance}: the bound of {proof.solver}, {proof.bound:.4f}, is above the plan of "
                    f"{plan.solver}, {plan.objective:.2f}"
                )
    return found


def _ours(terms: Terms, instance: Instance, folder: Path) -> Row:
    settings = ["--time-limit", f"{instance.seconds:g}", "--gap", "0", "--threads", str(terms.cores)]
    words = [str(terms.ateliers), "plan", str(instance.scenario), "--out", str(folder), *settings]
    ended = _run(terms, words, folder, instance.seconds)
    if ended.code:
        raise Fault(f"the program failed ({ended.killed or ended.code}); see {folder}/log.txt")
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    known = {"status": plan["solver"]["status"], "objective": plan["objective"], "bound": plan["bound"]}
    told = subprocess.run([terms.ateliers, "--version"], capture_output=True, text=True, check=True).stdout
    return _row(terms, instance, folder, ended, known, OURS, told.split()[-1], " ".join(settings), instance.seconds)


def _peer(terms: Terms, instance: Instance, solver: str, folder: Path) -> Row:
    seconds = instance.seconds * terms.factor
    worker = [sys.executable, str(HERE / "worker.py")]
    words = [*worker, solver, str(instance.scenario), f"{seconds:g}", str(terms.cores), str(folder)]
    ended = _run(terms, words, folder, seconds)
    progress = folder / "progress.json"
    known = json.loads(progress.read_text(encoding="utf-8")) if progress.exists() else {"status": "reading"}
    if ended.killed:
        known["status"] = f"{ended.killed} while {known['status']}"
    elif ended.code:
        known["status"] = f"died ({ended.code}) while {known['status']}"
    if known.get("refused"):
        known["status"] += f", {known['refused']} plans only within tolerances"
    settings = str(import_module(f"peer_{solver}").SETTINGS)
    return _row(terms, instance, folder, ended, known, solver, version(PACKAGES[solver]), settings, seconds)


def _run(terms: Terms, words: list[str], folder: Path, seconds: float) -> Ended:
    most_seconds = seconds + max(60.0, seconds / 10)
    return run(words, log=folder / "log.txt", most_seconds=most_seconds, most_mib=int(terms.memory * GIB))


def _row(
    terms: Terms,
    instance: Instance,
    folder: Path,
    ended: Ended,
    known: dict[str, Any],
    solver: str,
    solver_version: str,
    settings: str,
    time_limit: float,
) -> Row:
    return Row(
        instance=instance.name,
        solver=solver,
        version=solver_version,
        settings=settings,
        time_limit_s=time_limit,
        cores=terms.cores,
        objective=_judged(terms, instance, folder / "plan.json", known.get("objective")),
        bound=_rounded(known.get("bound"), 4),
        status=known["status"],
        wall_s=round(ended.wall_s, 1),
        build_s=known.get("build_s"),
        best_s=known.get("best_s"),
        start=_rounded(known.get("start"), 2),
        columns=known.get("columns"),
        rows=known.get("rows"),
        memory_mib=ended.peak_mib,
        machine=_machine(),
        commit=_commit(),
    )


def _judged(terms: Terms, instance: Instance, plan: Path, told: float | None) -> float | None:
    """Return the objective as `ateliers check` recomputes it from the cycles and the kit roster."""
    if not plan.exists():
        return None
    words = [str(terms.ateliers), "check", "--lang", "en", str(instance.scenario), str(plan)]
    verdict = subprocess.run(words, capture_output=True, text=True, check=False)
    found = re.search(r"^\s*Objective \(net \+ service\)\s+(-?)€([\d,]+\.\d\d)$", verdict.stdout, re.MULTILINE)
    if verdict.returncode or not found:
        raise Fault(f"the plan is not legal, or its figures are wrong:\n{verdict.stdout}{verdict.stderr}")
    objective = float(found[1] + found[2].replace(",", ""))
    if told is None or abs(objective - told) > ROUNDING:
        raise Fault(f"the plan is priced at {objective:.2f}; its solver says {told}")
    return objective


def _rounded(amount: float | None, digits: int) -> float | None:
    return None if amount is None else round(amount, digits)


def _machine() -> str:
    """Return the processor's name, as Linux tells it, and how many cores the machine has."""
    path = Path("/proc/cpuinfo")
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    found = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return f"{found[1] if found else platform.machine()}, {os.cpu_count()} cores"


def _commit() -> str:
    """Return the commit that is measured, with a `+` where what is measured differs from it."""
    git = ["git", "-C", str(ROOT)]
    head = subprocess.run([*git, "rev-parse", "--short=10", "HEAD"], capture_output=True, text=True, check=True).stdout
    measured = ["src", "data", "Cargo.toml", "Cargo.lock", "benches/peers"]
    changes = subprocess.run([*git, "status", "--porcelain", "--", *measured], capture_output=True, text=True, check=True)
    return head.strip() + ("+" if changes.stdout.strip() else "")
