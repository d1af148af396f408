"""Copies of a draft: released by an invented chair to invented people."""

from datetime import UTC, date, datetime

from reports.models import Means, ReaderKind
from reports.operations import releases
from reports.operations.releases import Time
from reports.rules.releases import Reader
from tests.factories.anonymity import CertificateFactory

NOW = datetime(2026, 9, 16, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
UNTIL = date(2026, 10, 14)
ADVISER = Reader(name="Robin Invented", kind=ReaderKind.ADVISER, sent_to="robin@expert.example")


def certify(draft, goes):
    files = [{"title": draft.name, "sha256": draft.sha256}]
    CertificateFactory(review=draft.review, destination=goes, files=files)


def release(draft, by, reader=ADVISER, means=Means.READING_ROOM, until=UNTIL, **more):
    more = {"time": Time(until_on=until), **more}
    return releases.release_to(
        draft=draft, reader=reader, means=means, today=TODAY, by=by, at=NOW, **more
    )


def to_family(contact, kind=ReaderKind.FAMILY):
    return Reader(name=contact.name, kind=kind, contact=contact, sent_to="liaison@police.example")
