"""What of a report is put to people in a round: a draft to agree, or one to sign off."""

from panels.models import AgreementRound, SubjectKind
from panels.models.agreement_round import RoundQuerySet
from panels.queries.subjects import RoundSubject
from reports.models import Draft
from reports.published.text import as_text
from reports.queries.drafts import report_of


def draft_as_subject(draft: Draft) -> RoundSubject:
    return RoundSubject(
        kind=SubjectKind.DRAFT,
        key=str(draft.pk),
        label="Draft of the report",
        version=str(draft.number),
        text=as_text(report_of(draft)),
    )


def sign_off_as_subject(draft: Draft) -> RoundSubject:
    """The same text, put to the partnership's board to sign off."""
    return RoundSubject(
        kind=SubjectKind.SIGN_OFF,
        key=str(draft.pk),
        label="Sign-off of the report",
        version=str(draft.number),
        text=as_text(report_of(draft)),
    )


def rounds_about(draft: Draft) -> RoundQuerySet:
    """Return every round about a draft, whether to agree it or to sign it off."""
    rounds = AgreementRound.objects.filter(review=draft.review_id, subject_key=str(draft.pk))
    return rounds.filter(subject_kind__in=[SubjectKind.DRAFT, SubjectKind.SIGN_OFF])
