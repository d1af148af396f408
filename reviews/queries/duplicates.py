"""Other reviews of the partnership that may be about the same death."""

from datetime import date

from agencies.models import CommunitySafetyPartnership, User
from reviews.access import Permission
from reviews.models import Person, PersonRole, Review, ReviewGrant
from reviews.models.person import plain

CLOSE = 3  # days between two records of one death


def possible_duplicates(
    *,
    partnership: CommunitySafetyPartnership,
    reader: User,
    names: list[str],
    born_on: date | None,
    died_on: date | None,
) -> list[Review]:
    """
    Return the reviews whose person who died has one of these names, or was born or died on
    these days. Compared in Python: the database cannot search what identifies people.
    """
    readable = ReviewGrant.objects.held_by(reader, Permission.IDENTITIES_READ)
    victims = (
        Person.objects.filter(
            role=PersonRole.VICTIM,
            review__partnership=partnership,
            review__in=readable.values("content_object"),
        )
        .select_related("review")
        .order_by("review_id", "pk")
    )
    wanted = {plain(name) for name in names if plain(name)}
    found = {
        victim.review_id: victim.review
        for victim in victims
        if wanted & {plain(name) for name in [victim.true_name, *victim.aliases]}
        or (born_on and victim.born_on == born_on)
        or _is_close(died_on, victim.review.died_on)
    }
    return list(found.values())


def _is_close(one: date | None, other: date | None) -> bool:
    return bool(one and other and abs((one - other).days) <= CLOSE)


def next_reference(partnership: CommunitySafetyPartnership) -> str:
    """Propose the next free reference of a partnership, such as NS-DHR-4."""
    prefix = f"{partnership.reference_prefix}-DHR-"
    taken = Review.objects.filter(reference__startswith=prefix).values_list("reference", flat=True)
    numbers = [int(tail) for ref in taken if (tail := ref.removeprefix(prefix)).isdigit()]
    return f"{prefix}{max(numbers, default=0) + 1}"
