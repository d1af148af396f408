"""What is asked about findings, learning points and recommendations."""

from typing import Any

from django import forms as django_forms
from django.db.models import QuerySet

from actionplans.forms.provenance import SometimesForThemForm
from actionplans.models import (
    AnswerKind,
    Confidence,
    Finding,
    LearningPoint,
    Recommendation,
    Scope,
    Source,
)
from actionplans.operations.findings import FindingWords
from actionplans.operations.learning import LearningWords
from actionplans.operations.recommendations import RecommendationWords
from agencies.forms.bodies import BodyChoice
from agencies.models import PublicBody
from pages import fields, forms
from panels.models import KeyLineOfEnquiry
from reviews.models import AgencyInvolvement

PSEUDONYMS = "Use the pseudonyms of people in the review."


class AgencyChoice(django_forms.ModelChoiceField):  # type: ignore[type-arg]
    """An agency of the review, by its name."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.agency)


class NumberedChoice(django_forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Rows with a number, by that and the beginning of what they say."""

    widget = django_forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        text = obj.statement if isinstance(obj, Finding) else obj.text
        return f"{obj.number}. {text[:160]}{'…' if len(text) > 160 else ''}"


class EnquiryChoice(django_forms.ModelChoiceField):  # type: ignore[type-arg]
    """A line of enquiry of the terms agreed last."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.number}. {obj.text[:120]}"


class NumberedForm(forms.Form):
    """A form for something that stands at a number; a new one is put last."""

    number = fields.NumberField(
        label="Number",
        help_text="Another number moves it there, and those after it one down.",
        min_value=1,
    )

    def __init__(self, *args: Any, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_new:
            del self.fields["number"]
        else:
            self.order_fields([name for name in self.fields if name != "number"])

    @property
    def placed_at(self) -> int | None:
        number: int | None = self.cleaned_data.get("number")
        return number


def drop_empty_choice(form: django_forms.BaseForm, name: str) -> None:
    """Take a list of boxes off the page where there is nothing to tick."""
    if not form.fields[name].queryset.exists():  # type: ignore[attr-defined]
        del form.fields[name]


class FindingForm(NumberedForm):
    statement = fields.ParagraphField(
        label="What does the panel find?",
        help_text=f"One matter at a time. {PSEUDONYMS}",
        error_messages={"required": "Enter what the panel finds"},
    )
    enquiry = EnquiryChoice(
        label="Which line of enquiry does it answer?",
        queryset=KeyLineOfEnquiry.objects.none(),
        empty_label="None of them",
        required=False,
    )
    confidence = django_forms.ChoiceField(
        label="How firmly does the evidence carry it?",
        choices=[*Confidence.choices, ("", "Not judged yet")],
        widget=django_forms.RadioSelect,
        initial="",
        required=False,
    )
    evidence_words = fields.ParagraphField(
        label="What else does it rest on?",
        help_text=(
            "Such as an interview or a policy. Entries of the chronology, lines of agencies’ "
            "reports and what the family told you are chosen on the next page."
        ),
        rows=3,
        required=False,
    )

    def __init__(self, *args: Any, enquiries: list[KeyLineOfEnquiry], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = [enquiry.pk for enquiry in enquiries]
        if kept := self.initial.get("enquiry"):
            chosen.append(kept)
        rows = KeyLineOfEnquiry.objects.filter(pk__in=chosen)
        self.fields["enquiry"].queryset = rows  # type: ignore[attr-defined]
        if not chosen:
            del self.fields["enquiry"]

    def said(self) -> FindingWords:
        return FindingWords(
            statement=self.cleaned_data["statement"],
            enquiry=self.cleaned_data.get("enquiry"),
            evidence_words=self.cleaned_data["evidence_words"],
            confidence=self.cleaned_data["confidence"],
        )

    @staticmethod
    def initial_of(finding: Finding) -> dict[str, Any]:
        return {
            "number": finding.number,
            "statement": finding.statement,
            "enquiry": finding.enquiry_id,
            "evidence_words": finding.evidence_words,
            "confidence": finding.confidence,
        }


class LearningPointForm(NumberedForm):
    text = fields.ParagraphField(
        label="What is to be learnt?",
        help_text=PSEUDONYMS,
        error_messages={"required": "Enter what is to be learnt"},
    )
    theme = fields.LineField(
        label="Theme",
        help_text="In two or three words, such as routine enquiry.",
        max_length=100,
        required=False,
    )
    findings = NumberedChoice(
        label="Which findings does it rest on?", queryset=Finding.objects.none(), required=False
    )
    agency = AgencyChoice(
        label="Is it for one agency?",
        help_text="Such as learning from that agency’s own report.",
        queryset=AgencyInvolvement.objects.none(),
        empty_label="For several",
        required=False,
    )
    repeats = fields.ParagraphField(
        label="Does it repeat earlier learning?",
        help_text="Say which review and what it said. Leave it empty where the learning is new.",
        rows=3,
        required=False,
    )
    no_recommendation_because = fields.ParagraphField(
        label="If no recommendation is made: why?",
        help_text="What was considered, and the reason.",
        rows=3,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        findings: QuerySet[Finding],
        agencies: QuerySet[AgencyInvolvement],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
        self.fields["findings"].queryset = findings  # type: ignore[attr-defined]
        drop_empty_choice(self, "findings")

    def said(self) -> LearningWords:
        names = ("text", "theme", "agency", "repeats", "no_recommendation_because")
        return LearningWords(**{name: self.cleaned_data[name] for name in names})

    def chosen(self) -> list[Finding]:
        return list(self.cleaned_data.get("findings", []))

    @staticmethod
    def initial_of(point: LearningPoint) -> dict[str, Any]:
        names = ("number", "text", "theme", "repeats", "no_recommendation_because")
        chosen = [finding.pk for finding in point.findings.all()]
        said = {name: getattr(point, name) for name in names}
        return {**said, "agency": point.agency_id, "findings": chosen}


class RecommendationForm(NumberedForm):
    text = fields.ParagraphField(
        label="What should be done?",
        help_text=f"Who does what, and what will then be different. {PSEUDONYMS}",
        error_messages={"required": "Enter what should be done"},
    )
    source = django_forms.ChoiceField(
        label="Who asked for it first?",
        choices=Source.choices,
        widget=django_forms.RadioSelect,
        initial=Source.PANEL,
    )
    source_agency = AgencyChoice(
        label="If it was an agency: which?",
        help_text="It may be addressed to another one.",
        queryset=AgencyInvolvement.objects.none(),
        empty_label="None",
        required=False,
    )
    scope = django_forms.ChoiceField(
        label="How far does it reach?",
        choices=Scope.choices,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select how far it reaches"},
    )
    addressee = AgencyChoice(
        label="Which agency is it addressed to?",
        queryset=AgencyInvolvement.objects.none(),
        empty_label="Another body",
        required=False,
    )
    public_body = BodyChoice(
        label="Or which national or regional body?",
        help_text="One of the directory, such as a government department.",
        queryset=PublicBody.objects.none(),
        empty_label="None of these",
        required=False,
    )
    addressee_words = fields.LineField(
        label="Or another body, in words",
        help_text="One that takes no part in the review and is not in the directory.",
        max_length=200,
        required=False,
    )
    department = fields.LineField(
        label="Department or post within it", max_length=200, required=False
    )
    learning_points = NumberedChoice(
        label="Which learning does it rest on?",
        queryset=LearningPoint.objects.none(),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        agencies: QuerySet[AgencyInvolvement],
        learning_points: QuerySet[LearningPoint],
        public_bodies: QuerySet[PublicBody],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in ("addressee", "source_agency"):
            self.fields[name].queryset = agencies  # type: ignore[attr-defined]
        self.fields["public_body"].queryset = public_bodies  # type: ignore[attr-defined]
        self.fields["learning_points"].queryset = learning_points  # type: ignore[attr-defined]
        drop_empty_choice(self, "learning_points")

    def said(self) -> RecommendationWords:
        names = RecommendationWords.__dataclass_fields__
        return RecommendationWords(**{name: self.cleaned_data[name] for name in names})

    def chosen(self) -> list[LearningPoint]:
        return list(self.cleaned_data.get("learning_points", []))

    @staticmethod
    def initial_of(one: Recommendation) -> dict[str, Any]:
        names = ("number", "text", "source", "scope", "department")
        return {
            **{name: getattr(one, name) for name in names},
            "addressee": one.addressee_id,
            "source_agency": one.source_agency_id,
            "public_body": one.public_body_id,
            "addressee_words": words_of(one),
            "learning_points": [point.pk for point in one.learning_points.all()],
        }


def words_of(one: Recommendation) -> str:
    """Return the words that name its addressee, beside the body chosen."""
    body = one.public_body
    return "" if body and body.name == one.addressee_words else one.addressee_words


class AddresseeAnswerForm(SometimesForThemForm):
    kind = django_forms.ChoiceField(
        label="What did they answer?",
        choices=AnswerKind.choices,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select what they answered"},
    )
    answered_on = fields.DateField(
        label="On which day?",
        help_text="Where no reply came: the day until which none had come.",
        called="The day",
    )
    reason = fields.ParagraphField(
        label="Their reason",
        help_text="Needed where it is not accepted, or in part.",
        rows=4,
        required=False,
    )
    field_order = [
        "kind", "answered_on", "reason", "received_via", "on_behalf_of", "given_on", "original",
    ]  # fmt: skip

    @property
    def is_in_their_words(self) -> bool:
        return self.cleaned_data.get("kind") not in ("", None, AnswerKind.NO_REPLY)
