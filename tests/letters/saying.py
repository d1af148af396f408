"""What a letter says, and how its pages are reached and read."""

from io import BytesIO

import docx
from django.urls import reverse

from documents import storage


def page(name, review, *more):
    return reverse(f"letters:{name}", args=[review.reference, *more])


def paper_of(document):
    return docx.Document(BytesIO(storage.content_of(document.stored_as)))


def words_of(paper):
    """Return everything that stands in a Word file, in margins and tables too."""
    section = paper.sections[0]
    margins = [section.first_page_header, section.header, section.first_page_footer, section.footer]
    lines = [line.text for margin in margins for line in margin.paragraphs]
    cells = [cell.text for table in paper.tables for cell in table._cells]
    return "\n".join([*lines, *(line.text for line in paper.paragraphs), *cells])


def text(response):
    """Return the words of a page, between <main> and its end."""
    source = response.content.decode()
    return " ".join(source[source.index("<main") : source.index("</main>")].split())


def day(name, value):
    """Return the three inputs of a date."""
    return {
        f"{name}_day": str(value.day),
        f"{name}_month": str(value.month),
        f"{name}_year": str(value.year),
    }
