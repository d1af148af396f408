"""What the panel does with what came in: who reads which version, acceptance, and its page."""

from datetime import date

import pytest

from documents.models import Route
from evidence.cycle import ImrState
from evidence.models import ImrAcceptance, Tier
from evidence.operations import imr_acceptance
from evidence.rules.imr_reading import check_can_read
from messaging.models import Message
from reviews.access import Refused, Role, allows
from tests.evidence.imrs import *  # noqa: F403
from tests.evidence.saying import address, day, errors, fetched, text
from tests.factories.agencies import UserFactory
from tests.factories.evidence import (
    AuthorDeclarationFactory,
    EvidenceRequestFactory,
    ImrAcceptanceFactory,
    ImrFactory,
    ImrPointFactory,
    ImrQueryFactory,
    ImrVersionFactory,
)
from tests.factories.reviews import AgencyInvolvementFactory, playing

pytestmark = pytest.mark.django_db

TODAY = date(2026, 2, 2)
DRAFT, SIGNED, IN, ACCEPTED = (
    ImrState.DRAFT,
    ImrState.AGENCY_SIGNED_OFF,
    ImrState.RECEIVED,
    ImrState.ACCEPTED_BY_PANEL,
)
NEVER = ()

# Who reads, and from which state on
READERS = [
    ("own", Role.IMR_AUTHOR, (DRAFT, SIGNED, IN, ACCEPTED)),
    ("own", Role.SENIOR_SIGN_OFF, (DRAFT, SIGNED, IN, ACCEPTED)),
    ("own", Role.PANEL_MEMBER, (DRAFT, SIGNED, IN, ACCEPTED)),
    ("own", Role.AGENCY_CONTACT, NEVER),
    ("review", Role.INDEPENDENT_CHAIR, (IN, ACCEPTED)),
    ("review", Role.REVIEW_SECRETARY, (IN, ACCEPTED)),
    ("review", Role.CSP_OFFICER, (ACCEPTED,)),
    ("review", Role.PANEL_MEMBER, (ACCEPTED,)),
    ("review", Role.CSP_CHAIR, NEVER),
    ("review", Role.ADVISER, NEVER),
    ("review", Role.NEIGHBOURING_OFFICER, NEVER),
    ("review", Role.HOME_OFFICE_LIAISON, NEVER),
    ("other agency", Role.IMR_AUTHOR, NEVER),
    ("other agency", Role.PANEL_MEMBER, NEVER),
]


class TestReading:
    @pytest.mark.parametrize("state", [DRAFT, SIGNED, IN, ACCEPTED])
    @pytest.mark.parametrize(("place", "role", "states"), READERS)
    def test_who_reads_what_and_when(self, client, review, part, place, role, states, state):
        version = ImrFactory(involvement=part, at=state).latest
        places = {
            "own": part,
            "review": review,
            "other agency": AgencyInvolvementFactory(review=review),
        }
        reader = playing(role, to=places[place])
        client.force_login(reader)

        may = state in states

        assert allows(check_can_read, reader, version) == may
        page = client.get(address(part, "imr-version", 1))
        assert page.status_code == (200 if may else 404)
        file = client.get(address(part, "imr-file", 1, "document"))
        assert file.status_code == (200 if may else 404)
        assert not may or fetched(file)

    def test_strangers_read_nothing(self, client, part):
        ImrFactory(involvement=part, at=ACCEPTED)
        client.force_login(UserFactory())
        assert client.get(address(part, "imr-version", 1)).status_code == 404

    def test_whoever_entered_it_has_its_paper(self, officer, part):
        version = ImrFactory(involvement=part, at=DRAFT).latest
        assert not allows(check_can_read, officer, version)
        version.received_via, version.on_behalf_of = Route.EMAIL, "Bo"
        assert allows(check_can_read, officer, version)

    def test_a_corrected_version_waits_while_the_accepted_one_is_read(self, review, part):
        imr = ImrFactory(involvement=part, at=ACCEPTED)
        later = ImrVersionFactory(imr=imr, number=2)
        member = playing(Role.PANEL_MEMBER, to=review)
        assert allows(check_can_read, member, imr.versions.get(number=1))
        with pytest.raises(Refused, match="has not accepted this IMR yet"):
            check_can_read(member, later)

    def test_a_file_that_is_not_there(self, client, part, senior):
        ImrFactory(involvement=part, at=DRAFT)
        client.force_login(senior)
        assert client.get(address(part, "imr-file", 1, "sign-off")).status_code == 404
        assert client.get(address(part, "imr-file", 1, "rumour")).status_code == 404
        assert client.get(address(part, "imr-version", 2)).status_code == 404

    def test_a_report_that_was_never_asked_for(self, client, review, part, chair):
        client.force_login(chair)
        for page in ("imr", "imr-queries", "imr-accept"):
            assert client.get(address(part, page)).status_code == 404


