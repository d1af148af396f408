"""An agency takes home its file."""

from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO

from django.utils.timezone import localdate

from agencies.models import User
from agencyfiles.papers.home import write_home_file
from agencyfiles.queries.own_file import own_file
from audit import trail
from pages.templatetags.dates import date_long
from reviews.models import AgencyInvolvement

IN_MEMORY = 8 << 20  # bytes; a larger archive is written to the disk


def take_home(*, part: AgencyInvolvement, by: User, at: datetime) -> IO[bytes]:
    """
    Return the archive of all that an agency was asked, sent and answered, and record that it was
    taken. What of it somebody may not read is not in it.

    The caller has asked whether they are of this agency.
    """
    whole = own_file(by, part, today=localdate(at))
    sections = [
        (section.title, [(one.title, one.remark, one.rows, one.files) for one in section.items])
        for section in whole.sections
    ]
    context = {
        "title": f"What {part.agency.name} was asked, sent and answered",
        "reference": part.review.reference,
        "taken": f"Taken on {date_long(at.date())} by {by.full_name}.",
        "whole": whole,
    }
    target: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # handed on
    try:
        write_home_file(target, sections, context)
    except BaseException:
        target.close()
        raise
    trail.record(
        "agency_file.taken",
        by=by,
        at=at,
        review_ref=part.review.reference,
        involvement_id=part.pk,
        files=len(whole.documents),
    )
    return target
