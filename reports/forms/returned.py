from collections.abc import Mapping, Sequence
from typing import Any

from django import forms as django_forms

from documents.forms import ReceivedFileField
from documents.kinds import DocumentKind
from pages import forms
from reports.models import SectionKind

NOTHING_CHOSEN = "Choose the sections to take"
NO_LONGER_OFFERED = "What stands here has changed since you opened this page: look again"


class ReturnForm(forms.Form):
    file = ReceivedFileField(
        label="The file you wrote in",
        help_text="Nothing changes yet: the next page shows what differs, and you choose.",
        accept=frozenset({DocumentKind.DOCX}),
    )


class TakeForm(forms.Form):
    """
    Which sections to take, each with the version that stood when its page was made.

    `offered`: the sections that can be taken, with that number.
    """

    def __init__(self, *args: Any, offered: Sequence[SectionKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sections"] = django_forms.MultipleChoiceField(
            label="Sections to take",
            choices=[(one.slug, one.label) for one in offered],
            error_messages={"required": NOTHING_CHOSEN, "invalid_choice": NO_LONGER_OFFERED},
        )
        for one in offered:
            self.fields[standing(one)] = django_forms.IntegerField(min_value=0, required=False)

    def taken(self) -> Mapping[SectionKind, int]:
        found = map(SectionKind.of_slug, self.cleaned_data["sections"])
        return {kind: self.cleaned_data[standing(kind)] or 0 for kind in found if kind}


def standing(kind: SectionKind) -> str:
    """Return the name of the field that holds the number of a section's version."""
    return f"standing-{kind.slug}"
