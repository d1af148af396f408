"""What is to be said of a round of quality assurance before a review moves on."""

from django.urls import reverse

from pages.parts import Blocker
from publications.models import QaLetter, QaOutcome, QaSubmission
from publications.rules.submissions import missing_from
from reviews.models import Review


def submission_is_complete(review: Review) -> list[Blocker]:
    """A round that was sent after whatever the Home Office last wrote, with all that it needs."""
    latest = review.qa_submissions.whole().first()
    if latest is None:
        path = reverse("publications:put-together", args=[review.reference])
        return [Blocker("Nothing is put together for the Home Office.", path)]
    if latest.letter_given:
        path = reverse("publications:put-together", args=[review.reference])
        return [Blocker(f"Round {latest.round + 1} is not put together.", path)]
    path = latest.get_absolute_url()
    waits = [Blocker(f"{latest.name} is not recorded as sent.", path)] * (not latest.is_submitted)
    missing = [kind.label.lower() for kind in missing_from(latest)]
    if missing:
        waits.append(Blocker(f"{latest.name} lacks: {', '.join(missing)}.", path))
    return waits


def submission_is_received(review: Review) -> list[Blocker]:
    """That the Home Office has the round that was sent last."""
    latest = review.qa_submissions.whole().submitted().first()
    if latest is None:
        return [Blocker("Nothing was sent to the Home Office.", home_office(review))]
    if latest.receipt_given or latest.letter_given:
        return []
    path = reverse("publications:record-receipt", args=[review.reference, latest.round])
    return [Blocker("It is not recorded that the Home Office has it.", path)]


def qa_outcome_is_cleared(review: Review) -> list[Blocker]:
    return _outcome_waits(review, QaOutcome.CLEARED)


def qa_outcome_is_changes(review: Review) -> list[Blocker]:
    return _outcome_waits(review, QaOutcome.CLEARED_WITH_CHANGES)


def qa_outcome_is_further_work(review: Review) -> list[Blocker]:
    return _outcome_waits(review, QaOutcome.FURTHER_WORK)


def qa_points_are_answered(review: Review) -> list[Blocker]:
    """Every point of the last letter, with what became of it."""
    lettered = review.qa_submissions.whole().answered().first()
    if lettered is None:
        return [Blocker("No letter of the Home Office is recorded.", home_office(review))]
    path = lettered.get_absolute_url()
    letter = lettered.letter_given
    if letter and letter.asks_for_changes and not lettered.points.exists():
        return [Blocker("The points of the letter are not entered.", path)]
    left = lettered.points.filter(answers__isnull=True).count()
    if left:
        said = "1 point of the letter is" if left == 1 else f"{left} points of the letter are"
        return [Blocker(f"{said} not answered.", path)]
    return []


def home_office(review: Review) -> str:
    return reverse("publications:home-office", args=[review.reference])


def _outcome_waits(review: Review, outcome: QaOutcome) -> list[Blocker]:
    latest = review.qa_submissions.whole().submitted().first()
    if latest is None:
        return [Blocker("Nothing was sent to the Home Office.", home_office(review))]
    letter = latest.letter_given
    if letter is None:
        return [_letter_waits(review, latest)]
    if letter.outcome != outcome:
        words = f"The letter about round {latest.round} says: {said_by(letter)}."
        return [Blocker(words, latest.get_absolute_url())]
    return []


def said_by(letter: QaLetter) -> str:
    return letter.get_outcome_display().lower()


def _letter_waits(review: Review, latest: QaSubmission) -> Blocker:
    path = reverse("publications:record-letter", args=[review.reference, latest.round])
    return Blocker("The letter of the Home Office is not recorded.", path)
