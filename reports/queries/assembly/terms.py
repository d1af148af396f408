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
    """The characteristics that need specific consideration, and what the panel concludes."""
    said = record.panel.equality
    if not said:
        return []
    rows = tuple(
        (f"{one.characteristic}: {one.whose}", f"{one.why} {one.seen}.".strip(), one.expertise,
         one.conclusion)
        for one in said
    )  # fmt: skip
    heads = ("Characteristic", "Why it was considered", "Whose expertise was sought", "Conclusion")
    return [Table("Characteristics that were considered", heads, rows, (20, 25, 25, 30))]
