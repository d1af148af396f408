"""Keep the deadlines of reviews as their records say they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from audit.kinds import Kind, kind_of
from privacy.row_locks import lifted
from reviews.models import Deadline, Review
from reviews.queries.clock import deadlines_of

WRITTEN = ("involvement_id", "started_on", "due_on", "agreed_on", "met_on")
REMINDED = ("next_step_on", "noted_at")
AT_ONCE = 50
ONE_DAY = timedelta(days=1)
Key = tuple[int, str, str]


@transaction.atomic
def follow(*review_ids: int, today: date) -> None:
    """
    Write the deadlines of these reviews anew, from everything that is recorded of them.

    today: the day as of which they stand; until it a hold that runs has moved what waits for it.

    It reads more than the person may whose change it follows; it shows nobody anything.
    """
    locked = Review.objects.select_for_update(of=("self",), no_key=True).order_by("pk")
    with lifted():
        reviews = {review.pk: review for review in locked.filter(pk__in=review_ids)}
        found = {key_of(one): one for one in deadlines_of(reviews, today=today)}
        agree(list(found.values()), today=today)
    standing = {key_of(one): one for one in Deadline.objects.filter(review__in=reviews)}
    gone = [one.pk for key, one in standing.items() if key not in found]
    new = [one for key, one in found.items() if key not in standing]
    moved = [
        one
        for key, one in standing.items()
        if key in found and takes_over(one, found[key], today=today)
    ]
    for one in new:
        one.look_again(since=one.started_on)
    if gone:
        Deadline.objects.filter(pk__in=gone).delete()
    if new:
        Deadline.objects.bulk_create(new)
    if moved:
        Deadline.objects.bulk_update(moved, (*WRITTEN, *REMINDED))


def agree(deadlines: Sequence[Deadline], *, today: date) -> None:
    """Add the later day that was agreed to each deadline that has one."""
    later_days = import_string(settings.CLOCK_AGREED)
    for deadline, day in zip(deadlines, later_days(deadlines, today=today), strict=True):
        if day:
            deadline.agreed_on = max(filter(None, (deadline.agreed_on, day)))


def follow_all(*, today: date) -> None:
    """Do the same for every review, some at a time, so that nobody waits long for a row."""
    ids = list(Review.objects.order_by("pk").values_list("pk", flat=True))
    for some in batched(ids, AT_ONCE):
        follow(*some, today=today)


def batched(ids: Sequence[int], count: int) -> Iterator[Sequence[int]]:
    return (ids[start : start + count] for start in range(0, len(ids), count))


def key_of(deadline: Deadline) -> Key:
    return deadline.review_id, deadline.code, deadline.subject


def takes_over(standing: Deadline, found: Deadline, *, today: date) -> bool:
    """Take over what is found; tell whether anything is other than it was."""
    changed = [name for name in WRITTEN if getattr(standing, name) != getattr(found, name)]
    before = standing.stands_on
    for name in changed:
        setattr(standing, name, getattr(found, name))
    if changed:
        standing.look_again(since=first_look(standing, before=before, today=today))
    return bool(changed)


def first_look(moved: Deadline, *, before: date | None, today: date) -> date:
    """
    Return the day from which a deadline that has moved is reminded of anew.

    To a later day: from tomorrow on. What is past was said when it stood earlier, and a hold
    moves what waits for it every day.
    """
    if before and moved.stands_on and moved.stands_on > before:
        return today + ONE_DAY
    return moved.started_on


# After a change, whoever made it


@dataclass
class Commit:
    """What waits for one commit: which reviews, and the savepoints that could roll each back."""

    hooks: Sequence[object]
    waiting: dict[str, frozenset[str]] = field(default_factory=dict)
    followed: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Following:
    """
    What is done about one review once its changes are committed: the first time it is asked.

    Like a task, it is the outermost of what it does, and so looks at the calendar itself.
    """

    reference: str
    commit: Commit

    def __call__(self) -> None:
        if self.reference not in self.commit.followed:
            self.commit.followed.add(self.reference)
            found = Review.objects.filter(reference=self.reference).values_list("pk", flat=True)
            follow(*found, today=timezone.localdate())


def after(event: str, review_ref: str) -> None:
    """Have the clock follow an event of the trail: once for all that one commit holds."""
    if not review_ref or kind_of(event) != Kind.CHANGE:
        return
    commit, here = commit_ahead(), frozenset(connection.savepoint_ids)
    if review_ref in commit.waiting and commit.waiting[review_ref] <= here:
        return  # it stands for as long as this would
    transaction.on_commit(Following(review_ref, commit), robust=True)
    commit.waiting[review_ref] = here


def commit_ahead() -> Commit:
    """Return what waits so far. Django begins its list anew when it ends, or loses a savepoint."""
    commit: Commit | None = connection.__dict__.get("commit_ahead")
    if commit is None or commit.hooks is not connection.run_on_commit:
        commit = connection.__dict__["commit_ahead"] = Commit(connection.run_on_commit)
    return commit
