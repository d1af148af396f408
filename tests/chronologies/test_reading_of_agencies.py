"""How well thirteen agencies' files are read that were not made for it."""

import pytest

from chronologies.checks.verdict import check_rows
from chronologies.dates.precision import Precision
from chronologies.readers.opening import read_file
from documents.kinds import DocumentKind
from tests.chronologies.agencies import FORMS, STYLES, all_agencies

KINDS = {"docx": DocumentKind.DOCX, "xlsx": DocumentKind.XLSX}
AGENCIES = all_agencies()


def verdict_on(file):
    kind = KINDS.get(file.kind, DocumentKind.CSV)
    return check_rows(read_file(file.content, kind=kind, reference_year=2026).rows)


def pairs():
    return [
        (truth, entry)
        for file in AGENCIES
        for truth, entry in zip(file.rows, verdict_on(file).entries, strict=True)
    ]


def test_the_sample_is_large_and_of_many_habits():
    assert (len(AGENCIES) >= 12, len(STYLES), len(FORMS)) == (True, 6, 8)
    assert sum(len(file.rows) for file in AGENCIES) >= 165


@pytest.mark.parametrize("file", AGENCIES, ids=lambda file: file.agency)
def test_no_row_is_lost_and_no_word_changed(file):
    verdict = verdict_on(file)

    assert [entry.row.text("what_happened") for entry in verdict.entries] == [
        truth.text for truth in file.rows
    ]
    assert (verdict.rejected, verdict.blank, verdict.rows_read) == ((), (), len(file.rows))


def test_at_least_99_of_100_dates_are_read_as_they_are():
    dated = [(truth, entry.date) for truth, entry in pairs() if truth.precision != "unknown"]
    right = [
        reading
        for truth, reading in dated
        if (reading.earliest, reading.latest, reading.precision, reading.doubt)
        == (truth.earliest, truth.latest, truth.precision, truth.doubt)
    ]

    assert len(right) >= 0.99 * len(dated)


def test_no_date_is_invented():
    for truth, entry in pairs():
        if truth.precision == "unknown":
            assert entry.date.is_unknown
        if truth.precision != "exact":
            assert entry.date.precision is not Precision.EXACT


def test_times_are_read_as_they_are():
    assert [entry.date.time for _truth, entry in pairs()] == [
        truth.time for truth, _entry in pairs()
    ]
