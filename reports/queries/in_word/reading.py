"""Read a Word file of the report that came back, against the places it was made with."""

from documents.reading import read_word
from privacy.marking import OFFICIAL_SENSITIVE
from reports.queries.assembly.record import Record
from reports.queries.assembly.whole import assembled
from reports.queries.in_word.outline import ours, outlined, slots_of
from reports.readers.returned import names
from reports.readers.returned.places import Returned, find_places, plain


def returned_from(content: bytes, record: Record) -> Returned:
    """Return what stands in each place. Raises CannotReadWord for a file that is damaged."""
    chapters = outlined(record, assembled(record))
    file = read_word(content, styles=names.STYLES)
    known = frozenset(map(plain, [OFFICIAL_SENSITIVE, *ours(chapters)]))
    return find_places(file, slots_of(chapters), ours=known)
