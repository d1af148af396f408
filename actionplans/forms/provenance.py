"""Where something comes from, asked only when it is somebody else's."""

from typing import Any

from django.core.exceptions import ValidationError

from documents.forms import ProvenanceForm
from documents.models import Document

ASKED = ("received_via", "on_behalf_of", "given_on")


class SometimesForThemForm(ProvenanceForm):
    """
    Provenance that is needed only where other people's words are entered.

    Whoever inherits it says when: `is_in_their_words`.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ASKED:
            self.fields[name].required = False

    @property
    def is_in_their_words(self) -> bool:
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.is_in_their_words:
            for name in ASKED:
                if not cleaned.get(name) and name not in self.errors:
                    words = self.fields[name].error_messages["required"]
                    self.add_error(name, ValidationError(words, code="required"))
        return cleaned

    def provenance(self, original: Document | None) -> dict[str, Any]:
        """Return where it comes from; nothing where it is in nobody else's words."""
        return super().provenance(original) if self.is_in_their_words else {}
