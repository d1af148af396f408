"""Make a PDF that can be read aloud: the one door for paper, and the only user of WeasyPrint."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

STYLES = "css/print.css"
STATIC = "static:"  # <img src="static:images/plan.svg"> in a template is a file of ours
TO_READ_ALOUD = "pdf/ua-1"
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


def as_pdf(html: str, *, styles: str, variant: str | None = TO_READ_ALOUD) -> bytes:
    try:
        from weasyprint import CSS, HTML
        from weasyprint.urls import FatalURLFetchingError
    except OSError as error:
        raise RenderingUnavailable(UNAVAILABLE) from error

    fetcher = closed_fetcher()
    try:
        pdf: bytes = HTML(string=html, url_fetcher=fetcher).write_pdf(
            stylesheets=[CSS(string=styles, url_fetcher=fetcher)],
            pdf_variant=variant,
            pdf_identifier=sha256((html + styles).encode()).digest()[:16],
        )
    except FatalURLFetchingError as refusal:  # not an Exception; it must not end the process
        raise ForeignAddress(str(refusal)) from None
    return pdf


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
