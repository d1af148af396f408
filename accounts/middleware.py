"""What happens around every request, as far as the sign-in is concerned."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from accounts import kept
from accounts.sessions import SessionStore


class SessionInUseMiddleware:
    """Note when a session was last used: one that lies idle ends."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and isinstance(request.session, SessionStore):
            request.session.note_use(at=timezone.now())
        return response


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """Ask for a sign-in, and keep what somebody sent whose session ended while they typed."""

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., Any]) -> Any:
        if request.method == "POST":
            kept.keep(request)
        return super().handle_no_permission(request, view_func)
