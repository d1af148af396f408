"""What a page says after a change. Shown once, on the next page."""

from django.conf import settings
from django.contrib import messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage
from django.http import HttpRequest


class NoticeCookie(CookieStorage):
    cookie_name = f"{settings.COOKIE_PREFIX}notices"


class Storage(FallbackStorage):
    """Notices wait in a cookie that this host alone can set; in the session where they are long."""

    storage_classes = (NoticeCookie, SessionStorage)


def done(request: HttpRequest, words: str, *, undo: str = "") -> None:
    """
    Say what happened, with an Undo button where undoing is honest.

    undo: the address that takes the change back when posted to.
    """
    messages.success(request, words, extra_tags=undo)


def important(request: HttpRequest, words: str) -> None:
    """Say what the reader should know and did not ask for."""
    messages.warning(request, words)
