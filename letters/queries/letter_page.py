"""One letter: what is recorded of it, and the record of the review that holds the rest."""

from django.urls import reverse

from agencies.models import User
from letters import rules
from letters.models import Letter, LetterKind
from pages.parts import Blocker, Row
from pages.templatetags.dates import date_long
from reviews import access


def rows_of(letter: Letter) -> list[Row]:
    sent = (
        f"{date_long(letter.sent_on)}, {letter.get_route_display().lower()}"
        if letter.is_sent
        else ""
    )
    replied = date_long(letter.replied_on) if letter.replied_on else ""
    rows = [
        Row("To", letter.addressee),
        Row("Their reference", letter.your_reference),
        Row("Answer by", date_long(letter.answer_by) if letter.answer_by else ""),
        Row("Sent", sent),
        Row("Answered", replied),
        Row("What they answered", letter.reply),
    ]
    usual = {"To", "Sent"}
    return [row for row in rows if row.is_recorded or row.key in usual]


def elsewhere(letter: Letter) -> list[Blocker]:
    """Return where the review keeps what belongs to this letter, each with the way there."""
    reference = letter.review.reference
    found = []
    if letter.notice:
        path = reverse("reviews:decision", args=[reference])
        found.append(Blocker(f"It is recorded: {letter.notice.get_kind_display()}", path))
    if letter.kind == LetterKind.SCOPING and letter.part:
        words = f"What {letter.part.agency.name} was asked and answered"
        found.append(Blocker(words, letter.part.get_absolute_url()))
    if letter.kind == LetterKind.IMR_REQUEST and letter.part:
        path = reverse("evidence:evidence-request", args=[reference, letter.part_id])
        found.append(Blocker(f"What is asked of {letter.part.agency.name}", path))
    if letter.submission:
        found.append(
            Blocker(
                f"{letter.submission.name} of quality assurance",
                letter.submission.get_absolute_url(),
            )
        )
    return found


def what_may(letter: Letter, reader: User) -> dict[str, bool]:
    """Return what this reader may do with a letter now."""
    return {
        "may_change": access.allows(rules.check_can_change, reader, letter),
        "may_answer": access.allows(rules.check_can_answer, reader, letter),
    }
