"""
Thirteen agencies' chronologies, each in its own habits, with what is true of every row.

All is invented: what was true is drawn first, and written down in an agency's way afterwards, so
that the answers do not come from the code that is tested.
"""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random

from tests.chronologies.files import delimited, excel, word

EVENTS = (
    "Attended surgery with headaches; sick note given.",
    "Telephone call, no answer, message left.",
    "Home visit. Flat tidy, both children seen.\nNo concerns recorded.",
    "Police called by a neighbour; shouting heard, no offence disclosed.",
    "Did not attend appointment; letter sent.",
    "Rent arrears of £412.50; officer, a trainee, agreed a plan.",
    "Referral to outreach worker discussed and declined",
    "“I am fine”, she said; the nurse was not sure.",
    "Repair to front door lock reported.",
    "School meeting about attendance (82%).",
    "Ambulance called, not conveyed; advice given; GP informed.",
    "Letter from solicitor received",
)
FORMS = {
    "dotted": lambda day: f"{day:%d.%m.%y}",
    "dashed": lambda day: f"{day:%d-%b-%y}".lower(),
    "slashed": lambda day: f"{day:%d/%m/%Y}",
    "iso": lambda day: day.isoformat(),
    "spoken": lambda day: f"On the {ordinal(day.day)} {day:%B %Y}",
    "weekday": lambda day: f"{day:%a} {day.day} {day:%b %Y}",
    "short": lambda day: f"{day.day}/{day.month}/{day:%y}",
    "long": lambda day: f"{ordinal(day.day)} of {day:%B, %Y}",
}
CLOCKS = {
    "colon": lambda at: f"{at:%H:%M}",
    "dot": lambda at: f"{at:%H.%M}",
    "hours": lambda at: f"{at:%H%M}hrs",
    "half": lambda at: f"{at.hour % 12 or 12}.{at:%M}{'am' if at.hour < 12 else 'pm'}",
}
# Headings, and what stands below each of them.
STYLES = {
    "plain": (
        ["Date", "Time", "Source of information", "Event", "Action taken", "Comments"],
        ["date", "time", "source", "text", "other", ""],
    ),
    "contact": (
        ["DATE OF CONTACT", "Who was seen", "Details of contact", "Outcome"],
        ["date", "who", "text", "other"],
    ),
    "together": (
        ["Date & time", "Event / Contact", "Agency response", "Source"],
        ["date and time", "text", "other", "source"],
    ),
    "numbered": (
        ["No.", "Agency record", "Summary of event:", "Analysis", "Date"],
        ["number", "source", "text", "", "date"],
    ),
    "questions": (
        ["When?", "Where?", "What happened?", "Professional(s) involved"],
        ["date", "where", "text", "who"],
    ),
    "none": (None, ["date", "time", "source", "text"]),
}


@dataclass(frozen=True)
class Truth:
    """What is true of a row; no days where the agency did not write one."""

    text: str
    earliest: date | None
    latest: date | None
    precision: str
    time: time | None
    doubt: bool


@dataclass(frozen=True)
class AgencyFile:
    agency: str
    kind: str
    content: bytes
    rows: tuple[Truth, ...]


def ordinal(day):
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{'th' if 11 <= day <= 13 else ending}"


def written(draw, form, *, number):
    """Return a date as text, and what is true of it; now and then less than a day."""
    day = date(2009, 1, 1) + timedelta(days=draw.randrange(3900))
    first, last = day.replace(day=1), (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    month = (first, last - timedelta(days=1), "month", False)
    year = (date(day.year, 1, 1), date(day.year, 12, 31), "year", False)
    exact = (day, day, "exact", False)
    usual = (FORMS[form](day), exact)
    return {
        3: (f"{day:%B %Y}", month),
        5: (f"{day:%b-%y}", month),
        7: (str(day.year), year),
        8: ("", (None, None, "unknown", False)),
        10: (f"?{day.day} {day:%b %Y}".lower(), (*exact[:3], True)),
        11: (f"c. {day.year}", (*year[:3], True)),
        12: (f"{day:%m/%Y}", month),
    }.get(number % 14, usual)


def chronology(agency, kind, style, form, clock, *, rows=13, seed):
    """Make one agency's file."""
    draw = Random(seed)
    headings, columns = STYLES[style]
    table, truths = [], []
    for number in range(1, rows + 1):
        text = f"{draw.choice(EVENTS)} [{agency} {number}]"
        stated, (earliest, latest, precision, doubt) = written(draw, form, number=number)
        at = time(draw.randrange(24), draw.randrange(60)) if number % 3 == 1 else None
        has_time = precision == "exact" and any("time" in column for column in columns)
        at = at if has_time else None
        table.append([cell(column, number, stated, at, text, clock) for column in columns])
        truths.append(Truth(text, earliest, latest, precision, at, doubt))
    return AgencyFile(agency, kind, paper(kind, headings, table), tuple(truths))


def cell(column, number, stated, at, text, clock):
    clocked = CLOCKS[clock](at) if at else ""
    return {
        "date": stated,
        "time": clocked,
        "date and time": f"{stated} {clocked}".strip(),
        "number": str(number),
        "text": text,
        "source": "Electronic record",
        "who": "Mother and child",
        "where": "Address 1",
        "other": "None",
        "": "",
    }[column]


def paper(kind, headings, table):
    rows = [headings, *table] if headings else table
    if kind == "docx":
        half = len(rows) // 2
        second = [headings, *rows[half:]] if headings else rows[half:]
        return word(rows[:half], second, before=["Chronology", "Prepared for the panel"])
    if kind == "xlsx":
        title = [["Chronology of contact"], []] if headings else []
        return excel([*title, *map(with_days, rows)])
    delimiter, encoding = {"csv": (",", "utf-8-sig"), "semicolon": (";", "cp1252")}[kind]
    return delimited(rows, delimiter=delimiter, encoding=encoding)


def with_days(row):
    """Let Excel have real dates where a date is written with strokes, as Excel makes them."""
    return [as_day(text) for text in row]


def as_day(text):
    strokes = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text)
    if strokes:
        return date(*map(int, reversed(strokes.groups())))
    return text or None


def all_agencies():
    """Return the sample: six styles of headings, eight habits of dates, four kinds of file."""
    sample = [
        ("police", "docx", "plain", "dotted", "colon"),
        ("ambulance", "xlsx", "together", "slashed", "hours"),
        ("acute-trust", "csv", "contact", "dashed", "dot"),
        ("mental-health", "docx", "numbered", "spoken", "half"),
        ("gp", "xlsx", "plain", "slashed", "dot"),
        ("children", "semicolon", "together", "weekday", "colon"),
        ("adults", "docx", "questions", "iso", "hours"),
        ("housing", "xlsx", "numbered", "long", "colon"),
        ("school", "csv", "questions", "short", "half"),
        ("probation", "docx", "none", "weekday", "hours"),
        ("health-visiting", "semicolon", "plain", "dashed", "half"),
        ("outreach", "csv", "none", "dotted", "dot"),
        ("refuge", "xlsx", "contact", "iso", "colon"),
    ]
    return [chronology(*habits, seed=seed) for seed, habits in enumerate(sample, start=1)]
