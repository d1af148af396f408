"""The pages for what went wrong. They keep the frame of every other page where there is one."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

WORTH_COPYING = 30  # letters: whoever typed more would rather not type it again
SECRETS = ("password", "code", "token")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return plain("errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "errors/csrf.html", {"typed": typed_in(request)}, status=403)


def typed_in(request: HttpRequest) -> Sequence[str]:
    """Return the long texts that a page of ours sent; of what another site sent, nothing."""
    if request.headers.get("Origin") != f"{request.scheme}://{request.get_host()}":
        return []
    return [
        text
        for name, texts in request.POST.lists()
        if not any(secret in name for secret in SECRETS)
        for text in texts
        if len(text) > WORTH_COPYING
    ]


def server_error(request: HttpRequest) -> HttpResponse:
    return plain("errors/500.html", status=500)


def cannot_read(request: HttpRequest) -> HttpResponse:
    """Something sealed does not open: the key is missing, or the value is not as it was written."""
    return plain("errors/sealed.html", status=503)


def plain(template: str, *, status: int) -> HttpResponse:
    """Answer without asking who is there: the session or the database may be what is broken."""
    context = {"product_name": settings.PRODUCT_NAME, "demonstration": settings.DEMONSTRATION}
    return HttpResponse(render_to_string(template, context), status=status)
