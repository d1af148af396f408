"""Writing a draft of the terms of reference, one thing to a page."""

from datetime import date

import pytest

from panels.models import Characteristic
from reviews.models import PersonRole
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    PersonFactory,
)
from tests.factories.terms import (
    KeyLineOfEnquiryFactory,
    TermsContributionFactory,
    TermsOfReferenceFactory,
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


class TestWriting:
    def test_the_period(self, signed_in, draft):
        path = page("change-period", draft.review.reference)
        said = {
            **day("period_from", date(2020, 5, 1)),
            **day("period_to", date(2026, 1, 2)),
            "period_form": "YEARS",
            "period_rationale": "They met then.",
        }

        response = signed_in.post(path, said)

        assert response["Location"].endswith("/terms/1/#period")
        draft.refresh_from_db()
        assert draft.period_in_print == "2020 to 2026"
        assert "They met then." in text(signed_in.get(path))

    def test_an_impossible_period_keeps_what_was_typed(self, signed_in, draft):
        said = {
            **day("period_from", date(2026, 1, 2)),
            **day("period_to", date(2020, 5, 1)),
            "period_form": "YEARS",
            "period_rationale": "They met then.",
        }

        response = signed_in.post(page("change-period", draft.review.reference), said)

        assert "The period must end on or after the day it begins" in text(response)
        assert "They met then." in text(response)

    def test_whom_it_is_about(self, signed_in, draft):
        chosen = PersonFactory(review=draft.review, pseudonym="", role=PersonRole.CHILD)
        PersonFactory(review=draft.review, pseudonym="Maris")
        path = page("change-subjects", draft.review.reference)

        assert "Maris" in text(signed_in.get(path))
        signed_in.post(path, {"subjects": [chosen.pk]})

        assert list(draft.subjects.all()) == [chosen]

    def test_the_purpose(self, signed_in, draft):
        path = page("change-purposes", draft.review.reference)

        assert "Select at least one purpose" in text(signed_in.post(path, {"csrf": "x"}))
        signed_in.post(path, {"purposes": ["LEARN"]})

        draft.refresh_from_db()
        assert draft.purposes == ["LEARN"]

    def test_a_section_is_written_and_emptied(self, signed_in, draft):
        path = page("write-section", draft.review.reference, "media")

        signed_in.post(path, {"text": "  One voice.  "})
        assert draft.sections.get().text == "One voice."
        assert "One voice." in text(signed_in.get(path))
        signed_in.post(path, {"text": " "})
        assert not draft.sections.exists()
        no_such = page("write-section", draft.review.reference, "weather")
        assert signed_in.get(no_such).status_code == 404

    def test_what_each_agency_sends(self, signed_in, draft):
        asked = TermsContributionFactory(terms=draft)
        other = AgencyInvolvementFactory(review=draft.review)
        path = page("change-contributions", draft.review.reference)

        shown = Html(signed_in.get(path).content.decode())
        ticked = [box for box in shown.all("input", type="checkbox") if "checked" in box.attrs]
        assert len(ticked) == 2
        signed_in.post(path, {f"agency_{other.pk}": ["SUMMARY"]})

        assert [(row.involvement, row.asked_in_words) for row in draft.contributions.all()] == [
            (other, "Summary of engagement")
        ]
        assert asked.asked_in_words == "Chronology and individual management review"

    def test_a_review_without_agencies_says_so(self, signed_in, draft):
        path = page("change-contributions", draft.review.reference)

        assert "No agency is in this review yet." in text(signed_in.get(path))

    def test_characteristics(self, signed_in, draft):
        person = PersonFactory(review=draft.review, pseudonym="Maris")
        draft.subjects.add(person)
        path = page("characteristics", draft.review.reference)
        said = {"characteristic": "AGE", "person": person.pk, "why": "She was very young."}

        assert "Say why it needs consideration" in text(signed_in.post(path, {**said, "why": ""}))
        assert "Age is considered." in text(signed_in.post(path, said, follow=True))
        signed_in.post(path, {**said, "why": "She was 17."})  # worded anew, not twice

        noted = draft.characteristics.get()
        assert (noted.characteristic, noted.whose, noted.why) == (
            Characteristic.AGE, "Maris", "She was 17.",
        )  # fmt: skip
        gone = signed_in.post(
            page("drop-characteristic", draft.review.reference, noted.pk), follow=True
        )
        assert "Age is taken out." in text(gone)
        assert not draft.characteristics.exists()

    def test_lines_of_enquiry(self, signed_in, draft):
        ref = draft.review.reference
        assert "There is no line of enquiry yet" in text(signed_in.get(page("enquiries", ref)))
        added = page("add-enquiry", ref)
        assert "Write the line of enquiry" in text(signed_in.post(added, {"text": ""}))
        signed_in.post(added, {"text": "First?", "why": "Because."})
        signed_in.post(added, {"text": "Second?"})
        first, second = draft.enquiries.all()

        moved = signed_in.post(page("enquiry-up", ref, second.pk), follow=True)
        assert "It is line of enquiry 1 now." in text(moved)
        signed_in.post(page("word-enquiry", ref, first.pk), {"text": "Worded anew?"})
        assert "Worded anew?" in text(signed_in.get(page("word-enquiry", ref, first.pk)))
        signed_in.post(page("enquiry-down", ref, second.pk))
        gone = signed_in.post(page("drop-enquiry", ref, second.pk), follow=True)

        assert "The line of enquiry is taken out." in text(gone)
        assert [row.text for row in draft.enquiries.all()] == ["Worded anew?"]

    def test_a_line_of_another_review_is_not_there(self, signed_in, draft):
        other = KeyLineOfEnquiryFactory()

        for name in ("word-enquiry", "enquiry-up", "drop-enquiry"):
            path = page(name, draft.review.reference, other.pk)
            assert signed_in.post(path, {"text": "x"}).status_code == 404
