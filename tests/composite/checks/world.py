"""The invented register of the samples, and the reading of their cases."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from chronologies.dates.read import read_date
from composite.checks.all_checks import find_all
from composite.checks.options import USUAL
from composite.checks.story import Address, Agency, Person, Register, Told

SAMPLES = Path(__file__).parent / "samples"
READ_IN = 2017  # so that "16" is 2016


AGENCIES = (
    Agency("police", "Northmere Police", "Police", kind="POLICE"),
    Agency("ambulance", "Northmere Ambulance Service", "Ambulance", kind="AMBULANCE"),
    Agency("hospital", "Fennick Infirmary", "Infirmary", kind="ACUTE"),
    Agency("gp", "Willowgate Surgery", "GP", kind="GP"),
    Agency("csc", "Northmere Children’s Social Care", "CSC", kind="CSC"),
    Agency("asc", "Northmere Adult Social Care", "ASC", kind="ASC"),
    Agency("harbour", "Hearth and Harbour", aliases=("HaH",), kind="VCS_SPECIALIST"),
    Agency("housing", "Fennick Homes", kind="HOUSING"),
    Agency("school", "Larkfield Primary School", kind="EDUCATION"),
    Agency("probation", "Northmere Probation", kind="PROBATION", holds_nothing=True),
    Agency("mh", "Northmere Mental Health Trust", kind="MH", holds_nothing=True),
    Agency("dwp", "Department for Work and Pensions", "DWP", kind="DWP"),
)
PEOPLE = (
    Person(
        role="VICTIM",
        true_name="Ottilie Brackenshaw",
        aliases=("Tilly Brackenshaw",),
        initials=("OB",),
        pseudonym="Wren",
        sex="F",
    ),
    Person(
        role="PERPETRATOR",
        true_name="Casimir Thorneholt",
        initials=("CT",),
        pseudonym="Ash",
        relationship="husband",
    ),
    Person(
        role="FAMILY",
        true_name="Liesel Brackenshaw",
        initials=("LB",),
        pseudonym="Linnet",
        relationship="sister",
    ),
    Person(role="CHILD", true_name="Pim Brackenshaw", pseudonym="Child A"),
)
REGISTER = Register(
    period_from=date(2014, 1, 1),
    period_to=date(2016, 10, 5),
    incident_on=date(2016, 10, 5),
    died_on=date(2016, 10, 7),
    people=PEOPLE,
    addresses=(
        Address("Address 1", "Flat 3, 14 Millrace Lane, Northmere NM4 2QT"),
        Address("Address 2", "5 Oakhanger Road, Northmere"),
    ),
    agencies=AGENCIES,
)
LABELS = {agency.slug: agency.label for agency in AGENCIES}


@dataclass(frozen=True)
class Case:
    text: str
    story: tuple[Told, ...]
    register: Register
    wanted: frozenset[UUID]


def cases(code, half):
    """Return the cases of a check; half: "tuning" or "held_out"."""
    text = (SAMPLES / half / f"{code}.txt").read_text()
    blocks = [block for block in text.strip().split("\n\n") if not block.startswith("#")]
    return [case(block, number) for number, block in enumerate(blocks)]


def case(block, number):
    story, wanted, register, rows = [], set(), REGISTER, {}
    for line in block.strip().splitlines():
        mark, words = line[0], line[1:].strip()
        if mark == "@":
            register = changed(register, words)
            continue
        root = UUID(int=(number << 32) + len(story) + 1)
        agency = words.split("|")[0].strip()
        rows[agency] = rows.get(agency, 0) + 1
        story.append(told(words, root=root, row=rows[agency]))
        if mark == "*":
            wanted.add(root)
    return Case(block, tuple(story), register, frozenset(wanted))


def told(words, *, root, row):
    agency, when, what, *more = (part.strip() for part in words.split("|"))
    fields = dict(part.split(": ", 1) for part in more if ": " in part)
    table = fields.pop("table", "")
    reading = read_date(when, reference_year=READ_IN)
    return Told(
        root=root,
        agency=agency,
        agency_label=LABELS[agency],
        place=f"Submission 1, {table + ', ' if table else ''}row {row}",
        row=row,
        table=table,
        earliest=reading.earliest,
        latest=reading.latest,
        precision=reading.precision.value,
        doubt=reading.doubt,
        time_from=reading.clock.earliest,
        time_to=reading.clock.latest,
        time_precision=reading.clock.precision.value,
        raw_date=when,
        what_happened=what,
        is_key="key" in more,
        **fields,
    )


def changed(register, words):
    kind, rest = words.split(" ", 1)
    if kind == "address":
        alias, place = rest.split(" = ")
        return replace(register, addresses=(*register.addresses, Address(alias, place)))
    first, last = (None if day == "-" else date.fromisoformat(day) for day in rest.split())
    if kind == "period":
        return replace(register, period_from=first, period_to=last)
    return replace(register, incident_on=first, died_on=last)


@dataclass(frozen=True)
class Measured:
    """How many findings were right, wrong and missed, and the cases in which they were not."""

    right: int
    wrong: int
    missed: int
    at_fault: tuple[str, ...]

    @property
    def precision(self):
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self):
        return self.right / (self.right + self.missed or 1)


def measured(code, half):
    right = wrong = missed = 0
    at_fault = []
    for one in cases(code, half):
        found = [frozenset(f.roots) for f in find_all(one.story, one.register, on={code})]
        hits = found.count(one.wanted) if one.wanted else 0
        right += min(hits, 1)
        wrong += len(found) - min(hits, 1)
        missed += bool(one.wanted) and not hits
        if bool(one.wanted) != bool(hits) or len(found) > 1 or (found and not hits):
            at_fault.append(one.text)
    return Measured(right, wrong, missed, tuple(at_fault))


def found(code, text, register=REGISTER, options=USUAL):
    """Return what one check finds in one case."""
    one = case(text.strip(), 0)
    given = register if register is not REGISTER else one.register
    return find_all(one.story, given, on={code}, options=options)


def sentences(code, text, register=REGISTER, options=USUAL):
    return [one.words for one in found(code, text, register, options)]
