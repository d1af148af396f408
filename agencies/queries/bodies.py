"""Find the bodies that recommendations go to."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import F, Func, Q, QuerySet, TextField, Value

from agencies.models import BodyKind, PublicBody
from agencies.models.public_body import plain


@dataclass(frozen=True)
class BodySearch:
    """What somebody looks for. Nothing set means every body that stands."""

    words: str = ""
    kind: str = ""
    region: str = ""
    with_retired: bool = False

    @property
    def is_narrow(self) -> bool:
        return bool(self.words or self.kind or self.region)


def find(asked: BodySearch, *, partnerships: Collection[int]) -> QuerySet[PublicBody]:
    """
    Return the bodies that fit, by name. Every word must be in a name, in what the body decides,
    in a topic of it, or in the name of the body it is part of.
    """
    bodies = PublicBody.objects.known_to(*partnerships).select_related("part_of", "successor")
    if not asked.with_retired:
        bodies = bodies.standing()
    if asked.kind:
        bodies = bodies.filter(kind=asked.kind)
    if asked.region:
        bodies = bodies.filter(region=asked.region)
    if asked.words:
        bodies = bodies.annotate(others=joined("aliases"), about=joined("topics"))
    for word in asked.words.split():
        bodies = bodies.filter(
            Q(name__icontains=word)
            | Q(short_name__icontains=word)
            | Q(others__icontains=word)
            | Q(about__icontains=word)
            | Q(decides__icontains=word)
            | Q(part_of__name__icontains=word)
        )
    return bodies


def deciding(text: str, *, partnership: int) -> list[tuple[PublicBody, list[str]]]:
    """
    Return the standing bodies that a text is likely for, with the topics of theirs in it.

    Those with most in the text first. For advice when somebody addresses a recommendation: it
    says who decides such things, and decides nothing itself. One query.
    """
    read = plain(text)
    found = []
    for body in PublicBody.objects.known_to(partnership).standing().select_related("part_of"):
        said = [topic for topic in body.topics if says(read, topic)]
        if said:
            found.append((body, said))
    return sorted(found, key=lambda pair: (-sum(map(len, pair[1])), pair[0].name))


def named(words: str, *, partnership: int) -> PublicBody | None:
    """Return the standing body that goes by these words, in full, in short or as it was called."""
    for body in PublicBody.objects.known_to(partnership).standing().select_related("part_of"):
        if body.goes_by(words):
            return body
    return None


def says(read: str, topic: str) -> bool:
    return re.search(rf"\b{re.escape(plain(topic))}(?:e?s)?\b", read) is not None


def joined(names: str) -> Func:
    return Func(F(names), Value(" | "), function="array_to_string", output_field=TextField())


def choices(partnerships: Collection[int]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the kinds and the regions of which there is a body, for choosing some."""
    rows = PublicBody.objects.known_to(*partnerships).order_by()
    held = set(rows.values_list("kind", "region").distinct())
    kinds, regions = {kind for kind, _ in held}, {region for _, region in held}
    return (
        [(kind.value, kind.label) for kind in BodyKind if kind in kinds],
        [(region, region) for region in sorted(regions, key=str.casefold)],
    )
