"""What the Home Office and publication ask of a person, for the first page of everyone."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from publications.models import PublicationDecision, QaPoint, QaSubmission
from reviews.access import Held, Permission
from reviews.lifecycle import Stage
from reviews.models import Review, Standing
from reviews.queries.asking import Question, Row
from reviews.queries.work import Task, WorkItem, place, task, together, told_in_review

# A round to put together: the report is signed off, or every point of the last letter is answered


def unsent_reports(held: Held, today: date) -> Question:
    open_points = QaPoint.objects.filter(submission__review=OuterRef("pk"), answers=None)
    waiting = QaSubmission.objects.filter(review=OuterRef("pk"), letter=None)
    reviews = Review.objects.filter(
        Q(stage=Stage.CSP_SIGNED_OFF) | Q(~Exists(open_points), stage=Stage.REVISING),
        ~Exists(waiting),
        pk__in=held.reviews(Permission.SUBMISSION_MAKE),
    )
    return told_in_review(reviews, "")


def put_together(review: Row, today: date) -> WorkItem:
    return WorkItem(
        what="Put the report together for the Home Office",
        why="It is ready to be sent",
        href=reverse("publications:home-office", args=[review["reference"]]),
        **place(review),
    )


reports_to_send = task(unsent_reports, put_together)


# A pack that is put together and not recorded as sent


def packs_not_sent(held: Held, today: date) -> Question:
    packs = QaSubmission.objects.being_put_together().filter(
        review__in=held.reviews(Permission.SUBMISSION_MAKE)
    )
    return told_in_review(packs, round="round")


def record_as_sent(pack: Row, today: date) -> WorkItem:
    return of_round(pack, "Send round {round} to the Home Office", "It is put together", "round")


packs_to_send = task(packs_not_sent, record_as_sent)


# A board that has met, and no letter recorded


def letters_awaited(held: Held, today: date) -> Question:
    rounds = QaSubmission.objects.submitted().filter(
        letter=None,
        receipt__board_on__lt=today,
        review__in=held.reviews(Permission.QA_WRITE),
    )
    return told_in_review(rounds, round="round")


def ask_for_letter(row: Row, today: date) -> WorkItem:
    return of_round(
        row, "Record the letter about round {round}", "The board has met", "record-letter"
    )


letters_to_record = task(letters_awaited, ask_for_letter)


# Points without an answer: together for those who answer, one by one for whom they were given to


def open_points(held: Held, today: date) -> Mapping[str, Question]:
    writes, reads = held.reviews(Permission.QA_WRITE), held.reviews(Permission.QA_READ)
    points = QaPoint.objects.filter(answers=None)
    given = points.filter(given_to__user=held.user, submission__review__in=reads - writes)
    mine = Q(given_to__user=held.user)
    return {
        "all": told_in_review(
            points.filter(submission__review__in=writes).annotate(
                is_mine=Exists(QaPoint.objects.filter(mine, pk=OuterRef("pk")))
            ),
            "submission__review__",
            round="submission__round",
            submission=F("submission_id"),
            is_mine="is_mine",
        ),
        "given": told_in_review(
            given, "submission__review__", round="submission__round", number="number"
        ),
    }


def answer_points(rows: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    found = [answer_together(points) for points in together(rows["all"], by="submission")]
    return found + [
        WorkItem(
            what=f"Say what becomes of point {row['number']} of the Home Office's letter",
            why="It was given to you",
            href=reverse(
                "publications:point", args=[row["reference"], row["round"], row["number"]]
            ),
            **place(row),
        )
        for row in rows["given"]
    ]


def answer_together(points: list[Row]) -> WorkItem:
    count, mine = len(points), sum(point["is_mine"] for point in points)
    said = "1 point" if count == 1 else f"{count} points"
    why = f"{mine} of them given to you" if mine else "Each needs an answer of its own"
    return of_round(points[0], f"Answer {said} of the Home Office's letter", why, "round")


points_to_answer = Task(open_points, answer_points)


# Whether the world reads it


def undecided_publications(held: Held, today: date) -> Question:
    confirmed = PublicationDecision.objects.filter(
        review=OuterRef("pk"), standing=Standing.CONFIRMED
    )
    reviews = Review.objects.filter(
        ~Exists(confirmed),
        stage=Stage.PRE_PUBLICATION,
        pk__in=held.reviews(Permission.DECISION_ENTER),
    )
    return told_in_review(reviews, "")


def decide(review: Row, today: date) -> WorkItem:
    return WorkItem(
        what="Decide whether and when it is published",
        why="The Home Office has cleared it",
        href=reverse("publications:publication", args=[review["reference"]]),
        **place(review),
    )


publications_to_decide = task(undecided_publications, decide)


# What was sent, for those who read submissions and nothing else of a review


def packs_with_the_home_office(held: Held, today: date) -> Question:
    outside = held.reviews(Permission.SUBMISSION_READ) - held.reviews(Permission.REVIEW_READ)
    rounds = QaSubmission.objects.submitted().filter(letter=None, review__in=outside)
    return told_in_review(rounds, round="round")


def read_pack(row: Row, today: date) -> WorkItem:
    return WorkItem(
        what=f"Read round {row['round']}",
        why="It was sent to the Home Office",
        href=reverse("publications:liaison-review", args=[row["reference"]]),
        **place(row),
    )


packs_to_read = task(packs_with_the_home_office, read_pack)


def of_round(row: Row, what: str, why: str, page: str) -> WorkItem:
    return WorkItem(
        what=what.format(round=row["round"]),
        why=why,
        href=reverse(f"publications:{page}", args=[row["reference"], row["round"]]),
        **place(row),
    )
