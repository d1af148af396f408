from composite.models.export import CompositeExport, ExportState
from composite.models.finding import (
    CheckSwitch,
    FindingEvent,
    FindingStanding,
    ReconciliationFinding,
    StoryCheck,
)
from composite.models.marks import EventComment, EventTag, EventWeight, Weight
from composite.models.narrative import LeftOut, NarrativeParagraph, NarrativeSource
from composite.models.question import (
    LONGEST_ANSWER,
    LONGEST_QUESTION,
    FindingQuestion,
    QuestionEnding,
)

__all__ = [
    "LONGEST_ANSWER",
    "LONGEST_QUESTION",
    "CheckSwitch",
    "CompositeExport",
    "EventComment",
    "EventTag",
    "EventWeight",
    "ExportState",
    "FindingEvent",
    "FindingQuestion",
    "FindingStanding",
    "LeftOut",
    "NarrativeParagraph",
    "NarrativeSource",
    "QuestionEnding",
    "ReconciliationFinding",
    "StoryCheck",
    "Weight",
]
