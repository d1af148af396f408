from collections.abc import Sequence
from typing import Any

from django import forms as django_forms

from documents.forms import ReceivedFileField
from documents.kinds import DocumentKind
from pages import fields, forms
from pages.templatetags.dates import date_long
from panels.models import AgreementRound, ItemKind, Meeting, MeetingItem, PanelMember
from panels.operations.minutes import Correction, Minute


class OwnerChoice(django_forms.ModelChoiceField):  # type: ignore[type-arg]
    """A member of the panel, by name and body."""

    def label_from_instance(self, obj: Any) -> str:
        return ", ".join(filter(None, [obj.full_name, obj.body]))


class MinuteForm(forms.Form):
    """One paragraph of minutes."""

    kind = django_forms.ChoiceField(
        label="What is it?",
        choices=[
            (ItemKind.DISCUSSION, fields.Hinted("Discussion", hint="What was said")),
            (ItemKind.DECISION, fields.Hinted("Decision", hint="What the panel decided")),
            (ItemKind.ACTION, fields.Hinted("Action", hint="Who is to do what, by when")),
        ],
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select whether it is a discussion, a decision or an action"},
    )
    heading = django_forms.ChoiceField(label="Under which item of the agenda?", required=False)
    words = fields.ParagraphField(
        label="Words of the minutes",
        help_text="Use the pseudonyms of people in the review.",
        error_messages={"required": "Enter the words of the minutes"},
    )
    owner = OwnerChoice(
        label="For an action: whose is it?",
        queryset=PanelMember.objects.none(),
        empty_label="Nobody on the panel",
        required=False,
    )
    owner_words = fields.LineField(
        label="Or somebody else’s",
        help_text="A name and body, or such as: all agencies.",
        max_length=200,
        required=False,
    )
    due_on = fields.DateField(
        label="For an action: by which day?", called="The day it is due", required=False
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = self.initial.get("heading")
        headings = list(dict.fromkeys([*meeting.agenda, *([kept] if kept else [])]))
        self.fields["heading"].choices = [  # type: ignore[attr-defined]
            ("", "None of them"),
            *((heading, heading) for heading in headings),
        ]
        if not headings:
            del self.fields["heading"]
        self.fields["owner"].queryset = (  # type: ignore[attr-defined]
            meeting.review.panel_members.seated_on(meeting.held_on)
            .in_order()
            .select_related("involvement__agency")
        )

    def minute(self) -> Minute:
        return Minute(**self.cleaned_data)

    @staticmethod
    def initial_of(item: MeetingItem) -> dict[str, Any]:
        """Return a paragraph as it stands in the boxes of the form."""
        return {name: getattr(item, name) for name in MinuteForm.base_fields}


class MinutesFileForm(forms.Form):
    minutes = ReceivedFileField(
        label="The minutes", accept=frozenset({DocumentKind.DOCX, DocumentKind.PDF})
    )


class AgreeForm(forms.Form):
    where = django_forms.ChoiceField(
        label="Where did the panel agree them?",
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select where the panel agreed them"},
    )
    agreed_on = fields.DateField(
        label="When did the panel agree them?",
        called="The agreement",
        error_messages={"required": "Enter the day the panel agreed them"},
    )

    def __init__(
        self,
        *args: Any,
        meetings: Sequence[Meeting],
        rounds: Sequence[AgreementRound],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.meetings = {f"meeting-{one.number}": one for one in meetings}
        self.rounds = {f"round-{one.pk}": one for one in rounds}
        self.fields["where"].choices = [  # type: ignore[attr-defined]
            *((key, f"{one.name}, {date_long(one.held_on)}") for key, one in self.meetings.items()),
            *(
                (key, fields.Hinted("By round", hint=one.outcome_words))
                for key, one in self.rounds.items()
            ),
            ("otherwise", "By email, or otherwise"),
        ]

    def agreement(self) -> dict[str, Any]:
        """Return what was answered, as `operations.minutes.agree_minutes` takes it."""
        where = self.cleaned_data["where"]
        return {
            "agreed_on": self.cleaned_data["agreed_on"],
            "at_meeting": self.meetings.get(where),
            "in_round": self.rounds.get(where),
        }


class CorrectionForm(forms.Form):
    """What somebody asked to be corrected in draft minutes."""

    asked_by = OwnerChoice(
        label="Who asked for it?",
        queryset=PanelMember.objects.none(),
        empty_label="Nobody on the panel",
        required=False,
    )
    asked_by_words = fields.LineField(
        label="Or somebody else", help_text="A name and body.", max_length=200, required=False
    )
    asked_on = fields.DateField(
        label="When did they ask?",
        called="The day",
        error_messages={"required": "Enter the day they asked"},
    )
    what = fields.ParagraphField(
        label="What did they ask to be corrected?",
        help_text="Use the pseudonyms of people in the review.",
        rows=4,
        error_messages={"required": "Say what they asked to be corrected"},
    )
    is_made = fields.YesNoField(
        label="Are the minutes changed accordingly?",
        error_messages={"required": "Select whether the minutes are changed"},
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked_by"].queryset = (  # type: ignore[attr-defined]
            meeting.review.panel_members.taken().in_order().select_related("involvement__agency")
        )

    def correction(self) -> Correction:
        return Correction(**self.cleaned_data)


class DoneForm(forms.Form):
    done_on = fields.DateField(
        label="When was it done?",
        called="The day",
        error_messages={"required": "Enter the day it was done"},
    )
    note = fields.ParagraphField(label="What came of it?", rows=3, required=False)
