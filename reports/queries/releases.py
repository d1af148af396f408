"""The copies of a draft that went to named people, and what each of them holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from guests.access import link_behind
from guests.models import GuestCode
from pages.templatetags.dates import moment
from privacy.marking import OFFICIAL_SENSITIVE
from privacy.row_locks import lifted
from reports.models import Draft, DraftPart, DraftRelease
from reports.published.numbering import NumberedChapter
from reports.published.papers import excerpt
from reports.queries.draft_page import chapters_of
from reports.queries.drafts import report_of, standing_of
from reports.queries.printing import Paper, as_pdf
from reports.rules.releases import check_may_leave, when_withheld, why_not_to

NOT_OPEN = "Not open"
WITH_THEM = (
    "This copy is with them already, until its last day. Recall it if they should not read on."
)
NOT_HANDED_OVER = "Until then this copy is neither printed nor handed over."


@dataclass(frozen=True)
class ReleaseLine:
    """
    A copy as it stands today.

    was_opened: its link, by whoever it is for. why_not: why its text may not leave today.
    """

    release: DraftRelease
    today: date
    was_opened: bool = False
    why_not: str = ""

    @property
    def is_withheld(self) -> bool:
        """Test whether it does not open, since nobody has looked at it and it may not leave."""
        return bool(self.why_not) and self.release.is_open(self.today) and not self.was_opened

    @property
    def standing(self) -> str:
        return NOT_OPEN if self.is_withheld else self.release.standing(self.today)

    @property
    def warning(self) -> str:
        """What whoever released it is told once its text may not leave any more."""
        goes = self.release.destination
        if not goes or not self.why_not:
            return ""
        if self.is_withheld:
            return when_withheld(goes, self.why_not)
        is_theirs = self.was_opened or self.release.is_out
        return f"{self.why_not} {WITH_THEM if is_theirs else NOT_HANDED_OVER}"

    @property
    def tone(self) -> str:
        if self.standing in ("To be returned", "Recalled, not returned", NOT_OPEN):
            return "late"
        return "underway" if self.standing in ("Open", "With them") else "plain"


def releases_of(draft: Draft, *, of_perpetrators: bool, today: date) -> list[ReleaseLine]:
    """Return the copies of a draft to one side, the last first."""
    rows = draft.releases.of_perpetrators_side(of_perpetrators)
    found = list(rows.select_related("contact", "consent_of__agency"))
    for release in found:
        release.draft = draft
    opened = opened_of(found)
    fresh = [one for one in found if one.is_open(today) and one.pk not in opened]
    reasons = {goes: why_not_to(draft, goes) for goes in {one.destination for one in fresh}}
    return [
        ReleaseLine(one, today, True)
        if one.pk in opened
        else ReleaseLine(one, today, False, reasons.get(one.destination, ""))
        for one in found
    ]


def opened_of(releases: Sequence[DraftRelease]) -> set[int]:
    """Return the ids of the copies that somebody has looked at."""
    rows = DraftRelease.objects.filter(
        pk__in=[one.pk for one in releases], link__codes__used_at__isnull=False
    )
    return set(rows.values_list("pk", flat=True))


def line_of(release: DraftRelease, codes: Sequence[GuestCode], *, today: date) -> ReleaseLine:
    """
    Return one copy by itself, with what its text may not do any more.

    codes: those it was opened with.
    """
    why = why_not_to(release.draft, release.destination) if release.stands(today) else ""
    return ReleaseLine(release, today, bool(codes), why)


def codes_of(release: DraftRelease) -> list[GuestCode]:
    """Return the codes that were used to look at a copy, the last first."""
    if release.link is None:
        return []
    return list(release.link.codes.filter(used_at__isnull=False).order_by("-used_at"))


def release_behind(secret: str, *, origin: str, at: datetime) -> DraftRelease | None:
    """Return the copy that somebody without an account holds the link to; None for no such."""
    guest = link_behind(secret, origin=origin, at=at)
    found = DraftRelease.objects.filter(link=guest).select_related(
        "link", "draft__review__partnership", "contact__review", "contact__person"
    )
    with lifted():  # a secret tells by itself which copy it opens
        return found.first() if guest else None


def chapters_in(release: DraftRelease, part: str) -> list[NumberedChapter]:
    """Return what a copy holds of the report, or of its summary: the whole, or chosen chapters."""
    chapters = chapters_of(report_of(release.draft), part)
    if not release.chapters:
        return chapters
    if part == DraftPart.SUMMARY:
        return []
    return excerpt(chapters, release.chapters)


def paragraphs_in(release: DraftRelease, part: str) -> list[str]:
    return [number for one in chapters_in(release, part) for number in one.numbers]


def titles_in(release: DraftRelease) -> Sequence[str]:
    """Return the titles of the chosen chapters; nothing for a copy of the whole."""
    if not release.chapters:
        return []
    return [one.title for one in chapters_in(release, DraftPart.REPORT)]


def mark_of(release: DraftRelease, *, at: datetime) -> str:
    """Return what stands across every page of a copy: which, for whom, and when."""
    return f"{release.draft.name}, copy {release.number} · {release.reader_name} · {moment(at)}"


def printed(release: DraftRelease, paper: Paper = "overview-report") -> bytes:
    """
    Return a copy on paper, marked as its reader's with the time it was released. The same each
    time.

    Raises Refused where no certificate says any more that it may go there, and
    RenderingUnavailable where the machine cannot make PDFs.
    """
    if release.destination:
        check_may_leave(release.draft, release.destination)
    return as_pdf(
        report_of(release.draft),
        paper=paper,
        marking=OFFICIAL_SENSITIVE,
        standing=standing_of(release.draft),
        only=release.chapters,
        copy=mark_of(release, at=release.recorded_at),
    )
