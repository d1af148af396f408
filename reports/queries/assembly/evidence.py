"""Who was asked, what each agency sent, and what the chronology rests on."""

from collections import Counter
from collections.abc import Sequence

from evidence.models import ReturnKind, ScopingRoute
from evidence.models.tier import ReportKind
from evidence.queries.report_facts import Attempts, Contribution
from reports.published.report import Block, Bullets, Paragraph, Table
from reports.queries.assembly.record import Record
from reports.queries.assembly.words import counted, listed, small

REPORTS = {
    ReportKind.IMR: ("individual management review (IMR)", "individual management reviews (IMRs)"),
    ReportKind.SHORT_REPORT: ("short report", "short reports"),
    ReportKind.SUMMARY: ("summary of engagement", "summaries of engagement"),
}
BY_ITSELF = (
    ReturnKind.LETTER,
    ReturnKind.EXPERT_INPUT,
    ReturnKind.SUMMARY,
    ReturnKind.REFUSED,
    ReturnKind.NO_RESPONSE,
    ReturnKind.NOT_PURSUED,
)
# A route as the report says it: from which system an email went out is nobody's concern.
SHORTLY = {route: route.by for route in ScopingRoute} | {ScopingRoute.OTHER_EMAIL: "by email"}
INDEPENDENT = (
    "* Whoever wrote the report of this agency declared that they had no part in the events and "
    "manage nobody who had."
)


def methodology(record: Record) -> list[Block]:
    """How many agencies were asked, and what came of it."""
    asked = [one for one in record.contributions if one.was_asked]
    if not asked:
        return outstanding(record)
    answered = sum(one.answer is not None for one in asked)
    nil = sum(one.answer == ReturnKind.NIL for one in asked)
    found_nothing = f"; {nil} had found nothing" if nil else ""
    words = (
        f"{counted(len(asked), 'agency was', 'agencies were')} asked to secure their records and "
        f"to say what they knew. {answered} answered{found_nothing}."
    )
    return [Paragraph(words), *silent(asked), *outstanding(record), *reports(record)]


def silent(asked: Sequence[Contribution]) -> list[Block]:
    """What was tried with each agency that refused or never answered, before it was given up."""
    told = tuple(tried(one, one.attempts) for one in asked if one.attempts and gave_nothing(one))
    if not told:
        return []
    return [
        Paragraph("These agencies did not take part, in spite of what was tried:"),
        Bullets(told),
    ]


def gave_nothing(one: Contribution) -> bool:
    return one.answer in (ReturnKind.REFUSED, ReturnKind.NO_RESPONSE)


def tried(one: Contribution, attempts: Attempts) -> str:
    first, last = f"{attempts.first_on:%B %Y}", f"{attempts.last_on:%B %Y}"
    span = f"in {first}" if first == last else f"between {first} and {last}"
    times = counted(attempts.times, "time", "times").lower()
    routes = listed(list(dict.fromkeys(SHORTLY[route] for route in attempts.routes)))
    up = f"; this was escalated to {listed(attempts.escalated_to)}" if attempts.escalated_to else ""
    end = "It refused" if one.answer == ReturnKind.REFUSED else "It did not answer"
    return f"{one.agency} was asked {times}, {routes}, {span}{up}. {end}."


def outstanding(record: Record) -> list[Block]:
    """What is still waited for while the report is being written, by agency."""
    told = [(one.agency, what_is_awaited(one, record)) for one in record.contributions]
    rows = tuple(f"{agency}: {listed(waited)}" for agency, waited in told if waited)
    if not rows:
        return []
    return [Paragraph("Still outstanding when this was written:"), Bullets(rows)]


def is_unanswered(one: Contribution) -> bool:
    return one.was_asked and one.answer is None and one.report is None


def what_is_awaited(one: Contribution, record: Record) -> list[str]:
    waited = [small(one.awaited.label)] if one.awaited else []
    if lacks_chronology(one, record):
        waited.append("chronology")
    return waited or (["its answer to the first letter"] if is_unanswered(one) else [])


def reports(record: Record) -> list[Block]:
    kinds = Counter(one.report for one in record.contributions if one.report)
    sent = [counted(kinds[kind], *REPORTS[kind]) for kind in REPORTS if kinds[kind]]
    told = sum(
        one.part in record.chronology.entries or one.sent_chronology_before
        for one in record.contributions
    )
    if told:
        sent.append(counted(told, "chronology", "chronologies"))
    return [Paragraph(f"The panel had before it {listed(sent)}.")] if sent else []


def contributors(record: Record) -> list[Block]:
    """Each agency and what it sent, with a star for a report written independently."""
    rows = [(one, what_it_sent(one, record)) for one in record.contributions]
    sent = tuple((f"{one.agency}{star(one)}", what) for one, what in rows if what)
    said: list[Block] = []
    if sent:
        said.append(Table("What each agency sent", ("Agency", "Sent"), sent, (55, 45)))
    if any(one.is_independent for one in record.contributions):
        said.append(Paragraph(INDEPENDENT))
    nil = tuple(one.agency for one, what in rows if not what and one.answer == ReturnKind.NIL)
    if nil:
        said += [Paragraph("These agencies searched and found nothing:"), Bullets(nil)]
    return said


def star(one: Contribution) -> str:
    return "*" if one.is_independent else ""


def what_it_sent(one: Contribution, record: Record) -> str:
    """Return what an agency sent, in words; nothing where that is a nil return or no answer."""
    sent = [f"{one.report.label}{by_whom(one)}"] if one.report else []
    if one.is_in_anothers:
        sent.append(f"In the report of {one.written_by}")
    if one.part in record.chronology.entries or one.sent_chronology_before:
        sent.append("Chronology")
    if one.awaited:
        sent.append(f"{one.awaited.label} (asked for, not received)")
    if lacks_chronology(one, record):
        sent.append("Chronology (asked for, not received)")
    if not sent and one.answer in BY_ITSELF:
        sent.append(one.answer.label)
    if one.withheld and sent:
        sent.append(f"Part withheld ({small(one.withheld.label)})")
    if one.answered_by and sent:
        sent.append(f"Answered in its place by {one.answered_by}")
    return listed([sent[0], *(small(word) for word in sent[1:])]) if sent else ""


def by_whom(one: Contribution) -> str:
    """Say which other body wrote a report, where one did."""
    return f" (written by {one.written_by})" if one.written_by else ""


def lacks_chronology(one: Contribution, record: Record) -> bool:
    return one.awaits_chronology and one.part not in record.chronology.entries


def chronology(record: Record) -> list[Block]:
    """What the narrative rests on. The entries are the agencies' own words and do not print."""
    entries = counted(record.chronology.total, "entry", "entries")
    agencies = counted(len(record.chronology.entries), "agency", "agencies")
    if not record.chronology.entries:
        return []
    return [Paragraph(f"This chapter rests on {entries} in the chronologies of {agencies}.")]
