"""Rows are mended on the page; the words of the file stay beside what was typed."""

import pytest

from chronologies import rules
from chronologies.models import ChronologyEntry, ChronologySubmission
from chronologies.operations import rows as operations
from chronologies.readers.own_template import EXAMPLE_WORDS
from reviews.access import Refused, Role
from tests.chronologies.world import (
    BLANK,
    GOOD,
    IMPOSSIBLE,
    NOW,
    UNDATED,
    WORDLESS,
    agency_of,
    ready,
    shown,
)
from tests.factories.chronologies import ChronologyRowFactory
from tests.factories.reviews import playing

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, author):
    client.force_login(author)
    return client


def typed(row, date="", words=""):
    prefix = f"row{row.number}"
    return {f"{prefix}-date_typed": date, f"{prefix}-words_typed": words}


def again(submission):
    return ChronologySubmission.objects.select_related(
        "involvement__review", "involvement__agency"
    ).get(pk=submission.pk)


def test_a_row_with_an_impossible_date_is_mended(page, sent):
    submission = sent(IMPOSSIBLE, GOOD)
    row = submission.rows.rejected().get()

    answer = page.post(
        submission.address("mend-row", row.number), typed(row, "28/02/2018", "Seen at the surgery.")
    )

    assert answer.url == submission.get_absolute_url()
    entry = ChronologyEntry.objects.get(row=row)
    assert (entry.raw_date, entry.date_given) == ("31/02/2018", "28/02/2018")
    assert f"{entry.happened_from:%d/%m/%Y}" == "28/02/2018"
    row.refresh_from_db()
    assert row.words["date"] == "31/02/2018"
    assert "2 rows: 2 entries." in shown(page.get(answer.url))
    assert "Submit to the review" in shown(page.get(answer.url))


def test_words_left_out_are_given_and_the_date_stays_as_it_is(page, sent):
    submission = sent(WORDLESS)
    row = submission.rows.get()

    page.post(submission.address("mend-row", row.number), typed(row, "23/05/2016", " Call. "))

    entry = ChronologyEntry.objects.get()
    assert (entry.what_happened, entry.date_given) == (" Call. ", "")
    first = entry.pk
    page.post(submission.address("mend-row", row.number), typed(row, "2016", "Call back."))
    entry = ChronologyEntry.objects.get()  # what was typed can be typed again
    assert (entry.what_happened, entry.precision) == ("Call back.", "year")
    assert entry.pk != first


def test_what_cannot_be_taken_in_keeps_what_was_typed(page, sent):
    submission = sent(IMPOSSIBLE, WORDLESS)
    dated, wordless = submission.rows.rejected()

    answer = page.post(
        submission.address("mend-row", dated.number), typed(dated, "30/02/2018", "Seen by a nurse.")
    )
    assert "there is no 30 February" in shown(answer)
    assert "Seen by a nurse." in shown(answer)
    assert "Error:" in shown(answer)

    answer = page.post(submission.address("mend-row", wordless.number), typed(wordless, "2016"))
    assert "Write what happened in this row" in shown(answer)
    answer = page.post(
        submission.address("mend-row", wordless.number), typed(wordless, "2016", " \n ")
    )
    assert "Write what happened in this row" in shown(answer)
    assert again(submission).rows_rejected == 2


def test_a_torn_row_is_taken_in_once_somebody_has_looked_at_it(sent, author):
    submission = sent(GOOD, (*GOOD, "one cell", "too many"))
    row = submission.rows.rejected().get()
    assert "cells where" in row.errors[0]["found"]

    entry = operations.mend_row(
        row=row, date_typed="22/05/2016", words_typed="Home visit.", by=author, at=NOW
    )

    assert f"{entry.time:%H:%M}" == "14:30"
    assert again(submission).rows_imported == 2


def test_a_lost_time_does_not_keep_a_row_out(author, part):
    row = ChronologyRowFactory(
        submission__involvement=part,
        words={"date": "22/05/2016", "what_happened": "Call."},
        faults={"time": "a formula without a value", "date": "a formula without a value"},
        submission__received_by=author,
    )
    entry = operations.mend_row(
        row=row, date_typed="22/05/2016 09:15", words_typed="Call.", by=author, at=NOW
    )
    assert f"{entry.time:%H:%M}" == "09:15"


