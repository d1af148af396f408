"""Decisions, letters, people, agencies and admission."""

from datetime import date, timedelta

import pytest

from agencies.models import COMMAND_LINE, User
from messaging.models import Message
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from reviews.models import Membership, PersonRole
from reviews.operations import admission, decisions, involvements, people
from reviews.operations.decisions import Reasons
from reviews.operations.people import Identity
from tests.factories.agencies import AgencyFactory, UserFactory
from tests.factories.reviews import AT, PersonFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
FROM_THE_CHAIR = {
    "received_via": "EMAIL",
    "on_behalf_of": "The chair",
    "given_on": date(2026, 2, 1),
}


def decide(review, by, **told):
    told = {
        "outcome": "REVIEW",
        "standing": "CONFIRMED",
        "decided_on": date(2026, 2, 1),
        "decided_by": "The chair",
        "reasons": Reasons(rationale="Met."),
        "provenance": {},
        **told,
    }
    return decisions.record_decision(review=review, today=TODAY, by=by, at=AT, **told)


class TestDecisions:
    def test_the_chair_decides_in_person(self):
        review = ReviewFactory()
        made = decide(review, playing(Role.CSP_CHAIR, to=review))
        assert made.is_confirmed
        assert made.is_to_review
        assert made.provenance == ""
        assert str(made) == f"decision {made.pk}"

    def test_the_officer_enters_it_for_the_chair_with_where_it_comes_from(self):
        review = ReviewFactory()
        officer = playing(Role.CSP_OFFICER, to=review)
        with pytest.raises(Refused, match="only the CSP chair decides"):
            decide(review, officer)
        made = decide(review, officer, provenance=FROM_THE_CHAIR)
        assert made.provenance == "Entered for The chair from an email of 1 February 2026."

    def test_an_independent_chair_does_not_decide(self):
        review = ReviewFactory()
        with pytest.raises(Refused, match="does not let you"):
            decide(review, playing(Role.INDEPENDENT_CHAIR, to=review))

    def test_a_joint_review_names_the_other(self):
        review = ReviewFactory()
        chair = playing(Role.CSP_CHAIR, to=review)
        with pytest.raises(Refused) as refusal:
            decide(review, chair, outcome="JOINT")
        assert refusal.value.field == "joint_with"
        assert decide(
            review, chair, outcome="JOINT", reasons=Reasons(rationale="Met.", joint_with="SAR")
        ).is_to_review

    def test_a_review_that_has_ended_takes_no_decision(self):
        review = ReviewFactory(at_stage=Stage.CLOSED_NO_REVIEW)
        with pytest.raises(Refused, match="has ended"):
            decide(review, COMMAND_LINE)

    def test_codes_are_shown_in_words(self):
        review = ReviewFactory()
        reasons = Reasons(
            rationale="Met.",
            limb="SUICIDE",
            eligibility=["DIED"],
            circumstances=["STALKING", "CHILDREN"],
        )
        made = decide(review, COMMAND_LINE, reasons=reasons)
        assert "suicide" in made.limb_in_words
        assert len(made.eligibility_in_words) == 1
        assert made.circumstances_in_words[0] == "Stalking or harassment"

    def test_an_unusual_day_needs_a_reason(self):
        review = ReviewFactory()
        with pytest.raises(Refused) as refusal:
            decide(review, COMMAND_LINE, decided_on=date(2026, 1, 4))
        assert refusal.value.field == "unusual_reason"

    def test_a_letter_is_recorded_and_nothing_is_sent(self):
        review = ReviewFactory()
        officer = playing(Role.CSP_OFFICER, to=review)
        notice = decisions.record_notice(
            review=review,
            kind="FAMILY_DECISION",
            sent_on=date(2026, 2, 3),
            route="POST",
            today=TODAY,
            by=officer,
            at=AT,
        )
        assert str(notice) == f"notice {notice.pk}"
        assert not Message.objects.exists()

    def test_a_letter_of_the_future_is_refused(self):
        with pytest.raises(Refused) as refusal:
            decisions.record_notice(
                review=ReviewFactory(),
                kind="FAMILY_DECISION",
                sent_on=date(2026, 3, 3),
                route="POST",
                today=TODAY,
                by=COMMAND_LINE,
                at=AT,
            )
        assert refusal.value.field == "sent_on"


