"""What starts and meets the deadline of an answer, where the recommendation was sent from here."""

from collections.abc import Iterable

from django.db.models import OuterRef
from django.db.models.functions import Coalesce

from actionplans.queries.facts import ASKED_WITH_THE_REPORT, answer_fact, asked_of_others
from postoffice.models import SentWords
from reviews.queries.asking import Question
from reviews.queries.facts import first_day


def answer_owed(reviews: Iterable[int]) -> Question:
    """D26: from the day it was first sent; until then from publication, or clearance."""
    sent = SentWords.objects.filter(recommendation=OuterRef("pk"), dispatch__sent_on__isnull=False)
    sent_on = first_day(sent, "recommendation", "dispatch__sent_on")
    started = Coalesce(sent_on, ASKED_WITH_THE_REPORT)
    return answer_fact(asked_of_others(reviews), started_on=started)
