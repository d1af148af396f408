"""What somebody does at a desk: reads a page, follows its links, answers its questions."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

# Going about


def follow(page: Page, link: str) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name=link, exact=True).first.click()


def press(page: Page, button: str) -> None:
    """Press a button that the page must obey: no error is left on it."""
    try_to(page, button)
    error = page.locator(".govuk-error-summary")
    assert not error.count(), f"{page.url}\n{error.first.inner_text()}"


def try_to(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=button, exact=True).first.click()


def go_home(page: Page, reference: str) -> None:
    """Go to the first page of a review: by the breadcrumbs, or from one's own first page."""
    if not page.get_by_role("link", name=reference, exact=True).count():
        follow(page, "Domestic homicide reviews")
        follow(page, "Reviews you can open")
    follow(page, reference)


# Answering


def answer(page: Page, answers: Mapping[str, object]) -> None:
    """Answer the questions of a form, each by the words it is asked in."""
    for question, given in answers.items():
        match given:
            case date():
                write_day(page, question, given)
            case Path():
                page.get_by_label(asked(question)).set_input_files(given)
            case bool():
                page.get_by_label(asked(question)).set_checked(given)
            case list():
                for words in given:
                    choice(page, question, words).check()
            case _:
                write_or_choose(page, question, str(given))


def write_day(page: Page, question: str, day: date) -> None:
    parts = page.get_by_role("group", name=asked(question))
    for name, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        parts.get_by_label(name, exact=True).fill(str(number))


def write_or_choose(page: Page, question: str, words: str) -> None:
    if page.get_by_role("group", name=asked(question)).count():
        choice(page, question, words).check()
        return
    box = page.get_by_label(asked(question)).locator("visible=true")  # an editor hides its box
    if box.evaluate("box => box.tagName") == "SELECT":
        box.select_option(label=words)
    else:
        box.fill(words)


def choice(page: Page, question: str, words: str) -> Locator:
    return page.get_by_role("group", name=asked(question)).get_by_label(words, exact=True)


def asked(question: str) -> re.Pattern[str]:
    """The words of a question, which say where it may be left open."""
    return re.compile(rf"^\s*{re.escape(question)}( \(optional\))?\s*$")


# Reading


def reads(page: Page, *said: str) -> None:
    """Fail unless the page says all of it."""
    for words in said:
        expect(page.get_by_role("main")).to_contain_text(words)


def is_kept_out(page: Page, address: str) -> None:
    """Fail unless somebody who types the address of a page that is not theirs finds nothing."""
    answered = page.goto(address)
    assert answered
    assert answered.status == 404, f"{page.url}: {answered.status}"


def in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
