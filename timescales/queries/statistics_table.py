"""The statistics of a year as a table for a spreadsheet: what the page says, and no more."""

from collections.abc import Iterator

from timescales.models import Cause
from timescales.queries.statistics import Statistics

HEADS = ("Year", "About", "What", "Number", "Of them decided", "Of them proposed", "Reviews")
Row = tuple[str, ...]


def rows_of(told: Statistics) -> Iterator[Row]:
    year = f"1 April {told.year.begins} to 31 March {told.year.begins + 1}"
    main = ""
    for count in told.counts:
        main = main if count.is_part else count.name
        name = f"{main}: {count.name}" if count.is_part else count.name
        references = ", ".join(review.reference for review in count.reviews)
        yield (year, "Reviews", name, str(len(count.reviews)), "", "", references)
    median = "" if told.median_days is None else f"{told.median_days:g}"
    yield (year, "Reviews", "Median days from the decision to the sending", median, "", "", "")
    for one in told.causes:
        references = ", ".join(f"{review.reference}: {days}" for review, days in one.reviews)
        yield (
            year, "Days", one.cause.label, str(one.days), str(one.decided), str(one.proposed),
            references,
        )  # fmt: skip
    for review, span in told.waits:
        decided = (str(span.days), "0") if span.is_decided else ("0", str(span.days))
        yield (
            year, "Longest waits", f"{Cause(span.cause).label}, {span.from_on} to {span.to_on}",
            str(span.days), *decided, review.reference,
        )  # fmt: skip
