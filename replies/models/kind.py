"""What a reply that reached the partnership is: an answer, or something beside one."""

from django.db import models

from evidence.models import BY_AGENCY, ReturnKind


class ReplyKind(models.TextChoices):
    """
    The answers of `evidence.models.ReturnKind` that an agency gives itself, by the same codes, and
    what else comes back when fifty bodies are written to.
    """

    NIL = "NIL", ReturnKind.NIL.label
    SUMMARY = "SUMMARY", ReturnKind.SUMMARY.label
    SHORT_REPORT = "SHORT_REPORT", ReturnKind.SHORT_REPORT.label
    IMR_AND_CHRONOLOGY = "IMR_AND_CHRONOLOGY", ReturnKind.IMR_AND_CHRONOLOGY.label
    IMR_ONLY = "IMR_ONLY", ReturnKind.IMR_ONLY.label
    CHRONOLOGY_ONLY = "CHRONOLOGY_ONLY", ReturnKind.CHRONOLOGY_ONLY.label
    LETTER = "LETTER", ReturnKind.LETTER.label
    EXPERT_INPUT = "EXPERT_INPUT", ReturnKind.EXPERT_INPUT.label
    WRONG_BODY = "WRONG_BODY", ReturnKind.WRONG_BODY.label
    REFUSED = "REFUSED", ReturnKind.REFUSED.label
    QUESTION = "QUESTION", "A question to us"
    MORE_TIME = "MORE_TIME", "Asks for more time"
    ACKNOWLEDGED = "ACKNOWLEDGED", "Has our letter, answer to follow"
    AUTOMATIC = "AUTOMATIC", "Automatic reply"
    BOUNCED = "BOUNCED", "Our email came back"
    COPY = "COPY", "A copy of our letter, passed on"
    UNCLEAR = "UNCLEAR", "Not clear"
    ASIDE = "ASIDE", "Not for this review"

    @property
    def is_answer(self) -> bool:
        """Test whether confirming it records an answer of the agency."""
        return self.value in ANSWERS

    @property
    def is_beside(self) -> bool:
        """Test whether it is kept with the agency, which still owes its answer."""
        return self in BESIDE


ANSWERS = frozenset(kind.value for kind in BY_AGENCY)
BESIDE = frozenset(
    {
        ReplyKind.QUESTION,
        ReplyKind.MORE_TIME,
        ReplyKind.ACKNOWLEDGED,
        ReplyKind.AUTOMATIC,
        ReplyKind.BOUNCED,
        ReplyKind.COPY,
    }
)
# What an officer chooses from; whatever is not clear has to be made clear or set aside
CHOSEN = tuple(kind for kind in ReplyKind if kind != ReplyKind.UNCLEAR)
