"""Before any death: a partnership gives its posts, and knows whom to ask."""

from playwright.sync_api import Page

from tests.journeys.cast import HOSPITAL, HOUSING, PARTNERSHIP, POLICE, SURGERY
from tests.journeys.desk import answer, follow, press, reads
from tests.journeys.people import Person


def give_first_post(administrator: Page, holder: Person, post: str) -> None:
    """There is nobody yet to confirm it: it begins at once."""
    follow(administrator, f"Posts in {PARTNERSHIP}")
    give_post(administrator, holder, post)
    reads(administrator, f"{holder.full_name} is now {post}")


def give_posts(administrator: Page, officer: Page, posts: dict[Person, str]) -> None:
    """What an administrator gives begins when the officer has confirmed it."""
    for holder, post in posts.items():
        give_post(administrator, holder, post)
        reads(administrator, f"{holder.full_name} is to be {post}")
        follow(officer, "Domestic homicide reviews")
        follow(officer, f"Confirm the post of {holder.full_name}, or refuse it")
        reads(officer, holder.full_name, holder.email, post)
        press(officer, "Confirm the post")
        reads(officer, f"{holder.full_name} is now {post}")


def give_post(administrator: Page, holder: Person, post: str) -> None:
    press(administrator, "Give somebody a post")
    answer(
        administrator,
        {"Which post?": post, "Email address": holder.email, "Full name": holder.full_name},
    )
    press(administrator, "Give the post")


def fill_the_directory(officer: Page, *, police: Person, hospital: Person) -> None:
    follow(officer, "The directory of agencies")
    add_body(officer, POLICE, kind="Police", contact=police)
    add_body(officer, HOSPITAL, kind="Hospital trust", contact=hospital)
    add_body(officer, HOUSING, kind="Housing provider", mailbox="reviews@riverbank.example")
    add_body(officer, SURGERY, kind="GP practice", mailbox="desk@meadow.example")


def add_body(
    officer: Page, name: str, *, kind: str, contact: Person | None = None, mailbox: str = ""
) -> None:
    press(officer, "Add a body")
    answer(
        officer,
        {"Name": name, "Kind": kind, "Area": "Northside", "Secure email address": mailbox},
    )
    press(officer, "Add the body")
    if contact:
        answer(
            officer,
            {
                "Full name": contact.full_name,
                "Email address": contact.email,
                "The single point of contact for reviews": True,
            },
        )
        press(officer, "Add the contact")
    follow(officer, "Agencies")
