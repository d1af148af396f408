from reviews.models.deadline import Deadline
from reviews.models.decision import Decision, Outcome, Standing
from reviews.models.grants import InvolvementGrant, Permission, ReviewGrant, Role
from reviews.models.history import EarlierStep, GateWaiver, StageMove
from reviews.models.involvement import AgencyInvolvement
from reviews.models.membership import Membership
from reviews.models.notice import Notice, NoticeKind, NoticeRoute
from reviews.models.person import Person, PersonAddress, PersonRole, PseudonymChooser
from reviews.models.review import Review, ReviewKind

__all__ = [
    "AgencyInvolvement",
    "Deadline",
    "Decision",
    "EarlierStep",
    "GateWaiver",
    "InvolvementGrant",
    "Membership",
    "Notice",
    "NoticeKind",
    "NoticeRoute",
    "Outcome",
    "Permission",
    "Person",
    "PersonAddress",
    "PersonRole",
    "PseudonymChooser",
    "Review",
    "ReviewGrant",
    "ReviewKind",
    "Role",
    "StageMove",
    "Standing",
]
