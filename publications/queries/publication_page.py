"""How publication stands, in words, and what is next for this reader."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from agencies.models import User
from anonymity.models import Destination
from anonymity.queries.leaving import Leaving, leaving_of
from families.queries.publication import agreed_with_the_family
from pages.parts import Task
from pages.templatetags.dates import date_long
from publications.models import Publication, PublicationDecision, PublicText
from publications.models.publication import OPEN_TO_THE_WORLD
from publications.rules.candidate import candidate_out_of, public_text_of
from publications.rules.checking import Check, check_of
from reviews import access
from reviews.access import Permission
from reviews.models import Review


def page_of(review: Review, reader: User, *, today: date) -> dict[str, object]:
    """Return what the page of publication shows this reader."""
    decisions = list(review.publication_decisions.select_related("original", "recorded_by"))
    decision, introduced = next(iter(decisions), None), public_text_of(review)
    candidate = candidate_out_of(review, decision, introduced)
    check = check_of(review, candidate) if candidate else None
    publications = list(review.publications.select_related("recorded_by", "taken_down_by"))
    standing = standing_among(publications)
    may_enter = access.has(reader, Permission.DECISION_ENTER, on=review)
    leaving = leaving_of(review, "publication", reader, may_leave=not is_open(standing))
    reads_drafts = access.has(reader, Permission.DRAFT_READ, on=review)
    return {
        "decisions": decisions,
        "decision": decision,
        "introduced": introduced if reads_drafts else None,
        "of_draft": of_draft(introduced, publications) if introduced and reads_drafts else "",
        "publications": publications,
        "published": standing if is_open(standing) else None,
        "standing": standing_of(decision, publications, today=today),
        "check": check,
        "steps": steps_of(
            review, decision, check, leaving, may_enter=may_enter, may_check=leaving is not None
        ),
        "leaving": leaving,
        "agreed": agreed_with_the_family(review, reader),
        "may_enter": may_enter,
        "may_preview": candidate is not None and reads_drafts,
    }


def standing_among(publications: Sequence[Publication]) -> Publication | None:
    """Return the set that was not taken down."""
    return next((one for one in publications if not one.is_taken_down), None)


def is_open(standing: Publication | None) -> bool:
    """Test whether the world can read it today."""
    return standing is not None and standing.review.stage in OPEN_TO_THE_WORLD


def standing_of(
    decision: PublicationDecision | None, publications: Sequence[Publication], *, today: date
) -> str:
    """Say in one sentence how publication stands. publications: latest first."""
    standing = standing_among(publications)
    if standing and is_open(standing):
        return f"Public since {date_long(standing.published_on)}. Anyone can read it."
    last = next(iter(publications), None)
    if last and last.taken_down_at and not (decision and decision.recorded_at > last.taken_down_at):
        return f"It was taken down on {date_long(last.taken_down_on)}. Nobody can read it here."
    if decision is None:
        return "It is not decided yet whether the report is published."
    provisional = "" if decision.is_confirmed else " The decision is provisional."
    return f"{decided_on_it(decision, today=today)}{provisional}"


def decided_on_it(decision: PublicationDecision, *, today: date) -> str:
    if decision.is_to_withhold:
        return "It is decided not to publish the report."
    if decision.planned_on is None:
        return "It is to be published. No day is set."
    day = date_long(decision.planned_on)
    if decision.planned_on < today:
        return f"It was to be published on {day}, and is not public yet."
    return f"It is to be published on {day}."


def so_far(review: Review) -> str:
    """Say what recording something about publication leaves as it is."""
    publications = list(review.publications.all())
    if is_open(standing_among(publications)):
        return "What is public stays as it is until it is published again."
    return "Nothing is public now." if publications else "Nothing is public yet."


def of_draft(introduced: PublicText, publications: Sequence[Publication]) -> str:
    """Say of the draft that was introduced last whether it is public, was, or is to be."""
    name, last = introduced.draft.name, next(iter(publications), None)
    if last is None or introduced.recorded_at > last.recorded_at:
        return f"{name} is to be published."
    return f"{name} is public." if is_open(standing_among([last])) else f"{name} was published."


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
