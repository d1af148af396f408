from django import forms as django_forms

from documents.forms import ProvenanceForm
from pages import fields, forms
from reports.models import Disposition, DraftPart
from reports.operations.comments import Comment


class CommentForm(forms.Form):
    part = django_forms.ChoiceField(
        label="What is it about?", choices=DraftPart, widget=django_forms.RadioSelect
    )
    paragraph = fields.LineField(
        label="Paragraph",
        help_text="Its number, such as 4.2 or A.3. Leave it empty for the whole.",
        width=5,
        max_length=10,
        required=False,
    )
    words = fields.ParagraphField(
        label="Comment",
        help_text="What is wrong or missing, and what would mend it.",
        rows=6,
        error_messages={"required": "Write your comment"},
    )

    def comment(self) -> Comment:
        return Comment(**{name: self.cleaned_data[name] for name in CommentForm.base_fields})


class CommentForAnotherForm(CommentForm, ProvenanceForm):
    """A comment that reached the review by other ways."""

    field_order = ["part", "paragraph", "words"]


class SettleForm(forms.Form):
    disposition = django_forms.ChoiceField(
        label="What becomes of it?", choices=Disposition, widget=django_forms.RadioSelect
    )
    reason = fields.ParagraphField(
        label="Why?",
        help_text="In words the person who made it can read.",
        rows=4,
        error_messages={"required": "Say why"},
    )
    changed_where = fields.LineField(
        label="Where did the text change?",
        help_text="Such as: Conclusions, paragraph 3.",
        max_length=200,
        required=False,
    )
