"""How a page asks for a published report, and for what each line of it is."""

import re
from datetime import date
from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError

from documents.forms import ReceivedFileField
from learning.readers.lines import ReadLine, Take
from learning.readers.paragraphs import READ
from pages import fields, forms

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
MONTH = re.compile(r"(?P<month>[A-Za-z]{3,9}|\d{1,2})[\s./-]+(?P<year>\d{4})")
EARLIEST = 2011  # reviews are made under the Act since then
TAKEN_AS = [
    (Take.RECOMMENDATION.value, "Recommendation"),
    (Take.LEARNING.value, "Learning point"),
    (Take.LEFT_OUT.value, "Leave out"),
]


class MonthField(fields.LineField):
    """A month and a year: the first day of it."""

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        found = MONTH.fullmatch(typed.strip())
        month = month_named(found["month"]) if found else 0
        if not found or not month or int(found["year"]) < EARLIEST:
            raise ValidationError(f"Write a month and a year since {EARLIEST}, such as May 2019")
        return date(int(found["year"]), month, 1)


def month_named(words: str) -> int:
    """Return the number of a month; 0 where it is none."""
    if words.isdigit():
        return int(words) if 1 <= int(words) <= len(MONTHS) else 0
    fits = [place for place, name in enumerate(MONTHS, 1) if name.startswith(words.casefold())]
    return fits[0] if len(fits) == 1 else 0


class BringInForm(forms.Form):
    title = fields.LineField(
        label="What is the report called?",
        help_text="As it was published, such as: Overview report into the death of Maris",
        max_length=200,
    )
    published_by = fields.LineField(
        label="Which partnership published it?", help_text="Ours or another", max_length=200
    )
    published_in = MonthField(
        label="When was it published?", help_text="Month and year, such as May 2019", width=20
    )
    link = django_forms.URLField(
        label="Where can it be read?",
        help_text="The address of its public page, beginning with https://",
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": "Enter the whole address, beginning with https://"},
    )
    report = ReceivedFileField(
        label="The report, or a table of its recommendations",
        accept=READ,
        help_text="Or paste the words below.",
        required=False,
    )
    pasted = fields.ParagraphField(
        label="Its recommendations and learning points",
        help_text="Copied out of the report, headings as well",
        rows=8,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and bool(said.get("report")) == bool(said.get("pasted", "").strip()):
            raise ValidationError("Choose a file or paste the words, one of the two")
        return said


class LineForm(forms.Form):
    """
    One line that was read. An empty line in its text makes two of it; `joins` puts it to the one
    before.
    """

    take = django_forms.ChoiceField(label="This is a", choices=TAKEN_AS)
    joins = django_forms.BooleanField(label="It belongs to the line before", required=False)
    number = fields.LineField(label="Number", width=5, required=False, max_length=20)
    text = fields.ParagraphField(
        label="Words", help_text="An empty line makes two of it.", rows=3, required=False
    )
    addressee = fields.LineField(label="To whom", required=False, max_length=200)
    themes = fields.ParagraphField(
        label="What is it about?", rows=1, required=False, help_text="One theme on each line."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].strip = False  # type: ignore[attr-defined]


def forms_of(lines: list[ReadLine], said: Any = None) -> list[LineForm]:
    """Return a form for each line, filled in by what was posted or by what was read."""
    return [
        LineForm(said, prefix=f"line-{place}", initial=vars(line))
        for place, line in enumerate(lines)
    ]


def lines_said(filled: list[LineForm]) -> list[ReadLine]:
    """Return the lines as somebody put them: split, put together, left out. Forms must be valid."""
    lines: list[ReadLine] = []
    for form in filled:
        said = form.cleaned_data
        parts = [part.strip() for part in re.split(r"\n\s*\n", unbroken(said["text"]))]
        parts = [part for part in parts if part]
        if said["joins"] and lines and parts:
            lines[-1] = joined(lines[-1], parts[0])
            parts = parts[1:]
        for place, part in enumerate(parts):
            lines.append(
                ReadLine(
                    take=Take(said["take"]),
                    text=part,
                    number="" if place else said["number"],
                    addressee=said["addressee"],
                    themes=unbroken(said["themes"]),
                )
            )
    return lines


def joined(line: ReadLine, more: str) -> ReadLine:
    return ReadLine(**{**vars(line), "text": f"{line.text}\n{more}"})


def unbroken(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n")
