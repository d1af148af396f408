"""What the chair is asked about a question, and the agency about its answer."""

from typing import Any

from documents.forms import ProvenanceForm, ReceivedFileField
from documents.kinds import CORRESPONDENCE, DocumentKind
from evidence.models import ImrQuery
from evidence.operations.imr_queries import Question
from pages import fields, forms

ATTACHED = CORRESPONDENCE | {DocumentKind.XLSX}


class QuestionForm(forms.Form):
    where = fields.LineField(
        label="Which paragraph is it about?",
        help_text="Such as 4.12, or page 9. Leave it empty for the whole.",
        max_length=200,
        width=20,
        required=False,
    )
    quoted = fields.ParagraphField(
        label="The words it is about",
        help_text="Copied from the document, so that everybody sees what is meant.",
        rows=4,
        required=False,
    )
    question = fields.ParagraphField(
        label="Question", error_messages={"required": "Enter the question"}
    )

    def asked(self) -> Question:
        return Question(**self.cleaned_data)

    @staticmethod
    def initial_of(query: ImrQuery) -> dict[str, Any]:
        return {name: getattr(query, name) for name in QuestionForm.base_fields}


class AskForm(forms.Form):
    due_on = fields.DateField(
        label="Answers due by", help_text="Ten days unless you change it.", called="The day"
    )


class QueryAnswerForm(forms.Form):
    answer = fields.ParagraphField(
        label="Answer", rows=8, error_messages={"required": "Enter the answer"}
    )
    answer_file = ReceivedFileField(label="A document to attach", accept=ATTACHED, required=False)


class QueryAnswerForThemForm(QueryAnswerForm, ProvenanceForm):
    field_order = ["answer", "answer_file", "received_via", "on_behalf_of", "given_on", "original"]
