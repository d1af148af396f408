"""The public library: pages that anyone may read without signing in. No script, no cookie."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from documents import delivery
from publications.published.public import SUPPORT_LINES
from publications.queries import library as queries

A_PAGE = 25


@login_not_required
@require_GET
def library(request: HttpRequest) -> HttpResponse:
    """List what partnerships have published, latest first."""
    asked = queries.Asked(
        words=request.GET.get("q", "").strip(),
        year=request.GET.get("year", ""),
        partnership=request.GET.get("partnership", ""),
        kind=request.GET.get("kind", ""),
    )
    page: Page[Any] = Paginator(queries.entries(asked), A_PAGE).get_page(request.GET.get("page"))
    page.object_list = [queries.entry_of(one) for one in page]
    context = {
        "page": page,
        "asked": asked,
        "years": queries.years(),
        "partnerships": queries.partnerships(),
        "kinds": queries.kinds(),
    }
    return render(request, "publications/library.html", context)


@login_not_required
@require_GET
def review(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one published review: what there is to read, and what became of it."""
    shown = queries.public_review(queries.published_or_404(reference))
    context = {"shown": shown, "support": SUPPORT_LINES}
    return render(request, "publications/library_review.html", context)


@login_not_required
@require_GET
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
def file(request: HttpRequest, reference: str, item: str) -> HttpResponseBase:
    """Hand out the same as a PDF."""
    found = queries.published_or_404(reference)
    document = queries.document_of(found, item)
    return delivery.download(document, as_name=f"{reference}-{item}.pdf")
