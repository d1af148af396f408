"""Which paragraphs are headings, and which chapters they begin: the words reports use for them."""

import re

from learning.readers.lines import Take
from learning.readers.paragraphs import Paragraph

RECOMMENDS = re.compile(r"\brecommend(?:s|ed|ations?)?\b", re.I)
LEARNS = re.compile(r"\b(lessons?|learning|learnt|learned)\b", re.I)
ENDS = re.compile(
    r"\b(appendix|appendices|annex|glossary|bibliography|references|endnotes|conclusions?|terms of "
    r"reference|action plan|acknowledge\w*|dissemination|chronology|methodology|confidentiality|"
    r"equality|analysis|introduction|the facts|good practice|review panel|next steps|"
    r"abbreviations)\b",
    re.I,
)
SAYS = re.compile(
    r"\b(should|must|shall|ought|ensure|will|needs? to|recommends?)\b|^(That|To) ", re.I
)
ASKS = re.compile(r"\b(should|must|shall|ought|ensure|will|needs? to)\b|^(That|To) ", re.I)
BARE_NUMBER = re.compile(r"^\d{1,2}\s+")
SENTENCE = re.compile(r"[.?!;:,][”’\"')\]]*$")
NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
LABEL = re.compile(
    r"^(?P<what>recommendation|rec|learning point|lesson|key learning|learning)s?\.?\s*"
    r"(?:no\.?|number)?\s*(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?|" + "|".join(NUMBERS) + r")\b"
    r"(?:\s*\((?P<inside>[^)]{3,120})\)|\s+(?:for|to)\s+(?:the\s+)?(?P<to>[A-Z][^:]{2,100}?)(?=:))?"
    r"\s*(?P<end>[:.)–—-]|$)?\s*(?P<rest>.*)$",
    re.I | re.S,
)
SHORT = re.compile(r"^R(?P<number>\d{1,2})\s*(?P<end>[:.)–—-])?\s+(?P<rest>[A-Z].*)$", re.S)
TITLE = 12  # words at most
SUBTITLE = 6  # behind a number of several parts


def is_heading(one: Paragraph) -> bool:
    """Test whether a paragraph is a heading: the file says so, or it is short and no sentence."""
    if one.rows or not one.text:
        return False
    if one.level:
        return True
    title = BARE_NUMBER.sub("", one.text)
    is_short = len(title.split()) <= TITLE and not SENTENCE.search(title)
    if not is_short or one.mark == "•" or ASKS.search(one.text):
        return False
    if "." in one.mark.strip("."):
        return len(one.text.split()) <= SUBTITLE and one.text[:1].isupper()
    names_chapter = ENDS.search(one.text) or RECOMMENDS.search(one.text) or LEARNS.search(one.text)
    return bool(names_chapter) if one.mark else title[:1].isupper()


def begins(one: Paragraph) -> Take | None:
    """Return which chapter a heading begins; LEFT_OUT for one of something else, None if unsure."""
    text = one.text
    if label_of(one) is not None:
        return None
    if RECOMMENDS.search(text) and not re.search(r"action plan|implement", text, re.I):
        return Take.RECOMMENDATION
    if LEARNS.search(text) and len(text.split()) <= TITLE:
        return Take.LEARNING
    if ENDS.search(text):
        return Take.LEFT_OUT
    return None


def label_of(one: Paragraph) -> "re.Match[str] | None":
    """Return the label a paragraph begins with, such as "Recommendation 3 (Housing): "."""
    found = SHORT.match(one.text) or LABEL.match(one.text)
    if found is None:
        return None
    rest = found["rest"]
    if rest and not (found["end"] or rest[:1].isupper()):
        return None  # “Recommendation 3 was carried out …”
    return found


def take_of_label(found: "re.Match[str]") -> Take:
    what = found.groupdict().get("what") or "rec"
    return Take.RECOMMENDATION if what.casefold().startswith("rec") else Take.LEARNING


def addressee_of_label(found: "re.Match[str]") -> str:
    groups = found.groupdict()
    return (groups.get("inside") or groups.get("to") or "").strip()


def number_of_label(found: "re.Match[str]") -> str:
    """Return the number of a label in figures: "Recommendation three" is 3."""
    said = found["number"]
    return NUMBERS.get(said.casefold(), said)
