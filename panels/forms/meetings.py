from collections.abc import Sequence
from typing import Any

from django import forms as django_forms

from documents.forms import ReceivedFileField
from documents.kinds import CORRESPONDENCE, DocumentKind
from pages import fields, forms
from panels.models import Marking, Meeting, Mode, Presence
from panels.operations.meetings import Plan
from panels.queries.meetings import Place

NOT_RECORDED = "NOT_RECORDED"
PAPERS = CORRESPONDENCE | {DocumentKind.XLSX}


def lines(typed: str) -> list[str]:
    """Return the lines of a box that asks for one thing on each."""
    return [line.strip() for line in typed.splitlines() if line.strip()]


class MeetingForm(forms.Form):
    """When, how and about what the panel meets, or met."""

    held_on = fields.DateField(
        label="On which day?",
        called="The day of the meeting",
        help_text="Past or to come.",
        error_messages={"required": "Enter the day of the meeting"},
    )
    starts = fields.TimeField(
        label="Starts", help_text="24-hour clock, such as 10:00", required=False
    )
    ends = fields.TimeField(label="Ends", required=False)
    mode = django_forms.ChoiceField(
        label="How does the panel meet?",
        choices=Mode,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select how the panel meets"},
    )
    place = fields.ParagraphField(
        label="Where, or how to join",
        help_text="Address and room, or the link of the video call. Neither stands in any email.",
        rows=3,
        required=False,
    )
    agenda = fields.ParagraphField(
        label="Agenda",
        help_text="One item on each line. Use no true names of people in the review.",
        rows=8,
        required=False,
    )
    unusual_reason = fields.ParagraphField(
        label="Anything unusual about the day",
        help_text="Needed only where it was before the partnership was told of the death.",
        rows=2,
        required=False,
    )

    def clean_agenda(self) -> list[str]:
        items = lines(self.cleaned_data["agenda"])
        if any(len(item) > 300 for item in items):
            raise django_forms.ValidationError("Each item must be 300 characters or fewer")
        return items

    def plan(self) -> Plan:
        return Plan(**self.cleaned_data)

    @staticmethod
    def initial_of(meeting: Meeting) -> dict[str, Any]:
        """Return a meeting as it stands in the boxes of the form."""
        known = {name: getattr(meeting, name) for name in MeetingForm.base_fields}
        return {**known, "agenda": "\n".join(meeting.agenda)}


class CallOffForm(forms.Form):
    because = fields.ParagraphField(
        label="Why is it called off?",
        rows=2,
        error_messages={"required": "Say why the meeting is called off"},
    )


class AttendanceForm(forms.Form):
    """Who came, asked for each member who sat on the panel on the day."""

    debrief_offered = django_forms.BooleanField(
        label="Members were offered a debrief, or other support with what they read and heard",
        required=False,
    )
    others_attending = fields.ParagraphField(
        label="Who else came, and why?", help_text="One on each line.", rows=3, required=False
    )

    def __init__(self, *args: Any, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = places
        last = list(self.fields)
        for place in places:
            self.ask_about(place)
        self.order_fields([name for name in self.fields if name not in last])

    def ask_about(self, place: Place) -> None:
        member = place.member
        self.fields[f"presence_{member.pk}"] = django_forms.ChoiceField(
            label=member.full_name,
            help_text=member.body or member.get_part_display(),
            choices=[(NOT_RECORDED, "Not recorded"), *Presence.choices],
            error_messages={
                "required": f"Say whether {member.full_name} came",
                "invalid_choice": f"Say again whether {member.full_name} came: what was chosen is "
                "not offered",
            },
        )
        self.fields[f"substitute_{member.pk}"] = fields.LineField(
            label=f"Who came for {member.full_name}?",
            help_text="Name and job title.",
            max_length=200,
            required=False,
        )

    @staticmethod
    def initial_of(meeting: Meeting, places: Sequence[Place]) -> dict[str, Any]:
        found: dict[str, Any] = {
            "others_attending": "\n".join(meeting.others_attending),
            "debrief_offered": meeting.debrief_offered,
        }
        for place in places:
            pk, recorded = place.member.pk, place.attendance
            found[f"presence_{pk}"] = recorded.presence if recorded else NOT_RECORDED
            found[f"substitute_{pk}"] = recorded.substitute if recorded else ""
        return found

    def pairs(self) -> list[tuple[Any, Any]]:
        """Return for each member the two questions about them."""
        return [
            (self[f"presence_{place.member.pk}"], self[f"substitute_{place.member.pk}"])
            for place in self.places
        ]

    def clean_others_attending(self) -> list[str]:
        return lines(self.cleaned_data["others_attending"])

    def presences(self) -> dict[int, tuple[str, str]]:
        """Return by member what was answered; a substitute counts only where one came."""
        found = {}
        for place in self.places:
            pk = place.member.pk
            presence = self.cleaned_data[f"presence_{pk}"]
            if presence != NOT_RECORDED:
                came = presence == Presence.SUBSTITUTE
                found[pk] = (presence, self.cleaned_data[f"substitute_{pk}"] if came else "")
        return found


class PaperForm(forms.Form):
    paper = ReceivedFileField(label="The paper", accept=PAPERS)
    title = fields.LineField(
        label="Title", help_text="As the agenda calls it, without true names.", max_length=200
    )
    marking = django_forms.ChoiceField(
        label="Marking",
        choices=Marking,
        initial=Marking.OFFICIAL_SENSITIVE,
        widget=django_forms.RadioSelect,
    )
