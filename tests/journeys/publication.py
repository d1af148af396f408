"""Stage 9: the partnership decides what the world reads, and the world reads it."""

from pathlib import Path

from pikepdf import Pdf
from playwright.sync_api import Page

from documents.pdf_words import words_of_pdf
from tests.journeys.cast import (
    CSP_CHAIR,
    PERPETRATOR,
    REFERENCE,
    TODAY,
    VICTIM,
    VICTIM_ALIAS,
    VICTIM_PSEUDONYM,
)
from tests.journeys.desk import answer, follow, go_home, in_words, press, reads

TITLE = f"The death of {VICTIM_PSEUDONYM}"


def decide_to_publish(csp_chair: Page) -> None:
    follow(csp_chair, "Domestic homicide reviews")
    follow(csp_chair, f"Decide whether and when it is published in {REFERENCE}")
    if csp_chair.get_by_role("link", name="Decide", exact=True).count():
        follow(csp_chair, "Decide")
    answer(
        csp_chair,
        {
            "What was decided?": "Publish",
            "Is it final?": "Confirmed",
            "On which day is it to be published?": TODAY,
            "Did the family agree the day?": "Yes",
            "When was it decided?": TODAY,
            "Who decided?": f"{CSP_CHAIR.full_name}, chair of the partnership",
        },
    )
    press(csp_chair, "Record the decision")


def introduce_it(csp_chair: Page, words: str) -> None:
    go_home(csp_chair, REFERENCE)
    follow(csp_chair, "Publication")
    follow(csp_chair, "Choose the draft and introduce it")
    answer(
        csp_chair,
        {
            "What is the report called in the library?": TITLE,
            "One paragraph about it": words,
        },
    )
    press(csp_chair, "Keep it")


def go_to_publication(reader: Page) -> None:
    go_home(reader, REFERENCE)
    follow(reader, "Publication")


def is_stopped_by_a_true_name(csp_chair: Page) -> None:
    reads(csp_chair, f"holds the true name of {VICTIM_PSEUDONYM}.", "Nobody can pass these.")


def publish(csp_chair: Page) -> None:
    go_to_publication(csp_chair)
    reads(csp_chair, "No name, birth date or telling day of this review stands in it.")
    follow(csp_chair, "Look at what will be public, and publish it")
    press(csp_chair, "Publish")
    reads(csp_chair, "It is published. Anyone can read it now.")


def find_the_report(reader: Page) -> None:
    """Somebody without an account or a script finds what was published."""
    find_progress(reader, "Not started")
    reads(reader, f"Published on {in_words(TODAY)}.")


def find_progress(reader: Page, words: str) -> None:
    follow(reader, "Library of reviews")
    follow(reader, TITLE)
    reads(reader, words)


def read_everything(reader: Page) -> str:
    """Return every public word: the page of the review, and each thing published, as a page."""
    words = [text_of(reader)]
    for item in ("Overview report", "Executive summary", "Home Office letter"):
        follow(reader, item)
        words.append(text_of(reader))
        follow(reader, TITLE)
    return "\n".join(words)


def download_the_report(reader: Page, folder: Path) -> Path:
    follow(reader, "Overview report")
    with reader.expect_download() as coming:
        reader.get_by_role("link", name="The same as a PDF").click()
    path = folder / "published.pdf"
    coming.value.save_as(path)
    return path


def names_nobody(words: str) -> None:
    assert VICTIM_PSEUDONYM in words
    for name in (VICTIM, VICTIM_ALIAS, PERPETRATOR):
        for part in (name, name.split()[-1]):
            assert part not in words


def is_marked(path: Path) -> None:
    assert "OFFICIAL-SENSITIVE" in words_of_pdf(path.read_bytes())


def is_public(path: Path) -> None:
    """The same words on paper: they can be read aloud, bear no marking and name nobody."""
    with Pdf.open(path) as pdf:
        assert pdf.Root.MarkInfo.Marked
    words = words_of_pdf(path.read_bytes())
    assert "OFFICIAL-SENSITIVE" not in words
    names_nobody(words)


def text_of(page: Page) -> str:
    return page.get_by_role("main").inner_text()
