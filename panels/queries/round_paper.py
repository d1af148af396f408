"""A round of agreement on paper: what was put, to whom, who said what, what it came to."""

from documents.rendering import render_pdf
from pages.templatetags.dates import date_long
from panels.models import AgreementAnswer, AgreementRound
from panels.queries.tally import Asked, people_of
from privacy.marking import OFFICIAL_SENSITIVE

HEADS = ["Asked", "Answer", "In their words", "What became of it"]
WIDTHS = [24, 24, 28, 24]


def round_pdf(asked_round: AgreementRound) -> bytes:
    """Return the summary of a round as a PDF. The caller has asked access before."""
    context = {
        "title": f"Agreement: {asked_round.title}",
        "reference": asked_round.review.reference,
        "round": asked_round,
        "outcome": outcome(asked_round),
        "heads": HEADS,
        "widths": WIDTHS,
        "rows": [row_of(asked) for asked in people_of(asked_round)],
    }
    return render_pdf("documents/agreement_round.html", context, marking=OFFICIAL_SENSITIVE)


def outcome(asked_round: AgreementRound) -> str:
    if asked_round.is_open:
        return f"Open until {date_long(asked_round.closing_on)}. Nothing is agreed yet."
    by = f" by {asked_round.closed_by.full_name}" if asked_round.closed_by else ""
    return f"{asked_round.outcome_words} Closed on {date_long(asked_round.closed_on)}{by}."


def row_of(asked: Asked) -> list[str]:
    invitee = asked.invitee
    who = "\n".join(filter(None, [invitee.shown_name, invitee.organisation]))
    if asked.current is None:
        return [who, without_answer(asked), "", ""]
    answer = asked.current
    settled = answer.settled
    became = f"{settled.get_kind_display()}: {settled.words}" if settled else ""
    earlier = [before(one) for one in asked.earlier if not one.is_on_behalf][:1]
    return [who, "\n".join([in_words(answer), *earlier]), answer.comment, became]


def before(own: AgreementAnswer) -> str:
    """Say what somebody had answered themselves before what stands."""
    words = f": {own.comment}" if own.comment else ""
    said = own.get_answer_display().lower()
    return f"Before, themselves {own.how_given} on {date_long(own.answered_on)}: {said}{words}."


def without_answer(asked: Asked) -> str:
    if asked.invitee.replacement:
        return f"Left the panel; {asked.invitee.replacement.shown_name} was asked instead"
    return "Left the panel without an answer" if asked.has_left else "No answer"


def in_words(answer: AgreementAnswer) -> str:
    """Say what was answered, when, how it came, and whether it was late or no longer counted."""
    lines = [f"{answer.get_answer_display()}, {date_long(answer.answered_on)}"]
    if answer.is_on_behalf:
        lines.append(answer.provenance)
        if answer.entered_because:
            lines.append(f"In place of their own answer, because: {answer.entered_because}")
    elif answer.by_link:
        lines.append("By link and code.")
    if answer.is_late:
        lines.append("Late.")
    if answer.is_after_close:
        lines.append("After the close: not counted.")
    return "\n".join(lines)
