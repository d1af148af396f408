"""Hand out files, so that nothing in them can run in a browser."""

from typing import IO
from urllib.parse import quote

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase

from audit import origin
from documents.intake import plain_name
from documents.kinds import DocumentKind
from documents.models import Document

ARCHIVE = "application/zip"
DATA = {"json": "application/json", "csv": "text/csv; charset=utf-8"}
DRAWING = "image/svg+xml; charset=utf-8"


def download(document: Document, *, as_name: str | None = None) -> FileResponse:
    """
    Stream a stored file to be saved. The caller has asked access before.

    as_name: what to call it; otherwise what it was called when it was sent.
    """
    origin.about(document_id=document.pk)
    kind = DocumentKind(document.kind)
    response = FileResponse(document.open(), content_type=kind.content_type)
    make_inert(response, name=as_name or document.original_name, kind=kind)
    return response


def show_picture(document: Document) -> FileResponse:
    """Show a stored picture inside a page of ours, and let nothing keep it."""
    kind = DocumentKind(document.kind)
    response = FileResponse(document.open(), content_type=kind.content_type)
    say_inert(response, name="")
    response["Content-Disposition"] = "inline"
    return response


def offer(content: bytes, *, kind: DocumentKind, as_name: str) -> HttpResponse:
    """Send bytes made here, such as a rendered PDF, to be saved."""
    response = HttpResponse(content, content_type=kind.content_type)
    make_inert(response, name=as_name, kind=kind)
    return response


def stream(content: IO[bytes], *, kind: DocumentKind, as_name: str) -> FileResponse:
    """Send an open file that was made here, to be saved."""
    response = FileResponse(content, content_type=kind.content_type)
    make_inert(response, name=as_name, kind=kind)
    return response


def stream_archive(content: IO[bytes], *, as_name: str) -> FileResponse:
    """Send an archive of several files that was made here, to be saved."""
    response = FileResponse(content, content_type=ARCHIVE)
    say_inert(response, name=f"{plain_name(as_name)}.zip")
    return response


def offer_data(content: bytes, *, ending: str, as_name: str) -> HttpResponse:
    """Send data made here, as JSON or CSV, to be saved."""
    response = HttpResponse(content, content_type=DATA[ending])
    say_inert(response, name=f"{plain_name(as_name)}.{ending}")
    return response


def offer_drawing(drawn: str, *, as_name: str) -> HttpResponse:
    """Send a drawing made here (SVG), to be saved. No file that was received goes out as one."""
    response = HttpResponse(drawn, content_type=DRAWING)
    say_inert(response, name=f"{plain_name(as_name)}.svg")
    return response


def make_inert(response: HttpResponseBase, *, name: str, kind: DocumentKind) -> None:
    say_inert(response, name=name_for(name, kind=kind))


def say_inert(response: HttpResponseBase, *, name: str) -> None:
    """Tell the browser to save this under its name, and to run nothing of it."""
    response["Content-Disposition"] = disposition(name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store, private"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"


def name_for(name: str, *, kind: DocumentKind) -> str:
    """Return a file name that ends as its kind does, whatever it was called."""
    name = plain_name(name)
    return name if name.lower().endswith(kind.extensions) else name + kind.extension


def disposition(name: str) -> str:
    """Return the header that says save, never show, with the name in ASCII and as it is."""
    ascii_name = "".join(c if c.isascii() and (c.isalnum() or c in " ._-()") else "_" for c in name)
    return f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(name, safe='')}"
