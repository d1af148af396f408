"""What is asked of an agency, and of the officer who enters an answer for it."""

from dataclasses import dataclass
from typing import Any, cast

from django import forms as django_forms
from django.db.models import QuerySet
from django.forms.boundfield import BoundField

from agencies.models import Agency
from documents.forms import ProvenanceForm, ReceivedFileField
from documents.kinds import CORRESPONDENCE, DocumentKind
from evidence.models import BY_AGENCY, PLAIN_WORDS, ReturnKind, ScopingReturn, WithheldBasis
from evidence.queries.bodies import same_body, stand_ins
from evidence.rules import scoping as rules
from evidence.rules.scoping import Answer
from pages import fields, forms
from reviews.models import AgencyInvolvement

ATTACHED = CORRESPONDENCE | {DocumentKind.XLSX}


SEARCHED = (
    "systems_searched",
    "names_searched",
    "searched_from",
    "searched_to",
    "searched_by",
    "search_scope_note",
)
WITHHELD = ("withheld", "withheld_because", "withheld_basis", "redaction_agreed_with")
WITHHELD_PART = (
    "What is held back",
    "Only where part of what is known is not told. The report says that it was, and on what basis.",
    WITHHELD,
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

    withheld = fields.ParagraphField(
        label="What is held back",
        help_text="In general words, such as “counselling notes of one of the children”.",
        rows=2,
        required=False,
    )
    withheld_because = fields.ParagraphField(label="Why", rows=2, required=False)
    withheld_basis = django_forms.ChoiceField(
        label="On what legal basis",
        choices=[("", "Nothing is held back"), *WithheldBasis.choices],
        required=False,
    )
    redaction_agreed_with = fields.LineField(
        label="With whom was it agreed what is held back or blacked out?",
        help_text="Name, post and day, or “not agreed yet”.",
        required=False,
    )
    corrects_because = fields.ParagraphField(
        label="What was wrong with the earlier answer, and how it came about",
        help_text="Needed where it said that nothing was found. That answer stays on record.",
        rows=2,
        required=False,
    )

    parts: Parts = ()
    replaces: ScopingReturn | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        order = [name for _, _, names in self.parts for name in names]
        super().__init__(*args, field_order=order, **kwargs)

    @property
    def sections(self) -> list[Section]:
        return [
            Section(heading, hint, [self[name] for name in names if name in self.fields])
            for heading, hint, names in self.parts
            if any(name in self.fields for name in names)
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
        standing = self.replaces.return_kind if self.replaces else None
        missing = rules.missing(self.answer(), has_file=has_file)
        missing |= rules.missing_correction(standing, self.answer())
        for field, words in missing.items():
            if field not in self.errors:
                self.add_error(field, words)


class KinField(django_forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Other services of the same body in a review."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=AgencyInvolvement.objects.none(),
            widget=django_forms.CheckboxSelectMultiple,
            required=False,
            **kwargs,
        )

    def label_from_instance(self, obj: AgencyInvolvement) -> str:
        return obj.agency.name


class AnswerForm(SearchedFields):
    """
    An agency's own answer.

    standing: what it said last. replaces: that, where it answered the same letter.
    kin: other services of the same body that the same person may answer for.
    """

    also_for = KinField(
        label="Is it the answer of these services of your body too?",
        help_text="One answer is kept for each that you tick.",
    )

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
        ("Your answer", "", ("records_secured", "return_kind", "corrects_because", "also_for")),
        ("What you know", "", ("account", "contact_from", "contact_to", "document")),
        WITHHELD_PART,
        ("What you searched", "Needed where you found nothing, and useful in any case.", SEARCHED),
        ("Why", "", ("reason",)),
    )

    def __init__(
        self,
        *args: Any,
        standing: ScopingReturn | None = None,
        replaces: ScopingReturn | None = None,
        kin: QuerySet[AgencyInvolvement] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, initial=said_before(standing), **kwargs)
        self.replaces = replaces
        offer_correction(self, replaces)
        offer_kin(self, kin)
        secured = self.fields["records_secured"]
        secured.required = True
        secured.label = "Have you secured your records?"
        secured.error_messages["required"] = "Say whether your records are secured"


def said_before(standing: ScopingReturn | None) -> dict[str, Any]:
    """Return what an agency said last, so that a correction need not say it all again."""
    if standing is None:
        return {}
    said = {name: getattr(standing, name) for name in Answer.__dataclass_fields__}
    return {**said, "corrects_because": ""}


def offer_correction(form: forms.Form, replaces: ScopingReturn | None) -> None:
    """Ask what was wrong only where an answer takes the place of another."""
    if replaces is None:
        del form.fields["corrects_because"]


def offer_kin(form: forms.Form, kin: QuerySet[AgencyInvolvement] | None) -> None:
    """Offer other services of the same body, where the review has any."""
    if kin:
        cast(KinField, form.fields["also_for"]).queryset = kin
    else:
        del form.fields["also_for"]


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
    answered_by = django_forms.ModelChoiceField(
        label="Did another body answer in its place?",
        help_text=(
            "Where the agency has closed or merged, the body that took over; where it is part of a "
            "larger one, that. Who took over from whom is kept in the directory."
        ),
        queryset=Agency.objects.none(),
        empty_label="No, it answered itself",
        required=False,
    )
    also_for = KinField(
        label="Is it the answer of these services of the same body too?",
        help_text="One answer is kept for each that you tick.",
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
            (
                "return_kind",
                "corrects_because",
                "account",
                "contact_from",
                "contact_to",
                "records_secured",
            ),
        ),
        ("Whose answer it is", "", ("answered_by", "also_for")),
        (
            "Where it comes from",
            "",
            ("received_via", "on_behalf_of", "given_on", "original", "unusual_reason"),
        ),
        WITHHELD_PART,
        ("What was searched", "Needed for a nil return, and useful in any case.", SEARCHED),
        ("Why", "", ("reason",)),
    )

    def __init__(
        self,
        *args: Any,
        part: AgencyInvolvement,
        replaces: ScopingReturn | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.replaces = replaces
        offer_correction(self, replaces)
        offer_kin(self, same_body(part))
        bodies = cast("django_forms.ModelChoiceField[Agency]", self.fields["answered_by"])
        bodies.queryset = stand_ins(part)

    def whose(self) -> dict[str, Any]:
        """Return which other body answered, and for which other services it is the answer."""
        return {
            "answered_by": self.cleaned_data["answered_by"],
            "also_for": list(self.cleaned_data.get("also_for") or ()),
        }


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
