"""What the audit trail knows of every request: where it comes from, and who asks."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from audit import origin
from audit.acting import acting
from audit.models import ActorKind


class OriginMiddleware:
    """Stands inside the one that says who has signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        def who() -> tuple[ActorKind, int | None]:
            """Asked when something is changed: somebody may have signed in by then."""
            person = request.user.pk
            return (ActorKind.PERSON, person) if person else (ActorKind.SIGNED_OUT, None)

        with (
            origin.coming_from(origin.of(request)) as here,
            acting(who, request_id=here.request_id),
        ):
            return self.get_response(request)
