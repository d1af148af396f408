"""What each letter says: the values its words are filled with, read from the record."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from evidence.queries.letter import Subject, subjects
from letters.models import FamilyDraft, LetterKind
from pages.templatetags.dates import date_long
from panels.queries.terms import latest_agreed
from publications.models import ItemKind, QaLetter, QaOutcome, QaSubmission
from reports.models import SignOff
from reviews.models import AgencyInvolvement, Review

Values = dict[str, Any]
NAMES = {
    "DHR": "domestic homicide review",
    "DARDR": "domestic abuse related death review",
    "SUSR": "single unified safeguarding review",
}


def values_of(
    kind: LetterKind | FamilyDraft,
    review: Review,
    *,
    part: AgencyInvolvement | None = None,
    submission: QaSubmission | None = None,
) -> Values:
    """
    Return what the words of a kind of letter are filled with.

    Of true names they hold those that an agency is asked to search for, and only in letters that
    ask it to. The caller has asked access before.
    """
    return common(review) | SAID_BY[kind](review, part, submission)


def common(review: Review) -> Values:
    return {
        "partnership": review.partnership.name,
        "review_name": NAMES.get(review.display_label, "review"),
        "reference": review.reference,
        "legal_basis": review.regime.legal_basis,
        "notified_on": review.notified_on,
        "notified_by": review.notified_by,
    }


def about_searching(review: Review, part: object, submission: object) -> Values:
    return {
        "period_from": review.period_from,
        "period_to": review.period_to,
        "is_decided": any(row.is_to_review and row.is_confirmed for row in review.decisions.all()),
    }


def people_of(kind: LetterKind | FamilyDraft, review: Review) -> list[tuple[str, ...]]:
    """Return the rows of people to search for; none in letters that ask for no search."""
    if kind not in {LetterKind.SECURE_RECORDS, LetterKind.SCOPING}:
        return []
    return [row_of(subject) for subject in subjects(review, may_know=True)]


def row_of(subject: Subject) -> tuple[str, ...]:
    initials = f"in records as {subject.initials}" if subject.initials else ""
    addresses = "\n".join(f"{one.alias}: {one.address}" for one in subject.addresses)
    return (
        subject.role,
        subject.name,
        "\n".join(filter(None, [subject.aliases, initials])),
        date_long(subject.born_on) if subject.born_on else "Not known",
        addresses or "Not known",
    )


def about_decision(review: Review, part: object, submission: object) -> Values:
    decision = review.decisions.first()
    if decision is None:
        return {"is_to_review": False}
    return {
        "decided_on": decision.decided_on,
        "outcome": decision.get_outcome_display().lower(),
        "joint_with": decision.joint_with,
        "is_confirmed": decision.is_confirmed,
        "is_to_review": decision.is_to_review,
        "limb": decision.limb_in_words,
        "kind": review.get_kind_display(),
        "month_of_death": f"{review.died_on:%B %Y}" if review.died_on else "",
    }


def about_request(review: Review, part: AgencyInvolvement | None, submission: object) -> Values:
    agreed = latest_agreed(review)
    last = part.evidence_requests.last() if part else None
    return {
        "tier": last.get_tier_display() if last else "",
        "what_to_send": last.asks.what_to_send if last else "",
        "due_on": last.due_on if last else None,
        "note": last.note if last else "",
        "period": agreed.period_in_print if agreed else "",
        "period_from": review.period_from,
        "period_to": review.period_to,
        "outside_period": agreed.outside_period if agreed else "",
        "enquiries": [line.text for line in agreed.enquiries.all()] if agreed else [],
    }


def about_submission(review: Review, part: object, submission: QaSubmission | None) -> Values:
    items = submission.items.exclude(kind=ItemKind.COVER_LETTER) if submission else []
    signed = SignOff.objects.filter(draft__review=review).order_by("-signed_on").first()
    return {
        "round": submission.round if submission else 1,
        "is_again": bool(submission and submission.round > 1),
        "items": [item.title for item in items],
        "signed_off_on": signed.signed_on if signed else None,
    }


def about_qa_letter(review: Review, part: object, submission: object) -> Values:
    letter = last_qa_letter(review)
    if letter is None:
        return {"letter_on": None, "asks_for_changes": False}
    return {
        "letter_on": letter.letter_on,
        "outcome": letter.get_outcome_display(),
        "points": letter.submission.points.count(),
        "asks_for_changes": letter.asks_for_changes,
    }


def last_qa_letter(review: Review) -> QaLetter | None:
    last = review.qa_submissions.answered().select_related("letter").first()
    return last.letter if last else None


def about_publication(review: Review, part: object, submission: object) -> Values:
    decision = review.publication_decisions.first()
    out = review.publications.not_taken_down().first()
    letter = last_qa_letter(review)
    return {
        "title": out.title if out else "",
        "published_on": out.published_on if out else None,
        "planned_on": decision.planned_on if decision else None,
        "items": decision.items_in_words if decision else [],
        "web_address": address_of(review) if out else "",
        "letter_on": letter.letter_on if letter else None,
        "cleared_on": cleared_on(letter),
    }


def address_of(review: Review) -> str:
    path = reverse("publications:library-review", args=[review.reference])
    return f"{settings.BASE_URL}{path}"


def cleared_on(letter: QaLetter | None) -> date | None:
    if letter is None or letter.outcome == QaOutcome.FURTHER_WORK:
        return None
    return letter.letter_on


Said = Callable[[Review, AgencyInvolvement | None, QaSubmission | None], Values]
SAID_BY: Mapping[LetterKind | FamilyDraft, Said] = {
    LetterKind.SECURE_RECORDS: about_searching,
    LetterKind.SCOPING: about_searching,
    LetterKind.HOME_OFFICE_DECISION: about_decision,
    LetterKind.IMR_REQUEST: about_request,
    LetterKind.HOME_OFFICE_SUBMISSION: about_submission,
    LetterKind.QA_LETTER: about_qa_letter,
    LetterKind.PUBLICATION: about_publication,
    LetterKind.HOME_OFFICE_PUBLISHED: about_publication,
    LetterKind.COMMISSIONER_COPY: about_publication,
    FamilyDraft.DECISION: about_decision,
    FamilyDraft.QA_LETTER: about_qa_letter,
    FamilyDraft.PUBLICATION: about_publication,
}
