from typing import Any

from django import forms as django_forms

from learning.models import Theme
from learning.rules.themes import LONGEST
from pages import fields, forms


class NameForm(forms.Form):
    name = fields.LineField(
        label="What is it about?",
        help_text="In two or three words that name nobody, such as routine enquiry",
        max_length=100,
    )


class ThemeField(django_forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class TogetherForm(forms.Form):
    """into: the theme that stands for both."""

    into = ThemeField(
        queryset=Theme.objects.none(), label="Which theme stands for both?", empty_label=None
    )

    def __init__(self, *args: Any, theme: Theme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Theme.objects.standing().filter(partnership=theme.partnership_id)
        choice = self.fields["into"]
        if isinstance(choice, django_forms.ModelChoiceField):
            choice.queryset = others.exclude(pk=theme.pk).order_by("name")


class GiveThemesForm(forms.Form):
    themes = fields.ParagraphField(
        label="What is it about?",
        help_text="Two or three words for each theme, one theme on each line. None takes all away.",
        rows=3,
        required=False,
        max_length=500,
    )

    def clean_themes(self) -> list[str]:
        """Return a theme for each line."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["themes"].splitlines()]
        if any(len(line) > LONGEST for line in lines):
            raise django_forms.ValidationError(f"A theme has at most {LONGEST} letters")
        return [line for line in lines if line]
