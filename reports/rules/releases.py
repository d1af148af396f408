"""May a copy of a draft go to this person, and what can be done with it?"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from agencies.models import Actor
from anonymity.models import Destination
from anonymity.queries.certificates import File, why_not
from families.models import FamilyContact
from guests.models import GuestLink
from reports.models import OF_FAMILY, Draft, DraftRelease, Means, ReaderKind
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.checks.folding import fold, holds_unseen, without_unseen
from reviews.checks.same_name import alike
from reviews.models import AgencyInvolvement

LONGEST = timedelta(days=365)  # local default: who needs longer gets a copy of a later draft
UNSEEN = "Type the name again: a mark in it cannot be seen. It comes with what is copied"
CLOSED = "This copy is no longer open. Ring the person who gave you the link."
WITHHELD = (
    "Nobody has looked at this copy yet, and it does not open now. {reason} It opens once this "
    "draft is certified again for {to}. If it is not to be read at all, recall it."
)


@dataclass(frozen=True, kw_only=True)
class Reader:
    """
    To whom a copy goes, and as what.

    sent_to: where the link goes; for family, to whoever brings it to them, never to them.
    """

    name: str
    kind: str
    contact: FamilyContact | None = None
    sent_to: str = ""


@dataclass(frozen=True, kw_only=True)
class Consent:
    """Who consented, for the agency whose material the chosen chapters are, and when."""

    of: AgencyInvolvement | None = None
    by: str = ""
    on: date | None = None


def check_can_release_to(actor: Actor, draft: Draft) -> None:
    """
    Refuse copies by anybody who does not write the report, or of what the panel has not got.

    Source: permission matrix, row "Overview drafts".
    """
    access.require(actor, Permission.DRAFT_WRITE, on=draft.review)
    rules.check_is_open(draft.review)
    if not draft.is_released:
        raise Refused("Release the draft to the panel first.")


def check_may_leave(draft: Draft, destination: Destination) -> None:
    """Refuse a draft that nobody has certified for there: the gate of every copy that leaves."""
    if reason := why_not_to(draft, destination):
        raise Refused(reason)


def why_not_to(draft: Draft, destination: Destination | None) -> str:
    """Say why a draft may not go somewhere; nothing where it may, or where it does not leave."""
    if destination is None:
        return ""
    return why_not(draft.review, destination, [File(draft.name, draft.sha256)])


def when_withheld(destination: Destination, reason: str) -> str:
    """Say of a copy why it does not open now, and what lets it open again."""
    return WITHHELD.format(reason=reason, to=destination.in_a_sentence)


def check_reader(draft: Draft, reader: Reader, means: str) -> None:
    """Refuse a copy for somebody of no kind or of another review, or by no way to them."""
    if reader.kind not in ReaderKind:
        raise Refused("Say as what they read it", field="reader_kind")
    if means not in Means:
        raise Refused("Say how they read it", field="means")
    if reader.kind in OF_FAMILY and (
        reader.contact is None or reader.contact.review_id != draft.review_id
    ):
        raise Refused("Choose in whose log of the family it is kept", field="contact")
    if means == Means.PRINT:
        return
    if reader.kind == ReaderKind.PANEL:
        raise Refused(
            "The panel reads a draft on its own page. Choose a print, for those who read on paper",
            field="means",
        )
    if not reader.sent_to:
        raise Refused("Enter where the link goes", field="sent_to")


def check_on_panel(reader: Reader, panel: Collection[str]) -> None:
    """Refuse a copy for the panel, which needs no certificate, to anybody who is not on it."""
    if reader.kind == ReaderKind.PANEL and reader.name not in panel:
        raise Refused("Choose who of the panel reads it on paper", field="on_panel")


def check_still_on_panel(release: DraftRelease, panel: Collection[str]) -> None:
    """Refuse a print for the panel to somebody who does not sit on it any more."""
    if release.reader_kind == ReaderKind.PANEL and release.reader_name not in panel:
        raise Refused("They do not sit on the panel any more. Recall this copy.")


def check_name(reader: Reader) -> None:
    """Refuse a copy for nobody, and a name that stands across its pages as another than it is."""
    if not reader.name.strip():
        raise Refused("Enter who reads it", field="reader_name")
    if holds_unseen(reader.name):
        raise Refused(UNSEEN, field="reader_name")


def check_not_family(reader: Reader, family: Collection[str]) -> None:
    """
    Refuse a copy to somebody of the family as if they were none: past their log and their time.

    family: the names the one who releases may know. The words tell neither side nor kinship.
    """
    if reader.kind in OF_FAMILY:
        return
    if reader.contact:
        raise Refused(
            "Only what family and their advocates read is kept in a log of the family. "
            "Choose nobody’s",
            field="contact",
        )
    if any(alike(reader.name, name) for name in family):
        raise Refused(
            "Somebody of this name does not get a copy as this. Look at the record of the family, "
            "or write the name more fully",
            field="reader_kind",
        )


def check_has_none(
    reader: Reader, consent: Consent, copies: Iterable[DraftRelease], *, today: date
) -> None:
    """
    Refuse a second copy of a draft to somebody whose first still stands: a form sent twice, too.

    Material of two agencies goes to somebody outside as two copies, each by its own consent.
    """
    for held in copies:
        same_person = fold(held.reader_name) == fold(reader.name)
        same_log = held.contact == reader.contact
        if same_person and same_log and held.consent_of == consent.of and held.stands(today):
            raise Refused(
                f"{held.name} of this draft is theirs until {held.until_on:%-d %B %Y}. "
                "Recall it before you release another",
                field="reader_name",
            )


def check_chapters(
    reader: Reader, chapters: Collection[str], consent: Consent, *, there: Collection[str]
) -> None:
    """
    Refuse chapters that the draft has not got; and to outsiders the whole, or what the agency
    whose material it is has not consented to.
    """
    if set(chapters) - set(there):
        raise Refused("Choose chapters of this draft", field="chapters")
    if reader.kind != ReaderKind.OUTSIDER:
        return
    if not chapters:
        raise Refused("Choose the chapters. Somebody outside gets no whole draft", field="chapters")
    if consent.of is None:
        raise Refused("Choose the agency whose material it is", field="consent_of")
    check_consented_by(consent)
    if consent.on is None:
        raise Refused("Enter when they consented", field="consent_on")


def check_consented_by(consent: Consent) -> None:
    """Refuse consent of nobody, or in a name that shows as another than it is."""
    if not consent.by.strip():
        raise Refused("Enter who consented for the agency", field="consent_by")
    if holds_unseen(consent.by):
        raise Refused(UNSEEN, field="consent_by")


def check_consent_day(draft: Draft, consent: Consent, *, today: date) -> None:
    """Refuse consent of an agency of another review, or in the future."""
    if consent.of and consent.of.review_id != draft.review_id:
        raise Refused("Choose an agency of this review", field="consent_of")
    if consent.on:
        rules.check_possible_on(
            consent.on, field="consent_on", called="The day of the consent", today=today
        )


def check_time(until_on: date, *, today: date) -> None:
    """Refuse a time that is over before it begins, or that has no end in sight."""
    if until_on <= today:
        raise Refused("The last day must be after today", field="until_on")
    if until_on - today > LONGEST:
        raise Refused(
            "A copy is open for a year at most. Choose an earlier last day", field="until_on"
        )


def check_is_open(release: DraftRelease, *, today: date) -> GuestLink:
    """
    Return the link to a copy. Refuse one that is on paper, whose time is over, that was recalled,
    or whose review has ended.
    """
    rules.check_is_open(release.draft.review)
    if release.link is None or not release.is_open(today):
        raise Refused(CLOSED)
    return release.link


def check_may_be_looked_at(release: DraftRelease, *, today: date) -> GuestLink:
    """
    Return the link to a copy. Refuse as `check_is_open` does, and the first look at one that no
    certificate lets leave any more: until then it has not left. Who has looked at it has it.
    """
    link = check_is_open(release, today=today)
    if link.was_opened:
        return link
    goes = release.destination
    if goes and (reason := why_not_to(release.draft, goes)):
        raise Refused(when_withheld(goes, reason))
    return link


def check_can_hand_over(actor: Actor, release: DraftRelease, on: date, *, today: date) -> None:
    """Refuse to hand over what is no print, twice, or what was recalled."""
    check_is_print(actor, release)
    rules.check_is_open(release.draft.review)
    if release.is_recalled:
        raise Refused("This copy was recalled. Print another.")
    if release.handed_over_on:
        raise Refused("This print is handed over already.")
    rules.check_possible_on(on, field="on", called="The day", today=today)
    if on < release.from_on:
        raise Refused("The day must be on or after the day it was printed", field="on")


def check_can_take_back(actor: Actor, release: DraftRelease, on: date, *, today: date) -> None:
    """Refuse to take back what nobody has."""
    check_is_print(actor, release)
    if not release.is_out:
        raise Refused("Nobody has this print.")
    rules.check_possible_on(on, field="on", called="The day", today=today)
    if release.handed_over_on and on < release.handed_over_on:
        raise Refused("The day must be on or after the day it was handed over", field="on")


def check_is_print(actor: Actor, release: DraftRelease) -> None:
    access.require(actor, Permission.DRAFT_WRITE, on=release.draft.review)
    if release.is_to_look_at:
        raise Refused("This copy is on the screen. There is no paper to hand over.")


def check_can_recall(actor: Actor, release: DraftRelease) -> None:
    """Refuse to recall a copy twice, or one that came back."""
    access.require(actor, Permission.DRAFT_WRITE, on=release.draft.review)
    if release.is_recalled:
        raise Refused("This copy was recalled already.")
    if release.returned_on:
        raise Refused("This print came back already.")


def check_can_give_code(actor: Actor, release: DraftRelease, *, today: date) -> GuestLink:
    """Return the link that a code is for. Refuse one for a copy that it would not open."""
    access.require(actor, Permission.DRAFT_WRITE, on=release.draft.review)
    return check_may_be_looked_at(release, today=today)


def check_can_say(
    release: DraftRelease, words: str, paragraph: str, there: Collection[str]
) -> None:
    """Refuse a comment without words, or on a paragraph that the copy has not got."""
    if not without_unseen(words).strip():
        raise Refused("Write your comment", field="words")
    if paragraph and paragraph not in there:
        raise Refused("Choose a paragraph of what you read", field="paragraph")
