"""How Maren's sister was kept in touch with, from the first letter to the day of publication."""

from dhr.demonstration.report.teller import Teller
from families.models import EntryKind
from families.models import Route as FamilyRoute
from families.operations.contacts import Plan, add_contact
from families.operations.log import Happening, record_entry
from reviews.models import PersonRole


def tell(teller: Teller) -> None:
    sister = teller.review.people.get(role=PersonRole.FAMILY)
    contact = add_contact(
        review=teller.review,
        plan=Plan(kind="FAMILY", relationship="Sister", route=FamilyRoute.FLO, person=sister),
        **teller.writing,
    )
    for happening in (
        Happening(
            kind=EntryKind.LETTER,
            happened_on=teller.clock.ago(days=975),
            leaflet="FAMILY",
            words="First letter of the chair, with the leaflet for families.",
        ),
        Happening(
            kind=EntryKind.ADVOCACY,
            happened_on=teller.clock.ago(days=950),
            advocacy_body="Specialist and peer support for families",
            advocacy_answer="ACCEPTED",
        ),
        Happening(
            kind=EntryKind.RESPONSE,
            happened_on=teller.clock.ago(days=950),
            response="CONTRIBUTES",
            words="Wishes to meet the chair and to read the drafts.",
        ),
        Happening(
            kind=EntryKind.DRAFT,
            happened_on=teller.clock.ago(days=518),
            version_label="Draft 1",
            days_given=28,
            read_how="PAPER",
        ),
        Happening(
            kind=EntryKind.PUBLICATION,
            happened_on=teller.clock.ago(days=104),
            publication_on=teller.clock.ago(days=60),
        ),
    ):
        record_entry(
            contact=contact, happening=happening, today=teller.clock.today, **teller.writing
        )
