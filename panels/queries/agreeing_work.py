"""What terms of reference and rounds ask of a person, for the first page of everyone."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from panels.models import (
    AgreementAnswer,
    AgreementInvitee,
    AgreementRound,
    AnswerKind,
    Silence,
    TermsOfReference,
)
from reviews.access import Held, Permission
from reviews.lifecycle import Stage
from reviews.models import Review
from reviews.queries.asking import Question, Row
from reviews.queries.work import WorkItem, place, task, told_in_review

# Rounds in which somebody is asked and has not answered


def asked_and_unanswered(held: Held, today: date) -> Question:
    asked = AgreementInvitee.objects.unanswered().filter(
        user=held.user,
        round__closed_on__isnull=True,
        round__review__in=held.reviews(Permission.AGREEMENT_GIVE),
    )
    return told_in_review(
        asked,
        "round__review__",
        round="round_id",
        label="round__label",
        version="round__version",
        silence="round__silence",
        due_on="round__closing_on",
    )


def answer(asked: Row, today: date) -> WorkItem:
    return WorkItem(
        what=f"Answer whether you agree: {title(asked)}",
        why=f"You were asked. {Silence(asked['silence']).label}",
        href=reverse("panels:give-answer", args=[asked["reference"], asked["round"]]),
        due_on=asked["due_on"],
        **place(asked),
    )


texts_to_answer = task(asked_and_unanswered, answer)


# Rounds whose last day is past, or in which everybody has answered


def rounds_at_an_end(held: Held, today: date) -> Question:
    waiting = AgreementInvitee.objects.awaited().filter(round=OuterRef("pk"))
    rounds = (
        AgreementRound.objects.open()
        .filter(Q(closing_on__lt=today) | ~Exists(waiting))
        .filter(review__in=held.reviews(Permission.AGREEMENT_RECORD))
    )
    return told_round(rounds)


def close(found: Row, today: date) -> WorkItem:
    is_over = found["due_on"] < today
    why = "The last day to answer is past" if is_over else "Everybody has answered"
    return item(found, "Close the round", why)


rounds_to_close = task(rounds_at_an_end, close)


# Objections that stand and that nobody has said anything about, one line for each round


def rounds_with_objections(held: Held, today: date) -> Question:
    later = AgreementAnswer.objects.filter(
        invitee=OuterRef("invitee"), recorded_at__gt=OuterRef("recorded_at")
    )
    unsettled = AgreementAnswer.objects.filter(
        ~Exists(later),
        answer=AnswerKind.OBJECT,
        disposition__isnull=True,
        invitee__round=OuterRef("pk"),
    )
    rounds = AgreementRound.objects.filter(
        Exists(unsettled), review__in=held.reviews(Permission.AGREEMENT_RECORD)
    )
    return told_round(rounds)


def settle(found: Row, today: date) -> WorkItem:
    return item(found, "Settle what was objected to", "Every objection gets an answer")


objections_to_settle = task(rounds_with_objections, settle)


def told_round(rounds: QuerySet[AgreementRound]) -> Question:
    return told_in_review(rounds, round="pk", label="label", version="version", due_on="closing_on")


def item(found: Row, verb: str, why: str) -> WorkItem:
    return WorkItem(
        what=f"{verb}: {title(found)}",
        why=why,
        href=reverse("panels:round", args=[found["reference"], found["round"]]),
        due_on=found["due_on"],
        **place(found),
    )


def title(found: Row) -> str:
    """What was put to people, inside a sentence."""
    return AgreementRound(label=found["label"], version=found["version"]).title.lower()


# Reviews with a panel and without terms of reference that are agreed


def reviews_without_terms(held: Held, today: date) -> Question:
    agreed = TermsOfReference.objects.agreed().filter(review=OuterRef("pk"))
    reviews = Review.objects.filter(
        ~Exists(agreed), pk__in=held.reviews(Permission.TERMS_WRITE), stage=Stage.PANEL_FORMED
    )
    return told_in_review(reviews, "")


def have_agreed(review: Row, today: date) -> WorkItem:
    return WorkItem(
        what="Have the terms of reference agreed",
        why="The panel is formed; evidence is asked for under them",
        href=reverse("panels:terms", args=[review["reference"]]),
        **place(review),
    )


terms_to_agree = task(reviews_without_terms, have_agreed)
