"""What stands at the head of a partnership's letters."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.access import Refused, partnership_or_404
from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from letters.forms.letterhead import LetterheadForm
from letters.operations import letterheads
from letters.operations.letterheads import WRITES_LETTERHEAD
from letters.queries.writing import letterhead_of
from pages import notices


@require_http_methods(["GET", "POST"])
def letterhead(request: SignedInRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    place = partnership_or_404(request.user, slug, *WRITES_LETTERHEAD, today=today)
    known = letterhead_of(place)
    names = ("address", "telephone", "email", "signed_by", "signed_by_post")
    form = LetterheadForm(
        request.POST or None,
        request.FILES or None,
        initial={name: getattr(known, name) for name in names},
    )
    if known.logo is None:
        del form.fields["drop_logo"]
    if request.method == "POST":
        now = timezone.now()
        logo = take_file(form, "logo", by=request.user, at=now)
        if form.is_valid():
            try:
                letterheads.set_letterhead(
                    partnership=place,
                    said=form.said(),
                    logo=logo,
                    drop_logo=form.cleaned_data.get("drop_logo", False),
                    today=today,
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                notices.done(request, "The letterhead is set. Letters made before keep theirs.")
                return redirect("letters:letterhead", place.slug)
    context = {"partnership": place, "letterhead": known, "form": form}
    return render(request, "letters/letterhead.html", context)


@require_GET
def logo_file(request: SignedInRequest, slug: str) -> HttpResponseBase:
    place = partnership_or_404(request.user, slug, *WRITES_LETTERHEAD, today=timezone.localdate())
    logo = letterhead_of(place).logo
    if logo is None:
        raise Http404
    return delivery.download(logo, as_name=f"{place.slug}-logo")
