"""Put recommendations together for a body, or discard what was put together."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from actionplans.models import Recommendation
from agencies.models import Actor, BodyAddress, PublicBody, person_behind
from audit import trail
from postoffice import rules
from postoffice.models import Dispatch, SentWords, hash_of
from reviews.models import Review


@transaction.atomic
def prepare(
    *,
    review: Review,
    body: PublicBody,
    recommendations: Sequence[Recommendation],
    covering: str,
    signed_by: str,
    signed_by_post: str = "",
    by: Actor,
    at: datetime,
) -> Dispatch:
    """
    Freeze the words of some recommendations, and those around them, in a letter to one body.

    Raises Refused without the right, for nothing, or for a body that does not stand.
    """
    rules.check_can_send(by, review)
    rules.check_prepared(review, body, recommendations, covering)
    held = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    last = held.dispatches.aggregate(last=Max("number"))["last"] or 0
    dispatch = Dispatch.objects.create(
        review=review,
        number=last + 1,
        body=body,
        body_name=body.name,
        addressed_to=addressed_to(body, review.partnership_id),
        covering=covering.strip().replace("\r\n", "\n"),
        signed_by=signed_by.strip(),
        signed_by_post=signed_by_post.strip(),
        prepared_at=at,
        prepared_by=person_behind(by),
    )
    SentWords.objects.bulk_create(
        SentWords(
            dispatch=dispatch,
            recommendation=one,
            number=one.number,
            text=one.text,
            sha256=hash_of(one.text),
        )
        for one in recommendations
    )
    note("dispatch.prepared", dispatch, by=by, at=at)
    return dispatch


def addressed_to(body: PublicBody, partnership: int) -> str:
    """Return name and address as this partnership knows them."""
    known = BodyAddress.objects.filter(body=body, partnership=partnership).first()
    lines = [known.for_the_attention_of if known else "", body.name, known.address if known else ""]
    return "\n".join(filter(None, lines))


@transaction.atomic
def discard(*, dispatch: Dispatch, by: Actor, at: datetime) -> None:
    """Throw away what was not sent. Raises Refused without the right, or once it was."""
    rules.check_can_send(by, dispatch.review)
    rules.check_is_not_sent(dispatch)
    note("dispatch.discarded", dispatch, by=by, at=at)
    dispatch.delete()


def note(event: str, dispatch: Dispatch, *, by: Actor, at: datetime, **ids: int) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=dispatch.review.reference,
        dispatch_id=dispatch.pk,
        number=dispatch.number,
        **ids,
    )
