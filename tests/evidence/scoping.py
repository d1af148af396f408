"""What the tests of scoping share: who is asked, what is filled in, and where."""

from datetime import date

from django.urls import reverse

from evidence.operations.asking import Letter
from tests.factories.agencies import AgencyContactFactory, AgencyFactory

LETTER = Letter(due_on=date(2026, 2, 16), whom_to_ring="Ola Farrow, 0100 1")
FILLED = {
    "due_on_day": "16",
    "due_on_month": "2",
    "due_on_year": "2026",
    "whom_to_ring": "Ola Farrow, 0100 1",
    "note": "",
    "admit_contacts": "on",
}


def boxed(**kwargs):
    """An agency with a secure mailbox and nobody named."""
    return AgencyFactory(secure_email=f"box@{kwargs.get('slug', 'body')}.example", **kwargs)


def named(**kwargs):
    """An agency with a single point of contact."""
    return AgencyContactFactory(agency=AgencyFactory(**kwargs), is_single_point=True).agency


def address(review, page="confirm-asking", *agencies, **asked):
    path = reverse(f"evidence:{page}", args=[review.reference])
    query = "&".join(
        [f"agency={agency.pk}" for agency in agencies] + [f"{k}={v}" for k, v in asked.items()]
    )
    return f"{path}?{query}"


def shown(response):
    return response.content.decode()


def at(part, name, *more):
    return reverse(f"evidence:{name}", args=[part.review.reference, part.pk, *more])


NIL = {
    "records_secured": "yes",
    "return_kind": "NIL",
    "systems_searched": "Case system and paper archive",
    "names_searched": "Both surnames, Address 1",
    "searched_from_day": "1",
    "searched_from_month": "1",
    "searched_from_year": "2015",
    "searched_by": "Ines Okoro, records manager",
}
