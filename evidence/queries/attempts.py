"""
The dossier of attempts: everything that was tried to get an answer, and evidence, from an agency.

Whoever reads it has been let in to read what was asked of all agencies of the review.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from documents.kinds import DocumentKind
from documents.rendering import render_pdf
from evidence.models import ReturnKind, ScopingChase, ScopingRequest, ScopingReturn, ScopingRoute
from evidence.papers.attempts import HEADS, AttemptsPaper, attempts_file
from evidence.queries.dossier import name_of, trouble, with_scoping
from evidence.queries.late import REMINDER
from evidence.rules.attempts import UNSATISFYING
from pages.templatetags.dates import date_long
from privacy.marking import OFFICIAL_SENSITIVE
from reviews.models import AgencyInvolvement


@dataclass(frozen=True, kw_only=True)
class Try:
    """One line, as it prints. is_try: somebody tried to get an answer; else it is another step."""

    on: date
    who: str
    how: str
    whom: str = ""
    escalated_to: str = ""
    outcome: str = ""
    is_try: bool = True

    @property
    def cells(self) -> tuple[str, ...]:
        said = (self.who, self.how, self.whom, self.escalated_to, self.outcome)
        return (date_long(self.on), *(words or "–" for words in said))


@dataclass(frozen=True)
class Dossier:
    """
    What was tried with one agency, the oldest first.

    outcome: how it stands, in a sentence. reason: in its words, or the partnership's.
    """

    part: AgencyInvolvement
    tries: Sequence[Try]
    outcome: str
    reason: str
    may_try: bool

    @property
    def summary(self) -> str:
        """Say in one sentence how often, over which time, how, and to whom it went up."""
        if not self.tries:
            return "Nothing has been tried yet."
        tries = [one for one in self.tries if one.is_try] or list(self.tries)
        first, last = tries[0].on, tries[-1].on
        times = "once" if len(tries) == 1 else f"{len(tries)} times"
        span = date_long(first) if first == last else f"{date_long(first)} to {date_long(last)}"
        up = list(dict.fromkeys(one.escalated_to for one in self.tries if one.escalated_to))
        escalated = (
            f" It was escalated to {', then '.join(up)}." if up else " It was not escalated."
        )
        return f"Tried {times}, {span}.{escalated}"


def dossier_of(part: AgencyInvolvement) -> Dossier:
    """Return what was tried with one agency, in a fixed number of queries."""
    part = with_scoping(part)
    letters = list(part.scoping_requests.all())
    tries = [first_try(letter) for letter in letters]
    tries += [again(chase) for letter in letters for chase in letter.chases.all()]
    tries += [refusal(answer) for answer in part.scoping_returns.all() if is_refusal(answer)]
    tries += evidence_tries(part)
    answers = list(part.scoping_returns.all())
    last = answers[-1] if answers else None
    return Dossier(
        part=part,
        tries=sorted(tries, key=lambda one: one.on),
        outcome=outcome_of(last),
        reason=last.reason if last and last.kind in UNSATISFYING else "",
        may_try=bool(letters) and (last is None or last.kind in UNSATISFYING),
    )


def is_refusal(answer: ScopingReturn) -> bool:
    return answer.kind == ReturnKind.REFUSED


def first_try(letter: ScopingRequest) -> Try:
    return Try(
        on=letter.sent_on,
        who=name_of(letter),
        how=f"Asked {ScopingRoute(letter.route).by}",
        whom=letter.sent_to,
        outcome=trouble(letter) or f"Answer due {date_long(letter.due_on)}",
    )


def again(chase: ScopingChase) -> Try:
    return Try(
        on=chase.chased_on,
        who=chase.tried_by or name_of(chase),
        how=f"{'Escalated' if chase.escalated_to else 'Reminded'} {ScopingRoute(chase.route).by}",
        whom=chase.tried_whom,
        escalated_to=chase.escalated_to,
        outcome=trouble(chase) or chase.note,
    )


def refusal(answer: ScopingReturn) -> Try:
    whose = answer.on_behalf_of or answer.whose or name_of(answer)
    return Try(
        on=answer.answered_on, who=whose, how="It refused", outcome=answer.reason, is_try=False
    )


def evidence_tries(part: AgencyInvolvement) -> list[Try]:
    """Return what was asked of it as evidence, and each reminder of that."""
    found = []
    for request in part.evidence_requests.select_related("recorded_by").prefetch_related(
        "messages"
    ):
        who = request.recorded_by.full_name if request.recorded_by else ""
        asked = f"Asked for: {request.get_tier_display()}"
        due = f"Due {date_long(request.due_on)}" if request.due_on else ""
        if not request.asks.asks_for_something:
            continue
        found.append(Try(on=request.asked_on, who=who, how=asked, outcome=due, is_try=False))
        days = {localdate(one.queued_at) for one in request.messages.all() if one.kind == REMINDER}
        reminded = "Reminded by email of evidence"
        found += [Try(on=on, who="", how=reminded, is_try=False) for on in sorted(days)]
    return found


def outcome_of(last: ScopingReturn | None) -> str:
    if last is None:
        return "It has not answered."
    return f"{last.kind.label}, {date_long(last.answered_on)}."


def on_paper(dossier: Dossier, *, kind: DocumentKind) -> bytes:
    """Return it as a Word file, or as a PDF. Raises RenderingUnavailable where that cannot be."""
    said = AttemptsPaper(
        title="Attempts to get an answer",
        reference=dossier.part.review.reference,
        agency=dossier.part.agency.name,
        summary=dossier.summary,
        outcome=dossier.outcome,
        reason=dossier.reason,
        rows=[one.cells for one in dossier.tries],
    )
    if kind == DocumentKind.DOCX:
        return attempts_file(said)
    context = {**vars(said), "heads": HEADS, "widths": [12, 14, 14, 16, 16, 28]}
    return render_pdf("documents/attempts.html", context, marking=OFFICIAL_SENSITIVE)
