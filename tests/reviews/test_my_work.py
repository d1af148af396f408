"""What everybody's first page costs, however much there is to do, of how many kinds."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evidence.cycle import ImrState
from evidence.models import Tier
from reviews.access import Role
from reviews.lifecycle import Stage
from reviews.models import Review
from tests.factories.agencies import UserFactory
from tests.factories.chronologies import ChronologySubmissionFactory
from tests.factories.evidence import (
    EnquiryAnalysisFactory,
    ImrFactory,
    ImrQueryFactory,
    ImrVersionFactory,
    ScopingRequestFactory,
    agreed_terms,
)
from tests.factories.families import FamilyContactEntryFactory
from tests.factories.panels import MeetingFactory, MeetingItemFactory, PanelMemberFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory
from tests.factories.terms import AgreementInviteeFactory
from tests.reviews.acting import admit
from tests.reviews.clock import follow

pytestmark = pytest.mark.django_db

AHEAD = date(2100, 3, 12)
MOST = 9


def of_an_officer(user):
    """What is decided and not told, letters and reports that are late, a panel to run."""
    review = ReviewFactory(at_stage=Stage.COMMISSIONED)
    admit(user, Role.CSP_OFFICER, review)
    ScopingRequestFactory(involvement__review=review)
    ImrFactory(involvement__review=review)
    PanelMemberFactory(review=review, user=UserFactory())
    MeetingItemFactory(meeting__review=review, action=True, owner=None, owner_words="All")
    MeetingFactory(review=review, held_on=AHEAD)
    AgreementInviteeFactory(round__review=review)
    FamilyContactEntryFactory(contact__review=review)
    return {
        "Tell the family of the decision", "Remind 1 agency", "Find an author",
        "Follow up action 1", "Tell the members of panel meeting 2", "Close the round",
        "Offer advocacy", "Complete the overview report",
    }  # fmt: skip


def of_a_chair(user):
    """What came in and waits to be read, asked for, released and agreed."""
    review = ReviewFactory(at_stage=Stage.EVIDENCE)
    admit(user, Role.INDEPENDENT_CHAIR, review)
    PanelMemberFactory(review=review, user=user)
    MeetingFactory(review=review, held_on=AHEAD, called=True)
    AgreementInviteeFactory(round__review=review, user=user)
    imr = ImrFactory(involvement__review=review, at=ImrState.RECEIVED)
    ImrQueryFactory(imr=imr, answered=True)
    AgencyInvolvementFactory(review=review)
    ChronologySubmissionFactory(involvement=imr.involvement, signed_off=True)
    FamilyContactEntryFactory(contact__review=review)
    return {
        "Declare your independence", "Come to panel meeting 1", "Answer whether you agree",
        "Read the IMR of", "Read 1 answer of", "Decide what 1 agency should send",
        "Release 1 chronology", "Offer advocacy",
    }  # fmt: skip


def of_a_panel_member(user):
    review = ReviewFactory(at_stage=Stage.PANEL_FORMED)
    admit(user, Role.PANEL_MEMBER, review)
    member = PanelMemberFactory(review=review, user=user)
    meeting = MeetingFactory(review=review, held_on=AHEAD, called=True)
    MeetingItemFactory(meeting=meeting, action=True, owner=member)
    AgreementInviteeFactory(round__review=review, user=user)
    return {
        "Declare your independence", "Come to panel meeting 1", "Do action 1 of panel meeting 1",
        "Answer whether you agree",
    }  # fmt: skip


def of_an_author(user):
    """A letter to answer, a report half written, a chronology to send, questions to answer."""
    part = AgencyInvolvementFactory(review__at_stage=Stage.EVIDENCE)
    admit(user, Role.IMR_AUTHOR, part)
    agreed_terms(part.review, lines=2)
    imr = ImrFactory(involvement=part, asked=Tier.IMR_AND_CHRONOLOGY, by=user)
    version = ImrVersionFactory(imr=imr, document=None)
    enquiry = part.review.terms_of_reference.get().enquiries.first()
    EnquiryAnalysisFactory(version=version, enquiry=enquiry)
    ImrQueryFactory(imr=imr, version=version)
    ScopingRequestFactory(involvement=part)
    return {
        "Say what you found for the IMR", "Upload the IMR", "Answer 1 question", "Say what ",
        "Send the chronology",
    }  # fmt: skip


@pytest.mark.parametrize("rows", [3, 30])
@pytest.mark.parametrize("busy", [of_an_officer, of_a_chair, of_a_panel_member, of_an_author])
def test_the_first_page_costs_the_same_few_queries(client, busy, rows):
    user = UserFactory()
    kinds = set().union(*(busy(user) for _ in range(rows)))
    follow(*Review.objects.values_list("pk", flat=True))
    client.force_login(user)
    with CaptureQueriesContext(connection) as queries:
        first = client.get(reverse("reviews:my-work"))
    numbers = first.context["page"].paginator.page_range
    words = "".join(
        client.get(reverse("reviews:my-work"), {"page": number}).content.decode()
        for number in numbers
    )
    assert {kind: words.count(kind) >= rows for kind in kinds} == dict.fromkeys(kinds, True)
    assert len(queries) <= MOST


def test_a_long_list_comes_in_pages(client):
    officer = UserFactory()
    for review in ReviewFactory.create_batch(27):  # each waits for letters and for a decision
        admit(officer, Role.CSP_OFFICER, review)
        follow(review.pk)
    client.force_login(officer)
    first = client.get(reverse("reviews:my-work")).content.decode()
    assert "These are 1 to 50." in first
    second = client.get(reverse("reviews:my-work"), {"page": 2}).content.decode()
    assert "These are 51 to" in second
