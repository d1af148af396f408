"""Who opens which page of the terms of reference."""

import pytest

from panels.models import SectionKind
from reviews.access import Permission, Role
from reviews.models import ReviewGrant
from tests.factories.agencies import UserFactory
from tests.factories.panels import PanelMemberFactory, ParallelProcessFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    PersonFactory,
    ReviewFactory,
    playing,
)
from tests.factories.terms import (
    KeyLineOfEnquiryFactory,
    TermsCharacteristicFactory,
    TermsContributionFactory,
    TermsOfReferenceFactory,
    TermsSectionFactory,
)
from tests.pages.reading import Html
from tests.panels.saying import page, text

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
