"""The words of the family compartment: who is spoken to, by which route, and what they wish."""

from django.db import models


class Side(models.TextChoices):
    """The two sides of the compartment. They are never shown on one page."""

    DIED = "DIED", "Family and others"
    PERPETRATOR = "PERPETRATOR", "The perpetrator's side"


class ContactKind(models.TextChoices):
    FAMILY = "FAMILY", "Family member"
    FRIEND = "FRIEND", "Friend"
    COLLEAGUE = "COLLEAGUE", "Colleague"
    NEIGHBOUR = "NEIGHBOUR", "Neighbour"
    EMPLOYER = "EMPLOYER", "Employer"
    PERPETRATOR = "PERPETRATOR", "Perpetrator, or alleged"
    PERPETRATOR_FAMILY = "PERPETRATOR_FAMILY", "Family of the perpetrator"


PERPETRATORS = frozenset({ContactKind.PERPETRATOR, ContactKind.PERPETRATOR_FAMILY})
KINDS_OF = {
    Side.DIED: frozenset(ContactKind) - PERPETRATORS,
    Side.PERPETRATOR: PERPETRATORS,
}


def side_of(kind: str) -> Side:
    return next(side for side, kinds in KINDS_OF.items() if kind in kinds)


# Who is offered what as a matter of course; anybody else may be offered it too.
OFFERED_LEAFLET = KINDS_OF[Side.DIED]
OFFERED_ADVOCACY = frozenset({ContactKind.FAMILY, ContactKind.FRIEND})


class Route(models.TextChoices):
    """Through whom somebody is spoken to."""

    FLO = "FLO", "Family liaison officer"
    ADVOCATE = "ADVOCATE", "Advocate"
    SOCIAL_WORKER = "SOCIAL_WORKER", "Child’s social worker"
    DIRECT = "DIRECT", "Directly"
    PRISON_GOVERNOR = "PRISON_GOVERNOR", "Prison governor"
    RESPONSIBLE_CLINICIAN = "RESPONSIBLE_CLINICIAN", "Responsible clinician"
    GO_BETWEEN = "GO_BETWEEN", "Relative or friend as go-between"


class Way(models.TextChoices):
    """By what means."""

    POST = "POST", "Letter"
    EMAIL = "EMAIL", "Email"
    MESSAGE = "MESSAGE", "Text message"
    PHONE = "PHONE", "Telephone"
    VIDEO = "VIDEO", "Video call"
    IN_PERSON = "IN_PERSON", "In person"


class EntryKind(models.TextChoices):
    """What one entry of a log tells."""

    LETTER = "LETTER", "Letter or leaflet sent"
    ADVOCACY = "ADVOCACY", "Advocacy offered"
    TERMS = "TERMS", "Terms of reference shared"
    DRAFT = "DRAFT", "Draft given to read"
    QA_LETTER = "QA_LETTER", "Home Office letter shared"
    ATTEMPT = "ATTEMPT", "Attempt to reach them, without an answer"
    REFERRAL = "REFERRAL", "Advocacy body asked about a referral"
    APPROACH = "APPROACH", "Decision on approaching them"
    RESPONSE = "RESPONSE", "What they wish"
    CONTACT = "CONTACT", "Call, message or visit"
    MEETING = "MEETING", "Meeting"
    COMMENTS = "COMMENTS", "Comments on a draft"
    PSEUDONYM = "PSEUDONYM", "Pseudonym chosen or approved"
    PUBLICATION = "PUBLICATION", "Publication date agreed"
    TRANSCRIPT = "TRANSCRIPT", "Notes of a meeting approved"
    DISPOSITION = "DISPOSITION", "What became of their comments"
    TAKEN_BACK = "TAKEN_BACK", "Taken back"


# The review turned to them. A call counts where the review made it: see `is_outgoing`.
WRITES_TO_THEM = frozenset(
    {
        EntryKind.LETTER,
        EntryKind.ADVOCACY,
        EntryKind.TERMS,
        EntryKind.DRAFT,
        EntryKind.QA_LETTER,
    }
)
# Somebody tried to reach them: what "could not be reached" rests on.
TRIED_TO_REACH = WRITES_TO_THEM | {EntryKind.ATTEMPT}
# They took part, whether or not anybody noted what they wish.
THEY_TOOK_PART = frozenset(
    {
        EntryKind.MEETING,
        EntryKind.COMMENTS,
        EntryKind.PSEUDONYM,
        EntryKind.PUBLICATION,
        EntryKind.TRANSCRIPT,
    }
)
REACHED_THEM = WRITES_TO_THEM | THEY_TOOK_PART | {EntryKind.CONTACT}

