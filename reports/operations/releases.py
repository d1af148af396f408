"""Release a copy of a draft to a named person, hand it over, take it back, recall it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.urls import reverse

from agencies.models import Actor, User, person_behind
from families.models import EntryKind, ReadHow, Way
from families.operations.log import Happening, record_entry
from guests.operations import codes, links
from reports.models import Draft, DraftRelease, Means
from reports.operations.record import record
from reports.queries.drafts import chapters_by_anchor
from reports.queries.readers import family_known_to, names_on_panel
from reports.rules import releases as rules
from reports.rules.releases import Consent, Reader

NO_CONSENT = Consent()


@dataclass(frozen=True, kw_only=True)
class Time:
    """
    Until when a copy is out, and why so where that is unusual.

    unusual_reason: for less than families are given to read. despite_reason: for a day on which
    they are not to be written to.
    """

    until_on: date
    unusual_reason: str = ""
    despite_reason: str = ""


@transaction.atomic
def release_to(
    *,
    draft: Draft,
    reader: Reader,
    means: str,
    time: Time,
    chapters: Sequence[str] = (),
    consent: Consent = NO_CONSENT,
    today: date,
    by: Actor,
    at: datetime,
) -> DraftRelease:
    """
    Release one copy of a draft to one person: a link to look at it, or a numbered print.

    A copy to look at that goes to somebody of the family is entered in their log, where their
    time to read begins; a print is, once it is handed over. Nothing is sent to them: the link goes
    to whoever brings it.

    Raises Refused without the right; before the panel has the draft; without a certificate that
    it may go there; as one for the panel to anybody else, as another’s to somebody of the family;
    a second to somebody who has one; to outsiders without chapters and consent; and as the log of
    a family does.
    """
    rules.check_can_release_to(by, draft)
    rules.check_reader(draft, reader, means)
    rules.check_on_panel(reader, names_on_panel(draft.review, today=today))
    rules.check_name(reader)
    rules.check_not_family(reader, family_known_to(by, draft.review))
    rules.check_chapters(reader, chapters, consent, there=chapters_by_anchor(draft))
    rules.check_consent_day(draft, consent, today=today)
    rules.check_time(time.until_on, today=today)
    held = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    copies = held.releases.select_related("contact", "consent_of")
    rules.check_has_none(reader, consent, copies, today=today)
    release = DraftRelease(
        draft=draft,
        number=(held.releases.aggregate(Max("number"))["number__max"] or 0) + 1,
        reader_kind=reader.kind,
        reader_name=reader.name.strip(),
        contact=reader.contact,
        means=means,
        chapters=list(chapters),
        consent_of=consent.of,
        consent_by=consent.by.strip() or None,
        consent_on=consent.on,
        from_on=today,
        until_on=time.until_on,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    if release.destination:
        rules.check_may_leave(draft, release.destination)
    if means == Means.READING_ROOM:
        release.link = links.send_link(
            "reading_room",
            to=reader.sent_to,
            review_ref=draft.review.reference,
            path=lambda secret: reverse("reports:reading", args=[secret]),
            expires_on=time.until_on,
            by=by,
            at=at,
        )
    release.save()
    note("release.made", release, by=by, at=at)
    if release.is_to_look_at:
        enter_in_log(release, time, given_on=today, today=today, by=by, at=at)
    return release


@transaction.atomic
def hand_over(
    *, release: DraftRelease, on: date, time: Time, today: date, by: Actor, at: datetime
) -> DraftRelease:
    """
    Record that a print is in its reader's hands, and until when.

    Raises Refused without the right, for what is no print or handed over already, for an
    impossible day, to somebody who has left the panel since, and as the log of a family does.
    """
    release = locked(release)
    rules.check_can_hand_over(by, release, on, today=today)
    rules.check_time(time.until_on, today=on)
    rules.check_still_on_panel(release, names_on_panel(release.draft.review, today=today))
    if release.destination:
        rules.check_may_leave(release.draft, release.destination)
    release.handed_over_on, release.until_on = on, time.until_on
    release.save(update_fields=["handed_over_on", "until_on"])
    note("release.handed_over", release, by=by, at=at)
    enter_in_log(release, time, given_on=on, today=today, by=by, at=at)
    return release


@transaction.atomic
def take_back(
    *, release: DraftRelease, on: date, today: date, by: Actor, at: datetime
) -> DraftRelease:
    """Record that a print came back. Raises Refused where nobody has it."""
    release = locked(release)
    rules.check_can_take_back(by, release, on, today=today)
    release.returned_on = on
    release.save(update_fields=["returned_on"])
    note("release.returned", release, by=by, at=at)
    return release


@transaction.atomic
def recall(*, release: DraftRelease, by: Actor, at: datetime) -> DraftRelease:
    """Close a copy at once: its link opens nothing more; its print is to be brought back."""
    release = locked(release)
    rules.check_can_recall(by, release)
    release.recalled_at, release.recalled_by = at, person_behind(by)
    release.save(update_fields=["recalled_at", "recalled_by"])
    if release.link:
        links.revoke(link=release.link, by=by, at=at)
    note("release.recalled", release, by=by, at=at)
    return release


def code_by_telephone(*, release: DraftRelease, today: date, by: User, at: datetime) -> str:
    """
    Return a code for the copy of a draft, for somebody to read out.

    Raises Refused without the right, for a copy that does not open, and for one that nobody has
    looked at yet once no certificate lets it leave.
    """
    link = rules.check_can_give_code(by, release, today=today)
    return codes.give_code(link=link, today=today, by=by, at=at)


def locked(release: DraftRelease) -> DraftRelease:
    """Return a copy as it stands now, so that two who change it wait for each other."""
    rows = DraftRelease.objects.select_for_update(of=("self",))
    return rows.select_related("draft__review", "contact__review", "link").get(pk=release.pk)


def enter_in_log(
    release: DraftRelease, time: Time, *, given_on: date, today: date, by: Actor, at: datetime
) -> None:
    """Enter in the log of somebody in the family that they have a draft to read."""
    if release.contact is None:
        return
    is_paper = release.means == Means.PRINT
    record_entry(
        contact=release.contact,
        happening=Happening(
            kind=EntryKind.DRAFT,
            happened_on=given_on,
            way=Way.IN_PERSON,
            words=f"{release.name}, for {release.reader_name}.",
            version_label=release.draft.name,
            days_given=(release.until_on - given_on).days,
            read_how=ReadHow.PAPER if is_paper else ReadHow.READING_ROOM,
            unusual_reason=time.unusual_reason,
            despite_reason=time.despite_reason,
        ),
        today=today,
        by=by,
        at=at,
    )


def note(event: str, release: DraftRelease, *, by: Actor, at: datetime) -> None:
    """Say on the trail what became of a copy: not to whom it went."""
    draft = release.draft
    record(event, draft.review, by=by, at=at, draft_id=draft.pk, release_id=release.pk)
