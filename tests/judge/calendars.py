"""Calendars as people keep them: one file after the other imported into a calendar client, the way Python's `icalendar` reads them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import icalendar

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from plans import Plan


class CalendarError(Exception):
    """A calendar that a client cannot follow."""


class Client:
    """A calendar client that subscribes to one file: a higher SEQUENCE replaces an event, CANCELLED removes it."""

    def __init__(self) -> None:
        self.events: dict[str, tuple[int, icalendar.Event]] = {}

    def take(self, path: Path) -> None:
        """Import a file."""
        for event in events_of(path):
            uid, sequence = str(event["UID"]), int(event.get("SEQUENCE", 0))
            before = self.events.get(uid)
            if before is not None and sequence == before[0] and content(event) != content(before[1]):
                raise CalendarError(f"{path}: {uid} changes and keeps SEQUENCE {sequence}")
            if before is not None and sequence < before[0]:
                raise CalendarError(f"{path}: {uid} goes back from SEQUENCE {before[0]} to {sequence}")
            self.events[uid] = (sequence, event)

    def shown(self) -> dict[str, tuple]:
        """Return what the client shows: everything that is not cancelled."""
        shown = {uid: event for uid, (_, event) in self.events.items() if not is_cancelled(event)}
        return {uid: content(event) for uid, event in shown.items()}


class Clients:
    """A client for each calendar that is ever exported."""

    def __init__(self) -> None:
        self.clients: dict[str, Client] = {}

    def take(self, folder: Path) -> None:
        """Import all calendars of an export."""
        for path in sorted(folder.glob("*/*/calendrier.ics")):
            self.clients.setdefault(str(path.parent.relative_to(folder)), Client()).take(path)

    def check(self, folder: Path, plan: Plan) -> None:
        """Compare what clients show with the last export, and what trainers see with the plan itself."""
        for name, client in self.clients.items():
            path = folder / name / "calendrier.ics"
            last = [event for event in events_of(path) if not is_cancelled(event)] if path.exists() else []
            expected = {str(event["UID"]): content(event) for event in last}
            if client.shown() != expected:
                wrong = sorted(client.shown().keys() ^ expected.keys())
                raise CalendarError(f"{name} does not end as the last plan says: {' '.join(wrong)}")
        led: dict[str, set[tuple[str, date]]] = {}
        for cycle in plan.cycles:
            for session in cycle.sessions:
                led.setdefault(session.trainer, set()).add((cycle.id, session.date))
        for name, client in self.clients.items():
            audience, who = name.split("/")
            if audience != "animateurs":
                continue
            seen = {(cycle_of(uid), start.date()) for uid, (_, start, *_) in client.shown().items()}
            if seen != led.pop(who, set()):
                raise CalendarError(f"trainer {who} sees sessions that the last plan does not have, or misses some")
        if led:
            raise CalendarError(f"trainers without a calendar: {' '.join(sorted(led))}")


def events_of(path: Path) -> list[icalendar.Event]:
    """Return the events of a calendar."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    events = calendar.walk("VEVENT")
    faults = [str(fault) for part in [calendar, *events] for fault in part.errors]
    if faults:
        raise CalendarError(f"{path}: {'; '.join(faults)}")
    return events


def is_cancelled(event: icalendar.Event) -> bool:
    """Whether an event was cancelled."""
    return str(event.get("STATUS", "")) == "CANCELLED"


def content(event: icalendar.Event) -> tuple:
    """Return what people read of an event."""
    times = [event.decoded(key) for key in ("DTSTART", "DTEND")]
    return (str(event.get("STATUS", "")), *times, str(event.get("SUMMARY", "")), str(event.get("LOCATION", "")))


def cycle_of(uid: str) -> str:
    """Return the cycle that an event is a session of."""
    found = re.match(r"(.+)-\d+\.trainer-", uid)
    if found is None:
        raise CalendarError(f"no trainer's event: {uid}")
    return found.group(1)
