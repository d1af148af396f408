"""What an entry says of referrals: which way they went, and between whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from composite.checks.mentions import Bodies, straight
from composite.checks.story import Told

CLAUSE = re.compile(r"[.;\n!?]+(?=\s|$)|\n")
REACH = 60  # letters between the referral and the agency

THING = (
    r"(?:referrals?|notifications?|notices?|alerts?|(?:safeguarding |concern |child |police )*"
    r"(?:concerns?|notification|alert|referral|form)|merlin|cause for concern)"
)
# Not done: planned, advised, refused, or not made.
NOT_DONE = re.compile(
    r"\b(?:not|no|never|nor|declin\w*|refus\w*|consider\w*|discuss\w*|advis\w*|suggest\w*"
    r"|encourag\w*|plan\w*|will|would|should|could|may|might|to be (?:made|sent|referred)|if"
    r"|herself|himself|self[\s-]?referr?\w*|offer\w*|want\w*|intend\w*|need(?:s|ed)? (?:to"
    r"|an?|for)|agreed to|expect\w*"
    r"|ask\w* (?:for|about)|await\w*|left (?:to|for)"
    r"|unless|without|previous\w*|outcome of|chas\w+|refer"
    r"|talk\w*)\b"
)
NOT_HAD = re.compile(
    r"\b(?:not|no|never|none|expect\w*|await\w*|chas\w+|would|should|will|if|whether"
    r"|self[\s-]?referr?\w*|ask\w* (?:for|about)|previous\w*)\b"
)
SENT = re.compile(
    rf"\b(?:{THING}\b[^.\n]{{0,40}}?\b(?:sent|made|submitted|emailed|completed|raised|faxed|passed"
    rf"|forwarded|shared)?\b[^.\n]{{0,20}}?\b(?:to|with)\b"
    rf"|(?:sent|made|submitted|emailed|completed|raised|forwarded) (?:an? |the )?(?:\w+ ){{0,2}}"
    rf"{THING}[^.\n]{{0,20}}?\b(?:to|with)\b|referred (?:\w+ ){{0,4}}?(?:on )?to|notified)"
)
HAD = r"(?:received|recd|rec'd)"
RECEIVED = re.compile(
    rf"\b(?:(?:{HAD}|receipt of) (?:an? |the )?(?:new |urgent )?(?:\w+ )?{THING}\b"
    rf"[^.\n]{{0,30}}?\b(?:from|by)"
    rf"|{THING}\b(?: form| letter)? (?:(?:about|for|on) (?:\w+ ){{1,3}})?(?:was |is |were )?{HAD}"
    rf"[^.\n]{{0,30}}?\b(?:from"
    rf"|by)"
    rf"|{THING}(?: form| letter)?,? (?:from|by)|referred to us by"
    rf"|referred(?: (?!to\b)\w+){{0,3}}? by)\b"
)
FROM = re.compile(r"\b(?:from|by)\b")
THEIRS = re.compile(rf"^(?:'s)?\s(?:{THING}) (?:was |is |were )?{HAD}")
WRITTEN_SIGN = re.compile(
    r"\b(?:referr?\w*|notif\w*|notices?|alert\w*|concerns?|letter|email\w*|merlin|form"
    r"|contact from)\b"
)
SPOKEN_SIGN = re.compile(
    r"\b(?:contact|telephon\w*|rang|rung|phon\w*|call(?:ed|s)?|ask\w*|received|inform\w*|report\w*"
    r"|told|request\w*|shared|sent|raised)\b"
)
DENIED = re.compile(
    r"\b(?:no|none|not|never|nothing)\b[^.\n]{0,30}\b(?:receiv\w+|reach\w+|arriv\w+|came|had|referral)\b"
)
NEW_REFERRAL = re.compile(
    rf"\b(?:{THING} received|new {THING}|received (?:an? )?{THING}|{THING}: new)\b"
)


class Way(Enum):
    SENT = "sent"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Referral:
    """A referral that an entry tells of. others: every agency that the words can mean."""

    told: Told
    way: Way
    others: frozenset[str]
    named: str


def referrals_of(told: Told, bodies: Bodies) -> Iterator[Referral]:
    """Return the referrals that an entry says were made or had; not those it only speaks of."""
    for text in (told.what_happened, told.action_taken, told.decision):
        for clause in CLAUSE.split(straight(text)):
            yield from of_clause(clause, told, bodies)
    yield from of_column(told, bodies)


def of_clause(clause: str, told: Told, bodies: Bodies) -> Iterator[Referral]:
    received = RECEIVED.search(clause)
    if (NOT_HAD if received else NOT_DONE).search(clause):
        return
    if received:
        yield from after(clause, received.end(), Way.RECEIVED, told, bodies)
        return
    theirs = [one for one in bodies.mentions_in(clause) if THEIRS.match(clause[one.end :])]
    if theirs:
        yield from referral(Way.RECEIVED, theirs[0].slugs, clause, told)
        return
    sent = SENT.search(clause)
    if not sent:
        return
    if sent.group().endswith("notified"):
        yield from notified(clause, sent.start(), sent.end(), told, bodies)
    else:
        yield from after(clause, sent.end(), Way.SENT, told, bodies)


def after(clause: str, at: int, way: Way, told: Told, bodies: Bodies) -> Iterator[Referral]:
    """Return the referral to or from the agency that is named next."""
    for mention in bodies.mentions_in(clause):
        if at <= mention.start <= at + REACH:
            is_by_another = way is Way.SENT and bodies.mentions_in(said_by(clause[mention.end :]))
            is_own = told.agency in mention.slugs and len(mention.slugs) == 1
            if not is_own and not is_by_another:
                yield from referral(way, mention.slugs, clause[mention.start : mention.end], told)
            return


def said_by(text: str) -> str:
    """Return who did it, where that comes right after: "referred to police by housing"."""
    match = re.match(r"\s+by\s+(.*)", text)
    return match.group(1) if match else ""


def notified(clause: str, start: int, end: int, told: Told, bodies: Bodies) -> Iterator[Referral]:
    """Return "probation notified" and "adult social care were notified" as sent."""
    by = re.match(r"\s+(?:by|of)\s", clause[end:]) is not None
    for mention in bodies.mentions_in(clause):
        link = clause[mention.end : start]
        if mention.end <= start and re.fullmatch(r"\s*(?:were|was|have been|has been)?\s*", link):
            if not (by and clause[end:].strip().startswith("by")):
                yield from referral(
                    Way.SENT, mention.slugs, clause[mention.start : mention.end], told
                )
        elif end <= mention.start <= end + 3 and told.agency not in mention.slugs:
            yield from referral(Way.SENT, mention.slugs, clause[mention.start : mention.end], told)


def of_column(told: Told, bodies: Bodies) -> Iterator[Referral]:
    """Read the column of referrals, where the name of an agency alone means one made."""
    text = straight(told.referral)
    if not text or NOT_DONE.search(text):
        return
    clauses = list(of_clause(text, told, bodies))
    had = FROM.search(text)
    if clauses or had:
        yield from clauses or after(text, had.end() if had else 0, Way.RECEIVED, told, bodies)
        return
    mentions = bodies.mentions_in(text)
    if len(mentions) == 1:
        yield from referral(
            Way.SENT, mentions[0].slugs, text[mentions[0].start : mentions[0].end], told
        )


def referral(way: Way, slugs: frozenset[str], named: str, told: Told) -> Iterator[Referral]:
    others = slugs - {told.agency}
    if others:
        yield Referral(told, way, others, named)
