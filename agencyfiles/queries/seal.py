"""What somebody without an account signs: front sheet, version and document, as one hash."""

import json
from datetime import date, datetime
from hashlib import sha256

from agencyfiles.models import SignOffLink
from agencyfiles.queries.reading import front_sheet_of
from agencyfiles.rules import check_link_stands, named_instead
from evidence.models import ImrPoint, ImrVersion, PointKind
from evidence.queries.imr_seal import sha256_of
from guests.access import link_behind
from privacy.row_locks import lifted
from reviews.access import allows


def seal_of(version: ImrVersion) -> str:
    """Return the hash of a version as it is now, with its front sheet. Four queries."""
    sheet = front_sheet_of(version)
    whole = {"version": sha256_of(version), "front": sheet.said if sheet else {}}
    return sha256(json.dumps(whole, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def named_instead_of(link: SignOffLink) -> str:
    """Return whom the front sheet names for the sign-off where it is not who got the link."""
    sheet = front_sheet_of(link.version)
    return named_instead(sheet, name=link.full_name, post=link.job_title)


def stands(link: SignOffLink, *, today: date) -> bool:
    seal = seal_of(link.version)
    return allows(check_link_stands, link, seal=seal, today=today)


def link_of(secret: str, *, origin: str, at: datetime) -> SignOffLink | None:
    """Return the link that somebody without an account holds; None where there is none."""
    guest = link_behind(secret, origin=origin, at=at)
    found = SignOffLink.objects.filter(link=guest).select_related(
        "link",
        "version__document",
        "version__sign_off",
        "version__imr__author",
        "version__imr__involvement__agency",
        "version__imr__involvement__review__partnership",
    )
    with lifted():  # a secret tells by itself whose report it signs
        return found.first() if guest else None


def recommendations_of(version: ImrVersion) -> list[ImrPoint]:
    return list(version.points.filter(kind=PointKind.RECOMMENDATION))
