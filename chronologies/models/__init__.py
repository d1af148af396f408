from chronologies.models.entry import ChronologyEntry
from chronologies.models.row import ChronologyRow, Outcome
from chronologies.models.sign_off import ChronologySignOff
from chronologies.models.submission import ChronologySubmission

__all__ = [
    "ChronologyEntry",
    "ChronologyRow",
    "ChronologySignOff",
    "ChronologySubmission",
    "Outcome",
]