# What tells something that a finding may rest on.
ACCOUNTS = frozenset({EntryKind.CONTACT, EntryKind.MEETING, EntryKind.COMMENTS})

# An entry that answers an earlier one, and which.
ANSWERED_BY = {
    EntryKind.MEETING: EntryKind.TRANSCRIPT,
    EntryKind.COMMENTS: EntryKind.DISPOSITION,
}
ANSWERS = list(ANSWERED_BY.values())


class Leaflet(models.TextChoices):
    FAMILY = "FAMILY", "Leaflet for families"
    FRIENDS = "FRIENDS", "Leaflet for friends"
    COLLEAGUES = "COLLEAGUES", "Leaflet for colleagues"
    EMPLOYERS = "EMPLOYERS", "Leaflet for employers"


class AdvocacyAnswer(models.TextChoices):
    NOT_YET = "NOT_YET", "No answer yet"
    ACCEPTED = "ACCEPTED", "Accepted"
    DECLINED = "DECLINED", "Declined"


class ReferralAnswer(models.TextChoices):
    """What an advocacy body says when it is asked whether somebody was referred to it."""

    NO_ANSWER = "NO_ANSWER", "No answer yet"
    HOLDS = "HOLDS", "It holds a referral"
    HOLDS_NONE = "HOLDS_NONE", "It holds no referral"
    NOT_SAID = "NOT_SAID", "It does not say"


class Starter(models.TextChoices):
    REVIEW = "REVIEW", "The review got in touch"
    THEY = "THEY", "They got in touch"


class Response(models.TextChoices):
    """What somebody wishes. Where nothing is recorded they have not answered yet."""

    DECLINED = "DECLINED", "Declined"
    DECLINED_FOR_NOW = "DECLINED_FOR_NOW", "Declined for now"
    UPDATES_ONLY = "UPDATES_ONLY", "Wishes updates only"
    CONTRIBUTES = "CONTRIBUTES", "Contributes"


class Approach(models.TextChoices):
    TO_BE = "TO_BE", "To be approached"
    NOT_TO_BE = "NOT_TO_BE", "Not to be approached"
    UNREACHABLE = "UNREACHABLE", "Could not be reached"


class ContactState(models.TextChoices):
    """How it stands with one person: told by the log, never stored."""

    NOT_YET = "NOT_YET", "Not yet approached"
    NO_ANSWER = "NO_ANSWER", "No answer yet"
    IN_TOUCH = "IN_TOUCH", "In touch"
    UPDATES_ONLY = "UPDATES_ONLY", "Wishes updates only"
    CONTRIBUTES = "CONTRIBUTES", "Contributes"
    DECLINED_FOR_NOW = "DECLINED_FOR_NOW", "Declined for now"
    DECLINED = "DECLINED", "Declined"
    NOT_TO_BE = "NOT_TO_BE", "Not to be approached"
    UNREACHABLE = "UNREACHABLE", "Could not be reached"


class ReadHow(models.TextChoices):
    PAPER = "PAPER", "A numbered paper copy"
    READING_ROOM = "READING_ROOM", "On the screen, in the reading room"
    ELECTRONIC = "ELECTRONIC", "A file"
    TOGETHER = "TOGETHER", "Read with the chair or an advocate"
    TRANSLATED = "TRANSLATED", "A translation, or read through an interpreter"


class Disposition(models.TextChoices):
    ADOPTED = "ADOPTED", "Adopted"
    IN_PART = "IN_PART", "Adopted in part"
    NOT_ADOPTED = "NOT_ADOPTED", "Not adopted"


class PseudonymAct(models.TextChoices):
    CHOSE = "CHOSE", "They chose it"
    APPROVED = "APPROVED", "They approved it"
    REFUSED = "REFUSED", "They do not want it"
