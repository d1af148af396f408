from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from documents.forms import ReceivedFileField
from documents.kinds import DocumentKind
from letters.operations.letterheads import Said
from letters.papers.letter_file import is_drawable
from letters.rules import LARGEST_LOGO
from pages import fields, forms

PICTURES = frozenset({DocumentKind.PNG, DocumentKind.JPEG})


class LetterheadForm(forms.Form):
    address = fields.ParagraphField(label="Address", rows=4, required=False)
    telephone = fields.LineField(label="Telephone", max_length=40, width=20, required=False)
    email = fields.EmailField(label="Email", required=False)
    signed_by = fields.LineField(
        label="Who signs letters, unless somebody else is named",
        max_length=200,
        required=False,
    )
    signed_by_post = fields.LineField(label="Their post", max_length=200, required=False)
    logo = ReceivedFileField(
        label="Logo",
        accept=PICTURES,
        required=False,
    )
    drop_logo = django_forms.BooleanField(label="Use no logo any more", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["logo"].help_text = (
            "A small picture, wider than it is high: PNG or JPEG, up to "
            f"{LARGEST_LOGO // 1000} KB. Letters look right without one."
        )

    def clean_logo(self) -> Any:
        """Refuse a picture that would not show in a letter, before any letter misses it."""
        logo = self.cleaned_data["logo"]
        if not isinstance(logo, UploadedFile):
            return logo
        content = logo.read()
        logo.seek(0)
        if not is_drawable(content):
            raise ValidationError(
                "Word cannot show this picture. Open it, save it again as PNG, and choose that."
            )
        return logo

    def said(self) -> Said:
        names = ("address", "telephone", "email", "signed_by", "signed_by_post")
        return Said(**{name: self.cleaned_data[name] for name in names})
