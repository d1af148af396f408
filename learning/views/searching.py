"""Search what was recommended and learnt across reviews."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from agencies.http import SignedInRequest
from learning import access
from learning.forms.searching import SearchForm
from learning.queries import results, search
from learning.views import wanted

A_PAGE = 25


@require_GET
def learning(request: SignedInRequest, slug: str) -> HttpResponse:
    """List what fits, the latest first, with what became of it."""
    today = timezone.localdate()
    place = access.place_or_404(request.user, slug, today=today)
    asked = wanted.asked_in(request, place)
    found = search.told(search.in_order(search.find(place, asked)), asked)
    page: Page[Any] = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    page.object_list = results.lines_of(page.object_list)
    context = {
        "partnership": place,
        "page": page,
        "asked": asked,
        "form": SearchForm(initial={"words": asked.words, "body": asked.body}),
        "themes": results.themes_in(place, asked),
        "years": results.years_in(place),
        **results.fixed_choices(),
        "keeps": access.keeps(request.user, place, today=today),
    }
    return render(request, "learning/learning.html", context)


@require_POST
def narrow(request: SignedInRequest, slug: str) -> HttpResponse:
    """Keep the words that somebody searches for, away from the address."""
    place = access.place_or_404(request.user, slug, today=timezone.localdate())
    form = SearchForm(request.POST)
    if form.is_valid():
        wanted.keep(request, place, form.cleaned_data)
    chosen = request.GET.copy()
    chosen.pop("page", None)
    ending = f"?{chosen.urlencode()}" if chosen else ""
    return redirect(f"{reverse('learning:learning', args=[slug])}{ending}")
