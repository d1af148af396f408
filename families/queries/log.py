"""The log of one contact, as its page shows it."""

from dataclasses import dataclass, field
from datetime import date

from agencies.models import User
from families.models import EntryKind, FamilyContact, FamilyContactEntry
from pages.parts import Row
from pages.templatetags.dates import date_long
from pages.templatetags.sentences import in_sentence

# What an entry tells beside its words, in the order of the page.
LABELS = {
    "leaflet": "Leaflet",
    "leaflet_version": "Its version",
    "advocacy_body": "Advocacy body",
    "advocacy_answer": "Their answer",
    "referral_answer": "What it said",
    "response": "What they wish",
    "ask_again_on": "Ask again on",
    "approach": "Decided",
    "advice_of": "On the advice of",
    "place": "Where",
    "present": "Who was there",
    "interpreter": "Interpreter",
    "version_label": "Version",
    "days_given": "Days to read it",
    "read_how": "How",
    "person": "For",
    "pseudonym": "Pseudonym",
    "pseudonym_act": "What they said of it",
    "publication_on": "Publication on",
    "notice": "Notice before it",
    "support": "Support for children and carers",
    "approved_by": "Approved by",
    "disposition": "What became of them",
    "unusual_reason": "Why it is unusual",
    "despite_reason": "Why on this day",
}


AWAITED = {
    EntryKind.TRANSCRIPT: "Record that they approved the notes",
    EntryKind.DISPOSITION: "Record what became of these comments",
}


@dataclass(frozen=True)
class Told:
    """
    One standing entry, with the entries it took the place of.

    answer: the entry that answers it, where there is one.
    """

    entry: FamilyContactEntry
    before: "list[Told]" = field(default_factory=list)
    answer: FamilyContactEntry | None = None

    @property
    def title(self) -> str:
        if self.entry.is_taken_back and self.before:
            return f"Taken back: {in_sentence(self.before[0].title)}"
        return self.entry.get_kind_display()

    @property
    def about(self) -> str:
        """Which earlier entry this one answers."""
        asked = self.entry.answers
        return f"about {date_long(asked.happened_on)}" if asked else ""

    @property
    def why_corrected(self) -> str:
        """Why it took the place of another entry."""
        verb = "Taken back" if self.entry.is_taken_back else "Corrected"
        return f"{verb}: {self.entry.correction_reason}"

    @property
    def rows(self) -> list[Row]:
        return rows_of(self.entry)

    @property
    def awaits(self) -> str:
        """What would answer this entry and is not there, as a link says it."""
        kind = None if self.answer else self.entry.answer_kind
        return AWAITED[kind] if kind else ""


def log_of(contact: FamilyContact, reader: User) -> list[Told]:
    """Return what stands in a contact's log, newest first. One query."""
    entries = list(
        FamilyContactEntry.objects.readable_by(reader)
        .filter(contact=contact)
        .select_related("original", "recorded_by", "person", "answers")
    )
    corrected = {entry.corrects_id: entry for entry in entries if entry.corrects_id}
    standing = [entry for entry in entries if entry.pk not in corrected]
    answers = {entry.answers_id: entry for entry in standing if entry.answers_id}
    by_pk = {entry.pk: entry for entry in entries}
    return [
        Told(
            entry=entry,
            before=[Told(old) for old in line_before(entry, by_pk)],
            answer=answers.get(entry.root_id or entry.pk),
        )
        for entry in standing
    ]


def line_before(
    entry: FamilyContactEntry, by_pk: dict[int, FamilyContactEntry]
) -> list[FamilyContactEntry]:
    """Return what an entry took the place of, the latest first."""
    line = []
    while entry.corrects_id:
        entry = by_pk[entry.corrects_id]
        line.append(entry)
    return line


def rows_of(entry: FamilyContactEntry) -> list[Row]:
    """Return what an entry tells beside its words; nothing for what its kind does not have."""
    rows = [Row(label, value_of(entry, name)) for name, label in LABELS.items()]
    if entry.kind == EntryKind.DRAFT:
        rows.append(Row("To be read by", date_long(entry.read_until)))
    return [row for row in rows if row.value]


def value_of(entry: FamilyContactEntry, name: str) -> str:
    value = getattr(entry, name)
    if name == "person":
        return str(value.printed_name) if value else ""
    if isinstance(value, date):
        return date_long(value)
    in_words = getattr(entry, f"get_{name}_display", None)
    return str(in_words() if in_words else value or "")
