"""How large a file may be. Pages say so before one is chosen, intake holds to it."""

from collections.abc import Set

from documents.kinds import DocumentKind

MEGABYTE = 1024 * 1024
MAX_MEGABYTES = 25
MAX_BYTES = MAX_MEGABYTES * MEGABYTE
MOST_AT_ONCE = 150  # files of one request
MAX_MEGABYTES_AT_ONCE = 250
MAX_AT_ONCE = MAX_MEGABYTES_AT_ONCE * MEGABYTE
MAX_UNPACKED_MEGABYTES = 250  # of Word and Excel files, which are archives of text
MAX_UNPACKED = MAX_UNPACKED_MEGABYTES * MEGABYTE

OPEN_DOCUMENTS = frozenset({DocumentKind.ODT, DocumentKind.ODS})
OFFICE = frozenset({DocumentKind.DOCX, DocumentKind.XLSX})
PROTECTED = OFFICE | {DocumentKind.PDF}  # the kinds that can have a password


def unpacked_in_words(accept: Set[DocumentKind]) -> str:
    """Return what a hint adds where files that are archives will do; nothing elsewhere."""
    if not accept & (OFFICE | OPEN_DOCUMENTS):
        return ""
    named = "Word, Excel and OpenDocument" if accept & OPEN_DOCUMENTS else "Word and Excel"
    return f"{named}: up to {MAX_UNPACKED_MEGABYTES} MB unpacked, no macros."
