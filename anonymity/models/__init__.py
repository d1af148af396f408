from anonymity.models.certificate import Certificate, Destination, Signature
from anonymity.models.check import CheckState, IdentifierCheck
from anonymity.models.decision import DecisionChoice, IdentifierDecision
from anonymity.models.kept_back import KeptBack, KeptBackKind

__all__ = [
    "Certificate",
    "CheckState",
    "DecisionChoice",
    "Destination",
    "IdentifierCheck",
    "IdentifierDecision",
    "KeptBack",
    "KeptBackKind",
    "Signature",
]
