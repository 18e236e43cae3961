"""OR-Tools CP-SAT: exact over whole numbers, so prices stay in whole units."""

import time

from numpy import asarray, int64
from ortools.sat.python import cp_model

from linear import Linear
from task import Task

NAME = "OR-Tools CP-SAT"
WITH_LINKS = True
SETTINGS = "workers = cores, linearization 2, symmetry 2, gap 0, complete greedy hint, whole prices"


class _Told(cp_model.CpSolverSolutionCallback):
    """Passes each better solution on."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.task = task

    def on_solution_callback(self) -> None:
        """Pass on what was found."""
        self.task.on_plan(asarray(self.response_proto.solution, dtype=int64))
        self.task.on_bound(self.best_objective_bound)


def solve(linear: Linear, task: Task) -> str:
    """Solve, tell of plans and bounds, and return the status."""
    begun = time.monotonic()
    model = _build(linear, task)
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = task.cores
    parameters.linearization_level = 2
    parameters.symmetry_level = 2
    parameters.relative_gap_limit = 0.0
    parameters.absolute_gap_limit = 0.0
    parameters.log_search_progress = task.log
    parameters.max_time_in_seconds = max(1.0, task.seconds - (time.monotonic() - begun))
    solver.best_bound_callback = task.on_bound
    status = solver.solve(model, _Told(task))
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        task.on_plan(asarray(solver.response_proto.solution, dtype=int64))
        # Without a plan of its own the response says 0, which is no bound; the callback has told of those there were.
        task.on_bound(solver.best_objective_bound)
    return str(solver.status_name(status)).lower()


def _build(linear: Linear, task: Task) -> cp_model.CpModel:
    """Fill CP-SAT's own message row by row: millions of expression objects would take minutes."""
    model = cp_model.CpModel()
    proto = model.proto
    for upper in linear.upper:
        proto.variables.add().domain.extend([0, upper])
    starts = linear.row_starts
    for row in range(linear.n_rows):
        part = slice(starts[row], starts[row + 1])
        line = proto.constraints.add().linear
        line.vars.extend(linear.row_columns[part].tolist())
        line.coeffs.extend(linear.row_values[part].tolist())
        line.domain.extend([linear.row_lower[row], linear.row_upper[row]])
    proto.objective.scaling_factor = 1 / linear.per_euro
    proto.objective.offset = linear.offset
    priced = [column for column, cost in enumerate(linear.cost) if cost]
    proto.objective.vars.extend(priced)
    proto.objective.coeffs.extend([linear.cost[column] for column in priced])
    if task.start is not None:
        proto.solution_hint.vars.extend(range(linear.n_columns))
        proto.solution_hint.values.extend(task.start.tolist())
    return model
