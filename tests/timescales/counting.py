"""What the tests of a year's statistics count with."""

from datetime import date

from reviews.lifecycle import Stage
from tests.factories.reviews import AT
from timescales.dates import ReportingYear
from timescales.queries.statistics import open_to, statistics_of

AFTER = date(2026, 3, 31)


def moved(review, stage, day):
    review.moves.create(from_stage=Stage.NOTIFIED, to_stage=stage, moved_on=day, recorded_at=AT)


def counted(place, reader, begins, today=AFTER):
    year = ReportingYear(begins)
    return statistics_of(place, open_to(reader, place), year, reader=reader, today=today)
