"""What lies inside an email or a PDF as a file of its own."""

from documents.inspection import foreign, office, ole
from documents.inspection.refusal import FileRefused


def check(content: bytes) -> None:
    """Raises FileRefused for a program, an archive or macros that come attached."""
    try:
        foreign.check(content)
        if office.looks_like(content):
            office.check_inside(content)
        elif ole.looks_like(content):
            ole.check_has_no_macros(content)
    except FileRefused as inside:
        raise FileRefused(
            "attached",
            "Something attached to this file cannot be taken in: a program, an archive or a "
            "document with macros. Send the file without it, and each document on its own.",
        ) from inside
