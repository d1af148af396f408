"""Records for the Home Office's library as files."""

import json
from collections.abc import Sequence

from documents.delimited import csv_of
from publications.published.library_record import PublishedRecord, as_data, as_row, heads


def as_json(records: Sequence[PublishedRecord]) -> bytes:
    told = {"reviews": [as_data(one) for one in records]}
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def as_csv(records: Sequence[PublishedRecord]) -> bytes:
    """Return a table with a row for each review."""
    return csv_of(heads(), [as_row(one) for one in records])
