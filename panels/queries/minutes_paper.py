"""The minutes of a meeting on paper, with everybody named as they chose to be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.rendering import render_pdf
from pages.templatetags.dates import date_long
from panels.models import (
    AgreementRound,
    Meeting,
    MeetingItem,
    MinutesCorrection,
    PanelMember,
    Presence,
    SubjectKind,
)
from panels.models.agreement_round import in_groups
from panels.published.outline import text_hash
from panels.queries.meetings import Place, Section, Turnout, minutes_of, turnout
from panels.queries.subjects import RoundSubject
from privacy.marking import OFFICIAL_SENSITIVE

CAME = {
    Presence.PRESENT: "Present",
    Presence.SUBSTITUTE: "Represented",
    Presence.APOLOGIES: "Apologies",
    Presence.BRIEFED: "Briefed instead",
    Presence.ABSENT: "Did not come",
}


def minutes_as_subject(meeting: Meeting) -> RoundSubject:
    """Return the minutes as they are put to people: as written here, or else as a document."""
    text = as_text(meeting) if meeting.items.exists() else ""
    return RoundSubject(
        kind=SubjectKind.MINUTES,
        key=str(meeting.pk),
        label=f"Minutes of meeting {meeting.number}",
        version=str(meeting.corrections.filter(is_made=True).count() + 1),
        text=text,
        document=None if text else meeting.minutes,
    )


@dataclass(frozen=True, kw_only=True)
class AskedAbout:
    """A round that asks people about minutes, and whether these are still the words it asks."""

    round: AgreementRound
    words_stand: bool


def asked_about(meeting: Meeting, shown: Turnout, sections: Sequence[Section]) -> AskedAbout | None:
    """
    Return the open round about minutes, where there is one, from what their page has read: the
    meeting as `panels.access.meeting_or_404` gives it, who came and what was said.
    """
    round_id: int | None = vars(meeting)["asked_in_round"]
    found = AgreementRound.objects.filter(pk=round_id).first() if round_id else None
    if found is None:
        return None
    found.review = meeting.review
    if sections:
        stands = found.sha256 == text_hash(words_of(meeting, shown.places, sections))
    else:
        stands = bool(meeting.minutes and meeting.minutes.sha256 == found.sha256)
    return AskedAbout(round=found, words_stand=stands)


def as_text(meeting: Meeting) -> str:
    """Return the words that people agree: who came, and every paragraph. Corrections are not."""
    return words_of(meeting, turnout(meeting).places, minutes_of(meeting))


def words_of(meeting: Meeting, places: Sequence[Place], sections: Sequence[Section]) -> str:
    said = [heading(meeting), ""]
    said += [f"{title}: {'; '.join(names)}" for title, names in attendance_lines(meeting, places)]
    for section in sections:
        said += ["", section.heading or "Other matters"]
        said += [f"{number} {words}" for number, words in map(in_words, section.items)]
    return "\n".join(said)


def heading(meeting: Meeting) -> str:
    when = f", {meeting.starts:%H:%M}" if meeting.starts else ""
    return f"Minutes of {meeting.name.lower()}, {date_long(meeting.held_on)}{when}"


def attendance_lines(meeting: Meeting, places: Sequence[Place]) -> Iterator[tuple[str, list[str]]]:
    """Yield who was present, represented and so on, each as the member is shown."""
    for presence, title in CAME.items():
        there = [
            as_shown(place)
            for place in places
            if place.attendance and place.attendance.presence == presence
        ]
        if there:
            yield title, there
    if meeting.others_attending:
        yield "In attendance", list(meeting.others_attending)


def as_shown(place: Place) -> str:
    body = f" ({place.member.body})" if place.member.body else ""
    instead = place.attendance.substitute if place.attendance else ""
    return f"{name_of(place.member)}{body}" + (f", by {instead}" if instead else "")


def name_of(member: PanelMember) -> str:
    return member.name_in_report


def in_words(item: MeetingItem) -> tuple[str, str]:
    """Return a paragraph's number and its words, with whose an action is and by when."""
    words = item.words
    if item.is_action:
        whose = name_of(item.owner) if item.owner else item.owner_words
        due = f", by {date_long(item.due_on)}" if item.due_on else ""
        words = f"Action for {whose}{due}: {words}"
    return f"{item.number}.", words


def minutes_pdf(meeting: Meeting) -> bytes:
    """Return the minutes as a PDF. The caller has asked access before."""
    context = {
        "title": heading(meeting),
        "reference": meeting.review.reference,
        "standing": standing(meeting),
        "attendance": list(attendance_lines(meeting, turnout(meeting).places)),
        "sections": [
            (section.heading or "Other matters", list(map(in_words, section.items)))
            for section in minutes_of(meeting)
        ],
        "correction_heads": ["Asked by", "On", "What", "Whether made"],
        "correction_widths": [25, 18, 42, 15],
        "corrections": list(map(correction_lines, meeting.corrections.select_related("asked_by"))),
        "fingerprint": in_groups(text_hash(as_text(meeting))),
    }
    return render_pdf("documents/minutes.html", context, marking=OFFICIAL_SENSITIVE)


def standing(meeting: Meeting) -> str:
    if not meeting.has_agreed_minutes:
        return "Draft. Not agreed."
    where = f" {meeting.minutes_agreed_where}" if meeting.minutes_agreed_where else ""
    return f"Agreed on {date_long(meeting.minutes_agreed_on)}{where}."


def correction_lines(asked: MinutesCorrection) -> list[str]:
    """Return a correction as a row: who asked, when, what, and whether it was made."""
    who = name_of(asked.asked_by) if asked.asked_by else asked.asked_by_words
    made = "Made" if asked.is_made else "Not made"
    return [who, date_long(asked.asked_on), asked.what, made]
