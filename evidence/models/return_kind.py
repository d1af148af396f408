"""The kinds of answer an agency gives when it is asked what it knows of a death."""

from django.db import models


class ReturnKind(models.TextChoices):
    NIL = "NIL", "Nil return"
    SUMMARY = "SUMMARY", "Summary of engagement"
    SHORT_REPORT = "SHORT_REPORT", "Short report offered"
    IMR_AND_CHRONOLOGY = "IMR_AND_CHRONOLOGY", "IMR and chronology"
    IMR_ONLY = "IMR_ONLY", "IMR without a chronology"
    CHRONOLOGY_ONLY = "CHRONOLOGY_ONLY", "Chronology only"
    LETTER = "LETTER", "Letter"
    EXPERT_INPUT = "EXPERT_INPUT", "Expert input"
    WRONG_BODY = "WRONG_BODY", "Not the right body"
    REFUSED = "REFUSED", "Refused"
    NOT_PURSUED = "NOT_PURSUED", "Not pursued"
    NO_RESPONSE = "NO_RESPONSE", "No response"

    @property
    def tells(self) -> bool:
        """Test whether the agency has something to tell the review."""
        return self in TELLING

    @property
    def is_nothing(self) -> bool:
        """Test whether the agency searched and found nothing."""
        return self == ReturnKind.NIL

    @property
    def is_by_partnership(self) -> bool:
        """Test whether it is the partnership, not the agency, that says so."""
        return self in BY_PARTNERSHIP


TELLING = frozenset(
    {
        ReturnKind.SUMMARY,
        ReturnKind.SHORT_REPORT,
        ReturnKind.IMR_AND_CHRONOLOGY,
        ReturnKind.IMR_ONLY,
        ReturnKind.CHRONOLOGY_ONLY,
        ReturnKind.LETTER,
        ReturnKind.EXPERT_INPUT,
    }
)
BY_PARTNERSHIP = frozenset({ReturnKind.NOT_PURSUED, ReturnKind.NO_RESPONSE})
BY_AGENCY = tuple(kind for kind in ReturnKind if kind not in BY_PARTNERSHIP)

# How the question is put to an agency: its answer in plain words, and what the answer means.
PLAIN_WORDS: dict[ReturnKind, tuple[str, str]] = {
    ReturnKind.NIL: (
        "Nothing",
        "We hold no record of any of these people. Say below what you searched.",
    ),
    ReturnKind.SUMMARY: (
        "A little, told here",
        "We had limited contact. A few paragraphs below, with the main dates, say all there is.",
    ),
    ReturnKind.SHORT_REPORT: (
        "Some contact",
        "We can write a short report: the facts, and what we learn from them.",
    ),
    ReturnKind.IMR_AND_CHRONOLOGY: (
        "Much contact",
        "We can write an individual management review (IMR) with a chronology.",
    ),
    ReturnKind.IMR_ONLY: (
        "Much contact, and no chronology",
        "We can write an individual management review. There are too few dates for a chronology.",
    ),
    ReturnKind.CHRONOLOGY_ONLY: (
        "A list of contacts",
        "We can give a chronology. There is nothing to add to it.",
    ),
    ReturnKind.LETTER: (
        "It is in a letter",
        "We have put what we know in a letter. Attach it below.",
    ),
    ReturnKind.EXPERT_INPUT: (
        "No contact, but we can help",
        "We never met these people. We know the field or the community and can advise.",
    ),
    ReturnKind.WRONG_BODY: (
        "We are not the right body",
        "We would not hold records of these people. Say below why, and who may.",
    ),
    ReturnKind.REFUSED: (
        "We will not take part",
        "Say why below. The review records your reason.",
    ),
}

# What the agency is told comes next, once its answer is saved.
NEXT_STEPS: dict[ReturnKind, str] = {
    ReturnKind.NIL: "Nothing more is asked of you now.",
    ReturnKind.SUMMARY: (
        "The partnership reads your summary. If the panel wants to know more, it asks you by email."
    ),
    ReturnKind.SHORT_REPORT: (
        "If a review is held, its panel asks you for the short report by email, with a date. "
        "Think now of who could write it: somebody who had no part in the events."
    ),
    ReturnKind.IMR_AND_CHRONOLOGY: (
        "If a review is held, its panel asks you for the IMR and the chronology by email, with the "
        "lines of enquiry and a date. Think now of who could write it: somebody who had no part in "
        "the events and does not manage anybody who had."
    ),
    ReturnKind.IMR_ONLY: (
        "If a review is held, its panel asks you for the IMR by email, with the lines of enquiry "
        "and a date. Think now of who could write it: somebody who had no part in the events and "
        "does not manage anybody who had."
    ),
    ReturnKind.CHRONOLOGY_ONLY: (
        "If a review is held, its panel asks you for the chronology by email, with a template and "
        "a date."
    ),
    ReturnKind.LETTER: (
        "The partnership reads your letter. If the panel wants to know more, it asks you by email."
    ),
    ReturnKind.EXPERT_INPUT: (
        "If a review is held, its chair gets in touch with you about where your advice would help."
    ),
    ReturnKind.WRONG_BODY: ("The partnership asks whoever may know. Nothing more is asked of you."),
    ReturnKind.REFUSED: (
        "The partnership reads your reason and may get in touch. You can answer again at any time."
    ),
}
