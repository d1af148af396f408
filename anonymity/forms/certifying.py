from collections.abc import Iterable
from typing import Any

from django import forms as django_forms

from anonymity.models import Destination
from pages import fields, forms


class CertifyForm(forms.Form):
    """Where it goes, and that one has read it."""

    destination = django_forms.ChoiceField(
        label="Where does it go?",
        widget=django_forms.RadioSelect,
        error_messages={"required": "Choose where it goes"},
    )
    has_read = django_forms.BooleanField(
        label="I have read it as a stranger would, a relative, and somebody who wishes harm, and "
        "found nobody given away",
        error_messages={"required": "Tick that you have read it. If you have not, read it first"},
    )

    def __init__(self, *args: Any, destinations: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["destination"].choices = [  # type: ignore[attr-defined]
            (one.value, fields.Hinted(one.label, hint=signed_by(one)))
            for one in Destination
            if one in set(destinations)
        ]


class SignForm(forms.Form):
    has_read = CertifyForm.base_fields["has_read"]


class WithdrawForm(forms.Form):
    reason = fields.ParagraphField(
        label="Why is it withdrawn?", rows=3, error_messages={"required": "Say why it is withdrawn"}
    )


def signed_by(destination: Destination) -> str:
    return "One person certifies." if destination.signatures == 1 else "Two people certify."
