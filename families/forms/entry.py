"""What every entry of a log is asked: `entries` adds what each kind is asked besides."""

from copy import deepcopy
from dataclasses import fields as fields_of
from typing import Any, ClassVar

from django import forms as django_forms

from documents.forms import ReceivedFileField
from families.models import EntryKind, FamilyContact, FamilyContactEntry, Route, Way
from families.operations.log import Happening
from pages import fields, forms

# Asked only once a rule has asked for them
REASONS = ("unusual_reason", "despite_reason")
IN_HAPPENING = frozenset(field.name for field in fields_of(Happening))


def choice(label: str, choices: Any, **kwargs: Any) -> django_forms.ChoiceField:
    return django_forms.ChoiceField(
        label=label, choices=choices, widget=django_forms.RadioSelect, **kwargs
    )


class EntryForm(forms.Form):
    """
    What happened between the review and somebody.

    contact: of whose log; correcting: the entry whose place the new one takes.
    """

    kind: ClassVar[EntryKind]

    happened_on = fields.DateField(label="When was it?", called="The day")
    by_whom = fields.LineField(
        label="Who was in touch with them?",
        help_text="Name and post, such as the independent chair or a family liaison officer.",
    )
    route = choice("By which route?", Route)
    way = choice("In what way?", Way)
    words = fields.ParagraphField(label="What was said or written", required=False)
    original = ReceivedFileField(
        label="The letter, email or notes", help_text="As they were sent or made.", required=False
    )
    unusual_reason = fields.ParagraphField(label="Why is it right?", rows=2, required=False)
    despite_reason = fields.ParagraphField(
        label="Why on this day all the same?",
        help_text="Nothing is stopped: the reason is kept with the entry.",
        rows=2,
        required=False,
    )
    correction_reason = fields.ParagraphField(
        label="What was wrong?", help_text="The old entry stays readable beneath.", rows=2
    )

    def __init__(
        self,
        *args: Any,
        contact: FamilyContact,
        correcting: FamilyContactEntry | None = None,
        **kwargs: Any,
    ) -> None:
        initial = initial_of(correcting) if correcting else {"route": contact.route}
        known = {**initial, **kwargs.pop("initial", {})}
        super().__init__(*args, **{"changing" if correcting else "initial": known}, **kwargs)
        for name in REASONS:
            if self.data.get(name):
                self.fields[name].required = True
            elif not initial.get(name):
                del self.fields[name]
        if correcting is None:
            del self.fields["correction_reason"]
        if "person" in self.fields:
            self.fields["person"].queryset = contact.review.people.all()  # type: ignore[attr-defined]

    def refuse(self, refusal: forms.Refusal) -> None:
        """Show a refusal at the answer at fault, asking for a reason where one would do."""
        if refusal.field in REASONS and refusal.field not in self.fields:
            self.fields[refusal.field] = deepcopy(self.base_fields[refusal.field])
            self.fields[refusal.field].required = True
        super().refuse(refusal)

    def written(self) -> dict[str, Any]:
        """Return what happened and, for a correction, why: as the operations take them."""
        given = {name: said for name, said in self.cleaned_data.items() if name in IN_HAPPENING}
        why = self.cleaned_data.get("correction_reason")
        happening = Happening(kind=self.kind, **given)
        return {"happening": happening, **({"reason": why} if why else {})}


def initial_of(entry: FamilyContactEntry) -> dict[str, Any]:
    """Return what an entry tells, as its form asks it."""
    return {name: getattr(entry, name) for name in IN_HAPPENING if name != "kind"}


class TakeBackForm(forms.Form):
    correction_reason = fields.ParagraphField(
        label="Why is it taken back?", error_messages={"required": "Say what was wrong"}
    )
