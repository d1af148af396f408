"""Who is told of a deadline today."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from agencies.models import AgencyLead
from reminders.models import Absence
from reviews import access
from reviews.access import Role
from reviews.deadlines import Rule
from reviews.models import Deadline, Membership

LEAD = "AGENCY_LEAD"  # no part in the review: they answer for an agency's people
OF_AGENCY = frozenset(access.INVOLVEMENT_GRANTS)


@dataclass(frozen=True)
class Recipient:
    """
    Somebody who is told, and the part for which they are; nobody where nobody is left.

    instead_of: whom they stand in for. is_away: they are not told today.
    """

    user_id: int | None
    role: str = ""
    instead_of: int | None = None
    is_away: bool = False


NOBODY = Recipient(None)


@dataclass(frozen=True)
class Circle:
    """Everybody admitted to some reviews, read at once: who of them is told of which deadline."""

    admitted: Mapping[tuple[int, int | None, str], list[int]]
    leads: Mapping[tuple[int, int], list[int]]
    away: Mapping[int, int | None]  # who is, and who stands in for them

    def told(self, deadline: Deadline, *, escalated: bool) -> list[Recipient]:
        """
        Return whom a deadline's rule has told, those away among them.

        Where none of them is there, whoever stands nearest is told, or else the partnership's
        chair; nobody where there is none.
        """
        rule = deadline.rule
        found = self.with_delegates(self.playing(rule.told, deadline), deadline)
        if not any(not one.is_away for one in found):
            found += self.there(self.nearest(deadline))
        if escalated:
            found += self.with_delegates(self.playing(rule.told_late, deadline), deadline)
            found += self.there(self.leads_of(deadline)) if rule.lead_told_late else []
        if not any(not one.is_away for one in found):
            found += self.there(self.playing(last_resort(rule), deadline))
        if not any(not one.is_away for one in found):
            found.append(NOBODY)
        return once(found)

    def deputies(self, deadline: Deadline, recipient: Recipient) -> list[Recipient]:
        """
        Return who is told instead of somebody whose address takes no message: the others of the
        part, or whoever stands nearest.
        """
        others = self.playing([recipient.role], deadline)
        for found in (others, self.nearest(deadline), self.officers(deadline)):
            there = [one for one in self.there(found) if one.user_id != recipient.user_id]
            if there:
                return [replace(one, instead_of=recipient.user_id) for one in once(there)]
        return []

    def playing(self, roles: Iterable[str], deadline: Deadline) -> list[Recipient]:
        return [
            Recipient(user, role)
            for role in roles
            for user in self.admitted.get((deadline.review_id, place_of(role, deadline), role), [])
        ]

    def nearest(self, deadline: Deadline) -> list[Recipient]:
        """Return the lead of the agency that owes it, or else the officers of the review."""
        return self.leads_of(deadline) or self.officers(deadline)

    def leads_of(self, deadline: Deadline) -> list[Recipient]:
        part = deadline.involvement
        leads = self.leads.get((part.agency_id, deadline.review.partnership_id), []) if part else []
        return [Recipient(user, LEAD) for user in leads]

    def officers(self, deadline: Deadline) -> list[Recipient]:
        return self.playing([Role.CSP_OFFICER], deadline)

    def there(self, found: Iterable[Recipient]) -> list[Recipient]:
        return [one for one in found if one.user_id not in self.away]

    def with_delegates(self, found: Iterable[Recipient], deadline: Deadline) -> list[Recipient]:
        """Mark those who are away, and add who stands in for them where they may see it anyway."""
        told = []
        for one in found:
            is_away = one.user_id in self.away
            told.append(replace(one, is_away=is_away))
            delegate = self.away.get(one.user_id or 0) if is_away else None
            if delegate and delegate not in self.away:
                told += [
                    replace(own, instead_of=one.user_id)
                    for own in self.playing(roles_reading(deadline.rule), deadline)
                    if own.user_id == delegate
                ]
        return told


def roles_reading(rule: Rule) -> list[str]:
    """Return the parts that are told of a rule, and those that may read what it is about."""
    grants = (*access.REVIEW_GRANTS.items(), *access.INVOLVEMENT_GRANTS.items())
    reading = [role for role, held in grants if rule.reader in held]
    return list(dict.fromkeys([*rule.told, *reading]))


def last_resort(rule: Rule) -> list[str]:
    """Return who is told where officers are away as well, and stand in for those they wait for."""
    return [Role.CSP_CHAIR] if Role.CSP_CHAIR in roles_reading(rule) else []


def place_of(role: str, deadline: Deadline) -> int | None:
    """Return the part in which a role counts for a deadline; None for the review as a whole."""
    return deadline.involvement_id if role in OF_AGENCY else None


def once(found: Iterable[Recipient]) -> list[Recipient]:
    """Keep the first mention of each person."""
    first: dict[int | None, Recipient] = {}
    for one in found:
        first.setdefault(one.user_id, one)
    return list(first.values())


def circle_of(deadlines: Iterable[Deadline], *, today: date) -> Circle:
    """Read who is told of these deadlines, fetched with review and involvement, in few queries."""
    rows = list(deadlines)
    admitted = defaultdict(list)
    for review, part, role, user in memberships_in({row.review_id for row in rows}, today):
        admitted[review, part, role].append(user)
    leads = defaultdict(list)
    for agency, partnership, user in leads_for(rows, today):
        leads[agency, partnership].append(user)
    away = Absence.objects.on(today).order_by("-from_on").values_list("user_id", "delegate_id")
    return Circle(admitted, leads, dict(away))


def memberships_in(
    reviews: Iterable[int], today: date
) -> Iterator[tuple[int, int | None, str, int]]:
    standing = Membership.objects.standing(today).filter(
        review__in=reviews, from_on__lte=today, user__is_active=True
    )
    return iter(standing.values_list("review_id", "involvement_id", "role", "user_id"))


def leads_for(rows: Iterable[Deadline], today: date) -> Iterator[tuple[int, int, int]]:
    agencies = {row.involvement.agency_id for row in rows if row.involvement}
    if not agencies:
        return iter(())
    leads = AgencyLead.objects.standing(today).filter(agency__in=agencies).order_by("pk")
    return iter(leads.values_list("agency_id", "partnership_id", "user_id"))
