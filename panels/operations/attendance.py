"""Record who came to a meeting."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from panels.models import Attendance, Meeting
from panels.rules import meetings as rules


@transaction.atomic
def record_attendance(
    *,
    meeting: Meeting,
    presences: Mapping[int, tuple[str, str]],
    others_attending: list[str],
    debrief_offered: bool,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """
    Record for each member whether they came, in place of what was recorded before.

    presences: by member, the presence and who came for them; members left out are not recorded.

    Raises Refused without the right, for a substitute without a name, for anybody but apologies
    and substitutes at a meeting still to come, or while a round asks about the minutes, which
    say who came.
    """
    rules.check_can_write(by, meeting.review)
    rules.check_nobody_is_asked(meeting)
    expected = {
        member.pk: member for member in meeting.review.panel_members.seated_on(meeting.held_on)
    }
    rules.check_attendance(meeting, expected, presences, today=today)
    meeting.attendance.all().delete()
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            member=expected[pk],
            presence=presence,
            substitute=substitute,
            recorded_at=at,
            recorded_by=person_behind(by),
        )
        for pk, (presence, substitute) in presences.items()
    )
    meeting.others_attending, meeting.debrief_offered = others_attending, debrief_offered
    meeting.save(update_fields=["others_attending", "debrief_offered"])
    trail.record(
        "meeting.attendance_recorded",
        by=person_behind(by),
        at=at,
        review_ref=meeting.review.reference,
        meeting=meeting.number,
    )
