from agencies.models.actor import COMMAND_LINE, Actor, CommandLine, person_behind
from agencies.models.agency import Agency, AgencyContact, AgencyKind
from agencies.models.partnership import CommunitySafetyPartnership, Post, PostKind
from agencies.models.user import User

__all__ = [
    "COMMAND_LINE",
    "Actor",
    "Agency",
    "AgencyContact",
    "AgencyKind",
    "CommandLine",
    "CommunitySafetyPartnership",
    "Post",
    "PostKind",
    "User",
    "person_behind",
]
