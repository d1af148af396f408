"""Who presses “Take it back” twice is told so; a stranger finds nothing before or after."""

import pytest
from django.urls import reverse

from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.reviews import ReviewFactory, playing
from tests.factories.timescales import (
    DelaySpanFactory,
    ExtensionFactory,
    HoldFactory,
    YearlyLookFactory,
)

pytestmark = pytest.mark.django_db
SAID = "This was taken back already."
KINDS = [
    ("take-back-hold", HoldFactory, ("look-again", "end-hold")),
    ("take-back-extension", ExtensionFactory, ()),
    ("take-back-yearly-look", YearlyLookFactory, ()),
    ("take-back-delay", DelaySpanFactory, ()),
]


@pytest.fixture
def review():
    return ReviewFactory(at_stage=Stage.EVIDENCE)


@pytest.mark.parametrize(("name", "factory", "others"), KINDS)
def test_a_second_press_goes_back_with_a_word(client, review, name, factory, others):
    made = factory(review=review)
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    page = reverse(f"timescales:{name}", args=[review.reference, made.pk])
    first = client.post(page)
    assert SAID not in client.get(first.url).content.decode()
    second = client.post(page)
    assert second.url == first.url
    assert SAID in client.get(second.url).content.decode()
    for other in (name, *others):
        late = reverse(f"timescales:{other}", args=[review.reference, made.pk])
        assert SAID in client.get(late, follow=True).content.decode()


@pytest.mark.parametrize(("name", "factory", "others"), KINDS)
def test_others_find_nothing_and_nothing_is_said_of_what_never_was(
    client, review, name, factory, others
):
    made = factory(review=review)
    page = reverse(f"timescales:{name}", args=[review.reference, made.pk])
    officer = playing(Role.CSP_OFFICER, to=review)
    client.force_login(officer)
    client.post(page)
    never = reverse(f"timescales:{name}", args=[review.reference, made.pk + 1])
    assert client.post(never).status_code == 404
    elsewhere = ReviewFactory(at_stage=Stage.EVIDENCE)
    client.force_login(playing(Role.CSP_OFFICER, to=elsewhere))
    assert client.post(page).status_code == 404
    of_theirs = reverse(f"timescales:{name}", args=[elsewhere.reference, made.pk])
    assert client.post(of_theirs).status_code == 404
    client.force_login(playing(Role.PANEL_MEMBER, to=review))
    assert client.post(page).status_code == 404
