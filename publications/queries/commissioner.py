"""May the Domestic Abuse Commissioner be sent a copy? Listed in NOTICE_GATES."""

from datetime import date

from django.utils.timezone import localdate

from anonymity.models import Destination
from anonymity.queries.certificates import has_lapsed
from reviews.models import Review

NOT_CERTIFIED = (
    "No certificate says that the report may go to the Domestic Abuse Commissioner. Have what was "
    "sent to the Home Office last, or what is to be published, checked and certified for there."
)


def why_no_copy(review: Review, sent_on: date) -> str:
    """
    Say why no copy may have left yet; nothing where it may: it is public already, certified for
    there, or left before the review was recorded here.
    """
    if sent_on < localdate(review.recorded_at) or review.publications.not_taken_down().exists():
        return ""
    certificates = review.anonymity_certificates.whole()
    mine = certificates.filter(destination=Destination.COMMISSIONER)
    return "" if any(not has_lapsed(one) for one in mine) else NOT_CERTIFIED
