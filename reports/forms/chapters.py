from typing import Any

from django import forms as django_forms
from django.forms.boundfield import BoundField

from pages import fields, forms
from reports.queries.assembly.chapters import Chosen


class ChaptersForm(forms.Form):
    """For each chapter its place and its title; for some, why it is left out."""

    def __init__(self, *args: Any, chapters: list[Chosen], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chapters = chapters
        for place, one in enumerate(chapters, 1):
            self.fields[f"place_{one.key}"] = django_forms.IntegerField(
                label="Place",
                initial=place,
                min_value=1,
                max_value=99,
                error_messages={"required": f"Say where “{one.usual_title}” stands"},
                widget=django_forms.TextInput(
                    attrs={"inputmode": "numeric", "class": "govuk-input--width-2"}
                ),
            )
            self.fields[f"title_{one.key}"] = fields.LineField(
                label="Own title", initial=one.own_title, required=False, max_length=120
            )
            if one.may_be_left_out:
                self.fields[f"because_{one.key}"] = fields.LineField(
                    label="Left out because", initial=one.because, required=False
                )

    @property
    def rows(self) -> list[tuple[Chosen, list[BoundField]]]:
        """Each chapter with what is asked of it."""
        return [
            (
                one,
                [
                    self[f"{name}_{one.key}"]
                    for name in ("place", "title", "because")
                    if f"{name}_{one.key}" in self.fields
                ],
            )
            for one in self.chapters
        ]
