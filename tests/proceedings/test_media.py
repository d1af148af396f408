"""The media log."""

from datetime import date

import pytest
from django.urls import reverse

from reviews.access import Role
from tests.factories.proceedings import MediaEntryFactory
from tests.factories.reviews import PersonFactory, playing
from tests.panels.saying import day, text

pytestmark = pytest.mark.django_db
ASKED = {
    "outlet": "Northshire Radio",
    "what": "When does the report come out?",
    "answered_by": "Press office",
    "line": "Once the trial is over.",
    **day("happened_on", date(2026, 3, 2)),
}


def path(name, review, *args):
    return reverse(f"proceedings:{name}", args=[review.reference, *args])


def test_the_panel_reads_the_line_that_was_taken(client, signed_in, review):
    signed_in.post(path("log-media", review), ASKED)
    entry = review.media_entries.get()
    signed_in.post(path("change-media", review, entry.pk), {**ASKED, "line": "No comment."})
    client.force_login(playing(Role.PANEL_MEMBER, to=review))

    shown = text(client.get(path("media", review)))

    assert "Northshire Radio" in shown
    assert "No comment." in shown
    assert "Record an enquiry" not in shown
    assert client.post(path("log-media", review), ASKED).status_code == 404


def test_our_own_words_name_nobody_and_what_was_typed_stays(signed_in, review):
    PersonFactory(review=review, true_name="Oriel Vantongren", pseudonym="Maris")
    said = {**ASKED, "line": "We do not speak of Oriel Vantongren."}

    shown = text(signed_in.post(path("log-media", review), said))

    assert "“The line taken” holds the true name of Maris." in shown
    assert "We do not speak of" in shown
    assert not review.media_entries.exists()


def test_a_day_to_come_is_refused(signed_in, review):
    MediaEntryFactory(review=review)
    said = {**ASKED, **day("happened_on", date(2026, 3, 3))}

    assert "today or in the past" in text(signed_in.post(path("log-media", review), said))
    assert review.media_entries.count() == 1
