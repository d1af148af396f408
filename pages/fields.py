"""The questions a form can ask, beyond Django's own: dates, times, lines, yes or no, files."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any, NoReturn
from unicodedata import category

from django import forms
from django.core.exceptions import ValidationError
from django.core.files import File

from pages.forms import BoundField
from pages.widgets import PARTS, DateParts, InlineRadios, typed_parts

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONGEST_LINE = 200
LONGEST_EMAIL = 254  # as long as an address may be that mail reaches, and as our records hold
UNSEEN = ("Cc", "Cf")  # categories of what shows nothing, or turns the direction of writing
# Joiners are part of how some scripts are written; the null character is refused in words
NOT_TAKEN_OUT = frozenset("\t\0\u200c\u200d")
TIME = re.compile(r"^(\d{1,2})[:.]?(\d{2})$")
FORMATS = {
    ".docx": "Word (.docx)",
    ".xlsx": "Excel (.xlsx)",
    ".csv": "CSV",
    ".odt": "OpenDocument text (.odt)",
    ".ods": "OpenDocument spreadsheet (.ods)",
    ".pdf": "PDF",
    ".eml": "email (.eml)",
    ".msg": "Outlook email (.msg)",
    ".ics": "calendar (.ics)",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".txt": "text (.txt)",
}
# What another kind is saved anew as, where that will do
SAVED_AS = {
    (".doc", ".odt", ".rtf"): (".docx", "Word document (.docx)"),
    (".xls", ".xlsb", ".ods"): (".xlsx", "Excel workbook (.xlsx)"),
}


class Hinted(str):
    """The label of a choice with a line of explanation beneath it."""

    hint: str

    def __new__(cls, label: str, *, hint: str = "") -> "Hinted":
        hinted = super().__new__(cls, label)
        hinted.hint = hint
        return hinted


class LineField(forms.CharField):
    """
    One line of text. `width` is the number of characters to expect: 2, 3, 4, 5, 10 or 20.

    What was pasted from several lines becomes one, without what cannot be seen, so that a name or
    a title stands everywhere as it was read; what is too long is said, not cut unseen.
    """

    def __init__(
        self, *, width: int | None = None, autocomplete: str = "off", **kwargs: Any
    ) -> None:
        attrs = {"autocomplete": autocomplete}
        if width:
            attrs["class"] = f"govuk-input--width-{width}"
        defaults = {"widget": forms.TextInput(attrs=attrs), "max_length": LONGEST_LINE}
        super().__init__(**{**defaults, **kwargs})

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {k: v for k, v in super().widget_attrs(widget).items() if k != "maxlength"}

    def to_python(self, value: Any) -> Any:
        typed = super().to_python(value)
        return seen(" ".join(typed.splitlines())) if isinstance(typed, str) else typed


def seen(line: str) -> str:
    """Return a line without what shows nothing in it, and without spaces around it."""
    kept = (c for c in line if c in NOT_TAKEN_OUT or category(c) not in UNSEEN)
    return "".join(kept).strip()


class ParagraphField(forms.CharField):
    """
    Text kept as typed, of any length where no `max_length` is given and it is no reason or answer:
    see `pages.limits`.

    What is too long is said, not cut unseen.
    """

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(**{"widget": forms.Textarea(attrs={"rows": rows}), **kwargs})

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {k: v for k, v in super().widget_attrs(widget).items() if k != "maxlength"}


class EmailField(forms.EmailField):
    default_error_messages = {
        "required": "Enter an email address",
        "invalid": "Enter an email address in the correct format, like name@example.com",
    }

    def __init__(self, *, autocomplete: str = "off", **kwargs: Any) -> None:
        attrs = {"autocomplete": autocomplete, "spellcheck": "false"}
        defaults = {"widget": forms.EmailInput(attrs=attrs), "max_length": LONGEST_EMAIL}
        super().__init__(**{**defaults, **kwargs})


class NumberField(forms.IntegerField):
    """A whole number, typed."""

    default_error_messages = {"invalid": "Enter a whole number, like 12"}

    def __init__(self, *, width: int = 4, **kwargs: Any) -> None:
        attrs = {"inputmode": "numeric", "class": f"govuk-input--width-{width}"}
        super().__init__(**{"widget": forms.TextInput(attrs=attrs), **kwargs})


# Thousands apart by a comma or a space, or not at all; pence behind a point
POUNDS = re.compile(r"-?([0-9]+|[0-9]{1,3}([, ][0-9]{3})+)(\.[0-9]*)?")


class MoneyField(forms.DecimalField):
    """An amount in pounds, typed as 1250, 1,250 or £1,250.50. More than nothing, to the penny."""

    default_error_messages = {
        "invalid": "Enter an amount in pounds, like 1,250 or 1250.50",
        "max_decimal_places": "Enter an amount to the penny, like 1250.50",
        "max_digits": "Enter an amount below 10 million pounds",
        "max_whole_digits": "Enter an amount below 10 million pounds",
        "min_value": "Enter an amount that is more than nothing",
    }

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "decimal", "class": "govuk-input--width-10", "autocomplete": "off"}
        defaults = {
            "widget": forms.TextInput(attrs=attrs), "max_digits": 9, "decimal_places": 2,
            "min_value": Decimal("0.01"),
        }  # fmt: skip
        super().__init__(**{**defaults, **kwargs})

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.strip().removeprefix("£").strip()
            if value and not POUNDS.fullmatch(value):  # "12,50" is no twelve hundred
                raise ValidationError(self.error_messages["invalid"], code="invalid")
            value = re.sub("[, ]", "", value)
        return super().to_python(value)


class YesNoField(forms.TypedChoiceField):
    """A question answered yes or no: True, False, or None where it may be left open."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[("yes", "Yes"), ("no", "No")],
            coerce=lambda answer: answer == "yes",
            empty_value=None,
            widget=InlineRadios(),
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value)


