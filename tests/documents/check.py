#!/usr/bin/env python3
"""Reads every exported document back with programs that are not ours, and compares it with plan.json.

Usage: check.py ATELIERS SCENARIO PLAN.json FOLDER_FOR_PICTURES
       check.py COMPARISON.html FOLDER_FOR_PICTURES

Exports the plan in French with invented contacts (where it follows an announced one, also what that changes, and that one as it was
announced), then reads calendars with icalendar, papers with pypdf, pdftotext and
pdftoppm, workbooks with LibreOffice, and the report in headless Chromium with axe-core; or a page of `ateliers compare` alone.
Prints what was checked; exits with 1 and every fault if there is one.
"""

import csv
import datetime as dt
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pypdf

HERE = Path(__file__).parent
FAULTS = []
CHECKED = {}


def check(is_so, what):
    CHECKED[what.split(":")[0]] = CHECKED.get(what.split(":")[0], 0) + 1
    if not is_so:
        FAULTS.append(what)


def run(*words, **options):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, **options)
    if done.returncode:
        sys.exit(f"{words[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def tables(scenario):
    """Rows of the scenario's tables, by key, and its [cycle]."""
    import tomllib

    file = tomllib.loads(Path(scenario).read_text())
    found = {}
    for key, path in file["data"].items():
        with open(Path(scenario).parent / path, encoding="utf-8-sig", newline="") as lines:
            found[key] = list(csv.DictReader(lines))
    return found, file


def repaired(cycle, date, what):
    """The room or the trainer of a session."""
    found = [one[what] for one in cycle.get("repairs", []) if one["date"] == date and what in one]
    return found[0] if found else cycle[what]


def today(file):
    """The day before which sessions have been held."""
    return str(file.get("announced", {}).get("today", file["horizon"]["start"]))


def is_to_come(cycle, file):
    return any(date >= today(file) for date in cycle["sessions"])


def moments(plan, data, minutes, zone):
    """Start and end of every session in UTC, by (cycle, number)."""
    starts = {slot["id"]: slot["start"] for slot in data["slots"]}
    found = {}
    for cycle in plan["cycles"]:
        hour, minute = map(int, starts[cycle["slot"]].split(":"))
        for number, date in enumerate(cycle["sessions"], 1):
            local = dt.datetime.fromisoformat(date).replace(hour=hour, minute=minute, tzinfo=zone)
            start = local.astimezone(dt.timezone.utc)
            end = (local.replace(tzinfo=None) + dt.timedelta(minutes=minutes)).replace(tzinfo=zone)
            found[cycle["id"], number] = (start, end.astimezone(dt.timezone.utc))
    return found


def calendars(out, plan, data, file):
    territory = ZoneInfo(file["horizon"].get("timezone", "Europe/Paris"))
    expected = moments(plan, data, file.get("cycle", {}).get("session_minutes", 120), territory)
    commune = {venue["id"]: venue["commune"] for venue in data["venues"]}
    home = {resident["id"]: resident["commune"] for resident in data["residents"]}
    cycles = {cycle["id"]: cycle for cycle in plan["cycles"]}
    for path in sorted(out.glob("*/*/calendrier.ics")):
        raw = path.read_bytes()
        name = f"calendar: {path.parent.name}"
        check(all(len(line) <= 75 and b"\n" not in line for line in raw.split(b"\r\n")), f"{name}: folded, CRLF")
        calendar = icalendar.Calendar.from_ical(raw)
        check(calendar["METHOD"] == "PUBLISH", f"{name}: METHOD")
        check(not calendar.errors, f"{name}: {calendar.errors}")
        zones = calendar.walk("VTIMEZONE")
        check(len(zones) == 1 and zones[0].subcomponents, f"{name}: one zone with its rules")
        # The file's own rules, not the machine's: every change of the clock must be where it is.
        zone = zones[0].to_tz()
        noons = [dt.datetime(2027, 1, 1, 12) + dt.timedelta(days=day) for day in range(730)]
        wrong = [noon for noon in noons if len({noon.replace(tzinfo=one).utcoffset() for one in (zone, territory)}) > 1]
        check(not wrong, f"{name}: another offset at {wrong[:1]}")
        found = {}
        for event in calendar.walk("VEVENT"):
            check("ORGANIZER" not in event and "ATTENDEE" not in event, f"{name}: nobody is invited")
            check(not event.errors, f"{name}: {event.errors}")
            cycle, number = re.match(r"(.+)-(\d+)\.(mairie|trainer)-", str(event["UID"])).group(1, 2)
            start, end = (event.decoded(key) for key in ("DTSTART", "DTEND"))
            if event["STATUS"] == "CANCELLED":
                continue
            found[cycle, int(number)] = tuple(time.astimezone(dt.timezone.utc) for time in (start, end))
        if path.parent.parent.name == "animateurs":
            whose = path.parent.name
            is_mine = lambda one, date: repaired(one, date, "trainer") == whose
        else:
            code = path.parent.name.split("-")[0]
            is_mine = lambda one, date: (
                commune[repaired(one, date, "venue")] == code or any(home[who] == code for who in one["participants"])
            )
        # What has been held stays in the calendars as it was announced.
        first = today(file)
        to_come = lambda cycle, number: cycles[cycle]["sessions"][number - 1] >= first
        wanted = {key for key in expected if to_come(*key) and is_mine(cycles[key[0]], cycles[key[0]]["sessions"][key[1] - 1])}
        held = {key for key, times in found.items() if times[0].date().isoformat() < first}
        check(found.keys() - held == wanted, f"{name}: sessions are those of the plan")
        check(all(found[key] == expected.get(key, found[key]) for key in found), f"{name}: times are those of the plan")


MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def in_words(dates):
    """Dates as posters write them: `5 et 12 janvier, 2 février 2027`."""
    days = [dt.date.fromisoformat(date) for date in dates]
    years = []
    for year in sorted({day.year for day in days}):
        months = []
        for month in sorted({day.month for day in days if day.year == year}):
            numbers = ["1er" if day.day == 1 else str(day.day) for day in days if (day.year, day.month) == (year, month)]
            listed = " et ".join(filter(None, [", ".join(numbers[:-1]), numbers[-1]]))
            months.append(f"{listed} {MONTHS[month - 1]}")
        years.append(f"{', '.join(months)} {year}")
    return ", ".join(years)


def amount(euros):
    """An amount as French documents write it, without its spaces."""
    return f"{euros:.2f}".replace(".", ",") + "€"


def says_what_the_plan_says(path, text, plan, data, file, name):
    """Dates, counts and totals of a paper are those of plan.json."""
    dense = re.sub(r"\s+", "", text)
    home = {venue["id"]: venue["commune"] for venue in data["venues"]}
    if path.stem == "affiche":
        here = [one for one in plan["cycles"] if home[one["venue"]] == path.parent.name.split("-")[0]]
        here = [one for one in here if is_to_come(one, file) and not one.get("broken_off")]
        # Dates may run over two lines, beside other columns: their words are looked for one by one.
        for cycle in here:
            for word in in_words(cycle["sessions"]).split():
                check(word in text, f"{name}: {cycle['id']} says {word}")
    elif path.stem == "feuille-de-route":
        whose = path.parent.name
        held = re.findall(r"Cycle\s+(\S+),\s+séance\s+(\d+)\s+sur\s+\d+", text)
        wanted = [
            (one["id"], str(number))
            for one in plan["cycles"]
            for number, date in enumerate(one["sessions"], 1)
            if repaired(one, date, "trainer") == whose
        ]
        check(sorted(held) == sorted(wanted), f"{name}: sessions of the trainer")
    elif path.stem == "note-estimation" and "costs" in plan:
        for post in ["gross", "net", "trainer_time", "trainer_travel"]:
            check(amount(plan["costs"][post]) in dense, f"{name}: {post}")
    elif path.stem in ("emargement", "confirmations"):
        cycle = next(one for one in plan["cycles"] if path.parent.name.startswith(one["id"] + "-"))
        for resident in cycle["participants"]:
            check(resident in text, f"{name}: {resident}")
        for date in cycle["sessions"]:
            day = dt.date.fromisoformat(date)
            shown = day.strftime("%d/%m/%Y") if path.stem == "emargement" else in_words([date])
            check(re.sub(r"\s+", "", shown) in dense, f"{name}: {shown}")


def papers(out, plan, data, file, pictures):
    pages = {"affiche": 1, "emargement": 1, "note-estimation": 2}
    names = {row["insee"]: row["name"] for row in data["communes"]}
    for path in sorted(out.rglob("*.pdf")):
        name = f"paper: {path.relative_to(out)}"
        reader = pypdf.PdfReader(path)
        root = reader.trailer["/Root"]
        check(root.get("/MarkInfo", {}).get("/Marked") and "/StructTreeRoot" in root, f"{name}: tagged")
        check("pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data().decode(), f"{name}: PDF/UA")
        check(root.get("/Lang") == "fr", f"{name}: language")
        check(bool(reader.metadata.title), f"{name}: title")
        wanted = pages.get(path.stem)
        check(wanted in (None, len(reader.pages)), f"{name}: {len(reader.pages)} pages")
        fonts = [line.split() for line in run("pdffonts", path).splitlines()[2:]]
        check(fonts and all(line[-5] == "yes" for line in fonts), f"{name}: fonts are embedded")
        text = run("pdftotext", "-layout", path, "-")
        check("\ufffd" not in text and "données inventées" in text.lower(), f"{name}: says that data is invented")
        says_what_the_plan_says(path, text, plan, data, file, name)
        if path.stem == "affiche":
            commune = names[path.parent.name.split("-")[0]]
            check(squeezed(commune) in squeezed(text), f"{name}: names {commune}")
        if path.stem == "confirmations":
            cycle = next(one for one in plan["cycles"] if path.parent.name.startswith(one["id"] + "-"))
            check(len(reader.pages) == len(cycle["participants"]), f"{name}: a page a participant")
            check(not cycle.get("broken_off"), f"{name}: a place is confirmed in a cycle that goes on")
        if path.stem == "changements":
            letters = re.findall(r"Référence : (\S+) / (\S+)", re.sub(r"\s+", " ", text))
            check(len(reader.pages) == len(set(letters)) > 0, f"{name}: a page a letter, {len(reader.pages)} for {len(letters)}")
    shown = {path.stem: path for path in sorted(out.rglob("*.pdf"), key=lambda path: path.stat().st_size)}
    for stem, path in shown.items():
        run("pdftoppm", "-r", "60", "-png", "-l", "2", path, pictures / stem)
        check(any(pictures.glob(f"{stem}-*.png")), f"picture: {stem}")


def squeezed(text):
    return re.sub(r"[\W_]+", "", text).lower()


def workbooks(out, plan):
    """The plan's workbook as LibreOffice reads it: counts and the total, sheet by sheet."""
    with tempfile.TemporaryDirectory() as home:
        # Token 44,34,76: comma, quotes, UTF-8; -1: every sheet.
        run(
            "soffice", f"-env:UserInstallation=file://{home}/profile", "--headless", "--convert-to",
            'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1',
            "--outdir", home, out / "rapport" / "plan.xlsx",
        )  # fmt: skip
        sheets = {}
        for path in Path(home).glob("plan-*.csv"):
            with open(path, encoding="utf-8", newline="") as lines:
                sheets[path.stem.removeprefix("plan-")] = list(csv.reader(lines))
    n_sessions = sum(len(cycle["sessions"]) for cycle in plan["cycles"])
    n_served = sum(len(cycle["participants"]) for cycle in plan["cycles"])
    for sheet, rows in [("Cycles", len(plan["cycles"])), ("Séances", n_sessions), ("Participants", n_served)]:
        check(len(sheets[sheet]) == rows + 1, f"workbook: {sheet}")
    dates = sorted(row[0] for row in sheets["Séances"][1:])
    wanted = sorted(
        dt.date.fromisoformat(date).strftime("%d/%m/%Y") for cycle in plan["cycles"] for date in cycle["sessions"]
    )
    check(dates == wanted, "workbook: dates of sessions")
    if "costs" in plan:
        total = sheets["Coûts par commune"][-1][10]
        # Separators are those of LibreOffice's locale; there are always two decimals.
        amount = int(re.sub(r"\D", "", total)) / 100
        check(abs(amount - plan["costs"]["gross"]) < 0.006, f"workbook: gross cost {total}")


def venues(out, plan, data, file):
    """The venues against the national schema: its columns, its patterns; only what the plan cannot know may be missing."""
    schema = json.loads((HERE / "lieux-mediation-numerique.schema.json").read_text())
    with open(out / "systemes" / "lieux-mediation-numerique.csv", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    unknown = {"pivot", "adresse"} | ({"code_postal"} if "postal_code" not in data["communes"][0] else set())
    hosts = {cycle["venue"] for cycle in plan["cycles"] if is_to_come(cycle, file)}
    check({row["id"] for row in rows} == hosts, "venues: those of the plan")
    check(list(rows[0]) == [field["name"] for field in schema["fields"]], "venues: columns of the schema")
    for row in rows:
        for field in schema["fields"]:
            name, rule = field["name"], field.get("constraints", {})
            value = row[name]
            is_missing = value == "" and rule.get("required") and name not in unknown
            check(not is_missing, f"venues: {name} is missing")
            if value:
                check(re.search(rule.get("pattern", ""), value), f"venues: {name} is {value!r}")
                check(len(value) <= rule.get("maxLength", len(value)), f"venues: {name} is too long")


def report(out, plan, plan_path, pictures):
    """The report says what the plan says; then [browsed]."""
    path = out / "rapport" / "rapport.html"
    text = path.read_text()
    check("données inventées" in text.lower(), "report: says that data is invented")
    n_sessions = sum(len(cycle["sessions"]) for cycle in plan["cycles"])
    for table, wanted in [("cycles", len(plan["cycles"])), ("sessions", n_sessions), ("kits", len(plan["kit_roster"]))]:
        body = text.split(f'<table id="{table}"')[1].split("</table>")[0]
        check(body.count("<tr>") == wanted + 1, f"report: rows of {table}")
    if "costs" in plan:
        check(amount(plan["costs"]["gross"]) in re.sub(r"\s+", "", text), "report: gross cost")
    changes = Path(plan_path).with_name("changes.csv")
    if changes.exists():
        bill = list(csv.DictReader(changes.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
        body = text.split('<table id="bill"')[1].split("</table>")[0]
        check(body.count("<tr>") == len(bill) + 1, "report: rows of the bill")
        check("Nom-Inventé" not in text, "report: nobody is named")
    browsed(path, "report", pictures)


def events(out):
    """Every event of every calendar, by calendar and identifier: its text and what it says."""
    found = {}
    for path in sorted(out.glob("*/*/calendrier.ics")):
        raw = path.read_bytes()
        texts = [part.split(b"END:VEVENT")[0] for part in raw.split(b"BEGIN:VEVENT")[1:]]
        parsed = icalendar.Calendar.from_ical(raw).walk("VEVENT")
        for text, event in zip(texts, parsed, strict=True):
            found[path.parent.name, str(event["UID"])] = (text, event)
    return found


def follows(told, now, first):
    """Calendars imported after those of the announced plan end as the plan says: what is the same is so byte for byte, what
    changed has a higher number, what is gone is cancelled, what has been held stays."""
    shown = lambda event: [event.decoded(key) for key in ("DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS")]
    for key, (text, event) in told.items():
        name = f"followed: {key[1]}"
        check(key in now, f"{name}: is not forgotten")
        later, changed = now.get(key, (text, event))
        if shown(changed) == shown(event) or event.decoded("DTSTART").date().isoformat() < first:
            check(later == text, f"{name}: is untouched")
        else:
            check(changed["SEQUENCE"] > event["SEQUENCE"], f"{name}: has a higher number")
    for key in now.keys() - told.keys():
        check(now[key][1]["STATUS"] == "CONFIRMED" and now[key][1]["SEQUENCE"] == 0, f"followed: {key[1]} is new")


def changed(export, scenario, file, home, out):
    """Calendars against those of the announced plan, as it was announced; documents for those whom the changes concern."""
    before = Path(scenario).with_name("told.toml")
    before.write_text(Path(scenario).read_text().split("[announced]")[0])
    told_plan = Path(scenario).parent / file["announced"]["plan"]
    run(export[0], "export", before, told_plan, "--out", home / "told", "--only", "mairies,trainers", "--lang", "fr")
    follows(events(home / "told"), events(out), today(file))
    run(*export, home / "changed", "--changed-only")
    same = [path for path in (home / "changed").rglob("*.*") if "cycles" not in path.parts and path.is_file()]
    for path in same:
        twin = out / path.relative_to(home / "changed")
        check(twin.read_bytes() == path.read_bytes(), f"changed: {path.name} is as in the whole export")
    check({path.parts[-3] for path in same if path.suffix == ".ics"} <= {"mairies", "animateurs"} and same, "changed: some")
    bill = home / "changed" / "rapport" / "bordereau-des-changements.pdf"
    check("Nom-Inventé" in run("pdftotext", "-layout", bill, "-"), "changed: the bill says whom to call")


def browsed(path, what, pictures):
    """A page in Chromium: no console error, no request, no serious fault of axe-core; pictures of both widths."""
    found = json.loads(run("node", HERE / "browse.mjs", path, pictures, env=os.environ))
    check(not found["requests"], f"{what}: requests {found['requests']}")
    check(not found["errors"], f"{what}: console {found['errors']}")
    check(not found["serious"], f"{what}: axe-core {found['serious']}")
    check(found["isSorted"], f"{what}: tables can be sorted")
    check(not found["overflows"], f"{what}: wider than the screen at {found['overflows']}")
    unfilled = found["unfilled"]
    check(not unfilled, f"{what}: keys without their colour {unfilled}")


def interruptions(program, scenario, plan_path, n_files):
    """Ctrl-C at any moment leaves all files or none."""
    for delay in (0.05, 0.3, 0.8, 1.5):
        with tempfile.TemporaryDirectory() as home:
            out = Path(home) / "export"
            export = subprocess.Popen(
                [program, "export", scenario, plan_path, "--out", out], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            time.sleep(delay)
            export.send_signal(signal.SIGINT)
            code = export.wait()
            left = sum(path.is_file() for path in out.rglob("*"))
            check((code, left) == (0, n_files) or (code in (130, -signal.SIGINT) and left == 0), f"interrupted: {code}, {left}")


def main():
    *words, pictures = sys.argv[1:]
    pictures = Path(pictures)
    pictures.mkdir(parents=True, exist_ok=True)
    if len(words) == 1:
        browsed(words[0], "comparison", pictures)
    else:
        exported(*words, pictures)
    for what, count in sorted(CHECKED.items()):
        print(f"{what}: {count} checks")
    for fault in FAULTS:
        print(f"FAULT {fault}")
    sys.exit(1 if FAULTS else 0)


def exported(program, scenario, plan_path, pictures):
    """Every document of a plan."""
    plan = json.loads(Path(plan_path).read_text())
    data, file = tables(scenario)
    with tempfile.TemporaryDirectory() as home:
        contacts, out = Path(home) / "contacts.csv", Path(home) / "export"
        rows = [f"{row['id']};Prénom Nom-Inventé {number};{number} rue de l'Église, 25000 Ville" for number, row in enumerate(data["residents"])]
        contacts.write_text("id;name;address\n" + "\n".join(rows) + "\n")
        export = [program, "export", scenario, plan_path, "--contacts", contacts, "--lang", "fr", "--out"]
        run(*export, out)
        if "announced" in file:
            changed(export, scenario, file, Path(home), out)
            papers(Path(home) / "changed", plan, data, file, pictures)
        calendars(out, plan, data, file)
        papers(out, plan, data, file, pictures)
        workbooks(out, plan)
        venues(out, plan, data, file)
        report(out, plan, plan_path, pictures)
        named = sum(path.is_file() for path in (out / "cycles").rglob("*"))
        interruptions(program, scenario, plan_path, sum(path.is_file() for path in out.rglob("*")) - named)


if __name__ == "__main__":
    main()
