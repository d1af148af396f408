from postoffice.models.answers import Acknowledgement, Reply, ReplyKind
from postoffice.models.chase import Chase, ChaseKind
from postoffice.models.dispatch import (
    ACKNOWLEDGED_WITHIN,
    REPLIED_WITHIN,
    Dispatch,
    DispatchLink,
    DispatchRoute,
    SentWords,
    hash_of,
)

__all__ = [
    "ACKNOWLEDGED_WITHIN",
    "REPLIED_WITHIN",
    "Acknowledgement",
    "Chase",
    "ChaseKind",
    "Dispatch",
    "DispatchLink",
    "DispatchRoute",
    "Reply",
    "ReplyKind",
    "SentWords",
    "hash_of",
]
