"""What is asked about a letter to a body: what it says, how it went, and what came back."""

from datetime import date
from typing import Any

from django import forms as django_forms
from django.db.models import QuerySet

from actionplans.models import Recommendation
from agencies.forms.bodies import BodyChoice
from agencies.models import PublicBody
from documents.forms import ProvenanceForm, ReceivedFileField
from documents.kinds import CORRESPONDENCE
from pages import fields, forms
from postoffice.models import ChaseKind, DispatchRoute, ReplyKind
from postoffice.rules import Said

BY_HAND = [choice for choice in DispatchRoute.choices if choice[0] != DispatchRoute.LINK]
EARLY = "Why does it leave before the Home Office has cleared the review?"


class WordsChoice(django_forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    widget = django_forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> Any:
        label = f"{obj.number}. {obj.text[:160]}{'…' if len(obj.text) > 160 else ''}"
        return fields.Hinted(label, hint=f"To {obj.addressed_to}")


class PrepareForm(forms.Form):
    body = BodyChoice(
        label="Which body is it for?",
        help_text="Who decides what is listed with the national and regional bodies.",
        queryset=PublicBody.objects.none(),
        empty_label="Choose",
        error_messages={"required": "Choose the body it is for"},
    )
    recommendations = WordsChoice(
        label="Which recommendations?",
        queryset=Recommendation.objects.none(),
        error_messages={"required": "Choose what is sent"},
    )
    covering = fields.ParagraphField(
        label="The words around them",
        help_text="Nothing of the case is needed here. Left empty, the usual words stand.",
        rows=8,
        required=False,
    )
    signed_by = fields.LineField(label="Who signs?", max_length=200)
    signed_by_post = fields.LineField(label="Their post", max_length=200, required=False)

    def __init__(
        self,
        *args: Any,
        bodies: QuerySet[PublicBody],
        recommendations: QuerySet[Recommendation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]
        self.fields["recommendations"].queryset = recommendations  # type: ignore[attr-defined]


class EarlyForm(forms.Form):
    """A form that also asks why something leaves early, where the review is not cleared."""

    early_because = fields.ParagraphField(label=EARLY, rows=3, required=False)

    def __init__(self, *args: Any, is_cleared: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_cleared:
            del self.fields["early_because"]

    @property
    def early(self) -> str:
        return str(self.cleaned_data.get("early_because", ""))


class SendForm(EarlyForm):
    to = fields.EmailField(
        label="Email address",
        help_text="The link and the codes go here. The email says nothing of the case.",
        error_messages={"required": "Enter the email address it goes to"},
    )
    chases = django_forms.BooleanField(
        label="Ask again by itself: a week before the reply is due, the day after, and once more",
        required=False,
    )
    field_order = ["to", "chases", "early_because"]


class SentForm(EarlyForm):
    route = django_forms.ChoiceField(
        label="How did it go?", choices=BY_HAND, widget=django_forms.RadioSelect
    )
    sent_on = fields.DateField(label="On which day?", called="The day")
    field_order = ["route", "sent_on", "early_because"]


class LinkAgainForm(forms.Form):
    to = fields.EmailField(
        label="Email address", error_messages={"required": "Enter the email address it goes to"}
    )


class CameBackForm(forms.Form):
    on = fields.DateField(label="When did it come back?", called="The day")
    because = fields.LineField(
        label="What was written on it?", help_text="Such as: moved away.", max_length=200
    )


class AcknowledgedForm(ProvenanceForm):
    acknowledged_on = fields.DateField(label="When did they acknowledge it?", called="The day")
    their_reference = fields.LineField(label="Their reference", max_length=100, required=False)
    field_order = [
        "acknowledged_on", "their_reference", "received_via", "on_behalf_of", "given_on",
        "original",
    ]  # fmt: skip


class SaidForm(forms.Form):
    """What a body answers to one recommendation."""

    kind = django_forms.ChoiceField(
        label="What is the answer?",
        choices=ReplyKind.choices,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select the answer"},
    )
    words = fields.ParagraphField(
        label="What will be done, or why not",
        help_text="Needed where it is not accepted, or in part.",
        rows=6,
        required=False,
    )
    passed_to_words = fields.LineField(
        label="If it is not yours: which body is it for?", max_length=200, required=False
    )

    def said(self) -> Said:
        names = ("kind", "words", "passed_to", "passed_to_words")
        return Said(
            **{name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
        )


class RecordReplyForm(ProvenanceForm, SaidForm):
    """The same, entered from a letter or email."""

    replied_on = fields.DateField(label="On which day did they answer?", called="The day")
    passed_to = BodyChoice(
        label="If it is not theirs: which body is it for?",
        queryset=PublicBody.objects.none(),
        empty_label="Not in the directory, or it is theirs",
        required=False,
    )
    field_order = [
        "kind", "words", "replied_on", "passed_to", "passed_to_words", "received_via",
        "on_behalf_of", "given_on", "original",
    ]  # fmt: skip

    def __init__(self, *args: Any, bodies: QuerySet[PublicBody], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passed_to"].queryset = bodies  # type: ignore[attr-defined]
        self.fields["passed_to_words"].label = "Or in their words"


class ReplyByLinkForm(SaidForm):
    document = ReceivedFileField(label="A file", accept=CORRESPONDENCE, required=False)
    full_name = fields.LineField(label="Your name", max_length=200, autocomplete="name")
    job_title = fields.LineField(
        label="Your post", max_length=200, autocomplete="organization-title"
    )


class AcknowledgeForm(forms.Form):
    full_name = fields.LineField(label="Your name", max_length=200, autocomplete="name")
    job_title = fields.LineField(
        label="Your post", max_length=200, autocomplete="organization-title"
    )
    their_reference = fields.LineField(
        label="Your reference", help_text="If you want us to quote one.", max_length=100,
        required=False,
    )  # fmt: skip


class ChaseForm(forms.Form):
    kind = django_forms.ChoiceField(
        label="Which time is it?", choices=ChaseKind.choices, widget=django_forms.RadioSelect
    )
    answer_by = fields.DateField(
        label="For the last time: until when do you wait?",
        help_text="After that day the answer is missing.",
        called="The day",
        required=False,
    )
    route = django_forms.ChoiceField(
        label="How?", choices=DispatchRoute.choices, widget=django_forms.RadioSelect
    )
    to = fields.EmailField(
        label="Email address", help_text="For an email from here.", required=False
    )
    sent_on = fields.DateField(
        label="When was it sent?",
        help_text="Only where it went another way. An email from here goes today.",
        called="The day",
        required=False,
    )

    def went(self, today: date) -> dict[str, Any]:
        """Return it as the operation takes it."""
        said = dict(self.cleaned_data)
        is_today = said["route"] == DispatchRoute.LINK or not said["sent_on"]
        return {**said, "sent_on": today if is_today else said["sent_on"]}


class ReleaseForm(forms.Form):
    words = fields.ParagraphField(
        label="What of their words may stand on the public page?",
        help_text="Use pseudonyms. Left empty, only the answer and its month stand there.",
        rows=5,
        required=False,
    )
