"""Make the open data, and keep it where the public page finds it."""

import json
import os
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from agencies.models import Actor, person_behind
from audit import trail
from documents.delimited import csv_of
from learning.published.open_data import OpenReview, as_data, columns, rows_of
from learning.queries.open_data import fingerprint, open_reviews
from learning.queries.published_words import month_of
from privacy.row_locks import lifted

FORMS = ("json", "csv")
STAMP = "made.json"


@dataclass(frozen=True)
class Made:
    """What lies there to be fetched. reviews: how many are in it. sizes: bytes, by format."""

    fingerprint: str
    made_at: str
    reviews: int
    sizes: dict[str, int]


def folder() -> Path:
    return Path(settings.DATA_DIR) / "open-data"


def export(*, form: str, by: Actor, at: datetime) -> bytes:
    """Return the whole set as JSON or CSV. Whoever asks, it holds what anybody may read."""
    with lifted():
        content = written(list(open_reviews()), form=form, today=at.date())
    trail.record("learning.exported", by=person_behind(by), at=at, form=form)
    return content


def written(reviews: list[OpenReview], *, form: str, today: date) -> bytes:
    if form == "csv":
        return csv_of(columns(), rows_of(reviews))
    data = as_data(reviews, made_in=month_of(today))
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def make(*, at: datetime) -> Made:
    """Make both files for the public page, each whole before it takes the place of the last."""
    with lifted():
        mark, reviews = fingerprint(), list(open_reviews())
    contents = {form: written(reviews, form=form, today=at.date()) for form in FORMS}
    sizes = {form: len(content) for form, content in contents.items()}
    made = Made(mark, at.isoformat(), len(reviews), sizes)
    folder().mkdir(parents=True, exist_ok=True)
    for form, content in contents.items():
        put(f"learning.{form}", content)
    put(STAMP, json.dumps(vars(made)).encode())
    return made


def put(name: str, content: bytes) -> None:
    half = folder() / f".{name}.{os.getpid()}"
    half.write_bytes(content)
    half.replace(folder() / name)
