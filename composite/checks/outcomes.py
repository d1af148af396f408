"""How an event came out, where one account can deny what another says."""

import re
from collections.abc import Iterator
from re import Pattern

from composite.checks.story import Told

LEVELS = re.compile(
    r"\b(?:dash|risk)\b[^.\n]{0,25}?\b(?P<after>high|medium|standard)\b"
    r"|\b(?P<before>high|medium|standard)[\s-]risk\b",
    re.IGNORECASE,
)
LEVEL_ALONE = re.compile(r"\b(high|medium|standard)\b", re.IGNORECASE)


def either_way(yes: str, no: str) -> tuple[Pattern[str], Pattern[str]]:
    return re.compile(rf"\b(?:{yes})", re.IGNORECASE), re.compile(rf"\b(?:{no})", re.IGNORECASE)


# What is asked: the words that say so, and those that deny it. Denials are looked for first.
QUESTIONS: dict[str, tuple[Pattern[str], Pattern[str]]] = {
    "whether anybody was arrested": either_way(
        r"arrested\b|arrest made", r"(?:not|no|nobody|without|no-one)\b[^.\n]{0,25}\barrest\w*"
    ),
    "whether there were injuries": either_way(
        r"(?:fractur|bruis|cut\b|swelling|swollen|wound|lacerat|broken|bleed|scald|burn\b|stab)\w*"
        r"|injured|injuries",
        r"(?:no|without|nil|not have any)\s(?:\w+\s){0,2}(?:injur\w*|bruis\w*|marks)"
        r"|un-?injured|not injured",
    ),
    "whether somebody was taken to hospital": either_way(
        r"(?:taken|conveyed|brought|transported|admitted|convey)\b",
        r"(?:declin|refus)\w*[^.\n]{0,40}(?:hospital|infirmary|travel|convey\w*|transport\w*|go in)"
        r"|left at home|not (?:taken|conveyed|brought|transported|admitted)|remained at home",
    ),
    "whether children were there": either_way(
        r"child(?:ren)?(?: \w)?\s(?:was|were)?\s?(?:present|there|in the|home|seen"
        r"|upstairs|asleep)",
        r"no child(?:ren)?\b|child(?:ren)?(?: \w)?\s(?:was|were)?\s?not\s(?:present|there|at home)",
    ),
    "whether help was accepted": either_way(
        r"accept(?:ed|s|ing)|agreed to (?:support|the referral|a referral|engage)",
        r"(?:declin|refus)\w*[^.\n]{0,20}(?:support|help|referral|service|engage)"
        r"|did not accept|not accept",
    ),
    "whether there was consent": either_way(
        r"consent(?:ed|s|ing)\b|consent (?:was )?given|with consent",
        r"(?:not|no|without|declin\w+|refus\w+)\b[^.\n]{0,20}\bconsent\w*|consent (?:was )?refused",
    ),
    "whether she or he was seen alone": either_way(
        r"(?:seen|spoken to|interviewed) (?:alone|separately)",
        r"not (?:seen|spoken to) alone|in the same room|partner (?:was )?present throughout",
    ),
    "whether anything was disclosed": either_way(
        r"disclos(?:ed|es)\b", r"no disclosure\w*|(?:not|nothing) disclos\w*|made no disclosure"
    ),
    "whether the mother came": either_way(
        r"(?:mother|mum)\s(?:attended|came|was present)",
        r"(?:mother|mum)\s(?:did not attend|failed to attend|was not present|absent|was absent)",
    ),
    "whether the father came": either_way(
        r"(?:father|dad)\s(?:attended|came|was present)",
        r"(?:father|dad)\s(?:did not attend|failed to attend|was not present|absent|was absent)",
    ),
}  # fmt: skip
RISK = "the level of risk"


def outcomes_of(told: Told) -> dict[str, str]:
    """Return what an account says to each question: "yes" or "no"; to the risk, its level."""
    text = told.account
    found = dict(answers(text))
    level = level_of(told)
    return {**found, RISK: level} if level else found


def answers(text: str) -> Iterator[tuple[str, str]]:
    for question, (yes, no) in QUESTIONS.items():
        denied = no.search(text) is not None
        said = yes.search(no.sub(" ", text)) is not None
        if denied != said:  # an account that says both answers nothing
            yield question, "no" if denied else "yes"


def level_of(told: Told) -> str:
    """Return the one level of risk an entry names; nothing where it names two or none."""
    match = LEVEL_ALONE.findall(told.risk_assessment) or [
        one["after"] or one["before"] for one in LEVELS.finditer(told.account)
    ]
    levels = {level.lower() for level in match}
    return levels.pop() if len(levels) == 1 else ""
