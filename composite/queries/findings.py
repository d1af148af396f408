"""What the checks found, as far as its reader may see."""

from django.db.models import Exists, OuterRef

from agencies.models import Actor
from chronologies.models import ChronologyEntry
from composite.models import FindingEvent, FindingStanding, ReconciliationFinding
from composite.models.finding import FindingQuerySet
from composite.queries.scope import Scope
from reviews import access
from reviews.access import Permission

# What these say is partly the register's: names and addresses that no agency wrote
SAY_THE_REGISTER = ("name_unlike_the_register", "addresses_confused")
# What these say is what somebody does not tell, which may be an agency that is not released
SAY_WHAT_IS_NOT_TOLD = ("referral_not_received", "referral_not_sent", "gap_around_key_event")


def findings_for(scope: Scope, reader: Actor) -> FindingQuerySet:
    """
    Return the findings of a review that somebody may see.

    Those who read agencies' files before release see all that is found, and what was decided. Who
    decides also sees what nobody decided and is found no more, if an agency was asked about it.
    The panel sees what was found to be so and still is, of events whose agencies are all released;
    what is not told anywhere, once every agency is released. Who does not read the whole register
    sees nothing of it.
    """
    found = ReconciliationFinding.objects.filter(review=scope.review)
    if not access.has(reader, Permission.IDENTITIES_READ_ALL, on=scope.review):
        found = found.exclude(code__in=SAY_THE_REGISTER)
    if access.has(reader, Permission.CHRONOLOGY_RECONCILE, on=scope.review):
        return found.shown_with_questions()
    if access.has(reader, Permission.CHRONOLOGY_READ_RAW, on=scope.review):
        return found.shown()
    if not scope.is_whole:
        found = found.exclude(code__in=SAY_WHAT_IS_NOT_TOLD)
    told = ChronologyEntry.objects.filter(
        submission__in=[row.pk for row in scope.standing], root=OuterRef("event")
    )
    untold = FindingEvent.objects.filter(~Exists(told), finding=OuterRef("pk"))
    return found.filter(~Exists(untold), standing=FindingStanding.ACCEPTED, gone_at__isnull=True)
