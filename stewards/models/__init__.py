from stewards.models.call_back import CallBack
from stewards.models.emergency import EmergencyAccess
from stewards.models.newcomer import Newcomer

__all__ = ["CallBack", "EmergencyAccess", "Newcomer"]
