"""What the report asks of a person, for the first page of everyone."""

from collections.abc import Mapping
from datetime import date

from django.db.models import CharField, Exists, OuterRef, Subquery
from django.db.models.functions import Cast
from django.urls import reverse

from panels.models import AgreementInvitee, SubjectKind
from reports.models import TO_BE_AGREED, Draft, DraftComment, ReportSection, SectionKind, SignOff
from reviews.access import Held, Permission
from reviews.lifecycle import Stage
from reviews.models import Review
from reviews.queries.asking import Question, Row
from reviews.queries.work import Task, WorkItem, place, task, together, told_in_review

READING = (Stage.DRAFTING, Stage.FAMILY_AND_AGENCY_REVIEW)


# Sections of the report that nobody has written


def drafting(held: Held, today: date) -> Mapping[str, Question]:
    reviews = Review.objects.filter(
        pk__in=held.reviews(Permission.DRAFT_WRITE), stage=Stage.DRAFTING
    )
    written = ReportSection.objects.standing().filter(review__in=reviews)
    return {"reviews": told_in_review(reviews, ""), "written": told_in_review(written)}


def write_sections(rows: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    written = {group[0]["review_id"]: len(group) for group in together(rows["written"])}
    return [
        WorkItem(
            what="Write the report",
            why=f"{waiting} of {len(SectionKind)} sections are to be written",
            href=reverse("reports:report", args=[row["reference"]]),
            **place(row),
        )
        for row in rows["reviews"]
        if (waiting := len(SectionKind) - written.get(row["review_id"], 0))
    ]


sections_to_write = Task(drafting, write_sections)


# Comments of which nobody has said what becomes of them


def open_comments(held: Held, today: date) -> Mapping[str, Question]:
    waiting = DraftComment.objects.open().filter(
        draft__review__in=held.reviews(Permission.DRAFT_WRITE)
    )
    return {
        "comments": told_in_review(
            waiting, "draft__review__", draft="draft_id", number="draft__number"
        )
    }


def settle_comments(rows: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        WorkItem(
            what=f"Settle {counted(len(group))} on draft {group[0]['number']}",
            why="Whoever made them is owed an answer",
            href=reverse("reports:comments", args=[group[0]["reference"], group[0]["number"]]),
            **place(group[0]),
        )
        for group in together(rows["comments"], "draft")
    ]


def counted(number: int) -> str:
    return "1 comment" if number == 1 else f"{number} comments"


comments_to_settle = Task(open_comments, settle_comments)


# Drafts that a member has neither commented on nor been asked to agree


def unread_drafts(held: Held, today: date) -> Question:
    reading = held.reviews(Permission.DRAFT_COMMENT) - held.reviews(Permission.DRAFT_WRITE)
    later = Draft.objects.released().filter(
        review=OuterRef("review"), number__gt=OuterRef("number")
    )
    own = DraftComment.objects.filter(draft=OuterRef("pk"), recorded_by=held.user)
    invited = AgreementInvitee.objects.filter(
        user=held.user,
        round__review=OuterRef("review"),
        round__subject_kind=SubjectKind.DRAFT,
        round__version=OuterRef("version"),
    )
    drafts = (
        Draft.objects.released()
        .filter(review__in=reading, review__stage__in=READING, purpose__in=TO_BE_AGREED)
        .filter(~Exists(later), ~Exists(own), panel_agreement=None)
        .alias(version=Cast("number", CharField()))
        .filter(~Exists(invited))
    )
    return told_in_review(drafts, number="number", released_on="released_on")


def read_draft(row: Row, today: date) -> WorkItem:
    return WorkItem(
        what=f"Read draft {row['number']} of the report and comment on it",
        why="It is released to you",
        href=reverse("reports:draft", args=[row["reference"], row["number"]]),
        **place(row),
    )


drafts_to_read = task(unread_drafts, read_draft)


# The partnership's sign-off


def agreed_and_unsigned(held: Held, today: date) -> Question:
    agreed = Review.objects.filter(
        pk__in=held.reviews(Permission.DECISION_ENTER), stage=Stage.PANEL_AGREED
    )
    last = Draft.objects.released().filter(review=OuterRef("pk")).to_be_agreed()
    signed = SignOff.objects.filter(
        draft__review=OuterRef("pk"), draft__number__gte=OuterRef("last_number")
    )
    found = agreed.annotate(last_number=Subquery(last.values("number")[:1])).filter(~Exists(signed))
    return told_in_review(found, "", number="last_number")


def record_sign_off(row: Row, today: date) -> WorkItem:
    numbers = [row["number"]] if row["number"] else []
    page = "reports:sign-off" if numbers else "reports:drafts"
    return WorkItem(
        what="Record the partnership’s sign-off of the report",
        why="The panel has agreed it",
        href=reverse(page, args=[row["reference"], *numbers]),
        **place(row),
    )


sign_offs_to_record = task(agreed_and_unsigned, record_sign_off)
