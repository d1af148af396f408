"""A script takes in an agency's file, and is told what became of it and what the checks find."""

import json

import pytest
from django.core.management import CommandError, call_command

from audit.models import AuditEvent
from chronologies.models import ChronologySubmission
from composite.models import ReconciliationFinding
from documents import storage
from documents.models import Document
from tests.chronologies.files import excel
from tests.chronologies.world import (
    BLANK,
    GOOD,
    IMPOSSIBLE,
    UNDATED,
    WORDLESS,
    agency_of,
    delimited_file,
)
from tests.factories.composite import CheckSwitchFactory

pytestmark = pytest.mark.django_db

SATURDAY = ("Saturday 23/05/2016", "", "Case system", "Telephone call.", "")  # it was a Monday
STRANGULATION = (
    "22/05/2016", "14:30", "Case system",
    "Joint home visit with the midwife. She told of strangulation on Sunday night.", "",
)  # fmt: skip
WEEKDAY = "weekday_and_date_disagree"


@pytest.fixture
def run(part, review, tmp_path, capsys):
    def command(content, *flags, name="chronology.csv", agency="alder-trust"):
        path = tmp_path / name
        path.write_bytes(content)
        args = ["import_chronology", "--review", review.reference, "--agency", agency]
        try:
            call_command(*args, str(path), *flags)
            refused = ""
        except CommandError as error:
            refused = str(error)
        said = capsys.readouterr()
        return said.out, said.err, refused

    return command


def test_what_a_script_is_told(run):
    rows = (GOOD, ("?June 2016", "", "x", "Letter.", ""), UNDATED, IMPOSSIBLE, WORDLESS, BLANK,
            ("before March 2015", "evening", "x", "Early.", ""))  # fmt: skip
    out, err, refused = run(delimited_file(*rows), "--json")

    said = json.loads(out)
    assert {key: said[key] for key in ("rows_read", "imported", "declared_blank")} == {
        "rows_read": 7, "imported": 4, "declared_blank": 1,
    }  # fmt: skip
    assert said["rejected"] == [
        {
            "row": 4, "column": "Date of contact",
            "found": "31/02/2018 (there is no 31 February)",
            "wanted": said["rejected"][0]["wanted"], "table": "", "own_row": 5,
        },
        {
            "row": 5, "column": "What happened", "found": "no words",
            "wanted": "what happened, in this row", "table": "", "own_row": 6,
        },
    ]  # fmt: skip
    assert said["entries"][0] == {
        "row": 1, "raw_date": "22/05/2016", "earliest": "2016-05-22", "latest": "2016-05-22",
        "precision": "exact", "doubt": False, "time": "14:30", "text": "Home visit.",
        "table": "", "own_row": 2,
    }  # fmt: skip
    doubt, undated, early = said["entries"][1:]
    assert (doubt["precision"], doubt["doubt"]) == ("month", True)
    assert (undated["precision"], undated["earliest"], undated["time"]) == (
        "unknown", None, None,
    )  # fmt: skip
    assert (early["earliest"], early["latest"], early["time"]) == (None, "2015-02-28", None)
    assert "row 5, Date of contact: found 31/02/2018" in err
    assert "2 of 7 rows are rejected" in refused
    assert ChronologySubmission.objects.get().received_by is None


def test_a_person_reads_a_sentence(run, author):
    out, err, refused = run(
        excel([["Date", "What happened"], ["22/05/2016", "Call"]]), "--as", author.email,
        name="a.xlsx",
    )  # fmt: skip
    assert out.strip() == "1 row: 1 entry."
    assert (err, refused) == ("", "")
    assert ChronologySubmission.objects.get().received_by == author


@pytest.mark.parametrize(
    ("content", "flags", "told"),
    [
        (b"", (), "empty"),
        (b"Date,Name\n1/2/2016,Zoe\n2/2/2016,Zoe\n", (), ""),
        (b"a,b\n1,2\n3,4\n", (), "No chronology was found"),
        (delimited_file(GOOD), ("--as", "nobody@x.example"), "Nobody with this email"),
    ],
)
def test_what_cannot_be_read_is_said(run, content, flags, told):
    _out, _err, refused = run(content, *flags)
    assert told in refused


