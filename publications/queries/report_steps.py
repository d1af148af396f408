"""What the timescales of the report say of quality assurance. Listed in REPORT_STEPS."""

from django.db.models import Case, CharField, Value, When
from django.db.models.functions import Coalesce

from publications.models import QaLetter, QaOutcome, QaSubmission
from reviews.models import Review
from reviews.queries.asking import Question, told

ANSWERS = {
    QaOutcome.CLEARED: "The Home Office cleared the report",
    QaOutcome.CLEARED_WITH_CHANGES: "The Home Office cleared the report subject to changes",
    QaOutcome.FURTHER_WORK: "The Home Office asked for further work",
}


def sent(review: Review) -> Question:
    """The day each round was sent."""
    again = When(round__gt=1, then=Value("The report was sent to the Home Office again"))
    return told(
        QaSubmission.objects.submitted().filter(review=review),
        what=Case(again, default=Value("The report was sent to the Home Office")),
        on="submitted_on",
    )


def answered(review: Review) -> Question:
    """What each letter of the Home Office said, on its day."""
    said = [When(outcome=outcome, then=Value(words)) for outcome, words in ANSWERS.items()]
    return told(
        QaLetter.objects.filter(submission__review=review),
        what=Case(*said, output_field=CharField()),
        on=Coalesce("arrived_on", "given_on"),
    )