def test_a_row_is_set_aside_with_a_reason_and_brought_back(page, sent):
    submission = sent(WORDLESS, GOOD)
    row = submission.rows.rejected().get()
    address = submission.address("set-aside-row", row.number)

    assert "Say why this row is set aside" in shown(page.post(address, {}))
    assert "Say why this row is set aside" in shown(
        page.post(address, {f"aside{row.number}-reason": "  "})
    )
    answer = page.post(address, {f"aside{row.number}-reason": "A row of totals."}, follow=True)
    assert "2 rows: 1 entry, 1 set aside." in shown(answer)
    assert "A row of totals." in shown(answer)
    assert submission.address("bring-back-row", row.number) in shown(answer)

    answer = page.post(submission.address("bring-back-row", row.number), follow=True)
    assert "2 rows: 1 entry, 1 to mend." in shown(answer)
    assert page.post(submission.address("bring-back-row", row.number)).status_code == 403


def test_an_entry_without_a_date_gets_one(page, sent):
    submission = sent(UNDATED, GOOD)
    address = submission.address("give-date", 1)
    assert "When was this?" in shown(page.get(submission.get_absolute_url()))

    for words, said in (
        ("", "Enter the date, or say that it is not known"),
        ("soon", "“soon” cannot be read as a date"),
        ("22 May", "No year is written."),
        ("31/02/2016", "there is no 31 February"),
    ):
        assert said in shown(page.post(address, {"date1-date_typed": words}))

    page.post(address, {"date1-date_typed": "June 2016"})
    entry = ChronologyEntry.objects.get(row__number=1)
    assert (entry.precision, entry.raw_date, entry.date_given) == ("month", "", "June 2016")
    assert [one.row.number for one in submission.entries.in_story_order()] == [2, 1]
    assert "When was this?" not in shown(page.get(submission.get_absolute_url()))


def test_a_date_that_nobody_knows_is_asked_for_no_more(page, sent):
    submission = sent(UNDATED)

    answer = page.post(submission.address("give-date", 1), {"not_known": "yes"}, follow=True)

    entry = ChronologyEntry.objects.get()
    assert (entry.precision, entry.date_given, entry.happened_from) == (
        "unknown",
        "not known",
        None,
    )
    assert "When was this?" not in shown(answer)


def test_the_words_of_the_file_cannot_be_changed(sent, author):
    entry = sent(GOOD, BLANK, UNDATED).entries.get(row__number=1)
    with pytest.raises(Refused, match="The file gives a date"):
        operations.give_date(entry=entry, date_typed="2017", by=author, at=NOW)
    with pytest.raises(Refused, match="needs no mending"):
        operations.mend_row(
            row=entry.row, date_typed="2017", words_typed="Other words", by=author, at=NOW
        )
    with pytest.raises(Refused, match="Only a row that cannot be taken in"):
        operations.set_aside_row(row=entry.row, reason="No", by=author, at=NOW)


def test_a_reason_is_words(sent, author):
    row = sent(WORDLESS).rows.get()
    with pytest.raises(Refused, match="Say why"):
        operations.set_aside_row(row=row, reason=" ", by=author, at=NOW)


def test_a_reading_is_kept_as_it_was(sent, author):
    row = sent(IMPOSSIBLE).rows.get()
    typed = {"row": row, "date_typed": "31/02/2018", "words_typed": "Seen.", "by": author}
    with pytest.raises(Refused, match="there is no 31 February"):
        operations.mend_row(**typed, at=NOW)


def test_a_submitted_chronology_is_closed(sent, author):
    submission = ready(sent(UNDATED))
    with pytest.raises(Refused, match="between its reading and its submission"):
        operations.give_date(entry=submission.entries.get(), date_typed="2016", by=author, at=NOW)


def test_what_an_agency_sent_is_not_mended_by_the_officer(sent, officer, part):
    theirs = sent(WORDLESS)
    with pytest.raises(Refused, match="The agency sent this itself"):
        rules.check_can_work_on(officer, theirs)

    entered = sent(UNDATED, by=officer)
    rules.check_can_work_on(officer, entered)


