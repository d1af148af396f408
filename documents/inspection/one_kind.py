"""A file that is two things at once is read by us as one and opened by somebody as the other."""

import re
from io import BytesIO
from zipfile import is_zipfile

from documents.inspection import office, ole, pdf
from documents.inspection.refusal import two_kinds

# How files begin that a PDF may hide behind: its own beginning may be up to 1,024 bytes away.
COVER = re.compile(
    rb"\s*<|MZ|\x7fELF|PK|\x89PNG|\xff\xd8\xff|GIF8|Rar!|7z\xbc\xaf|#!|\{\\rtf", re.S
)


def check(content: bytes) -> None:
    """Raises FileRefused for what can be opened as two kinds of file."""
    if ole.looks_like(content):
        return  # an email holds its attachments as they are, Word documents among them
    is_archive = office.looks_like(content)
    if is_archive and pdf.looks_like(content):
        raise two_kinds()
    if not is_archive and is_zipfile(BytesIO(content)):
        raise two_kinds()
    if pdf.looks_like(content) and COVER.match(content):
        raise two_kinds()
