"""Which file of an agency counts: released before submitted, and submitted before a draft."""

import pytest
from django.urls import reverse

from chronologies.models import ChronologyEntry
from chronologies.operations import decisions
from tests.chronologies.world import GOOD, MONTH, NOW, TODAY, ready, shown
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db


def story(review):
    return reverse("composite:composite", args=[review.reference])


def test_who_reads_before_release_sees_what_the_panel_does_not(client, sent, review, chair):
    ready(sent(GOOD))
    client.force_login(chair)
    text = Html(shown(client.get(story(review)))).text
    assert "Not released to the panel yet: Alder Trust" in text
    assert "not released" in text


def test_a_new_draft_does_not_displace_what_is_released(client, released, sent, review, chair):
    released(GOOD)
    sent(MONTH)
    client.force_login(chair)
    page = shown(client.get(story(review)))
    assert "Home visit." in page
    assert "Letter sent." not in page


DRAFT = "a draft that Alder Trust has not submitted yet"


def test_a_new_draft_does_not_displace_what_is_submitted(client, sent, review, chair, author):
    decisions.submit(submission=sent(GOOD), by=author, today=TODAY, at=NOW)
    sent(MONTH)
    client.force_login(chair)

    text = Html(shown(client.get(story(review)))).text
    assert "Home visit." in text
    assert "Letter sent." not in text
    assert (
        "Not released to the panel yet: Alder Trust. "
        "You read them because you read files before their release."
    ) in text
    assert DRAFT not in text


def test_nor_does_what_is_submitted_displace_what_is_released(
    client, released, sent, author, chair
):
    submission = released(GOOD)
    decisions.submit(submission=sent(MONTH), by=author, today=TODAY, at=NOW)
    client.force_login(chair)

    page = shown(client.get(story(submission.involvement.review)))
    assert "Home visit." in page
    assert "Letter sent." not in page


def test_a_draft_counts_where_nothing_is_submitted_and_says_so(client, sent, review, chair):
    sent(GOOD)
    sent(MONTH)
    client.force_login(chair)

    text = Html(shown(client.get(story(review)))).text
    assert "Letter sent." in text
    assert "Home visit." not in text
    assert "Alder Trust (a draft that it has not submitted yet)." in text
    assert f"Alder Trust {DRAFT}" in text
    entry = ChronologyEntry.objects.get(what_happened="Letter sent.")
    entry_page = client.get(reverse("composite:entry", args=[review.reference, entry.pk]))
    assert DRAFT in Html(shown(entry_page)).text
