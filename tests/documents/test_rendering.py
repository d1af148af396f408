import builtins
import io
import subprocess
from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path

import page
import pikepdf
import pytest
from django.conf import settings
from django.test import override_settings
from PIL import Image

from documents import rendering
from documents.rendering import ForeignAddress, RenderingUnavailable, render_pdf
from privacy.marking import OFFICIAL_SENSITIVE

pytestmark = pytest.mark.slow

SECTIONS = [("preface", "Preface"), ("timescales", "Timescales")]
CONTEXT = {
    "title": "Overview report: “Anna”",
    "reference": "AB-2026-03",
    "sections": SECTIONS,
    "heads": ["Date", "Agency", "What happened"],
    "widths": [15, 20, 65],
    "rows": [["3 March 2026", "Housing", "A repair was asked for.\n" * 4]] * 30,
    "extra": "",
}


@pytest.fixture(scope="module", autouse=True)
def sample():
    (templates,) = settings.TEMPLATES
    here = Path(__file__).parent / "templates"
    with override_settings(TEMPLATES=[{**templates, "DIRS": [*templates["DIRS"], here]}]):
        yield


@pytest.fixture(scope="module")
def paper(sample):
    return render(created=datetime(2026, 3, 2, 9, 0, tzinfo=UTC))


@pytest.fixture(scope="module")
def pages(paper):
    return words_of(paper)


SHORT = {**CONTEXT, "sections": [], "rows": CONTEXT["rows"][:1]}


def render(*, marking=OFFICIAL_SENSITIVE, created=None, **changes):
    return render_pdf("sample.html", {**CONTEXT, **changes}, marking=marking, created=created)


def words_of(content):
    """Return the text of each page, as pdftotext reads it."""
    command = ["pdftotext", "-layout", "-", "-"]
    shown = subprocess.run(command, input=content, capture_output=True, check=True)
    return shown.stdout.decode().split("\f")[:-1]


class TestPaper:
    def test_it_can_be_read_aloud(self, paper):
        report = page.validate_pdf_bytes(paper, profile="ua1")

        assert [(fault.rule_id, fault.message) for fault in report.failures] == []

    def test_every_page_carries_the_marking_and_its_number(self, pages):
        assert len(pages) > 4
        for number, words in enumerate(pages, start=1):
            assert words.count("OFFICIAL-SENSITIVE") == (3 if number == 1 else 2)
            assert f"Page {number} of {len(pages)}" in words
            assert "AB-2026-03" in words

    def test_a_published_paper_carries_none(self):
        assert "OFFICIAL" not in "".join(words_of(render(marking="")))

    def test_contents_give_the_pages_of_the_headings(self, pages):
        first, *others = pages

        (line,) = (line for line in first.splitlines() if line.strip().startswith("Timescales"))
        heading = next(
            number
            for number, words in enumerate(others, start=2)
            if any(line.strip() == "Timescales" for line in words.splitlines())
        )
        assert line.split()[-1] == str(heading)

    def test_table_heads_are_repeated(self, pages):
        tables = [words for words in pages if "A repair was asked for." in words]
        assert all("What happened" in words for words in tables)

    def test_title_language_and_date_are_in_its_properties(self, paper):
        with pikepdf.open(io.BytesIO(paper)) as opened:
            assert str(opened.docinfo.Title) == CONTEXT["title"]
            assert str(opened.docinfo.CreationDate).startswith("D:20260302090000")
            assert str(opened.Root.Lang) == "en-GB"


class TestSameness:
    def test_the_same_data_give_the_same_bytes(self, paper):
        assert render(created=datetime(2026, 3, 2, 9, 0, tzinfo=UTC)) == paper

    def test_other_data_give_another_file(self):
        assert render(**SHORT) != render(**{**SHORT, "reference": "AB-2026-04"})


def shows_a_picture(content):
    with pikepdf.open(io.BytesIO(content)) as opened:
        return any(found.get_images() for found in opened.pages)


class TestFetching:
    @pytest.mark.parametrize(
        "address",
        ["https://www.example.org/a.png", "http://127.0.0.1/a.png", "file:///etc/passwd"],
    )
    def test_nothing_is_fetched(self, address):
        with pytest.raises(ForeignAddress, match="only what is in it"):
            render(**{**SHORT, "extra": f'<img src="{address}" alt="x">'})

    def test_an_address_that_leads_nowhere_shows_nothing(self):
        assert not shows_a_picture(render(**{**SHORT, "extra": '<img src="a.png" alt="x">'}))

    def test_a_picture_in_the_page_is_shown(self):
        made = io.BytesIO()
        Image.new("RGB", (4, 4), "red").save(made, "PNG")
        data = b64encode(made.getvalue()).decode()

        content = render(
            **{**SHORT, "extra": f'<img src="data:image/png;base64,{data}" alt="A red dot">'}
        )

        assert shows_a_picture(content)

    def test_so_is_a_static_file_of_ours(self, settings, tmp_path):
        Image.new("RGB", (4, 4), "red").save(tmp_path / "plan.png")
        settings.STATICFILES_DIRS = [*settings.STATICFILES_DIRS, tmp_path]

        content = render(**{**SHORT, "extra": '<img src="static:plan.png" alt="Plan">'})

        assert shows_a_picture(content)

    @pytest.mark.parametrize("name", ["none.css", "css/none.css"])
    def test_a_static_file_there_is_not_is_an_error(self, name):
        with pytest.raises(FileNotFoundError):
            rendering.static_file(name)


def test_without_pango_it_says_what_to_install(monkeypatch):
    really = builtins.__import__

    def missing(name, *more, **named):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return really(name, *more, **named)

    monkeypatch.setattr(builtins, "__import__", missing)

    with pytest.raises(RenderingUnavailable, match="apt-get install"):
        render(**SHORT)


def test_the_style_sheet_is_understood(caplog):
    render(**SHORT)

    assert [record.message for record in caplog.records if record.name == "weasyprint"] == []
