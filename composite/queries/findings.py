"""What the checks found, as far as its reader may see."""

from django.db.models import Exists, OuterRef

from agencies.models import Actor
from chronologies.models import ChronologyEntry
from composite.models import FindingEvent, FindingStanding, ReconciliationFinding
from composite.models.finding import FindingQuerySet
from composite.queries.scope import Scope
from reviews import access
from reviews.access import Permission


def findings_for(scope: Scope, reader: Actor) -> FindingQuerySet:
    """
    Return the findings of a review that somebody may see.

    Those who read agencies' files before release see all of them. The panel sees what was found
    to be so, of events whose agencies are all released.
    """
    found = ReconciliationFinding.objects.filter(review=scope.review)
    if access.has(reader, Permission.CHRONOLOGY_READ_RAW, on=scope.review):
        return found.shown()
    told = ChronologyEntry.objects.filter(
        submission__in=[row.pk for row in scope.standing], root=OuterRef("event")
    )
    untold = FindingEvent.objects.filter(~Exists(told), finding=OuterRef("pk"))
    return found.filter(~Exists(untold), standing=FindingStanding.ACCEPTED)
