"""The pages of the terms of reference: for those who write them, read them, and strangers."""

from datetime import date

import pytest
from django.urls import reverse

from panels.models import Characteristic, SectionKind, TermsOfReference
from panels.queries.terms import draft_of
from reviews.access import Permission, Role
from reviews.models import PersonRole, ReviewGrant
from tests.factories.agencies import UserFactory
from tests.factories.panels import MeetingFactory, PanelMemberFactory, ParallelProcessFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    PersonFactory,
    ReviewFactory,
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

WRITTEN_ON = (
    "change-period", "change-subjects", "change-purposes", "change-contributions",
    "characteristics", "enquiries", "add-enquiry", "agree-terms", "discard-terms", "ask-terms",
)  # fmt: skip


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


class TestWho:
    @pytest.mark.parametrize("name", WRITTEN_ON)
    @pytest.mark.parametrize(
        "role", [Role.CSP_OFFICER, Role.INDEPENDENT_CHAIR, Role.REVIEW_SECRETARY]
    )
    def test_officer_chair_and_secretary_write_them(self, client, draft, role, name):
        client.force_login(playing(role, to=draft.review))

        assert client.get(page(name, draft.review.reference)).status_code == 200

    @pytest.mark.parametrize("name", WRITTEN_ON)
    def test_nobody_else_does(self, client, draft, name):
        others = [
            playing(Role.PANEL_MEMBER, to=draft.review),
            playing(Role.CSP_OFFICER, to=ReviewFactory()),
            UserFactory(),
        ]

        for other in others:
            client.force_login(other)
            assert client.get(page(name, draft.review.reference)).status_code == 404

    @pytest.mark.parametrize("name", WRITTEN_ON)
    def test_what_is_agreed_has_no_page_to_write_on(self, signed_in, agreed, name):
        assert signed_in.get(page(name, agreed.review.reference)).status_code == 404

    @pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.ADVISER, Role.CSP_CHAIR])
    def test_the_panel_reads_drafts_and_has_nothing_to_press(self, client, draft, role):
        client.force_login(playing(role, to=fill(draft).review))

        response = client.get(page("terms", draft.review.reference))

        said = text(response)
        assert "Version 1 is a draft" in said
        main = Html(said[said.index("<main") : said.index("</main>") + 7])
        assert not main.all("button")
        assert not [link for link in main.all("a") if "/draft/" in (link.get("href") or "")]

    @pytest.mark.parametrize("name", ["terms", "terms-version", "compare-terms", "terms-file"])
    def test_strangers_find_nothing(self, client, agreed, name):
        ref = agreed.review.reference
        args = {"terms-version": (1,), "compare-terms": (1, 1), "terms-file": (1, "pdf")}
        part = AgencyInvolvementFactory(review=agreed.review)
        for stranger in (UserFactory(), playing(Role.IMR_AUTHOR, to=part),
                         playing(Role.HOME_OFFICE_LIAISON, to=agreed.review)):  # fmt: skip
            client.force_login(stranger)
            assert client.get(page(name, ref, *args.get(name, ()))).status_code == 404

    def test_who_reads_them_pseudonymised_sees_what_is_agreed_and_no_draft(self, client, agreed):
        review = agreed.review
        TermsOfReferenceFactory(review=review)
        liaison = playing(Role.HOME_OFFICE_LIAISON, to=review)
        ReviewGrant.objects.give(
            group=liaison.groups.get(),
            to=review,
            permissions=[Permission.TERMS_READ_PSEUDONYMISED],
        )
        client.force_login(liaison)

        said = text(client.get(page("terms", review.reference)))

        assert "Version 1, agreed on 20 February 2026" in said
        assert "Version 2" not in said
        assert "Not printed" not in said
        assert client.get(page("terms-version", review.reference, 2)).status_code == 404
        assert client.get(page("terms-file", review.reference, 2, "pdf")).status_code == 404

    def test_an_agency_reads_what_is_agreed_with_the_days_it_searches_by(self, client, agreed):
        part = AgencyInvolvementFactory(review=agreed.review)
        client.force_login(playing(Role.IMR_AUTHOR, to=part))

        said = text(client.get(page("agency-terms", agreed.review.reference, part.pk)))

        assert "Version 1, agreed on 20 February 2026" in said
        assert "Not printed: 9 March 2021 to 2 January 2026" in said

    def test_a_senior_officer_of_an_agency_sees_no_days(self, client, agreed):
        part = AgencyInvolvementFactory(review=agreed.review)
        client.force_login(playing(Role.SENIOR_SIGN_OFF, to=part))

        said = text(client.get(page("agency-terms", agreed.review.reference, part.pk)))

        assert "March 2021 to January 2026" in said
        assert "Not printed" not in said

    def test_an_agency_sees_no_draft_and_no_other_agencys_page(self, client, draft):
        part = AgencyInvolvementFactory(review=draft.review)
        client.force_login(playing(Role.IMR_AUTHOR, to=part))
        other = AgencyInvolvementFactory(review=draft.review)
        ref = draft.review.reference

        assert "has not agreed" in text(client.get(page("agency-terms", ref, part.pk)))
        assert client.get(page("agency-terms-file", ref, part.pk, "pdf")).status_code == 404
        assert client.get(page("agency-terms", ref, other.pk)).status_code == 404
        assert client.get(page("agency-terms-file", ref, other.pk, "pdf")).status_code == 404


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
        assert "“Media” holds the true name of Maris." in shown.find("ul", **{
            "class": "app-blockers__reasons"}).text  # fmt: skip

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
