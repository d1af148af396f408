"""The family section is complete: who was asked, with whose support, and what they saw."""

import re
from collections.abc import Iterator

from publications.checks.rehearsed import FamilyRecord, Rehearsed, Remark
from publications.models import PointCategory as Theme

SECTION = "involvement"
SAID = {
    "whether an advocate was offered": r"\badvoca|\bhomicide service\b|\bAAFDA\b",
    "whether the family saw the terms of reference": r"\bterms of reference\b",
    "how the pseudonyms were chosen": r"\bpseudonym",
    "whether the family read the report before it was finished": (
        r"\b(?:read|saw|seen|shared|shown|draft|copy|opportunity to comment)\b.{0,80}"
        r"\b(?:report|draft|findings)\b"
    ),
    "whether the perpetrator was approached": r"\bperpetrator\b|\bprison\b|\bhe was asked",
}


def check(paper: Rehearsed) -> Iterator[Remark]:
    told = paper.chapter(SECTION)
    mend = ("section", SECTION)
    if not told.text and SECTION in paper.empty_sections:
        words = "Nothing is written about the involvement of family and friends."
        yield Remark(Theme.ADVOCACY, words, mend)
    elif told.text:
        whole = "\n".join((told.text, paper.chapter("confidentiality").text))
        for what, sign in SAID.items():
            if not re.search(sign, whole, re.I | re.S):
                yield Remark(Theme.ADVOCACY, f"It is not said {what}.", mend)
    if paper.family:
        yield from recorded(paper.family)


def recorded(family: FamilyRecord) -> Iterator[Remark]:
    """Say what the compartment does not show, for those who may see it, and never who."""
    counts = {
        "offered advocacy": family.offered_advocacy,
        "shown the terms of reference": family.shown_terms,
        "asked about a pseudonym": family.asked_for_pseudonym,
        "given a draft to read": family.given_draft,
    }
    for count, what in ((family.unanswered, "not answered"), (family.untold, "answered, untold")):
        if count:
            asked = "1 question is" if count == 1 else f"{count} questions are"
            words = f"{asked} {what} among what the family and others asked."
            yield Remark(Theme.ADVOCACY, words, ("questions", ""))
    if family.revoked:
        words = "Words that the family have revoked stand in the report."
        yield Remark(Theme.ADVOCACY, words, ("words", ""))
    if not family.people:
        words = "Nobody of the family is in the record."
        yield Remark(Theme.ADVOCACY, words, ("family", ""))
        return
    for what, count in counts.items():
        if not count:
            words = f"The record does not show that anybody of the family was {what}."
            yield Remark(Theme.ADVOCACY, words, ("family", ""))
