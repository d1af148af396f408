"""Make a PDF that can be read aloud: the one door for paper, and the only user of WeasyPrint."""

from collections.abc import Mapping
from datetime import datetime


class RenderingUnavailable(Exception):
    """This machine lacks what PDF needs. The text says what to install."""


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
    created: the date in the PDF's metadata; without it there is none.

    The same data give the same bytes. Nothing is fetched from a network.

    Raises RenderingUnavailable when Pango is missing.
    """
    raise NotImplementedError
