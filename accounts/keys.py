"""Security keys and passkeys: allauth and fido2 do the ceremonies, pages ask for them here."""

import json
import struct
from ipaddress import ip_address
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from agencies.access import Refused
from agencies.models import User

# What a browser that sends nonsense can make the library raise
NONSENSE = (ValidationError, ValueError, TypeError, LookupError, AttributeError, struct.error)


def are_offered(request: HttpRequest) -> bool:
    """Test whether a browser would take part: never at an address in numbers, or without TLS."""
    host = request.get_host().rpartition(":")[0] or request.get_host()
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return request.is_secure() or host == "localhost"
    return False


def options_to_add(user: User) -> str:
    return json.dumps(auth.begin_registration(user, passwordless=False))


def options_to_answer(user: User) -> str:
    return json.dumps(auth.begin_authentication(user))


def new_key(typed: str) -> dict[str, Any]:
    """Return what a new key said of itself. Raises Refused where it did not answer us."""
    try:
        said: dict[str, Any] = json.loads(typed)
        auth.parse_registration_response(said)
        auth.complete_registration(said)
    except NONSENSE as fault:
        raise Refused("The key did not answer as it should. Try again.") from fault
    return said


def use_key(user: User, typed: str) -> bool:
    """Test whether one of a person's keys answered the question put to it, and note its use."""
    try:
        said = json.loads(typed)
        auth.parse_authentication_response(said)
        row: Authenticator = auth.complete_authentication(user, said)
    except NONSENSE:
        return False
    row.record_usage()
    return True
