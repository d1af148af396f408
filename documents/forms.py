"""How a page asks for a file, and for the provenance of what is entered for somebody else."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms as django_forms
from django.core import signing

from audit.models import ActorKind
from documents import intake, limits
from documents.kinds import CORRESPONDENCE, DocumentKind
from documents.models import Document, Route
from pages import fields, forms

if TYPE_CHECKING:
    from agencies.models import User

SALT = "documents.kept"
PASSWORD_REFUSALS = {"password", "wrong_password"}
KEPT_FOR = 24 * 3600  # seconds; after that the person chooses the file again


class KeptFileInput(django_forms.FileInput):
    """
    A file input that does not forget. A browser empties it when a form comes back with errors;
    so the file that was received stands beside it, in a hidden input with a signed number.

    takes_password: asks for the password of a protected file, which is sent back to no page.
    """

    template_name = "documents/kept_file.html"

    def __init__(
        self, attrs: dict[str, Any] | None = None, *, takes_password: bool = False
    ) -> None:
        super().__init__(attrs)
        self.takes_password = takes_password
        self.needs_password = False
        self.kept: Document | None = None
        self.kept_for = ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        context["takes_password"] = self.takes_password
        context["needs_password"] = self.needs_password
        if self.kept and self.kept_for:
            sealed = signing.dumps([self.kept.pk, self.kept_for], salt=SALT)
            context["kept"] = {"name": self.kept.original_name, "value": sealed}
        return context

    def password(self, data: Any, name: str) -> str:
        """Return what was typed as the password of the file."""
        return str(data.get(f"{name}_password", "")) if self.takes_password else ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.get(name) or data.get(f"{name}_kept") or None


class ReceivedFileField(fields.FileField):
    """
    A file that is received while the form is filled in: call `take_file` before `is_valid`.

    accept: the kinds that will do. is_picture: keep nothing of it but its colours. The
    limits of `documents.limits` stand in the hint.
    """

    widget: KeptFileInput

    def __init__(
        self,
        *,
        accept: frozenset[DocumentKind] = CORRESPONDENCE,
        is_picture: bool = False,
        **kwargs: Any,
    ) -> None:
        self.accept, self.is_picture = accept, is_picture
        endings = sorted(ending for kind in accept for ending in kind.extensions)
        super().__init__(endings=endings, megabytes=limits.MAX_MEGABYTES, **kwargs)
        self.help_text = f"{self.help_text} {limits.unpacked_in_words(accept)}".strip()
        self.widget = KeptFileInput(
            attrs=self.widget.attrs, takes_password=bool(accept & limits.PROTECTED)
        )

    def clean(self, data: Any, initial: Any = None) -> Any:
        if isinstance(data, str):  # a file kept from the last try
            return data
        return super().clean(data, initial)


def take_file(
    form: django_forms.BaseForm,
    name: str,
    *,
    by: "User | ActorKind",
    kept_for: str = "",
    at: datetime,
    review_ref: str = "",
) -> Document | None:
    """
    Receive the file of one field, or find the one kept from the last try.

    kept_for: whose try it is, where nobody is signed in.

    Call it before `form.is_valid()`, so that the file survives whatever else is wrong. A refused
    file becomes the field's error. Returns None where there is no file.
    """
    form.is_valid()
    keeper = kept_for if isinstance(by, ActorKind) else f"user {by.pk}"
    given, field = form.cleaned_data.get(name), form.fields.get(name)
    if not given or not isinstance(field, ReceivedFileField):
        return None
    try:
        if isinstance(given, str):
            document = find_kept(given, accept=field.accept, keeper=keeper)
        else:
            document = intake.receive(
                given,
                accept=field.accept,
                password=field.widget.password(form.data, form.add_prefix(name)),
                is_picture=field.is_picture,
                by=by,
                at=at,
                review_ref=review_ref,
            )
    except intake.FileRefused as refusal:
        form.add_error(name, str(refusal))
        field.widget.needs_password = refusal.code in PASSWORD_REFUSALS
        return None
    field.widget.kept, field.widget.kept_for = document, keeper
    return document


def find_kept(sealed: str, *, accept: frozenset[DocumentKind], keeper: str) -> Document:
    """
    Return the file that a hidden input names.

    Raises FileRefused where it is not this keeper's, too old or of no kind asked for here.
    """
    try:
        pk, kept_for = signing.loads(sealed, salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        pk = kept_for = None
    kept = Document.objects.filter(pk=pk, kind__in=accept).first() if kept_for == keeper else None
    if kept is None:
        raise intake.FileRefused("not_kept", "Choose the file again")
    return kept


class ProvenanceForm(forms.Form):
    """
    Fields for what an officer enters for somebody else. Inherit it and put its fields last.

    `provenance(original)` gives the columns of `documents.models.Provenance`.
    """

    received_via = django_forms.ChoiceField(
        label="How did it reach you?",
        choices=[choice for choice in Route.choices if choice[0] != Route.PAGE],
        widget=django_forms.RadioSelect,
    )
    on_behalf_of = fields.LineField(label="Who gave it?", help_text="Name and post")
    given_on = fields.DateField(label="When did they give it?", called="The day they gave it")
    original = ReceivedFileField(
        label="The original",
        help_text="The email, letter or note of the call.",
        required=False,
    )

    def provenance(self, original: Document | None) -> dict[str, Any]:
        return {
            "received_via": self.cleaned_data["received_via"],
            "on_behalf_of": self.cleaned_data["on_behalf_of"],
            "given_on": self.cleaned_data["given_on"],
            "original": original,
        }
