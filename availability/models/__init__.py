from availability.models.answer import Can, DayAnswer, PollAnswer
from availability.models.invitee import PollInvitee
from availability.models.poll import DatesPoll, OfferedDay

__all__ = ["Can", "DatesPoll", "DayAnswer", "OfferedDay", "PollAnswer", "PollInvitee"]
