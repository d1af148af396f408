"""
Who declared what of their independence, in all parts of a review.

`DECLARATIONS` in the settings lists where each kind lives: here for officers and seniors, in the
apps above for the panel and for authors.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from django.conf import settings
from django.db.models import Case, Exists, OuterRef, Value, When
from django.urls import reverse
from django.utils.module_loading import import_string

from agencies.models import User
from reviews import access
from reviews.access import Held, Permission
from reviews.lifecycle import Stage
from reviews.models import (
    Capacity,
    Declaration,
    Judged,
    Membership,
    PartDeclaration,
    Review,
    Role,
    judge,
)
from reviews.queries.asking import Question, Row
from reviews.queries.work import Task, WorkItem, place, task, told_in_review

PARTS: dict[str, Capacity] = {
    Role.CSP_OFFICER: Capacity.OFFICER,
    Role.SENIOR_SIGN_OFF: Capacity.SENIOR_SIGN_OFF,
}
DECLARED_AS = Case(*[When(role=role, then=Value(part)) for role, part in PARTS.items()])
# While agencies write for the review and the panel weighs what they send
GATHERING = (Stage.TOR_AGREED, Stage.EVIDENCE, Stage.DRAFTING)
TONES = {
    None: "late",
    Judged.CLEAR: "done",
    Judged.ACCEPTED: "done",
    Judged.WAITING: "soon",
    Judged.DECLINED: "late",
    Judged.DISQUALIFIED: "late",
}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """
    One person in one part, with what they declared last.

    kind: which list it is of, as addresses call it.
    declare_href: where it is declared or entered for them; replace_href: where somebody else
    takes the part.
    changed_with: what whoever follows these two holds in the review.
    """

    kind: str
    who: str
    part: str
    declaration: Declaration | None
    declare_href: str
    replace_href: str
    changed_with: Permission

    @property
    def judged(self) -> Judged | None:
        return self.declaration.judged if self.declaration else None

    @property
    def words(self) -> str:
        return self.judged.value if self.judged else "Not declared"

    @property
    def tone(self) -> str:
        return TONES[self.judged]

    @property
    def waits(self) -> bool:
        return self.judged is Judged.WAITING

    @property
    def stops(self) -> bool:
        return bool(self.judged and self.judged.stops)


Listing = Callable[[Review], list[Entry]]


@cache
def listings() -> list[Listing]:
    return [import_string(path) for path in settings.DECLARATIONS]


def entries_of(review: Review) -> list[Entry]:
    """Return everybody in the review whose independence matters, what stops first."""
    found = [entry for listing in listings() for entry in listing(review)]
    order = [True, False]
    return sorted(found, key=lambda one: (order.index(one.stops), not one.waits))


def without_closed_ways(entries: list[Entry], review: Review, reader: User) -> list[Entry]:
    """Return entries that lead a reader nowhere but where the page opens to them."""
    held = {one.changed_with for one in entries}
    held = {permission for permission in held if access.has(reader, permission, on=review)}
    return [
        one if one.changed_with in held else replace(one, declare_href="", replace_href="")
        for one in entries
    ]


def entry_of(review: Review, kind: str, pk: int) -> Entry | None:
    """Return the entry of one declaration, if it still stands."""
    return next(
        (
            one
            for one in entries_of(review)
            if one.kind == kind and one.declaration and one.declaration.pk == pk
        ),
        None,
    )


# Officers of the partnership and agencies' seniors


def admitted_in_parts(review: Review) -> Iterable[Membership]:
    return (
        review.memberships.filter(role__in=PARTS, removed_at__isnull=True)
        .select_related("user", "involvement__agency")
        .order_by("role", "user__full_name", "pk")
    )


def of_parts(review: Review) -> list[Entry]:
    last: dict[tuple[int, str], PartDeclaration] = {}
    for row in review.part_declarations.select_related("user").order_by("declared_on", "pk"):
        row.review = review
        last[row.user_id, row.part] = row
    return [
        Entry(
            kind="part",
            who=one.user.full_name,
            part=f"{PARTS[one.role].label}{of_agency(one)}",
            declaration=last.get((one.user_id, PARTS[one.role])),
            declare_href="",
            replace_href=reverse("reviews:access", args=[review.reference]),
            changed_with=Permission.ACCESS_MANAGE,
        )
        for one in admitted_in_parts(review)
    ]


def of_agency(membership: Membership) -> str:
    return f" of {membership.involvement.agency}" if membership.involvement else ""


def parts_of(user: User, review: Review, *, today: date) -> list[Capacity]:
    """Return the parts in a review that somebody declares for on the page made for it."""
    roles = review.memberships.standing(today).filter(user=user, role__in=PARTS)
    return list(dict.fromkeys(PARTS[role] for role in roles.values_list("role", flat=True)))


def last_of(user: User, review: Review, part: Capacity) -> PartDeclaration | None:
    return review.part_declarations.filter(user=user, part=part).first()


# For everybody's first page


def undeclared(held: Held, today: date) -> Question:
    """Ask for the parts in which this person has declared nothing, once evidence is gathered."""
    said = PartDeclaration.objects.filter(
        user=held.user, review=OuterRef("review"), part=OuterRef("declared_as")
    )
    running = Review.objects.filter(stage__in=GATHERING)
    mine = Membership.objects.of(held.user).filter(
        role__in=PARTS, review__in=running, removed_at__isnull=True, held_at__isnull=True
    )
    asked = mine.annotate(declared_as=DECLARED_AS).filter(~Exists(said))
    return told_in_review(asked, role="role")


def declare(row: Row, today: date) -> WorkItem:
    part = PARTS[row["role"]]
    return WorkItem(
        what="Declare your independence",
        why=f"You are in this review as {part.in_words}",
        href=reverse("reviews:declare-part", args=[row["reference"], part.lower()]),
        **place(row),
    )


parts_to_declare = task(undeclared, declare)


def declared_parts(held: Held, today: date) -> Mapping[str, Question]:
    declared = PartDeclaration.objects.filter(
        review__in=held.reviews(Permission.INDEPENDENCE_DECIDE)
    ).exclude(user=held.user)  # somebody else decides on a connection of one's own
    columns = {"who": "user_id", "part": "part", "answers": "answers", "decided": "decided"}
    return {
        "rows": told_in_review(declared, declaration="pk", declared_on="declared_on", **columns)
    }


def decide_parts(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    last = latest(found["rows"], by=lambda row: (row["review_id"], row["who"], row["part"]))
    return [
        to_decide(row, "part", Capacity(row["part"]))
        for row in last
        if waits(row, Capacity(row["part"]))
    ]


part_connections_to_decide = Task(declared_parts, decide_parts)


def latest(rows: Iterable[Row], *, by: Callable[[Row], Hashable]) -> list[Row]:
    """Return the last declaration of each."""
    ordered = sorted(rows, key=lambda row: (row["declared_on"], row["declaration"]))
    return list({by(row): row for row in ordered}.values())


def waits(row: Row, capacity: Capacity) -> bool:
    """Test whether a connection in these answers is still to be decided."""
    return judge(row["answers"], capacity, row["decided"]) is Judged.WAITING


def to_decide(row: Row, kind: str, capacity: Capacity) -> WorkItem:
    address = [row["reference"], kind, row["declaration"]]
    return WorkItem(
        what="Accept or decline a declared connection",
        why=f"Declared by the {capacity.in_words}",
        href=reverse("reviews:decide-connection", args=address),
        **place(row),
    )
