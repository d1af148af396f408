"""What the directory of agencies does not take. Every rule raises `Refused`."""

from agencies.access import Refused
from agencies.models import Agency


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


def plain(name: str) -> str:
    """Return a name without case and double spaces, for comparing."""
    return " ".join(name.casefold().split())
