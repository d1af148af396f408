"""What a check says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Remark:
    """
    One thing to look at, in words fit to show.

    code: the name of its check. missing: what is missing, or what disagrees. why: why that
    matters. mend: what would mend it. quoted: the words it is about, where these are not all.
    """

    code: str
    missing: str
    why: str
    mend: str
    quoted: str = ""
