"""Minutes that people are being asked about: said before anybody types a change to them."""

from django.http import HttpResponse
from django.shortcuts import redirect

from agencies.http import SignedInRequest
from pages import notices
from panels.models import Meeting
from panels.rules.meetings import check_nobody_is_asked
from reviews.access import Refused


def back_while_asked(request: SignedInRequest, meeting: Meeting) -> HttpResponse | None:
    """Return the way back to the meeting, which links the round, for a form that is only opened."""
    if request.method != "GET":
        return None  # what was typed is kept, and refused beside it
    try:
        check_nobody_is_asked(meeting)
    except Refused as refusal:
        notices.important(request, str(refusal))
        return redirect(meeting)
    return None
