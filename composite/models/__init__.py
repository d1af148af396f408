from composite.models.finding import (
    CheckSwitch,
    FindingEvent,
    FindingStanding,
    ReconciliationFinding,
    StoryCheck,
)
from composite.models.marks import EventComment, EventTag, EventWeight, Weight

__all__ = [
    "CheckSwitch",
    "EventComment",
    "EventTag",
    "EventWeight",
    "FindingEvent",
    "FindingStanding",
    "ReconciliationFinding",
    "StoryCheck",
    "Weight",
]
