"""Who checks what leaves the panel, who lets something stand in it, and who certifies it."""

import unicodedata
from collections.abc import Collection, Sequence

from agencies.models import Actor, User
from anonymity.checking.all_checks import check_paper
from anonymity.checking.finding import Severity
from anonymity.checking.kept import Found
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.subject import SubjectToCheck
from anonymity.models import (
    Certificate,
    DecisionChoice,
    Destination,
    IdentifierCheck,
    KeptBackKind,
)
from anonymity.models.decision import LETS_STAND
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import Review

DECIDED_IT = (
    "You decided that something in it stands. Somebody else has to certify it: whoever lets a "
    "finding stand does not also answer for the whole."
)


def check_can_check(actor: Actor, review: Review) -> None:
    """
    Refuse checks, decisions and certificates to all who do not answer for what leaves.

    Source: permission matrix, row "Identifier checks and certificates" (local default).
    """
    access.require(actor, Permission.ANONYMITY_CHECK, on=review)
    rules.check_is_open(review)


def check_can_keep_back(actor: Actor, review: Review) -> None:
    """Refuse what no paper may say to all who do not write the register."""
    access.require(actor, Permission.IDENTITIES_WRITE, on=review)
    rules.check_is_open(review)


def check_kept_back(kind: str, *, words: str, published_as: str) -> None:
    """Refuse nothing at all, and a fact of which nobody says how it is told instead."""
    if not says_something(words):
        raise Refused("Enter what no paper may say", field="words")
    if kind == KeptBackKind.FACT and not says_something(published_as):
        raise Refused(
            "Enter how reports tell it instead, such as “a health condition”", field="published_as"
        )


def check_is_there(subject: SubjectToCheck | None) -> SubjectToCheck:
    """Return what is to be checked. Refuse what has no paper."""
    if subject is None or subject.is_empty:
        raise Refused("There is nothing to check yet.")
    return subject


def check_is_done(check: IdentifierCheck) -> None:
    if not check.is_done:
        raise Refused("It is not checked yet. Wait until the check is done.")


def check_decision(choice: str, reason: str, chosen: Sequence[Found]) -> None:
    """
    Refuse a decision on nothing, without a reason, and to let stand what gives somebody away.

    Source: an absolute stop cannot be passed (anonymity rules); only that it is none can be said.
    """
    if not chosen:
        raise Refused("Tick what you decide on", field="chosen")
    if choice not in LETS_STAND:
        raise Refused("Say what you decide", field="choice")
    if not says_something(reason):
        raise Refused("Say why, so that whoever certifies can follow it", field="reason")
    if choice == DecisionChoice.ACCEPT and any(one.stops for one in chosen):
        raise Refused(
            "What gives somebody away cannot stay. Replace it, or say that it identifies nobody "
            "if the check is wrong",
            field="choice",
        )


def says_something(words: str) -> bool:
    """Test whether there is anything in words that can be seen."""
    return any(not unicodedata.category(letter).startswith(("C", "Z")) for letter in words)


def check_names_nobody(chosen: Sequence[Found], known: Register) -> None:
    """
    Refuse to let stand, for whatever reason, the whole name of somebody of the register, or a
    number that it knows. A single name may be an ordinary word.
    """
    names = {folded(name) for person in known.people for name in person.names if " " in name}
    numbers = {folded(reference.value) for reference in known.references if reference.value}
    if any(folded(one.words) in names | numbers for one in chosen):
        raise Refused(
            "Among them is the whole name, or the number, of somebody in the register. It never "
            "stands: replace it where it is written",
            field="choice",
        )


def folded(words: str) -> str:
    return " ".join(words.casefold().split())


def check_replacement(instead: str, chosen: Sequence[Found], known: Register) -> None:
    """Refuse to replace nothing, or by nothing, or by what gives somebody away itself."""
    if not chosen:
        raise Refused("Tick what is replaced", field="chosen")
    if not says_something(instead):
        raise Refused("Enter the words to put in its place", field="instead")
    found = check_paper(Paper.of_text(instead), known)
    for stop in (one for one in found if one.severity == Severity.STOP):
        raise Refused(
            f"These words give somebody away themselves. {stop.reason} Enter others",
            field="instead",
        )


def check_can_certify(
    actor: Actor, check: IdentifierCheck, *, left: int, deciders: Collection[int | None]
) -> User:
    """
    Return who certifies. Refuse while something is undecided, and whoever decided that something
    stands.

    Source: independence gates of the permission matrix, "the person who recorded an anonymity
    override cannot be the certifier".
    """
    check_can_check(actor, check.review)
    check_is_done(check)
    if left:
        there = "is one finding" if left == 1 else f"are {left} findings"
        raise Refused(f"There {there} to decide on first.")
    if not isinstance(actor, User):
        raise Refused("A certificate names a person. Sign in to certify it.")
    if actor.pk in deciders:
        raise Refused(DECIDED_IT)
    return actor


def check_destination(destination: str, allowed: Collection[str]) -> Destination:
    """Return where a paper goes. Refuse where it cannot go."""
    if destination not in allowed:
        raise Refused("Choose where it goes", field="destination")
    return Destination(destination)


def check_can_sign(
    actor: Actor, certificate: Certificate, *, is_current: bool, deciders: Collection[int | None]
) -> User:
    """Return who signs. Refuse a second signature of one person, and one on what has changed."""
    person = check_can_certify(actor, certificate.identifier_check, left=0, deciders=deciders)
    if certificate.is_withdrawn:
        raise Refused("This certificate was withdrawn. Certify a new check.")
    if not is_current:
        raise Refused("Something changed since it was checked. Check it anew, then certify that.")
    if certificate.is_whole:
        raise Refused("Everybody has signed already.")
    if any(one.signed_by_id == person.pk for one in certificate.signatures.all()):
        raise Refused("You have signed it. A second person has to sign too.")
    return person


def check_can_withdraw(actor: Actor, certificate: Certificate, reason: str) -> None:
    """Refuse to withdraw a certificate twice, or without saying why."""
    check_can_check(actor, certificate.review)
    if certificate.is_withdrawn:
        raise Refused("This certificate was withdrawn already.")
    if not says_something(reason):
        raise Refused("Say why it is withdrawn", field="reason")
