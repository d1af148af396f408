from collections.abc import Sequence
from typing import Any

from django import forms as django_forms

from pages import fields, forms
from panels.models import PanelMember
from publications.models import Disposition, PointCategory, PointWeight, QaPoint
from publications.operations.points import Point
from publications.readers.points import ReadPoint


class PasteForm(forms.Form):
    pasted = fields.ParagraphField(
        label="Paste the points of the letter",
        help_text="One to a line, or with their bullets or numbers. You check what was understood "
        "before anything is kept.",
        rows=14,
        error_messages={"required": "Paste the points, or add them one by one"},
    )


class PointForm(forms.Form):
    """One point: as it was read from a pasted letter, or as somebody types it."""

    text = fields.ParagraphField(
        label="What the letter says",
        help_text="In its own words.",
        rows=4,
        error_messages={"required": "Write what the letter says in this point"},
    )
    paragraph_cited = fields.LineField(
        label="Paragraph it cites", max_length=40, width=10, required=False
    )
    version_cited = fields.LineField(
        label="Version of the report it cites", max_length=40, width=10, required=False
    )
    weight = django_forms.ChoiceField(label="How much it asks", choices=PointWeight)
    category = django_forms.ChoiceField(label="What it is about", choices=PointCategory)
    given_to = django_forms.ChoiceField(label="Who answers it", required=False)

    def __init__(self, *args: Any, members: Sequence[PanelMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = {str(member.pk): member for member in members}
        people = [(key, member.full_name) for key, member in self.members.items()]
        self.fields["given_to"].choices = [("", "Nobody yet"), *people]  # type: ignore[attr-defined]

    def point(self) -> Point:
        said = self.cleaned_data
        names = ("text", "paragraph_cited", "version_cited", "category", "weight")
        return Point(
            **{name: said[name] for name in names},
            given_to=self.members.get(said["given_to"]),
        )


class ReadPointForm(PointForm):
    """A point as it was understood: kept, unless somebody leaves it out."""

    is_left_out = django_forms.BooleanField(label="Leave this one out", required=False)


def forms_of(points: Sequence[ReadPoint], members: Sequence[PanelMember]) -> list[ReadPointForm]:
    """Return a form for each point read, with what was understood in it."""
    return [
        ReadPointForm(members=members, initial=vars(point), prefix=f"point-{number}")
        for number, point in enumerate(points, 1)
    ]


def posted_forms(data: Any, members: Sequence[PanelMember]) -> list[ReadPointForm]:
    """Return the forms of a preview as they came back."""
    count = min(int(data.get("count", "0")) if data.get("count", "0").isdecimal() else 0, 200)
    return [
        ReadPointForm(data, members=members, prefix=f"point-{number}")
        for number in range(1, count + 1)
    ]


def known(point: QaPoint) -> dict[str, Any]:
    names = ("text", "paragraph_cited", "version_cited", "category", "weight")
    told = {name: getattr(point, name) for name in names}
    return told | {"given_to": str(point.given_to_id or "")}


class AnswerForm(forms.Form):
    disposition = django_forms.ChoiceField(
        label="What becomes of it?", choices=Disposition, widget=django_forms.RadioSelect
    )
    where_changed = fields.LineField(
        label="Where did the report change?",
        help_text="The number of the paragraph, such as 4.12.",
        max_length=200,
        required=False,
    )
    reasons = fields.ParagraphField(
        label="Reasons",
        help_text="Needed where it is not wholly adopted. The Home Office reads them: call people "
        "by pseudonym.",
        rows=5,
        required=False,
    )
    answered_on = fields.DateField(label="When was this settled?", called="The day it was settled")
