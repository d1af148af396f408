"""What is attacked: a demonstration of its own, gone afterwards, and people signed in to it."""

import json
import os
import re
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from urllib.parse import urlencode

from run import demonstration
from run.app import App
from run.environment import HOST
from run.folder import throwaway
from run.telling import Stop

SOMEBODYS = (
    "DATABASE_URL", "WEB_DATABASE_URL", "REDIS_URL", "EMAIL_URL", "BASE_URL", "ALLOWED_HOSTS",
    "FIELD_KEYS", "SECRET_KEY",
)  # fmt: skip
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
REVIEW = re.compile(r'href="/reviews/([^/"]+)/"')
# The searches and filters of lists, each with something in every field
SEARCHES = (
    "/reviews/?q=a&step=EVIDENCE&standing=open&page=1",
    "/agencies/?words=a&kind=HOUSING&area=1",
    "/library/?q=a&year=2025&partnership=a&kind=DHR",
    "/reviews/{review}/chronology/?words=a&agency=1&period_from=2020-01-01",
    "/reviews/{review}/plan/?lead=1",
)


class Target:
    def __init__(self, app: App) -> None:
        self.app = app
        self.address = app.address
        accounts = json.loads((app.folder.path / "demo-accounts.json").read_text())
        self.accounts = {account["role"]: account for account in accounts}

    def sign_in(self, role: str) -> "Visitor":
        return Visitor(self.address, self.accounts[role])


class Visitor:
    """Somebody who signed in as everybody does."""

    def __init__(self, address: str, account: dict[str, str]) -> None:
        self.address = address
        self.role = account["role"]
        self.jar = CookieJar()
        self.open = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self.jar)
        ).open
        (token,) = TOKEN.findall(self.read("/sign-in/"))[:1]
        sent = {"username": account["email"], "password": account["password"]}
        self.read("/sign-in/", {**sent, "csrfmiddlewaretoken": token})
        if not self.is_signed_in:
            raise Stop(f"The scan could not sign in as {self.role}.")

    def read(self, path: str, sent: dict[str, str] | None = None) -> str:
        data = urlencode(sent).encode() if sent else None
        with self.open(f"{self.address}{path}", data=data, timeout=30) as answer:
            words: str = answer.read().decode()
            return words

    @property
    def is_signed_in(self) -> bool:
        return "/sign-out/" in self.read("/")

    @property
    def cookie(self) -> str:
        return "; ".join(f"{one.name}={one.value}" for one in self.jar)

    def searches(self) -> list[str]:
        """Return the searches and filters that this person can open, those of a review once."""
        reviews = sorted(set(REVIEW.findall(self.read("/reviews/"))))
        found = []
        for path in SEARCHES:
            filled = dict.fromkeys(path.format(review=review) for review in reviews)
            found += [f"{self.address}{one}" for one in filled if self.can_open(one)][:1]
        return found

    def can_open(self, path: str) -> bool:
        try:
            self.read(path)
        except urllib.error.HTTPError:
            return False
        return True


@contextmanager
def serving() -> Iterator[Target]:
    given = {name: value for name, value in os.environ.items() if name not in SOMEBODYS}
    with throwaway() as folder:
        app = App(folder, port=free_port(), given=given)
        with app.serving():
            demonstration.load(folder, app.environment)
            yield Target(app)


def free_port() -> int:
    with socket.socket() as door:
        door.bind((HOST, 0))
        port: int = door.getsockname()[1]
        return port