class TimeField(forms.CharField):
    """A time of day on the 24-hour clock, typed as 9:40, 09.40 or 0940."""

    default_error_messages = {"invalid": "Enter a time on the 24-hour clock, like 09:40"}

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"class": "govuk-input--width-5", "autocomplete": "off"}
        super().__init__(**{"widget": forms.TextInput(attrs=attrs), **kwargs})

    def clean(self, value: Any) -> time | None:
        typed = super().clean(value)
        if not typed:
            return None
        found = TIME.match(typed)
        try:
            return time(int(found[1]), int(found[2])) if found else self.refuse()
        except ValueError:
            return self.refuse()

    def refuse(self) -> NoReturn:
        raise ValidationError(self.error_messages["invalid"], code="invalid")

    def prepare_value(self, value: Any) -> Any:
        return value.strftime("%H:%M") if isinstance(value, time) else value


class DateBoundField(BoundField):
    """A date on a page: knows which of its three inputs to mend."""

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        return {**super().build_widget_attrs(attrs, widget), "faulty": self.faulty_parts}

    @property
    def faulty_parts(self) -> tuple[str, ...]:
        if not self.errors:
            return ()
        named = [(error.params or {}).get("parts") for error in self.errors.as_data()]
        return next((parts for parts in named if parts), tuple(PARTS))

    @property
    def error_target(self) -> str:
        return f"{self.auto_id}_{self.faulty_parts[0]}" if self.faulty_parts else ""


class DateField(forms.Field):
    """
    A calendar date, typed as day, month and year. A month may be a number or a name.

    called: what the messages call it, where the label is a question: "Date of death".
    """

    widget = DateParts
    bound_field_class = DateBoundField
    default_error_messages = {
        "incomplete": "%(called)s must include a %(missing)s",
        "short_year": "%(called)s must have a year of 4 numbers, like 2026",
        "unreal": "%(called)s must be a real date",
    }

    def __init__(self, *, called: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.called = called

    def to_python(self, value: date | Mapping[str, str] | None) -> date | None:
        if not value:
            return None
        if isinstance(value, date):
            return value
        if missing := tuple(part for part in PARTS if not value[part]):
            raise self.problem("incomplete", parts=missing, missing=" and ".join(missing))
        if not re.fullmatch(r"\d{4}", value["year"]):
            raise self.problem("short_year", parts=("year",))
        month = month_number(value["month"])
        if not 1 <= month <= 12:
            raise self.problem("unreal", parts=("month",))
        try:
            return date(int(value["year"]), month, int(value["day"]))
        except ValueError:
            raise self.problem("unreal", parts=("day",)) from None

    def problem(self, code: str, **params: object) -> ValidationError:
        called = self.called or self.label or "The date"
        return ValidationError(
            self.error_messages[code], code=code, params={"called": called, **params}
        )

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(typed_parts(initial) != typed_parts(data))


def month_number(typed: str) -> int:
    """Return 3 for "3", "03", "Mar" or "march", and 0 for what is no month."""
    if typed.isascii() and typed.isdigit():
        return int(typed)
    start = typed[:3].lower()
    return MONTHS.index(start) + 1 if start in MONTHS else 0


class FileField(forms.FileField):
    """
    One file to upload. The limits stand in the hint; what the file truly is, intake decides.

    endings: what may be chosen, such as (".docx", ".pdf").
    """

    default_error_messages = {
        "empty": "The selected file is empty",
        "ending": "The selected file must be a %(formats)s file",
        "save_as": (
            "A file that ends in %(ending)s cannot be read here. Open it in the program it was "
            "made with, choose Save as “%(better)s” and send the new file"
        ),
        "size": "The selected file must be no larger than %(megabytes)s MB",
    }

    def __init__(
        self, *, endings: Iterable[str], megabytes: int = 25, help_text: str = "", **kwargs: Any
    ) -> None:
        self.endings = tuple(endings)
        self.megabytes = megabytes
        limits = f"{self.formats}, up to {megabytes} MB."
        super().__init__(
            widget=forms.FileInput(attrs={"accept": ",".join(self.endings)}),
            help_text=f"{help_text} {limits}".strip(),
            **kwargs,
        )

    @property
    def formats(self) -> str:
        """What may be chosen, as spoken: "Word (.docx), Excel (.xlsx) or CSV"."""
        *names, last = dict.fromkeys(FORMATS.get(ending, ending) for ending in self.endings)
        return f"{', '.join(names)} or {last}" if names else last

    def to_python(self, data: Any) -> "File[Any] | None":
        upload = super().to_python(data)
        if upload is None:
            return None
        if not (upload.name or "").lower().endswith(self.endings):
            raise self.of_another_kind((upload.name or "").lower())
        if (upload.size or 0) > self.megabytes * 1024 * 1024:
            raise self.problem("size", megabytes=self.megabytes)
        return upload

    def of_another_kind(self, name: str) -> ValidationError:
        """Say what will do; and how to save a file anew, where that is all it needs."""
        for endings, (better, words) in SAVED_AS.items():
            if name.endswith(endings) and better in self.endings:
                ending = next(one for one in endings if name.endswith(one))
                return self.problem("save_as", ending=ending, better=words)
        return self.problem("ending", formats=self.formats)

    def problem(self, code: str, **params: object) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=params)
