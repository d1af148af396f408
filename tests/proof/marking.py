"""
Words that stand nowhere else: what a factory writes meanwhile carries one in each of its texts.

A marker names whose it is, which record and which field, so that a leak says what leaked.
"""

import io
import re
import subprocess
import zipfile
from contextlib import contextmanager
from unittest.mock import patch

import pikepdf
from django.db import models
from factory.django import DjangoModelFactory

MARK = re.compile(r"Zqx\w+?canary")
# What is common to all partnerships, or is no words of anybody's
SHARED = {
    "User", "CommunitySafetyPartnership", "Post", "Agency", "AgencyContact", "AgencyLead",
    "Membership", "Document", "Message",
}  # fmt: skip
NO_WORDS = re.compile(
    r"slug|pseudonym$|reference$|sha256|^hash|_hash|email|token|codename|^number$|story_key|paragraph_cited"
    r"|stage|regime|^key$|^table$|raw_date|^fault$|display_label|paragraph$|^gate$|^code$"
)


def marker(whose, field):
    return f"Zqx{whose}{field.model.__name__}{field.name.replace('_', '')}canary"


def texts(model):
    """Every field of a model in which somebody writes words."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and not NO_WORDS.search(field.name)
    ]


@contextmanager
def marked(whose, models_marked):
    """
    Mark what factories write of these models (of all but the shared, where none are named).

    Yields the words that were planted, as they are.
    """
    planted = set()
    make = DjangoModelFactory.__dict__["_create"].__func__

    def marking(cls, model, *args, **given):
        if model.__name__ not in SHARED and (not models_marked or model in models_marked):
            for field in texts(model):
                word = marker(whose, field)
                if given.get(field.name) and len(word) <= (field.max_length or 1000):
                    given[field.name] = word
                    planted.add(word)
        return make(cls, model, *args, **given)

    with patch.object(DjangoModelFactory, "_create", classmethod(marking)):
        yield planted


def field_of(word):
    """Return of which record and field a marked word is: what stands between whose and the end."""
    return re.sub(r"^Zqx[a-z]+", "", word).removesuffix("canary")


def words_in(response) -> str:
    """Everything a reader of an answer could find in it: also inside documents."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{inside(body)} {response.headers}"


def inside(body: bytes) -> str:
    if body.startswith(b"BEGIN:VCALENDAR"):
        body = body.replace(b"\r\n ", b"")  # its lines are folded, in the middle of words
    if body.startswith(b"%PDF-1"):
        return pdf_text(body)
    if body.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            return " ".join(
                packed.read(name).decode(errors="replace") for name in packed.namelist()
            )
    return body.decode(errors="replace")


def pdf_text(body: bytes) -> str:
    """The text of a PDF, and what its properties say."""
    done = subprocess.run(["pdftotext", "-", "-"], input=body, capture_output=True, check=False)
    try:
        with pikepdf.open(io.BytesIO(body)) as opened:
            properties = str(dict(opened.docinfo))
    except pikepdf.PdfError:
        properties = ""
    return done.stdout.decode(errors="replace").replace("-\n", "") + properties
