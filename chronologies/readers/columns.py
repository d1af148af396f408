"""What a column of a chronology can hold."""

from enum import StrEnum


class Column(StrEnum):
    """The columns that the review knows. All others are kept as notes."""

    DATE = "date"
    DATE_TO = "date_to"
    TIME = "time"
    SEQUENCE = "sequence"
    RECORDED_ON = "recorded_on"
    SOURCE = "source"
    SUBJECTS = "subjects"
    PRESENT = "present"
    LOCATION = "location"
    WHAT_HAPPENED = "what_happened"
    ACTION_TAKEN = "action_taken"
    DECISION = "decision"
    CHILD_SEEN = "child_seen"
    SEEN_ALONE = "seen_alone"
    DISCLOSURE = "disclosure"
    RISK_ASSESSMENT = "risk_assessment"
    REFERRAL = "referral"
    COMMENT = "comment"
    SIGNIFICANCE = "significance"
    ENQUIRY = "enquiry"
    NOTE = "note"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Column.DATE: "Date",
    Column.DATE_TO: "Date to",
    Column.TIME: "Time",
    Column.SEQUENCE: "Number",
    Column.RECORDED_ON: "Date recorded",
    Column.SOURCE: "Source of information",
    Column.SUBJECTS: "Who it concerns",
    Column.PRESENT: "Who was present",
    Column.LOCATION: "Where",
    Column.WHAT_HAPPENED: "What happened",
    Column.ACTION_TAKEN: "Action taken",
    Column.DECISION: "Decision and reasons",
    Column.CHILD_SEEN: "Child seen or heard",
    Column.SEEN_ALONE: "Victim seen alone, interpreter used",
    Column.DISCLOSURE: "Disclosure of abuse",
    Column.RISK_ASSESSMENT: "Risk assessment",
    Column.REFERRAL: "Referral made or received",
    Column.COMMENT: "Agency comment",
    Column.SIGNIFICANCE: "Significance",
    Column.ENQUIRY: "Line of enquiry",
    Column.NOTE: "Note",
}
