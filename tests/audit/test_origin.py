"""Where an event came from."""

import pytest
from django.test import RequestFactory

from audit import origin
from audit.models import AuditEvent
from tests.factories.agencies import UserFactory

CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36"


@pytest.mark.parametrize(
    ("user_agent", "family"),
    [
        ("", ""),
        (CHROME, "Chrome"),
        (f"{CHROME} Edg/131.0.2903.86", "Edge"),
        (f"{CHROME} OPR/116.0", "Opera"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox"),
        ("Mozilla/5.0 (Macintosh) AppleWebKit/605.1 Version/18.1 Safari/605.1", "Safari"),
        ("curl/8.5.0", "Other"),
        ("Jane Smith", "Other"),
    ],
)
def test_a_browser_is_told_by_its_family_alone(user_agent, family):
    assert origin.browser_of(user_agent) == family


@pytest.mark.parametrize(
    ("proxies", "forwarded", "seen"),
    [
        (0, None, "192.0.2.1"),
        (0, "203.0.113.5", "192.0.2.1"),  # whoever asks may write anything there
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "6.6.6.6, 203.0.113.5", "203.0.113.5"),
        (2, "6.6.6.6, 203.0.113.5, 10.0.0.1", "203.0.113.5"),
        (2, "203.0.113.5", ""),  # fewer proxies than there should be: it may be anybody
        (1, None, ""),
        (1, "2001:db8::1", "2001:db8::1"),
        (1, "2001:0DB8:0::1", "2001:db8::1"),
        (1, "::ffff:203.0.113.5", "203.0.113.5"),
        (1, "Jane Smith", ""),
        (1, "1" * 60, ""),
    ],
)
def test_the_address_is_what_our_own_proxies_saw(settings, proxies, forwarded, seen):
    settings.PROXIES = proxies
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR="192.0.2.1")

    assert origin.address_of(request) == seen


def test_the_trail_says_where_a_request_came_from(db, client):
    client.force_login(UserFactory())
    client.get("/reviews/ZZ-DHR-1/people/", headers={"User-Agent": CHROME})

    event = AuditEvent.objects.get(event="access.refused")
    assert (event.address, event.browser) == ("127.0.0.1", "Chrome")
    assert len(event.request_id) == 32
    assert origin.current() is None


def test_nothing_is_noted_outside_a_request():
    origin.about(document_id=3)

    assert origin.current() is None
