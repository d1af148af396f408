from proceedings.models.contact import Post, ProcessContact, Way
from proceedings.models.disclosure import DisclosureItem, Outcome, Sensitivity
from proceedings.models.loan import Ending, Loan, MaySee
from proceedings.models.media import MediaEntry

__all__ = [
    "DisclosureItem",
    "Ending",
    "Loan",
    "MaySee",
    "MediaEntry",
    "Outcome",
    "Post",
    "ProcessContact",
    "Sensitivity",
    "Way",
]
