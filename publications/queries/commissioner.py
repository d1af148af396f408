"""May the Domestic Abuse Commissioner be sent a copy? Listed in NOTICE_GATES."""

from datetime import date

from django.db.models import Q
from django.utils.timezone import localdate

from anonymity.models import Certificate, Destination
from anonymity.queries.certificates import papers_are_the_same, standings_of
from reviews.models import Review

NOT_CERTIFIED = (
    "No certificate says that the report may go to the Domestic Abuse Commissioner. Have what was "
    "sent to the Home Office last, or what is to be published, checked and certified for there."
)


def why_no_copy(review: Review, sent_on: date) -> str:
    """
    Say why no copy may have left yet; nothing where it may: it is public already, left before the
    review was recorded here, or what the Home Office had last, or what is to be published, is
    certified for there and has not changed since.
    """
    if sent_on < localdate(review.recorded_at) or review.publications.not_taken_down().exists():
        return ""
    rounds = review.qa_submissions.submitted().order_by("-round").values_list("round", flat=True)
    last = rounds.first() or 0
    sent_last = Q(identifier_check__subject="round", identifier_check__number=last)
    to_be_published = Q(identifier_check__subject="publication")
    mine = review.anonymity_certificates.whole().filter(
        sent_last | to_be_published, destination=Destination.COMMISSIONER
    )
    standings = standings_of(review, mine.prefetch_related("signatures"))
    return (
        ""
        if any(one.holds and is_still_of(one.certificate) for one in standings)
        else NOT_CERTIFIED
    )


def is_still_of(certificate: Certificate) -> bool:
    """
    Test whether its papers are those of today, where its standing cannot tell: a certificate that
    does not say what the papers of a publication were printed from has them printed.
    """
    check = certificate.identifier_check
    tells = check.subject != "publication" or any(one.get("made_of") for one in certificate.files)
    return tells or papers_are_the_same(check)
