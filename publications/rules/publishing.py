from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from agencies.models import Actor
from documents.models import Document, Route
from publications.models import Choice, PublicationDecision, Published
from publications.models.publication import OPEN_TO_THE_WORLD
from reports.models import Draft
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.checks.true_names import Finding
from reviews.lifecycle import Stage
from reviews.models import Review

NOTHING_DECIDED = "It is not decided whether the report is published."


def check_can_enter(actor: Actor, review: Review) -> None:
    """Refuse decisions and publishing to somebody who does not enter them for the partnership."""
    access.require(actor, Permission.DECISION_ENTER, on=review)


def check_choice(choice: str, *, items: Sequence[str], compelling: Sequence[str], reasons: str,
                 ) -> None:  # fmt: skip
    """
    Refuse to publish nothing, and to withhold without a compelling reason or more than a summary.
    """
    if choice == Choice.PUBLISH:
        if not items:
            raise Refused("Choose what is published", field="items")
        if compelling:
            raise Refused(
                "These are reasons for not publishing. Take them out, or choose not to publish",
                field="compelling",
            )
        return
    if not compelling:
        raise Refused("Choose what weighs so much that it is not published", field="compelling")
    if not reasons.strip():
        raise Refused("Say why, so that others can follow it", field="reasons")
    if set(items) - {Published.SUMMARY}:
        raise Refused(
            "Where the report is not published, only the executive summary can be", field="items"
        )


def check_decided_for_the_chair(actor: Actor, review: Review, *, has_provenance: bool) -> None:
    """Refuse a decision that is neither the chair's own nor says how the chair's reached us."""
    if not (has_provenance or access.has(actor, Permission.PUBLISH, on=review)):
        raise Refused(
            "Say how the chair's decision reached you: only the CSP chair decides.",
            field="received_via",
        )


def check_day(review: Review, day: date, *, field: str, called: str, today: date) -> None:
    rules.check_possible_on(day, field=field, called=called, today=today)
    rules.check_after_death(review, day, field=field, called=called)


def check_is_another(
    standing: PublicationDecision | None, said: Mapping[str, object], provenance: Mapping[str, Any]
) -> None:
    """
    Refuse to record the decision that stands once more. The same from another source is news: the
    letter that came after the telephone call, or the chair in person.
    """
    if standing is None or any(getattr(standing, name) != value for name, value in said.items()):
        return
    source = {**FROM_THE_PAGE, **provenance}
    original = source.pop("original")
    is_same = all(getattr(standing, name) == value for name, value in source.items())
    if is_same and hash_of(standing.original) == hash_of(original):
        raise Refused("This decision is recorded already, and stands as it is.")


FROM_THE_PAGE = {
    "received_via": Route.PAGE, "on_behalf_of": None, "given_on": None, "original": None,
}  # fmt: skip


def hash_of(document: Document | None) -> str:
    return document.sha256 if document else ""


def check_is_not_logged(
    review: Review, kind: str, recipient: str, version: str, sent_on: date
) -> None:
    """Refuse to log twice that somebody was sent one version on one day."""
    same = review.disseminations.filter(
        kind=kind, recipient__iexact=recipient, version__iexact=version, sent_on=sent_on
    )
    if same.exists():
        raise Refused(
            "This is in the log already: the same recipient, the same version and the same day. "
            "Record there that they have it",
            field="recipient",
        )


def check_is_not_older(draft: Draft, sent: Draft | None) -> None:
    """Refuse a draft that was mended before the Home Office saw the report."""
    if sent and draft.number < sent.number:
        raise Refused(
            f"The Home Office saw {sent.name}. Choose that draft or a later one", field="draft"
        )


def check_is_seen(review: Review, instead_of: int | None) -> None:
    """Refuse to take down unseen what somebody else has published meanwhile."""
    standing = review.publications.not_taken_down().first()
    if standing and standing.pk != instead_of:
        raise Refused("It was published meanwhile. Look at what is public now, then publish again.")


def check_after_decision(
    review: Review, decision: PublicationDecision, day: date, reason: str
) -> None:
    """Ask for a reason where it was published before it was decided, or before an earlier step."""
    rules.check_reason_for_unusual(review, day, reason, field="reason")
    if day < decision.decided_on and not reason.strip():
        raise Refused(
            "This day comes before the decision to publish. Check it, or say why it is right",
            field="reason",
        )


def check_decision_stands(decision: PublicationDecision | None) -> PublicationDecision:
    """Return the decision to publish something. Raises Refused where there is none, confirmed."""
    if decision is None:
        raise Refused(NOTHING_DECIDED)
    if not decision.is_confirmed:
        raise Refused("The decision is provisional. Record it as confirmed first.")
    if not decision.items:
        raise Refused("It is decided that nothing is published.")
    return decision


def check_stage(review: Review, to: Stage) -> bool:
    """
    Return whether publishing moves the review; False where it is past that already.

    Raises Refused where the review is not that far.
    """
    if review.stage == Stage.PRE_PUBLICATION:
        return True
    if review.stage == to or review.stage in OPEN_TO_THE_WORLD - {Stage.PUBLISHED, Stage.WITHHELD}:
        return False
    stands = Stage(review.stage).label
    raise Refused(
        f"The review stands at “{stands}”. It can be published from "
        f"“{Stage.PRE_PUBLICATION.label}” on."
    )


def check_holds_nobody(found: Sequence[Finding]) -> None:
    """Refuse a finished paper that gives somebody away."""
    if found:
        raise Refused(" ".join(finding.words for finding in found))
