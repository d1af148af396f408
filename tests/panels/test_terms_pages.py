"""The page of the terms of reference, their versions, and agreeing one."""

from datetime import date

import pytest
from django.urls import reverse

from panels.models import SectionKind, TermsOfReference
from panels.queries.terms import draft_of
from reviews.access import Role
from tests.factories.panels import MeetingFactory, PanelMemberFactory, ParallelProcessFactory
from tests.factories.reviews import (
    PersonFactory,
    playing,
)
from tests.factories.terms import (
    AgreementRoundFactory,
    KeyLineOfEnquiryFactory,
    TermsCharacteristicFactory,
    TermsContributionFactory,
    TermsOfReferenceFactory,
    TermsSectionFactory,
)
from tests.pages.reading import Html
from tests.panels.saying import day, page, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(review):
    return TermsOfReferenceFactory(review=review)


@pytest.fixture
def agreed(review):
    return TermsOfReferenceFactory(review=review, agreed=True)


def fill(draft):
    """Put something under every heading."""
    draft.subjects.add(PersonFactory(review=draft.review, pseudonym="Maris"))
    KeyLineOfEnquiryFactory(terms=draft)
    TermsContributionFactory(terms=draft)
    TermsCharacteristicFactory(terms=draft)
    PanelMemberFactory(review=draft.review)
    ParallelProcessFactory(review=draft.review)
    for kind in SectionKind:
        TermsSectionFactory(terms=draft, kind=kind)
    return draft


class TestThePaper:
    def test_with_no_version_it_says_what_would_fill_it(self, signed_in, review):
        said = text(signed_in.get(page("terms", review.reference)))

        assert "There are no terms of reference yet" in said
        response = signed_in.post(page("begin-terms", review.reference), follow=True)
        assert "Version 1 is begun. It is a draft until it is agreed." in text(response)

    def test_beginning_twice_says_so(self, signed_in, draft):
        response = signed_in.post(page("begin-terms", draft.review.reference), follow=True)

        assert "There is a draft already" in text(response)

    def test_it_shows_the_paper_with_pseudonyms_only(self, signed_in, draft):
        person = PersonFactory(
            review=draft.review, true_name="Oriel Vantongren", pseudonym="Maris",
            born_on=date(1984, 3, 3),
        )  # fmt: skip
        draft.subjects.add(person)

        said = text(signed_in.get(page("terms", draft.review.reference)))

        assert "Maris" in said
        assert "Oriel" not in said
        assert "1984" not in said
        assert "March 2021 to January 2026" in said
        assert "Not printed: 9 March 2021 to 2 January 2026" in said

    def test_its_writers_see_what_is_empty_and_where_data_comes_from(self, signed_in, draft):
        said = text(signed_in.get(page("terms", draft.review.reference)))

        assert "Nothing here yet" in said
        assert "From the record" in said
        for name in ("change-period", "enquiries", "characteristics", "change-contributions"):
            assert page(name, draft.review.reference) in said
        assert page("write-section", draft.review.reference, "media") in said
        assert reverse("reviews:people", args=[draft.review.reference]) in said

    def test_a_heading_with_words_and_data_says_both(self, signed_in, draft):
        assert "Written, and from the record" in text(
            signed_in.get(page("terms", fill(draft).review.reference))
        )

    def test_a_draft_that_gives_somebody_away_warns_by_heading(self, signed_in, draft):
        PersonFactory(review=draft.review, true_name="Oriel Vantongren", pseudonym="Maris")
        TermsSectionFactory(terms=draft, text="Ring Vantongren, Oriel.")

        page_of_it = signed_in.get(page("terms", draft.review.reference))

        shown = Html(page_of_it.content.decode())
        words = "“Media” holds the true name of Maris."
        assert words in shown.find("ul", **{"class": "app-blockers__reasons"}).text
        assert words in shown.find("section", id="media").text
        mend = page("write-section", draft.review.reference, "media")
        assert len(shown.all("a", href=mend)) == 2

    def test_an_agreed_version_says_when_and_where(self, signed_in, review):
        TermsOfReferenceFactory(review=review, agreed=True)
        TermsOfReference.objects.update(agreed_reason="A standing panel agreed it.")

        said = text(signed_in.get(page("terms", review.reference)))

        assert "Version 1, agreed on 20 February 2026: A meeting in the town hall." in said
        assert "A standing panel agreed it." in said
        assert "Begin a new version" in said

    def test_an_earlier_version_points_at_the_later(self, signed_in, agreed):
        TermsOfReferenceFactory(review=agreed.review)

        said = text(signed_in.get(page("terms-version", agreed.review.reference, 1)))

        assert "There is a later version" in said
        assert page("compare-terms", agreed.review.reference, 1, 2) in said
        later = text(signed_in.get(page("terms", agreed.review.reference)))
        assert page("compare-terms", agreed.review.reference, 1, 2) in later
        assert signed_in.get(page("terms-version", agreed.review.reference, 3)).status_code == 404

    def test_its_rounds_are_named(self, signed_in, draft):
        AgreementRoundFactory(review=draft.review, subject_key=str(draft.pk), agreed=True)
        AgreementRoundFactory(review=draft.review, subject_key=str(draft.pk))

        said = text(signed_in.get(page("terms", draft.review.reference)))

        assert "It is put to people until 16 March 2026" in said
        assert "Agreed: 2 agree." in said

    def test_a_draft_is_discarded_once_that_is_confirmed(self, signed_in, draft):
        AgreementRoundFactory(review=draft.review, subject_key=str(draft.pk), agreed=True)
        path = page("discard-terms", draft.review.reference)

        said = text(signed_in.get(path))
        assert "gone for good" in said
        assert "It was put to people in a round" in said
        assert "Version 1 is discarded." in text(signed_in.post(path, follow=True))
        assert draft_of(draft.review) is None

    def test_versions_stand_side_by_side(self, signed_in, agreed):
        TermsSectionFactory(terms=TermsOfReferenceFactory(review=agreed.review))
        ref = agreed.review.reference

        said = text(signed_in.get(page("compare-terms", ref, 1, 2)))

        assert "1 section differs" in said
        assert "<ins>The partnership answers the press.</ins>" in said
        back = text(signed_in.get(page("compare-terms", ref, 2, 1)))
        assert "<del>The partnership answers the press.</del>" in back
        assert signed_in.get(page("compare-terms", ref, 1, 3)).status_code == 404

    def test_equal_versions_say_so(self, signed_in, agreed):
        TermsOfReferenceFactory(review=agreed.review)

        said = text(signed_in.get(page("compare-terms", agreed.review.reference, 1, 2)))

        assert "Nothing differs but the number." in said


