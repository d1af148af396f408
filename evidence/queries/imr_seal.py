"""A version as one text, to be hashed when it is frozen: what was signed off, and nothing else."""

import json
from hashlib import sha256

from evidence.models import ImrVersion

WORDS = (
    "number", "extent", "facts", "records_read", "staff_interviewed", "interviews_cleared",
    "policy_and_training",
)  # fmt: skip


def sha256_of(version: ImrVersion) -> str:
    """Return the hash of a version: its words, its lines and the hash of its document."""
    return sha256(as_text(version).encode()).hexdigest()


def as_text(version: ImrVersion) -> str:
    feedback = version.feedback_to_staff_on
    whole = {
        **{name: getattr(version, name) for name in WORDS},
        "feedback_to_staff_on": feedback.isoformat() if feedback else None,
        "document": version.document.sha256 if version.document else None,
        "enquiries": [
            [str(row.enquiry.root), row.has_nothing, row.text, row.where]
            for row in version.analyses.select_related("enquiry").order_by("enquiry__root")
        ],
        "points": [
            [str(row.root), row.kind, row.number, row.text, row.done_on and row.done_on.isoformat()]
            for row in version.points.order_by("kind", "number")
        ],
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True)
