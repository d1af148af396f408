"""What whoever holds the pen of a compartment has to do next. Names nobody."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from families.models import EntryKind, FamilyContact, FamilyContactEntry, Side, side_of
from reviews import access
from reviews.access import Held, Permission
from reviews.models import Review
from reviews.queries.asking import Question, Row
from reviews.queries.work import Task, WorkItem, told_in_review

PAGES = {Side.DIED: "families:compartment", Side.PERPETRATOR: "families:perpetrator-side"}

# What there is to do and why, by the question that finds it
DOINGS = {
    "advocacy": ("Offer advocacy", "Offered with the first contact"),
    "later": ("Ask again", "Declined for now"),
    "comments": ("Say what became of comments", "Comments on a draft are answered"),
}


def waiting(held: Held, today: date) -> Mapping[str, Question]:
    """Ask for advocacy to offer, people to ask again and comments to weigh."""
    mine = kept_by(held)
    people = FamilyContact.objects.filter(review__in=mine).with_standing()
    comments = FamilyContactEntry.objects.unanswered(EntryKind.COMMENTS)
    return {
        "advocacy": told_in_review(people.awaiting_advocacy(), kind="kind"),
        "later": told_in_review(people.declined_for_now(), kind="kind", due_on="ask_again_on"),
        "comments": told_in_review(
            comments.filter(contact__review__in=mine), "contact__review__", kind="contact__kind"
        ),
    }


def kept_by(held: Held) -> QuerySet[Review]:
    """Return the running reviews whose compartment this person writes in today."""
    chaired = access.independently_chaired()
    once = Review.objects.filter(pk__in=held.reviews(Permission.FAMILY_WRITE))
    until = Review.objects.filter(pk__in=held.reviews(Permission.FAMILY_BEGIN))
    return once.filter(pk__in=chaired) | until.exclude(pk__in=chaired)


def next_steps(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [line for name, rows in found.items() for line in lines(rows, *DOINGS[name])]


def lines(rows: Iterable[Row], what: str, why: str) -> list[WorkItem]:
    """Make one line for each side of each review, due on the soonest day."""
    days: dict[tuple[int, str, Side], list[date]] = defaultdict(list)
    for row in rows:
        due = row.get("due_on")
        days[row["review_id"], row["reference"], side_of(row["kind"])] += [due] if due else []
    return [
        WorkItem(
            what=f"{what}: {side.label.lower()}",
            why=why,
            href=reverse(PAGES[side], args=[reference]),
            review_id=review_id,
            reference=reference,
            due_on=min(on, default=None),
        )
        for (review_id, reference, side), on in days.items()
    ]


family_waiting = Task(waiting, next_steps)