class TestAgreeing:
    def test_at_a_meeting(self, signed_in, draft):
        meeting = MeetingFactory(review=draft.review, held_on=date(2026, 2, 26))
        path = page("agree-terms", draft.review.reference)
        said = {"where": f"meeting-{meeting.pk}", **day("agreed_on", date(2026, 2, 26))}

        response = signed_in.post(path, said, follow=True)

        assert "Version 1 is agreed. It does not change any more." in text(response)
        assert f"panel meeting {meeting.number}." in text(response)

    def test_in_a_round_that_is_closed(self, signed_in, draft):
        closed = AgreementRoundFactory(review=draft.review, subject_key=str(draft.pk), agreed=True)
        said = {"where": f"round-{closed.pk}", **day("agreed_on", date(2026, 2, 27))}

        response = signed_in.post(page("agree-terms", draft.review.reference), said)

        assert "The text was changed after the round was opened" in text(response)

    def test_somewhere_else_says_where(self, signed_in, draft):
        path = page("agree-terms", draft.review.reference)
        said = {"where": "otherwise", **day("agreed_on", date(2026, 2, 27))}

        assert "Say where it was agreed" in text(signed_in.post(path, said))
        signed_in.post(path, {**said, "otherwise": "The town hall"})

        assert draft_of(draft.review) is None

    def test_the_page_says_what_is_missing_and_lets_it_be_agreed(self, signed_in, draft):
        path = page("agree-terms", draft.review.reference)
        assert "They ask no line of enquiry" in text(signed_in.get(path))
        assert "They name nobody whom the review is about" in text(signed_in.get(path))

        draft.subjects.add(PersonFactory(review=draft.review))
        KeyLineOfEnquiryFactory(terms=draft)

        assert "Nearly all terms say more" not in text(signed_in.get(path))

    def test_a_text_that_gives_somebody_away_is_refused_before_it_is_asked(self, signed_in, draft):
        PersonFactory(review=draft.review, true_name="Oriel Vantongren", pseudonym="Maris")
        TermsSectionFactory(terms=draft, text="Oriel Vantongren")
        path = page("agree-terms", draft.review.reference)

        assert "It cannot be agreed yet" in text(signed_in.get(path))
        said = {"where": "otherwise", "otherwise": "Hall", **day("agreed_on", date(2026, 2, 27))}
        assert "holds the true name of Maris" in text(signed_in.post(path, said))

    def test_a_doubtful_word_is_confirmed_on_the_page(self, signed_in, draft):
        PersonFactory(review=draft.review, true_name="May Vantongren", pseudonym="Maris")
        TermsSectionFactory(terms=draft, text="The panel may ask again.")
        path = page("agree-terms", draft.review.reference)
        said = {"where": "otherwise", "otherwise": "Hall", **day("agreed_on", date(2026, 2, 27))}

        assert "a word of the true name of Maris" in text(signed_in.get(path))
        assert "Read it again, or say that you have" in text(signed_in.post(path, said))
        signed_in.post(path, {**said, "names_looked_at": "on"})

        assert draft_of(draft.review) is None


@pytest.mark.parametrize("rows", [3, 30])
def test_the_paper_is_read_in_as_many_queries_whatever_it_holds(
    client, draft, rows, django_assert_max_num_queries
):
    fill(draft)
    for _ in range(rows):
        KeyLineOfEnquiryFactory(terms=draft)
        TermsContributionFactory(terms=draft)
        PanelMemberFactory(review=draft.review)
        draft.subjects.add(PersonFactory(review=draft.review))
    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=draft.review))

    with django_assert_max_num_queries(15):  # two of them the savepoints of a test
        client.get(page("terms", draft.review.reference))
    with django_assert_max_num_queries(15):
        client.get(page("change-contributions", draft.review.reference))
    with django_assert_max_num_queries(15):
        client.get(page("enquiries", draft.review.reference))
