"""What the benchmark says: a table for people, a document for scripts."""

from typing import Any

from dhr.benchmark.measuring import LIMIT, Figures
from dhr.benchmark.running import Outcome

HEADS = (
    f"{'page':<52} {'who':<20} {'queries':>7} {'median':>8} {'p95':>8} {'yardsticks':>10}"
    f" {'of limit':>9}"
)


def as_table(outcome: Outcome) -> str:
    slowest_first = sorted(outcome.figures, key=lambda figures: -figures.p95)
    return "\n".join(
        [
            HEADS,
            *(line(figures, outcome) for figures in slowest_first),
            "",
            f"Nobody opened a page of: {', '.join(outcome.not_opened)}",
            f"Answered with a fault: {', '.join(outcome.broken) or 'none'}",
            f"Yardstick: {outcome.yardstick:.1f} ms",
            f"Slower than {LIMIT} ms: {len(outcome.too_slow)} of {len(outcome.figures)} pages",
            f"p95 over all pages: {outcome.p95:.0f} ms (limit {LIMIT})",
        ]
    )


def line(figures: Figures, outcome: Outcome) -> str:
    return (
        f"{figures.page:<52} {figures.who:<20} {figures.queries:>7} {figures.median:>8.1f}"
        f" {figures.p95:>8.1f} {figures.p95 / outcome.yardstick:>10.2f}"
        f" {figures.p95 / LIMIT:>9.0%}"
    )


def as_document(outcome: Outcome) -> dict[str, Any]:
    return {
        "limit_ms": LIMIT,
        "p95_ms": round(outcome.p95, 1),
        "is_kept": outcome.is_kept,
        "yardstick_ms": round(outcome.yardstick, 2),
        "pages": [
            {
                "page": figures.page,
                "who": figures.who,
                "queries": figures.queries,
                "median_ms": round(figures.median, 1),
                "p95_ms": round(figures.p95, 1),
                "of_yardstick": round(figures.p95 / outcome.yardstick, 2),
                "of_limit": round(figures.p95 / LIMIT, 3),
            }
            for figures in outcome.figures
        ],
        "broken": outcome.broken,
        "not_opened": outcome.not_opened,
    }
