from collections.abc import Mapping, Sequence
from typing import Any

from django import forms as django_forms

from availability.models import Can, OfferedDay
from availability.operations.answering import Said
from documents.forms import ProvenanceForm
from documents.models import Document
from pages import fields, forms

REMARK = "Anything you want to say with it?"


class DaysForm(forms.Form):
    """One question for each of the days, and a remark."""

    remark = fields.ParagraphField(
        label=REMARK,
        help_text="Such as when you would have to leave. Nothing of the case, and nobody’s name.",
        rows=2,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        days: Sequence[OfferedDay],
        choices: Mapping[int, str],
        remark: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.days = days
        self.fields["remark"].initial = remark
        for day in days:
            self.fields[f"day_{day.pk}"] = django_forms.ChoiceField(
                label=day.words,
                choices=Can,
                initial=choices.get(day.pk),
                widget=django_forms.RadioSelect,
                error_messages={"required": f"Select whether you can come on {day.words}"},
            )
        self.order_fields(f"day_{day.pk}" for day in days)

    def said(self) -> Said:
        answers = {day.pk: self.cleaned_data[f"day_{day.pk}"] for day in self.days}
        return Said(choices=answers, remark=self.cleaned_data["remark"])


class EnterForm(DaysForm, ProvenanceForm):
    """An answer that came another way than by the page."""

    def __init__(self, *args: Any, on_behalf_of: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["original"]  # days are said on the telephone; nobody files that
        self.fields["on_behalf_of"].initial = on_behalf_of
        self.fields["remark"].label = "Anything they said with it"
        for day in self.days:
            self.fields[f"day_{day.pk}"].error_messages["required"] = (
                f"Select whether they can come on {day.words}"
            )

    def provenance(self, original: Document | None = None) -> dict[str, Any]:
        return super().provenance(original)
