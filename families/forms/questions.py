from typing import Any

from django import forms as django_forms

from families.forms.entry import choice
from families.models import Answered, FamilyQuestion
from pages import fields, forms
from panels.models import KeyLineOfEnquiry


class EnquiryField(django_forms.ModelChoiceField):  # type: ignore[type-arg]
    """A line of enquiry of the terms agreed last."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.number}. {obj.text[:120]}"


class WithEnquiry(forms.Form):
    """A form that asks which line of enquiry a question belongs to, where there are agreed ones."""

    enquiry = EnquiryField(
        queryset=KeyLineOfEnquiry.objects.none(),
        label="Which line of enquiry does it belong to?",
        empty_label="None of them",
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        enquiries: list[KeyLineOfEnquiry],
        kept: KeyLineOfEnquiry | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen = {one.pk for one in (*enquiries, kept) if one}
        rows = KeyLineOfEnquiry.objects.filter(pk__in=chosen)
        self.fields["enquiry"].queryset = rows  # type: ignore[attr-defined]
        if not chosen:
            del self.fields["enquiry"]


class AskForm(WithEnquiry):
    field_order = ["asked_on", "words", "enquiry"]

    asked_on = fields.DateField(label="When did they ask?", called="The day")
    words = fields.ParagraphField(label="What do they ask?", help_text="In their own words.")


class AnswerForm(WithEnquiry):
    field_order = ["answered", "answer", "enquiry"]

    answered = choice("Where is it answered?", Answered)
    answer = fields.ParagraphField(
        label="Where, or why not",
        help_text="The chapter or paragraph, such as 4.12. Or why the report does not answer it.",
        rows=3,
        error_messages={"required": "Say where, or why not"},
    )

    @staticmethod
    def initial_of(question: FamilyQuestion) -> dict[str, Any]:
        return {name: getattr(question, name) for name in AnswerForm.base_fields}


class TellForm(forms.Form):
    told_on = fields.DateField(label="When were they told?", called="The day")
    told_by = fields.ParagraphField(
        label="Who told them, and how?",
        help_text="Such as the chair, in a meeting with their advocate.",
        rows=2,
    )
    despite_reason = fields.ParagraphField(
        label="Why on this day all the same?",
        help_text="Asked where it is a day not to write on. The reason is kept.",
        rows=2,
        required=False,
    )


class TakeBackQuestionForm(forms.Form):
    reason = fields.ParagraphField(
        label="Why is it taken back?", error_messages={"required": "Say what was wrong"}
    )
