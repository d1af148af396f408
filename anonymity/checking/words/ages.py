"""How exact ages, birthdays, years of birth and weeks of a pregnancy are written in reports."""

import re

from anonymity.checking.words.dates import MONTH, YEAR

TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
NUMBERS = {
    **{word: at for at, word in enumerate([*UNITS, *TEENS], 1)},
    **{word: at * 10 for at, word in enumerate(TENS, 2)},
    **{
        f"{ten}-{unit}": at * 10 + more
        for at, ten in enumerate(TENS, 2)
        for more, unit in enumerate(UNITS, 1)
    },
}
SPELLED = "|".join(sorted(NUMBERS, key=len, reverse=True))
AGE = rf"(?:\d{{1,2}}|(?:{SPELLED}))(?:\s?½)?"
NOT_ONE_AGE = (
    r"(?!\s*(?:or|and)\s+(?:over|above|older|under|below|younger)|\s*(?:-|–|to|and|or)\s*\d|\+|"
    r"\s*(?:plus|years? and over)|\s*\d|\s*years? or (?:over|older)|[%/:.]\d|%)"
)
AGED = (
    r"\b(?:aged|(?:at|of|from|by|By|At|From) the age of|at age|age)\s+(?:just\s+|only\s+)?"
    rf"{AGE}\b{NOT_ONE_AGE}|"
    # “At 84, Odette was”, “a man who at 79 still drove”
    rf"(?:(?<=\bwho )at|(?:^|(?<=[.!?] ))At) {AGE}(?=,? (?:was|is|still|had|could|did|she|he)\b|, "
    r"[A-Z])|"
    rf"\bturn(?:ed|ing)\s+(?:just\s+)?{AGE}\b{NOT_ONE_AGE}"
)
YEARS_OLD = (
    rf"\b{AGE}[\s-]years?(?:,?\s+(?:and\s+)?{AGE}\s+(?:months?|weeks?|days?))?[\s-](?:old|of\s+age)\b"
    rf"{NOT_ONE_AGE}"
)
OF_SOMEBODY = re.compile(
    rf"\b(?:a|an|the|this)\s+{YEARS_OLD}\s+(?:\w+\s+)?(?:man|woman|male|female|patient|lady|gentleman|son|"
    r"daughter|mother|father|student|tenant|pensioner)\b"
)
BARE_END = (
    r"(?=\s*(?:[,;)]|\.(?!\d)|$)|"
    r"\s+(?:at\s+the\s+time|when|years?\s+(?:old|of\s+age)|and\b(?!\s+\d)))"
)
GROWN_UP = 18  # what a birthday is taken for that is spelled out
ORDINALS = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:{'|'.join(TENS)})[\s-](?:first|second|third|fourth|fifth|sixth|"
    r"seventh|eighth|ninth)|(?:eight|nine|thir|four|fif|six|seven)teenth|(?:twent|thirt|fort|fift|"
    r"sixt|sevent|eight|ninet)ieth)"
)
BIRTHDAY = (
    r"\b(?:(?:[\w-]+\s+(?:days?|weeks?)\s+(?:short\s+of|before|after)|(?:the\s+)?(?:day|week)\s+"
    rf"(?:of|before|after))\s+)?(?:her|his|their)\s+{ORDINALS}\s+birthday\b"
)
# "when she was seventeen years and four months": no length of a marriage or of a sentence
TO_THE_MONTH = (
    rf"\b(?:was|were|is|[Aa]ged|[Aa]t|[Bb]eing)\s+{AGE}\s+years?(?:,\s*|\s+(?:and\s+)?){AGE}\s+(?:months?|"
    r"weeks?|days?)\b(?!\s+(?:later|after|before|in\s+(?:prison|custody)|long|apart|imprisonment))"
)
BIRTH_YEAR = (
    rf"\bborn(?:\s+and\s+(?:raised|brought\s+up))?(?:\s+(?:in|at)\s+(?:the\s+)?[A-Z][\w’'-]+"
    rf"(?:,?\s+(?:[A-Z][\w’'-]+|and|of))*,?)?\s+(?:in|"
    rf"on)\s+(?:the\s+year\s+)?(?:{MONTH}\s+)?{YEAR}"
    rf"|\bborn\s+(?:in|at)\s+the\s+\w+\s+in\s+(?:{MONTH}\s+)?{YEAR}|"
    rf"\bborn\s*:?\s+(?:{MONTH}\s+)?{YEAR}|\b[Yy]ear of birth(?:\s+was|\s*:)?\s+{YEAR}"
    rf"|\b(?:DOB|[Dd]\.?o\.?b\.?|[Dd]ate of birth)[\s:–-]{{1,3}}(?:{MONTH}\s+)?{YEAR}"
)
WEEKS = (
    r"\b(?:(?:when|at|was|being|is|approximately|about|around)\s+)*"
    rf"(?:\d{{1,2}}(?:\s?\+\s?\d)?|{SPELLED})[\s-]weeks?[’']?\s+"
    r"(?:(?:in|of)(?:to)?\s+(?:her\s+|the\s+)?)?(?:pregnan(?:t|cy)|gestation)\b"
    r"(?:\s+with\s+(?:Child\s+[A-Z]|her\s+\w+\s+child))?"
    r"|\b(?:in\s+)?(?:the|her)\s+\w+(?:st|nd|rd|th)\s+week\s+of\s+(?:her\s+|the\s+)?pregnancy\b"
    rf"|\b(?:book\w*|scan(?:ned)?|antenatal|midwi\w+)\s+(?:\w+\s+){{0,4}}?at\s+(?:\d{{1,2}}|{SPELLED})"
    r"\s+weeks\b(?!\s+(?:old|after|later))"
    rf"|\b(?:{SPELLED}|\d)\s+months[’']?\s+(?:pregnant|into\s+(?:her|the)\s+pregnancy)\b"
)


def number_of(words: str) -> int | None:
    """Return the first age that is written in some words."""
    found = re.search(rf"\b(?:\d{{1,2}}(?!\d)|(?:{SPELLED})\b)", words)
    if not found:
        return None
    return int(found[0]) if found[0].isdigit() else NUMBERS[found[0]]


def band_of(age: int, whose: str = "their") -> str:
    """Return how an age may stand in a paper: “in her twenties”."""
    if age < 10:
        return "a young child"
    if age < 20:
        return f"in {whose} teens"
    words = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties")
    return f"in {whose} {words[min(age // 10 - 2, 6)]}"
