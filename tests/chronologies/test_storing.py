"""Many rows kept at one go are kept as each would be alone."""

from dataclasses import replace
from datetime import date, time

import pytest
from django.db import IntegrityError, transaction

from chronologies.checks.verdict import check_rows
from chronologies.dates.read import read_date
from chronologies.models import ChronologyEntry, ChronologyRow
from chronologies.operations import storing
from chronologies.operations.storing import store
from chronologies.operations.submissions import keep
from chronologies.readers.columns import Column
from tests.chronologies.files import read_csv
from tests.chronologies.world import GOOD, delimited_file
from tests.factories.chronologies import (
    ChronologyEntryFactory,
    ChronologyRowFactory,
    ChronologySubmissionFactory,
)

pytestmark = pytest.mark.django_db
WORDS = "“Quoted”, \\u0000 and \\ and {braces}\n\ttab 100% %s é 🂡 '; --"


@pytest.fixture
def submission():
    return ChronologySubmissionFactory(read=True)


def rows_of(submission, count):
    return [ChronologyRowFactory.build(submission=submission, number=n + 1) for n in range(count)]


def test_what_is_stored_is_what_saving_each_would_store(submission):
    stored, saved = rows_of(submission, 2)
    for row in (stored, saved):
        row.words = {"date": WORDS, "what_happened": WORDS}
        row.notes = [["No", WORDS]]
    store([stored])
    saved.save()
    told = [ChronologyEntryFactory.build(submission=submission, row=row) for row in (stored, saved)]
    for entry in told:
        entry.what_happened, entry.reading_notes = WORDS, [WORDS]
        entry.happened_from, entry.happened_to = date(2016, 5, 22), date(2016, 5, 23)
        entry.time_from, entry.doubt, entry.raw_date = time(14, 30), True, WORDS
    store(told[:1])
    told[1].save()

    for kind, apart in (
        (ChronologyRow, {"id", "number", "own_row"}),
        (ChronologyEntry, {"id", "row_id", "root", "story_key"}),
    ):
        one, other = kind.objects.order_by("pk").values()
        assert {name for name in one if one[name] != other[name]} <= apart
    assert ChronologyEntry.objects.get(pk=told[0].pk).root == told[0].root


def test_each_row_gets_its_own_key(submission, monkeypatch):
    monkeypatch.setattr(storing, "AT_ONCE", 2)
    rows = rows_of(submission, 5)

    store(rows)

    kept = ChronologyRow.objects.values_list("pk", "number")
    assert sorted(kept) == sorted((row.pk, row.number) for row in rows)


def test_nothing_is_no_trouble():
    store([])


@pytest.mark.parametrize("change", [{"errors": []}, {"outcome": "ENTRY"}])
def test_a_row_that_breaks_a_rule_keeps_none(submission, change):
    rows = rows_of(submission, 3)
    for name, value in change.items():
        setattr(rows[1], name, value)

    with pytest.raises(IntegrityError, match="rejected_for_a_reason"), transaction.atomic():
        store(rows)

    assert not ChronologyRow.objects.exists()


def test_words_that_no_database_holds_are_marked_and_the_rest_is_kept(submission):
    """A zero byte, or half of a letter that takes two, can stand in a damaged file."""
    found = read_csv(delimited_file(GOOD, GOOD))
    date = "22/05/2016 \ud800"
    late, seen = found.rows
    late = replace(late, words={**late.words, Column.COMMENT: "Late\x00."})
    seen = replace(
        seen,
        words={**seen.words, Column.DATE: date},
        date=read_date(date, reference_year=2026),
    )

    keep(submission, found, check_rows([late, seen]))

    late, seen = submission.rows.order_by("number")
    assert late.words["comment"] == "Late\ufffd."
    assert late.entry.comment == "Late\ufffd."
    assert seen.words["date"] == seen.reading["raw"] == seen.entry.raw_date == "22/05/2016 \ufffd"


def test_two_documents_are_one_import(sent, monkeypatch):
    monkeypatch.setattr(storing, "AT_ONCE", 2)
    submission = sent(*[GOOD] * 5)

    assert submission.rows_imported == 5
    assert [entry.row.number for entry in submission.entries.order_by("row__number")] == [
        1, 2, 3, 4, 5,
    ]  # fmt: skip
