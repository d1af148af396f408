"""A certificate is shown as lapsed once its files are others, without printing them."""

from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from anonymity.checking.subject import MadeOf
from anonymity.models import Destination
from anonymity.operations import certifying
from anonymity.operations.certifying import check_may_leave
from anonymity.queries.certificates import CHANGED, standing_of, standings_of
from anonymity.queries.subjects import made_of
from postoffice.queries.to_check import dispatch_to_check
from publications.operations.submissions import add_item, remove_item
from publications.queries.commissioner import why_no_copy
from publications.queries.to_check import files_of_round, publication_to_check
from publications.rules.candidate import candidate_of
from reviews.access import Refused
from tests.factories.anonymity import CertificateFactory, IdentifierCheckFactory, certified_pack
from tests.factories.documents import DocumentFactory
from tests.factories.postoffice import DispatchFactory, SentWordsFactory
from tests.factories.publications import (
    PublicTextFactory,
    QaSubmissionFactory,
    SubmissionItemFactory,
)
from tests.factories.reports import REPORT, DraftFactory
from tests.publications.publishing import decided
from tests.reports.saying import text

pytestmark = pytest.mark.django_db
WHY = "The files changed since they were checked"
WHAT_TO_DO = f"{WHY}: check anew, then certify that."


def certified(review, subject, papers, goes, number=0):
    """Have papers certified as the check of them names them."""
    check = IdentifierCheckFactory(
        review=review, subject=subject, number=number, files=[one.named for one in papers]
    )
    return CertificateFactory(review=review, identifier_check=check, destination=goes)


@pytest.fixture
def item(review):
    return SubmissionItemFactory(submission=QaSubmissionFactory(review=review))


class TestAPack:
    def pages(self, certificate):
        review = certificate.review
        return [
            reverse("anonymity:checks", args=[review.reference]),
            certificate.identifier_check.get_absolute_url(),
            certificate.get_absolute_url(),
            review.qa_submissions.get().get_absolute_url(),
        ]

    def test_a_file_more_or_less_is_told_on_every_page_and_refused_at_the_gate(
        self, item, officer, client
    ):
        made, pack = certified_pack(item, Destination.HOME_OFFICE), item.submission
        client.force_login(officer)
        assert all(">Certified<" in client.get(one).content.decode() for one in self.pages(made))

        other = add_item(
            submission=pack,
            kind="OTHER",
            title="An annex",
            document=DocumentFactory(content=b"More."),
            by=officer,
            at=timezone.now(),
        )

        for page in self.pages(made):
            said = text(client.get(page))
            assert "Lapsed" in said
            assert WHY in said
            assert ">Certified<" not in said
        assert WHAT_TO_DO in text(client.get(pack.get_absolute_url()))
        with pytest.raises(Refused, match="No certificate"):
            check_may_leave(made.review, Destination.HOME_OFFICE, files_of_round(pack))
        remove_item(item=other, by=officer, at=timezone.now())
        assert all(">Certified<" in client.get(one).content.decode() for one in self.pages(made))
        remove_item(item=item, by=officer, at=timezone.now())
        assert standing_of(made).lapsed_because == CHANGED

    def test_nobody_is_asked_to_sign_it(self, item, chair, client):
        check = certified_pack(item, Destination.HOME_OFFICE).identifier_check
        made = CertificateFactory(review=check.review, identifier_check=check, signed=1)
        client.force_login(chair)
        assert "Sign as the second person" in text(client.get(made.get_absolute_url()))
        SubmissionItemFactory(submission=item.submission, kind="OTHER", document__content=b"More.")
        assert "Sign as the second person" not in text(client.get(made.get_absolute_url()))

    def test_what_was_withdrawn_is_said_to_be_that(self, item, officer, client):
        made = certified_pack(item, Destination.HOME_OFFICE)
        certifying.withdraw(certificate=made, reason="A footer.", by=officer, at=timezone.now())
        SubmissionItemFactory(submission=item.submission, kind="OTHER", document__content=b"More.")
        client.force_login(officer)
        assert WHY not in text(client.get(made.get_absolute_url()))

    @pytest.mark.parametrize("count", [1, 12])
    def test_a_list_costs_the_same_whatever_is_in_it(self, item, count, django_assert_num_queries):
        for number in range(1, count):
            draft = DraftFactory(review=item.submission.review, number=number)
            check = IdentifierCheckFactory(review=draft.review, number=number)
            CertificateFactory(review=draft.review, identifier_check=check)
        certified_pack(item, Destination.HOME_OFFICE)
        DraftFactory(review=item.submission.review, number=30)
        CertificateFactory(
            review=item.submission.review,
            identifier_check=IdentifierCheckFactory(review=item.submission.review, number=30),
        )
        rows = list(item.submission.review.anonymity_certificates.prefetch_related("signatures"))
        with django_assert_num_queries(13):
            standings_of(item.submission.review, rows)


