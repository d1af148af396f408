"""Who may read what of an IMR, and when."""

from agencies.models import User
from evidence.models import ImrVersion
from reviews import access
from reviews.access import Permission, Refused


def check_can_read(reader: User, version: ImrVersion) -> None:
    """
    Refuse unless this person may read this version today.

    The agency's own people always may. The chair and the chair's support may once it was signed
    off and sent. Everybody else of the review waits for the panel to accept it; but whoever
    entered it for the agency has its paper and may read what they entered.

    Raises Refused in words fit to show.
    Source: permission matrix, rows "IMR draft" and "IMR final".
    """
    part = version.imr.involvement
    if access.has_own(reader, Permission.IMR_READ_DRAFT, on=part):
        return
    if version.received_on and access.has(reader, Permission.IMR_READ_SIGNED, on=part.review):
        return
    if version.is_on_behalf and access.has(reader, Permission.IMR_WRITE, on=part.review):
        return
    access.require(reader, Permission.IMR_READ_ACCEPTED, on=part.review)
    if not any(row.stands for row in version.acceptances.all()):
        raise Refused(f"The panel has not accepted this {version.imr.kind.noun} yet.")
