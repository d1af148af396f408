from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.db.models import QuerySet

from pages import fields, forms
from panels.models import Debrief, PanelMember, PanelPart, ShownAs, Standing
from panels.operations.members import Seat
from reviews.models import AgencyInvolvement, Review


class AgencyChoice(django_forms.ModelChoiceField):  # type: ignore[type-arg]
    """An agency of the review, by its name."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.agency)


class MemberForm(forms.Form):
    """A seat on the panel."""

    part = django_forms.ChoiceField(
        label="What is their part?",
        choices=[
            choice for choice in PanelPart.choices if choice[0] != PanelPart.INDEPENDENT_CHAIR
        ],
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select their part on the panel"},
    )
    full_name = fields.LineField(
        label="Full name", max_length=200, error_messages={"required": "Enter their full name"}
    )
    job_title = fields.LineField(label="Job title", max_length=200, required=False)
    involvement = AgencyChoice(
        label="Which agency do they speak for?",
        queryset=AgencyInvolvement.objects.none(),
        empty_label="None in this review",
        required=False,
    )
    organisation = fields.LineField(
        label="Another organisation they come from",
        help_text="Where it is no agency in this review.",
        max_length=200,
        required=False,
    )
    also_for = fields.ParagraphField(
        label="Other bodies they speak for",
        help_text="One on each line. They stand in the list of the panel and open nothing.",
        rows=2,
        required=False,
    )
    standing = django_forms.ChoiceField(
        label="Do they take the seat?",
        choices=Standing,
        initial=Standing.SEATED,
        widget=django_forms.RadioSelect,
    )
    invited_on = fields.DateField(
        label="When were they invited?", called="The invitation", required=False
    )
    not_seated_because = fields.ParagraphField(
        label="Why did they not take the seat?",
        help_text="Only for somebody who was invited and never sat on the panel.",
        rows=2,
        required=False,
    )
    is_voting = fields.YesNoField(
        label="Do they have a vote?",
        error_messages={"required": "Select whether they have a vote"},
    )
    writes_report = django_forms.BooleanField(
        label="They also write the overview report", required=False
    )
    specialist_knowledge = fields.ParagraphField(
        label="What specialist knowledge do they bring?",
        help_text="Such as a community, a language, or a form of abuse.",
        rows=3,
        required=False,
    )
    shown_as = django_forms.ChoiceField(
        label="How will the published report show them?",
        choices=ShownAs,
        initial=ShownAs.NAME,
        widget=django_forms.RadioSelect,
    )
    joined_on = fields.DateField(
        label="When did they join?", called="The first day", required=False
    )
    unusual_reason = fields.ParagraphField(
        label="Anything unusual about the day",
        help_text="Needed only where it was before the partnership was told of the death.",
        rows=2,
        required=False,
    )
    email = fields.EmailField(
        label="Email address",
        help_text=(
            "To admit them to the review now: they get an email without any detail of it. Without "
            "an address they sit on the panel and see nothing here."
        ),
        required=False,
    )

    def __init__(self, *args: Any, agencies: QuerySet[AgencyInvolvement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["involvement"].queryset = agencies  # type: ignore[attr-defined]

    def without(self, *names: str) -> "MemberForm":
        for name in names:
            del self.fields[name]
        return self

    def clean_also_for(self) -> list[str]:
        bodies = [line.strip() for line in self.cleaned_data["also_for"].splitlines()]
        if any(len(body) > 200 for body in bodies):
            raise django_forms.ValidationError("Each body must be 200 characters or fewer")
        return [body for body in bodies if body]

    def seat(self, **fixed: Any) -> Seat:
        """Return what was answered, with what this page does not ask."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "email"}
        return Seat(**{**said, **fixed})

    @staticmethod
    def initial_of(member: PanelMember) -> dict[str, Any]:
        """Return a member's record as it stands in the boxes of the form."""
        known = {name: getattr(member, name) for name in MemberForm.base_fields if name != "email"}
        return {**known, "also_for": "\n".join(member.also_for)}


class ChairForm(MemberForm):
    """The appointment of the independent chair."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.without("part", "involvement", "standing", "invited_on", "not_seated_because")
        self.fields["organisation"].label = "Organisation they come from"
        self.fields["organisation"].help_text = "A body that hosts them, where there is one."
        appointed = self.fields["joined_on"]
        appointed.label, appointed.required = "When were they appointed?", True
        appointed.error_messages["required"] = "Enter the day the chair was appointed"


class LeaveForm(forms.Form):
    left_on = fields.DateField(
        label="What was their last day?",
        called="The last day",
        error_messages={"required": "Enter their last day"},
    )
    because = fields.ParagraphField(
        label="Why did they leave?",
        help_text="Such as: changed post.",
        rows=2,
        error_messages={"required": "Say why they left"},
    )
    handover = fields.ParagraphField(
        label="To whom did they hand over, and what?", rows=3, required=False
    )


class SuccessorChoice(django_forms.ModelChoiceField):  # type: ignore[type-arg]
    """A member of the panel, by name and body."""

    def label_from_instance(self, obj: Any) -> str:
        return ", ".join(filter(None, [obj.full_name, obj.body]))


class HandOverForm(forms.Form):
    """To whom a member who left handed over."""

    successor = SuccessorChoice(
        label="Who came after them?",
        queryset=PanelMember.objects.none(),
        error_messages={"required": "Select who came after them"},
    )
    handed_over_on = fields.DateField(
        label="When did they hand over?",
        called="The handover",
        error_messages={"required": "Enter the day of the handover"},
    )
    handover = fields.ParagraphField(label="What was handed over?", rows=3, required=False)

    def __init__(self, *args: Any, member: PanelMember, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seated = member.review.panel_members.seated().in_order()
        self.fields["successor"].queryset = seated.select_related(  # type: ignore[attr-defined]
            "involvement__agency"
        )


class DebriefForm(forms.Form):
    """Whether each member took the debrief that was offered to them."""

    offered_on = fields.DateField(
        label="When was it offered?",
        help_text="To those for whom no day is recorded yet.",
        called="The offer",
        error_messages={"required": "Enter the day it was offered"},
    )

    def __init__(self, *args: Any, members: Sequence[PanelMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = members
        for member in members:
            self.fields[f"debrief_{member.pk}"] = django_forms.ChoiceField(
                label=member.full_name,
                help_text=member.body or member.get_part_display(),
                choices=[("", "Not offered"), *Debrief.choices],
                initial=member.debrief,
                required=False,
            )

    def answers(self) -> dict[PanelMember, str]:
        """Return what is recorded of each member."""
        return {one: self.cleaned_data[f"debrief_{one.pk}"] for one in self.members}


class AdmitForm(forms.Form):
    email = fields.EmailField(label="Email address")


def agencies_of(review: Review) -> QuerySet[AgencyInvolvement]:
    """Return the agencies a member of this panel can speak for."""
    return review.involvements.select_related("agency")
