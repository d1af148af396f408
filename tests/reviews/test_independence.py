"""What is declared, how it is judged, and who decides. All names are invented."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from panels.models import PanelPart
from reviews import access, rules
from reviews.access import Permission, Refused, Role
from reviews.lifecycle import Stage
from reviews.models import Capacity, Decided, Judged, judge
from reviews.models.independence import QUESTIONS, connections_in, questions_for
from reviews.operations import independence
from reviews.queries.declarations import entries_of, part_connections_to_decide, parts_to_declare
from tests.factories.agencies import AgencyFactory
from tests.factories.panels import IndependenceDeclarationFactory, PanelMemberFactory
from tests.factories.reviews import (
    AT,
    AgencyInvolvementFactory,
    PartDeclarationFactory,
    PersonFactory,
    ReviewFactory,
    playing,
)
from tests.pages.reading import Html
from tests.reviews.acting import url

pytestmark = pytest.mark.django_db

TODAY = AT.date()


def answers(part, *connected):
    """Return the answers of somebody in a part, connected where these questions ask."""
    return {
        asked.code: asked.connects_if if asked.code in connected else not asked.connects_if
        for asked in questions_for(part)
    }


BARS = {
    Capacity.INDEPENDENT_CHAIR: {"INVOLVED", "EMPLOYED_NOW"},
    Capacity.OVERVIEW_AUTHOR: {"INVOLVED", "EMPLOYED_NOW"},
    Capacity.SECRETARY: {"INVOLVED"},
    Capacity.PANEL_MEMBER: {"INVOLVED"},
    Capacity.ADVISER: set(),
    Capacity.OBSERVER: set(),
    Capacity.IMR_AUTHOR: {"DELIVERED", "MANAGED", "LINE_MANAGES"},
    Capacity.SUMMARY_AUTHOR: set(),
    Capacity.SENIOR_SIGN_OFF: set(),
    Capacity.OFFICER: set(),
}


class TestJudging:
    @pytest.mark.parametrize("part", Capacity)
    def test_what_bars_and_what_is_weighed(self, part):
        """Every answer of every part means one thing, and no decision outweighs what bars."""
        assert judge(answers(part), part, "") is Judged.CLEAR
        for asked in questions_for(part):
            said = answers(part, asked.code)
            if asked.code in BARS[part]:
                found = {judge(said, part, decided) for decided in ["", *Decided]}
                assert found == {Judged.DISQUALIFIED}
            else:
                assert judge(said, part, "") is Judged.WAITING
                assert judge(said, part, Decided.ACCEPTED) is Judged.ACCEPTED
                assert judge(said, part, Decided.DECLINED) is Judged.DECLINED

    def test_who_may_act(self):
        assert {one for one in Judged if one.lets_act} == {Judged.CLEAR, Judged.ACCEPTED}
        assert {one for one in Judged if one.stops} == {Judged.DECLINED, Judged.DISQUALIFIED}

    def test_every_part_of_a_panel_is_a_part_that_is_judged(self):
        assert set(PanelPart.values) <= set(Capacity.values)
        assert len({asked.code for asked in QUESTIONS}) == len(QUESTIONS)

    def test_answers_are_complete_and_explained(self):
        part = Capacity.INDEPENDENT_CHAIR
        with pytest.raises(Refused, match="Answer") as refusal:
            rules.check_answers(part, {}, connections="")
        assert refusal.value.field == "KNOWN"
        with pytest.raises(Refused, match="which posts") as refusal:
            rules.check_answers(part, answers(part, "EMPLOYED"), connections="x")
        assert refusal.value.field == "posts_held"
        with pytest.raises(Refused, match="lies behind") as refusal:
            rules.check_answers(part, answers(part, "OTHER_REVIEWS"), connections=" ")
        assert refusal.value.field == "connections"
        rules.check_answers(part, answers(part, "INVOLVED"), connections="")
        assert connections_in(answers(part), part) == []


@pytest.fixture
def review(db):
    return ReviewFactory(at_stage=Stage.EVIDENCE)


@pytest.fixture
def chair(review):
    return playing(Role.CSP_CHAIR, to=review)


@pytest.fixture
def connected(review):
    """A chair of a second review in the borough."""
    member = PanelMemberFactory(review=review, chair=True)
    return IndependenceDeclarationFactory(
        member=member,
        answers=answers(Capacity.INDEPENDENT_CHAIR, "OTHER_REVIEWS"),
        connections="A second review here.",
    )


def decide(declaration, by, decided=Decided.ACCEPTED, because="Another year, another family."):
    return independence.decide_connection(
        declaration=declaration, decided=decided, because=because, by=by, at=AT
    )


class TestDeciding:
    def test_the_chair_of_the_partnership_accepts_with_a_reason(self, connected, chair):
        decide(connected, chair)

        connected.refresh_from_db()
        assert connected.judged is Judged.ACCEPTED
        assert connected.decided_by == chair
        event = AuditEvent.objects.get(event="independence.accepted")
        assert event.subjects["declaration_id"] == connected.pk

    def test_or_declines(self, connected, chair):
        assert decide(connected, chair, Decided.DECLINED).judged is Judged.DECLINED

    @pytest.mark.parametrize(
        "role", [role for role in access.REVIEW_GRANTS if role != Role.CSP_CHAIR]
    )
    def test_nobody_else_does(self, connected, review, role):
        with pytest.raises(Refused):
            decide(connected, playing(role, to=review))
        connected.refresh_from_db()
        assert connected.judged is Judged.WAITING

    def test_what_disqualifies_is_never_accepted(self, connected, chair):
        connected.answers = answers(Capacity.INDEPENDENT_CHAIR, "EMPLOYED_NOW")
        with pytest.raises(Refused, match="no connection in this declaration left"):
            decide(connected, chair)

    def test_nothing_is_decided_twice(self, connected, chair):
        decide(connected, chair)
        with pytest.raises(Refused, match="left to decide"):
            decide(connected, chair, Decided.DECLINED)

    def test_nobody_decides_on_their_own(self, connected, chair):
        connected.member.user = chair
        with pytest.raises(Refused, match="of your own"):
            decide(connected, chair)

    def test_the_reason_is_there_and_names_nobody(self, connected, chair, review):
        PersonFactory(review=review, true_name="Maris Tolvane")
        with pytest.raises(Refused, match="Give the reason"):
            decide(connected, chair, because=" ")
        with pytest.raises(Refused, match="holds a name") as refusal:
            decide(connected, chair, because="Never met Maris Tolvane.")
        assert refusal.value.field == "because"

    def test_not_after_the_review_ended(self, connected, chair, review):
        review.stage = Stage.CONCLUDED
        review.save()
        with pytest.raises(Refused, match="ended"):
            decide(connected, chair)


class TestParts:
    def test_an_officer_says_which_agencies_their_team_is_of(self, review):
        officer = playing(Role.CSP_OFFICER, to=review)
        own = AgencyInvolvementFactory(review=review)
        other = AgencyInvolvementFactory(review=review)

        declare(review, officer, bodies=[own.agency])

        assert rules.is_of_own_team(officer, own)
        assert not rules.is_of_own_team(officer, other)

    def test_a_larger_body_speaks_for_its_parts(self, review):
        council = AgencyFactory()
        school = AgencyInvolvementFactory(review=review, agency__part_of=council)
        AgencyInvolvementFactory(review=review, agency=council)
        officer = playing(Role.CSP_OFFICER, to=review)

        declare(review, officer, bodies=[council])

        assert rules.is_of_own_team(officer, school)

    def test_a_later_declaration_stands_in_its_place(self, review):
        officer = playing(Role.CSP_OFFICER, to=review)
        own = AgencyInvolvementFactory(review=review)
        declare(review, officer, bodies=[own.agency])
        declare(review, officer)
        assert not rules.is_of_own_team(officer, own)

    def test_the_refusal_names_who_else_may(self, review):
        officer = playing(Role.CSP_OFFICER, to=review)
        own = AgencyInvolvementFactory(review=review, agency__name="Alder Trust")
        declare(review, officer, bodies=[own.agency])
        with pytest.raises(Refused, match="Nobody else here can yet"):
            rules.check_is_of_no_own_team(officer, own, Permission.IMR_ACCEPT)

        playing(Role.INDEPENDENT_CHAIR, to=review, full_name="Ketta Holme")
        with pytest.raises(Refused) as refusal:
            rules.check_is_of_no_own_team(officer, own, Permission.IMR_ACCEPT)
        assert str(refusal.value) == (
            "You belong to Alder Trust, so you cannot judge what it sent. Ketta Holme can."
        )

    def test_whoever_is_admitted_for_an_agency_belongs_to_it(self, review):
        part = AgencyInvolvementFactory(review=review)
        own = playing(Role.AGENCY_CONTACT, to=part)
        assert rules.is_of_own_team(own, part)

    def test_agencies_of_the_review_only(self, review):
        officer = playing(Role.CSP_OFFICER, to=review)
        with pytest.raises(Refused, match="agencies of this review"):
            declare(review, officer, bodies=[AgencyFactory()])

    def test_nobody_declares_for_a_part_they_do_not_play(self, review):
        member = playing(Role.PANEL_MEMBER, to=review)
        with pytest.raises(Refused, match="do not play"):
            declare(review, member)

    def test_nobody_is_sent_to_decide_on_their_own(self, review, chair):
        said = answers(Capacity.OFFICER, "KNOWN")
        PartDeclarationFactory(review=review, user=chair, answers=said)
        assert part_connections_to_decide(chair, TODAY) == []
        assert len(part_connections_to_decide(playing(Role.CSP_CHAIR, to=review), TODAY)) == 1

    def test_a_connection_is_explained_and_waits(self, review, chair):
        officer = playing(Role.CSP_OFFICER, to=review)
        said = answers(Capacity.OFFICER, "KNOWN")
        with pytest.raises(Refused, match="lies behind"):
            declare(review, officer, said=said)
        made = declare(review, officer, said=said, connections="A neighbour.")
        [item] = part_connections_to_decide(chair, TODAY)
        assert item.href == url("decide-connection", review, "part", made.pk)

        declare(review, officer)  # and says later that there is none
        assert part_connections_to_decide(chair, TODAY) == []


def declare(review, by, *, said=None, bodies=(), connections=""):
    return independence.declare_part(
        review=review,
        part=Capacity.OFFICER,
        answers=said or answers(Capacity.OFFICER),
        connections=connections,
        bodies=bodies,
        today=TODAY,
        by=by,
        at=AT,
    )


class TestTasks:
    def test_officers_and_seniors_are_asked_once_agencies_write(self, review):
        part = AgencyInvolvementFactory(review=review)
        for role, place, name in [
            (Role.CSP_OFFICER, review, "officer"),
            (Role.SENIOR_SIGN_OFF, part, "senior_sign_off"),
        ]:
            user = playing(role, to=place)
            [item] = parts_to_declare(user, TODAY)
            assert item.href == url("declare-part", review, name)

    def test_not_before_and_not_twice(self, review):
        early = ReviewFactory(at_stage=Stage.COMMISSIONED)
        assert parts_to_declare(playing(Role.CSP_OFFICER, to=early), TODAY) == []
        declared = PartDeclarationFactory(review=review)
        assert parts_to_declare(declared.user, TODAY) == []


class TestPages:
    def test_the_register_lists_everybody_what_stops_first(self, client, review, connected, chair):
        client.force_login(chair)
        page = client.get(url("independence", review)).content.decode()
        assert connected.member.full_name in page
        assert "Connection to be decided" in page
        assert url("decide-connection", review, "panel", connected.pk) in page

    def test_the_register_of_nobody(self, client, review, chair):
        client.force_login(chair)
        assert "Nobody yet" in client.get(url("independence", review)).content.decode()

    def test_accepting_by_the_page(self, client, review, connected, chair):
        client.force_login(chair)
        address = url("decide-connection", review, "panel", connected.pk)
        assert "A second review here." in client.get(address).content.decode()
        assert "Give the reason" in client.post(address, {"decided": "ACCEPTED"}).content.decode()

        said = {"decided": "ACCEPTED", "because": "Another family."}
        page = client.post(address, said, follow=True).content.decode()

        assert "Connection accepted" in page
        assert "Another family." in page
        assert "Another family." in client.get(address).content.decode()

    def test_a_refusal_stands_at_its_field(self, client, review, connected, chair):
        PersonFactory(review=review, true_name="Maris Tolvane")
        client.force_login(chair)
        said = {"decided": "ACCEPTED", "because": "Not Maris Tolvane."}
        address = url("decide-connection", review, "panel", connected.pk)
        assert "holds a name" in client.post(address, said).content.decode()

    def test_an_officer_declares_by_the_page(self, client, review):
        officer = playing(Role.CSP_OFFICER, to=review)
        own = AgencyInvolvementFactory(review=review)
        client.force_login(officer)
        address = url("declare-part", review, "officer")
        said = {"KNOWN": "no", "INVOLVED": "no", "OTHER": "yes", "bodies": [own.agency_id]}
        assert "lies behind" in client.post(address, said).content.decode()

        client.post(address, {**said, "connections": "On a board."})

        assert rules.is_of_own_team(officer, own)
        assert "You declared last on" in client.get(address).content.decode()

    def test_the_first_question_stands_before_fifty_agencies(self, client, review):
        own = AgencyInvolvementFactory(review=review, agency__kind="ASC", agency__name="Care")
        AgencyInvolvementFactory(review=review, agency__kind="GP", agency__name="Surgery")
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        address = url("declare-part", review, "officer")
        asked = [each["name"] for each in Html(client.get(address).text).all("input")]
        assert [name for name in dict.fromkeys(asked) if name != "csrfmiddlewaretoken"] == [
            "KNOWN", "INVOLVED", "OTHER", "bodies",
        ]  # fmt: skip

        page = Html(client.post(address, {"bodies": [own.agency_id]}).text)
        folds = {fold.text: "open" in fold.attrs for fold in page.all("details")}
        assert folds == {
            "Adult social care (1, 1 ticked) Care": True,
            "GP practice (1) Surgery": False,
        }
        assert page.find("input", value=str(own.agency_id)).get("checked") is not None

    def test_a_senior_declares_without_seeing_the_review(self, client, review):
        part = AgencyInvolvementFactory(review=review)
        client.force_login(playing(Role.SENIOR_SIGN_OFF, to=part))
        address = url("declare-part", review, "senior_sign_off")
        page = client.get(address).content.decode()
        assert "as senior sign-off" in page
        assert "Which of these agencies" not in page
        client.post(address, {"KNOWN": "no", "INVOLVED": "no", "OTHER": "no"})
        assert [one.words for one in entries_of(review)] == ["Declared, no connection"]

    @pytest.mark.parametrize("part", ["officer", "nonsense"])
    def test_it_is_not_there_for_anybody_else(self, client, review, part):
        client.force_login(playing(Role.PANEL_MEMBER, to=review))
        assert client.get(url("declare-part", review, part)).status_code == 404
        missing = reverse("reviews:declare-part", args=["NO-SUCH-1", part])
        assert client.get(missing).status_code == 404

    def test_a_connection_of_another_review_is_not_there(self, client, review, chair, connected):
        other = IndependenceDeclarationFactory()
        client.force_login(chair)
        for kind, pk in [("panel", other.pk), ("author", connected.pk)]:
            assert client.get(url("decide-connection", review, kind, pk)).status_code == 404
