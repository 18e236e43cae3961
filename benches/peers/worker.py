"""One peer on one scenario, in a process of its own: its memory is its own, and it can be ended from outside.

Usage: worker.py PEER SCENARIO SECONDS CORES FOLDER

Seconds run from the start of the process: reading, building and the greedy start are part of them. The best plan so far is
always in FOLDER/plan.json, and what is known so far in FOLDER/progress.json, so that ending the process loses neither.
"""

import importlib
import json
import os
import sys
import time
from pathlib import Path
from threading import Lock
from typing import Any

from numpy import int64
from numpy.typing import NDArray

from draft import decode, encode, write_plan
from formulation import formulate
from greedy import greedy
from model import Formulation
from scenario import read_scenario
from task import Task


class Recorder:
    """Keeps the best plan and bound on disk."""

    def __init__(self, folder: Path, begun: float) -> None:
        self.folder = folder
        self.begun = begun
        self.model: Formulation | None = None
        # Peers tell of plans and bounds from threads of their own.
        self.lock = Lock()
        self.known: dict[str, Any] = {"status": "building"}

    def tell(self, **news: object) -> None:
        """Write down what has become known."""
        with self.lock:
            self.known |= news
            beside = self.folder / "progress.part"
            beside.write_text(json.dumps(self.known), encoding="utf-8")
            beside.replace(self.folder / "progress.json")

    def elapsed(self) -> float:
        """Seconds since the process began."""
        return round(time.monotonic() - self.begun, 2)

    def on_plan(self, solution: NDArray[int64]) -> None:
        """Write a plan if it is better than the last, after looking at it again: the model must hold exactly."""
        model = self.model
        assert model is not None, "plans come after the model"
        euros = model.linear.euros(solution)
        if euros >= self.known.get("objective", float("inf")):
            return
        if not model.linear.is_solution(solution):
            self.tell(refused=self.known.get("refused", 0) + 1)
            return
        write_plan(model, decode(model, solution), self.folder / "plan.json")
        self.tell(objective=euros, best_s=self.elapsed())

    def on_bound(self, euros: float) -> None:
        """Note a better bound; solvers also tell of worse ones, and of infinite ones."""
        if float("-inf") < euros < float("inf") and euros > self.known.get("bound", float("-inf")):
            self.tell(bound=euros)


def main(peer_name: str, scenario: Path, seconds: float, cores: int, folder: Path) -> None:
    """Build the model, find a first plan, let the peer solve."""
    recorder = Recorder(folder, time.monotonic())
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    peer = importlib.import_module(f"peer_{peer_name}")
    model = formulate(read_scenario(scenario), with_links=peer.WITH_LINKS)
    recorder.model = model
    recorder.tell(columns=model.linear.n_columns, rows=model.linear.n_rows)
    start = encode(model, greedy(model))
    is_legal = model.linear.is_solution(start)
    recorder.tell(status="solving", build_s=recorder.elapsed(), start=model.linear.euros(start) if is_legal else None)
    if is_legal:
        recorder.on_plan(start)
    left = seconds - recorder.elapsed()
    task = Task(start if is_legal else None, left, cores, recorder.on_plan, recorder.on_bound)
    status = peer.solve(model.linear, task) if left > 0 else "time limit while building"
    recorder.tell(status=status)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]), Path(sys.argv[5]))
