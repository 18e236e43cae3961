"""Runs a program with a limit of time and of memory, and measures both (Linux)."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PAUSE_S = 0.2


@dataclass(frozen=True)
class Ended:
    """How a program ended: its exit code, seconds of wall clock, peak resident memory, and why it was ended, if it was."""

    code: int
    wall_s: float
    peak_mib: int
    killed: str | None


def run(words: Sequence[str], *, log: Path, most_seconds: float, most_mib: int) -> Ended:
    """Run a program to its end, or end it when it has taken too long or too much; what it prints goes to `log`."""
    begun = time.monotonic()
    with log.open("w", encoding="utf-8") as output:
        child = subprocess.Popen(words, stdout=output, stderr=subprocess.STDOUT)
    killed = None
    try:
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            if killed is None:
                killed = _reason(child.pid, time.monotonic() - begun, most_seconds, most_mib)
                if killed:
                    os.kill(child.pid, signal.SIGKILL)
            time.sleep(PAUSE_S)
    except BaseException:
        os.kill(child.pid, signal.SIGKILL)
        os.waitpid(child.pid, 0)
        child.returncode = -signal.SIGKILL
        raise
    child.returncode = os.waitstatus_to_exitcode(status)
    return Ended(child.returncode, time.monotonic() - begun, usage.ru_maxrss // 1024, killed)


def _reason(pid: int, seconds: float, most_seconds: float, most_mib: int) -> str | None:
    """Tell why a program must be ended now, if it must."""
    if seconds > most_seconds:
        return "over time"
    if _resident_mib(pid) > most_mib:
        return "over memory"
    return None


def _resident_mib(pid: int) -> int:
    """Resident memory; 0 where the program has just ended."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (FileNotFoundError, ProcessLookupError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20
