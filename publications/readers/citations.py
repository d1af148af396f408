"""
Which places of a report a text cites: its paragraphs, its pages, the version it was read in.

A figure with a point is a paragraph unless it is plainly something else: a date, a time, money, a
measure, a version, or a paragraph of an Act or of guidance.
"""

import re
from dataclasses import dataclass

LONGEST_RUN = 40  # places; a wider run is a misreading, and only its ends are kept

NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?(?![\w]|\.\d)"
DOTTED = r"\d{1,2}(?:\.\d{1,3}){1,3}[a-z]?(?![\w]|\.\d)"
TO = r"\s*(?:-|‐|–|—|to\b|through\b)\s*"
ALSO = r"\s*(?:,|;|/|&|and\b|or\b)\s*(?:and\s+|also\s+|at\s+)?"
PARAGRAPHS = r"(?:para(?:graph)?s?\b\.?|¶+|§+)\s*(?:numbers?\s+|nos?\.\s*)?"


def run_of(one: str) -> str:
    return rf"{one}(?:(?:{TO}|{ALSO}){one})*"


# What looks like a place of the report and is none
LAWS = r"act|guidance|regulations?|rules|circular|convention|code of practice|care act|mha"
DATE = r"(?<![\d.])\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?<![\d.])\d{1,2}\.0[1-9]\.\d\d(?![\d.])"
MONEY = r"[£$€]\s?\d[\d,.]*"
MEASURE = (
    r"(?<!\d)\d[\d.]*+\s*(?:%|per\s?cent\b|am\b|pm\b|a\.m|p\.m|hrs?\b|hours?\b|minutes?\b|miles?\b"
    r"|years?\b|months?\b|weeks?\b|days?\b|million\b|billion\b|times\b|mb\b|metres?\b|mg\b)"
)
TIME = r"\b24[./]7\b|\bbetween\s+\d{1,2}\.\d\d\s+and\s+\d{1,2}\.\d\d\s*(?:am|pm|hrs|hours)\b"
OTHER = r"\b(?:recommendation|action|table|figure|appendix|annex|footnote|question)s?\s+\d[\d.]*"
A_VERSION = r"\b(?:version|draft|v)\.?\s*(?:no\.?\s*|number\s+)?\d[\d.]*"
OF_A_LAW = (
    rf"(?:{PARAGRAPHS}|\bsections?\s+|\bs\.?\s?){run_of(NUMBER)}(?:\s?\(\w+\))*,?\s+"
    rf"(?:of|in|from|under)\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,7}}?(?:{LAWS})\b"
)
IN_A_LAW = rf"\b(?:{LAWS})\b[\w’', (]{{0,40}}?(?:{PARAGRAPHS}|\bsection\s+){run_of(NUMBER)}"
NO_PLACES = [
    re.compile(pattern, re.I)
    for pattern in (DATE, MONEY, MEASURE, TIME, OTHER, A_VERSION, OF_A_LAW, IN_A_LAW)
]
VERSION = re.compile(
    r"\b(?:version|draft)\s*(?:no\.?\s*|number\s+)?(\d{1,2}(?:\.\d{1,2})?)\b|\bv(\d{1,2}\.\d{1,2})\b",
    re.I,
)
PLACES = re.compile(
    rf"{PARAGRAPHS}(?P<named>{run_of(NUMBER)})"
    rf"|\b(?:sub-?)?(?:sections?|chapters?)\s+(?P<section>{run_of(DOTTED)})"
    rf"|(?<![\w.£$€/-])(?P<bare>{run_of(DOTTED)})",
    re.I,
)
PAGES = re.compile(
    rf"\b(?:pages?|pp?\.)\s*(?P<pages>{run_of(NUMBER)})|\bp(?P<page>\d{{1,3}})\b", re.I
)
PAIR = re.compile(rf"({NUMBER})(?:{TO}({NUMBER}))?", re.I)


@dataclass(frozen=True)
class Cited:
    """One place, or the run of places from `first` to `last`."""

    first: str
    last: str = ""

    @property
    def words(self) -> str:
        return f"{self.first}–{self.last}" if self.last else self.first

    @property
    def each(self) -> list[str]:
        """Every place of a run, where its ends say how it counts."""
        head, _, start = self.first.rpartition(".")
        last_head, _, end = self.last.rpartition(".")
        if head != last_head or not (start.isdigit() and end.isdigit()):
            return [one for one in (self.first, self.last) if one]
        if not int(start) < int(end) <= int(start) + LONGEST_RUN:
            return [self.first, self.last]
        numbers = range(int(start), int(end) + 1)
        return [f"{head}.{number}" if head else str(number) for number in numbers]


@dataclass(frozen=True)
class Citations:
    """What a text cites, in its order, each once."""

    paragraphs: tuple[Cited, ...]
    pages: tuple[Cited, ...]
    version: str

    @property
    def words(self) -> str:
        """The paragraphs as a person would note them."""
        return ", ".join(cited.words for cited in self.paragraphs)

    @property
    def each_paragraph(self) -> list[str]:
        return listed(self.paragraphs)

    @property
    def each_page(self) -> list[str]:
        return listed(self.pages)


def citations_in(text: str) -> Citations:
    """Return what a text cites."""
    version = VERSION.search(text)
    bare = without_what_is_no_place(text)
    pages = [cited for found in PAGES.finditer(bare) for cited in pairs(found)]
    places = PAGES.sub(blank, bare)
    paragraphs = [cited for found in PLACES.finditer(places) for cited in pairs(found)]
    return Citations(
        paragraphs=tuple(dict.fromkeys(paragraphs)),
        pages=tuple(dict.fromkeys(pages)),
        version=next(filter(None, version.groups()), "") if version else "",
    )


def without_what_is_no_place(text: str) -> str:
    for pattern in NO_PLACES:
        text = pattern.sub(blank, text)
    return text


def blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def pairs(found: re.Match[str]) -> list[Cited]:
    run = next(filter(None, found.groups()))
    return [Cited(first, last) for first, last in PAIR.findall(run)]


def listed(cited: tuple[Cited, ...]) -> list[str]:
    return list(dict.fromkeys(place for one in cited for place in one.each))
