from collections.abc import Iterable
from datetime import date

from agencies.models import Actor
from panels.models import AgreementRound, Meeting, SubjectKind, TermsOfReference
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.checks.true_names import Finding, certain
from reviews.models import Person, Review


def check_can_write(actor: Actor, review: Review) -> None:
    """Refuse changes by somebody who does not write the terms, or after the review ended."""
    access.require(actor, Permission.TERMS_WRITE, on=review)
    rules.check_is_open(review)


def check_can_change(actor: Actor, terms: TermsOfReference) -> None:
    """
    Refuse changes as `check_can_write` does, and any change to a version that is agreed.

    Holds the version until the transaction ends, so that writing and agreeing cannot cross.
    """
    check_can_write(actor, terms.review)
    versions = TermsOfReference.objects.select_for_update(of=("self",))
    if versions.get(pk=terms.pk).is_agreed:
        raise Refused("This version is agreed and does not change. Begin a new one.")


def check_people(review: Review, people: Iterable[Person]) -> None:
    """Refuse somebody of another review."""
    if any(person.review_id != review.pk for person in people):
        raise Refused("Choose people of this review")


def check_period(period_from: date | None, period_to: date | None, *, today: date) -> None:
    """Refuse half a period, one that ends before it begins, or one that is not over."""
    if period_from and not period_to:
        raise Refused("Enter the last day of the period", field="period_to")
    if period_to and not period_from:
        raise Refused("Enter the first day of the period", field="period_from")
    if period_to and period_to > today:
        raise Refused("The period must end today or in the past", field="period_to")
    rules.check_period(period_from=period_from, period_to=period_to)


def check_gives_nobody_away(found: list[Finding], *, are_looked_at: bool = True) -> None:
    """
    Refuse a text that holds a name or a telling day; name the heading, never the value.

    are_looked_at: somebody has read the single words of names that were found and says that
    they are ordinary words where they stand.
    """
    if stops := certain(found):
        raise Refused(" ".join(finding.words for finding in stops))
    if found and not are_looked_at:
        said = " ".join(finding.words for finding in found)
        raise Refused(f"{said} Read it again, or say that you have.", field="names_looked_at")


def check_agreed_somewhere(
    terms: TermsOfReference,
    *,
    meeting: Meeting | None,
    agreement_round: AgreementRound | None,
    otherwise: str,
    agreed_on: date,
) -> None:
    """Refuse an agreement that came about nowhere, in two places, or not on that day."""
    if sum(map(bool, (meeting, agreement_round, otherwise.strip()))) != 1:
        raise Refused("Say where it was agreed", field="where")
    if meeting and meeting.review_id != terms.review_id:
        raise Refused("Choose a meeting of this review", field="where")
    if meeting and meeting.held_on != agreed_on:
        raise Refused(
            f"{meeting.name} was on {meeting.held_on.day} {meeting.held_on:%B %Y}. Enter that "
            "day, or choose another meeting",
            field="agreed_on",
        )


def check_round_agreed(
    terms: TermsOfReference, agreement_round: AgreementRound | None, reason: str, *, sha256: str
) -> None:
    """Refuse a round about another text, one still open, or an objection passed over in silence."""
    if agreement_round is None:
        return
    about = (agreement_round.subject_kind, agreement_round.subject_key)
    if about != (SubjectKind.TERMS, str(terms.pk)) or agreement_round.is_withdrawn:
        raise Refused("Choose a round about this version", field="where")
    if agreement_round.is_open:
        raise Refused("Close the round first", field="where")
    if agreement_round.sha256 != sha256:
        raise Refused(
            "The text was changed after the round was opened. Open a new round, or agree it "
            "at a meeting",
            field="where",
        )
    if not agreement_round.is_agreed and not reason.strip():
        raise Refused("The round did not agree it. Say why it stands all the same", field="reason")
