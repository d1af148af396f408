"""Something behind every address of the report, of checks, and of what leaves the review."""

from documents.models import Route
from tests.factories.anonymity import (
    CertificateFactory,
    IdentifierCheckFactory,
    IdentifierDecisionFactory,
    KeptBackFactory,
    found,
)
from tests.factories.documents import (
    DocumentFactory,
)
from tests.factories.letters import LetterFactory, LetterheadFactory
from tests.factories.publications import (
    DisseminationFactory,
    LibraryPersonFactory,
    PublicationDecisionFactory,
    PublicationFactory,
    PublicTextFactory,
    QaAnswerFactory,
    QaLetterFactory,
    QaReceiptFactory,
    SubmissionItemFactory,
)
from tests.factories.reports import (
    DraftCommentFactory,
    DraftFactory,
    DraftReleaseFactory,
    ReportCallFactory,
    ReportFigureFactory,
    ReportSectionFactory,
    ReturnedTextFactory,
    SignOffFactory,
)


class PapersOfWorld:
    """What the world has of papers. Its review stands in `self.review`."""

    def of_the_drafts(self):
        draft = DraftFactory(review=self.review, released=True, original=DocumentFactory())
        comment = DraftCommentFactory(
            draft=draft,
            received_via=Route.EMAIL,
            on_behalf_of="Head of Housing",
            given_on=draft.made_on,
            original=DocumentFactory(),
        )
        ReportCallFactory(review=self.review, number=draft.number)
        return {
            "reports:slug": "facts",
            "reports:sign": ReportFigureFactory(review=self.review).sign,
            "reports:paper": "executive-summary",
            "reports:number": draft.number,
            "reports:before": draft.number,
            "reports:after": draft.number,
            "reports:returned": ReturnedTextFactory(review=self.review).number,
            "reports:version": ReportSectionFactory(review=self.review).number,
            "reports:comment_id": comment.pk,
            "reports:sign_off_id": SignOffFactory(draft=draft).pk,
            "reports:copy": DraftReleaseFactory(draft=draft, handed_over=True).number,
        }

    def of_the_identifiers(self):
        """A draft that was checked, and certified by two people of whom none is here."""
        check = IdentifierCheckFactory(review=self.review, found=[found(), found(2, severity=2)])
        return {
            "anonymity:check_id": check.pk,
            "anonymity:policy": "true_names",
            "anonymity:kept_id": KeptBackFactory(review=self.review).pk,
            "anonymity:decision_id": IdentifierDecisionFactory(review=self.review).pk,
            "anonymity:certificate_id": CertificateFactory(
                review=self.review, identifier_check=check
            ).pk,
        }

    def of_what_leaves(self):
        letter = QaLetterFactory(submission__review=self.review)
        sent = letter.submission
        receipt = QaReceiptFactory(submission=sent, original=DocumentFactory())
        decision = PublicationDecisionFactory(
            review=self.review, received_via=Route.EMAIL, on_behalf_of="The chair",
            given_on=letter.given_on, original=receipt.original,
        )  # fmt: skip
        PublicTextFactory(review=self.review)
        LibraryPersonFactory(record__review=self.review)
        PublicationFactory(review=self.review, decision=decision)
        return {
            "publications:number": sent.round,
            "publications:point": QaAnswerFactory(point__submission=sent).point.number,
            "publications:item_id": SubmissionItemFactory(submission=sent).pk,
            "publications:decision_id": decision.pk,
            "publications:item": "report",
            "publications:data": "json",
            "publications:entry_id": DisseminationFactory(review=self.review).pk,
            **self.of_the_letters(),
        }

    def of_the_letters(self):
        LetterheadFactory(partnership=self.review.partnership, logo=DocumentFactory())
        return {
            "letters:letter_id": LetterFactory(review=self.review).pk,
            "letters:kind": "ho-decision",
            "letters:which": "letter",
            "letters:draft": "family-decision",
        }
