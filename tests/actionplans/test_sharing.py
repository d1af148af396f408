"""An agency sees its own actions, and the whole plan once it is shared: as it was shared."""

import pytest

from actionplans.models import PlanRelease
from actionplans.operations import releasing
from audit.models import AuditEvent
from reviews.access import Refused, Role
from tests.actionplans.conftest import NOW
from tests.actionplans.saying import address, text
from tests.factories.actionplans import ActionFactory, RecommendationFactory
from tests.factories.reviews import AgencyInvolvementFactory, PersonFactory, playing

pytestmark = pytest.mark.django_db


@pytest.fixture
def others(review):
    """A recommendation to another agency of the review, with its action."""
    one = RecommendationFactory(review=review, text="Open the back door to whoever comes at night.")
    ActionFactory(recommendation=one, text="Fit a bell to the back door.")
    return one


def test_an_agency_reads_the_whole_plan_once_it_is_shared(
    client, review, part, contact, officer, action, others
):
    own, shared = (
        address(review, "agency-actions", part.pk),
        address(review, "shared-plan", part.pk),
    )
    client.force_login(contact)
    assert client.get(shared).status_code == 404
    assert "back door" not in text(client.get(own))
    assert client.get(others.actions.get().get_absolute_url()).status_code == 404
    client.force_login(officer)
    assert client.post(address(review, "share-plan")).status_code == 302
    others.text = "Something that is only a draft."
    others.save()
    client.force_login(contact)
    assert f'href="{shared}"' in client.get(own).content.decode()
    page = text(client.get(shared))
    assert "Fit a bell to the back door." in page
    assert "Open the back door" in page
    assert "only a draft" not in page
    assert client.get(address(review, "plan")).status_code == 404
    assert client.get(others.actions.get().get_absolute_url()).status_code == 404


def test_it_can_be_taken_back(client, review, part, contact, signed_in, others):
    signed_in.post(address(review, "share-plan"))
    page = text(signed_in.get(address(review, "share-plan")))
    assert "reads the plan as it stood on 2 March 2026" in page
    signed_in.post(address(review, "withdraw-plan"))
    assert "Share the plan" in text(signed_in.get(address(review, "share-plan")))
    client.force_login(contact)
    assert client.get(address(review, "shared-plan", part.pk)).status_code == 404
    events = set(AuditEvent.objects.values_list("event", flat=True))
    assert {"plan.released", "plan.release_withdrawn"} <= events


def test_people_of_other_reviews_and_agencies_read_nothing(client, review, part, signed_in, others):
    signed_in.post(address(review, "share-plan"))
    elsewhere = playing(Role.AGENCY_CONTACT, to=AgencyInvolvementFactory())
    client.force_login(elsewhere)
    assert client.get(address(review, "shared-plan", part.pk)).status_code == 404


def test_a_plan_that_names_somebody_is_not_shared(signed_in, review, others):
    person = PersonFactory(review=review)
    others.text = f"Ask {person.true_name} alone."
    others.save()
    page = text(signed_in.post(address(review, "share-plan"), follow=True))
    assert not PlanRelease.objects.exists()
    assert "give somebody away" in page


def test_only_whoever_writes_the_plan_shares_it(chair, officer, review):
    with pytest.raises(Refused, match="does not let you"):
        releasing.release_plan(review=review, by=chair, at=NOW)
    with pytest.raises(Refused, match="no recommendation yet"):
        releasing.release_plan(review=review, by=officer, at=NOW)
