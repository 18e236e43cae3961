"""Ours beside what others would use: general solvers on the straightforward model of the same scenarios.

# Use

    benches/peers/run                                  # all of it: an hour and three quarters
    benches/peers/run --only tiny,pilot --peers cpsat  # some of it
    benches/peers/run --only small --no-store          # a try: does everything still work?
    benches/peers/run --only DIR/scenario.toml --seconds 20 --factor 1 --no-store
    benches/peers/run --print                          # prints the stored table

`run` makes a Python environment in target/peers where there is none, and starts this file, which builds the program.

# Protocol

- **Instances**: `tiny`, `pilot`, `phase1` of data/bench/instances and `rollout` of data/pma, with 10, 60, 60 and 120 seconds
  for `ateliers plan --gap 0`; `--factor` times as long, 10 unless said otherwise, for each peer. Everything counts: reading,
  building the model, solving. `small` is a fixture, there to try the bench.
- **Peers**: OR-Tools CP-SAT and HiGHS, in the versions of requirements.txt. Their settings stand in the table, and in
  `peer_cpsat.py` and `peer_highs.py`.
- **Model**: `formulation.py` and `tours.py`, the same for both: everything that PROBLEM.md rules and prices, so that the peer's
  bound is one for the whole problem. Both start from the plan of `greedy.py`.
- **Machine**: `--cores` for everyone, 2 unless said otherwise, and nothing else at work. One process at a time. A process
  that holds more than `--memory` GiB, or is a tenth (at least a minute) over its time, is ended; its last plan and bound count.
- **Measured**: objective, as `ateliers check` prices the plan; the solver's bound; seconds of the whole process; peak memory.
- **What counts**: a plan that `ateliers check` finds legal and prices, to the cent, as the solver does; bounds that no plan of
  any solver beats. Anything else is a fault: it is printed, nothing of that run is stored, and the exit code is 1.
- **Stored** in benches/peers.csv: rows that were measured replace those of the same instance and solver; each says at which
  commit (`+`: with changes that are in no commit).
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from measure import OURS, PACKAGES, ROOT, Fault, Instance, Terms, contradictions, measure
from table import Row, markdown, read_table, write_table

STORED = ROOT / "benches/peers.csv"
DATA = ROOT / "data"
INSTANCES = {
    instance.name: instance
    for instance in (
        Instance("small", DATA / "fixtures/small/scenario.toml", 5),
        Instance("tiny", DATA / "bench/instances/tiny/scenario.toml", 10),
        Instance("pilot", DATA / "bench/instances/pilot/scenario.toml", 60),
        Instance("phase1", DATA / "bench/instances/phase1/scenario.toml", 60),
        Instance("rollout", DATA / "pma/rollout/scenario.toml", 120),
    )
}
SECONDS_OF_OTHERS = 60.0
WITHOUT_THE_FIXTURE = "tiny,pilot,phase1,rollout"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="benches/peers/run", description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--only", default=WITHOUT_THE_FIXTURE, help="instances, or scenario files [default: %(default)s]")
    add("--peers", default=",".join(PACKAGES), help="peers; none where it is empty [default: %(default)s]")
    add("--without-ours", action="store_true", help="leave out `ateliers plan`")
    add("--factor", type=float, default=10, help="time of the peers, in our times [default: %(default)s]")
    add("--seconds", type=float, help="our time limit [default: each instance's]")
    add("--cores", type=int, default=2, help="cores for each process [default: %(default)s]")
    add("--memory", type=float, default=16, help="most memory of a process, GiB [default: %(default)s]")
    add("--ateliers", type=Path, help="the program [default: target/release/ateliers, which is built]")
    add("--no-store", action="store_true", help="print the rows only")
    add("--print", action="store_true", dest="only_print", help="print the stored table, measure nothing")
    chosen = parser.parse_args()
    chosen.only = [name for name in chosen.only.split(",") if name]
    chosen.peers = [name for name in chosen.peers.split(",") if name]
    for name in chosen.only:
        if name not in INSTANCES and not Path(name).is_file():
            parser.error(f"`{name}` is neither a scenario file nor one of {', '.join(INSTANCES)}")
    for name in chosen.peers:
        if name not in PACKAGES:
            parser.error(f"`{name}` is not one of {', '.join(PACKAGES)}")
    return chosen


def program(chosen: argparse.Namespace) -> Path:
    """Return the program that was named, or build it, so that the commit in the table is the one that was measured."""
    if chosen.ateliers is not None:
        return Path(chosen.ateliers).absolute()
    subprocess.run(["cargo", "build", "--release", "--locked", "--bin", OURS], cwd=ROOT, check=True)
    return ROOT / "target/release" / OURS


def instances(chosen: argparse.Namespace) -> Iterator[Instance]:
    """Return what was asked for; a scenario file is called after its folder."""
    for name in chosen.only:
        path = Path(name).absolute()
        known = INSTANCES.get(name) or Instance(path.parent.name, path, SECONDS_OF_OTHERS)
        yield known if chosen.seconds is None else replace(known, seconds=chosen.seconds)


def main() -> int:
    """Measure what was asked for, print it, and store it unless it contradicts itself or what is stored."""
    chosen = arguments()
    stored = read_table(STORED)
    if chosen.only_print:
        print(markdown(stored))
        return 0
    terms = Terms(program(chosen), chosen.cores, chosen.memory, chosen.factor)
    solvers = ([] if chosen.without_ours else [OURS]) + chosen.peers
    measured: list[Row] = []
    faults: list[str] = []
    for instance in instances(chosen):
        for solver in solvers:
            print(f"{instance.name}: {solver}", file=sys.stderr, flush=True)
            try:
                row = measure(terms, instance, solver)
            except Fault as fault:
                faults.append(f"{instance.name}, {solver}: {fault}")
                continue
            measured.append(row)
            beside = merged(stored, measured)
            against = [contradiction for contradiction in contradictions(beside) if contradiction not in faults]
            faults += against
            if not against and not chosen.no_store:
                write_table(STORED, beside)
    print(markdown(measured))
    for line in faults:
        print(f"FAULT: {line}", file=sys.stderr)
    return 1 if faults else 0


def merged(stored: list[Row], measured: list[Row]) -> list[Row]:
    """Return the stored rows with those measured in their place, in the order of instances."""
    latest = {(row.instance, row.solver): row for row in [*stored, *measured]}
    order = {name: place for place, name in enumerate(INSTANCES)}
    return sorted(latest.values(), key=lambda row: order.get(row.instance, len(order)))


if __name__ == "__main__":
    sys.exit(main())
