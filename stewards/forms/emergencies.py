from datetime import datetime
from typing import Any

from django import forms as django_forms
from django.db.models import QuerySet
from django.utils import timezone

from agencies.models import User
from pages import fields, forms
from reviews.models import Review


class Named(django_forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.full_name}, {obj.email}"


class AskForm(forms.Form):
    reference = fields.LineField(
        label="Reference of the review",
        width=20,
        error_messages={"required": "Enter the reference of the review"},
    )
    reader = Named(
        label="Who is to read it?",
        help_text="Somebody who works for the partnership. Not you.",
        queryset=User.objects.none(),
        empty_label="Choose",
        error_messages={"required": "Choose who is to read it"},
    )
    reason = fields.ParagraphField(
        label="Why can nobody who has access be reached?",
        help_text="Whoever decides reads this, and so do the officers and chairs of the review.",
        rows=4,
        error_messages={"required": "Say why nobody who has access can be reached"},
    )
    until_on = fields.DateField(
        label="Until which day?",
        help_text="At most 72 hours from now.",
        called="The last day",
    )
    until_time = fields.TimeField(
        label="Until what time?", error_messages={"required": "Enter the time it ends"}
    )

    def __init__(
        self, *args: Any, readers: QuerySet[User], reviews: QuerySet[Review], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.reviews = reviews
        self.fields["reader"].queryset = readers  # type: ignore[attr-defined]

    def clean_reference(self) -> Review:
        found = self.reviews.filter(reference__iexact=self.cleaned_data["reference"].strip())
        review = found.first()
        if review is None:
            raise django_forms.ValidationError("This partnership has no review of this reference")
        return review

    def until_at(self) -> datetime:
        said = self.cleaned_data
        ends = datetime.combine(said["until_on"], said["until_time"])
        return timezone.make_aware(ends)
