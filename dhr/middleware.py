"""What happens around every request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reviews.access import Refused

GetResponse = Callable[[HttpRequest], HttpResponse]


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
    """Show a refusal that no view expected, in its own words. Every other exception is a bug."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            return render(request, "errors/refused.html", {"refusal": str(exception)}, status=403)
        return None