def test_no_one_else_finds_the_rows(client, sent, part, review, chair):
    submission = sent(WORDLESS)
    row = submission.rows.get()
    stranger = playing(Role.IMR_AUTHOR, to=agency_of(review, "Beech Trust"))
    pages = ["mend-row", "set-aside-row", "bring-back-row", "give-date"]

    client.force_login(stranger)
    for page in pages:
        assert client.post(submission.address(page, row.number), {}).status_code == 404
    client.force_login(chair)  # reads it, and mends nothing
    answer = client.post(submission.address("mend-row", row.number), typed(row, "2016", "Call"))
    assert "does not let you: send a chronology" in shown(answer)
    aside = {f"aside{row.number}-reason": "Totals"}
    answer = client.post(submission.address("set-aside-row", row.number), aside)
    assert "does not let you: send a chronology" in shown(answer)
    assert "Take it in" not in shown(client.get(submission.get_absolute_url()))


def test_a_file_without_entries_says_what_would_fill_it(page, sent):
    assert "No row is an entry yet" in shown(page.get(sent(WORDLESS).address("entries")))


def test_a_word_that_is_lost_and_an_empty_row_are_shown_as_such(page, part, author):
    row = ChronologyRowFactory(submission__involvement=part, words={}, headings={})
    row.submission.tables = [
        {
            "label": "", "rows": 1, "heading_rows": [], "headings": ["", "Event"],
            "columns": ["date", "what_happened"], "remarks": ["2 rows are hidden."],
            "left_out": [],
        }
    ]  # fmt: skip
    row.submission.other_tables = [{"label": "Table 2", "rows": 3, "why": "no column of dates"}]
    row.submission.save()
    text = shown(page.get(row.submission.get_absolute_url()))
    for words in (
        "No words",
        "“Column 1” is read as: date",
        "2 rows are hidden.",
        "Table 2, 3 rows",
    ):
        assert words in text


class TestColumns:
    def test_a_wrong_guess_is_put_right_and_remembered(self, page, sent):
        submission = sent(GOOD)
        address = submission.address("columns")
        assert "What do the columns hold?" in shown(page.get(address))

        answer = page.post(
            address,
            {
                "table0-0": "date",
                "table0-1": "note",
                "table0-2": "what_happened",
                "table0-3": "comment",
                "table0-4": "note",
            },
        )

        assert answer.url == submission.get_absolute_url()
        entry = submission.entries.get()
        assert (entry.what_happened, entry.comment) == ("Case system", "Home visit.")
        later = sent(UNDATED)
        assert later.entries.get().what_happened == "Paper file"

    @pytest.mark.parametrize(
        ("columns", "words"),
        [
            (("date", "time", "source", "note", "comment"), "choose the column that is “What"),
            (("date", "date", "source", "what_happened", "note"), "only one column can be “Date”"),
            (("date", "note", "note", "note", "what_happened"), "has no rows under its heading"),
        ],
    )
    def test_columns_that_make_no_chronology_are_refused(self, page, sent, columns, words):
        submission = sent(("22/05/2016", "14:30", "Case system", "Home visit.", EXAMPLE_WORDS[0]))
        said = {f"table0-{place}": column for place, column in enumerate(columns)}
        answer = shown(page.post(submission.address("columns"), said))
        assert words in answer

    def test_rows_that_were_mended_are_not_thrown_away(self, page, sent):
        submission = sent(WORDLESS, GOOD)
        row = submission.rows.rejected().get()
        page.post(submission.address("mend-row", row.number), typed(row, "2016", "Call"))

        said = ("date", "time", "source", "what_happened", "comment")
        answer = page.post(
            submission.address("columns"),
            {f"table0-{place}": column for place, column in enumerate(said)},
        )
        assert "mended already" in shown(answer)

    def test_only_who_mends_chooses(self, client, sent, chair):
        submission = sent(GOOD)
        client.force_login(chair)
        assert client.get(submission.address("columns")).status_code == 404
