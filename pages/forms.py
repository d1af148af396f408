"""How a page asks: every form in one markup, and one summary of what is wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, cast

from django import forms
from django.forms.boundfield import BoundField as DjangoBoundField
from django.forms.renderers import TemplatesSetting

from pages import limits, standing
from pages.templatetags.sentences import in_sentence

if TYPE_CHECKING:
    from django.http import QueryDict

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

# What a label ends in that its field goes on with: "Answers due by"
UNFINISHED = (" a", " at", " by", " for", " from", " of", " on", " to")
NOT_SENT_ALONG = (
    "Something that this page sends along did not arrive. Open the page again and enter there what "
    "you entered here"
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


class Refusal(Protocol):
    """Why something is not done, and the field or the page that mends it."""

    field: str
    href: str


class Form(forms.Form):
    """
    A form whose fields say what to do when they are left empty or cannot be taken.

    changing: the values of the record that it changes, by field: its initial values, and what
    nobody writes over who has not seen it.
    """

    def __init__(
        self, *args: Any, changing: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> None:
        if changing is not None:
            kwargs["initial"] = dict(changing)
        self.words_given: dict[str, dict[str, str]] = {}  # by field and code, those of give_words
        super().__init__(*args, **kwargs)
        self.mended_at: dict[str, str] = {}  # by the words of a refusal, the page that mends it
        self.changing = changing
        if changing is not None:
            self.fields[standing.NAME] = standing.field_of(changing)
        self.give_words()

    def full_clean(self) -> None:
        self.give_words()  # to those, too, that a form added for its review, its panel, its file
        super().full_clean()
        if self.is_bound and self.changing is not None:
            self.look_out_for_others(self.cleaned_data.pop(standing.NAME, ""), self.changing)

    def look_out_for_others(self, posted: str, stands: Mapping[str, Any]) -> None:
        """
        Keep what somebody else changed since this was opened where it was left alone here, and show
        it where it was not; sent again, what is typed takes its place.
        """
        stood = standing.stood_in(posted)
        shown: dict[str, Any] = {}
        for name in standing.changed_since(stood, stands):
            field, now = self.fields.get(name), stands.get(name)
            if field is None or not field.has_changed(now, self[name].data):
                continue
            given = self.cleaned_data.get(name)
            if standing.is_left_alone(given, now, stood.get(name, standing.NOTHING)):
                self.cleaned_data[name] = standing.as_given(now, like=given)
            else:
                label = str(field.label or name.replace("_", " "))
                self.add_error(name, standing.words_for(label, field, now))
                shown[name] = now
        if shown:  # of what was left alone the page goes on to carry what stood
            data = cast("QueryDict", self.data).copy()
            data[self.add_prefix(standing.NAME)] = standing.sums_of(shown, before=stood)
            self.data = data

    def give_words(self) -> None:
        """
        Give every field its limit, and words for what is missing or cannot be taken: anew where a
        form has called it something else since.
        """
        for name, field in self.fields.items():
            limits.limit_text(field, name=name)
            before = self.words_given.get(name, {})
            words = words_for(field, label=str(field.label or name.replace("_", " ")))
            field.error_messages |= {
                code: said
                for code, said in words.items()
                if not has_own_words(field, code) or field.error_messages[code] == before.get(code)
            }
            self.words_given[name] = words

    @property
    def in_summary(self) -> str:
        """What the summary of a page calls this form, where it stands among others like it."""
        return ""

    def refuse(self, refusal: "Refusal") -> None:
        """Show why something was refused, at its field where the form has it."""
        self.add_error(refusal.field if refusal.field in self.fields else None, str(refusal))
        if refusal.href:
            self.mended_at[str(refusal)] = refusal.href


def say_what_is_missing(field: forms.Field, *, label: str) -> None:
    """Replace Django's "This field is required." where the field has no words of its own."""
    if not has_own_words(field, "required"):
        field.error_messages["required"] = what_is_missing(field, label=label)


def words_for(field: forms.Field, *, label: str) -> dict[str, str]:
    """Return what is said of a field, by Django's code for what is wrong with it."""
    words = {
        "required": what_is_missing(field, label=label),
        **what_cannot_be_taken(field, label=label),
    }
    if field.widget.is_hidden:  # nobody typed it, and nobody can mend it where it stands
        return dict.fromkeys([*words, "invalid"], NOT_SENT_ALONG)
    return words


def what_is_missing(field: forms.Field, *, label: str) -> str:
    if label.endswith("?"):
        return f"Answer “{label}”"
    if isinstance(field, forms.BooleanField):
        return f"Confirm: {label}"
    if label.endswith(UNFINISHED):
        return f"Fill in “{label}”"
    verb = "Select" if isinstance(field, forms.ChoiceField | forms.FileField) else "Enter"
    return f"{verb} {in_sentence(label)}"


def what_cannot_be_taken(field: forms.Field, *, label: str) -> dict[str, str]:
    """Name the field, and what mends it, where Django would say that a value is not valid."""
    is_answer = label.endswith(("?", *UNFINISHED))
    this = f"the answer to “{label}”" if is_answer else in_sentence(label)
    this = this.replace("%", "%%")
    again = f"Choose {this} again: what was chosen is not offered"
    words = {
        "max_length": f"Shorten {this} to %(limit_value)s characters: it has %(show_value)s",
        "min_value": f"The lowest number for {this} is %(limit_value)s",
        "max_value": f"The highest number for {this} is %(limit_value)s",
        "null_characters_not_allowed": f"Enter {this} again as plain text: it holds a character "
        "that cannot be seen or kept",
        **dict.fromkeys(("invalid_choice", "invalid_list", "invalid_pk_value"), again),
    }
    if isinstance(field, forms.FileField):
        del words["max_length"]  # of its name, which intake makes fit
    return words


def has_own_words(field: forms.Field, code: str) -> bool:
    """Test whether somebody gave a field other words than Django’s for what is wrong with it."""
    usual: dict[str, Any] = {}
    for kind in reversed(type(field).__mro__):
        if kind.__module__.startswith("django."):
            usual |= getattr(kind, "default_error_messages", {})
    return code in field.error_messages and field.error_messages[code] != usual.get(code)


@dataclass(frozen=True)
class Problem:
    """One line of an error summary."""

    words: str
    target: str = ""
    href: str = ""


def named(form: forms.BaseForm, words: str) -> str:
    """Say of which of several like forms on a page these words are."""
    called = form.in_summary if isinstance(form, Form) else ""
    return f"{called}: {words}" if called else words


def problems(asked: "Iterable[forms.BaseForm | forms.BaseFormSet[Any]]") -> list[Problem]:
    """Return everything wrong with these forms, in the order of the page."""
    found = []
    for form in asked:
        if isinstance(form, forms.BaseFormSet):
            found += [Problem(str(words)) for words in form.non_form_errors()]
            found += problems(form.forms)
        else:
            elsewhere = form.mended_at if isinstance(form, Form) else {}
            found += [
                Problem(named(form, str(words)), href=elsewhere.get(str(words), ""))
                for words in form.non_field_errors()
            ]
            found += [
                Problem(named(form, str(words)), bound.error_target)
                for bound in form
                for words in bound.errors
                if isinstance(bound, BoundField)
            ]
    return found
