"""What the house says of one body that recommendations go to."""

from dataclasses import dataclass

from agencies.models import BodyKind

ENGLAND_AND_WALES = "England and Wales"
ENGLAND = "England"
WALES = "Wales"
UK = "United Kingdom"


@dataclass(frozen=True, kw_only=True)
class Listed:
    """
    key: stays for ever. part_of: the key of the body it answers to, listed before it.
    topics: what a recommendation to it speaks of, in lower case, as a text would say it.
    """

    key: str
    name: str
    kind: BodyKind
    decides: str
    short_name: str = ""
    region: str = ENGLAND_AND_WALES
    part_of: str = ""
    topics: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
