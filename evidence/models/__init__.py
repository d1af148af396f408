from evidence.models.return_kind import BY_AGENCY, NEXT_STEPS, PLAIN_WORDS, ReturnKind
from evidence.models.scoping_request import (
    ELSEWHERE,
    ScopingChase,
    ScopingRequest,
    ScopingRoute,
)
from evidence.models.scoping_return import ScopingReturn

__all__ = [
    "BY_AGENCY",
    "ELSEWHERE",
    "NEXT_STEPS",
    "PLAIN_WORDS",
    "ReturnKind",
    "ScopingChase",
    "ScopingRequest",
    "ScopingReturn",
    "ScopingRoute",
]
