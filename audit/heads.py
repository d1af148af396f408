"""
The head of the chain, noted down outside the database once a day.

A chain proves that nothing was changed within it; that its end was not cut off, or the whole
written anew by whoever owns the tables, shows only beside a head that was noted down before.
"""

import json
import logging
from datetime import datetime
from pathlib import Path

from django.conf import settings

from audit import chain

log = logging.getLogger(__name__)


def path() -> Path:
    return Path(settings.DATA_DIR) / "audit-heads.jsonl"


def note_down(*, at: datetime) -> chain.Head | None:
    """Add the head to the file, and to the log for whoever keeps logs on another machine."""
    head = chain.head()
    if head is None:
        return None
    line = json.dumps({"at": at.isoformat(), "link": head.link, "hash": head.hash})
    with path().open("a") as heads:
        heads.write(f"{line}\n")
    log.info("Head of the audit trail: link %d, %s", head.link, head.hash)
    return head


def noted_down(where: Path) -> list[chain.Head]:
    """Return the heads of a file. Raises ValueError where a line is none."""
    try:
        lines = [json.loads(line) for line in where.read_text().splitlines() if line.strip()]
        return [chain.Head(int(line["link"]), str(line["hash"])) for line in lines]
    except (KeyError, TypeError) as fault:
        raise ValueError("A line does not name a link and its hash.") from fault
