"""The stored table, and the one for benches/README.md."""

import csv
from dataclasses import asdict, dataclass, fields
from pathlib import Path

WHOLE = {"cores", "columns", "rows", "memory_mib"}


@dataclass(frozen=True)
class Row:
    """One solver on one instance. Empty: there is none, or it was not told.

    Euros: `objective` (as `ateliers check` prices the plan), `bound`, `start` (of the plan that the peer was given). Seconds:
    `time_limit_s`, `wall_s` (all of it), `build_s` (until the solver starts), `best_s` (until its last better plan).
    """

    instance: str
    solver: str
    version: str
    settings: str
    time_limit_s: float
    cores: int
    objective: float | None
    bound: float | None
    status: str
    wall_s: float
    build_s: float | None
    best_s: float | None
    start: float | None
    columns: int | None
    rows: int | None
    memory_mib: int
    machine: str
    commit: str

    @property
    def gap(self) -> float | None:
        """Proven relative gap (PROBLEM.md section 6)."""
        if self.objective is None or self.bound is None:
            return None
        # The objective is to the cent, the bound finer: less than nothing is nothing.
        return max(0.0, self.objective - self.bound) / abs(self.objective) if self.objective else 0.0


def read_table(path: Path) -> list[Row]:
    """Read stored rows; none where there is no table yet."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [_row(cells) for cells in csv.DictReader(file)]


def _row(cells: dict[str, str]) -> Row:
    values: dict[str, object] = {}
    for field in fields(Row):
        cell = cells[field.name]
        if field.type is str:
            values[field.name] = cell
        elif not cell:
            values[field.name] = None
        else:
            values[field.name] = int(cell) if field.name in WHOLE else float(cell)
    return Row(**values)  # type: ignore[arg-type]


def _cells(row: Row) -> dict[str, object]:
    # What was read is written as it was: 10, not 10.0.
    return {name: f"{value:.12g}" if isinstance(value, float) else value for name, value in asdict(row).items()}


def write_table(path: Path, rows: list[Row]) -> None:
    """Write the table, whole or not at all."""
    beside = path.with_suffix(".part")
    with beside.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(Row)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(_cells(row) for row in rows)
    beside.replace(path)


def markdown(rows: list[Row]) -> str:
    """Return the table as benches/README.md shows it, what each peer's model is made of below."""
    lines = [
        "| instance | solver | objective | bound | gap | seconds | ended by | memory, MiB |",
        "| --- | --- | ---: | ---: | ---: | ---: | --- | ---: |",
    ]
    for row in rows:
        cells = [row.instance, row.solver, _euros(row.objective), _euros(row.bound), _share(row.gap)]
        cells += [f"{row.wall_s:,.1f} of {row.time_limit_s:g}", row.status, f"{row.memory_mib:,}"]
        lines.append(f"| {' | '.join(cells)} |")
    lines.append("")
    for row in rows:
        if row.columns:
            size = f"{row.columns:,} columns, {row.rows or 0:,} rows, built in {row.build_s or 0:.0f} s"
            plans = f"greedy start {_euros(row.start)}, last better plan after {row.best_s or 0:.0f} s"
            lines.append(f"- {row.instance}, {row.solver} ({row.version}): {size}; {plans}. {row.settings}.")
    return "\n".join(lines)


def _euros(amount: float | None) -> str:
    return "none" if amount is None else f"{amount:,.2f}"


def _share(share: float | None) -> str:
    return "none" if share is None else f"{100 * share:.2f} %"
