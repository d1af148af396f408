"""What of a family compartment starts and meets deadlines: the time to read a draft."""

from collections.abc import Iterable

from django.db.models import DateField, ExpressionWrapper, F, OuterRef, Q
from django.db.models.functions import Coalesce, Least

from families.models import Approach, EntryKind, FamilyContactEntry, ReadHow, Response
from reviews.lifecycle import Stage
from reviews.queries.asking import Question
from reviews.queries.clock import fact, numbered
from reviews.queries.facts import first_day, standing_moves

NOTHING_TO_SAY = [Response.DECLINED, Response.UPDATES_ONLY]
LEFT_ALONE = [Approach.NOT_TO_BE, Approach.UNREACHABLE]
# In the reading room they comment as they read, and say when they have read it to the end
STILL_READING = Q(kind=EntryKind.COMMENTS, read_how=ReadHow.READING_ROOM)
HAVE_READ = Q(kind=EntryKind.CONTACT, read_how=ReadHow.READING_ROOM)


def reading_time_owed(reviews: Iterable[int]) -> Question:
    """
    D14: from the day somebody is given a draft to the day they say what they think of it, or that
    they wish to say nothing, or that they are left alone. Comments left in the reading room do not
    end it before they say that they have read it; sign-off ends it at the latest. Its
    subject names no person.
    """
    log = FamilyContactEntry.objects.standing()
    given = log.filter(kind=EntryKind.DRAFT, contact__review__in=reviews)
    said = log.filter(
        Q(kind=EntryKind.COMMENTS) & ~STILL_READING
        | HAVE_READ
        | Q(response__in=NOTHING_TO_SAY)
        | Q(approach__in=LEFT_ALONE),
        contact=OuterRef("contact"),
        happened_on__gte=OuterRef("happened_on"),
    )
    signed_off = standing_moves(Stage.CSP_SIGNED_OFF).filter(
        review=OuterRef("contact__review"), moved_on__gte=OuterRef("happened_on")
    )
    return fact(
        given.annotate(first=Coalesce("root", "pk")),
        review="contact__review_id",
        subject=numbered("draft", "first"),  # the same line through all its corrections
        started_on="happened_on",
        due_on=ExpressionWrapper(F("happened_on") + F("days_given"), DateField()),
        met_on=Least(
            first_day(said, "contact", "happened_on"), first_day(signed_off, "review", "moved_on")
        ),
    )
