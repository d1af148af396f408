"""Short forms that a report uses, and what they stand for."""

import re

from reports.models import SectionKind
from reports.published.report import Block, Bullets, Table
from reports.queries.assembly.record import Record
from reports.readers.markup import read

# Usual ones. They print where the report uses them.
TERMS = {
    "A&E": "Accident and emergency department",
    "CPS": "Crown Prosecution Service",
    "CSC": "Children’s social care",
    "CSP": "Community safety partnership",
    "DASH": "Domestic abuse, stalking and honour-based violence: a checklist of risk",
    "DHR": "Domestic homicide review",
    "GP": "General practitioner",
    "IDVA": "Independent domestic violence adviser",
    "IMR": "Individual management review: what one agency finds on examining its own part",
    "MARAC": "Multi-agency risk assessment conference",
    "MASH": "Multi-agency safeguarding hub",
    "NHS": "National Health Service",
    "VAWG": "Violence against women and girls",
}
SAID = re.compile(r"([^:–—]{1,60}?)\s*(?::|\s[–—-])\s+(.+)", re.S)


def glossary(record: Record, text: str) -> list[Block]:
    """
    Return the terms in order: the usual ones that `text` uses, and those its author adds as a
    bullet list of "term: what it means". Whatever else the author wrote stands after them.
    """
    written = record.sections.get(SectionKind.GLOSSARY)
    blocks = read(written.text, scope="glossary") if written else ()
    items = [item for block in blocks if isinstance(block, Bullets) for item in block.items]
    own = {found[1]: found[2] for item in items if (found := SAID.fullmatch(item))}
    used = {term: words for term, words in TERMS.items() if is_used(term, text)}
    rows = tuple(sorted({**used, **own}.items(), key=lambda row: row[0].casefold()))
    unread = tuple(item for item in items if not SAID.fullmatch(item))
    said: list[Block] = [Table("Glossary", ("Term", "Meaning"), rows, (25, 75))] if rows else []
    said += [block for block in blocks if not isinstance(block, Bullets)]
    return [*said, Bullets(unread)] if unread else said


def is_used(term: str, text: str) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(term)}s?(?![\w-])", text))
