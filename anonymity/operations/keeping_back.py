"""Record what no paper may say, so that every check looks for it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from anonymity import rules
from anonymity.models import KeptBack
from anonymity.operations.record import record
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Secret:
    """What is kept back: the words of the records, others that give it away, how it is printed."""

    kind: str
    words: str
    others: list[str]
    published_as: str = ""


@transaction.atomic
def keep_back(*, review: Review, secret: Secret, by: Actor, at: datetime) -> KeptBack:
    """
    Record something that no paper may say. Certificates lapse: they did not know of it.

    Raises Refused without the right, or where it says nothing.
    """
    kept = KeptBack(review=review, recorded_at=at, recorded_by=person_behind(by))
    write(kept, secret, by=by)
    record("anonymity.kept_back", review, by=by, at=at, kept_back_id=kept.pk)
    return kept


@transaction.atomic
def change(*, kept: KeptBack, secret: Secret, by: Actor, at: datetime) -> None:
    """Correct it. Raises Refused as `keep_back` does."""
    write(kept, secret, by=by)
    record("anonymity.kept_back_changed", kept.review, by=by, at=at, kept_back_id=kept.pk)


@transaction.atomic
def remove(*, kept: KeptBack, by: Actor, at: datetime) -> None:
    """Remove what was recorded by mistake. Raises Refused without the right."""
    rules.check_can_keep_back(by, kept.review)
    pk = kept.pk
    kept.delete()
    record("anonymity.kept_back_removed", kept.review, by=by, at=at, kept_back_id=pk)


def write(kept: KeptBack, secret: Secret, *, by: Actor) -> None:
    rules.check_can_keep_back(by, kept.review)
    rules.check_kept_back(secret.kind, words=secret.words, published_as=secret.published_as)
    for name, value in vars(secret).items():
        setattr(kept, name, value)
    kept.save()
