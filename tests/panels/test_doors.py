"""Every page of the panel: for those who run it, those who sit on it, and strangers."""

from datetime import date

import pytest
from django.urls import reverse

from panels.urls import urlpatterns
from reviews.access import Role
from tests.factories.agencies import UserFactory
from tests.factories.documents import DocumentFactory
from tests.factories.panels import (
    IndependenceDeclarationFactory,
    MeetingFactory,
    MeetingItemFactory,
    MeetingPaperFactory,
    PanelMemberFactory,
    ParallelProcessFactory,
    ProcessDateFactory,
)
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db

READ = {"panel", "member", "meetings", "meeting", "invitation", "paper", "minutes-file",
        "processes", "process"}  # fmt: skip
POSTED = {"withdraw-paper", "remove-item", "reopen-minutes", "mark-not-done",
          "remove-process-date"}  # fmt: skip
MINE = {
    "panel", "appoint-chair", "add-member", "member", "change-member", "admit-member",
    "leave-panel", "declare-independence", "declaration-file", "meetings", "plan-meeting",
    "meeting", "change-meeting", "call-meeting", "call-off-meeting", "invitation",
    "record-attendance", "add-paper", "paper", "withdraw-paper", "add-item", "change-item",
    "remove-item", "attach-minutes", "minutes-file", "agree-minutes", "reopen-minutes",
    "mark-done", "mark-not-done", "processes", "add-process", "process", "change-process",
    "add-process-date", "remove-process-date",
}  # fmt: skip


@pytest.fixture
def paths(review):
    """The address of every page, each of something that is there."""
    return paths_of(review)


def paths_of(review):
    member = PanelMemberFactory(review=review)
    declaration = IndependenceDeclarationFactory(
        member=member,
        received_via="EMAIL",
        on_behalf_of=member.full_name,
        given_on=date(2026, 1, 28),
        original=DocumentFactory(),
    )
    meeting = MeetingFactory(review=review, past=True, minutes=DocumentFactory())
    item = MeetingItemFactory(meeting=meeting, action=True)
    process = ParallelProcessFactory(review=review)
    known = {
        "reference": review.reference,
        "member_id": member.pk,
        "declaration_id": declaration.pk,
        "number": meeting.number,
        "paper_id": MeetingPaperFactory(meeting=meeting).pk,
        "item": item.number,
        "process_id": process.pk,
        "date_id": ProcessDateFactory(process=process).pk,
    }
    routes = [route for route in urlpatterns if route.name in MINE]
    return {
        route.name: reverse(
            f"panels:{route.name}",
            kwargs={name: known[name] for name in route.pattern.converters},
        )
        for route in routes
    }


def answers(client, paths, names):
    """Return how each page answers: those that change nothing first, removals last."""
    in_order = sorted(names, key=lambda name: (name in POSTED, name == "remove-item", name))
    return {name: answer(client, paths[name], post=name in POSTED) for name in in_order}


def answer(client, path, *, post=False):
    response = client.post(path) if post else client.get(path)
    response.getvalue()  # a file is open until it is read
    return response.status_code


def test_every_page_opens_for_whoever_runs_the_panel(client, review, paths):
    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))
    names = MINE - {"admit-member"}

    assert answers(client, paths, names) == {name: 302 if name in POSTED else 200 for name in names}


def test_the_officer_alone_admits_members(client, review, paths):
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    assert answer(client, paths["admit-member"]) == 200

    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))
    assert answer(client, paths["admit-member"]) == 404


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.ADVISER, Role.CSP_CHAIR])
def test_whoever_sits_on_the_panel_reads_it_and_writes_nothing(client, review, paths, role):
    client.force_login(playing(role, to=review))

    assert answers(client, paths, MINE) == {name: 200 if name in READ else 404 for name in MINE}


def author(review):
    return playing(Role.IMR_AUTHOR, to=AgencyInvolvementFactory(review=review))


def liaison(review):
    return playing(Role.HOME_OFFICE_LIAISON, to=review)


def officer_elsewhere(review):
    return playing(Role.CSP_OFFICER, to=ReviewFactory())


def stranger(review):
    return UserFactory()


@pytest.mark.parametrize("who", [author, liaison, officer_elsewhere, stranger])
def test_no_page_is_there_for_anybody_else(client, review, paths, who):
    client.force_login(who(review))

    assert answers(client, paths, MINE) == dict.fromkeys(MINE, 404)


def test_signed_out_goes_to_the_sign_in_page(client, paths):
    went = {client.get(path)["Location"].partition("?")[0] for path in paths.values()}

    assert went == {reverse("accounts:sign-in")}


def test_what_belongs_to_another_review_is_not_there(client, review, paths):
    other = ReviewFactory()
    moved = {
        name: path.replace(f"/{review.reference}/", f"/{other.reference}/")
        for name, path in paths.items()
    }
    client.force_login(playing(Role.CSP_OFFICER, to=other))
    of_the_review = {"panel", "meetings", "processes", "appoint-chair", "add-member",
                     "plan-meeting", "add-process"}  # fmt: skip
    names = MINE - of_the_review

    assert answers(client, moved, names) == dict.fromkeys(names, 404)


def test_a_chair_admits_nobody(client, review, paths):
    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))

    assert client.get(paths["admit-member"]).status_code == 404
    assert "Email address" not in client.get(paths["add-member"]).content.decode()
    assert "Email address" not in client.get(paths["appoint-chair"]).content.decode()


def test_an_ended_review_offers_no_button(client, review, paths):
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    type(review).objects.filter(pk=review.pk).update(stage="CONCLUDED")

    for name in READ - {"invitation", "paper", "minutes-file"}:
        page = client.get(paths[name]).content.decode()
        main = page[page.index("<main") :]
        assert "govuk-button" not in main
        assert "<form" not in main
