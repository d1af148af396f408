"""Find bodies in the directory."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Func, Q, QuerySet, TextField, Value

from agencies.models import Agency, AgencyKind

NO_AREA = "-"  # asks for bodies that serve no one area, such as a national service


@dataclass(frozen=True)
class Search:
    """What somebody looks for. Nothing set means every body that is still open."""

    words: str = ""
    kind: str = ""
    areas: tuple[str, ...] = ()
    with_closed: bool = False

    @property
    def is_narrow(self) -> bool:
        return bool(self.words or self.kind or self.areas)


def find(asked: Search, *, today: date) -> QuerySet[Agency]:
    """
    Return the bodies that fit, by name.

    Every word must be in the name, the short name, another name, or the name of the body that
    this one took over from: whoever knows only the old name finds where its records are now.
    """
    agencies = Agency.objects.select_related("successor_of", "part_of").order_by("name")
    if not asked.with_closed:
        agencies = agencies.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=today))
    if asked.kind:
        agencies = agencies.filter(kind=asked.kind)
    if asked.areas:
        areas = ["" if area == NO_AREA else area for area in asked.areas]
        agencies = agencies.filter(area__in=areas)
    if asked.words:
        agencies = agencies.annotate(
            other_names=joined("aliases"), earlier_names=joined("successor_of__aliases")
        )
    for word in asked.words.split():
        agencies = agencies.filter(
            Q(name__icontains=word)
            | Q(short_name__icontains=word)
            | Q(other_names__icontains=word)
            | Q(successor_of__name__icontains=word)
            | Q(earlier_names__icontains=word)
        )
    return agencies


def joined(names: str) -> Func:
    """Return a list of names as one text that can be searched."""
    return Func(F(names), Value(" | "), function="array_to_string", output_field=TextField())


def choices() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the kinds and the areas of which the directory holds a body, for choosing some."""
    held = set(Agency.objects.order_by().values_list("kind", "area").distinct())
    kinds, areas = {kind for kind, _ in held}, {area for _, area in held}
    named = [(area, area) for area in sorted(areas - {""}, key=str.casefold)]
    return (
        [(kind.value, kind.label) for kind in AgencyKind if kind in kinds],
        [*named, (NO_AREA, "No one area")] if "" in areas else named,
    )
