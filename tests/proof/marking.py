"""
Words that stand nowhere else: what a factory writes meanwhile carries one in each of its texts.

A marker names whose it is, which record and which field, so that a leak says what leaked.
"""

import io
import re
import subprocess
import zipfile
from contextlib import contextmanager, suppress
from unittest.mock import patch

import pikepdf
from django.contrib.postgres.fields import ArrayField
from django.db import Error, models, transaction
from factory.django import DjangoModelFactory

from privacy.fields import IdentifyingListField
from privacy.inventory import project_models

WRITTEN = models.CharField | models.TextField | IdentifyingListField
LISTS = ArrayField | IdentifyingListField
MARK = re.compile(r"Zqx\w+?canary")
# What is common to all partnerships, or tells of an account or a partnership and of no review
SHARED = {
    "User", "CommunitySafetyPartnership", "Post", "Agency", "AgencyContact", "AgencyLead",
    "PublicBody", "BodyAddress",
    "CallBack", "Letterhead", "LocalLength", "Membership", "Document", "Message",
}  # fmt: skip
SHARED_APPS = {"accounts", "audit", "clauses", "learning"}
# No words of anybody's: hashes, keys, codes of our own lists, and what a review is called
NO_WORDS = re.compile(
    r"sha256$|_key$|\.(code|key|sign|gate|limb|eligibility|circumstances|seal|asked_from|tried_from)$"
    r"|^Deadline\.|^Reminder\.(subject|step|role)$"
    r"|^IdentifierCheck\.(findings|looking_at)$|\.(rule_set|policy)$"  # data and codes of checks
    r"|^SetAside\.(wording|code)$|^ReturnLine\.numbers$|^Guest\w+\.review_ref$"
    r"|^Review\.(reference|display_label|regime_code)$"
)


def marker(whose, field):
    return f"Zqx{whose}{field.model.__name__}{field.name.replace('_', '')}canary"


def texts(model):
    """Every field of a model in which somebody writes words, or a list of them."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(one := getattr(field, "base_field", field), WRITTEN)
        and not one.choices
        and not NO_WORDS.search(f"{model.__name__}.{field.name}")
    ]


def models_with_words():
    """Every model in which somebody writes of a review."""
    return [
        model
        for model in project_models()
        if model.__name__ not in SHARED
        and model._meta.app_label not in SHARED_APPS
        and texts(model)
    ]


@contextmanager
def marked(whose, models_marked=None):
    """
    Mark what factories write of these models (of all but the shared, where none are named), and at
    the end what is still empty in all records that came meanwhile.

    Yields the words that were planted, as they are.
    """
    planted = set()
    before = {
        model: set(model._base_manager.values_list("pk", flat=True))
        for model in models_marked or models_with_words()
    }
    make = DjangoModelFactory.__dict__["_create"].__func__

    def marking(cls, model, *args, **given):
        marks = {
            field.name: as_value(field, marker(whose, field))
            for field in (texts(model) if model in before else [])
            if given.get(field.name)
        }
        with suppress(Error), transaction.atomic():
            made = make(cls, model, *args, **{**given, **marks})
            planted.update(marker(whose, model._meta.get_field(name)) for name in marks)
            return made
        return make(cls, model, *args, **given)

    with patch.object(DjangoModelFactory, "_create", classmethod(marking)):
        yield planted
    for model, known in before.items():
        for row in model._base_manager.exclude(pk__in=known):
            planted.update(filled_up(whose, row))


def filled_up(whose, row):
    """Mark each text of a record that has no mark yet; yield those that the database takes."""
    for field in texts(type(row)):
        word = marker(whose, field)
        if not MARK.search(str(getattr(row, field.name))):
            with suppress(Error), transaction.atomic():
                this = type(row)._base_manager.filter(pk=row.pk)
                this.update(**{field.name: as_value(field, word)})
                yield word


def as_value(field, word):
    return [word] if isinstance(field, LISTS) else word


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
