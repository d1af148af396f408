"""Who answers for which agency towards a partnership."""

from datetime import date

from agencies.models import Agency, AgencyLead, CommunitySafetyPartnership
from reviews.lifecycle import ENDED


def leads_in(partnership: CommunitySafetyPartnership, *, today: date) -> list[AgencyLead]:
    standing = partnership.leads.standing(today).select_related("agency", "user", "made_by")
    return list(standing.order_by("agency__name", "user__full_name", "pk"))


def ended_in(partnership: CommunitySafetyPartnership, *, today: date) -> list[AgencyLead]:
    standing = partnership.leads.standing(today)
    ended = partnership.leads.exclude(pk__in=standing.values("pk"))
    return list(ended.select_related("agency", "user").order_by("agency__name", "-pk"))


def bodies_asked(partnership: CommunitySafetyPartnership) -> list[Agency]:
    """Return the bodies that any review of a partnership has brought in, by name."""
    asked = Agency.objects.filter(involvements__review__partnership=partnership)
    return list(asked.distinct().order_by("name"))


def without_lead(partnership: CommunitySafetyPartnership, *, today: date) -> list[Agency]:
    """Return the bodies in running reviews for which nobody answers: the CSP officer does."""
    running = partnership.reviews.exclude(stage__in=ENDED)
    led = partnership.leads.standing(today).values("agency")
    asked = Agency.objects.filter(involvements__review__in=running).exclude(pk__in=led)
    return list(asked.distinct().order_by("name"))