def test_without_the_right_or_the_agency(run, member):
    assert "does not let you" in run(delimited_file(GOOD), "--as", member.email)[2]
    assert "no such agency" in run(delimited_file(GOOD), agency="nobody")[2]
    run(delimited_file(GOOD))
    assert "received already" in run(delimited_file(GOOD))[2]


# What the checks find


def findings(run, content, *flags, **told):
    out, _err, refused = run(content, "--json", *flags, **told)
    assert refused == ""
    return json.loads(out)["findings"]


def test_a_finding_names_its_rows(run):
    (found,) = findings(run, delimited_file(GOOD, SATURDAY))
    assert (found["check"], found["title"]) == (WEEKDAY, "Weekday and date disagree")
    assert "Saturday" in found["words"]
    assert found["events"] == [{"agency": "alder-trust", "row": 2, "own_row": 3, "table": ""}]
    assert ReconciliationFinding.objects.get().code == WEEKDAY


def test_findings_of_other_files_are_not_told_but_their_rows_are(run, review, sent):
    agency_of(review, "Birch Clinic")
    sent(SATURDAY, STRANGULATION)
    (found,) = findings(run, delimited_file(STRANGULATION), agency="birch-clinic")
    assert found["check"] == "told_by_two_agencies"
    assert sorted((one["agency"], one["own_row"]) for one in found["events"]) == [
        ("alder-trust", 3), ("birch-clinic", 2),
    ]  # fmt: skip


def test_a_file_is_checked_although_an_earlier_one_is_released(run, released):
    released(GOOD)
    (found,) = findings(run, delimited_file(GOOD, SATURDAY))
    assert found["check"] == WEEKDAY
    assert not ReconciliationFinding.objects.exists()  # the released one is the story


def test_a_check_that_is_off_finds_nothing(run, review):
    CheckSwitchFactory(review=review, code=WEEKDAY)
    assert findings(run, delimited_file(GOOD, SATURDAY)) == []


def test_an_author_is_told_no_findings(run, author, chair):
    flags = ("--as", author.email)
    assert findings(run, delimited_file(GOOD, SATURDAY), *flags) is None
    assert ReconciliationFinding.objects.exists()


def test_a_person_reads_them_too(run):
    _out, err, _refused = run(delimited_file(GOOD, SATURDAY))
    assert err.startswith("Weekday and date disagree: ")


# A rehearsal


@pytest.fixture
def stored():
    """Return a function that lists all stored bytes."""
    return lambda: sorted(storage.names())


def test_a_rehearsal_says_the_same_and_keeps_nothing(run, stored):
    tables = (ChronologySubmission, Document, ReconciliationFinding, AuditEvent)
    content = delimited_file(GOOD, SATURDAY, IMPOSSIBLE)
    before = [table.objects.count() for table in tables], stored()

    rehearsed, said, refused = run(content, "--dry-run", "--json")

    assert "Nothing of this file is kept." in refused
    assert ([table.objects.count() for table in tables], stored()) == before
    done, said_then, refused = run(content, "--json")
    assert "They are kept" in refused
    assert (rehearsed, said) == (done, said_then)
    assert stored() != before[1]


def test_a_rehearsal_that_is_refused_keeps_nothing_either(run, stored):
    before = AuditEvent.objects.count(), stored()
    assert "empty" in run(b"", "--dry-run")[2]
    assert "No chronology was found" in run(b"a,b\n1,2\n3,4\n", "--dry-run")[2]
    assert (AuditEvent.objects.count(), stored()) == before


def test_a_rehearsal_needs_the_right(run, member):
    assert "does not let you" in run(delimited_file(GOOD), "--dry-run", "--as", member.email)[2]


def test_a_rehearsal_harms_no_copy_that_is_stored(run, stored):
    run(delimited_file(GOOD))
    before = stored()
    assert "received already" in run(delimited_file(GOOD), "--dry-run")[2]
    assert stored() == before
