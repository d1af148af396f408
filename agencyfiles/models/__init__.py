from agencyfiles.models.front_sheet import Front, FrontSheet
from agencyfiles.models.sign_off_link import SignOffLink

__all__ = ["Front", "FrontSheet", "SignOffLink"]
