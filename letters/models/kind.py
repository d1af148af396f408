"""
The kinds of letter: to whom, about what, at which stages of the story, who writes them.

What each says is in `templates/letters/words/`, one file a kind. What sending one records
elsewhere is said here too, so that no fact is kept twice.
"""

from dataclasses import dataclass

from django.db import models

from reviews.lifecycle import Stage
from reviews.models import NoticeKind, Permission

S, P = Stage, Permission


class LetterKind(models.TextChoices):
    SECURE_RECORDS = "SECURE_RECORDS", "Secure your records"
    SCOPING = "SCOPING", "What do you know?"
    HOME_OFFICE_DECISION = "HO_DECISION", "Decision, to the Home Office"
    IMR_REQUEST = "IMR_REQUEST", "Request for a report (IMR)"
    HOME_OFFICE_SUBMISSION = "HO_SUBMISSION", "Submission to the Home Office"
    QA_LETTER = "QA_LETTER", "Home Office letter, forwarded to the panel"
    PUBLICATION = "PUBLICATION", "Notice of publication"
    HOME_OFFICE_PUBLISHED = "HO_PUBLISHED", "Published report, to the Home Office"
    COMMISSIONER_COPY = "COMMISSIONER_COPY", "Copy to the Domestic Abuse Commissioner"

    @property
    def facts(self) -> "KindFacts":
        return FACTS[self]

    @property
    def slug(self) -> str:
        return self.value.lower().replace("_", "-")


class Recipient(models.TextChoices):
    AGENCY = "AGENCY", "An agency of the review"
    HOME_OFFICE = "HOME_OFFICE", "The Home Office"
    PANEL = "PANEL", "The panel and its chair"
    COMMISSIONER = "COMMISSIONER", "The Domestic Abuse Commissioner"


@dataclass(frozen=True, kw_only=True)
class KindFacts:
    """
    What holds of every letter of a kind.

    subject: its subject line, after the review's reference.
    stages: at which the story needs it; it can be written at any other.
    written_by: the permission that writes it and says it was sent.
    notice: the notice that sending it is, which meets its deadline.
    asks_by: it says a day by which it is to be answered.
    answered_where: the record that holds the answer, where one does; else the answer is kept here.
    """

    to: Recipient
    subject: str
    stages: frozenset[Stage]
    written_by: Permission
    notice: NoticeKind | None = None
    asks_by: bool = False
    answered_where: str = ""

    @property
    def is_for_agencies(self) -> bool:
        return self.to == Recipient.AGENCY

    @property
    def names_nobody(self) -> bool:
        """Whether it goes to who never hears whom a review is about: permission matrix."""
        return self.to in (Recipient.HOME_OFFICE, Recipient.COMMISSIONER)


EARLY = frozenset({S.NOTIFIED, S.DECISION_PENDING})
FACTS: dict[LetterKind, KindFacts] = {
    LetterKind.SECURE_RECORDS: KindFacts(
        to=Recipient.AGENCY,
        subject="secure your records now",
        stages=EARLY,
        written_by=P.SCOPING_SEND,
        notice=NoticeKind.RECORDS_SECURED,
        asks_by=True,
    ),
    LetterKind.SCOPING: KindFacts(
        to=Recipient.AGENCY,
        subject="what does your organisation know?",
        stages=EARLY,
        written_by=P.SCOPING_SEND,
        asks_by=True,
        answered_where="the agency’s page",
    ),
    LetterKind.HOME_OFFICE_DECISION: KindFacts(
        to=Recipient.HOME_OFFICE,
        subject="decision of the partnership",
        stages=frozenset({S.DECISION_PENDING, S.COMMISSIONED, S.NOT_TO_REVIEW}),
        written_by=P.DECISION_RECORD,
        notice=NoticeKind.HOME_OFFICE_DECISION,
    ),
    LetterKind.IMR_REQUEST: KindFacts(
        to=Recipient.AGENCY,
        subject="what the panel asks of you",
        stages=frozenset({S.TOR_AGREED, S.EVIDENCE}),
        written_by=P.EVIDENCE_REQUEST,
        answered_where="the page of what is asked of the agency",
    ),
    LetterKind.HOME_OFFICE_SUBMISSION: KindFacts(
        to=Recipient.HOME_OFFICE,
        subject="report for quality assurance",
        stages=frozenset({S.CSP_SIGNED_OFF, S.HO_SUBMITTED, S.REVISING}),
        written_by=P.SUBMISSION_MAKE,
        answered_where="the page of the round",
    ),
    LetterKind.QA_LETTER: KindFacts(
        to=Recipient.PANEL,
        subject="what the Home Office wrote",
        stages=frozenset({S.HO_QA, S.FURTHER_WORK, S.CLEARED_WITH_CHANGES, S.REVISING, S.CLEARED}),
        written_by=P.DECISION_RECORD,
        notice=NoticeKind.QA_LETTER_PANEL,
    ),
    LetterKind.PUBLICATION: KindFacts(
        to=Recipient.AGENCY,
        subject="publication of the report",
        stages=frozenset({S.PRE_PUBLICATION, S.PUBLISHED}),
        written_by=P.DECISION_RECORD,
    ),
    LetterKind.HOME_OFFICE_PUBLISHED: KindFacts(
        to=Recipient.HOME_OFFICE,
        subject="the report is published",
        stages=frozenset({S.PUBLISHED}),
        written_by=P.DECISION_RECORD,
        notice=NoticeKind.HOME_OFFICE_PUBLISHED,
    ),
    LetterKind.COMMISSIONER_COPY: KindFacts(
        to=Recipient.COMMISSIONER,
        subject="copy of the completed report",
        stages=frozenset({S.CLEARED, S.PRE_PUBLICATION, S.PUBLISHED}),
        written_by=P.DECISION_RECORD,
        notice=NoticeKind.COMMISSIONER_COPY,
    ),
}
BY_SLUG = {kind.slug: kind for kind in LetterKind}


class FamilyDraft(models.TextChoices):
    """
    Letters to a family: made as drafts for whoever holds the pen of the compartment, and never
    kept here. What was sent is in the log of the compartment.
    """

    DECISION = "FAMILY_DECISION", "Decision, to the family"
    QA_LETTER = "FAMILY_QA_LETTER", "Home Office letter, forwarded to the family"
    PUBLICATION = "FAMILY_PUBLICATION", "Notice of publication, to the family"

    @property
    def slug(self) -> str:
        return self.value.lower().replace("_", "-")


DRAFT_BY_SLUG = {kind.slug: kind for kind in FamilyDraft}
