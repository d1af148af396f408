from reviews.models.access_hold import AccessHold
from reviews.models.deadline import Deadline
from reviews.models.decision import Decision, Outcome, Standing
from reviews.models.declaration import Declaration, PartDeclaration, declaration_constraints
from reviews.models.grants import InvolvementGrant, Permission, ReviewGrant, Role
from reviews.models.history import EarlierStep, GateWaiver, StageMove
from reviews.models.independence import (
    Capacity,
    Decided,
    IndependenceQuestion,
    Judged,
    judge,
)
from reviews.models.involvement import AgencyInvolvement
from reviews.models.local_length import LocalLength
from reviews.models.membership import Membership
from reviews.models.notice import Notice, NoticeKind, NoticeRoute
from reviews.models.person import Person, PersonAddress, PersonRole, PseudonymChooser
from reviews.models.review import Review, ReviewKind

__all__ = [
    "AccessHold",
    "AgencyInvolvement",
    "Capacity",
    "Deadline",
    "Decided",
    "Decision",
    "Declaration",
    "EarlierStep",
    "GateWaiver",
    "IndependenceQuestion",
    "InvolvementGrant",
    "Judged",
    "LocalLength",
    "Membership",
    "Notice",
    "NoticeKind",
    "NoticeRoute",
    "Outcome",
    "PartDeclaration",
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
    "declaration_constraints",
    "judge",
]
