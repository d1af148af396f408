"""What a person sees who follows a link to a file that nobody may open yet, or any more."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from documents.models import FileNotOpen

GetResponse = Callable[[HttpRequest], HttpResponse]


class FileNotOpenMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Say why. Whoever got as far as the file had the right to it, or it is public."""
        if not isinstance(exception, FileNotOpen):
            return None
        context = {"words": str(exception), "is_refused": exception.is_refused}
        return render(request, "errors/file_not_open.html", context, status=404)
