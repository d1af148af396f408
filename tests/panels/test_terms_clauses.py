"""Clauses of a library in the terms of reference: taken, worded for the review, put back."""

import pytest

from agencies.models import PostKind
from clauses.models import Clause, ClauseWording
from panels.models import SectionKind, TermsOfReference
from panels.operations import clauses as operations
from panels.operations.terms import begin_version
from panels.queries.picking import libraries_for
from panels.queries.terms import draft_of
from reviews.access import Refused, Role
from tests.factories.agencies import PostFactory
from tests.factories.clauses import ClauseWordingFactory
from tests.factories.reviews import PersonFactory, playing
from tests.factories.terms import (
    KeyLineOfEnquiryFactory,
    TermsOfReferenceFactory,
    TermsSectionFactory,
)
from tests.panels.conftest import NOW
from tests.panels.saying import page, text

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def draft(review):
    return TermsOfReferenceFactory(review=review)


@pytest.fixture
def officer(review, officer):
    """With the post that keeps the partnership's clauses."""
    PostFactory(partnership=review.partnership, user=officer, kind=PostKind.OFFICER)
    return officer


def clause(review, **given):
    return ClauseWordingFactory(clause__partnership=review.partnership, **given)


def pick(client, review, *wordings):
    ticked = {"clause": [one.pk for one in wordings]}
    return client.post(page("pick-clauses", review.reference), ticked, follow=True)


class TestTaking:
    def test_several_are_copied_at_once_and_marked_from_then_on(self, signed_in, review, draft):
        KeyLineOfEnquiryFactory(terms=draft, text="What was known?")
        TermsSectionFactory(terms=draft, kind=SectionKind.MEDIA, text="Written before.")
        heard = clause(review, title="Heard", text="Was anybody heard?")
        press = clause(review, kind="MEDIA", title="Press", text="The press office answers.")

        there = text(pick(signed_in, review, heard, press))

        assert "2 clauses are in the draft." in there
        first, second = draft.enquiries.all()
        assert (first.taken_from, second.taken_from) == (None, heard)
        assert (second.number, second.text) == (2, "Was anybody heard?")
        assert draft.sections.get().text == "Written before.\nThe press office answers."
        shown = text(signed_in.get(page("pick-clauses", review.reference)))
        assert shown.count("In the draft") == 2
        again = text(pick(signed_in, review, heard))
        assert "Choose the clauses again: what was chosen is not offered" in again
        assert draft.enquiries.count() == 2

    def test_a_line_says_where_it_is_from_and_that_it_was_worded(self, signed_in, review, draft):
        heard = clause(review, title="Heard", text="Was anybody heard?")
        pick(signed_in, review, heard)
        where = page("enquiries", review.reference)
        assert "From the clause “Heard”</p>" in text(signed_in.get(where))
        line = draft.enquiries.get()

        signed_in.post(
            page("word-enquiry", review.reference, line.pk), {"text": "Was she heard?", "why": ""}
        )

        assert "From the clause “Heard”, worded for this review" in text(signed_in.get(where))

    def test_it_stays_in_the_next_version_and_when_the_clause_is_worded_anew(
        self, signed_in, review, draft, officer
    ):
        heard = clause(review, text="Was anybody heard?")
        press = clause(review, kind="MEDIA", text="The press office answers.")
        pick(signed_in, review, heard, press)
        TermsOfReference.objects.update(agreed_on=TODAY, agreed_as={}, sha256="0" * 64,
                                        agreed_otherwise="Elsewhere")  # fmt: skip
        ClauseWording.objects.update(is_current=False)
        ClauseWordingFactory(clause=heard.clause, number=2, text="Was anybody listened to?")

        begin_version(review=review, by=officer, at=NOW)

        later = draft_of(review)
        assert later.enquiries.get().taken_from == heard
        assert list(later.sections.get().taken_from.all()) == [press]

    def test_nothing_ticked_and_nothing_found_are_said(self, signed_in, review, draft):
        where = page("pick-clauses", review.reference)
        assert "There are no clauses yet" in text(signed_in.get(where))
        clause(review)
        assert "Select at least one clause" in text(signed_in.post(where))
        assert "No clause fits this search" in text(signed_in.get(where, {"q": "nowhere"}))

    def test_a_chair_takes_from_their_own_too_and_an_officer_never_does(
        self, client, review, draft, officer
    ):
        chair = playing(Role.INDEPENDENT_CHAIR, to=review)
        clause(review, title="Of the partnership")
        clause(review, title="Of long ago", clause__retired_at=NOW)
        own = ClauseWordingFactory(
            clause__partnership=None, clause__owner=chair, title="Of the chair"
        )
        ClauseWordingFactory(title="Of elsewhere")
        client.force_login(chair)
        shown = text(client.get(page("pick-clauses", review.reference)))
        assert ("Of the partnership" in shown, "Of the chair" in shown) == (True, True)
        assert ("Of elsewhere" in shown, "Of long ago" in shown) == (False, False)

        client.force_login(officer)
        shown = text(client.get(page("pick-clauses", review.reference)))
        assert ("Of the partnership" in shown, "Of the chair" in shown) == (True, False)
        pick(client, review, own)
        assert not draft.enquiries.exists()
        with pytest.raises(Refused, match="your own library"):
            operations.take_clauses(
                terms=draft, wordings=[own], by=officer, at=NOW,
                libraries=libraries_for(review, officer, today=TODAY),
            )  # fmt: skip

    def test_a_retired_clause_and_an_agreed_version_take_nothing(self, review, officer):
        agreed = TermsOfReferenceFactory(review=review, agreed=True)
        retired = clause(review, clause__retired_at=NOW)
        libraries = libraries_for(review, officer, today=TODAY)
        given = {"wordings": [retired], "libraries": libraries, "by": officer, "at": NOW}
        with pytest.raises(Refused, match="agreed and does not change"):
            operations.take_clauses(terms=agreed, **given)
        draft = begin_version(review=review, by=officer, at=NOW)
        with pytest.raises(Refused, match="retired"):
            operations.take_clauses(terms=draft, **given)


