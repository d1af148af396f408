from typing import Any

from django import forms as django_forms

from documents.forms import ReceivedFileField
from documents.kinds import DocumentKind
from pages import fields, forms
from panels.models import ItemKind, Meeting, MeetingItem, PanelMember
from panels.operations.minutes import Minute


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
    agreed_on = fields.DateField(
        label="When did the panel agree them?",
        help_text="At the next meeting, or by email.",
        called="The agreement",
        error_messages={"required": "Enter the day the panel agreed them"},
    )


class DoneForm(forms.Form):
    done_on = fields.DateField(
        label="When was it done?",
        called="The day",
        error_messages={"required": "Enter the day it was done"},
    )
    note = fields.ParagraphField(label="What came of it?", rows=3, required=False)
