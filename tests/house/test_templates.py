"""The manners of templates."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

TEMPLATES = settings.BASE_DIR / "templates"
EVERY = sorted(TEMPLATES.rglob("*.*"))
PAGES = [path for path in EVERY if path.suffix == ".html"]
PAPER = sorted((TEMPLATES / "documents" / "parts").glob("*.html"))  # no browser reads these
OURS = [path for path in PAGES if not path.is_relative_to(TEMPLATES / "django")]

# Django finds these by their names.
FOUND_BY_NAME = re.compile(r"^django/forms/|^errors/|^messages/|^letters/words/")
COMPARED = re.compile(r"""\{%\s*(?:el)?if\b[^%]*(?:==|!=|\bin\b)\s*["']""")
INLINE = re.compile(r"""\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=["']|javascript:""")


def named(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


@pytest.fixture(scope="module")
def everything_written() -> str:
    skipped = {".runtime", ".data", ".git", "static", "staticfiles", "tests", "docs"}
    written = [
        path.read_text()
        for folder in settings.BASE_DIR.iterdir()
        if folder.is_dir() and folder.name not in skipped
        for path in [*folder.rglob("*.py"), *folder.rglob("*.html"), *folder.rglob("*.txt")]
    ]
    return "\n".join(written)


@pytest.mark.parametrize("path", EVERY, ids=named)
def test_every_template_is_used(path, everything_written):
    is_named = re.search(rf"""["']{re.escape(named(path))}["']""", everything_written)
    assert (
        FOUND_BY_NAME.search(named(path)) or is_named or is_of_a_room(path, everything_written)
    ), f"nothing renders, extends or includes {named(path)}"


def is_of_a_room(path, everything_written):
    """Tell whether it is shown behind a link (`guests.views.room`), which says folder and page."""
    folder = named(path).rpartition("/")[0]
    is_shown = re.search(rf"""show\(\s*"{path.stem}\"""", everything_written)
    return f'folder = "{folder}"' in everything_written and (is_shown or path.stem == "closed")


@pytest.mark.parametrize("path", OURS, ids=named)
def test_no_template_compares_with_a_literal(path):
    """House rule: a page asks a named property. The words of a status are for people."""
    found = COMPARED.search(path.read_text())
    assert not found, f"give {found[0]}… a name" if found else ""


@pytest.mark.parametrize("path", [path for path in PAGES if path not in PAPER], ids=named)
def test_no_template_has_inline_style_or_script(path):
    found = INLINE.search(path.read_text())
    assert not found, f"the content security policy refuses {found[0]!r}" if found else ""


@pytest.mark.parametrize("path", OURS, ids=named)
def test_a_template_is_short_enough_to_read(path):
    limit = 60 if path.parent.name == "components" else 120
    assert len(path.read_text().splitlines()) <= limit


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_form_that_posts_carries_the_token(path):
    text = path.read_text()
    forms = re.findall(r"<form\b[^>]*method=\"post\"[^>]*>(.*?)</form>", text, re.S)
    assert all("{% csrf_token %}" in form for form in forms)


def test_templates_are_indented():
    djhtml = [str(Path(sys.executable).with_name("djhtml")), "--check", "--tabwidth", "2"]
    checked = subprocess.run([*djhtml, str(TEMPLATES)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
