"""What happens around every request."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pages import errors
from privacy.seal import CannotUnseal
from reviews.access import Refused

logger = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponse]


class BrowserMiddleware:
    """Let other sites take nothing of ours, and our pages nothing of the device."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = settings.PERMISSIONS_POLICY
        return response


class NoStoreMiddleware:
    """Keep signed-in pages out of every cache: whoever sits here next must not go back to them."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            response["Cache-Control"] = "no-store"
        return response


class RefusedMiddleware:
    """
    Show a refusal that no view expected, in its own words, and say where a key is missing.

    Every other exception is a bug.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            said = {"refusal": str(exception), "href": exception.href}
            return render(request, "errors/refused.html", said, status=403)
        if isinstance(exception, CannotUnseal):
            logger.error("%s", exception)  # says where and why, never what
            return errors.cannot_read(request)
        return None
