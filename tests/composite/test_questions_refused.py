"""A question that is refused: what was typed stays, and the reason stands where it is mended."""

import pytest
from django.utils import timezone

from composite.models import FindingQuestion
from composite.operations import reconciliation
from reviews.access import remove
from tests.chronologies.world import NOW, shown
from tests.composite.asking import ask, page
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db

TYPED = "Which of the two calls is meant, and who took it?"
HINT = "Asked already. Another question can follow its answer."


@pytest.fixture
def form(finding, review, chair, client):
    client.force_login(chair)
    return page("ask-agency", review, finding.pk)


def test_of_an_agency_that_is_asked_already(client, form, question, part):
    refused = shown(client.post(form, {"agency": part.pk, "question": TYPED}))
    assert TYPED in refused
    assert 'id="id_agency_error"' in refused
    assert "has not answered yet" in Html(refused).text
    assert FindingQuestion.objects.count() == 1


def test_of_an_agency_of_which_nobody_can_answer(client, form, part, author, chair):
    remove(membership=author.memberships.get(), by=chair, at=timezone.now())
    refused = shown(client.post(form, {"agency": part.pk, "question": TYPED}))
    assert TYPED in refused
    assert 'id="id_agency_error"' in refused
    assert "Nobody of this agency can answer here" in Html(refused).text


def test_once_the_finding_is_decided(client, form, finding, part, chair):
    reconciliation.decide(finding=finding, standing="ACCEPTED", reason="Seen.", by=chair, at=NOW)
    refused = shown(client.post(form, {"agency": part.pk, "question": TYPED}))
    assert TYPED in refused
    assert "nothing to ask" in Html(refused).text


def test_the_form_says_beside_an_agency_that_it_is_asked(client, form, finding, part, other, chair):
    assert HINT not in Html(shown(client.get(form))).text
    ask(finding, part, chair)
    text = Html(shown(client.get(form))).text
    assert f"Alder Trust {HINT}" in text
    assert f"Beech Trust {HINT}" not in text
    ticked = shown(client.get(form)).split("checked")
    assert len(ticked) == 2
    assert f'value="{other.pk}"' in ticked[0].rsplit("<input", 1)[1]  # the one that is left
