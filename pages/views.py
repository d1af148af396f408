from types import SimpleNamespace

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from pages import gallery

SOMEBODY = SimpleNamespace(is_authenticated=True, full_name="Anna Okafor")
HATS = [
    {"key": "1", "role": "CSP officer", "place": "Eastmere Partnership", "is_worn": True},
    {"key": "2", "role": "IMR author", "place": "Northside Housing", "is_worn": False},
]


@login_not_required
def components(request: HttpRequest) -> HttpResponse:
    """Show every component and every field. There is an address for this in debug only."""
    context = {
        **gallery.examples(timezone.localdate()),
        "now": timezone.now(),
        "empty_form": gallery.GalleryForm(prefix="empty"),
        "broken_form": gallery.broken_form(),
        "user": SOMEBODY,
        "hat": HATS[0],
        "hats": HATS,
        "hat_switch": "#hat",
    }
    return render(request, "pages/gallery.html", context)
