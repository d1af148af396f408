"""The figures of a report: pictures that were sent, and drawings made from the record."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from documents.drawings import Drawing
from documents.kinds import DocumentKind
from documents.models.document import FileNotOpen
from documents.pictures import size_of
from reports.models import ReportFigure
from reports.published import addresses, calls
from reports.published.genogram import genogram, in_words
from reports.queries.calls import calls_of
from reports.queries.dwelling import before, dwellers_of, ends_in
from reports.queries.family_tree import family_of
from reports.readers.blocks import Figure
from reports.readers.marks import DRAWN, INSERTED, is_figure
from reviews.checks.register import register_of
from reviews.checks.true_names import findings
from reviews.models import Review


def figures_for(review: Review, texts: Iterable[str]) -> Mapping[str, Figure]:
    """Return the figures whose signs stand in some texts, by sign. No query where none does."""
    signs = {sign for text in texts for sign in INSERTED.findall(text) if is_figure(sign)}
    return figures_of(review, signs) if signs else {}


def figures_of(review: Review, signs: Iterable[str]) -> Mapping[str, Figure]:
    rows = {row.sign: row for row in standing(review) if row.sign in signs}
    pictures = (picture_of(row) for row in rows.values() if row.is_picture)
    drawings = (drawing_of(review, sign, rows.get(sign)) for sign in DRAWN if sign in signs)
    return {figure.sign: figure for figure in (*pictures, *drawings) if figure}


def standing(review: Review) -> Iterable[ReportFigure]:
    rows = review.report_figures.filter(removed_at=None)
    return rows.select_related("document", "recorded_by")


def picture_of(row: ReportFigure) -> Figure | None:
    """Return a picture as it prints; none while its file waits to be checked for malware."""
    if row.document is None:
        return None
    try:
        with row.document.open() as file:
            content = file.read()
    except FileNotOpen:
        return None
    width, height = size_of(content)
    kind = DocumentKind(row.document.kind).content_type
    address = f"data:{kind};base64,{b64encode(content).decode()}"
    return Figure(row.sign, row.caption, row.alt, width, height, picture=address)


@dataclass(frozen=True)
class Made:
    """What the record makes of a figure: what it is called, drawn and said in words."""

    caption: str
    drawing: Drawing
    alt: str


def genogram_of(review: Review) -> Made | None:
    family = family_of(review)
    return Made("Genogram", genogram(family), in_words(family)) if family.people else None


def addresses_of(review: Review) -> Made | None:
    everybody = dwellers_of(review)
    last = ends_in(review, everybody)
    dwellers = before(everybody, last) if last else []
    if not dwellers or last is None:
        return None
    drawing, alt = addresses.timeline(dwellers, last), addresses.in_words(dwellers, last)
    return Made("Who lived where", drawing, alt)


def sequence_of(review: Review) -> Made | None:
    told = calls_of(review)
    return (
        Made("Calls, in their order", calls.sequence(told), calls.in_words(told)) if told else None
    )


MAKERS = {"genogram": genogram_of, "addresses": addresses_of, "calls": sequence_of}
SOURCES = {  # where each is mended
    "genogram": ("family ties", "reviews:ties"),
    "addresses": ("the months at each address", "reviews:people"),
    "calls": ("calls taken from the chronology", "reports:calls"),
}
NOTHING = {
    "genogram": "Nothing is drawn yet: no family ties are recorded.",
    "addresses": "Nothing is drawn yet: no address has the month from which somebody lived there.",
    "calls": "Nothing is drawn yet: no call is taken from the chronology.",
}


def drawing_of(review: Review, sign: str, row: ReportFigure | None) -> Figure | None:
    """Return a figure drawn from the record, in its author's words where there are any."""
    made = MAKERS[sign](review) if sign in MAKERS else None
    if made is None:
        return None
    caption, alt = (row.caption, row.alt) if row else ("", "")
    return Figure(
        sign,
        caption or made.caption,
        alt or made.alt,
        made.drawing.width,
        made.drawing.height,
        drawing=made.drawing,
    )


# The page


@dataclass(frozen=True)
class Source:
    words: str
    href: str


@dataclass(frozen=True)
class Listed:
    """
    A figure as it would print; none while its file waits to be checked, or where the record has
    nothing to draw. row: who recorded it, and in which words.
    """

    sign: str
    row: ReportFigure | None
    shown: Figure | None
    source: Source | None = None

    @property
    def nothing(self) -> str:
        """Say why there is nothing to draw."""
        return NOTHING.get(self.sign, "")

    @property
    def is_picture(self) -> bool:
        return bool(self.row and self.row.is_picture)


def sources(review: Review) -> Mapping[str, Source]:
    """Return what can be drawn, and where it is mended."""
    return {
        sign: Source(words, reverse(name, args=[review.reference]))
        for sign, (words, name) in SOURCES.items()
    }


def figures_page(review: Review) -> Sequence[Listed]:
    """Return what can be drawn from the record, then the pictures."""
    rows = {row.sign: row for row in standing(review)}
    drawn = [
        Listed(sign, rows.get(sign), drawing_of(review, sign, rows.get(sign)), source)
        for sign, source in sources(review).items()
    ]
    sent = [Listed(row.sign, row, picture_of(row)) for row in rows.values() if row.is_picture]
    return [*drawn, *sent]


def warnings_in(review: Review, texts: Iterable[str]) -> list[str]:
    """Return what the words of a figure give away."""
    found = findings(
        dict(zip(("Caption", "What it shows"), texts, strict=True)), register_of(review)
    )
    return list(dict.fromkeys(one.words for one in found))
