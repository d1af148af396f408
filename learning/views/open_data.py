"""The open data, for anybody without signing in. No script, no cookie, nobody's name."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from documents.delivery import offer_data
from learning.queries.open_files import ready, schema
from publications.views.caching import may_be_kept

FORMS = ("json", "csv")
SCHEMA = "schema"


@login_not_required
@require_GET
@may_be_kept
def open_data(request: HttpRequest) -> HttpResponse:
    """Say what the set holds, and hand it out."""
    return render(request, "learning/open_data.html", {"ready": ready()})


@login_not_required
@require_GET
@may_be_kept
def open_data_file(request: HttpRequest, form: str) -> HttpResponseBase:
    """Hand out the whole set, or its schema. Raises Http404 while the set is being made anew."""
    if form == SCHEMA:
        return offer_data(schema(), ending="json", as_name="learning-schema")
    there = ready()
    if form not in FORMS or there is None:
        raise Http404
    content = there.path(form).read_bytes()
    return offer_data(content, ending=form, as_name="learning-from-reviews")
