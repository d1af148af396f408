"""How publication stands, in words, and what is next for this reader."""

from django.urls import reverse

from agencies.models import User
from anonymity.models import Destination
from anonymity.queries.leaving import Leaving, leaving_of
from families.queries.publication import agreed_with_the_family
from pages.parts import Task
from pages.templatetags.dates import date_long
from publications.models import Publication, PublicationDecision
from publications.models.publication import OPEN_TO_THE_WORLD
from publications.rules.candidate import candidate_out_of, public_text_of
from publications.rules.checking import Check, check_of
from reviews import access
from reviews.access import Permission
from reviews.models import Review


def page_of(review: Review, reader: User) -> dict[str, object]:
    """Return what the page of publication shows this reader."""
    decisions = list(review.publication_decisions.select_related("original", "recorded_by"))
    decision, introduced = next(iter(decisions), None), public_text_of(review)
    candidate = candidate_out_of(review, decision, introduced)
    check = check_of(review, candidate) if candidate else None
    publications = list(review.publications.select_related("recorded_by", "taken_down_by"))
    standing = next((one for one in publications if not one.is_taken_down), None)
    may_enter = access.has(reader, Permission.DECISION_ENTER, on=review)
    leaving = leaving_of(review, "publication", reader)
    reads_drafts = access.has(reader, Permission.DRAFT_READ, on=review)
    return {
        "decisions": decisions,
        "decision": decision,
        "introduced": introduced if reads_drafts else None,
        "publications": publications,
        "published": standing if is_open(standing) else None,
        "standing": standing_of(decision, standing),
        "check": check,
        "steps": steps_of(
            review, decision, check, leaving, may_enter=may_enter, may_check=leaving is not None
        ),
        "leaving": leaving,
        "agreed": agreed_with_the_family(review, reader),
        "may_enter": may_enter,
        "may_preview": candidate is not None and reads_drafts,
    }


def is_open(standing: Publication | None) -> bool:
    """Test whether the world can read it today."""
    return standing is not None and standing.review.stage in OPEN_TO_THE_WORLD


def standing_of(decision: PublicationDecision | None, standing: Publication | None) -> str:
    """Say in one sentence how publication stands."""
    if is_open(standing) and standing:
        return f"Public since {date_long(standing.published_on)}. Anyone can read it."
    if decision is None:
        return "It is not decided yet whether the report is published."
    provisional = "" if decision.is_confirmed else " The decision is provisional."
    if decision.is_to_withhold:
        return f"It is decided not to publish the report.{provisional}"
    if decision.planned_on:
        return f"It is to be published on {date_long(decision.planned_on)}.{provisional}"
    return f"It is to be published. No day is set.{provisional}"


def steps_of(
    review: Review,
    decision: PublicationDecision | None,
    check: Check | None,
    leaving: Leaving | None,
    *,
    may_enter: bool,
    may_check: bool,
) -> list[Task]:
    """Return what is left to do before it can be published."""

    def where(name: str, may: bool) -> str:
        return reverse(f"publications:{name}", args=[review.reference]) if may else ""

    decided = bool(decision and decision.is_confirmed)
    steps = [
        Task(
            "Decide",
            "Done" if decided else "Provisional" if decision else "To do",
            where("decide", may_enter),
            is_done=decided,
        )
    ]
    if decision and not decision.items:
        return steps
    safe = bool(check and check.is_safe)
    certified = safe and bool(leaving and leaving.is_certified(Destination.PUBLICATION))
    return [
        *steps,
        Task(
            "Choose the draft and introduce it",
            "Done" if check else "To do",
            where("introduce", may_enter),
            is_done=check is not None,
        ),
        Task(
            "Have it checked for identifiers, and certified by two people",
            "Done" if certified else "To do",
            reverse("anonymity:checks", args=[review.reference]) if may_check and check else "",
            hint=check.sentence if check else "Once it is said what is published.",
            is_done=certified,
        ),
        Task(
            "Look at what will be public, and publish it",
            "To do",
            where("publish", may_enter and certified and decided),
            hint="" if certified and decided else "Once everything above is done.",
        ),
    ]
