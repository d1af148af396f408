from datetime import date, datetime
from typing import Any

from agencies.models import User
from documents.forms import ProvenanceForm, take_file
from documents.models import Document
from pages import fields, forms
from panels.models import PanelMember
from panels.models.independence import questions_for
from panels.rules.members import STATE_INDEPENDENCE
from reviews.models import Capacity
from reviews.models.independence import ANSWERED_WITH_POSTS


class DeclarationForm(forms.Form):
    """What a member declares of themselves, question by question."""

    connections = fields.ParagraphField(
        label="What lies behind your answers?",
        help_text=(
            "For each answer that others should weigh: what, when, and why it does not affect your "
            "part. The chair of the partnership accepts or declines it, with a reason."
        ),
        required=False,
    )
    posts_held = fields.ParagraphField(
        label="Which posts do you hold or have you held with them?",
        help_text="For each: the post, with whom, from when until when.",
        rows=3,
        required=False,
    )
    statement = fields.ParagraphField(
        label="Statement of independence",
        help_text="In your own words: your background and how you are independent.",
        rows=8,
        required=False,
    )

    def __init__(self, *args: Any, member: PanelMember, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions_for(member.part)
        for question in self.questions:
            self.fields[question.code] = field = fields.YesNoField(label=question.words)
            forms.say_what_is_missing(field, label=question.words)
            if question.bars(Capacity(member.part)):
                field.help_text = "If so, somebody else takes this part."
        codes = [question.code for question in self.questions]
        if not set(codes) & set(ANSWERED_WITH_POSTS):
            del self.fields["posts_held"]
        if member.part in STATE_INDEPENDENCE:
            self.require_statement()
        self.order_fields([*codes, "posts_held"])

    def require_statement(self) -> None:
        statement = self.fields["statement"]
        statement.required = True
        statement.help_text = f"{statement.help_text} The report prints it."
        statement.error_messages["required"] = "Write the statement that the report will print"

    def answers(self) -> dict[str, bool]:
        return {question.code: self.cleaned_data[question.code] for question in self.questions}

    def take_original(self, *, by: User, at: datetime, review_ref: str) -> Document | None:
        """Receive what it is entered from: nothing, where the member makes it in person."""
        return None

    def declared_on(self, today: date) -> date:
        return today

    def comes_from(self, original: Document | None) -> dict[str, Any]:
        """Return the fields of its provenance."""
        return {}


class DeclarationForThemForm(DeclarationForm, ProvenanceForm):
    """A member's declaration, entered from what they sent or said."""

    def __init__(self, *args: Any, member: PanelMember, **kwargs: Any) -> None:
        super().__init__(*args, member=member, **kwargs)
        self.fields["on_behalf_of"].initial = ", ".join(
            filter(None, [member.full_name, member.job_title])
        )
        self.fields["given_on"].label = "When did they declare it?"
        last = list(ProvenanceForm.base_fields)
        self.order_fields([name for name in self.fields if name not in last] + last)

    def take_original(self, *, by: User, at: datetime, review_ref: str) -> Document | None:
        return take_file(self, "original", by=by, at=at, review_ref=review_ref)

    def declared_on(self, today: date) -> date:
        given_on: date = self.cleaned_data["given_on"]
        return given_on

    def comes_from(self, original: Document | None) -> dict[str, Any]:
        return self.provenance(original)