@pytest.fixture
def accept(chair, when):
    def accept(version, on=TODAY, by=chair, **known):
        return imr_acceptance.accept(version=version, accepted_on=on, **known, **{**when, "by": by})

    return accept


class TestAccepting:
    def test_the_panel_reads_it_and_the_agency_hears(self, part, author, accept):
        imr = ImrFactory(involvement=part, at=IN)
        made = accept(imr.latest, words=" Plain. ")
        imr.refresh_from_db()
        assert imr.state == ACCEPTED
        assert made.note == "Plain."
        told = Message.objects.filter(kind="imr_accepted").values_list("to_address", flat=True)
        assert set(told) == {"ada@alder.example", "secure@alder.example"}

    @pytest.mark.parametrize("state", [ImrState.QUERIED, ImrState.RESUBMITTED])
    def test_after_questions_or_another_version(self, part, accept, state):
        imr = ImrFactory(involvement=part, at=state)
        accept(imr.received)
        imr.refresh_from_db()
        assert imr.is_accepted

    def test_only_the_chair_accepts(self, review, part, officer, accept):
        imr = ImrFactory(involvement=part, at=IN)
        for other in (officer, playing(Role.REVIEW_SECRETARY, to=review)):
            with pytest.raises(Refused, match="accept an imr"):
                accept(imr.latest, by=other)

    def test_only_the_last_that_came_in(self, part, accept):
        imr = ImrFactory(involvement=part, at=ImrState.RESUBMITTED)
        with pytest.raises(Refused, match="Only the last version"):
            accept(imr.versions.get(number=1))
        with pytest.raises(Refused, match="Only the last version"):
            accept(ImrFactory(at=DRAFT, involvement__review=part.review).latest)

    def test_once(self, part, accept):
        imr = ImrFactory(involvement=part, at=ACCEPTED)
        with pytest.raises(Refused, match="cannot follow"):
            accept(imr.latest)

    def test_a_day_to_come_or_an_unusual_one(self, part, accept):
        imr = ImrFactory(involvement=part, at=IN)
        with pytest.raises(Refused) as refusal:
            accept(imr.latest, on=date(2026, 2, 3))
        assert refusal.value.field == "accepted_on"
        with pytest.raises(Refused) as refusal:
            accept(imr.latest, on=date(2026, 1, 29))
        assert refusal.value.field == "unusual_reason"
        assert accept(imr.latest, on=date(2026, 1, 29), unusual_reason="Read on paper first.")

    def test_in_the_browser(self, sign_in, part, chair):
        ImrFactory(involvement=part, at=IN)
        browser, page = sign_in(chair), address(part, "imr-accept")
        assert "Every member of the panel can then read it" in text(browser.get(page))
        wrong = {"words": "Kept.", **day("accepted_on", date(2026, 2, 3))}
        answer = browser.post(page, wrong)
        assert list(errors(answer)) == ["accepted_on"]
        assert answer.context["form"]["words"].value() == "Kept."
        browser.post(page, {**wrong, **day("accepted_on", TODAY)})
        words = text(browser.get(address(part, "imr-version", 1)))
        assert "Accepted by the panel on 2 February 2026" in words
        assert "Kept." in words

    def test_before_anything_is_in_there_is_no_page(self, sign_in, part, chair):
        ImrFactory(involvement=part, at=DRAFT)
        assert sign_in(chair).get(address(part, "imr-accept")).status_code == 404


