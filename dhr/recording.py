"""
What the trail says of the pages themselves: looked at, taken away, refused.

What changes something is recorded by the operation that does it. Whoever only looks calls no
operation, so it is recorded here, after the answer is made and before it is sent.
"""

import re
from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from agencies.models import User
from audit import origin, trail
from audit.kinds import TAKEN
from audit.models import ActorKind
from reviews import access

# Pages on which somebody can be recognised, by the event that looking at them makes. A test opens
# every page of a review and finds the one that is missing here.
LOOKED_AT = {
    "people.looked_at": {
        "anonymity:certificate",
        "anonymity:certify",
        "anonymity:check",
        "anonymity:decisions",
        "anonymity:change-kept-back",
        "anonymity:group",
        "anonymity:kept-back",
        "anonymity:remove-kept-back",
        "reviews:add-address",
        "reviews:change-person",
        "reviews:people",
        "reviews:ties",
    },
    "family.looked_at": {
        "actionplans:add-account",
        "letters:family-draft",
        "reports:copies",
        "reports:hand-over",
        "reports:perpetrator-copies",
        "reports:perpetrator-release-to",
        "reports:recall-copy",
        "reports:release",
        "reports:release-to",
        "reports:take-back-copy",
    },
    "family.words_looked_at": {
        "families:family-picture",
        "families:family-words",
        "families:perpetrator-words",
    },
    "scoping.looked_at": {
        "evidence:agency",
        "evidence:answer",
        "evidence:answered",
        "evidence:attempts",
        "evidence:confirm-asking",
        "evidence:record-return",
        "replies:replies",
        "evidence:scoping-letter",
    },
    "imr.looked_at": {
        "agencyfiles:read",
        "evidence:author-task",
        "evidence:evidence-request",
        "evidence:imr",
        "evidence:imr-accept",
        "evidence:imr-enquiries",
        "evidence:imr-enquiry",
        "evidence:imr-part",
        "evidence:imr-points",
        "evidence:imr-queries",
        "evidence:imr-sign-off",
        "evidence:imr-version",
    },
    "chronology.looked_at": {
        "actionplans:add-evidence",
        "chronologies:changes",
        "chronologies:chronology",
        "chronologies:columns",
        "chronologies:entries",
        "chronologies:release",
        "chronologies:sign-off",
        "chronologies:submission",
        "composite:agency-composite",
        "composite:ask-agency",
        "composite:composite",
        "composite:entry",
        "composite:exports",
        "composite:finding",
        "composite:findings",
        "composite:leave-out",
        "composite:narrative",
        "composite:question",
        "composite:questions",
        "composite:rewrite-paragraph",
        "composite:take-back-comment",
        "composite:write-paragraph",
    },
    "register.looked_at": {
        "decisions:record",
        "decisions:register",
        "decisions:take-back",
        "decisions:word",
    },
    "question.looked_at": {
        "questions:add",
        "questions:add-interview",
        "questions:answer",
        "questions:ask",
        "questions:change",
        "questions:delegate",
        "questions:note-interview",
        "questions:part",
    },
    "process.looked_at": {
        "panels:change-process",
        "proceedings:add-contact",
        "proceedings:change-contact",
        "proceedings:change-item",
        "proceedings:change-loan",
        "proceedings:change-media",
        "proceedings:contacts",
        "proceedings:disclosure",
        "proceedings:end-loan",
        "proceedings:loans",
        "proceedings:media",
        "proceedings:settle-item",
        "proceedings:show-items",
        "panels:process",
        "panels:processes",
    },
}
LOOKED_AT_IN = {"families": "family.looked_at"}  # every page of it
OPEN_TO_ALL = "publications:library"  # what is published is nobody's secret
EVENT_OF = {route: event for event, routes in LOOKED_AT.items() for route in routes}
REFERENCE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,59}")


class RecordingMiddleware:
    """Stands inside the one that says who has signed in, and outside whatever refuses."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        route = request.resolver_match.view_name if request.resolver_match else ""
        if route and (event := event_of(request, response, route=route)):
            parts = request.resolver_match.kwargs if request.resolver_match else {}
            record(event, request, route=route, parts=parts)
        return response


def event_of(request: HttpRequest, response: HttpResponse, *, route: str) -> str:
    """Return what the trail is to say of an answer, or nothing."""
    if response.status_code in (403, 404):
        return "access.refused" if request.user.is_authenticated else ""
    if response.status_code != 200:
        return ""
    if response.get("Content-Disposition", "").startswith("attachment"):
        here = origin.current()
        is_recorded = here is not None and bool(here.recorded & TAKEN)
        return "" if is_recorded or route.startswith(OPEN_TO_ALL) else "document.downloaded"
    if request.method != "GET":
        return ""
    looked_at = EVENT_OF.get(route) or LOOKED_AT_IN.get(route.partition(":")[0], "")
    return looked_at or in_emergency(request.user)


def in_emergency(user: object) -> str:
    """Every page that emergency access opens is recorded, whatever is on it."""
    reads = isinstance(user, User) and access.reads_in_emergency(user)
    return "emergency.looked_at" if reads else ""


def record(event: str, request: HttpRequest, *, route: str, parts: Mapping[str, object]) -> None:
    """Record it with the page's name and the numbers of its address, and nothing else of it."""
    here = origin.current()
    reference = str(parts.get("reference", ""))
    numbers = {name: value for name, value in parts.items() if isinstance(value, int)}
    trail.record(
        event,
        by=request.user if isinstance(request.user, User) else ActorKind.SIGNED_OUT,
        at=timezone.now(),
        review_ref=reference if REFERENCE.fullmatch(reference) else "",
        route=route,
        **(numbers | (here.about if here else {})),
    )
