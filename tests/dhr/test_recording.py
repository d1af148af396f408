"""Looked at, taken away, refused: what the trail says of the pages themselves."""

import pytest
from django.urls import get_resolver, reverse

from audit.events import EVENTS
from audit.kinds import TAKEN, Kind, kind_of
from audit.models import ActorKind, AuditEvent
from dhr import recording
from reviews.access import Role
from reviews.lifecycle import Stage
from reviews.models import Person
from tests.factories.agencies import PostFactory, UserFactory
from tests.factories.documents import DocumentFactory
from tests.factories.reviews import DecisionFactory, PersonFactory, ReviewFactory, playing
from tests.house.routes import IN_REVIEW
from tests.house.test_routes import address
from tests.house.world import World

pytestmark = pytest.mark.django_db

MARK = "Zqxnamecanary"


@pytest.fixture
def review():
    return ReviewFactory(at_stage=Stage.EVIDENCE)


def page(name, review, *args):
    return reverse(f"reviews:{name}", args=[review.reference, *args])


def events(kind):
    return [event for event in AuditEvent.objects.order_by("pk") if kind_of(event.event) == kind]


class TestLookedAt:
    def test_says_who_and_which_page(self, client, review):
        officer, person = playing(Role.CSP_OFFICER, to=review), PersonFactory(review=review)
        client.force_login(officer)
        client.get(page("change-person", review, person.pk))

        (event,) = events(Kind.READ)
        assert (event.event, event.review_ref) == ("people.looked_at", review.reference)
        assert event.actor_id == officer.pk
        assert event.subjects == {"route": "reviews:change-person", "person_id": person.pk}
        assert event.address == "127.0.0.1"

    def test_each_time(self, client, review):
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        for _ in range(2):
            client.get(page("people", review))

        assert len(events(Kind.READ)) == 2

    def test_a_page_on_which_nobody_can_be_recognised_leaves_nothing(self, client, review):
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        before = AuditEvent.objects.count()
        for name in ("home", "history", "access"):
            assert client.get(page(name, review)).status_code == 200

        assert AuditEvent.objects.count() == before

    def test_every_page_of_the_family_compartment(self):
        for route in ("families:compartment", "families:sheet", "families:made-tomorrow"):
            assert recording.LOOKED_AT_IN[route.partition(":")[0]] == "family.looked_at"

    def test_every_page_of_the_list_is_there(self):
        there = {
            f"{space}:{name}"
            for space, (_, resolver) in get_resolver().namespace_dict.items()
            for name in resolver.reverse_dict
            if isinstance(name, str)
        }
        assert recording.EVENT_OF.keys() <= there
        assert set(recording.EVENT_OF.values()) <= EVENTS.keys()


@pytest.mark.slow
@pytest.mark.parametrize("role", [Role.CSP_OFFICER, Role.INDEPENDENT_CHAIR])
def test_no_page_shows_a_true_name_without_a_trace(client, role):
    """Every page of a review, with every true name marked: whoever reads one is recorded."""
    world = World()
    PersonFactory(review=world.review)
    for person in Person.objects.all():
        person.true_name, person.aliases = MARK, [MARK]
        person.save()
    client.force_login(playing(role, to=world.review))
    silent, found = [], 0
    for name in (name for names in IN_REVIEW.values() for name in names):
        where = address(world, name)
        before = AuditEvent.objects.latest("pk").pk
        response = client.get(where) if where else None
        if response is None or MARK.encode() not in response.getvalue():
            continue
        found += 1
        made = AuditEvent.objects.filter(pk__gt=before).values_list("event", flat=True)
        if not any(kind_of(event) in {Kind.READ, Kind.TAKEN} for event in made):
            silent.append(name)

    assert silent == []
    assert found >= 2


class TestTaken:
    def test_a_file_that_was_received(self, client, review):
        letter = DocumentFactory()
        decision = DecisionFactory(review=review, minute=letter)
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        client.get(page("decision-file", review, decision.pk, "minute")).getvalue()

        (event,) = events(Kind.TAKEN)
        assert event.event == "document.downloaded"
        assert event.review_ref == review.reference
        assert event.subjects == {
            "route": "reviews:decision-file", "decision_id": decision.pk, "document_id": letter.pk,
        }  # fmt: skip

    def test_a_file_that_is_made(self, client, review):
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        client.get(page("history-file", review))

        (event,) = events(Kind.TAKEN)
        assert event.subjects == {"route": "reviews:history-file"}

    def test_what_an_operation_recorded_is_not_recorded_twice(self, rf, review):
        from audit import origin

        request = rf.get("/")
        answer = {"Content-Disposition": "attachment; filename=x"}

        def event(recorded):
            from django.http import HttpResponse

            with origin.coming_from(origin.Origin("r", recorded=recorded)):
                response = HttpResponse(headers=answer)
                return recording.event_of(request, response, route="composite:export")

        assert event(set()) == "document.downloaded"
        assert [event({taken}) for taken in TAKEN] == [""] * len(TAKEN)


class TestRefused:
    def test_a_page_that_is_not_theirs(self, client, review):
        stranger = UserFactory()
        client.force_login(stranger)
        assert client.get(page("people", review)).status_code == 404

        (event,) = events(Kind.REFUSAL)
        assert (event.event, event.actor_id) == ("access.refused", stranger.pk)
        assert event.review_ref == review.reference
        assert event.subjects == {"route": "reviews:people"}

    def test_a_form_sent_where_it_may_not_be(self, client, review):
        client.force_login(playing(Role.PANEL_MEMBER, to=review))
        assert client.post(page("admit", review)).status_code == 404

        (event,) = events(Kind.REFUSAL)
        assert event.subjects == {"route": "reviews:admit"}

    def test_one_that_is_not_there_looks_the_same(self, client, review):
        client.force_login(UserFactory())
        answers = [
            client.get(reverse("reviews:people", args=[reference]))
            for reference in (review.reference, "ZZ-DHR-99")
        ]

        assert [answer.status_code for answer in answers] == [404, 404]
        assert len(events(Kind.REFUSAL)) == 2

    def test_words_typed_into_an_address_are_not_kept(self, client):
        client.force_login(UserFactory())
        client.get("/reviews/Jane-Smith-of-Elm-Road/people/")
        client.get("/partnerships/jane-smith/posts/")

        for event in events(Kind.REFUSAL):
            assert event.review_ref == ""
            assert event.subjects.keys() == {"route"}
        assert len(events(Kind.REFUSAL)) == 2

    def test_who_is_signed_out_and_what_has_no_page_leave_nothing(self, client, review):
        client.get(page("people", review))
        client.force_login(UserFactory())
        client.get("/no/such/page/")

        assert events(Kind.REFUSAL) == []

    def test_a_partnership_that_is_not_theirs(self, client):
        post = PostFactory()
        client.force_login(post.user)
        client.get(reverse("reviews:posts", args=[post.partnership.slug]))

        assert len(events(Kind.REFUSAL)) == 1


def test_a_guest_without_an_account_is_recorded_as_one(rf, review):
    from django.contrib.auth.models import AnonymousUser

    request = rf.get("/")
    request.user = AnonymousUser()
    recording.record("document.downloaded", request, route="x:y", parts={"number": 3})

    (event,) = events(Kind.TAKEN)
    assert event.actor_kind == ActorKind.SIGNED_OUT
    assert event.subjects == {"route": "x:y", "number": 3}
