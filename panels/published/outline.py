"""
The one order in which terms of reference are set out: on the page, on paper, as plain text.

Whatever shows them shows an outline, so that all say the same under the same numbers.
"""

from dataclasses import dataclass
from hashlib import sha256

from panels.models import SectionKind
from panels.published.terms import PublishedTerms


@dataclass(frozen=True)
class Line:
    """A numbered paragraph. `key` finds it again in another version; a written one has none."""

    text: str
    note: str = ""
    key: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under heads. What finds a row again in another version is its first `keys` cells."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    keys: int = 1


@dataclass(frozen=True)
class Section:
    """One heading and what stands under it. `is_data`: its lines come from the record."""

    key: str
    title: str
    lines: tuple[Line, ...] = ()
    table: Table | None = None
    is_data: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.lines and self.table is None


@dataclass(frozen=True)
class Numbered:
    """A section as it prints, with its number. Empty sections are left out and have none."""

    section: Section
    number: int

    @property
    def title(self) -> str:
        return f"{self.number}. {self.section.title}" if self.number else self.section.title

    @property
    def lines(self) -> list[tuple[str, Line]]:
        return [(f"{self.number}.{n}", line) for n, line in enumerate(self.section.lines, 1)]


def outline(terms: PublishedTerms) -> list[Section]:
    """Return every section of terms of reference, those with nothing in them included."""
    return [
        this_review(terms),
        Section("purposes", "Purpose", tuple(Line(p, key=p) for p in terms.purposes), is_data=True),
        period(terms),
        Section("enquiries", "Key lines of enquiry", enquiries(terms)),
        Section("characteristics", "Equality and diversity", table=characteristics(terms)),
        written(terms, SectionKind.EXPERT_ADVICE),
        Section("contributions", "Evidence from agencies", table=contributions(terms)),
        written(terms, SectionKind.PARALLEL, table=processes(terms)),
        written(terms, SectionKind.ROLES, table=members(terms)),
        written(terms, SectionKind.FAMILY),
        written(terms, SectionKind.MEDIA),
        written(terms, SectionKind.CONFIDENTIALITY),
        written(terms, SectionKind.DISCLOSURE),
    ]


def numbered(sections: list[Section]) -> list[Numbered]:
    """Number the sections that have something in them, and keep the others where they are."""
    number, found = 0, []
    for section in sections:
        number += not section.is_empty
        found.append(Numbered(section, 0 if section.is_empty else number))
    return found


def printed(terms: PublishedTerms) -> list[Numbered]:
    """Return the sections that print."""
    return [one for one in numbered(outline(terms)) if one.number]


def as_text(terms: PublishedTerms) -> str:
    """Return terms as plain text. This is the text that is agreed, and whose hash is kept."""
    lines = [f"Terms of reference, {terms.reference}, version {terms.version}", ""]
    for one in printed(terms):
        lines += [one.title, *section_as_text(one), ""]
    return "\n".join(lines)


def section_as_text(one: Numbered) -> list[str]:
    lines = []
    for number, line in one.lines:
        lines += [f"{number} {line.text}", *([line.note] if line.note else [])]
    if table := one.section.table:
        lines += [table.caption, *(" | ".join(row) for row in (table.heads, *table.rows))]
    return lines


def text_hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


# The sections


def this_review(terms: PublishedTerms) -> Section:
    rows = tuple((subject.pseudonym, subject.part) for subject in terms.subjects)
    return Section(
        "subjects",
        "This review",
        (
            Line(f"{terms.partnership} holds this review, reference {terms.reference}.", key="who"),
            Line(f"Legal basis: {terms.legal_basis}.", key="basis"),
        ),
        Table("Whom the review is about", ("Called here", "Who they are"), rows, (40, 60))
        if rows
        else None,
        is_data=True,
    )


def period(terms: PublishedTerms) -> Section:
    said = (
        ("period", f"The period under review is {terms.period}." if terms.period else ""),
        ("rationale", terms.period_rationale),
        ("outside", terms.outside_period),
    )
    return Section(
        "period", "Period under review", tuple(Line(text, key=key) for key, text in said if text)
    )


def enquiries(terms: PublishedTerms) -> tuple[Line, ...]:
    return tuple(Line(asked.text, asked.why, key=asked.root) for asked in terms.enquiries)


def characteristics(terms: PublishedTerms) -> Table | None:
    rows = tuple(
        (one.characteristic, one.whose, one.why, one.expertise) for one in terms.characteristics
    )
    heads = ("Characteristic", "Whose", "Why it is considered", "Whose expertise is sought")
    if not rows:
        return None
    caption = "Characteristics that need specific consideration"
    return Table(caption, heads, rows, (20, 20, 35, 25), keys=2)


def contributions(terms: PublishedTerms) -> Table | None:
    rows = tuple((one.agency, one.asked_for) for one in terms.contributions)
    if not rows:
        return None
    return Table("What each agency is asked for", ("Agency", "Asked for"), rows, (50, 50))


def processes(terms: PublishedTerms) -> Table | None:
    rows = tuple((one.process, one.standing, one.joined_up) for one in terms.processes)
    if not rows:
        return None
    heads = ("Process", "How it stands", "How the review works beside it")
    return Table("Processes considered", heads, rows, (35, 20, 45))


def members(terms: PublishedTerms) -> Table | None:
    rows = tuple((one.name, one.part, one.body) for one in terms.members)
    if not rows:
        return None
    return Table("The panel", ("Name", "Part", "Body"), rows, (35, 30, 35))


def written(terms: PublishedTerms, kind: SectionKind, *, table: Table | None = None) -> Section:
    paragraphs = [words.strip() for words in terms.written(kind).split("\n")]
    return Section(
        kind.slug, kind.label, tuple(Line(words) for words in paragraphs if words), table
    )