class TestAPublication:
    @pytest.fixture
    def introduced(self, review):
        return decided(review)

    def certify(self, review, goes=Destination.PUBLICATION):
        return certified(review, "publication", publication_to_check(review, 0).papers(), goes)

    def page(self, client, review):
        return text(client.get(reverse("publications:publication", args=[review.reference])))

    def test_another_introduction_is_told_on_its_page_and_in_its_steps(
        self, introduced, review, officer, client
    ):
        made = self.certify(review)
        client.force_login(officer)
        assert ">Certified<" in self.page(client, review)
        done = self.page(client, review).count("Done")

        PublicTextFactory(review=review, draft=introduced.draft, about="Introduced otherwise.")

        said = self.page(client, review)
        assert WHY in said
        assert ">Certified<" not in said
        assert said.count("Done") == done - 1
        assert WHY in text(client.get(made.get_absolute_url()))

    def test_so_is_another_draft_and_the_same_once_more_holds(self, introduced, review):
        made = self.certify(review)
        same = {"title": introduced.title, "about": introduced.about}
        other = replace(REPORT, completed="March 2027")
        PublicTextFactory(review=review, draft=DraftFactory(review=review, report=other), **same)
        assert standing_of(made).lapsed_because == CHANGED

        PublicTextFactory(review=review, draft=introduced.draft, **same)
        assert not standing_of(made).has_lapsed

    def test_no_paper_is_printed_for_it(self, introduced, review, monkeypatch):
        made = self.certify(review)
        monkeypatch.setattr("publications.queries.to_check.public_pdf", None)
        assert standing_of(made).holds

    def test_one_of_before_tells_of_its_page_alone(self, introduced, review):
        made = self.certify(review)
        made.files = [{"title": one["title"], "sha256": one["sha256"]} for one in made.files]
        made.save()
        assert not standing_of(made).has_lapsed
        PublicTextFactory(review=review, draft=introduced.draft, about="Introduced otherwise.")
        assert standing_of(made).has_lapsed

    def test_what_is_not_decided_is_made_of_nothing(self, review):
        assert candidate_of(review) is None
        assert made_of(review, "publication", {0}) == {}


class TestTheCommissioner:
    def test_no_copy_goes_by_a_certificate_for_other_files(self, review, now):
        review.recorded_at = now
        introduced = decided(review)
        papers = publication_to_check(review, 0).papers()
        certified(review, "publication", papers, Destination.COMMISSIONER)
        assert not why_no_copy(review, now.date())

        PublicTextFactory(review=review, draft=introduced.draft, about="Introduced otherwise.")
        assert "No certificate says" in why_no_copy(review, now.date())

    def test_one_of_before_is_printed_to_see_whether_it_is_still_of_these(self, review, now):
        review.recorded_at = now
        introduced = decided(review)
        papers = publication_to_check(review, 0).papers()
        made = certified(review, "publication", papers, Destination.COMMISSIONER)
        made.files = [{"title": one["title"], "sha256": one["sha256"]} for one in made.files]
        made.save()
        assert not why_no_copy(review, now.date())

        same = {"title": introduced.title, "about": introduced.about}
        other = replace(REPORT, completed="March 2027")
        PublicTextFactory(review=review, draft=DraftFactory(review=review, report=other), **same)
        assert "No certificate says" in why_no_copy(review, now.date())

    def test_nor_by_one_for_a_round_before_the_last(self, review, now):
        review.recorded_at = now
        first = SubmissionItemFactory(submission=QaSubmissionFactory(review=review, sent=True))
        certified_pack(first, Destination.COMMISSIONER)
        assert not why_no_copy(review, now.date())

        QaSubmissionFactory(review=review)
        assert not why_no_copy(review, now.date())
        review.qa_submissions.filter(round=2).delete()
        SubmissionItemFactory(submission=QaSubmissionFactory(review=review, sent=True))
        assert "No certificate says" in why_no_copy(review, now.date())


def test_the_words_to_a_body_are_compared_as_they_are_today(review):
    dispatch = DispatchFactory(review=review)
    line = SentWordsFactory(dispatch=dispatch)
    papers = dispatch_to_check(review, dispatch.number).papers()
    made = certified(review, "dispatch", papers, Destination.PUBLIC_BODY, dispatch.number)
    assert not standing_of(made).has_lapsed

    line.text = "Ask for something else."
    line.save()
    assert standing_of(made).lapsed_because == CHANGED


def test_what_is_gone_cannot_change_and_what_is_of_no_kind_is_not_looked_for(review):
    check = IdentifierCheckFactory(review=review, number=9)
    assert standing_of(CertificateFactory(review=review, identifier_check=check)).holds
    assert made_of(review, "gone", {1}) == {}
    assert standings_of(review, []) == []


def test_a_paper_that_is_there_and_one_that_is_printed_are_told_apart():
    named = [{"sha256": "a"}, {"sha256": "b", "made_of": "c"}]
    assert not MadeOf(frozenset("a"), frozenset("c")).is_other_than(named)
    assert MadeOf(frozenset("a"), frozenset("d")).is_other_than(named)
    assert MadeOf(frozenset("a")).is_other_than(named)
    assert MadeOf(frozenset("x"), frozenset("c")).is_other_than([{"sha256": "a"}])
