"""The address of one's own calendar: made, replaced and stopped here, and what programs read."""

from functools import partial

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from accounts.views.doors import for_who_confirmed, no_store
from agencies.http import SignedInRequest
from guests.http import origin
from pages import notices
from privacy import row_locks
from reminders.access import feed_behind
from reminders.operations import feeds as operations
from reminders.queries import feeds as queries
from reminders.queries.calendar import calendar_of, owed_by

ROBOTS = "noindex, nofollow, noarchive"


@require_GET
def feed_page(request: SignedInRequest) -> HttpResponse:
    feed = queries.feed_of(request.user)
    read_on = queries.last_read_of(feed) if feed else None
    return render(request, "reminders/calendar.html", {"feed": feed, "read_on": read_on})


@require_POST
@no_store
@partial(for_who_confirmed, page="reminders:calendar")
def make_feed(request: SignedInRequest) -> HttpResponse:
    """Show the address in the answer to what made it. No page shows it again."""
    secret = operations.make_feed(user=request.user, at=timezone.now())
    address = f"{settings.BASE_URL}{reverse('reminders:feed', args=[secret])}"
    return render(request, "reminders/calendar_address.html", {"address": address})


@require_POST
def stop_feed(request: SignedInRequest) -> HttpResponse:
    operations.stop_feed(user=request.user, by=request.user, at=timezone.now())
    notices.done(request, "The address opens nothing any more.")
    return redirect("reminders:calendar")


@login_not_required
@no_store
@require_GET
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """What a calendar program reads. To whoever has no such address nothing is there."""
    now, today = timezone.now(), timezone.localdate()
    found = feed_behind(token, origin=origin(request), today=today, at=now)
    if found is None:  # an answer, not an exception: what was noted of it has to stand
        return render(request, "errors/404.html", status=404)
    with row_locks.for_person(found.user_id):
        written = calendar_of(owed_by(found.user, today=today), today=today)
        operations.note_read(feed=found, at=now)
    return HttpResponse(
        written,
        content_type="text/calendar; charset=utf-8",
        headers={
            "Content-Disposition": 'inline; filename="deadlines.ics"',
            "X-Robots-Tag": ROBOTS,
        },
    )
