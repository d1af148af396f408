"""Put other words in the place of what a check found. Listed in REPLACES_IN_REPORT."""

from datetime import datetime

from agencies.models import Actor
from anonymity.checking.kept import Found
from reports.models import ReportSection, SectionKind
from reports.operations.sections import write_section
from reports.rules.sections import check_can_write
from reviews.models import Review

AROUND = 40  # letters on each side by which the place is known again


def replace_words(review: Review, found: Found, instead: str, *, by: Actor, at: datetime) -> bool:
    """
    Write the sections anew in which words stand as they stood in the draft.

    Returns whether any did: what comes from the record stands in none. Raises Refused without the
    right to write the report.
    """
    check_can_write(by, review)
    sections = ReportSection.objects.standing().filter(review=review)
    held = [one for one in sections if place_in(one.text, found) is not None]
    for section in held:
        write_section(
            review=review,
            kind=SectionKind(section.kind),
            text=replaced(section.text, found, instead),
            based_on=section.number,
            by=by,
            at=at,
        )
    return bool(held)


def replaced(text: str, found: Found, instead: str) -> str:
    """Replace the words wherever the sentence they were found in stands."""
    while (place := place_in(text, found)) is not None:
        after = text[place + len(found.words) :]
        text = f"{text[:place]}{instead}{after}"
        if found.words in instead:  # what was put in would be found again
            break
    return text


def place_in(text: str, found: Found) -> int | None:
    """Return where the words stand with the same words around them, whatever the line ends."""
    flat = text.replace("\n", " ")
    before, after = found.before[-AROUND:], found.after[:AROUND]
    at = flat.find(f"{before}{found.words}{after}")
    return at + len(before) if at >= 0 else None
