"""Versions of the terms of reference: begun, copied, agreed, frozen."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from audit.models import AuditEvent
from panels.models import (
    AgreementRound,
    Contribution,
    PeriodForm,
    Purpose,
    RoundOutcome,
    TermsOfReference,
)
from panels.operations import enquiries, terms, terms_content
from panels.published.outline import as_text, text_hash
from panels.queries.subjects import terms_as_subject
from panels.queries.terms import draft_of, hash_of, lines_of_enquiry, published
from reviews.access import Refused, Role
from reviews.models import PersonRole
from tests.factories.panels import MeetingFactory
from tests.factories.reviews import PersonFactory, ReviewFactory, playing
from tests.factories.terms import (
    AgreementRoundFactory,
    KeyLineOfEnquiryFactory,
    TermsCharacteristicFactory,
    TermsContributionFactory,
    TermsOfReferenceFactory,
    TermsSectionFactory,
)

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TODAY = date(2026, 3, 2)


@pytest.fixture
def draft(review):
    return TermsOfReferenceFactory(review=review)


def agree(draft, officer, **said):
    said = {"agreed_on": TODAY, "otherwise": "The town hall"} | said
    return terms.agree_terms(terms=draft, **said, today=TODAY, by=officer, at=AT)


def begin(review, officer):
    return terms.begin_version(review=review, by=officer, at=AT)


class TestBeginning:
    def test_the_first_version_takes_what_the_review_knows(self, review, officer):
        review.period_from, review.period_to = date(2021, 3, 9), date(2026, 1, 2)
        review.save()
        victim = PersonFactory(review=review)
        perpetrator = PersonFactory(review=review, role=PersonRole.PERPETRATOR)
        PersonFactory(review=review, role=PersonRole.NEIGHBOUR)

        draft = begin(review, officer)

        assert draft.number == 1
        assert draft.purposes == list(Purpose.values)
        assert (draft.period_from, draft.period_to) == (date(2021, 3, 9), date(2026, 1, 2))
        assert list(draft.subjects.all()) == [victim, perpetrator]
        assert AuditEvent.objects.filter(event="terms.begun").count() == 1

    def test_the_next_version_carries_everything_on(self, review, officer):
        first = TermsOfReferenceFactory(review=review, period_form=PeriodForm.YEARS)
        first.subjects.add(PersonFactory(review=review))
        TermsSectionFactory(terms=first)
        asked = KeyLineOfEnquiryFactory(terms=first)
        TermsContributionFactory(terms=first)
        TermsCharacteristicFactory(terms=first, person=first.subjects.get())
        agree(first, officer)

        second = begin(review, officer)

        before = published(TermsOfReference.objects.get(pk=first.pk))
        after = published(second)
        assert second.number == 2
        assert as_text(after).replace("version 2", "version 1") == as_text(before)
        assert second.enquiries.get().root == asked.root
        assert second.enquiries.get().pk != asked.pk

    def test_there_is_one_draft_at_a_time(self, draft, officer):
        with pytest.raises(Refused, match="There is a draft already"):
            begin(draft.review, officer)
        with pytest.raises(IntegrityError, match="one_draft"), transaction.atomic():
            TermsOfReferenceFactory(review=draft.review)

    def test_a_panel_member_begins_nothing(self, review):
        with pytest.raises(Refused, match="write the terms of reference"):
            begin(review, playing(Role.PANEL_MEMBER, to=review))

    def test_nothing_begins_once_the_review_has_ended(self, review, officer):
        review.stage = "CONCLUDED"
        review.save()

        with pytest.raises(Refused, match="ended"):
            begin(review, officer)

    def test_a_draft_can_be_discarded_with_all_in_it(self, draft, officer):
        KeyLineOfEnquiryFactory(terms=draft)

        terms.discard_draft(terms=draft, by=officer, at=AT)

        assert draft_of(draft.review) is None
        assert AuditEvent.objects.filter(event="terms.discarded").exists()


class TestAgreeing:
    def test_an_agreed_version_is_frozen_as_it_prints(self, draft, officer):
        person = PersonFactory(review=draft.review, pseudonym="Maris")
        draft.subjects.add(person)
        said = as_text(published(draft))

        agreed = agree(draft, officer)
        person.pseudonym = "Isolde"
        person.save()
        draft.review.partnership.name = "Another name altogether"
        draft.review.partnership.save()

        assert as_text(published(agreed)) == said
        assert agreed.sha256 == text_hash(said) == hash_of(agreed)
        assert "Maris" in said

    def test_it_makes_its_period_that_of_the_review(self, draft, officer):
        agree(draft, officer)

        draft.review.refresh_from_db()
        assert (draft.review.period_from, draft.review.period_to) == (
            draft.period_from, draft.period_to,
        )  # fmt: skip

    def test_it_refuses_a_text_that_gives_somebody_away(self, draft, officer):
        PersonFactory(
            review=draft.review, true_name="Oriel Vantongren", pseudonym="Maris",
            born_on=date(1984, 3, 3),
        )  # fmt: skip
        TermsSectionFactory(terms=draft, text="Write to ORIEL  VANTONGREN, born 3.3.84.")

        with pytest.raises(Refused) as refusal:
            agree(draft, officer)

        assert "“Media” holds the true name of Maris." in str(refusal.value)
        assert "“Media” holds the date of birth of Maris." in str(refusal.value)
        assert "Oriel" not in str(refusal.value)
        assert "84" not in str(refusal.value)

    def test_it_refuses_the_exact_day_of_the_death(self, draft, officer):
        TermsSectionFactory(terms=draft, text="After 2 January 2026 nothing was the same.")

        with pytest.raises(Refused, match="the exact day of the death"):
            agree(draft, officer)

    def test_a_word_of_a_name_asks_for_a_second_look(self, draft, officer):
        PersonFactory(review=draft.review, true_name="May Vantongren", pseudonym="Maris")
        TermsSectionFactory(terms=draft, text="The panel may ask again.")

        with pytest.raises(Refused, match=r"a word of the true name.*Read it again") as refusal:
            agree(draft, officer)
        assert refusal.value.field == "names_looked_at"

        assert agree(draft, officer, names_looked_at=True).is_agreed

    @pytest.mark.parametrize(
        ("said", "field"),
        [
            ({"agreed_on": date(2026, 3, 3)}, "agreed_on"),
            ({"agreed_on": date(2026, 1, 3)}, "reason"),  # before the notification
            ({"agreed_on": date(2025, 12, 1)}, "agreed_on"),  # before the death
            ({"otherwise": " "}, "where"),
        ],
    )
    def test_it_refuses_what_cannot_be(self, draft, officer, said, field):
        with pytest.raises(Refused) as refusal:
            agree(draft, officer, **said)

        assert refusal.value.field == field

    def test_unusual_order_is_kept_with_its_reason(self, draft, officer):
        agreed = agree(draft, officer, agreed_on=date(2026, 1, 4), reason="A standing panel")

        assert agreed.agreed_reason == "A standing panel"

    def test_at_a_meeting_it_is_the_day_of_the_meeting(self, draft, officer):
        meeting = MeetingFactory(review=draft.review, number=2, held_on=date(2026, 2, 26))
        elsewhere = MeetingFactory(held_on=TODAY)

        with pytest.raises(Refused, match="Meeting 2 was on 26 February 2026"):
            agree(draft, officer, otherwise="", meeting=meeting)
        with pytest.raises(Refused, match="a meeting of this review"):
            agree(draft, officer, otherwise="", meeting=elsewhere)
        with pytest.raises(Refused, match="Say where"):
            agree(draft, officer, meeting=meeting, agreed_on=date(2026, 2, 26))

        agreed = agree(draft, officer, otherwise="", meeting=meeting, agreed_on=meeting.held_on)
        assert agreed.agreed_where == "panel meeting 2"

    def test_it_never_changes_again(self, draft, officer):
        enquiry = KeyLineOfEnquiryFactory(terms=draft)
        noted = TermsCharacteristicFactory(terms=draft)
        agreed = agree(draft, officer)
        enquiry.terms = noted.terms = agreed
        who = {"by": officer, "at": AT}

        for change in (
            lambda: agree(agreed, officer),
            lambda: terms.discard_draft(terms=agreed, **who),
            lambda: terms_content.choose_purposes(terms=agreed, purposes=[], **who),
            lambda: terms_content.choose_subjects(terms=agreed, people=[], **who),
            lambda: terms_content.ask_agencies_for(terms=agreed, asked={}, **who),
            lambda: terms_content.drop_characteristic(noted=noted, **who),
            lambda: enquiries.drop_enquiry(enquiry=enquiry, **who),
            lambda: enquiries.add_enquiry(terms=agreed, text="And?", **who),
        ):
            with pytest.raises(Refused, match="does not change"):
                change()

    def test_the_database_keeps_day_text_and_place_together(self, draft):
        draft.agreed_on = TODAY

        with pytest.raises(IntegrityError, match="terms_agreed"):
            draft.save()


class TestAgreeingInARound:
    def about(self, draft, **closed):
        subject = terms_as_subject(draft)
        said = {"agreed": True, "review": draft.review, "subject_key": subject.key} | closed
        return AgreementRoundFactory(text=subject.text, **said)

    def test_a_round_that_agreed_the_same_text_will_do(self, draft, officer):
        asked = self.about(draft)

        agreed = agree(draft, officer, otherwise="", agreement_round=asked)

        assert agreed.agreed_in_round == asked
        assert agreed.agreed_where == "a round of agreement"
        assert agreed.sha256 == asked.sha256

    def test_a_text_changed_since_needs_a_new_round(self, draft, officer):
        asked = self.about(draft)
        KeyLineOfEnquiryFactory(terms=draft)

        with pytest.raises(Refused, match="changed after the round was opened"):
            agree(draft, officer, otherwise="", agreement_round=asked)

    def test_a_round_about_something_else_will_not_do(self, draft, officer):
        asked = self.about(draft, subject_key="0")

        with pytest.raises(Refused, match="a round about this version"):
            agree(draft, officer, otherwise="", agreement_round=asked)

    def test_a_round_still_open_will_not_do(self, draft, officer):
        asked = self.about(draft, agreed=False)

        with pytest.raises(Refused, match="Close the round first"):
            agree(draft, officer, otherwise="", agreement_round=asked)

    def test_an_objection_is_not_passed_over_in_silence(self, draft, officer):
        asked = self.about(draft)
        AgreementRound.objects.update(outcome=RoundOutcome.NOT_AGREED)
        asked.refresh_from_db()

        with pytest.raises(Refused, match="Say why it stands all the same"):
            agree(draft, officer, otherwise="", agreement_round=asked)
        agreed = agree(
            draft, officer, otherwise="", agreement_round=asked, reason="The dissent is minuted."
        )
        assert agreed.is_agreed


class TestLinesOfEnquiry:
    def test_those_of_the_version_agreed_last_stand(self, draft, officer):
        assert lines_of_enquiry(draft.review) == []
        asked = KeyLineOfEnquiryFactory(terms=draft)
        agree(draft, officer)
        KeyLineOfEnquiryFactory(terms=begin(draft.review, officer))

        assert lines_of_enquiry(draft.review) == [asked]

    def test_a_reworded_line_is_the_same_question(self, draft, officer):
        asked = KeyLineOfEnquiryFactory(terms=draft)
        agree(draft, officer)
        again = begin(draft.review, officer).enquiries.get()

        enquiries.word_enquiry(enquiry=again, text="Otherwise?", by=officer, at=AT)

        again.refresh_from_db()
        assert (again.text, again.root) == ("Otherwise?", asked.root)

    def test_they_change_places(self, draft, officer):
        first, second, third = (KeyLineOfEnquiryFactory(terms=draft) for _ in range(3))
        who = {"by": officer, "at": AT}

        enquiries.move_enquiry(enquiry=third, places=-1, **who)
        enquiries.move_enquiry(enquiry=first, places=-1, **who)  # it is the first already

        assert list(draft.enquiries.all()) == [first, third, second]

    def test_the_numbers_close_up_where_one_is_dropped(self, draft, officer):
        first, second, third = (KeyLineOfEnquiryFactory(terms=draft) for _ in range(3))

        enquiries.drop_enquiry(enquiry=first, by=officer, at=AT)

        assert [(row, row.number) for row in draft.enquiries.all()] == [(second, 1), (third, 2)]


class TestContent:
    def test_a_person_of_another_review_is_no_subject(self, draft, officer):
        with pytest.raises(Refused, match="people of this review"):
            terms_content.choose_subjects(terms=draft, people=[PersonFactory()], by=officer, at=AT)

    def test_an_agency_of_another_review_is_asked_nothing(self, draft, officer):
        elsewhere = TermsContributionFactory().involvement

        with pytest.raises(Refused, match="no part in this review"):
            terms_content.ask_agencies_for(
                terms=draft, asked={elsewhere: [Contribution.IMR]}, by=officer, at=AT
            )

    @pytest.mark.parametrize(
        ("first", "last", "field"),
        [
            (date(2021, 1, 1), None, "period_to"),
            (None, date(2021, 1, 1), "period_from"),
            (date(2021, 1, 2), date(2021, 1, 1), "period_to"),
            (date(2021, 1, 2), date(2026, 3, 3), "period_to"),
        ],
    )
    def test_a_period_that_cannot_be_is_refused(self, draft, officer, first, last, field):
        period = terms_content.Period(period_from=first, period_to=last)

        with pytest.raises(Refused) as refusal:
            terms_content.set_period(terms=draft, period=period, today=TODAY, by=officer, at=AT)

        assert refusal.value.field == field

    @pytest.mark.parametrize(
        ("form", "printed"),
        [
            (PeriodForm.MONTHS, "March 2021 to January 2026"),
            (PeriodForm.YEARS, "2021 to 2026"),
            (PeriodForm.TO_DEATH, "March 2021 until the death"),
        ],
    )
    def test_a_period_prints_no_day(self, form, printed):
        assert TermsOfReferenceFactory(period_form=form).period_in_print == printed

    def test_a_period_nobody_laid_down_prints_nothing(self):
        assert TermsOfReferenceFactory(period_from=None, period_to=None).period_in_print == ""

    def test_another_review_may_have_its_own_draft(self, draft):
        assert TermsOfReferenceFactory(review=ReviewFactory()).number == 1
