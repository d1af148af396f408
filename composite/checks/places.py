"""Reads addresses in the words of entries, and the alias that stands right beside one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from composite.checks.wording import listed_words

STREETS = {
    "rd": "road", "st": "street", "ln": "lane", "ave": "avenue", "av": "avenue", "cl": "close",
    "dr": "drive", "ct": "court", "cres": "crescent", "terr": "terrace", "ter": "terrace",
    "gdns": "gardens", "pl": "place", "sq": "square", "gr": "grove", "pk": "park", "hse": "house",
}  # fmt: skip
FULL = (
    *STREETS.values(), "way", "row", "hill", "walk", "yard", "mews", "green", "rise", "view",
    "parade", "wharf", "quay", "mount", "vale", "end", "path", "bank", "croft", "drove", "alley",
)  # fmt: skip
KIND = "|".join(sorted({*STREETS, *FULL}, key=len, reverse=True))
FLAT = r"(?:flat|apartment|apt|unit|room)\s+(?P<{}>\d+[a-z]?|[a-z])\b"
PLACE = (
    rf"(?:{FLAT.format('flat')}[,\s]+)?(?P<number>\d+[a-z]?),?\s+"
    rf"(?P<street>(?:[a-z'’]+\s+){{1,3}}?)(?P<kind>{KIND})\b(?:,?\s*{FLAT.format('later')})?"
)
BESIDE = r"\s*(?:,|:|=|-|–|\(|\[|is|being)\s*(?:at\s+)?"
NOT_STREETS = listed_words(
    """
    officers policing unit children adults people persons from of the at
    """
)
ALIAS = r"\baddress\s+(?:\d+|[a-z])\b"


@dataclass(frozen=True, slots=True)
class Place:
    """A house or a flat, as far as it can be compared."""

    number: str
    street: str
    flat: str = ""

    def is_same(self, other: "Place") -> bool:
        """Tell whether both can be one place: a flat that one of them leaves out may be any."""
        flats = {self.flat, other.flat} - {""}
        return (self.number, self.street) == (other.number, other.street) and len(flats) < 2

    def __str__(self) -> str:
        house = f"{self.number} {self.street.title()}"
        return f"Flat {self.flat.upper()}, {house}" if self.flat else house


def plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def place_of(match: re.Match[str]) -> Place | None:
    street = " ".join(match["street"].split())
    if set(street.split()) & NOT_STREETS:
        return None
    kind = STREETS.get(match["kind"], match["kind"])
    flat = match["flat"] or match["later"] or ""
    return Place(match["number"], f"{street.replace(chr(39), '')} {kind}", flat)


def place_in(address: str) -> Place | None:
    """Return the place that an address of the register begins with or holds."""
    match = re.search(PLACE, plain(address))
    return place_of(match) if match else None


class Aliases:
    """The aliases of addresses, as the register and the entries write them."""

    def __init__(self, registered: list[str]) -> None:
        own = "|".join(re.escape(plain(alias)) for alias in sorted(registered) if alias.strip())
        alias = rf"(?P<alias>{own}|{ALIAS})(?!\w)" if own else rf"(?P<alias>{ALIAS})"
        self.alone = re.compile(alias)
        self.first = re.compile(rf"{alias}{BESIDE}{PLACE}")
        self.last = re.compile(
            rf"{PLACE}(?:,?\s*\(|,?\s*\[|,\s*|\s+[-–=]\s+){alias}(?!\s*(?:\(|\[))"
        )

    def aliases_in(self, text: str) -> set[str]:
        return {match["alias"] for match in self.alone.finditer(plain(text))}

    def claims_in(self, text: str) -> Iterator[tuple[str, Place]]:
        """Return each alias that stands right beside a place."""
        simple = plain(text)
        for pattern in (self.first, self.last):
            for match in pattern.finditer(simple):
                place = place_of(match)
                if place:
                    yield match["alias"], place
