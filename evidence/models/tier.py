"""How much evidence the panel asks of an agency, and what the agency then writes."""

from django.db import models

from evidence.models.return_kind import ReturnKind


class ReportKind(models.TextChoices):
    """What an agency writes, from the most to the least. All three go through one cycle."""

    IMR = "IMR", "IMR"
    SHORT_REPORT = "SHORT_REPORT", "Short report"
    SUMMARY = "SUMMARY", "Summary of engagement"

    @property
    def noun(self) -> str:
        """The kind inside a sentence: "the short report"."""
        return NOUNS[self]

    @property
    def needs_independence(self) -> bool:
        """Test whether somebody who had a part in the events may not write it."""
        return self != ReportKind.SUMMARY

    @property
    def needs_file(self) -> bool:
        """Test whether it is a document; a summary may be a few paragraphs typed here."""
        return self != ReportKind.SUMMARY

    @property
    def answers_enquiries(self) -> bool:
        """Test whether it says something on every line of enquiry."""
        return self == ReportKind.IMR


NOUNS = {
    ReportKind.IMR: "IMR",
    ReportKind.SHORT_REPORT: "short report",
    ReportKind.SUMMARY: "summary of engagement",
}


class Tier(models.TextChoices):
    """What the panel may ask of an agency."""

    IMR_AND_CHRONOLOGY = "IMR_AND_CHRONOLOGY", "IMR and chronology"
    IMR = "IMR", "IMR"
    CHRONOLOGY = "CHRONOLOGY", "Chronology only"
    SHORT_REPORT = "SHORT_REPORT", "Short report"
    SUMMARY = "SUMMARY", "Summary of engagement"
    EXPERT = "EXPERT", "Expert input"
    IN_ANOTHERS = "IN_ANOTHERS", "In the report of another body"
    NOTHING = "NOTHING", "Nothing more"

    @property
    def report(self) -> ReportKind | None:
        """What is to be written; None where nothing is."""
        return REPORTS.get(self)

    @property
    def has_chronology(self) -> bool:
        return self in {Tier.IMR_AND_CHRONOLOGY, Tier.CHRONOLOGY}

    @property
    def asks_for_something(self) -> bool:
        return self != Tier.NOTHING

    @property
    def what_to_send(self) -> str:
        """What the agency is told of it, in plain words."""
        return WHAT_TO_SEND[self]


REPORTS: dict[str, ReportKind] = {
    Tier.IMR_AND_CHRONOLOGY: ReportKind.IMR,
    Tier.IMR: ReportKind.IMR,
    Tier.SHORT_REPORT: ReportKind.SHORT_REPORT,
    Tier.SUMMARY: ReportKind.SUMMARY,
}

IMR_IN_WORDS = (
    "An individual management review (IMR): what your agency did, how that looks against each line "
    "of enquiry, what was done well, what was missed, what you learn and recommend. It is written "
    "by somebody who had no part in the events and manages nobody who had, and signed off by "
    "somebody senior."
)
WHAT_TO_SEND: dict[str, str] = {
    Tier.IMR_AND_CHRONOLOGY: f"{IMR_IN_WORDS} With it a chronology of your contacts, as a file.",
    Tier.IMR: IMR_IN_WORDS,
    Tier.CHRONOLOGY: (
        "A chronology: every contact in date order, with where it is recorded. Any layout will do."
    ),
    Tier.SHORT_REPORT: (
        "A short report: the facts of your contact and what you learn from them, in a few pages. "
        "Somebody who had no part in the events writes it, and somebody senior signs it off."
    ),
    Tier.SUMMARY: (
        "A summary of engagement: a few paragraphs on what contact you had, with the main dates. "
        "You can type it or send a document."
    ),
    Tier.EXPERT: (
        "Your advice, not records: the independent chair gets in touch with you about where it "
        "would help."
    ),
    Tier.IN_ANOTHERS: (
        "Another body writes for you and others in one report, and names you in it. Give it what "
        "it asks for, and read what it says of you before it is sent."
    ),
    Tier.NOTHING: "Nothing more is asked of you. Keep your records secured until you are told.",
}

# What an agency's answer to the scoping letter suggests. Where it says nothing, people decide.
SUGGESTED: dict[str, Tier] = {
    ReturnKind.NIL: Tier.NOTHING,
    ReturnKind.SUMMARY: Tier.SUMMARY,
    ReturnKind.SHORT_REPORT: Tier.SHORT_REPORT,
    ReturnKind.IMR_AND_CHRONOLOGY: Tier.IMR_AND_CHRONOLOGY,
    ReturnKind.IMR_ONLY: Tier.IMR,
    ReturnKind.CHRONOLOGY_ONLY: Tier.CHRONOLOGY,
    ReturnKind.LETTER: Tier.SUMMARY,
    ReturnKind.EXPERT_INPUT: Tier.EXPERT,
}
