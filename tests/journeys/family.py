"""Stage 6: somebody close to the person who died is asked, and chooses what they are called."""

from playwright.sync_api import Page

from tests.journeys.cast import (
    MOTHER,
    PERPETRATOR,
    PERPETRATOR_PSEUDONYM,
    REFERENCE,
    TODAY,
    VICTIM,
    VICTIM_PSEUDONYM,
)
from tests.journeys.desk import answer, follow, go_home, press, reads

THROUGH_THE_ADVOCATE = {
    "When was it?": TODAY,
    "Who was in touch with them?": "Iris Vane, independent chair",
    "By which route?": "Advocate",
    "In what way?": "Letter",
}


def write_to_the_mother(chair: Page) -> None:
    go_home(chair, REFERENCE)
    follow(chair, "Family and others")
    press(chair, "Add somebody")
    answer(
        chair,
        {
            "Who are they?": "Family member",
            "Otherwise, their name": MOTHER,
            "Relationship": "Mother",
            "By which route?": "Advocate",
            "Language": "English",
        },
    )
    press(chair, "Keep in the record")
    reads(chair, "Nothing was sent to them.")
    record(
        chair,
        "Letter or leaflet sent",
        {"Leaflet": "Leaflet for families", "Version of the leaflet": "June 2026"},
    )
    record(
        chair,
        "Advocacy offered",
        {"Which advocacy body?": "A homicide service", "What did they say?": "Accepted"},
    )


def keep_the_pseudonyms_she_chose(chair: Page) -> None:
    record(
        chair,
        "Pseudonym chosen or approved",
        {
            "For whom?": f"{VICTIM} (Person who died)",
            "Pseudonym": VICTIM_PSEUDONYM,
            "What did they say of it?": "They chose it",
        },
    )
    record(
        chair,
        "Pseudonym chosen or approved",
        {
            "For whom?": f"{PERPETRATOR} (Alleged perpetrator)",
            "Pseudonym": PERPETRATOR_PSEUDONYM,
            "What did they say of it?": "They approved it",
        },
    )


def record(chair: Page, what: str, answers: dict[str, object]) -> None:
    """Record on the page of somebody what happened between the review and them."""
    press(chair, "Record what happened")
    follow(chair, what)
    answer(chair, {**THROUGH_THE_ADVOCATE, **answers})
    press(chair, "Keep in the log")
    reads(chair, "It is in the log. Nothing was sent.")
