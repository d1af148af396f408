"""What the review set out to ask: in short among the chapters, in full as an appendix."""

from collections.abc import Iterator

from panels.published.outline import Numbered, printed
from panels.published.outline import Table as TermsTable
from reports.published.report import Block, Paragraph, Steps, SubHeading, Table
from reports.queries.assembly.record import Record


def enquiries(record: Record) -> list[Block]:
    """The period and the lines of enquiry of the version agreed last."""
    agreed = record.panel.terms
    if agreed is None:
        return []
    said: list[Block] = []
    if agreed.period:
        said.append(Paragraph(f"The period under review is {agreed.period}."))
    if agreed.enquiries:
        asked = tuple(one.text for one in agreed.enquiries)
        said += [Paragraph("The key lines of enquiry are:"), Steps(asked)]
    return said


def terms(record: Record) -> list[Block]:
    """The same, and where the rest stands."""
    rest = [Paragraph("The terms of reference are appended in full.")]
    return [*enquiries(record), *(rest if record.panel.terms else [])]


def terms_in_full(record: Record) -> list[Block]:
    agreed = record.panel.terms
    return [block for one in printed(agreed) for block in section(one)] if agreed else []


def section(one: Numbered) -> Iterator[Block]:
    yield SubHeading(one.section.title)
    for line in one.section.lines:
        yield Paragraph(line.text)
        if line.note:
            yield Paragraph(line.note)
    if one.section.table:
        yield table(one.section.table)


def table(said: TermsTable) -> Table:
    return Table(said.caption, said.heads, said.rows, said.widths)


def characteristics(record: Record) -> list[Block]:
    """The characteristics that the terms say need specific consideration."""
    agreed = record.panel.terms
    if agreed is None or not agreed.characteristics:
        return []
    rows = tuple(
        (one.characteristic, one.whose, one.why, one.expertise) for one in agreed.characteristics
    )
    heads = ("Characteristic", "Whose", "Why it was considered", "Whose expertise was sought")
    return [Table("Characteristics that were considered", heads, rows, (20, 20, 35, 25))]
