"""What checks and certificates show on a review's home page."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from agencies.models import User
from anonymity.queries.certificates import still_standing
from pages.parts import Card
from reviews.access import Permission
from reviews.models import Review
from reviews.queries.asking import Question, told
from reviews.queries.cards import CardKind, Rows


def asked_of_certificates(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    standing = review.anonymity_certificates.not_withdrawn()
    return {
        "checks": told(review.identifier_checks.all(), check="pk"),
        "waiting": told(standing.waiting(), certificate="pk"),
        "whole": told(standing.whole(), certificate="pk"),
    }


def how_far_certificates_are(review: Review, rows: Rows, today: date) -> Card | None:
    """Nothing before something was checked: the check is asked for on the page of a paper."""
    if not rows["checks"]:
        return None
    path = reverse("anonymity:checks", args=[review.reference])
    begun = [row["certificate"] for row in (*rows["whole"], *rows["waiting"])]
    standing = still_standing(begun)
    whole, waiting = (
        sum(row["certificate"] in standing for row in rows[name]) for name in ("whole", "waiting")
    )
    lapsed = len(begun) - len(standing)
    none = "No certificate holds" if lapsed else "No certificate yet"
    lines = [f"{whole} certificate{'' if whole == 1 else 's'}" if whole else none]
    if waiting:
        lines.append(f"{waiting} waiting for a second signature")
    if lapsed:
        lines.append(f"{lapsed} lapsed")
    return Card("Identifier check", path, "", lines)


certificates = CardKind[Review](
    (Permission.ANONYMITY_CHECK,), asked_of_certificates, how_far_certificates_are
)
