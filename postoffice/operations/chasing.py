"""Ask a body again: by hand, or by the clock where somebody has turned that on."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate

from agencies.models import COMMAND_LINE, Actor, person_behind
from messaging.models import State as Mail
from postoffice import rules
from postoffice.models import Chase, ChaseKind, Dispatch, DispatchRoute, SentWords
from postoffice.operations.answering import waiting
from postoffice.operations.preparing import note
from postoffice.operations.sending import CHASED, give_link
from postoffice.queries.leaving import why_withheld
from reviews.access import Refused, allows
from reviews.rules import check_is_open

BEFORE = timedelta(days=7)  # product defaults: before the reply is due,
LAST_AFTER = timedelta(days=28)  # after it, for the last time,
LAST_WAITS = timedelta(days=14)  # and so long until it is missing


@transaction.atomic
def chase(
    *,
    dispatch: Dispatch,
    kind: str,
    route: str,
    sent_on: date,
    to: str = "",
    answer_by: date | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> Chase:
    """
    Ask again: by email with a new link, or record that it went by post or another mailbox.

    answer_by: of the last time, the day after which the answer is missing.

    Raises Refused without the right, where nothing is waited for, after the last time, or by a
    link where the body has not got the words yet and they may not leave any more.
    """
    rules.check_can_send(by, dispatch.review)
    rules.check_can_chase(dispatch, kind, list(dispatch.chases.all()), waits=waiting(dispatch))
    rules.check_day(dispatch, sent_on, field="sent_on", called="The day", today=today)
    if kind == ChaseKind.FINAL:
        rules.check_answer_by(answer_by, today=today)
    link = None
    if route == DispatchRoute.LINK:
        rules.check_reason(to, field="to", asks="Enter the address it goes to")
        if reason := why_withheld(dispatch, list(dispatch.lines.all())):
            raise Refused(reason)
        link = give_link(dispatch, CHASED, to=to, today=today, by=by, at=at)
    made = Chase.objects.create(
        dispatch=dispatch,
        kind=kind,
        route=route,
        sent_on=sent_on,
        answer_by=answer_by if kind == ChaseKind.FINAL else None,
        link=link,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    note("dispatch.chased", dispatch, by=by, at=at, chase_id=made.pk)
    return made


@transaction.atomic
def let_chase(*, dispatch: Dispatch, is_chased: bool, by: Actor, at: datetime) -> None:
    """Let letters that ask again go by themselves, or stop it. Raises Refused without the right."""
    rules.check_can_send(by, dispatch.review)
    rules.check_is_sent(dispatch)
    if not dispatch.is_by_link:
        raise Refused("Only what was emailed with a link can be chased by itself.")
    dispatch.is_chased = is_chased
    dispatch.save(update_fields=["is_chased"])
    event = "dispatch.chasing_on" if is_chased else "dispatch.chasing_off"
    note(event, dispatch, by=by, at=at)


def chase_what_is_due(*, at: datetime) -> int:
    """
    Ask again where somebody has turned that on, as the day comes, and the link would open.
    Returns how many were asked.

    Safe to run twice: each step is taken once. Each dispatch in a transaction of its own.
    """
    today = localdate(at)
    unanswered = SentWords.objects.filter(dispatch=OuterRef("pk"), replies__isnull=True)
    rows = Dispatch.objects.sent().filter(Exists(unanswered), is_chased=True, came_back_on=None)
    return sum(step(pk, today=today, at=at) for pk in list(rows.values_list("pk", flat=True)))


@transaction.atomic
def step(pk: int, *, today: date, at: datetime) -> bool:
    """Take the next step of one dispatch, if its day has come."""
    rows = Dispatch.objects.select_related("review").select_for_update(of=("self",))
    dispatch = rows.get(pk=pk)
    last = dispatch.links.select_related("link__message").last()
    kind = due_step(dispatch, today)
    if kind is None or last is None or last.link.message.state == Mail.FAILED:
        return False
    if not allows(check_is_open, dispatch.review):
        return False
    if why_withheld(dispatch, list(dispatch.lines.all())):
        return False
    chase(
        dispatch=dispatch,
        kind=kind,
        route=DispatchRoute.LINK,
        sent_on=today,
        to=last.link.sent_to,
        answer_by=today + LAST_WAITS if kind == ChaseKind.FINAL else None,
        today=today,
        by=COMMAND_LINE,
        at=at,
    )
    return True


def due_step(dispatch: Dispatch, today: date) -> ChaseKind | None:
    """Return which step is due and was not taken: of those whose day has come, the last."""
    due_on = dispatch.reply_due_on
    if due_on is None:
        return None
    taken = set(dispatch.chases.values_list("kind", flat=True))
    days = {
        ChaseKind.BEFORE: due_on - BEFORE,
        ChaseKind.LATE: due_on + timedelta(days=1),
        ChaseKind.FINAL: due_on + LAST_AFTER,
    }
    come = [kind for kind, day in days.items() if day <= today]
    if not come or come[-1] in taken or ChaseKind.FINAL in taken:
        return None
    return ChaseKind.LATE if come[-1] == ChaseKind.FINAL and not taken else come[-1]
