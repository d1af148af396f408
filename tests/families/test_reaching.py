"""Who was tried, by whom it was said, in which language, and who changed their mind."""

from datetime import date

import pytest

from families import rules
from families.models import ContactState, EntryKind, FamilyContact, FamilyContactEntry, Response
from families.operations import contacts
from families.queries import log, standing
from reviews.access import Refused, Role
from tests.factories.families import FamilyContactEntryFactory, FamilyContactFactory
from tests.factories.reviews import AT, PersonFactory, ReviewFactory, playing
from tests.families.test_operations_contacts import plan

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 20)


def entry(contact, **given):
    return FamilyContactEntry(contact=contact, happened_on=date(2026, 2, 20), **given)


class TestNotReached:
    def unreachable(self, contact, **given):
        return entry(
            contact, kind=EntryKind.APPROACH, approach="UNREACHABLE", words="Moved", **given
        )

    def test_it_rests_on_attempts_or_says_why_not(self):
        contact = FamilyContactFactory()
        with pytest.raises(Refused, match="No attempt to reach them") as refused:
            rules.check_entry(self.unreachable(contact), today=TODAY)
        assert refused.value.field == "unusual_reason"

        rules.check_entry(self.unreachable(contact, unusual_reason="Before us"), today=TODAY)
        FamilyContactEntryFactory(contact=contact, kind=EntryKind.ATTEMPT)
        rules.check_entry(self.unreachable(contact), today=TODAY)

    def test_an_attempt_taken_back_or_made_later_counts_for_nothing(self):
        contact = FamilyContactFactory()
        FamilyContactEntryFactory(
            contact=contact, kind=EntryKind.ATTEMPT, happened_on=date(2026, 3, 1)
        )
        wrong = FamilyContactEntryFactory(contact=contact, kind=EntryKind.ATTEMPT)
        FamilyContactEntryFactory(
            contact=contact, kind=EntryKind.TAKEN_BACK, corrects=wrong, root=wrong
        )

        with pytest.raises(Refused, match="No attempt"):
            rules.check_entry(self.unreachable(contact), today=TODAY)

    def test_somebody_tried_has_yet_to_answer_and_is_not_said_to_be_in_touch(self):
        contact = FamilyContactFactory()
        FamilyContactEntryFactory(contact=contact, kind=EntryKind.ATTEMPT)

        found = FamilyContact.objects.with_standing().get(pk=contact.pk)

        assert found.state == ContactState.NO_ANSWER

    def test_nobody_is_left_alone_without_a_reason(self):
        alone = entry(FamilyContactFactory(), kind=EntryKind.APPROACH, approach="NOT_TO_BE")

        with pytest.raises(Refused, match="Say why"):
            rules.check_entry(alone, today=TODAY)


class TestInterpreters:
    @pytest.mark.parametrize(
        "said",
        [
            "her sister",
            "Brother-in-law, by telephone",
            "A family member",
            "the step-daughter",
            "Mum",
        ],
    )
    def test_a_relative_by_word(self, said):
        review = ReviewFactory()
        with pytest.raises(Refused, match="never interprets: people hold back") as refused:
            contacts.add_contact(
                review=review,
                plan=plan(interpreter=said),
                by=playing(Role.CSP_OFFICER, to=review),
                at=AT,
            )
        assert refused.value.field == "interpreter"
        assert not FamilyContact.objects.exists()

    def test_anybody_of_the_case_by_name(self):
        review = ReviewFactory()
        PersonFactory(review=review, role="WITNESS", true_name="Known Invented")
        FamilyContactFactory(review=review, own_name="Aunty Invented")

        for said in ("KNOWN INVENTED, a service", "Ms Aunty Invented"):
            with pytest.raises(Refused, match="never interprets"):
                rules.check_interpreter(review, said)

    @pytest.mark.parametrize(
        "said", ["", "Wychmere Interpreting, not a relative", "N. Ameless, Friendsworth Languages"]
    )
    def test_an_interpreter_of_a_service(self, said):
        review = ReviewFactory()
        PersonFactory(review=review, role="PROFESSIONAL", true_name="N. Ameless")

        rules.check_interpreter(review, said)

    def test_a_meeting_is_asked_the_same_and_who_interpreted_at_all(self):
        contact = FamilyContactFactory(interpreter_needed=True)

        for given, field in (({}, "unusual_reason"), ({"interpreter": "Her son"}, "interpreter")):
            with pytest.raises(Refused) as refused:
                rules.check_entry(entry(contact, kind=EntryKind.MEETING, **given), today=TODAY)
            assert refused.value.field == field
        spoken = entry(contact, kind=EntryKind.MEETING, interpreter="A service")
        rules.check_entry(spoken, today=TODAY)


class TestHowItCameToStandSo:
    def rows(self, contact):
        chair = playing(Role.INDEPENDENT_CHAIR, to=contact.review)
        return {row.key: row.value for row in standing.standing_of(log.log_of(contact, chair))}

    def test_nothing_yet(self):
        assert self.rows(FamilyContactFactory()) == {}

    def test_who_advised_and_that_they_changed_their_mind_either_way(self):
        contact = FamilyContactFactory()
        FamilyContactEntryFactory(contact=contact, to_be=True, advice_of="the liaison officer")
        for month, response in enumerate(
            (Response.UPDATES_ONLY, Response.CONTRIBUTES, Response.DECLINED, Response.CONTRIBUTES),
            3,
        ):
            FamilyContactEntryFactory(
                contact=contact,
                kind=EntryKind.RESPONSE,
                response=response,
                happened_on=date(2026, month, 1),
            )

        assert self.rows(contact)["Decided and wished"].splitlines() == [
            "2 February 2026: To be approached, on the advice of the liaison officer",
            "1 March 2026: Wishes updates only",
            "1 April 2026: Contributes",
            "1 May 2026: Declined; they changed their mind",
            "1 June 2026: Contributes; they changed their mind",
        ]

    def test_attempts_leaflets_and_referrals_on_their_days(self):
        contact = FamilyContactFactory()
        FamilyContactEntryFactory(contact=contact, leaflet_given=True)
        FamilyContactEntryFactory(
            contact=contact, kind=EntryKind.ATTEMPT, happened_on=date(2026, 2, 9)
        )
        FamilyContactEntryFactory(
            contact=contact,
            kind=EntryKind.REFERRAL,
            advocacy_body="A homicide service",
            referral_answer="HOLDS_NONE",
        )

        assert self.rows(contact) == {
            "Tried to reach them": "2 times, last on 9 February 2026",
            "Leaflets given": "2 February 2026: Leaflet for families, May 2020",
            "Asked about a referral": "2 February 2026: A homicide service: It holds no referral",
        }
