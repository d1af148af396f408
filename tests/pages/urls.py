"""The addresses that a page's frame needs, and the gallery."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.http import require_GET, require_POST

from pages.views import components


@login_not_required
@require_POST
def only_a_form(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


@login_not_required
@require_GET
def only_a_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("A page")


@login_not_required
def broken(request: HttpRequest) -> HttpResponse:
    raise ValueError


urlpatterns = [
    path("components/", components),
    path("only-a-form/", only_a_form, name="only-a-form"),
    path("only-a-page/", only_a_page),
    path("broken/", broken),
    path("agencies/", include("agencies.urls")),
    path("accounts/", include("accounts.urls")),
]
handler400 = "pages.errors.bad_request"
handler403 = "pages.errors.forbidden"
handler404 = "pages.errors.not_found"
handler500 = "pages.errors.server_error"
