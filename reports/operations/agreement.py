"""Put a draft to people, and record that the panel agreed it."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from panels.models import AgreementRound, Meeting
from panels.operations.rounds import Invited, Question, open_round
from panels.queries.subjects import RoundSubject
from reports.models import Draft, PanelAgreement
from reports.operations.record import record
from reports.rules import agreement as rules


def ask_about(
    *,
    draft: Draft,
    subject: RoundSubject,
    people: Sequence[Invited],
    question: Question,
    today: date,
    by: Actor,
    at: datetime,
) -> AgreementRound:
    """
    Put a draft to people: to agree it, or to sign it off.

    subject: of `reports.queries.subjects`.

    Raises Refused as `open_round` does, and before the draft is released.
    """
    rules.check_can_ask(by, draft)
    return open_round(
        review=draft.review,
        subject=subject,
        people=people,
        question=question,
        today=today,
        by=by,
        at=at,
    )


@transaction.atomic
def record_agreement(
    *,
    draft: Draft,
    agreed_on: date,
    meeting: Meeting | None = None,
    agreement_round: AgreementRound | None = None,
    otherwise: str = "",
    reason: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> PanelAgreement:
    """
    Record that the panel agreed a draft.

    meeting, agreement_round, otherwise: where; exactly one of them.
    reason: why the day is unusual, or why it stands although a round did not agree it.

    Raises Refused without the right, twice, for an impossible day, where it came about nowhere,
    or with a true name in what is said of it.
    """
    draft = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    rules.check_can_record(by, draft)
    rules.check_day(draft, agreed_on, reason, today=today)
    rules.check_agreed_somewhere(
        draft,
        meeting=meeting,
        agreement_round=agreement_round,
        otherwise=otherwise,
        agreed_on=agreed_on,
    )
    rules.check_round_agreed(draft, agreement_round, reason)
    rules.check_words_about(draft, otherwise=otherwise, reason=reason)
    made = PanelAgreement.objects.create(
        draft=draft,
        agreed_on=agreed_on,
        meeting=meeting,
        agreement_round=agreement_round,
        otherwise=otherwise.strip(),
        reason=reason,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record("report.agreed", draft.review, by=by, at=at, draft_id=draft.pk, number=draft.number)
    return made
