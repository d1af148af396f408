"""Every page there is and the addresses at which it is opened: found in the routes, not listed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from chronologies.models import ChronologyEntry
from reviews.models import AgencyInvolvement, Review

# What else an address of a page may say. Each is measured beside the plain page.
NARROWED: dict[str, tuple[str, ...]] = {
    "agencies:directory": ("q=trust",),
    "composite:composite": ("agency={agency}", "names=pseudonyms", "weight=KEY"),
    "reviews:list": ("q=DHR-1", "step=5", "standing=late", "page=4"),
}
# What an address asks for beside the review and the agency's part in it
OF_A_REVIEW = {
    "person_id": "people",
    "membership_id": "memberships",
    "decision_id": "decisions",
    "member_id": "panel_members",
    "process_id": "parallel_processes",
    "round_id": "agreement_rounds",
    "contact_id": "family_contacts",
}
WORDS = {"panels:slug": "media", "evidence:slug": "recommendations", "kind": "letter"}
ANY = 1  # of what is numbered within its review or agency: the first


@dataclass(frozen=True)
class Route:
    name: str
    asks: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """name: of the route; and what its address says after the question mark, if anything."""

    name: str
    path: str


def routes(patterns: Iterable[Any] | None = None, namespace: str = "") -> Iterator[Route]:
    """Yield every address of the product by its name, with what it asks for."""
    for found in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(found, URLResolver):
            below = f"{found.namespace}:" if found.namespace else ""
            yield from routes(found.url_patterns, namespace + below)
        elif isinstance(found, URLPattern) and found.name:
            yield Route(namespace + found.name, tuple(found.pattern.converters))


def pages_of(route: Route, values: Mapping[str, Any]) -> list[Page]:
    """Return the pages of a route; none where what it asks for is not there."""
    namespace = route.name.partition(":")[0]
    given = {ask: values.get(f"{namespace}:{ask}", values.get(ask)) for ask in route.asks}
    try:
        path = reverse(route.name, kwargs=given)
    except NoReverseMatch:
        return []
    narrowed = [
        Page(f"{route.name}?{words}", f"{path}?{words.format(**values)}")
        for words in NARROWED.get(route.name, ())
    ]
    return [Page(route.name, path), *narrowed]


def values_of(review: Review, part: AgencyInvolvement | None) -> dict[str, Any]:
    """Return what addresses may ask for, found in one review."""
    firsts = {ask: getattr(review, name).first() for ask, name in OF_A_REVIEW.items()}
    values: dict[str, Any] = {
        **{ask: row.pk for ask, row in firsts.items() if row},
        **WORDS,
        "agency": "",
        "reference": review.reference,
        "slug": review.partnership.slug,
        "number": ANY,
        "item": ANY,
        "row_number": ANY,
    }
    if part:
        values |= {
            "involvement_id": part.pk,
            "agency_id": part.agency_id,
            "agency": part.agency.slug,
        }
        entries = ChronologyEntry.objects.filter(submission__involvement=part)
        values["composite:entry_id"] = entries.values_list("pk", flat=True).last()
    return values
