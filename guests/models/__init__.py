from guests.models.code import CODE_LIVES, WRONG_CODES, CodeRoute, GuestCode, WrongCode
from guests.models.link import GuestLink
from guests.models.secret import fits, new_code, new_secret, origin_of, seal_of, secret_hash

__all__ = [
    "CODE_LIVES",
    "WRONG_CODES",
    "CodeRoute",
    "GuestCode",
    "GuestLink",
    "WrongCode",
    "fits",
    "new_code",
    "new_secret",
    "origin_of",
    "seal_of",
    "secret_hash",
]
