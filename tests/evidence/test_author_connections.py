"""An agency's report is accepted once its author's independence is beyond doubt."""

import pytest
from django.urls import reverse

from chronologies.rules import check_can_release
from evidence.cycle import ImrState
from evidence.models import Tier
from evidence.operations import imr_acceptance
from evidence.queries.declarations import connections_to_decide
from evidence.rules.imr_decisions import check_can_sign_off
from reviews.access import Refused, Role
from reviews.models import Capacity, Decided, Judged
from reviews.operations.independence import decide_connection
from reviews.queries.declarations import entries_of
from tests.factories.chronologies import ChronologySubmissionFactory
from tests.factories.evidence import EvidenceRequestFactory, ImrFactory
from tests.factories.panels import (
    IndependenceDeclarationFactory,
    PanelMemberFactory,
    no_connection,
)
from tests.factories.reviews import AT, PartDeclarationFactory, playing

pytestmark = pytest.mark.django_db

TODAY = AT.date()


@pytest.fixture
def imr(db):
    return ImrFactory(at=ImrState.RECEIVED)


@pytest.fixture
def review(imr):
    return imr.involvement.review


@pytest.fixture
def chair(review):
    return playing(Role.INDEPENDENT_CHAIR, to=review, full_name="Ketta Holme")


def accept(imr, by):
    return imr_acceptance.accept(version=imr.received, accepted_on=TODAY, today=TODAY, by=by, at=AT)


def declares(imr, *yes):
    imr.author.answers = {**imr.author.answers, **dict.fromkeys(yes, True)}
    imr.author.connections = "Why."
    imr.author.save()


def test_without_a_connection_it_is_accepted(imr, chair):
    assert accept(imr, chair)


def test_not_without_an_author_who_declared(imr, chair):
    imr.author = None
    imr.save()
    with pytest.raises(Refused, match="First confirm who writes it"):
        accept(imr, chair)


@pytest.mark.parametrize("code", ["DELIVERED", "MANAGED", "LINE_MANAGES"])
def test_not_by_an_author_who_managed_or_gave_the_service(imr, chair, code):
    declares(imr, code)
    with pytest.raises(Refused, match=r"had a part in the events.* names somebody else"):
        accept(imr, chair)


def test_a_connection_waits_for_the_chair_of_the_partnership(imr, chair, review):
    declares(imr, "KNOWS")
    head = playing(Role.CSP_CHAIR, to=review)
    with pytest.raises(Refused, match="has not accepted it yet"):
        accept(imr, chair)
    [item] = connections_to_decide(head, TODAY)
    assert item.href.endswith(f"/independence/author/{imr.author.pk}/")

    decide_connection(
        declaration=imr.author, decided=Decided.ACCEPTED, because="A small town.", by=head, at=AT
    )

    assert connections_to_decide(head, TODAY) == []
    assert accept(imr, chair)


def test_a_declined_author_writes_no_more(imr, chair, review):
    declares(imr, "KNOWS")
    head = playing(Role.CSP_CHAIR, to=review)
    decide_connection(
        declaration=imr.author, decided=Decided.DECLINED, because="Too close.", by=head, at=AT
    )
    with pytest.raises(Refused, match=r"a connection that was declined.* names somebody else"):
        accept(imr, chair)


def test_nobody_is_sent_to_decide_on_their_own(imr, review):
    declares(imr, "KNOWS")
    head = playing(Role.CSP_CHAIR, to=review)
    assert len(connections_to_decide(head, TODAY)) == 1
    imr.author.user = head
    imr.author.save()
    assert connections_to_decide(head, TODAY) == []


def test_for_a_summary_nothing_rules_out_and_everything_is_weighed(imr):
    EvidenceRequestFactory(involvement=imr.involvement, tier=Tier.SUMMARY)
    declares(imr, "DELIVERED")
    imr.refresh_from_db()
    assert imr.author.capacity == Capacity.SUMMARY_AUTHOR
    assert imr.author.judged is Judged.WAITING


def test_the_register_shows_the_author_of_each_agency(imr, review):
    [entry] = entries_of(review)
    assert entry.who == imr.author.full_name
    assert entry.part == f"Author of the IMR of {imr.involvement.agency}"
    imr.author = None
    imr.save()
    imr.declarations.all().delete()
    [entry] = entries_of(review)
    assert (entry.who, entry.words) == ("Nobody named", "Not declared")


class TestOwnTeam:
    def test_whose_team_is_of_the_agency_does_not_accept(self, imr, review, chair):
        both = playing(Role.INDEPENDENT_CHAIR, to=review)
        PartDeclarationFactory(review=review, user=both).bodies.set([imr.involvement.agency])
        with pytest.raises(Refused, match=r"you cannot judge what it sent. Ketta Holme can"):
            accept(imr, both)

    def test_nor_releases_its_chronology(self, imr, review, chair):
        both = playing(Role.INDEPENDENT_CHAIR, to=review)
        PartDeclarationFactory(review=review, user=both).bodies.set([imr.involvement.agency])
        submission = ChronologySubmissionFactory(involvement=imr.involvement, signed_off=True)
        with pytest.raises(Refused, match="Ketta Holme can"):
            check_can_release(both, submission)

    def test_nor_enters_its_sign_off(self, imr, review):
        declared = PartDeclarationFactory(review=review)
        declared.bodies.set([imr.involvement.agency])
        with pytest.raises(Refused, match="You belong to"):
            check_can_sign_off(declared.user, imr.received, name="X", is_entered_for_them=True)

    def test_a_chair_to_be_replaced_accepts_nothing(self, imr, review, chair):
        seat = PanelMemberFactory(review=review, chair=True, user=chair)
        said = {**no_connection(seat.part), "EMPLOYED_NOW": True}
        IndependenceDeclarationFactory(member=seat, answers=said)
        with pytest.raises(Refused, match="somebody else takes your seat"):
            accept(imr, chair)


def test_the_register_leads_only_where_its_reader_may_go(client, review, chair):
    unwritten = ImrFactory(involvement__review=review)
    page = reverse("reviews:independence", args=[review.reference])
    entering = reverse("evidence:declare-author", args=[review.reference, unwritten.involvement_id])

    client.force_login(chair)
    assert entering not in client.get(page).content.decode()

    client.force_login(playing(Role.CSP_OFFICER, to=review))
    assert entering in client.get(page).content.decode()
