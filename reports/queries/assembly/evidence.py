"""Who was asked, what each agency sent, and what the chronology rests on."""

from collections import Counter

from evidence.models import ReturnKind
from evidence.models.tier import ReportKind
from evidence.queries.report_facts import Contribution
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
INDEPENDENT = (
    "* Whoever wrote the report of this agency declared that they had no part in the events and "
    "manage nobody who had."
)


def methodology(record: Record) -> list[Block]:
    """How many agencies were asked, and what came of it."""
    asked = [one for one in record.contributions if one.was_asked]
    if not asked:
        return []
    answered = sum(one.answer is not None for one in asked)
    nil = sum(one.answer == ReturnKind.NIL for one in asked)
    words = (
        f"{counted(len(asked), 'agency was', 'agencies were')} asked to secure their records and "
        f"to say what they knew. {answered} answered; {nil} had found nothing."
    )
    return [Paragraph(words), *reports(record)]


def reports(record: Record) -> list[Block]:
    kinds = Counter(one.report for one in record.contributions if one.report)
    sent = [counted(kinds[kind], *REPORTS[kind]) for kind in REPORTS if kinds[kind]]
    told = len(record.chronology.entries)
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
    sent = [one.report.label] if one.report else []
    if one.part in record.chronology.entries:
        sent.append("Chronology")
    if one.awaited:
        sent.append(f"{one.awaited.label} (asked for, not received)")
    if not sent and one.answer in BY_ITSELF:
        sent.append(one.answer.label)
    return listed([sent[0], *(small(word) for word in sent[1:])]) if sent else ""


def chronology(record: Record) -> list[Block]:
    """What the narrative rests on. The entries are the agencies' own words and do not print."""
    entries = counted(record.chronology.total, "entry", "entries")
    agencies = counted(len(record.chronology.entries), "agency", "agencies")
    if not record.chronology.entries:
        return []
    return [Paragraph(f"This chapter rests on {entries} in the chronologies of {agencies}.")]
