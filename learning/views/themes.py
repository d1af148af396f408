"""The themes of a partnership: how they come back, and the officer who keeps them in order."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from learning import access
from learning.forms.themes import GiveThemesForm, NameForm, TogetherForm
from learning.operations import themes as operations
from learning.queries import themes as queries
from learning.queries.results import month, title_of
from learning.queries.years_picture import picture_of
from pages import notices
from reviews.access import Refused


@require_GET
def themes(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show in which years each theme was recommended, as a picture and as its table."""
    today = timezone.localdate()
    place = access.place_or_404(request.user, slug, today=today)
    rows = queries.rows_of(place)
    context = {
        "partnership": place,
        "rows": rows,
        "picture": picture_of(rows),
        "keeps": access.keeps(request.user, place, today=today),
    }
    return render(request, "learning/themes.html", context)


@require_http_methods(["GET", "POST"])
def theme(request: SignedInRequest, slug: str, theme_id: int) -> HttpResponse:
    """Call a theme by another name, and let it leave with the open data."""
    today = timezone.localdate()
    place = access.kept_place_or_404(request.user, slug, today=today)
    found = access.theme_or_404(place, theme_id)
    form = NameForm(request.POST or None, initial={"name": found.name})
    if request.method == "POST" and form.is_valid():
        try:
            operations.name_theme(
                theme=found, **form.cleaned_data, today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The theme is named. What was published reads as before.")
            return redirect("learning:themes", slug)
    return render(
        request, "learning/theme.html", {"partnership": place, "theme": found, "form": form}
    )


@require_http_methods(["GET", "POST"])
def together(request: SignedInRequest, slug: str, theme_id: int) -> HttpResponse:
    """Bring a theme into another one."""
    today = timezone.localdate()
    place = access.kept_place_or_404(request.user, slug, today=today)
    found = access.theme_or_404(place, theme_id)
    form = TogetherForm(
        request.POST or None, theme=found, initial={"into": request.GET.get("into", "")}
    )
    if request.method == "POST" and form.is_valid():
        try:
            into = operations.bring_together(
                theme=found, **form.cleaned_data, today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"Both are “{into.name}” now.")
            return redirect("learning:themes", slug)
    return render(
        request, "learning/together.html", {"partnership": place, "theme": found, "form": form}
    )


@require_http_methods(["GET", "POST"])
def give_themes(request: SignedInRequest, slug: str, lesson_id: int) -> HttpResponse:
    """Say what a published recommendation or learning point is about."""
    today = timezone.localdate()
    place = access.kept_place_or_404(request.user, slug, today=today)
    lesson = access.lesson_or_404(place, lesson_id)
    given = "\n".join(lesson.themes.values_list("name", flat=True))
    form = GiveThemesForm(request.POST or None, initial={"themes": given})
    if request.method == "POST" and form.is_valid():
        try:
            operations.give_themes(
                lesson=lesson,
                words=form.cleaned_data["themes"],
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or "themes", str(refusal))
        else:
            notices.done(request, "Its themes are kept. Its words stay as they were published.")
            return redirect("learning:learning", slug)
    context = {
        "partnership": place,
        "lesson": lesson,
        "title": title_of(lesson),
        "month": month(lesson.published_on),
        "form": form,
        "themes": queries.names_in(place),
    }
    return render(request, "learning/give_themes.html", context)
