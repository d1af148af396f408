from collections.abc import Sequence
from typing import Any

from django import forms as django_forms

from pages import fields, forms
from panels.models import PanelMember
from publications.models import Disposition, PointCategory, PointWeight, QaPoint
from publications.operations.points import Point
from publications.papers.footnotes import Place
from publications.readers.points import ReadPoint
from publications.rules.points import LONGEST_TEXT, TOO_LONG
from reports.models import Draft


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
        max_length=LONGEST_TEXT,
        error_messages={
            "required": "Write what the letter says in this point",
            "max_length": f"This point is %(show_value)s letters long. {TOO_LONG}",
        },
    )
    paragraph_cited = fields.LineField(
        label="Paragraphs it cites",
        help_text="Such as 4.12, 5.1–5.3",
        max_length=200,
        width=20,
        required=False,
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

    def __init__(self, *args: Any, number: int, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"point-{number}", **kwargs)
        told = f"Point {number} is %(show_value)s letters long. {TOO_LONG}"
        self.fields["text"].error_messages["max_length"] = told

    @property
    def is_kept(self) -> bool:
        """Test whether it is to be kept, or put right first. What is left out may be anything."""
        self.is_valid()
        return not self.cleaned_data.get("is_left_out")


def forms_of(points: Sequence[ReadPoint], members: Sequence[PanelMember]) -> list[ReadPointForm]:
    """Return a form for each point read, with what was understood in it."""
    return [
        ReadPointForm(members=members, initial=vars(point), number=number)
        for number, point in enumerate(points, 1)
    ]


def posted_forms(data: Any, members: Sequence[PanelMember]) -> list[ReadPointForm]:
    """Return the forms of a preview as they came back."""
    count = min(int(data.get("count", "0")) if data.get("count", "0").isdecimal() else 0, 200)
    return [ReadPointForm(data, members=members, number=number) for number in range(1, count + 1)]


def known(point: QaPoint) -> dict[str, Any]:
    names = ("text", "paragraph_cited", "version_cited", "category", "weight")
    told = {name: getattr(point, name) for name in names}
    return told | {"given_to": str(point.given_to_id or "")}


class AnswerForm(forms.Form):
    disposition = django_forms.ChoiceField(
        label="What becomes of it?", choices=Disposition, widget=django_forms.RadioSelect
    )
    changed_in = django_forms.ChoiceField(
        label="In which draft did the report change?",
        help_text="The paragraph below then links to it.",
        required=False,
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
        max_length=LONGEST_TEXT,
        required=False,
        error_messages={"max_length": f"Shorten the reasons to {LONGEST_TEXT:,} letters"},
    )
    answered_on = fields.DateField(label="When was this settled?", called="The day it was settled")

    def __init__(self, *args: Any, drafts: Sequence[Draft], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.drafts = {str(draft.pk): draft for draft in drafts}
        choices = [(key, draft.name) for key, draft in self.drafts.items()]
        self.fields["changed_in"].choices = [("", "None, or not yet"), *choices]  # type: ignore[attr-defined]

    def answer(self) -> dict[str, Any]:
        return {**self.cleaned_data, "changed_in": self.drafts.get(self.cleaned_data["changed_in"])}


class PrintReasonForm(forms.Form):
    """Where in the report the reasons of an answer print as a footnote."""

    place = django_forms.ChoiceField(
        label="At the end of which paragraph?",
        error_messages={"required": "Choose the paragraph that calls the footnote"},
    )

    def __init__(self, *args: Any, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {place.name: place for place in places}
        groups: dict[str, list[tuple[str, str]]] = {}
        for place in places:
            heading = place.section.get_kind_display()
            groups.setdefault(heading, []).append((place.name, place.words))
        self.fields["place"].choices = [("", "Choose"), *groups.items()]  # type: ignore[attr-defined]

    def chosen(self) -> Place:
        return self.places[self.cleaned_data["place"]]
