"""Where an agency is named in the drafts that were released to whoever asks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agencies.models import User
from reports.access import drafts_for
from reports.models import Draft
from reports.queries.drafts import report_of
from reports.queries.to_check import paper_of
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement


@dataclass(frozen=True)
class Quoted:
    """One place of a draft in which the agency is named. place: as people call it."""

    draft: str
    place: str
    words: str


def may_read_drafts(reader: User, part: AgencyInvolvement) -> bool:
    return access.has(reader, Permission.DRAFT_READ, on=part.review)


def quoted_in(reader: User, part: AgencyInvolvement) -> list[Quoted]:
    """
    Return each place of the released drafts that names the agency, the last draft first; nothing
    to whoever reads no drafts.
    """
    if not may_read_drafts(reader, part):
        return []
    named = naming(part)
    released = drafts_for(reader, part.review).released().order_by("-number")
    return [one for draft in released for one in in_draft(draft, named)]


def in_draft(draft: Draft, named: re.Pattern[str]) -> Iterator[Quoted]:
    paper, places = paper_of(report_of(draft))
    for line in paper.lines:
        if named.search(line.text):
            yield Quoted(draft.name, places[line.part, line.number], line.text)


def naming(part: AgencyInvolvement) -> re.Pattern[str]:
    """Return what finds the agency by its name, its short name and what else it is called."""
    agency = part.agency
    names = {agency.name, agency.short_name, part.agency.label, *agency.aliases}
    known = sorted((re.escape(name) for name in names if name.strip()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(known)})(?!\w)", re.IGNORECASE)
