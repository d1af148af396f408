"""What the tests of chronologies do again and again."""

from datetime import UTC, date, datetime

from chronologies.models import ChronologySubmission
from chronologies.operations.decisions import Signature, release, sign_off, submit
from evidence.models import EvidenceRequest, Tier
from reviews.access import Role
from tests.chronologies.files import delimited
from tests.factories.reviews import AgencyInvolvementFactory, playing

TODAY = date(2026, 2, 2)
NOW = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)
HEADINGS = ["Date of contact", "Time", "Source", "What happened", "Comments"]

GOOD = ("22/05/2016", "14:30", "Case system", "Home visit.", "")
MONTH = ("June 2016", "", "Case system", "Letter sent.", "Late.")
UNDATED = ("", "", "Paper file", "Called back.", "")
IMPOSSIBLE = ("31/02/2018", "", "Case system", "Seen at the surgery.", "")
WORDLESS = ("23/05/2016", "", "Case system", "", "")
BLANK = ("", "", "", "", "")


def delimited_file(*rows):
    return delimited([HEADINGS, *rows])


def agency_of(review, name, *, tier=Tier.CHRONOLOGY, **agency):
    part = AgencyInvolvementFactory(
        review=review,
        agency__name=name,
        agency__slug=name.lower().replace(" ", "-"),
        **{f"agency__{key}": value for key, value in agency.items()},
    )
    if tier:
        EvidenceRequest.objects.create(
            involvement=part,
            tier=tier,
            asked_on=date(2026, 1, 20),
            due_on=date(2026, 3, 20) if tier.asks_for_something else None,
            recorded_at=NOW,
        )
    return part


def ready(submission, *, release_by=None):
    """Submit and sign a chronology off, and release it where somebody is named."""
    when = {"today": TODAY, "at": NOW}
    submit(submission=submission, by=submission.received_by, **when)
    senior = playing(Role.SENIOR_SIGN_OFF, to=submission.involvement, full_name="Mara Sennet")
    signature = Signature(full_name="Mara Sennet", signed_off_on=TODAY)
    sign_off(submission=submission, signature=signature, by=senior, **when)
    if release_by:
        release(submission=submission, by=release_by, **when)
    return ChronologySubmission.objects.get(pk=submission.pk)


def shown(response):
    return response.content.decode()
