"""Tests of the calendar client: what it takes from each file, and what it refuses."""

from __future__ import annotations

import sys
import tempfile
import unittest
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import calendars

DAY = {1: "20270111", 2: "20270118", 3: "20270125"}


def event(number: int, day: int, sequence: int, status: str = "CONFIRMED") -> str:
    """Return an event of the first trainer as a calendar writes it."""
    lines = [
        "BEGIN:VEVENT",
        f"UID:C001-{number}.trainer-T1.test@ateliers",
        "DTSTAMP:20261201T000000Z",
        f"DTSTART:{DAY[day]}T090000Z",
        f"DTEND:{DAY[day]}T110000Z",
        f"SEQUENCE:{sequence}",
        f"STATUS:{status}",
        "SUMMARY:a session",
        "END:VEVENT",
    ]
    return "\r\n".join(lines) + "\r\n"


def plan(*days: int) -> SimpleNamespace:
    """Return a plan of one cycle with sessions on these days."""
    dates = [date.fromisoformat(f"{DAY[d][:4]}-{DAY[d][4:6]}-{DAY[d][6:]}") for d in days]
    sessions = [SimpleNamespace(trainer="T1", date=day) for day in dates]
    return SimpleNamespace(cycles=[SimpleNamespace(id="C001", sessions=sessions)])


class ClientTest(unittest.TestCase):
    """A client over several exports."""

    def setUp(self) -> None:
        """Make a folder for exports."""
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.clients = calendars.Clients()
        self.number = 0

    def take(self, *events: str) -> Path:
        """Export events, and have the clients import them."""
        self.number += 1
        out = Path(self.folder.name) / str(self.number)
        path = out / "animateurs" / "T1" / "calendrier.ics"
        path.parent.mkdir(parents=True)
        text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//test//EN\r\n" + "".join(events) + "END:VCALENDAR\r\n"
        path.write_bytes(text.encode())
        self.clients.take(out)
        return out

    def test_higher_sequence_replaces_and_cancelled_removes(self) -> None:
        """What has moved moves, what is cancelled goes."""
        self.clients.check(self.take(event(1, 1, 0), event(2, 2, 0)), plan(1, 2))
        self.clients.check(self.take(event(1, 1, 0), event(2, 3, 1)), plan(1, 3))
        self.clients.check(self.take(event(1, 1, 0), event(2, 3, 2, "CANCELLED")), plan(1))

    def test_event_that_is_left_out_stays_with_people(self) -> None:
        """A session that goes without being cancelled stays in people's calendars."""
        self.take(event(1, 1, 0), event(2, 2, 0))
        out = self.take(event(1, 1, 0))
        with self.assertRaisesRegex(calendars.CalendarError, "C001-2"):
            self.clients.check(out, plan(1))

    def test_change_without_a_sequence_is_refused(self) -> None:
        """A client ignores what changes and keeps its SEQUENCE, or lowers it."""
        self.take(event(1, 1, 1))
        for other in (event(1, 2, 1), event(1, 1, 0)):
            with self.assertRaises(calendars.CalendarError):
                self.take(other)

    def test_session_that_no_calendar_has_is_missed(self) -> None:
        """Every session of the plan is in its trainer's calendar."""
        out = self.take(event(1, 1, 0))
        with self.assertRaisesRegex(calendars.CalendarError, "T1"):
            self.clients.check(out, plan(1, 2))


if __name__ == "__main__":
    sys.exit(unittest.main())
