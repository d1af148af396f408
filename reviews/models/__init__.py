from reviews.models.access_hold import AccessHold
from reviews.models.deadline import Deadline
from reviews.models.decision import Decision, Outcome, Standing
from reviews.models.declaration import Declaration, PartDeclaration, declaration_constraints
from reviews.models.grants import InvolvementGrant, Permission, ReviewGrant, Role
from reviews.models.history import EarlierStep, Exactness, GateWaiver, StageMove
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
from reviews.models.person import Person, PersonAddress, PersonRole, PseudonymChooser, Sex
from reviews.models.review import Review, ReviewKind
from reviews.models.sharing import Consent, Life, SharingBasis
from reviews.models.tie import Tie, TieKind

__all__ = [
    "AccessHold",
    "AgencyInvolvement",
    "Capacity",
    "Consent",
    "Deadline",
    "Decided",
    "Decision",
    "Declaration",
    "EarlierStep",
    "Exactness",
    "GateWaiver",
    "IndependenceQuestion",
    "InvolvementGrant",
    "Judged",
    "Life",
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
    "Sex",
    "SharingBasis",
    "StageMove",
    "Standing",
    "Tie",
    "TieKind",
    "declaration_constraints",
    "judge",
]
