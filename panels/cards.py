"""What the panel shows on a review's home page."""

from collections.abc import Mapping
from datetime import date
from operator import itemgetter

from django.db.models import Exists, OuterRef
from django.urls import reverse

from agencies.models import User
from pages.parts import Card
from pages.templatetags.dates import date_long
from panels.access import kinds_readable
from panels.models import (
    AgreementAnswer,
    AgreementInvitee,
    AgreementRound,
    PanelPart,
    ParallelProcess,
    TermsOfReference,
)
from reviews.access import Permission
from reviews.models import Review
from reviews.queries.asking import Question, Row, told
from reviews.queries.cards import CardKind, Rows


def asked_of_panel(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    return {
        "members": told(review.panel_members.seated(), part="part", name="full_name"),
        "next": told(review.meetings.ahead(today)[:1], held_on="held_on", starts="starts"),
    }


def who_sits_and_when(review: Review, rows: Rows, today: date) -> Card:
    """Chair, members, next meeting."""
    chairs = (row for row in rows["members"] if row["part"] == PanelPart.INDEPENDENT_CHAIR)
    chair = next((row["name"] for row in chairs), "")
    members = len(rows["members"])
    return Card(
        "Panel",
        reverse("panels:panel", args=[review.reference]),
        counted(members, "member") if members else "Nobody yet",
        [
            f"Independent chair: {chair}" if chair else "No independent chair yet",
            next_meeting(rows["next"][0], today) if rows["next"] else "No meeting planned",
        ],
    )


HOLDS = ("status", "holds_back_family", "holds_back_interviews", "holds_back_publication")


def asked_of_processes(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    return {
        "processes": told(
            review.parallel_processes.all(), id="pk", **{name: name for name in HOLDS}
        )
    }


def what_runs_beside(review: Review, rows: Rows, today: date) -> Card:
    """Which other proceedings run, and what they hold back."""
    processes = [ParallelProcess(**row) for row in sorted(rows["processes"], key=itemgetter("id"))]
    running = [process for process in processes if process.is_open]
    figure = f"{len(running)} under way or expected" if processes else "None recorded"
    held_back = dict.fromkeys(effect for process in running for effect in process.holds_back)
    path = reverse("panels:processes", args=[review.reference])
    return Card("Parallel processes", path, figure, [f"Holding back {one}" for one in held_back])


def asked_of_terms(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    versions = review.terms_of_reference.all()
    return {"versions": told(versions, number="number", agreed_on="agreed_on")}


def which_terms_stand(review: Review, rows: Rows, today: date) -> Card:
    """Which version is agreed, and what is drafted."""
    path = reverse("panels:terms", args=[review.reference])
    latest_first = sorted(rows["versions"], key=itemgetter("number"), reverse=True)
    versions = [TermsOfReference(**row) for row in latest_first]
    if not versions:
        return Card("Terms of reference", path, "Not written yet")
    agreed = next((version for version in versions if version.is_agreed), None)
    figure = f"{agreed.name} agreed" if agreed else f"{versions[0].name}, draft"
    lines = [f"Agreed on {date_long(agreed.agreed_on)}"] if agreed else []
    if agreed and not versions[0].is_agreed:
        lines.append(f"{versions[0].name} is a draft")
    return Card("Terms of reference", path, figure, lines)


def asked_of_rounds(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    rounds = review.agreement_rounds.filter(subject_kind__in=kinds_readable(reader, review))
    asked = AgreementInvitee.objects.filter(round__in=rounds.open())
    has_answered = Exists(AgreementAnswer.objects.filter(invitee=OuterRef("pk")))
    return {
        "rounds": told(rounds, id="pk", label="label", version="version", closed_on="closed_on"),
        "asked": told(asked, round="round_id", has_answered=has_answered),
    }


def what_is_out_for_agreement(review: Review, rows: Rows, today: date) -> Card | None:
    """Which texts are out for agreement, and how far each is."""
    latest_first = sorted(rows["rounds"], key=itemgetter("id"), reverse=True)
    rounds = [AgreementRound(**row) for row in latest_first]
    if not rounds:
        return None
    running = [found for found in rounds if found.is_open]
    lines = [how_far(found, rows["asked"]) for found in running]
    figure = f"{counted(len(running), 'text')} out for agreement" if running else "None open"
    return Card("Agreement", reverse("panels:rounds", args=[review.reference]), figure, lines)


def how_far(asked_round: AgreementRound, asked: list[Row]) -> str:
    answers = [row["has_answered"] for row in asked if row["round"] == asked_round.pk]
    return f"{asked_round.title}: {sum(answers)} of {len(answers)} answered"


def next_meeting(row: Row, today: date) -> str:
    at = f" at {row['starts'][:5]}" if row["starts"] else ""
    return f"Next meeting: {date_long(row['held_on'], today)}{at}"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


panel = CardKind((Permission.PANEL_READ,), asked_of_panel, who_sits_and_when)
parallel_processes = CardKind((Permission.PANEL_READ,), asked_of_processes, what_runs_beside)
terms = CardKind((Permission.TERMS_READ,), asked_of_terms, which_terms_stand)
agreement = CardKind((Permission.PANEL_READ,), asked_of_rounds, what_is_out_for_agreement)