class TestPeople:
    def add(self, review, by=COMMAND_LINE, **told):
        told = {"role": PersonRole.VICTIM, "true_name": "Ann Invented", **told}
        return people.add_person(
            review=review, identity=Identity(**told), today=TODAY, by=by, at=AT
        )

    def test_print_knows_the_pseudonym_and_nothing_else(self):
        review = ReviewFactory()
        person = self.add(review, pseudonym="Maris")
        assert person.printed_name == "Maris"
        assert self.add(review, role=PersonRole.CHILD).printed_name == "Child"
        assert "Ann" not in str(person)

    @pytest.mark.parametrize(
        ("told", "words"),
        [
            ({"pseudonym": "ann"}, "share no word"),
            ({"pseudonym": "Lady Smith", "aliases": ["Mrs Smith"]}, "share no word"),
            ({"pseudonym": "maris"}, "Somebody else"),
            ({"born_on": date(2026, 3, 3)}, "today or in the past"),
            ({"born_on": date(1890, 1, 1)}, "120 years"),
            ({"pseudonym_approved_on": date(2026, 3, 3)}, "today or in the past"),
        ],
    )
    def test_what_cannot_be_is_refused(self, told, words):
        review = ReviewFactory()
        PersonFactory(review=review, pseudonym="Maris")
        with pytest.raises(Refused, match=words):
            self.add(review, **told)

    def test_a_record_is_corrected(self):
        person = self.add(ReviewFactory(), pseudonym="Maris")
        people.change_person(
            person=person,
            identity=Identity(role="VICTIM", true_name="Anna Invented", pseudonym="Maris"),
            today=TODAY,
            by=COMMAND_LINE,
            at=AT,
        )
        person.refresh_from_db()
        assert person.true_name == "Anna Invented"

    def test_a_panel_member_records_nobody(self):
        review = ReviewFactory()
        with pytest.raises(Refused):
            self.add(review, by=playing(Role.PANEL_MEMBER, to=review))

    def test_one_alias_means_one_place(self):
        review = ReviewFactory()
        one, two = self.add(review), self.add(review, role=PersonRole.PERPETRATOR)
        rows = [
            people.add_address(person=person, address=address, by=COMMAND_LINE, at=AT)
            for person, address in (
                (one, "1 Nowhere Lane"),
                (two, "1, nowhere lane"),
                (two, "2 Nowhere Lane"),
            )
        ]
        assert [row.alias for row in rows] == ["Address 1", "Address 1", "Address 2"]
        assert str(rows[0]) == "Address 1"


class TestAgencies:
    def test_an_agency_is_added_once(self):
        review, agency = ReviewFactory(), AgencyFactory()
        told = {"review": review, "today": TODAY, "by": COMMAND_LINE, "at": AT}
        assert len(involvements.add_agencies(agencies=[agency], **told)) == 1
        assert involvements.add_agencies(agencies=[agency], **told) == []
        assert str(review.involvements.get()).startswith("involvement")


class TestAdmission:
    def admit(self, to, email="new@agency.example", **told):
        told = {
            "full_name": "New Person",
            "role": Role.PANEL_MEMBER,
            "today": TODAY,
            "by": COMMAND_LINE,
            "at": AT,
            **told,
        }
        return admission.admit_by_email(to=to, email=email, **told)

    def test_a_new_person_gets_an_account_and_a_link(self):
        membership = self.admit(ReviewFactory())
        assert not membership.user.has_set_password
        sent = Message.objects.get()
        assert sent.kind == "account_invited"
        assert str(membership) == f"membership {membership.pk}"

    def test_a_known_person_is_told_whatever_the_case_of_their_address(self):
        user = UserFactory(email="known@agency.example")
        review = ReviewFactory()
        membership = self.admit(review, email="Known@Agency.example", full_name="")
        assert membership.user == user
        assert Message.objects.get().kind == "admitted"
        assert membership.stands_on(TODAY)

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"role": Role.IMR_AUTHOR}, "role"),
            ({"until_on": TODAY - timedelta(days=1)}, "until_on"),
            ({"full_name": " "}, "full_name"),
        ],
    )
    def test_what_cannot_be_is_refused(self, told, field):
        with pytest.raises(Refused) as refusal:
            self.admit(ReviewFactory(), **told)
        assert refusal.value.field == field
        assert not User.objects.exists()

    def test_a_closed_account_is_not_admitted(self):
        UserFactory(email="new@agency.example", is_active=False)
        with pytest.raises(Refused, match="closed"):
            self.admit(ReviewFactory())

    def test_only_who_manages_access_admits(self):
        review = ReviewFactory()
        with pytest.raises(Refused):
            self.admit(review, by=playing(Role.INDEPENDENT_CHAIR, to=review))

    def test_the_last_officer_stays(self):
        review = ReviewFactory()
        officer = playing(Role.CSP_OFFICER, to=review)
        told = {"by": officer, "at": AT}
        with pytest.raises(Refused, match="at least one CSP officer"):
            admission.end_membership(membership=officer.memberships.get(), **told)
        other = playing(Role.CSP_OFFICER, to=review)
        admission.end_membership(membership=other.memberships.get(), **told)
        member = playing(Role.PANEL_MEMBER, to=review)
        admission.end_membership(membership=member.memberships.get(), **told)
        assert Membership.objects.filter(removed_at__isnull=True).count() == 1

    def test_those_past_their_last_day_are_swept_once(self):
        review = ReviewFactory()
        member = playing(Role.PANEL_MEMBER, to=review)
        Membership.objects.update(until_on=TODAY - timedelta(days=1))
        assert admission.end_run_out(today=TODAY, by=COMMAND_LINE, at=AT) == 1
        assert admission.end_run_out(today=TODAY, by=COMMAND_LINE, at=AT) == 0
        assert not member.groups.exists()
