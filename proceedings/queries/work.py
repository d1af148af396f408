"""What other bodies' proceedings ask of a person, for the first page of everyone."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from panels.models.process import OPEN
from proceedings.models import DisclosureItem, Ending, Loan, MaySee, ProcessContact
from reviews.access import Held, Permission
from reviews.models import Review
from reviews.queries.asking import Question, Row
from reviews.queries.work import WorkItem, place, task, told_in_review

AHEAD = timedelta(weeks=4)

# What was lent, from four weeks before it is to go back


def loans_out(held: Held, today: date) -> Question:
    runners = held.reviews(Permission.PANEL_WRITE)
    writers = held.reviews(Permission.DRAFT_WRITE)
    theirs = Q(review__in=runners) & ~Q(may_see=MaySee.WRITERS) | Q(review__in=writers)
    loans = Loan.objects.out().filter(theirs, due_on__lte=today + AHEAD)
    return told_in_review(loans, number="number", ending="ending", due_on="due_on")


def give_back(loan: Row, today: date) -> WorkItem:
    return WorkItem(
        what=f"{Ending(loan['ending']).label.removesuffix(' it')} lent material {loan['number']}",
        why="Its owner lent it until this day",
        href=reverse("proceedings:end-loan", args=[loan["reference"], loan["number"]]),
        due_on=loan["due_on"],
        **place(loan),
    )


loans_to_end = task(loans_out, give_back)


# Whom to turn to again, unless that was done since


def next_contacts(held: Held, today: date) -> Question:
    later = ProcessContact.objects.filter(
        process=OuterRef("process"), happened_on__gt=OuterRef("happened_on")
    )
    contacts = ProcessContact.objects.filter(
        ~Exists(later),
        process__review__in=held.reviews(Permission.PANEL_WRITE),
        process__status__in=OPEN,
        next_on__lte=today + AHEAD,
    )
    return told_in_review(contacts, "process__review__", process="process_id", next_on="next_on")


def turn_to(contact: Row, today: date) -> WorkItem:
    return WorkItem(
        what="Ask how a parallel process stands",
        why="It was agreed to speak again",
        href=reverse("proceedings:add-contact", args=[contact["reference"], contact["process"]]),
        due_on=contact["next_on"],
        **place(contact),
    )


contacts_to_make = task(next_contacts, turn_to)


# What the disclosure officer has not been shown: one line for a review


def registers_to_show(held: Held, today: date) -> Question:
    waiting = DisclosureItem.objects.not_shown().filter(
        review=OuterRef("pk"), process__status__in=OPEN
    )
    reviews = Review.objects.filter(Exists(waiting), pk__in=held.reviews(Permission.PANEL_WRITE))
    return told_in_review(reviews, "")


def show(review: Row, today: date) -> WorkItem:
    return WorkItem(
        what="Show the disclosure officer what is new in the register",
        why="It may be material in another body’s proceedings",
        href=reverse("proceedings:show-items", args=[review["reference"]]),
        **place(review),
    )


disclosure_to_show = task(registers_to_show, show)
