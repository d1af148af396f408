from collections.abc import Iterator, Sequence
from typing import Any

from django import forms as django_forms
from django.forms.boundfield import BoundField

from documents.forms import ProvenanceForm
from pages import fields, forms
from panels.models import (
    AgreementAnswer,
    AgreementInvitee,
    AnswerKind,
    DispositionKind,
    PanelMember,
)
from panels.operations.rounds import Invited, Question

OTHERS = range(1, 4)


class AskForm(forms.Form):
    """Who is asked to agree a text, until when, and what they should know."""

    closing_on = fields.DateField(
        label="What is the last day to answer?", called="The last day to answer"
    )
    note = fields.ParagraphField(
        label="What should they know?",
        help_text="Shown to everybody asked, also to people without an account. Nothing of the "
        "case, and nobody's name.",
        rows=3,
        required=False,
    )

    def __init__(self, *args: Any, members: Sequence[PanelMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = members
        for member in members:
            self.fields[f"ask_{member.pk}"] = django_forms.BooleanField(
                label=f"Ask {member.full_name}", initial=bool(member.user), required=False
            )
            self.fields[f"email_{member.pk}"] = fields.EmailField(
                label=f"Email address of {member.full_name}",
                initial=member.user.email if member.user else "",
                required=False,
            )
        for n in OTHERS:
            self.fields[f"name_{n}"] = fields.LineField(
                label=f"Name of person {n}", max_length=200, required=False
            )
            self.fields[f"organisation_{n}"] = fields.LineField(
                label=f"Organisation of person {n}", max_length=200, required=False
            )
            self.fields[f"other_email_{n}"] = fields.EmailField(
                label=f"Email address of person {n}", required=False
            )

    # Questions

    @property
    def about(self) -> list[BoundField]:
        return [self["closing_on"], self["note"]]

    def member_rows(self) -> Iterator[tuple[PanelMember, BoundField, BoundField]]:
        for member in self.members:
            yield member, self[f"ask_{member.pk}"], self[f"email_{member.pk}"]

    def other_rows(self) -> list[list[BoundField]]:
        names = ("name", "organisation", "other_email")
        return [[self[f"{name}_{n}"] for name in names] for n in OTHERS]

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        for member in self.members:
            if said.get(f"ask_{member.pk}") and said.get(f"email_{member.pk}") == "":
                words = f"Enter the email address of {member.full_name}, or do not ask them"
                self.add_error(f"email_{member.pk}", words)
        for n in OTHERS:
            given = [said.get(f"name_{n}"), said.get(f"other_email_{n}")]
            if any(given) and "" in given:
                field = f"other_email_{n}" if given[0] else f"name_{n}"
                self.add_error(field, f"Enter both the name and the email address of person {n}")
        return said

    def people(self) -> list[Invited]:
        said = self.cleaned_data
        members = [
            Invited(
                full_name=member.full_name,
                email=said[f"email_{member.pk}"],
                organisation=member.body[:200],
                member=member,
            )
            for member in self.members
            if said[f"ask_{member.pk}"]
        ]
        others = [
            Invited(
                full_name=said[f"name_{n}"],
                email=said[f"other_email_{n}"],
                organisation=said[f"organisation_{n}"],
            )
            for n in OTHERS
            if said[f"name_{n}"]
        ]
        return members + others

    def question(self) -> Question:
        said = self.cleaned_data
        return Question(**{name: said[name] for name in ("closing_on", "note")})


class AnswerForm(forms.Form):
    answer = django_forms.ChoiceField(
        label="Do you agree?", choices=AnswerKind, widget=django_forms.RadioSelect
    )
    comment = fields.ParagraphField(
        label="Your comments, or what you object to",
        help_text="Needed where you object or have comments. Call people by pseudonym.",
        required=False,
    )


class RecordAnswerForm(ProvenanceForm):
    """An answer that came another way than by the page."""

    answer = django_forms.ChoiceField(
        label="What did they answer?", choices=AnswerKind, widget=django_forms.RadioSelect
    )
    comment = fields.ParagraphField(
        label="Their comments, or what they object to", help_text="In their words.", required=False
    )
    entered_because = fields.ParagraphField(
        label="Why does this stand in place of what they answered themselves?",
        help_text="Shown beside both answers to everybody who reads the round.",
        rows=3,
        error_messages={
            "required": "Say why this stands in place of what they answered themselves"
        },
    )

    field_order = ["answer", "comment", "entered_because"]

    def __init__(
        self,
        *args: Any,
        invitee: AgreementInvitee,
        own: AgreementAnswer | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, initial={"on_behalf_of": invitee.full_name}, **kwargs)
        if own is None:
            del self.fields["entered_because"]


class SettleForm(forms.Form):
    kind = django_forms.ChoiceField(
        label="What becomes of it?", choices=DispositionKind, widget=django_forms.RadioSelect
    )
    words = fields.ParagraphField(
        label="Why?",
        help_text="In words the person who made it can read.",
        rows=4,
        error_messages={"required": "Say why, in words the person who made it can read"},
    )


class SuccessorForm(forms.Form):
    email = fields.EmailField(label="Email address")


class WithdrawForm(forms.Form):
    reason = fields.ParagraphField(
        label="Why is it withdrawn?",
        help_text="Those asked can read it.",
        rows=3,
        error_messages={"required": "Say why the round is withdrawn"},
    )
