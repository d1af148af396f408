"""
What somebody searches for: codes stand in the address, words do not.

Words that are searched for say something of a case, and addresses are logged, kept by browsers and
passed on. They are kept with the session, sealed, one search for each partnership.
"""

import json
from collections.abc import Mapping

from agencies.http import SignedInRequest
from agencies.models import CommunitySafetyPartnership
from learning.queries.asked import ADDRESSED, Asked, asked_for
from privacy.seal import CannotUnseal, seal, unseal

KEPT = ("words", "body")


def key_of(place: CommunitySafetyPartnership) -> str:
    return f"learning:{place.pk}"


def kept(request: SignedInRequest, place: CommunitySafetyPartnership) -> dict[str, str]:
    """Return the words that somebody searches for here; nothing where a key is gone."""
    nothing = dict.fromkeys(KEPT, "")
    sealed = request.session.get(key_of(place))
    if not sealed:
        return nothing
    try:
        return {**nothing, **json.loads(unseal(sealed, place=key_of(place)))}
    except CannotUnseal:
        return nothing


def keep(
    request: SignedInRequest, place: CommunitySafetyPartnership, said: Mapping[str, str]
) -> None:
    """Keep the words for this partnership; none at all are forgotten."""
    told = {name: str(said.get(name, "")).strip() for name in KEPT}
    if any(told.values()):
        request.session[key_of(place)] = seal(json.dumps(told), place=key_of(place))
    else:
        request.session.pop(key_of(place), None)


def asked_in(request: SignedInRequest, place: CommunitySafetyPartnership) -> Asked:
    address = {name: request.GET.get(name, "") for name in ADDRESSED}
    return asked_for(address, **kept(request, place))
