"""The numbers of the pages, which no part can know: drawn onto the whole, outside what is read."""

from collections.abc import Iterable

from pikepdf import Name, Page, Pdf

# A part leaves their place free, and what is drawn there later is nothing else.
WITHOUT = "@page { @bottom-right { content: none } }"
HEAD = '<!DOCTYPE html><html lang="en-GB"><head><title>Page numbers</title></head><body>'
EMPTY_PAGE = '<div class="new-page{}"></div>'


def empty_pages(shapes: Iterable[bool]) -> str:
    """Return HTML of as many pages with nothing but their number; which of them lie on a side."""
    pages = [EMPTY_PAGE.format(" landscape" if is_landscape else "") for is_landscape in shapes]
    return HEAD + "".join(pages)


def shapes_of(paper: Pdf) -> list[bool]:
    """Return which pages lie on their side."""
    return [is_landscape(page) for page in paper.pages]


def is_landscape(page: Page) -> bool:
    left, bottom, right, top = page.mediabox.as_list()
    return bool(right - left > top - bottom)


def number_pages(whole: Pdf, numbers: Pdf) -> None:
    """Draw "Page 3 of 240" on each page, where a short paper has it and in the same face."""
    for place, (page, number) in enumerate(zip(whole.pages, numbers.pages, strict=True)):
        drawn = whole.copy_foreign(number.as_form_xobject())
        name = Name(f"/PageNumber{place}")  # of its own: pages share what they draw with
        page.add_resource(drawn, Name.XObject, name=name)
        page.contents_add(b"q", prepend=True)  # WeasyPrint leaves a page upside down
        page.contents_add(f"Q /Artifact BMC q {name} Do Q EMC".encode())
