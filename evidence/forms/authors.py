"""What the author of an IMR is asked about themselves."""

from typing import Any

from documents.forms import ProvenanceForm
from evidence.models import AUTHOR_QUESTIONS, AuthorDeclaration, ReportKind
from evidence.models.author_declaration import capacity_of
from evidence.operations.imr_authors import Author
from pages import fields, forms


class AuthorForm(forms.Form):
    """Post and independence, declared by the author."""

    job_title = fields.LineField(label="Your post", max_length=200)
    commissioned_by = fields.LineField(
        label="Who in your agency asked you to write it?",
        help_text="Name and post.",
        max_length=200,
        required=False,
    )
    connections = fields.ParagraphField(
        label="What lies behind your answers?",
        help_text=(
            "Needed where you answered yes: what, when, and why others can rely on what you write."
        ),
        required=False,
    )

    def __init__(self, *args: Any, kind: ReportKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for asked in AUTHOR_QUESTIONS:
            self.fields[asked.code] = field = fields.YesNoField(label=asked.words)
            forms.say_what_is_missing(field, label=asked.words)
            if asked.bars(capacity_of(kind)):
                field.help_text = f"If so, somebody else writes the {kind.noun}."
        codes = [asked.code for asked in AUTHOR_QUESTIONS]
        self.order_fields(["full_name", "job_title", "commissioned_by", *codes, "connections"])

    def author(self, **known: str) -> Author:
        """Return what was declared. known: the name, where the page does not ask for it."""
        said = self.cleaned_data
        return Author(
            full_name=said.get("full_name", "") or known["full_name"],
            job_title=said["job_title"],
            commissioned_by=said["commissioned_by"],
            answers={asked.code: said[asked.code] for asked in AUTHOR_QUESTIONS},
            connections=said["connections"],
        )

    @staticmethod
    def initial_of(declared: AuthorDeclaration | None) -> dict[str, Any]:
        """Return what was declared before, but for the answers: each time they are given anew."""
        names = ("job_title", "commissioned_by")
        return {name: getattr(declared, name) for name in names} if declared else {}


class AuthorForThemForm(AuthorForm, ProvenanceForm):
    """An author's declaration, entered from what they sent or said."""

    full_name = fields.LineField(label="Name of the author", max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["job_title"].label = "Their post"
        self.fields["commissioned_by"].label = "Who in the agency asked them to write it?"
        self.fields["connections"].label = "What lies behind their answers?"
        last = list(ProvenanceForm.base_fields)
        self.order_fields([name for name in self.fields if name not in last] + last)
