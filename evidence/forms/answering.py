"""What is asked of an agency, and of the officer who enters an answer for it."""

from dataclasses import dataclass
from typing import Any

from django import forms as django_forms
from django.forms.boundfield import BoundField

from documents.forms import ProvenanceForm, ReceivedFileField
from documents.kinds import CORRESPONDENCE, DocumentKind
from evidence.models import BY_AGENCY, PLAIN_WORDS, ReturnKind, ScopingReturn
from evidence.rules import scoping as rules
from evidence.rules.scoping import Answer
from pages import fields, forms

ATTACHED = CORRESPONDENCE | {DocumentKind.XLSX}


SEARCHED = (
    "systems_searched",
    "names_searched",
    "searched_from",
    "searched_to",
    "searched_by",
    "search_scope_note",
)


Parts = tuple[tuple[str, str, tuple[str, ...]], ...]  # heading, hint, names of fields


@dataclass(frozen=True)
class Section:
    """Questions of a form that belong together, beneath one heading."""

    heading: str
    hint: str
    fields: list[BoundField]


KINDS = [
    (kind.value, fields.Hinted(PLAIN_WORDS[kind][0], hint=PLAIN_WORDS[kind][1]))
    for kind in BY_AGENCY
]


class SearchedFields(forms.Form):
    """What was searched and what was found: asked of everybody in the same words."""

    records_secured = fields.YesNoField(
        label="Are the records secured?",
        help_text="Nothing about these people is deleted or changed until the review has ended.",
        required=False,
    )
    account = fields.ParagraphField(
        label="What is known",
        help_text="In a few paragraphs, with the main dates. Leave it empty where it is attached.",
        rows=8,
        required=False,
    )
    contact_from = fields.DateField(
        label="Earliest contact known", called="The earliest contact", required=False
    )
    contact_to = fields.DateField(
        label="Latest contact known", called="The latest contact", required=False
    )
    systems_searched = fields.ParagraphField(
        label="Systems and records searched",
        help_text="Each by name, with paper and archived records.",
        rows=3,
        required=False,
    )
    names_searched = fields.ParagraphField(
        label="Names, aliases, dates of birth and addresses searched under",
        rows=3,
        required=False,
    )
    searched_from = fields.DateField(
        label="Records searched from",
        help_text="Leave it empty where there was no limit.",
        required=False,
    )
    searched_to = fields.DateField(label="Records searched to", required=False)
    searched_by = fields.LineField(label="Who searched", help_text="Name and post.", required=False)
    search_scope_note = fields.ParagraphField(
        label="What could not be searched",
        help_text="Such as a system that finds people by address only, or records since destroyed.",
        rows=3,
        required=False,
    )

    parts: Parts = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        order = [name for _, _, names in self.parts for name in names]
        super().__init__(*args, field_order=order, **kwargs)

    @property
    def sections(self) -> list[Section]:
        return [
            Section(heading, hint, [self[name] for name in names])
            for heading, hint, names in self.parts
        ]

    def answer(self) -> Answer:
        """Return what was said, whole or not yet."""
        said = self.cleaned_data
        known = {name: said[name] for name in Answer.__dataclass_fields__ if name in said}
        return Answer(**known)

    def ask_for_missing(self, *, has_file: bool) -> None:
        """Mark everything that an answer of its kind still lacks, at once."""
        if "return_kind" not in self.cleaned_data:
            return
        for field, words in rules.missing(self.answer(), has_file=has_file).items():
            if field not in self.errors:
                self.add_error(field, words)


class AnswerForm(SearchedFields):
    """An agency's own answer."""

    return_kind = django_forms.ChoiceField(
        label="What did your search find?",
        choices=KINDS,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Say what your search found"},
    )
    reason = fields.ParagraphField(
        label="Why there was no contact, you are not the right body or will not take part",
        help_text=(
            "For a nil return: could your procedures have brought you into contact? "
            "For the wrong body: who may hold records?"
        ),
        rows=3,
        required=False,
    )
    document = ReceivedFileField(label="A document to attach", accept=ATTACHED, required=False)

    parts: Parts = (
        ("Your answer", "", ("records_secured", "return_kind")),
        ("What you know", "", ("account", "contact_from", "contact_to", "document")),
        ("What you searched", "Needed where you found nothing, and useful in any case.", SEARCHED),
        ("Why", "", ("reason",)),
    )

    def __init__(self, *args: Any, standing: ScopingReturn | None = None, **kwargs: Any) -> None:
        super().__init__(*args, initial=said_before(standing), **kwargs)
        secured = self.fields["records_secured"]
        secured.required = True
        secured.label = "Have you secured your records?"
        secured.error_messages["required"] = "Say whether your records are secured"


def said_before(standing: ScopingReturn | None) -> dict[str, Any]:
    """Return what an agency said last, so that a correction need not say it all again."""
    if standing is None:
        return {}
    return {name: getattr(standing, name) for name in Answer.__dataclass_fields__}


class RecordReturnForm(SearchedFields, ProvenanceForm):
    """An agency's answer, entered for it."""

    return_kind = django_forms.ChoiceField(
        label="What did the agency answer?",
        choices=[(kind.value, kind.label) for kind in BY_AGENCY],
        widget=django_forms.RadioSelect,
    )
    reason = fields.ParagraphField(
        label="Why it refused, is not the right body, or why there was no contact",
        rows=3,
        required=False,
    )
    unusual_reason = fields.ParagraphField(
        label="Anything unusual about the day",
        help_text="Needed only where the answer is dated before the letter.",
        rows=2,
        required=False,
    )

    parts = (
        (
            "The answer",
            "",
            ("return_kind", "account", "contact_from", "contact_to", "records_secured"),
        ),
        (
            "Where it comes from",
            "",
            ("received_via", "on_behalf_of", "given_on", "original", "unusual_reason"),
        ),
        ("What was searched", "Needed for a nil return, and useful in any case.", SEARCHED),
        ("Why", "", ("reason",)),
    )


class StopWaitingForm(forms.Form):
    """That the partnership no longer waits for an agency."""

    return_kind = django_forms.ChoiceField(
        label="Why is no answer waited for?",
        choices=[
            (
                ReturnKind.NO_RESPONSE,
                fields.Hinted("No response", hint="It was asked and reminded, and said nothing."),
            ),
            (
                ReturnKind.NOT_PURSUED,
                fields.Hinted("Not pursued", hint="Going on asking would not be proportionate."),
            ),
        ],
        widget=django_forms.RadioSelect,
    )
    answered_on = fields.DateField(label="When was that decided?", called="The day it was decided")
    reason = fields.ParagraphField(
        label="Reason",
        help_text="What was tried and what it led to, or why it is not pursued.",
        error_messages={"required": "Give the reason"},
    )
