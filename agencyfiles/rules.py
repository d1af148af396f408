"""What must be so before the reading of an agency's file is confirmed, or somebody signs it."""

from datetime import date, timedelta

from agencies.models import Actor
from agencyfiles.models import FrontSheet, SignOffLink
from documents.models import Document
from evidence.models import ImrVersion, IndividualManagementReview
from evidence.rules.imr_decisions import begins_with_author
from evidence.rules.imrs import check_author_may_write, check_is_author
from guests.rules import CLOSED
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.checks.folding import fold
from reviews.checks.same_name import alike

LASTS = timedelta(days=28)  # product default of a link to sign by, as of one to answer by
ANOTHER_FILE = (
    "Nothing was recorded: another file has been uploaded since this page was shown. Here is what "
    "that one says. Look it over and confirm it."
)

CAPACITY = "Say in which capacity you sign: the document names somebody else"


def file_looked_at(version: ImrVersion, sha256: str) -> Document:
    """Return the file of a version. Refuses one that was uploaded since somebody looked at it."""
    if version.document is None or not is_of_file(sha256, version):
        raise Refused(ANOTHER_FILE)
    return version.document


def is_of_file(sha256: str, version: ImrVersion) -> bool:
    """Test whether a hash is that of the version’s file, as it is now."""
    return version.document is not None and version.document.sha256 == sha256


def check_can_ask_for_signature(actor: Actor, imr: IndividualManagementReview) -> None:
    """
    Refuse to have a report signed by somebody without an account, but by its own author.

    The partnership enters sign-offs on the page it always had.
    """
    rules.check_is_open(imr.involvement.review)
    access.require_own(actor, Permission.IMR_WRITE, on=imr.involvement)
    check_is_author(actor, imr)
    check_author_may_write(imr)
    if imr.draft is None:
        raise Refused("There is nothing that waits to be signed.")


def check_is_not_author(
    imr: IndividualManagementReview, *, name: str, email: str = "", field: str
) -> None:
    """Refuse the author’s own name, and a link to the author’s own mailbox."""
    words = f"The author cannot sign off their own {imr.kind.noun}. Name somebody senior."
    if begins_with_author(name, imr):
        raise Refused(words, field=field)
    user = imr.author.user if imr.author else None
    if email and user and email.casefold() == user.email.casefold():
        raise Refused(f"{words} The code goes to this address.", field="email")


def named_instead(sheet: FrontSheet | None, *, name: str, post: str = "") -> str:
    """
    Return whom the front sheet names for the sign-off where it is somebody else; otherwise "".

    Names are compared without titles and accents; a front sheet may name no more than the post.
    """
    named = sheet.signed_off_by.strip() if sheet else ""
    if not named or (post and fold(named) == fold(post)):
        return ""
    person, signer = named.split(",")[0], name.split(",")[0]
    return "" if alike(named, signer) or alike(person, signer) else named


def check_capacity_is_said(named: str, capacity: str) -> None:
    """
    Refuse to sign in the place of somebody else without a word on it.

    named: whom the document names instead; empty where it names who signs, or nobody.
    """
    if named and not capacity.strip():
        raise Refused(CAPACITY, field="capacity")


def check_link_stands(link: SignOffLink, *, seal: str, today: date) -> None:
    """
    Refuse a link that is over, taken back or used, or whose version is signed or has changed.

    seal: of front sheet, version and document as they are now.
    """
    version = link.version
    is_as_sent = version.waits_for_sign_off and seal == link.sha256
    is_running = access.allows(rules.check_is_open, version.imr.involvement.review)
    if not (link.link.is_open(today) and is_as_sent and is_running):
        raise Refused(CLOSED)
