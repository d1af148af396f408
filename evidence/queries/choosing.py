"""What the pages on which agencies are chosen show: the directory, and who was asked before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from agencies.models import Agency, AgencyKind, User
from agencies.queries import directory
from agencies.queries.directory import Search
from evidence.models import ScopingRequest
from reviews.models import Review

MOST = 150  # chosen at once; more would not fit into an address


@dataclass(frozen=True)
class Choice:
    """One body that can be ticked."""

    agency: Agency
    is_ticked: bool
    asked_on: date | None

    @property
    def hint(self) -> str:
        """What to know before asking it."""
        earlier = self.agency.successor_of
        known = [
            self.agency.area,
            f"took over from {earlier.name}" if earlier else "",
            f"part of {self.agency.part_of.name}" if self.agency.part_of else "",
            f"asked on {day(self.asked_on)}" if self.asked_on else "",
            "" if self.agency.letter_box else "no email address",
        ]
        words = ", ".join(filter(None, known))
        return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class Group:
    """The bodies of one kind."""

    label: str
    choices: list[Choice]


@dataclass(frozen=True)
class Offer:
    """
    What can be ticked on one page.

    elsewhere: those ticked before that the present search does not show; they stay ticked.
    """

    groups: list[Group]
    elsewhere: list[Choice]

    @property
    def shown(self) -> int:
        return sum(len(group.choices) for group in self.groups)

    @property
    def ticked(self) -> int:
        shown = (choice for group in self.groups for choice in group.choices)
        return len(self.elsewhere) + sum(choice.is_ticked for choice in shown)


def offer(review: Review, asked: Search, *, ticked: set[int], today: date) -> Offer:
    """Return the bodies that fit a search, by kind, and those ticked that do not."""
    found = list(directory.find(asked, today=today).prefetch_related("contacts"))
    shown = {agency.pk for agency in found}
    days = asked_on(review)
    order = list(AgencyKind.values)
    found.sort(key=lambda agency: (order.index(agency.kind), agency.name.casefold()))
    return Offer(
        groups=[
            Group(
                AgencyKind(kind).label,
                [Choice(one, one.pk in ticked, days.get(one.pk)) for one in bodies],
            )
            for kind, bodies in groupby(found, key=lambda agency: agency.kind)
        ],
        elsewhere=[Choice(one, True, days.get(one.pk)) for one in chosen(ticked - shown)],
    )


def fitting(asked: Search, *, today: date) -> set[int]:
    """Return the numbers of the bodies that fit a search, for ticking them all."""
    return set(directory.find(asked, today=today).values_list("pk", flat=True))


def chosen(numbers: Iterable[int]) -> list[Agency]:
    """Return the bodies of these numbers, by name."""
    bodies = Agency.objects.filter(pk__in=numbers).select_related("successor_of", "part_of")
    return list(bodies.prefetch_related("contacts").order_by("name"))


def asked_on(review: Review) -> dict[int, date]:
    """Return when each agency of a review was last asked, by its number in the directory."""
    rows = ScopingRequest.objects.filter(involvement__review=review).order_by("sent_on", "pk")
    return dict(rows.values_list("involvement__agency_id", "sent_on"))


def whom_to_ring(review: Review, officer: User) -> str:
    """Return what an officer's last letter of a review said, or how they are known here."""
    last = ScopingRequest.objects.filter(involvement__review=review, recorded_by=officer).last()
    return last.whom_to_ring if last else f"{officer.full_name}, {officer.email}"


@dataclass(frozen=True)
class Plan:
    """
    What asking these agencies would do.

    new: not asked before, with an address. another_way: without one.
    again: asked before, with an address.
    """

    new: list[Agency]
    again: list[Agency]
    another_way: list[Agency]

    @property
    def contacts(self) -> int:
        """How many named people could be let in to answer."""
        return sum(agency.single_point is not None for agency in [*self.new, *self.again])

    @property
    def everybody(self) -> list[Agency]:
        return [*self.new, *self.again, *self.another_way]

    @property
    def words(self) -> str:
        """The consequence, for the page that asks for a last look."""
        count = len(self.new)
        who = "1 agency" if count == 1 else f"{count or 'No'} agencies"
        return f"{who} will be emailed."


def plan(review: Review, numbers: Iterable[int]) -> Plan:
    bodies = chosen(numbers)
    days = asked_on(review)
    reachable = [agency for agency in bodies if agency.letter_box]
    return Plan(
        new=[agency for agency in reachable if agency.pk not in days],
        again=[agency for agency in reachable if agency.pk in days],
        another_way=[agency for agency in bodies if not agency.letter_box],
    )


def day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"
