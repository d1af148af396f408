"""What is asked about actions, their milestones, progress, checks, and the audit at the end."""

from typing import Any

from django import forms as django_forms
from django.db.models import QuerySet

from actionplans.cycle import ActionStatus
from actionplans.forms.provenance import SometimesForThemForm
from actionplans.forms.thread import PSEUDONYMS, AgencyChoice, NumberedForm
from actionplans.models import Action
from actionplans.operations.actions import ActionWords
from actionplans.operations.progress import Report
from documents.forms import ProvenanceForm, ReceivedFileField
from documents.kinds import CORRESPONDENCE, DocumentKind
from documents.models import Document, Route
from pages import fields, forms
from reviews.models import AgencyInvolvement

ATTACHED = CORRESPONDENCE | {DocumentKind.XLSX}
NAMES = ("text", "lead", "lead_words", "owner", "outcome_measure", "target_on")


class ActionForm(NumberedForm):
    text = fields.ParagraphField(
        label="Action to take",
        help_text=PSEUDONYMS,
        error_messages={"required": "Enter the action to take"},
    )
    lead = AgencyChoice(
        label="Lead agency",
        queryset=AgencyInvolvement.objects.none(),
        empty_label="Not in this list",
        required=False,
    )
    lead_words = fields.LineField(
        label="Or another lead",
        help_text="A body that takes no part in the review, or the partnership itself.",
        max_length=200,
        required=False,
    )
    owner = fields.LineField(
        label="Who owns it there?",
        help_text="A post, or a name and post. Whoever owns it cannot check it.",
        max_length=200,
        required=False,
    )
    outcome_measure = fields.ParagraphField(
        label="How will one know that something is different?",
        help_text="The outcome to look for, not the task: what people will notice.",
        rows=3,
        required=False,
    )
    target_on = fields.DateField(label="Target date", required=False)
    outcome = fields.ParagraphField(
        label="Outcome",
        help_text=f"What is different now, as the plan prints it. {PSEUDONYMS}",
        rows=4,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        agencies: QuerySet[AgencyInvolvement],
        is_done: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = agencies  # type: ignore[attr-defined]
        if not is_done:
            del self.fields["outcome"]

    def said(self) -> ActionWords:
        return ActionWords(**{name: self.cleaned_data[name] for name in NAMES})

    @property
    def outcome_said(self) -> str | None:
        words: str | None = self.cleaned_data.get("outcome")
        return words

    @staticmethod
    def initial_of(action: Action) -> dict[str, Any]:
        names = (*NAMES, "number", "outcome")
        return {**{name: getattr(action, name) for name in names}, "lead": action.lead_id}


class MilestoneForm(forms.Form):
    text = fields.ParagraphField(
        label="Milestone", rows=3, error_messages={"required": "Enter the milestone"}
    )
    due_on = fields.DateField(label="Due by", called="The day", required=False)


class ReachForm(forms.Form):
    done_on = fields.DateField(
        label="When was it reached?",
        called="The day",
        error_messages={"required": "Enter the day it was reached"},
    )
    evidence = fields.ParagraphField(label="What shows it?", rows=3, required=False)
    document = ReceivedFileField(label="A document that shows it", accept=ATTACHED, required=False)
    second = ReceivedFileField(label="A second document", accept=ATTACHED, required=False)
    third = ReceivedFileField(label="A third document", accept=ATTACHED, required=False)


class ReportForm(forms.Form):
    """A report by somebody of the lead agency."""

    claims = django_forms.ChoiceField(
        label="How does it stand?", widget=django_forms.RadioSelect, required=False
    )
    on = fields.DateField(
        label="On which day?",
        help_text="Where it is done: the day it was done.",
        called="The day",
    )
    words = fields.ParagraphField(
        label="What was done, and what is different now?",
        help_text=(
            "Where it is done, these words stand in the plan as its outcome. Where it cannot be "
            f"done or something takes its place: why. {PSEUDONYMS}"
        ),
        rows=6,
        error_messages={"required": "Enter what was done"},
    )
    document = ReceivedFileField(label="A document that shows it", accept=ATTACHED, required=False)
    second = ReceivedFileField(label="A second document", accept=ATTACHED, required=False)
    third = ReceivedFileField(label="A third document", accept=ATTACHED, required=False)

    def __init__(self, *args: Any, choices: list[ActionStatus], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["claims"].choices = [  # type: ignore[attr-defined]
            ("", "As before"),
            *((status.value, CLAIMS.get(status, status.label)) for status in choices),
        ]

    def report(self) -> Report:
        return Report(**{name: self.cleaned_data[name] for name in ("on", "words", "claims")})

    def provenance(self, original: Document | None) -> dict[str, Any]:
        return {}


CLAIMS = {ActionStatus.DONE_UNVERIFIED: "Done"}
EVIDENCE = ("document", "second", "third")
FOR_THEM = [
    "claims", "on", "words", "document", "second", "third", "received_via",
    "on_behalf_of", "given_on", "original",
]  # fmt: skip


class ReportForThemForm(ProvenanceForm, ReportForm):
    """A report entered for the lead agency."""

    field_order = FOR_THEM


class ReportOfOthersForm(SometimesForThemForm, ReportForm):
    """A report on an action that no agency of the review leads: one's own, or entered for them."""

    field_order = FOR_THEM

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["received_via"].choices = [  # type: ignore[attr-defined]
            ("", "It is my own report"),
            *(choice for choice in Route.choices if choice[0] != Route.PAGE),
        ]

    @property
    def is_in_their_words(self) -> bool:
        return bool(self.cleaned_data.get("received_via"))


class AssuranceForm(forms.Form):
    holds = fields.YesNoField(
        label="Is it done?", error_messages={"required": "Select whether it is done"}
    )
    words = fields.ParagraphField(
        label="What did you look at, and what did it show?",
        error_messages={"required": "Enter what was looked at, and what it showed"},
    )
    despite = fields.ParagraphField(
        label="Why is it done all the same?",
        help_text="What was asked and what was reported disagree, as said above. Where it is done "
        "all the same, the plan keeps the reason.",
        rows=3,
        required=False,
    )
    assured_on = fields.DateField(label="When did you check?", called="The day")
    document = ReceivedFileField(label="A document that shows it", accept=ATTACHED, required=False)

    def __init__(self, *args: Any, disagrees: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not disagrees:
            del self.fields["despite"]


class ConclusionAuditForm(forms.Form):
    audited_on = fields.DateField(label="When was the audit?", called="The audit")
    carried_out_by = fields.LineField(
        label="Who carried it out?", help_text="A name and post, or a body.", max_length=200
    )
    found = fields.ParagraphField(
        label="What did it find?",
        help_text="What is done, what is not, and what is different.",
        rows=8,
    )
    minute = ReceivedFileField(label="The minute or report of it", accept=ATTACHED, required=False)
