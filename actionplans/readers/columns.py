"""What a column of an action plan can hold, and the words that plans put above it."""

import re
from collections.abc import Sequence
from enum import StrEnum


class PlanColumn(StrEnum):
    """The columns that are read. All others are kept word for word and shown as unread."""

    NUMBER = "number"
    LEARNING = "learning"
    RECOMMENDATION = "recommendation"
    AGENCY = "agency"
    SCOPE = "scope"
    ACTION = "action"
    LEAD = "lead"
    OWNER = "owner"
    MILESTONES = "milestones"
    MEASURE = "measure"
    TARGET = "target"
    COMPLETION = "completion"
    OUTCOME = "outcome"
    OTHER = "other"

    @property
    def label(self) -> str:
        return LABELS[self]


C = PlanColumn
LABELS = {
    C.NUMBER: "Number of the recommendation",
    C.LEARNING: "Learning point",
    C.RECOMMENDATION: "Recommendation",
    C.AGENCY: "Agency or source",
    C.SCOPE: "Scope of recommendation",
    C.ACTION: "Action to take",
    C.LEAD: "Lead agency",
    C.OWNER: "Person or post responsible",
    C.MILESTONES: "Key milestones",
    C.MEASURE: "How one will know (outcome looked for)",
    C.TARGET: "Target date",
    C.COMPLETION: "Date of completion and outcome",
    C.OUTCOME: "Outcome, beside a column of its date",
    C.OTHER: "Nothing of these: keep it as it is",
}
NUMBER = r"(no|nos|num|number|ref|reference|id|#|item|s/?n|serial)"

# What somebody remarks on an action is no person, though it says whose remark it is
COMMENT = r"(comments?|remarks?|notes?|feedback)"
WORK = "progress|updates?|actions?|tasks?|recommendations?|evidence|see"

# Each column with its wordings, searched in this order: what stands higher is told apart first.
WORDINGS: tuple[tuple[PlanColumn, str], ...] = (
    (C.NUMBER, rf"((rec(ommendation)?s?|action|action plan|item|row) )?{NUMBER}( {NUMBER})?"),
    (C.NUMBER, r"rec|recs|r"),
    (C.SCOPE, r".*\bscope\b.*|.*\blocal or (regional|national)\b.*|level( of .*)?"),
    (C.MILESTONES, r".*\b(mile ?stones?|key steps)\b.*"),
    (C.TARGET, r".*\b(target|deadline|due|time ?scales?|time ?frames?|by when)\b.*"),
    (C.TARGET, r"(proposed|planned|expected|anticipated) (completion|end) date|when|timing"),
    (C.TARGET, r"date for completion|to be completed( by)?|completion by"),
    (C.COMPLETION, r".*\b(complet(ion|ed|e)|achieved|closed|closure)\b.*"),
    (C.MEASURE, r"how (will|would|do|shall) .*|.*\bmeasures?\b.*|.*\bsuccess\b.*|.*\bimpact\b.*"),
    (C.MEASURE, r"what (do|did|will) we (want|hope) to achieve|aims?|objectives?"),
    (C.MEASURE, r"(desired|intended|expected|anticipated|required|planned) outcomes?"),
    (C.OUTCOME, r".*\boutcomes?\b.*|results?"),
    (C.OTHER, rf"(?!.*\b({WORK})\b)(.*\b{COMMENT}|{COMMENT}\b.*)"),
    (C.OWNER, r".*\b(officer|owner|person|named|post|by whom|who)\b.*"),
    (C.LEAD, r".*\b(lead|leads|responsib\w*|accountab\w*|assigned)\b.*"),
    (C.AGENCY, r"(agency|organisation|service|partner|source|body|addressee|for)( .*|/.*)?"),
    (C.AGENCY, r"(addressed|addressee|directed) .*|agencies"),
    (C.LEARNING, r".*\b(learning|lessons?|themes?|findings?|issues?)\b.*"),
    (C.RECOMMENDATION, r".*\brecommendations?\b.*|what (is|was) recommended"),
    (C.ACTION, r".*\b(actions?|tasks?|activity|activities|what|response|how)\b.*"),
    (C.MILESTONES, r".*\b(progress|updates?|steps|evidence|position|delivery)\b.*"),
    (C.TARGET, r"dates?"),
)
COMPILED = [(column, re.compile(words)) for column, words in WORDINGS]
LONGEST = 160  # of a heading


def plain(heading: str) -> str:
    """Return a heading without what people write differently."""
    words = re.sub(r"[^\w#/ ]", " ", heading.casefold().replace("’", "'"))
    return " ".join(words.split())


def meant_by(heading: str) -> PlanColumn:
    words = plain(heading)
    if not words or len(heading) > LONGEST:
        return C.OTHER
    return next((column for column, found in COMPILED if found.fullmatch(words)), C.OTHER)


def second_of_completion(headings: Sequence[str], meant: Sequence[PlanColumn]) -> int | None:
    """Return which column holds the outcome where two lie under "Completion"."""
    places = [place for place, column in enumerate(meant) if column is C.COMPLETION]
    return next((one for one in places[1:] if "outcome" in plain(headings[one])), None)


def meant_by_all(headings: Sequence[str]) -> tuple[PlanColumn, ...]:
    """
    Return what a row of headings means. Each column is meant once, but for the others.

    A person or post leads where no agency does; two columns of the same are told by the second.
    """
    meant = [meant_by(heading) for heading in headings]
    if C.LEAD not in meant and C.OWNER in meant:
        meant[meant.index(C.OWNER)] = C.LEAD
    if C.COMPLETION not in meant and C.OUTCOME in meant:
        meant[meant.index(C.OUTCOME)] = C.COMPLETION
    if C.OUTCOME not in meant and (place := second_of_completion(headings, meant)):
        meant[place] = C.OUTCOME
    if C.RECOMMENDATION not in meant and C.LEARNING in meant and C.ACTION in meant:
        meant[meant.index(C.LEARNING)] = C.RECOMMENDATION
    return tuple(
        C.OTHER if column in meant[:place] else column for place, column in enumerate(meant)
    )
