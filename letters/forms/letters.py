"""What is asked of whoever writes a letter, says that it was sent, or enters an answer."""

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms as django_forms

from agencies.models import Agency
from documents.forms import ReceivedFileField
from documents.kinds import DocumentKind
from families.models import FamilyContact
from letters.models import Letter, LetterKind
from letters.queries.writing import Wish
from pages import fields, forms
from pages.widgets import FoldedCheckboxes
from reviews.models import NoticeRoute, Review

TO_BODIES = [  # a liaison officer or advocate carries letters to families alone
    choice
    for choice in NoticeRoute.choices
    if choice[0] not in {NoticeRoute.LIAISON_OFFICER, NoticeRoute.ADVOCATE}
]


class SignedForm(forms.Form):
    signed_by = fields.LineField(label="Who signs it?", max_length=200)
    signed_by_post = fields.LineField(label="Their post", max_length=200, required=False)


class MakeForm(SignedForm):
    """A letter to one body that is no agency of the review."""

    addressee = fields.ParagraphField(label="To whom?", help_text="Name and address.", rows=4)
    your_reference = fields.LineField(
        label="Their reference", help_text="If they gave one.", max_length=100, required=False
    )
    field_order = ["addressee", "your_reference"]

    def wish(self) -> Wish:
        known = set(asdict(Wish()))
        return Wish(**{name: self.cleaned_data[name] for name in known & set(self.cleaned_data)})


class MakeForAgenciesForm(SignedForm):
    """
    Letters to agencies, one each.

    may_add: agencies of the directory that are not in the review can be ticked too.
    """

    agencies = django_forms.MultipleChoiceField(
        label="Which agencies?",
        widget=FoldedCheckboxes,
        error_messages={"required": "Choose at least one agency"},
    )
    answer_by = fields.DateField(label="Answer by", called="The day")
    whom_to_ring = fields.LineField(
        label="Whom to ring with questions", help_text="Name and number.", required=False
    )
    field_order = ["agencies", "answer_by", "whom_to_ring"]

    def __init__(
        self,
        *args: Any,
        review: Review,
        kind: LetterKind,
        may_add: bool,
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.bodies = bodies_of(review, may_add=may_add)
        chosen = self.fields["agencies"]
        if isinstance(chosen, django_forms.MultipleChoiceField):
            chosen.choices = [
                (group, [(str(body.pk), body.name) for body in found])
                for group, found in self.bodies.items()
            ]
        if not kind.facts.asks_by:
            del self.fields["answer_by"], self.fields["whom_to_ring"]

    def clean_answer_by(self) -> date:
        day: date = self.cleaned_data["answer_by"]
        if day < self.today:
            raise django_forms.ValidationError("The day must be today or in the future")
        return day

    def chosen(self) -> list[Agency]:
        ticked = set(self.cleaned_data["agencies"])
        return [body for found in self.bodies.values() for body in found if str(body.pk) in ticked]

    def wish(self) -> Wish:
        names = ("answer_by", "whom_to_ring", "signed_by", "signed_by_post")
        return Wish(**{name: self.cleaned_data[name] for name in names if name in self.fields})


def bodies_of(review: Review, *, may_add: bool) -> dict[str, list[Agency]]:
    """Return who can be written to, by whether they are in the review; no group is empty."""
    there = list(Agency.objects.filter(involvements__review=review))
    others = Agency.objects.filter(closed_on__isnull=True) if may_add else Agency.objects.none()
    known = {body.pk for body in there}
    groups = {
        "In this review": there,
        "Others in the directory, to be brought in": [
            body for body in others if body.pk not in known
        ],
    }
    return {group: found for group, found in groups.items() if found}


class EditedForm(forms.Form):
    file = ReceivedFileField(
        label="The edited letter",
        help_text="It takes the place of the one that is here, which stays kept.",
        accept=frozenset({DocumentKind.DOCX}),
    )


def sent_on_field() -> fields.DateField:
    return fields.DateField(label="When was it sent?", called="The day")


def route_field() -> django_forms.ChoiceField:
    return django_forms.ChoiceField(
        label="How did it go?", choices=TO_BODIES, widget=django_forms.RadioSelect
    )


class SentForm(forms.Form):
    sent_on = sent_on_field()
    route = route_field()
    file = ReceivedFileField(
        label="What was really sent",
        help_text="Only where it is another file than the one that is here, such as a signed PDF.",
        required=False,
    )


if TYPE_CHECKING:
    LettersField = django_forms.ModelMultipleChoiceField[Letter]
    ContactField = django_forms.ModelChoiceField[FamilyContact]
else:
    LettersField = django_forms.ModelMultipleChoiceField
    ContactField = django_forms.ModelChoiceField


class UnsentField(LettersField):
    """Letters to tick, by whom they go to."""

    def label_from_instance(self, obj: Letter) -> str:
        return obj.to


class AllSentForm(forms.Form):
    """Several letters of one kind at once."""

    letters = UnsentField(
        queryset=Letter.objects.none(),
        label="Which letters?",
        widget=django_forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one letter"},
    )
    sent_on = sent_on_field()
    route = route_field()

    def __init__(self, *args: Any, review: Review, kind: LetterKind, **kwargs: Any) -> None:
        unsent = review.letters.unsent().filter(kind=kind).whole()
        super().__init__(*args, initial={"letters": unsent}, **kwargs)
        self.are_any = unsent.exists()
        chosen = self.fields["letters"]
        if isinstance(chosen, UnsentField):
            chosen.queryset = unsent


class ReplyForm(forms.Form):
    replied_on = fields.DateField(label="When did they answer?", called="The day")
    reply = fields.ParagraphField(label="What they answered", required=False)
    file = ReceivedFileField(label="Their answer", required=False)


class FamilyContactField(ContactField):
    def label_from_instance(self, obj: FamilyContact) -> str:
        return f"{obj.name}, {obj.relationship}" if obj.relationship else obj.name


class FamilyDraftForm(SignedForm):
    contact = FamilyContactField(
        queryset=FamilyContact.objects.none(),
        label="To whom?",
        empty_label="Nobody yet: leave the name open",
        required=False,
    )
    field_order = ["contact"]

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        contact = self.fields["contact"]
        if isinstance(contact, FamilyContactField):
            contact.queryset = people
