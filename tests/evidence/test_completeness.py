"""What a report lacks, told alike of a version at hand and by the database of many."""

import pytest

from evidence.models import ImrVersion, ReportKind
from evidence.rules.completeness import WRITTEN, Part, Written, gaps_in, written_in
from reviews.queries.asking import ask, told
from tests.factories.evidence import ImrVersionFactory

ENTERED = {"received_via": "POST", "on_behalf_of": "The author", "given_on": "2026-01-28"}
ALL = Written(has_extent=True, has_records=True, has_facts=True, has_document=True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "given",
    [{}, {"extent": ""}, {"records_read": " \n"}, {"facts": ""}, {"document": None}, ENTERED],
)
def test_the_database_tells_the_same(given):
    version = ImrVersionFactory(**given)
    version.refresh_from_db()
    (row,) = ask({"versions": told(ImrVersion.objects.all(), **WRITTEN)})["versions"]
    assert Written(**row) == written_in(version)
    assert (Written(**row) == ALL) is (given == {})


@pytest.mark.parametrize(
    ("written", "kind", "missing"),
    [
        (Written(), ReportKind.IMR, ["found", "methods", "enquiries", "document"]),
        (Written(), ReportKind.SUMMARY, ["found", "methods", "document"]),
        (Written(is_on_behalf=True), ReportKind.IMR, ["document"]),
        (Written(is_on_behalf=True, has_facts=True), ReportKind.SUMMARY, []),
        (Written(is_on_behalf=True, has_facts=True), ReportKind.SHORT_REPORT, ["document"]),
        (ALL, ReportKind.IMR, ["enquiries"]),
        (ALL, ReportKind.SHORT_REPORT, []),
    ],
)
def test_each_kind_needs_its_own_parts(written, kind, missing):
    assert [gap.part for gap in gaps_in(written, kind, [1, 3])] == [Part(name) for name in missing]


def test_the_lines_left_are_named():
    words = [gap.words for gap in gaps_in(ALL, ReportKind.IMR, [1, 3])]
    assert words == ["Say something on lines of enquiry 1, 3."]
    assert gaps_in(ALL, ReportKind.IMR, []) == []
    assert written_in(None) == Written()
