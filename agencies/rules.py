"""What the two directories do not take. Every rule raises `Refused`."""

from datetime import date

from agencies.access import Refused
from agencies.models import Agency, CommunitySafetyPartnership, PublicBody


def check_name_is_free(name: str, *, of: Agency | None = None) -> None:
    """Refuse a name that another body has, or is also known by."""
    wanted = plain(name)
    for other in Agency.objects.only("name", "aliases"):
        if other == of:
            continue
        if wanted in {plain(known) for known in (other.name, *other.aliases)}:
            raise Refused(f"{other.name} is in the directory already under this name", field="name")


def check_is_not_within_itself(
    agency: Agency, *, part_of: Agency | None, successor_of: Agency | None
) -> None:
    """Refuse a body that would be part of itself, or take over from itself, by any chain."""
    if agency in chain(part_of, "part_of"):
        raise Refused("A body cannot be part of itself", field="part_of")
    if agency in chain(successor_of, "successor_of"):
        raise Refused("A body cannot take over from itself", field="successor_of")


def chain(start: Agency | None, link: str) -> list[Agency]:
    """Return a body and those that it leads to, one after the other."""
    found: list[Agency] = []
    while start is not None and start not in found:
        found.append(start)
        start = getattr(start, link)
    return found


def check_body_name_is_free(
    name: str, *, partnership: CommunitySafetyPartnership | None, of: PublicBody | None = None
) -> None:
    """Refuse a name by which somebody would find two bodies to send recommendations to."""
    wanted = plain(name)
    # What another partnership keeps for itself is not told
    bodies = PublicBody.objects.known_to(*([partnership.pk] if partnership else []))
    for other in bodies.only("name", "aliases"):
        if other != of and wanted in {plain(known) for known in (other.name, *other.aliases)}:
            raise Refused(f"{other.name} is in the directory already under this name", field="name")


def check_body_is_not_within_itself(body: PublicBody, part_of: PublicBody | None) -> None:
    """Refuse a body that would be part of itself by any chain."""
    seen = set()
    while part_of is not None and part_of.pk not in seen:
        if part_of == body:
            raise Refused("A body cannot be part of itself", field="part_of")
        seen.add(part_of.pk)
        part_of = part_of.part_of


def check_can_retire(
    body: PublicBody, *, retired_on: date, successor: PublicBody | None, today: date
) -> None:
    """Refuse a day to come, and a body that would hand its work to itself or to one gone."""
    if retired_on > today:
        raise Refused("The day is still to come", field="retired_on")
    if successor == body:
        raise Refused("A body cannot take over from itself", field="successor")
    if successor and successor.retired_on:
        raise Refused("This body is gone itself", field="successor")


def plain(name: str) -> str:
    """Return a name without case and double spaces, for comparing."""
    return " ".join(name.casefold().split())
