"""Equality and diversity are analysed, not listed."""

import re
from collections.abc import Iterator

from publications.checks.rehearsed import Rehearsed, Remark
from publications.models import PointCategory as Theme

SECTION = "analysis-equality"
SHORT = 120  # words
SIGNS = {
    "Age": r"\bage\b|\bolder\b|\byoung",
    "Disability": r"\bdisab|\blearning difficult|\bautis|\bmental health",
    "Gender reassignment": r"\btrans\b|\btransgender|\bgender reassign",
    "Marriage and civil partnership": r"\bmarri|\bcivil partner",
    "Pregnancy and maternity": r"\bpregnan|\bmaternity|\bmidwi",
    "Race": r"\brace\b|\bracis|\bethnic|\bnational|\bcultur|\blanguage|\bmigra",
    "Religion or belief": r"\breligi|\bfaith|\bbelief|\bchurch|\bmosque|\btemple",
    "Sex": r"\bsex\b|\bwom[ae]n|\bgender|\bmisogyn|\bm[ae]n\b",
    "Sexual orientation": r"\bsexual orientation|\bgay\b|\blesbian|\bbisexual|\blgb",
    "Experience of care as a child": r"\bin care\b|\blooked after|\bcare experience|\bfoster",
    "Caring for somebody, or being cared for": r"\bcarer|\bcaring\b|\bcared for",
    "Service in the armed forces": r"\barmed forces|\bveteran|\bmilitary|\barmy\b",
}


def check(paper: Rehearsed) -> Iterator[Remark]:
    told = paper.chapter(SECTION)
    mend = ("section", SECTION)
    if told.length < SHORT:
        words = (
            "The analysis of equality and diversity is short. Say how each characteristic shaped "
            "what happened, what was asked and what was offered."
        )
        yield Remark(Theme.EQUALITY, words, mend)
    for name in paper.characteristics:
        sign = SIGNS.get(name, re.escape(name))
        if not re.search(sign, told.text, re.I):
            words = (
                f"The terms of reference ask for {name.lower()} to be considered; its analysis is "
                "not found."
            )
            yield Remark(Theme.EQUALITY, words, mend)
    for name in paper.unanswered_characteristics:
        words = f"{name}: considered, and the panel has not said what it concludes."
        yield Remark(Theme.EQUALITY, words, ("equality", ""))
