"""Invented things to show every component and every field with, at /components/ in debug."""

from datetime import date, timedelta
from typing import Any

from django import forms as django_forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.paginator import Paginator

from pages import fields, forms
from pages.parts import Blocker, Filter, Row, Task

STEPS = ("Notified", "Decision", "Panel", "Terms", "Evidence", "Drafting", "Agreement", "Quality")
FOUND = [
    ("NOTHING", fields.Hinted("Nothing", hint="We hold no record of anyone in the letter")),
    ("LITTLE", fields.Hinted("A little", hint="Contact, but none of it about abuse")),
    ("MUCH", "Much"),
]
ROUTES = [("EMAIL", "Email"), ("PHONE", "Phone"), ("POST", "Post")]


class GalleryForm(forms.Form):
    """One question of every kind."""

    reference = fields.LineField(label="Reference", width=10, help_text="Such as AB-2026-03")
    died_on = fields.DateField(label="Date of death", help_text="Such as 27 3 2026")
    found_on = fields.DateField(
        label="When was she found?", called="The day she was found", required=False
    )
    rang_at = fields.TimeField(label="Time of the call", help_text="24-hour clock, such as 09:40")
    agencies = fields.NumberField(label="Agencies asked")
    email = fields.EmailField(label="Email address", autocomplete="email")
    password = django_forms.CharField(
        label="Password", widget=django_forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    found = django_forms.ChoiceField(
        label="What did you find?", choices=FOUND, widget=django_forms.RadioSelect
    )
    independent = fields.YesNoField(label="Are you independent of the line management?")
    route = django_forms.ChoiceField(
        label="How it reached us", choices=[("", "Choose one"), *ROUTES], required=False
    )
    told_by = django_forms.MultipleChoiceField(
        label="Told by", choices=ROUTES, widget=django_forms.CheckboxSelectMultiple, required=False
    )
    account = fields.ParagraphField(label="What happened", help_text="In the agency's own words")
    chronology = fields.FileField(label="Chronology", endings=(".docx", ".xlsx", ".csv"))
    searched = django_forms.BooleanField(
        label="We searched under every name in the letter",
        error_messages={"required": "Confirm which records you searched"},
    )


def broken_form() -> GalleryForm:
    """Return a form in which every answer is wrong."""
    wrong = {
        "died_on_day": "31",
        "died_on_month": "2",
        "died_on_year": "2026",
        "found_on_day": "3",
        "rang_at": "25:10",
        "agencies": "some",
        "email": "anna at northside",
    }
    picture = SimpleUploadedFile("scan.tiff", b"not a chronology")
    return GalleryForm(
        {f"broken-{name}": value for name, value in wrong.items()},
        {"broken-chronology": picture},
        prefix="broken",
    )


def examples(today: date) -> dict[str, Any]:
    """Return what templates/pages/gallery.html shows."""
    return {
        "today": today,
        "soon": today + timedelta(days=5),
        "later": today + timedelta(days=40),
        "past": today - timedelta(days=12),
        "steps": STEPS,
        "rows": [
            Row("Reference", "AB-2026-03"),
            Row("Chair", "Priya Raman", href="#chair"),
            Row("Agreed date", "", href="#agreed", verb="Set"),
        ],
        "tasks": [
            Task("Confirm that you are independent", "Done", href="#1", is_done=True),
            Task("Say what you found", "To do", href="#2", hint="Nothing, a little or much"),
            Task("Sign off", "Cannot start yet", hint="Once the report is uploaded"),
        ],
        "reasons": [
            Blocker("Two chronologies are not released: NHS trust, housing", href="#released"),
            Blocker("The chair has not agreed the terms of reference"),
        ],
        "choices": [
            Filter("", "All", 58),
            Filter("waiting", "Not answered", 17),
            Filter("nothing", "Nothing held", 24),
        ],
        "page": Paginator(range(200), 20).page(4),
    }
