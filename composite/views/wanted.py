"""
What part of the story somebody looks at: codes stand in the address, days and words do not.

A period and words that are searched for say something of a case, and addresses are logged, kept by
browsers and passed on. They are kept with the session, sealed, one narrowing for each review.
"""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils import timezone

from agencies.http import SignedInRequest
from composite.forms.narrowing import AddressForm, NarrowForm
from composite.queries.leaf import Turn
from composite.queries.narrowing import narrowing
from composite.queries.people import names_of
from composite.queries.scope import Narrowing
from privacy.seal import CannotUnseal, seal, unseal
from reviews.models import Person, Review

KEPT = ("period_from", "period_to", "words")
ADDRESSED = ("agency", "person", "weight", "enquiry")
PSEUDONYMS = "pseudonyms"  # what an address says of names, where they are not to be shown
NOTHING = dict.fromkeys(KEPT, "")


def key_of(review: Review) -> str:
    return f"composite:{review.pk}"


def kept(request: SignedInRequest, review: Review) -> dict[str, str]:
    """Return what somebody narrowed this review's story to; nothing where a key is gone."""
    sealed = request.session.get(key_of(review))
    if not sealed:
        return dict(NOTHING)
    try:
        return {**NOTHING, **json.loads(unseal(sealed, place=key_of(review)))}
    except CannotUnseal:
        return dict(NOTHING)


def keep(request: SignedInRequest, review: Review, said: Mapping[str, str]) -> None:
    """Keep what is said for this review; an empty narrowing is forgotten."""
    told = {name: said.get(name, "").strip() for name in KEPT}
    if any(told.values()):
        request.session[key_of(review)] = seal(json.dumps(told), place=key_of(review))
    else:
        request.session.pop(key_of(review), None)


def form_of(said: Mapping[str, Any], *, searches: bool) -> tuple[NarrowForm, Narrowing]:
    """Return a form that was filled in, with its faults, and what it asks for."""
    form = NarrowForm(said)
    clean = form.cleaned_data if form.is_valid() else {}
    wanted, faults = narrowing(clean, year=timezone.localdate().year, searches=searches)
    for field, words in faults.items():
        form.add_error(field, words)
    return form, wanted


def in_address(asked: QueryDict) -> dict[str, Any]:
    """Return what an address says and makes sense; the rest of it is not there."""
    form = AddressForm(asked)
    form.is_valid()
    return {name: value for name, value in form.cleaned_data.items() if value}


def completed(wanted: Narrowing, said: Mapping[str, Any], people: list[Person]) -> Narrowing:
    """Return a narrowing with what the address adds to it."""
    person = next((one for one in people if one.pk == said.get("person")), None)
    enquiry = said.get("enquiry")
    return Narrowing(
        agency=said.get("agency", ""),
        earliest=wanted.earliest,
        latest=wanted.latest,
        words=wanted.words,
        names=names_of(person) if person else (),
        weight=said.get("weight", ""),
        enquiry=enquiry if isinstance(enquiry, UUID) else None,
    )


def turn_of(said: Mapping[str, Any]) -> Turn:
    return Turn(after=said.get("after"), before=said.get("before"), at=said.get("at"))
