"""Many files at once."""

from typing import Any

from documents import limits
from documents.forms import PASSWORD_REFUSALS, KeptFileInput, ReceivedFileField
from documents.intake import FileRefused
from pages import forms
from replies.operations.reading import ATTACHED


class ManyFilesInput(KeptFileInput):
    """A file input that takes a whole folder's worth. What was taken in is kept at once."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.getlist(name)


class ManyFilesField(ReceivedFileField):
    """Files, each taken in or refused by itself."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        takes_password = bool(self.accept & limits.PROTECTED)
        self.widget = ManyFilesInput({"multiple": True}, takes_password=takes_password)

    def clean(self, data: Any, initial: Any = None) -> Any:
        given = [one for one in data if one]
        if not given and self.required:
            raise self.problem("required")
        return given


class AddRepliesForm(forms.Form):
    dropped = ManyFilesField(
        label="Emails, scans, PDF or Word files",
        help_text=(
            f"Choose all files of a folder, or drop them here: up to {limits.MOST_AT_ONCE} files "
            f"and {limits.MAX_MEGABYTES_AT_ONCE} MB at once."
        ),
        accept=ATTACHED,
        error_messages={"required": "Choose at least one file"},
    )

    @property
    def password(self) -> str:
        return ManyFilesInput.password(self.widget, self.data, self.add_prefix("dropped"))

    @property
    def widget(self) -> ManyFilesInput:
        widget = self.fields["dropped"].widget
        assert isinstance(widget, ManyFilesInput)  # noqa: S101 - of the field above
        return widget

    def leave_aside(self, name: str, refusal: FileRefused) -> None:
        """Say why one of them is not taken in."""
        self.add_error("dropped", f"{name}: {refusal}")
        if refusal.code in PASSWORD_REFUSALS:
            self.widget.needs_password = True

    def leave_out(self, name: str) -> None:
        """Say that one of them was more than one request may bring."""
        self.add_error("dropped", f"{name}: there were too many files at once. Add it now.")