class TestKeeping:
    WORDS = {"occasion": "ANY", "title": "Heard", "text": "Was anybody heard?"}

    def keep(self, client, draft, **given):
        line = draft.enquiries.first() or KeyLineOfEnquiryFactory(terms=draft, text="Was Ann?")
        where = page("keep-wording", draft.review.reference, line.pk)
        return text(client.post(where, {**self.WORDS, **given}, follow=True))

    def test_an_officer_keeps_it_for_the_partnership(self, signed_in, review, draft):
        line = KeyLineOfEnquiryFactory(terms=draft, text="Was she heard alone?")
        form = text(signed_in.get(page("keep-wording", review.reference, line.pk)))
        assert "Was she heard alone?" in form
        assert "Take out every name, pseudonym, day and place" in form

        assert "The wording is kept" in self.keep(signed_in, draft)

        kept = Clause.objects.get()
        assert (kept.partnership, kept.owner) == (review.partnership, None)
        assert kept.wordings.get().text == "Was anybody heard?"

    def test_a_chair_keeps_it_for_themselves_never_for_the_partnership(self, client, review, draft):
        chair = playing(Role.INDEPENDENT_CHAIR, to=review)
        client.force_login(chair)
        self.keep(client, draft, library=review.partnership.slug)
        kept = Clause.objects.get()
        assert (kept.partnership, kept.owner) == (None, chair)

    def test_an_officer_who_chairs_elsewhere_says_which(self, signed_in, review, draft, officer):
        ClauseWordingFactory(clause__partnership=None, clause__owner=officer)
        assert "Which library?" in self.keep(signed_in, draft)
        self.keep(signed_in, draft, library="mine")
        assert Clause.objects.filter(owner=officer).count() == 2

    def test_who_keeps_no_library_is_told_who_does(self, client, review, draft):
        client.force_login(playing(Role.REVIEW_SECRETARY, to=review))
        assert "Ask one of them to keep it." in self.keep(client, draft)
        assert not Clause.objects.exists()

    def test_a_true_name_or_day_of_the_review_never_gets_in(self, signed_in, review, draft):
        PersonFactory(review=review, true_name="Oriel Vantongren", pseudonym="Maris")
        for words in ("Was Oriel Vantongren heard?", "was vantongren, oriel heard?"):
            refused = self.keep(signed_in, draft, text=words, is_looked_at="on")
            assert "“The clause” holds the true name of Maris." in refused
        assert not Clause.objects.exists()

    @pytest.mark.parametrize("words", ["was maris heard?", "Was it vantongren’s lane?"])
    def test_a_pseudonym_or_half_a_name_waits_until_it_is_looked_at(
        self, signed_in, review, draft, words
    ):
        PersonFactory(review=review, true_name="Oriel Vantongren", pseudonym="Maris")
        assert "say that it tells of no case" in self.keep(signed_in, draft, text=words)
        assert not Clause.objects.exists()
        self.keep(signed_in, draft, text=words, is_looked_at="on")
        assert Clause.objects.exists()
