"""Rooms stay small enough to see all of."""

from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
LONGEST = 400
PAGE = 120
BANNED = {
    "utils",
    "helpers",
    "common",
    "misc",
    "base",
    "manager",
    "service",
    "handler",
    "data",
    "info",
}
OURS = (
    "dhr", "agencyfiles", "letters", "learning", "outcomes", "postoffice", "publications",
    "reports", "anonymity", "decisions", "actionplans", "composite", "chronologies",
    "questions", "replies", "evidence",
    "families", "proceedings", "availability", "panels", "clauses", "portfolio", "costs",
    "timescales", "stewards", "reminders", "reviews", "guests", "accounts", "agencies", "documents",
    "messaging", "audit", "pages", "privacy", "run", "tests",
)  # fmt: skip


def files(pattern):
    for package in OURS:
        for path in (ROOT / package).rglob(pattern):
            if "migrations" not in path.parts:
                yield path


def longer_than(most, paths):
    lengths = {path: len(path.read_text().splitlines()) for path in paths}
    return {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > most}


def test_no_file_is_longer_than_a_reader_can_hold():
    assert longer_than(LONGEST, files("*.py")) == {}


def test_no_template_is_longer_than_a_page():
    gallery = ROOT / "templates" / "pages"
    pages = [path for path in (ROOT / "templates").rglob("*.html") if gallery not in path.parents]
    assert longer_than(PAGE, pages) == {}


def test_no_module_is_called_by_a_name_that_says_nothing():
    assert {path.stem for path in files("*.py") if path.parts[-2] != "tests"} & BANNED == set()
