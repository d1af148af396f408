"""What the record of a review's costs still lacks, in kind words: most reviews begin without."""

from collections.abc import Iterator
from decimal import Decimal

from costs.models import CostKind
from costs.queries.sums import Sums
from pages.templatetags.money import pounds


def missing_in(sums: Sums) -> list[str]:
    return [*of_budget(sums), *of_fees(sums), *of_shares(sums)]


def of_budget(sums: Sums) -> Iterator[str]:
    if sums.budget is None:
        yield "No budget is recorded. Once it is, what is spent and shared is counted against it."


def of_fees(sums: Sums) -> Iterator[str]:
    if CostKind.CHAIR not in sums.fees:
        yield "No fee of the independent chair is recorded. It is mostly the largest part."
    for kind in CostKind:
        if kind in sums.invoiced and kind not in sums.fees and kind != CostKind.CHAIR:
            yield f"{kind.label}: an invoice came, and no fee agreed for it is recorded."


def of_shares(sums: Sums) -> Iterator[str]:
    if not sums.contributions:
        yield (
            "Who shares the cost is not written down. Many partnerships have no such agreement: "
            "a line for each body that contributes is enough."
        )
        return
    if any(one.amount is None for one in sums.contributions):
        yield "Shares in per cent come to an amount once a budget is recorded."
    proposed = [one.body for one in sums.contributions if not one.is_agreed]
    if proposed:
        yield f"Not agreed yet: the share of {', '.join(sorted(proposed))}."
    if sums.undivided:
        yield of_the_rest(sums, sums.undivided)


def of_the_rest(sums: Sums, rest: Decimal) -> str:
    whole = f"The shares come to {pounds(sums.divided)} of {pounds(sums.budget)}"
    if rest > 0:
        return f"{whole}: {pounds(rest)} is nobody’s share yet."
    return f"{whole}: {pounds(-rest)} too much."
