"""Make a PDF that can be read aloud: the one door for paper, and the only user of WeasyPrint."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.html import escape

from documents.breaking import breakable
from documents.contents import with_places, write_numbers

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

STYLES = "css/print.css"
STATIC = "static:"  # <img src="static:images/plan.svg"> in a template is a file of ours
FOOTNOTE = 'class="footnote"'
TO_READ_ALOUD = "pdf/ua-1"
TILE_LETTERS, TILE_WIDTH = 40, 1400  # of what stands across a page: as large as fits
UNAVAILABLE = (
    "PDF files cannot be made on this computer: the Pango library is missing. On Debian or Ubuntu "
    "run: apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0 fonts-liberation"
)


class RenderingUnavailable(Exception):
    """This machine lacks what PDF needs. The text says what to install."""


class ForeignAddress(Exception):
    """A paper asked for something that is neither in it nor ours."""


def render_pdf(
    template: str,
    context: Mapping[str, object],
    *,
    marking: str,
    created: datetime | None = None,
) -> bytes:
    """
    Render a template of templates/documents/ as a tagged PDF (PDF/UA-1).

    marking: stands on every page; empty once published.
    created: the date in the PDF's properties; without it there is none.

    The same data give the same bytes. Nothing is fetched from a network.

    Raises RenderingUnavailable when Pango is missing, and ForeignAddress for a template that
    would fetch something.
    """
    html = paper_html(template, context, marking=marking, created=created)
    return as_pdf(html, styles=static_file(STYLES).read_text())


def paper_html(
    template: str,
    context: Mapping[str, object],
    *,
    marking: str,
    created: datetime | None = None,
) -> str:
    """Return a template of templates/documents/ filled in, as `render_pdf` lays it out."""
    return render_to_string(template, {**context, "marking": marking, "created": created})


def tile_of(words: str) -> str:
    """
    Return a drawing of pale words on a slant, to be repeated across pages, as a data address.

    What " · " parts stands on lines of its own.
    """
    lines = words.split(" · ")
    size = min(TILE_LETTERS, TILE_WIDTH // max(map(len, lines)))
    spans = "".join(f'<tspan x="475" dy="1.2em">{escape(line)}</tspan>' for line in lines)
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 950 700">'
        f'<text y="260" text-anchor="middle" transform="rotate(-28 475 350)" font-size="{size}" '
        f'font-family="Liberation Sans, Arial, sans-serif" fill="#d9dfe3">{spans}</text></svg>'
    )
    return f"data:image/svg+xml;charset=utf-8,{quote(drawn)}"


def as_pdf(html: str, *, styles: str, variant: str | None = TO_READ_ALOUD) -> bytes:
    try:
        from weasyprint import CSS, HTML
        from weasyprint.urls import FatalURLFetchingError
    except OSError as error:
        raise RenderingUnavailable(UNAVAILABLE) from error

    html = breakable(html)
    fetcher = closed_fetcher()
    sheet = CSS(string=styles, url_fetcher=fetcher)
    # No identifier: for it WeasyPrint would compose the whole file a second time.
    options = {"pdf_variant": variant, "pdf_identifier": None}
    try:
        with nothing_collected():
            has_notes = FOOTNOTE in html
            paged = with_places(html) if has_notes else html
            laid = HTML(string=paged, url_fetcher=fetcher).render(stylesheets=[sheet], **options)
            if has_notes:
                write_numbers(laid)
            pdf: bytes = laid.write_pdf(**options)
    except FatalURLFetchingError as refusal:  # not an Exception; it must not end the process
        raise ForeignAddress(str(refusal)) from None
    return pdf


@contextmanager
def nothing_collected() -> Iterator[None]:
    """
    Put the collecting of garbage off: almost all that a paper makes lives until it is done, and
    looking through it again and again takes a sixth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def closed_fetcher() -> "URLFetcher":
    """Return a fetcher that knows our static files and data in the page itself, nothing else."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class ClosedFetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            if url.startswith(STATIC):
                return URLFetcherResponse(url, static_file(url.removeprefix(STATIC)).read_bytes())
            if url.startswith("data:"):
                return super().fetch(url, headers)
            raise FatalURLFetchingError("A paper may use only what is in it and our own files.")

    return ClosedFetcher()


def static_file(name: str) -> Path:
    """Return a file of the static folders. Raises FileNotFoundError for any other."""
    found = finders.find(name)
    if found is None:
        raise FileNotFoundError(f"There is no static file {name}.")
    return Path(found)
