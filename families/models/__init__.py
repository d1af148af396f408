from families.models.calendar import Calendar
from families.models.child_copy import ChildRecordCopy
from families.models.choices import (
    ANSWERED_BY,
    KINDS_OF,
    OFFERED_ADVOCACY,
    OFFERED_LEAFLET,
    AdvocacyAnswer,
    Approach,
    ContactKind,
    ContactState,
    Disposition,
    EntryKind,
    Leaflet,
    PseudonymAct,
    ReadHow,
    ReferralAnswer,
    Response,
    Route,
    Side,
    Starter,
    Way,
    side_of,
)
from families.models.contact import FamilyContact
from families.models.entry import FamilyContactEntry
from families.models.extract import ExtractKind, FamilyExtract, Reach, reaches
from families.models.question import QUESTIONS_OF, Answered, FamilyQuestion
from families.models.quiet_date import QuietDate

__all__ = [
    "ANSWERED_BY",
    "KINDS_OF",
    "OFFERED_ADVOCACY",
    "OFFERED_LEAFLET",
    "QUESTIONS_OF",
    "AdvocacyAnswer",
    "Answered",
    "Approach",
    "Calendar",
    "ChildRecordCopy",
    "ContactKind",
    "ContactState",
    "Disposition",
    "EntryKind",
    "ExtractKind",
    "FamilyContact",
    "FamilyContactEntry",
    "FamilyExtract",
    "FamilyQuestion",
    "Leaflet",
    "PseudonymAct",
    "QuietDate",
    "Reach",
    "ReadHow",
    "ReferralAnswer",
    "Response",
    "Route",
    "Side",
    "Starter",
    "Way",
    "reaches",
    "side_of",
]
