"""How many there were, how often and how long: a number with what it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anonymity.checking.facts.told import Statement
from anonymity.checking.words.counts import COUNT, number_of

THINGS = (
    "times", "occasions", "calls", "reports", "incidents", "visits", "appointments", "contacts",
    "referrals", "attendances", "admissions", "messages", "texts", "letters", "emails",
    "convictions", "offences", "arrests", "allegations", "sons", "daughters", "siblings",
    "brothers", "sisters", "years", "months", "counts", "wounds", "injuries", "disclosures",
    "assessments", "sessions", "notifications", "assaults", "addresses", "jobs", "overdoses",
    "complaints", "crimes", "conferences", "call-outs", "callouts", "prescriptions", "tests",
    "grandchildren", "marriages", "partners", "women", "hours", "nights", "days", "weeks",
    "consultations", "cancellations", "applications", "orders", "breaches", "moves", "tenancies",
)  # fmt: skip
SAME = {
    "occasions": "times", "call-outs": "calls", "callouts": "calls", "texts": "messages",
    "injuries": "wounds", "crimes": "offences",
}  # fmt: skip
SPELLED = "|".join(THINGS)
AMOUNT = re.compile(
    rf"(?i)(?<![\d.£-])\b(?P<count>{COUNT}|once|twice|one|once only)\b(?P<between>(?: "
    rf"(?:[\w’-]+)){{0,3}}?) (?P<thing>{SPELLED})\b(?! (?:later|earlier|ago|before|after|old|"
    rf"of age|or more|an?|each|every|per)\b)|\b(?P<often>twice|once)\b(?! (?:again|more|the|she|he|"
    rf"they|it|an?|each|every|per|daily|weekly)\b)"
)
RATE = re.compile(
    rf"(?i)\b(?:(?P<count>{COUNT}) times|(?P<often>once|twice)) (?:a|each|every|per|"
    rf"an) (?P<unit>day|night|week|month|fortnight|year|hour)\b"
)
NOT_BETWEEN = re.compile(
    r"(?i)\b(?:of|in|to|and|or|was|were|the|at|that|from|with|for|by|on|her|his)\b"
)
LOOSELY = re.compile(
    r"(?i)\b(?:over|more than|at least|nearly|almost|about|around|up to|some|under|least|than|"
    r"within|every|each|first|next|last|another|other|further|of the|one of|two of|fewer)\s+$"
)


# “two of the seven appointments”
SHARE = re.compile(
    rf"(?i)(?<![\d.£-])\b(?P<count>{COUNT}|one|none) of (?:the|these|those|her|his|their|all) "
    rf"(?P<whole>{COUNT}) (?:[\w’-]+ ){{0,2}}?(?P<thing>{SPELLED})\b"
)
OF_A_WHOLE = "of "  # how the thing begins that is a share


@dataclass(frozen=True, slots=True)
class Amount:
    """start, end: where it stands in its sentence."""

    count: int
    thing: str
    start: int
    end: int


def amounts_in(statement: Statement) -> Iterator[Amount]:
    text = statement.text
    for hit in RATE.finditer(text):
        count = number_of(hit["count"] or hit["often"])
        if count is not None:
            yield Amount(count, f"times a {hit['unit'].lower()}", *hit.span())
    yield from shares_in(text)
    for hit in AMOUNT.finditer(text):
        if hit["often"]:
            yield Amount(1 if hit["often"].lower() == "once" else 2, "times", *hit.span())
            continue
        if NOT_BETWEEN.search(hit["between"]) or LOOSELY.search(text[: hit.start()]):
            continue
        thing = hit["thing"].lower()
        count = number_of(hit["count"])
        if count is not None:
            yield Amount(count, SAME.get(thing, thing), *hit.span())


def shares_in(text: str) -> Iterator[Amount]:
    """Yield how many of a whole: their thing is the whole."""
    for hit in SHARE.finditer(text):
        part = 0 if hit["count"].lower() == "none" else number_of(hit["count"])
        thing = hit["thing"].lower()
        if part is not None:
            named = f"{OF_A_WHOLE}{number_of(hit['whole'])} {SAME.get(thing, thing)}"
            yield Amount(part, named, *hit.span())
