"""
What a section inserts of the record: the words of a recommendation, an action, a learning point,
or the rows of the plan. They are the record's each time the text is put together, never a copy.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from re import Match

from actionplans.published.plan import PublishedPlan, PublishedRecommendation
from reports.published.report import Block, Figure, Paragraph, Quotation
from reports.queries.assembly.plan import table
from reports.readers.blocks import reworded
from reports.readers.marks import INSERTED

PARAGRAPHS = re.compile(r"\n\s*\n")
NAMED = {
    "extract": "Extract",
    "recommendation": "Recommendation",
    "learning-point": "Learning point",
}


def with_insertions(
    blocks: Sequence[Block],
    plan: PublishedPlan,
    extracts: Mapping[str, str],
    decided: Mapping[str, str],
    figures: Mapping[str, Figure],
) -> tuple[Block, ...]:
    """
    Return blocks with what they insert. What inserts nothing stays, word for word.

    extracts: words that the family lets the report print, by key; one that was called back is not
    among them, and its sign stays.
    decided: the words of the register of decisions, and the panel's latest answers to the lines of
    enquiry, by key.
    figures: what is seen, by sign: where a mark stands alone in its paragraph and nowhere else.
    """
    words = {
        **words_of(plan),
        **decided,
        **{key: in_a_line(said) for key, said in extracts.items()},
    }

    def word(found: Match[str]) -> str:
        return words.get(found[1], found[0])

    return tuple(
        reworded(one, lambda text: INSERTED.sub(word, text))
        for block in blocks
        for one in whole(block, plan, words, extracts, figures)
    )


def whole(
    block: Block,
    plan: PublishedPlan,
    words: Mapping[str, str],
    extracts: Mapping[str, str],
    figures: Mapping[str, Figure],
) -> Iterator[Block]:
    """
    Yield the rows of the plan, a figure, a quotation of the family, or a paragraph with its name,
    for a mark that stands alone.
    """
    alone = INSERTED.fullmatch(block.text.strip()) if isinstance(block, Paragraph) else None
    if alone is None or not isinstance(block, Paragraph):
        yield block
    elif rows := plan_rows(alone[1], plan):
        yield table(f"Action plan for recommendation {rows[0].number}", rows)
    elif figure := figures.get(alone[1]):
        yield replace(figure, label=block.label)
    elif alone[1] in extracts:
        yield Quotation(tuple(map(in_a_line, PARAGRAPHS.split(extracts[alone[1]].strip()))))
    elif alone[1] in words and alone[1].startswith(("decision-", "answer-")):
        yield Paragraph(words[alone[1]], block.label)
    elif alone[1] in words:
        yield Paragraph(f"{name_of(alone[1])}. {words[alone[1]]}", block.label)
    else:
        yield block


def plan_rows(key: str, plan: PublishedPlan) -> list[PublishedRecommendation]:
    kind, _, number = key.rpartition("-")
    return [one for one in plan.recommendations if kind == "plan" and one.number == number]


def words_of(plan: PublishedPlan) -> dict[str, str]:
    """Return what can be inserted into a sentence, by key: "recommendation-3", "action-3.1"."""
    lessons = {f"learning-point-{one.number}": one.text for one in plan.lessons}
    recommended = {f"recommendation-{one.number}": one.text for one in plan.recommendations}
    actions = {
        f"action-{one.number}.{number}": action.action
        for one in plan.recommendations
        for number, action in enumerate(one.actions, 1)
    }
    return lessons | recommended | actions


def in_a_line(words: str) -> str:
    return " ".join(words.split())


def name_of(key: str) -> str:
    """Return how what is inserted is called: "Recommendation 3"."""
    kind, _, number = key.rpartition("-")
    return f"{NAMED.get(kind, 'Action')} {number}"


def keys_of(plan: PublishedPlan) -> frozenset[str]:
    """Return everything that can be inserted."""
    rows = {f"plan-{one.number}" for one in plan.recommendations}
    return frozenset(words_of(plan).keys() | rows)
