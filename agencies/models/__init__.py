from agencies.models.actor import COMMAND_LINE, Actor, CommandLine, person_behind
from agencies.models.agency import Agency, AgencyContact, AgencyKind
from agencies.models.lead import AgencyLead
from agencies.models.letterhead import Letterhead
from agencies.models.partnership import (
    CONFIRMS_POSTS,
    DECIDES_EMERGENCIES,
    ENDS_LEADS,
    NAMES_LEADS,
    READS_FIGURES,
    SETS_LENGTHS,
    CommunitySafetyPartnership,
    Post,
    PostKind,
)
from agencies.models.public_body import BodyAddress, BodyKind, PublicBody
from agencies.models.user import User

__all__ = [
    "COMMAND_LINE",
    "CONFIRMS_POSTS",
    "DECIDES_EMERGENCIES",
    "ENDS_LEADS",
    "NAMES_LEADS",
    "READS_FIGURES",
    "SETS_LENGTHS",
    "Actor",
    "Agency",
    "AgencyContact",
    "AgencyKind",
    "AgencyLead",
    "BodyAddress",
    "BodyKind",
    "CommandLine",
    "CommunitySafetyPartnership",
    "Letterhead",
    "Post",
    "PostKind",
    "PublicBody",
    "User",
    "person_behind",
]
