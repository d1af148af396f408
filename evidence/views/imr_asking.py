"""A page of one form about an agency's evidence: what all of them share."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from agencies.http import SignedInRequest
from documents.forms import ProvenanceForm
from documents.models import Document
from evidence.access import follows
from reviews.models import AgencyInvolvement


def ask(
    request: SignedInRequest,
    part: AgencyInvolvement,
    form: BaseForm,
    *,
    heading: str,
    button: str,
    back: str,
    lede: str = "",
    **more: Any,
) -> HttpResponse:
    """Show a form, with the way back to the page it was opened from."""
    context = {
        "review": part.review,
        "part": part,
        "form": form,
        "heading": heading,
        "lede": lede,
        "button": button,
        "back": back,
        "is_inside": follows(request.user, part),
        **more,
    }
    return render(request, "evidence/imr_ask.html", context)


def address(part: AgencyInvolvement, page: str, *more: object) -> str:
    return reverse(f"evidence:{page}", args=[part.review.reference, part.pk, *more])


def provenance_of(form: BaseForm, original: Document | None) -> dict[str, Any]:
    """Return where something comes from; nothing where its own person enters it on the page."""
    return form.provenance(original) if isinstance(form, ProvenanceForm) else {}
