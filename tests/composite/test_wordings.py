"""An entry tells how its agency told of the event in its other files."""

import pytest
from django.urls import reverse

from chronologies.cycle import SubmissionState
from chronologies.operations.decisions import take_back
from composite.queries.wordings import wordings_of
from tests.chronologies.world import GOOD, NOW, ready, shown
from tests.factories.reviews import PersonFactory
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db

REWORDED = (*GOOD[:3], "Home visit. Nobody in.", "")
AGAIN = (*GOOD[:3], "Home visit. Nobody in, card left.", "")


def page_of(client, review, entry):
    return client.get(reverse("composite:entry", args=[review.reference, entry.pk]))


def test_earlier_wordings_stand_on_the_page_of_the_last(client, review, author, sent):
    first, second, third = (sent(rows).entries.get() for rows in (GOOD, REWORDED, AGAIN))
    client.force_login(author)
    found = Html(shown(page_of(client, review, third))).text
    assert "Earlier wordings" in found
    for words in ("Submission 2, row 2", "Home visit. Nobody in.", "Submission 1, row 2"):
        assert words in found, words
    assert "Earlier wordings" not in Html(shown(page_of(client, review, first))).text
    assert "told of this again" not in shown(page_of(client, review, second))


def test_the_same_words_are_not_told_twice(client, review, author, sent):
    sent(GOOD)
    again = sent(GOOD, REWORDED).entries.get(what_happened=GOOD[3])
    client.force_login(author)
    assert "In the same words." in shown(page_of(client, review, again))


def test_the_panel_reads_of_earlier_files_only_what_was_released(
    client, review, member, sent, released
):
    first = released(GOOD).entries.get()
    sent(REWORDED)
    third = released(AGAIN).entries.get()
    client.force_login(member)
    found = Html(shown(page_of(client, review, third))).text
    assert "Submission 1, row 2" in found
    assert "Home visit. Nobody in." not in found
    page = shown(page_of(client, review, first))
    assert "told of this again" in page
    assert page_of(client, review, third).wsgi_request.path in page


def test_a_release_taken_back_takes_its_wording_with_it(client, review, member, chair, released):
    first = released(GOOD)
    second = released(REWORDED)
    take_back(submission=first, reason="Wrong file", by=chair, at=NOW)
    first.refresh_from_db()
    assert first.state == SubmissionState.SIGNED_OFF
    client.force_login(member)
    assert "Earlier wordings" not in shown(page_of(client, review, second.entries.get()))


def test_a_later_file_that_is_not_released_is_not_told_of(client, review, member, sent, released):
    first = released(GOOD).entries.get()
    ready(sent(REWORDED))
    client.force_login(member)
    assert "told of this again" not in shown(page_of(client, review, first))


def test_another_event_of_the_same_file_is_no_wording(client, review, author, sent):
    sent(("24/05/2016", "", "x", "Letter sent to both.", ""))
    entry = sent(GOOD).entries.get()
    client.force_login(author)
    assert "Earlier wordings" not in shown(page_of(client, review, entry))


def test_earlier_wordings_name_nobody_to_who_may_not_read_names(
    client, review, member, released, monkeypatch
):
    PersonFactory(review=review, true_name="Zoe Quarto", pseudonym="Maris")
    released(("22/05/2016", "", "x", "Zoe’s door was broken.", ""))
    second = released(("22/05/2016", "", "x", "Zoe’s front door was broken.", ""))
    monkeypatch.setattr("composite.queries.scope.may_name", lambda *_: False)
    monkeypatch.setattr("composite.views.entries.may_name", lambda *_: False)
    client.force_login(member)
    page = shown(page_of(client, review, second.entries.get()))
    assert "Maris’s door was broken." in page
    assert "Zoe" not in page


def test_without_the_locks_of_the_database_only_released_wordings_are_found(sent, released):
    """Nobody is signed in here, so the database gives every row: the code has to leave some out."""
    first = released(GOOD).entries.get()
    second = sent(REWORDED).entries.get()
    third = released(AGAIN).entries.get()
    sent(("22/05/2016", "15:00", *AGAIN[2:]))
    told = wordings_of(third, reads_file=False, pseudonyms=None)
    assert [one.entry for one in told.earlier] == [first]
    told = wordings_of(third, reads_file=True, pseudonyms=None)
    assert [one.entry for one in told.earlier] == [second, first]
    assert told.later is None
    told = wordings_of(first, reads_file=True, pseudonyms=None)
    assert told.later.entry == third
