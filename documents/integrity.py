"""Compare the stored files with the database, both ways. Nothing is changed or deleted."""

from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from django.core.files.storage import default_storage

from audit import trail
from audit.models import ActorKind, AuditEvent
from documents import storage
from documents.models import Document, ScanState

EVENT = "files.checked"
ARRIVING = timedelta(hours=1)  # a younger file may belong to a row that is not committed yet


@dataclass
class Findings:
    """
    What was found: documents by number, stray files by name.

    missing: their bytes are gone. changed: their bytes are not those that were received.
    stray: bytes that no document speaks of.
    """

    checked: int = 0
    missing: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        return not (self.missing or self.changed or self.stray)

    @property
    def counts(self) -> dict[str, int]:
        found = asdict(self)
        return {name: found[name] if name == "checked" else len(found[name]) for name in found}

    @property
    def words(self) -> str:
        return in_words(self.counts)


def check_files(*, by: ActorKind | None, at: datetime) -> Findings:
    """Compare every file and every document, and leave the counts in the trail."""
    found = Findings()
    known: dict[str, str] = {}
    documents = Document.objects.exclude(scan=ScanState.REFUSED).order_by("pk")
    for pk, sha256 in documents.values_list("pk", "sha256").iterator():
        name = Document(sha256=sha256).stored_as
        if name not in known:
            known[name] = state_of(name, sha256=sha256)
        found.checked += 1
        if known[name]:
            getattr(found, known[name]).append(pk)
    found.stray = [name for name in storage.names() if name not in known and is_old(name, at=at)]
    trail.record(EVENT, by=by, at=at, review_ref="", **found.counts)
    for pk in (*found.missing, *found.changed):
        trail.record("document.damaged", by=by, at=at, document_id=pk)
    return found


def state_of(name: str, *, sha256: str) -> str:
    """Return "missing", "changed", or nothing for a file that is as it was received."""
    try:
        return "" if storage.hash_of(name) == sha256 else "changed"
    except OSError:
        return "missing"


def is_old(name: str, *, at: datetime) -> bool:
    try:
        return default_storage.get_modified_time(name) < at - ARRIVING
    except FileNotFoundError:  # it was of a form that was not kept
        return False


@dataclass(frozen=True)
class LastCheck:
    at: datetime
    words: str
    is_whole: bool


def last_check() -> LastCheck | None:
    """Return when the files were last compared, and what was found."""
    event = AuditEvent.objects.filter(event=EVENT).order_by("-pk").first()
    if event is None:
        return None
    counts = event.subjects
    is_whole = not (counts["missing"] or counts["changed"] or counts["stray"])
    return LastCheck(at=event.at, words=in_words(counts), is_whole=is_whole)


def in_words(counts: dict[str, int]) -> str:
    return (
        f"Compared: {counts['checked']}. Missing: {counts['missing']}, "
        f"changed: {counts['changed']}, stray: {counts['stray']}."
    )
