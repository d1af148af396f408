"""What is put to people in a round, whatever it is."""

from dataclasses import dataclass

from documents.models import Document
from panels.models import SubjectKind, TermsOfReference
from panels.published.outline import as_text, text_hash
from panels.queries.terms import published


@dataclass(frozen=True, kw_only=True)
class RoundSubject:
    """
    A text or a document that people are asked to agree.

    key: which one within its kind. label: what it is called, without a name of the case in it.
    is_sensitive: marked OFFICIAL-SENSITIVE; people without an account are then given it by
    other means and see only its version and hash here.
    """

    kind: SubjectKind
    key: str
    label: str
    version: str
    text: str = ""
    document: Document | None = None
    is_sensitive: bool = True

    @property
    def sha256(self) -> str:
        return self.document.sha256 if self.document else text_hash(self.text)

    @property
    def title(self) -> str:
        return f"{self.label}, version {self.version}"


def terms_as_subject(terms: TermsOfReference) -> RoundSubject:
    return RoundSubject(
        kind=SubjectKind.TERMS,
        key=str(terms.pk),
        label="Terms of reference",
        version=str(terms.number),
        text=as_text(published(terms)),
    )
