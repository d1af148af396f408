from collections.abc import Sequence
from typing import Any

from django import forms as django_forms

from clauses.forms import ClauseForm
from clauses.models import ClauseKind, ClauseWording, Library
from pages import forms
from panels.models import KeyLineOfEnquiry


class PickForm(forms.Form):
    """Several clauses at once. Drawn by the page, which shows what each says."""

    clause = django_forms.MultipleChoiceField(
        label="The clauses", error_messages={"required": "Select at least one clause"}
    )

    def __init__(self, *args: Any, wordings: Sequence[ClauseWording], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wordings = {str(one.pk): one for one in wordings}
        self.fields["clause"].choices = [  # type: ignore[attr-defined]
            (pk, one.title) for pk, one in self.wordings.items()
        ]

    def chosen(self) -> list[ClauseWording]:
        """Return what was selected, in the order of the page."""
        ticked = set(self.cleaned_data["clause"])
        return [one for pk, one in self.wordings.items() if pk in ticked]


class KeepWordingForm(ClauseForm):
    """A line of enquiry on its way into a library. It is always a line, so that is not asked."""

    library = django_forms.ChoiceField(
        label="Which library?", widget=django_forms.RadioSelect, required=False
    )
    field_order = ("title", "text", "occasion", "agency_kind", "note", "library", "is_looked_at")

    def __init__(self, *args: Any, libraries: Sequence[Library], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.libraries = {one.slug: one for one in libraries}
        del self.fields["kind"]
        if len(self.libraries) > 1:
            choices = [(slug, one.name) for slug, one in self.libraries.items()]
            self.fields["library"].choices = choices  # type: ignore[attr-defined]
            self.fields["library"].required = True
        else:
            del self.fields["library"]

    def content(self) -> dict[str, Any]:
        """Return the library, the content and whether it was looked at."""
        slug = self.cleaned_data.pop("library", "") or next(iter(self.libraries))
        self.cleaned_data["kind"] = ClauseKind.ENQUIRY
        return {**super().content(), "library": self.libraries[slug]}

    @staticmethod
    def initial_of_line(enquiry: KeyLineOfEnquiry) -> dict[str, Any]:
        return {"text": enquiry.text}
