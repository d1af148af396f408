"""The public library: pages that anyone may read without signing in. No script, no cookie."""

from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_GET

from documents import delivery
from publications.published.public import SUPPORT_LINES
from publications.queries import library as queries
from publications.queries.library_filters import NARROWINGS
from publications.views.caching import View, may_be_kept

A_PAGE = 25
GONE = 410


def or_a_note(view: View) -> View:
    """Show the dated note where something was public and was taken down."""

    @wraps(view)
    def shown(request: HttpRequest, reference: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, reference, *args, **kwargs)
        except Http404:
            note = queries.withdrawn(reference)
            if note is None:
                raise
            context = {"note": note, "support": SUPPORT_LINES}
            return render(request, "publications/library_withdrawn.html", context, status=GONE)

    return shown


@login_not_required
@require_GET
@may_be_kept
def library(request: HttpRequest) -> HttpResponse:
    """List what partnerships have published, latest first."""
    asked = queries.Asked(
        words=request.GET.get("q", "").strip(),
        year=request.GET.get("year", ""),
        partnership=request.GET.get("partnership", ""),
        kind=request.GET.get("kind", ""),
        more={one.name: value for one in NARROWINGS if (value := request.GET.get(one.name, ""))},
    )
    page: Page[Any] = Paginator(queries.entries(asked), A_PAGE).get_page(request.GET.get("page"))
    page.object_list = [queries.entry_of(one) for one in page]
    context = {
        "page": page,
        "asked": asked,
        "years": queries.years(),
        "partnerships": queries.partnerships(),
        "kinds": queries.kinds(),
        "more": queries.more_choices(asked),
    }
    return render(request, "publications/library.html", context)


@login_not_required
@require_GET
@may_be_kept
@or_a_note
def review(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one published review: what there is to read, and what became of it."""
    shown = queries.public_review(queries.published_or_404(reference))
    context = {"shown": shown, "support": SUPPORT_LINES}
    return render(request, "publications/library_review.html", context)


@login_not_required
@require_GET
@may_be_kept
@or_a_note
def page(request: HttpRequest, reference: str, item: str) -> HttpResponse:
    """Show a report, summary, plan or letter as a page."""
    found = queries.published_or_404(reference)
    context = {
        "entry": queries.entry_of(found),
        "item": queries.page_of(found, item),
        "slug": item,
        "support": SUPPORT_LINES,
    }
    return render(request, "publications/library_page.html", context)


@login_not_required
@require_GET
@may_be_kept
@or_a_note
def file(request: HttpRequest, reference: str, item: str) -> HttpResponseBase:
    """Hand out the same as a PDF."""
    found = queries.published_or_404(reference)
    document = queries.document_of(found, item)
    etag = f'"{document.sha256}"'
    if same := get_conditional_response(request, etag=etag):  # before the file is opened
        return same
    response = delivery.download(document, as_name=f"{reference}-{item}.pdf")
    response["ETag"] = etag
    return response
