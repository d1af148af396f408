"""How Maren's sister was kept in touch with, from the first letter to the day of publication."""

from dhr.demonstration.report.teller import Teller
from families.models import Answered, EntryKind, ExtractKind, FamilyContact, Reach
from families.models import Route as FamilyRoute
from families.operations.contacts import Plan, add_contact
from families.operations.extracts import Permitted, keep_extract, release_extract
from families.operations.log import Happening, record_entry
from families.operations.questions import answer_question, ask_question


def tell(teller: Teller) -> None:
    sister = teller.review.people.get(relationship="Sister")
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
            kind=EntryKind.REFERRAL,
            happened_on=teller.clock.ago(days=960),
            advocacy_body="Specialist and peer support for families",
            referral_answer="HOLDS",
            words="The police referred her in the first week.",
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
    tell_their_words(teller, contact)
    tell_their_question(teller, contact)


def tell_their_words(teller: Teller, contact: FamilyContact) -> None:
    """A pen portrait that she lets the panel and the world read."""
    kept = keep_extract(
        contact=contact,
        permitted=Permitted(
            kind=ExtractKind.PEN_PORTRAIT,
            words="She grew tomatoes on every sill she ever had, and gave most of them away.",
            allowed_by="Her sister, in a letter",
            allowed_on=teller.clock.ago(days=500),
            allowed_to=Reach.PUBLICATION,
        ),
        today=teller.clock.today,
        **teller.writing,
    )
    release_extract(extract=kept, to=Reach.PANEL, **teller.writing)


def tell_their_question(teller: Teller, contact: FamilyContact) -> None:
    asked = ask_question(
        contact=contact,
        words="Did anybody ask her on her own?",
        asked_on=teller.clock.ago(days=949),
        today=teller.clock.today,
        **teller.writing,
    )
    answer_question(
        question=asked,
        answered=Answered.REPORT,
        answer="The chapter that answers the lines of enquiry",
        **teller.writing,
    )
