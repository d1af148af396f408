"""Who held the review, how independent they are, and what ran beside it."""

from panels.queries.report_facts import Seat
from reports.published.report import Block, Bullets, Paragraph, SubHeading, Table
from reports.queries.assembly.record import Record
from reports.queries.assembly.words import small


def panel(record: Record) -> list[Block]:
    rows = tuple(row_of(seat) for seat in record.panel.seats)
    heads = ("Name", "Part on the panel", "Post and body")
    listed = [Table("The review panel", heads, rows, (30, 30, 40))] if rows else []
    return [*listed, *never_seated(record)]


def never_seated(record: Record) -> list[Block]:
    """Bodies that were invited to the panel and took no seat, and why."""
    if not record.panel.never_seated:
        return []
    lines = tuple(
        f"{body}: {because}" if because else f"{body}."
        for body, because in record.panel.never_seated
    )
    return [Paragraph("These were invited to the panel and took no seat:"), Bullets(lines)]


def row_of(seat: Seat) -> tuple[str, ...]:
    part = f"{seat.part} (until {seat.until})" if seat.until else seat.part
    return (seat.name, part, ", ".join(filter(None, [seat.job_title, seat.body])) or "Independent")


def chair_and_author(record: Record) -> list[Block]:
    """Who chaired the review and who wrote the report."""
    said: list[Block] = []
    for seat in record.panel.seats:
        if seat.is_chair or seat.is_author:
            until = f" until {seat.until}" if seat.until else ""
            declared = " They have declared their independence." if seat.has_declared else ""
            said.append(Paragraph(f"{seat.name}: {small(seat.part)}{until}.{declared}"))
    return said


def author(record: Record) -> list[Block]:
    """The same, and where they say how independent they are."""
    appended = Paragraph("Their statements of independence are appended.")
    there = independence_statements(record)
    return [*chair_and_author(record), *([appended] if there else [])]


def independence_statements(record: Record) -> list[Block]:
    """What those who led the review declared, in their words, and what was accepted and why."""
    said: list[Block] = []
    for seat in record.panel.seats:
        if seat.is_leading and seat.statement.strip():
            words = [line.strip() for line in seat.statement.splitlines() if line.strip()]
            said += [SubHeading(f"{seat.name}, {small(seat.part)}"), *map(Paragraph, words)]
    return [*said, *accepted_connections(record)]


def accepted_connections(record: Record) -> list[Block]:
    """Each connection that was declared and accepted. Authors of agencies' reports have no name."""
    found = [
        (f"{seat.name}, {small(seat.part)}", seat.accepted_because)
        for seat in record.panel.seats
        if seat.accepted_because
    ]
    found += [
        (f"The author of the report of {one.agency}", one.accepted_because)
        for one in record.contributions
        if one.accepted_because
    ]
    if not found:
        return []
    lines = tuple(f"{who}: {because}" for who, because in found)
    words = "These declared a connection, which the chair of the partnership accepted:"
    return [SubHeading("Connections declared"), Paragraph(words), Bullets(lines)]


def parallel(record: Record) -> list[Block]:
    rows = tuple((one.process, one.standing, one.joined_up) for one in record.panel.processes)
    heads = ("Process", "How it stands", "How the review worked beside it")
    return [Table("Processes considered", heads, rows, (35, 20, 45))] if rows else []
