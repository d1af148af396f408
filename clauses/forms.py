from typing import Any

from django import forms as django_forms

from agencies.models import AgencyKind
from clauses.models import ClauseKind, ClauseWording, Content, Occasion
from clauses.queries.shelf import Asked
from pages import fields, forms


class SearchForm(forms.Form):
    q = fields.LineField(label="Search the clauses", required=False, max_length=200)
    kind = django_forms.ChoiceField(
        label="What", required=False, choices=[("", "Everything"), *ClauseKind.choices]
    )
    when = django_forms.ChoiceField(
        label="When", required=False, choices=[("", "Always"), *Occasion.choices]
    )

    def asked(self) -> Asked:
        """Return what is looked for; an answer that is none is left out."""
        said = self.cleaned_data if self.is_valid() else {}
        return Asked(said.get("q", ""), said.get("kind", ""), said.get("when", ""))


class LookedAtField(django_forms.BooleanField):
    """Whoever keeps a wording says that they have read it again."""

    def __init__(self) -> None:
        super().__init__(
            label="I have read it again: it tells of no case",
            help_text="Asked where a word, day or number looks as if it were somebody’s.",
            required=False,
        )


class ClauseForm(forms.Form):
    kind = django_forms.ChoiceField(label="Where does it go?", choices=ClauseKind)
    occasion = django_forms.ChoiceField(
        label="When is it used?", choices=Occasion, initial=Occasion.ANY
    )
    agency_kind = django_forms.ChoiceField(
        label="Which agencies is it for?",
        help_text="Only of a line of enquiry that one kind of agency answers.",
        choices=[("", "Everybody"), *AgencyKind.choices],
        required=False,
    )
    title = fields.LineField(
        label="What is it called?",
        help_text="A few words to find it by, such as seen and asked alone. Never printed.",
        max_length=120,
    )
    text = fields.ParagraphField(
        label="What does it say?",
        help_text="As it would print in any review: no name, no day, no place of a case.",
        rows=6,
        error_messages={"required": "Write the clause"},
        max_length=5000,
    )
    note = fields.ParagraphField(
        label="What should whoever uses it know?",
        rows=2,
        required=False,
        max_length=1000,
    )
    is_looked_at = LookedAtField()

    def content(self) -> dict[str, Any]:
        """Return the content and whether it was looked at, as the operations take them."""
        said = {name: one for name, one in self.cleaned_data.items() if name != "is_looked_at"}
        return {
            "content": Content(**said),
            "is_looked_at": self.cleaned_data["is_looked_at"],
        }

    @staticmethod
    def initial_of(wording: ClauseWording) -> dict[str, Any]:
        return dict(vars(wording.content))
