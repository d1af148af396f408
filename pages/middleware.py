"""What happens around every request, as far as the page is concerned."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render


class NotAllowedPageMiddleware:
    """
    Give a person a page where Django would give an empty one.

    Happens when somebody's session ends while they send a form: after signing in again they
    are led back to an address that takes forms only.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed):
            response.content = render(request, "errors/405.html").content
        return response


class HeadMiddleware:
    """
    Answer HEAD as GET is answered, its body left behind: whoever checks a link or a download asks
    so. What stands below knows of GET alone; the server drops the body of the answer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "HEAD":
            return self.get_response(request)
        request.method = "GET"
        try:
            return self.get_response(request)
        finally:
            request.method = "HEAD"


class NoNullInAddressMiddleware:
    """Refuse a null character in what an address asks for: no database takes one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("There is a null character in the address.")
        return self.get_response(request)
