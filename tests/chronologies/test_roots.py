"""An event keeps its root through every later file in which its row survives."""

import pytest

from chronologies.operations import rows as operations
from chronologies.operations.columns import choose_columns
from chronologies.operations.submissions import read_submission
from chronologies.readers.columns import Column
from documents.kinds import DocumentKind
from tests.chronologies.world import (
    GOOD,
    IMPOSSIBLE,
    MONTH,
    NOW,
    UNDATED,
    WORDLESS,
    agency_of,
    delimited_file,
)
from tests.factories.chronologies import ChronologySubmissionFactory
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db

REWORDED = (*GOOD[:3], "Home visit, nobody in.", "")
LATER = ("24/05/2016", "", "Case system", "Seen at the surgery with a bruise.", "")


def received(part, *rows):
    document = DocumentFactory(content=delimited_file(*rows), kind=DocumentKind.CSV)
    return ChronologySubmissionFactory(involvement=part, document=document)


def read(submission):
    read_submission(submission_id=submission.pk, at=NOW)
    return submission


def roots(submission):
    """Return the root of each entry by the words of what happened."""
    return dict(submission.entries.values_list("what_happened", "root"))


def test_rows_that_survive_keep_their_roots_and_new_ones_get_their_own(sent):
    first = roots(sent(GOOD, MONTH, UNDATED))
    second = roots(sent(LATER, UNDATED, REWORDED))
    assert second["Home visit, nobody in."] == first["Home visit."]
    assert second["Called back."] == first["Called back."]
    assert second[LATER[3]] not in first.values()


def test_the_words_of_the_earlier_file_stay(sent):
    first = sent(GOOD)
    sent(REWORDED)
    assert first.entries.get().what_happened == "Home visit."


def test_the_file_before_is_the_last_that_could_be_read(sent, part):
    first = roots(sent(GOOD))
    ChronologySubmissionFactory(involvement=part, unreadable=True)
    assert roots(sent(REWORDED))["Home visit, nobody in."] == first["Home visit."]


def test_an_event_left_out_of_one_file_is_known_again_in_the_next(sent):
    """Whoever sends the wrong file, and then the right one, loses nothing of what the panel did."""
    first = roots(sent(GOOD, LATER))
    sent(MONTH)
    third = roots(sent(GOOD, LATER, MONTH))
    assert third["Home visit."] == first["Home visit."]
    assert third[LATER[3]] == first[LATER[3]]


def test_what_one_agency_tells_is_never_the_event_of_another(sent, review):
    first = roots(sent(GOOD))
    other = agency_of(review, "Birch Housing")
    assert roots(read(received(other, GOOD)))["Home visit."] != first["Home visit."]


def test_a_row_mended_twice_is_one_event(sent, author):
    row = sent(WORDLESS, GOOD).rows.rejected().get()
    first = operations.mend_row(
        row=row, date_typed="23/05/2016", words_typed="Call.", by=author, at=NOW
    )
    again = operations.mend_row(
        row=row, date_typed="2016", words_typed="Letter.", by=author, at=NOW
    )
    assert again.root == first.root


def test_a_row_mended_in_both_files_is_one_event(sent, author):
    typed = {"date_typed": "28/02/2018", "words_typed": IMPOSSIBLE[3], "by": author, "at": NOW}
    before = operations.mend_row(row=sent(IMPOSSIBLE, GOOD).rows.rejected().get(), **typed)
    second = sent(IMPOSSIBLE, MONTH)
    now = operations.mend_row(row=second.rows.rejected().get(), **typed)
    assert now.root == before.root
    assert now.submission == second


def test_what_was_mended_on_the_page_is_known_when_the_file_says_it(sent, author):
    typed = {"date_typed": "28/02/2018", "words_typed": IMPOSSIBLE[3], "by": author, "at": NOW}
    before = operations.mend_row(row=sent(IMPOSSIBLE).rows.get(), **typed)
    third = sent(("28/02/2018", *IMPOSSIBLE[1:]))
    assert third.entries.get().root == before.root


def test_a_row_mended_late_joins_the_event_that_a_later_file_tells(sent, author):
    first = sent(IMPOSSIBLE, GOOD)
    later = sent(("28/02/2018", *IMPOSSIBLE[1:]), GOOD)
    mended = operations.mend_row(
        row=first.rows.rejected().get(), date_typed="28/02/2018", words_typed=IMPOSSIBLE[3],
        by=author, at=NOW,
    )  # fmt: skip
    assert mended.root == roots(later)[IMPOSSIBLE[3]]


def test_a_date_given_on_the_page_keeps_the_event(sent, author):
    first = sent(UNDATED)
    second = sent(UNDATED, GOOD)
    entry = second.entries.get(what_happened="Called back.")
    operations.give_date(entry=entry, date_typed="23/05/2016", by=author, at=NOW)
    entry.refresh_from_db()
    assert entry.root == first.entries.get().root


def test_a_date_given_on_the_page_finds_the_event(sent, author):
    first = sent(("23/05/2016", "", "Case system", "Called back, left a message.", ""))
    second = sent(("", "", "Paper file", "Called back and left a message.", ""))
    entry = second.entries.get()
    assert entry.root != first.entries.get().root
    operations.give_date(entry=entry, date_typed="23/05/2016", by=author, at=NOW)
    entry.refresh_from_db()
    assert entry.root == first.entries.get().root


CHOSEN = [Column.DATE, Column.TIME, Column.SOURCE, Column.WHAT_HAPPENED, Column.SIGNIFICANCE]
TURNED = [Column.DATE, Column.TIME, Column.WHAT_HAPPENED, Column.SOURCE, Column.COMMENT]


def test_other_columns_leave_each_row_its_event(sent, author):
    submission = sent(GOOD, MONTH)
    first = set(roots(submission).values())
    choose_columns(submission=submission, columns=[CHOSEN], by=author, at=NOW)
    assert set(roots(submission).values()) == first


def test_columns_put_right_find_the_events_of_the_file_before(sent, author):
    first = sent(GOOD, MONTH, LATER)
    second = sent(REWORDED, MONTH)
    choose_columns(submission=second, columns=[TURNED], by=author, at=NOW)
    choose_columns(submission=second, columns=[CHOSEN], by=author, at=NOW)
    assert roots(second)["Home visit, nobody in."] == roots(first)["Home visit."]
    assert roots(second)["Letter sent."] == roots(first)["Letter sent."]


def test_files_find_their_events_in_whatever_order_they_are_read(sent, part):
    first = roots(sent(GOOD))
    second, third = received(part, GOOD, LATER), received(part, LATER, REWORDED)
    third, second = roots(read(third)), roots(read(second))
    assert third["Home visit, nobody in."] == second["Home visit."] == first["Home visit."]
    assert third[LATER[3]] == second[LATER[3]]
