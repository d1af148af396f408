"""How a page asks: every form in one markup, and one summary of what is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField as DjangoBoundField
from django.forms.renderers import TemplatesSetting

from pages.templatetags.sentences import in_sentence

# The first class that fits names the look; a checkbox list is also a radio list to Django.
LOOKS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "govuk-checkboxes__input"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.RadioSelect, "govuk-radios__input"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.PasswordInput, "govuk-input govuk-password-input__input govuk-js-password-input-input"),
    (forms.Textarea, "govuk-textarea"),
    (forms.Select, "govuk-select"),
    (forms.widgets.Input, "govuk-input"),
)


def look(widget: forms.Widget) -> str:
    """Return the class of a widget, with the widths it was given."""
    if widget.is_hidden:
        return ""
    named = next((name for kind, name in LOOKS if isinstance(widget, kind)), "")
    return f"{named} {widget.attrs.get('class', '')}".strip()


class BoundField(DjangoBoundField):
    """A field on a page. What is missing is said by us, in words, not by the browser."""

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        widget = widget or self.field.widget
        built = super().build_widget_attrs(attrs, widget)
        built.pop("required", None)
        if self.use_fieldset:
            built.pop("aria-invalid", None)  # a radio button cannot be invalid, its question can
        if named := look(widget):
            built["class"] = named
        return built

    @property
    def is_tick_box(self) -> bool:
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_optional(self) -> bool:
        return not (self.field.required or self.is_tick_box or self.field.disabled)

    @property
    def error_target(self) -> str:
        """The id that a link in the error summary goes to: the first input that can be mended."""
        if self.is_hidden:
            return ""
        return self.id_for_label or next((str(one.id_for_label) for one in self.subwidgets), "")


class Renderer(TemplatesSetting):
    """Every form of the product, Django's own included, in the markup of templates/django/forms."""

    bound_field_class = BoundField


class Form(forms.Form):
    """A form whose fields say what to do when they are left empty or cannot be taken."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            label = str(field.label or name.replace("_", " "))
            say_what_is_missing(field, label=label)
            say_what_cannot_be_taken(field, label=label)


def say_what_is_missing(field: forms.Field, *, label: str) -> None:
    """Replace Django's "This field is required." where the field has no words of its own."""
    if field.error_messages["required"] != forms.Field.default_error_messages["required"]:
        return
    if label.endswith("?"):
        words = f"Answer “{label}”"
    elif isinstance(field, forms.BooleanField):
        words = f"Confirm: {label}"
    else:
        verb = "Select" if isinstance(field, forms.ChoiceField | forms.FileField) else "Enter"
        words = f"{verb} {in_sentence(label)}"
    field.error_messages["required"] = words


def say_what_cannot_be_taken(field: forms.Field, *, label: str) -> None:
    """Name the field, and what mends it, where Django would say that a value is not valid."""
    this = f"the answer to “{label}”" if label.endswith("?") else in_sentence(label)
    this = this.replace("%", "%%")
    field.error_messages |= {
        "max_length": f"Shorten {this} to %(limit_value)d characters",
        "min_value": f"The lowest number for {this} is %(limit_value)s",
        "max_value": f"The highest number for {this} is %(limit_value)s",
        "null_characters_not_allowed": f"Type {this} again: a character in it cannot be kept",
        "invalid_choice": f"Choose {this} again: what was chosen is not offered",
    } | {
        code: words
        for code, words in field.error_messages.items()
        if code in ("max_length", "min_value", "max_value")
    }


@dataclass(frozen=True)
class Problem:
    """One line of an error summary."""

    words: str
    target: str = ""


def problems(asked: "Iterable[forms.BaseForm | forms.BaseFormSet[Any]]") -> list[Problem]:
    """Return everything wrong with these forms, in the order of the page."""
    found = []
    for form in asked:
        if isinstance(form, forms.BaseFormSet):
            found += [Problem(str(words)) for words in form.non_form_errors()]
            found += problems(form.forms)
        else:
            found += [Problem(str(words)) for words in form.non_field_errors()]
            found += [
                Problem(str(words), bound.error_target)
                for bound in form
                for words in bound.errors
                if isinstance(bound, BoundField)
            ]
    return found
