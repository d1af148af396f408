"""A library of clauses, and one of them with all it said before."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from clauses import access
from clauses.forms import SearchForm
from clauses.queries import shelf


@require_GET
def library(request: SignedInRequest, slug: str) -> HttpResponse:
    place = access.library_or_404(request.user, slug, today=timezone.localdate())
    form = SearchForm(request.GET)
    asked = form.asked()
    rows = list(shelf.found(shelf.wordings_of(place), asked))
    context = {
        "library": place,
        "form": form,
        "asked": asked,
        "groups": shelf.grouped(row for row in rows if not row.clause.is_retired),
        "retired": [row for row in rows if row.clause.is_retired],
    }
    return render(request, "clauses/library.html", context)


@require_GET
def clause(request: SignedInRequest, slug: str, clause_id: int) -> HttpResponse:
    found = access.clause_or_404(request.user, slug, clause_id, today=timezone.localdate())
    current, *before = found.wordings.select_related("written_by")
    context = {"library": found.library, "clause": found, "wording": current, "before": before}
    return render(request, "clauses/clause.html", context)