class TestTakingBack:
    def test_the_panel_can_no_longer_read_it(self, review, part, chair, when):
        imr = ImrFactory(involvement=part, at=ACCEPTED)
        back = {"imr": imr, "by": chair, "at": when["at"]}
        with pytest.raises(Refused) as refusal:
            imr_acceptance.take_back(reason=" ", **back)
        assert refusal.value.field == "reason"
        imr_acceptance.take_back(reason="The wrong file.", **back)
        imr.refresh_from_db()
        assert imr.state == IN
        assert not ImrAcceptance.objects.get().stands
        member = playing(Role.PANEL_MEMBER, to=review)
        assert not allows(check_can_read, member, imr.latest)
        with pytest.raises(Refused, match="has not accepted"):
            imr_acceptance.take_back(reason="Again.", **back)

    def test_in_the_browser(self, sign_in, part, chair):
        ImrFactory(involvement=part, at=ACCEPTED)
        browser, page = sign_in(chair), address(part, "imr-take-back")
        assert "stays on record" in text(browser.get(page))
        assert list(errors(browser.post(page, {"reason": ""}))) == ["reason"]
        answer = browser.post(page, {"reason": "The wrong file."}, follow=True)
        assert "accepted by the panel; taken back: The wrong file." in text(answer)
        assert "The panel has not accepted this." in text(browser.post(page, {"reason": "x"}))


class TestPage:
    def test_it_tells_the_whole_story_without_what_is_said(self, desk, part, author):
        imr = ImrFactory(involvement=part, by=author, asked=Tier.IMR_AND_CHRONOLOGY)
        AuthorDeclarationFactory(imr=imr, full_name="Zed", answers={"MANAGED": True})
        ImrFactory.reach(imr, ImrState.QUERIED)
        ImrQueryFactory(imr=imr, version=imr.latest, answered=True)
        ImrQueryFactory(imr=imr, version=imr.latest)
        ImrPointFactory.build(version=imr.latest)
        EvidenceRequestFactory(
            involvement=part,
            tier=Tier.SHORT_REPORT,
            reason="Slight contact.",
            told_otherwise="Call",
        )

        words = text(desk.get(address(part, "imr")))

        for said in (
            "Asked for: IMR and chronology", "Asked for: Short report (Call): Slight contact.",
            "Declaration of Ada Moss, Safeguarding lead", "Zed, Safeguarding lead, who is not ind",
            "Version 1 signed off by Director of Nursing", "Version 1 received by the panel",
            "3 questions asked", "Question 2 answered", "2 waiting for an answer",
        ):  # fmt: skip
            assert said in words
        assert "Seen twice" not in words
        assert "/report/1/" not in words  # the officer waits for the panel

    def test_what_is_no_longer_asked_for_says_so(self, desk, part):
        ImrFactory(involvement=part, at=DRAFT)
        EvidenceRequestFactory(involvement=part, tier=Tier.NOTHING)
        words = text(desk.get(address(part, "imr")))
        assert "No longer asked for" in words
        assert "Being written" in words

    def test_an_author_who_may_not_write_is_pointed_out(self, desk, part, author):
        imr = ImrFactory(involvement=part, by=author)
        imr.author.answers = {"MANAGED": True}
        imr.author.save()
        assert "somebody else must write" in text(desk.get(address(part, "imr")))

    def test_what_is_kept_back_is_signed_off_and_not_received(self, desk, part):
        ImrFactory(involvement=part, at=ImrState.AGENCY_SIGNED_OFF)
        words = text(desk.get(address(part, "imr")))
        assert "Version 1 signed off by Director of Nursing" in words
        assert "received by the panel" not in words

    @pytest.mark.parametrize("state", list(ImrState))
    def test_it_opens_in_every_state_for_everybody_who_follows_it(
        self, sign_in, part, officer, chair, author, senior, state
    ):
        imr = ImrFactory(involvement=part, by=author, at=state if state != "REQUESTED" else None)
        for reader in (officer, chair, author, senior, playing(Role.PANEL_MEMBER, to=part)):
            page = sign_in(reader).get(address(part, "imr"))
            assert imr.get_state_display() in text(page)
            assert sign_in(reader).get(address(part, "imr-queries")).status_code == 200

    @pytest.mark.parametrize("rows", [3, 30])
    def test_it_costs_the_same_whatever_there_is(
        self, client, part, rows, django_assert_max_num_queries
    ):
        imr = ImrFactory(involvement=part, at=ACCEPTED)
        for number in range(2, rows):
            version = ImrVersionFactory(imr=imr, number=number, frozen=True)
            ImrAcceptanceFactory(version=version, taken_back_at=imr.recorded_at,
                                 taken_back_because="x")  # fmt: skip
            ImrQueryFactory(imr=imr, version=version)
        client.force_login(playing(Role.PANEL_MEMBER, to=part))
        with django_assert_max_num_queries(16):  # two of them the savepoints of a test
            client.get(address(part, "imr"))
