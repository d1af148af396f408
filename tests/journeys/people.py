"""The people of the partnership, each with a browser of their own and an account made by email."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page

from tests.journeys.desk import answer, press
from tests.live import LiveApp

PASSWORD = "lantern orchard bicycle"
PATIENCE = 20  # seconds for the worker to have sent a letter
LINK = re.compile(r"http\S+")


def shown_by(secret: str, *, steps: int = 0) -> str:
    """Return the code that an authenticator shows now, or so many half minutes from now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def set_up_second_step(page: Page) -> str:
    """Type the key that the page shows into an authenticator, and keep the recovery codes."""
    secret = page.locator(".app-secret").inner_text().replace(" ", "")
    answer(page, {"Code": shown_by(secret)})
    press(page, "Set up the authenticator")
    press(page, "I have kept them")
    return secret


@dataclass(frozen=True)
class Person:
    full_name: str
    email: str


@dataclass(frozen=True)
class Town:
    """Where everybody lives: the app, its letters, and a desk for each person."""

    app: LiveApp
    new_page: Callable[..., Page]
    files: Path
    desks: dict[Person, Page] = field(default_factory=dict)
    authenticators: dict[Person, str] = field(default_factory=dict)

    def first_administrator(self, person: Person, *, of: str) -> Page:
        """The one post that is given outside the pages."""
        given = self.app.manage(
            *("start_post", "--partnership", of, "--kind", "administrator"),
            *("--holder", person.email, "--name", person.full_name),
        )
        assert given.returncode == 0, given.stderr
        return self.desk(person)

    def desk(self, person: Person) -> Page:
        """Return the page somebody works on. The first time they arrive by the email they got."""
        if person not in self.desks:
            self.desks[person] = self.arrives(person)
        return self.desks[person]

    def arrives(self, person: Person) -> Page:
        """Set a password through the link in the email, and sign in with it."""
        page = self.new_page()
        page.goto(self.link_in_letter(to=person, about="Set up your account"))
        answer(page, {"New password": PASSWORD, "New password once more": PASSWORD})
        press(page, "Set password")
        answer(page, {"Email address": person.email, "Password": PASSWORD})
        press(page, "Sign in")
        self.authenticators[person] = set_up_second_step(page)
        return page

    def comes_back(self, person: Person) -> Page:
        """Sign in once more, elsewhere, with the password and what the authenticator shows."""
        page = self.new_page()
        page.goto("/sign-in/")
        answer(page, {"Email address": person.email, "Password": PASSWORD})
        press(page, "Sign in")
        answer(page, {"Code": shown_by(self.authenticators[person], steps=1)})
        press(page, "Go on")
        return page

    def stranger(self, *, at: str = "/", javascript: bool = False) -> Page:
        """Return the page of somebody without an account. Their browser need not run scripts."""
        page = self.new_page(javascript=javascript)
        page.goto(at)
        return page

    def link_in_letter(self, *, to: Person, about: str) -> str:
        found = LINK.search(self.letter(to=to, about=about).get_content())
        assert found
        return found[0]

    def letter(self, *, to: Person, about: str) -> EmailMessage:
        """Return the last letter to somebody about something, once it has come."""
        return self.letters_about(about, to=to)[-1]

    def letters_about(
        self, about: str, *, to: Person | None = None, count: int = 1
    ) -> list[EmailMessage]:
        """Return the letters about something, oldest first, once so many have come."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            come = [letter for letter in self.letters() if about in letter["Subject"]]
            found = [letter for letter in come if to is None or letter["To"] == to.email]
            if len(found) >= count:
                return found
            time.sleep(0.1)
        raise AssertionError(f"Too few letters about “{about}” to {to or 'anybody'}")

    def letters(self) -> list[EmailMessage]:
        return [
            message_from_bytes(post.read_bytes(), policy=policy.default) for post in self.app.mail()
        ]
