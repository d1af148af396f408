"""What a page says after a change. Shown once, on the next page."""

from django.contrib import messages
from django.http import HttpRequest


def done(request: HttpRequest, words: str, *, undo: str = "") -> None:
    """
    Say what happened, with an Undo button where undoing is honest.

    undo: the address that takes the change back when posted to.
    """
    messages.success(request, words, extra_tags=undo)


def important(request: HttpRequest, words: str) -> None:
    """Say what the reader should know and did not ask for."""
    messages.warning(request, words)
