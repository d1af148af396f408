"""
Packs for the Home Office as one archive: the papers as they lie in the pack, a list of them, and
checksums that `sha256sum -c SHA256SUMS` compares.

The same packs make the same bytes: nothing in the archive says when it was made.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from documents.kinds import DocumentKind
from publications.models import QaSubmission, SubmissionItem

BEGINNING = (1980, 1, 1, 0, 0, 0)  # of time, for zip archives
UNIX, READABLE = 3, 0o100644 << 16
CHUNK = 1 << 20
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"


class Damaged(Exception):
    """A kept file is not the one that was received. Its words are fit to show."""


@dataclass(frozen=True)
class Pack:
    """A pack with the folder it has in the archive: empty where it is the only one."""

    submission: QaSubmission
    folder: str = ""

    def path(self, name: str) -> str:
        return f"{self.folder}/{name}" if self.folder else name


def write_archive(packs: Sequence[Pack], target: IO[bytes]) -> None:
    """Write packs into one archive. Raises Damaged where a kept file is not what it was."""
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        sums = [line for pack in packs for line in written(pack, archive)]
        put(archive, SUMS, "".join(f"{line}\n" for line in sums).encode())
    target.seek(0)


def written(pack: Pack, archive: ZipFile) -> Iterator[str]:
    """Put a pack into an archive; yield a line of checksum for each file."""
    for number, item in enumerate(items_of(pack.submission), 1):
        path = pack.path(name_of(number, item))
        copy(item, archive, path)
        yield f"{item.document.sha256}  {path}"
    told = json.dumps(manifest_of(pack.submission), ensure_ascii=False, indent=2).encode()
    put(archive, pack.path(MANIFEST), told)
    yield f"{sha256(told).hexdigest()}  {pack.path(MANIFEST)}"


def copy(item: SubmissionItem, archive: ZipFile, path: str) -> None:
    seen = sha256()
    with item.document.open() as source, archive.open(entry(path), "w") as kept:
        while chunk := source.read(CHUNK):
            seen.update(chunk)
            kept.write(chunk)
    if seen.hexdigest() != item.document.sha256:
        raise Damaged(f"“{item.title}” is not the file that was put into the pack.")


def put(archive: ZipFile, path: str, content: bytes) -> None:
    archive.writestr(entry(path), content)


def entry(path: str) -> ZipInfo:
    info = ZipInfo(path, BEGINNING)
    info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, UNIX, READABLE
    return info


def items_of(submission: QaSubmission) -> list[SubmissionItem]:
    return list(submission.items.all())


def name_of(number: int, item: SubmissionItem) -> str:
    """Return what a file is called in an archive: its place and kind, never a title typed here."""
    kind = item.kind.lower().replace("_", "-")
    return f"{number:02d}-{kind}{DocumentKind(item.document.kind).extension}"


def manifest_of(submission: QaSubmission) -> dict[str, Any]:
    """Return what a pack is and what is in it."""
    review, draft = submission.review, submission.draft
    sent_on = submission.submitted_on
    return {
        "review": review.reference,
        "partnership": review.partnership.name,
        "round": submission.round,
        "draft": draft.number if draft else None,
        "sent_on": sent_on.isoformat() if sent_on else None,
        "files": [
            {
                "name": name_of(number, item),
                "kind": item.get_kind_display(),
                "title": item.title,
                "sha256": item.document.sha256,
                "bytes": item.document.size,
            }
            for number, item in enumerate(items_of(submission), 1)
        ],
    }
