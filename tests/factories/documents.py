from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO

import factory
from factory.django import DjangoModelFactory
from PIL import Image

from documents.kinds import DocumentKind
from documents.models import Document, ScanState
from documents.storage import keep


def blue() -> bytes:
    made = BytesIO()
    Image.new("RGB", (40, 20), "blue").save(made, "PNG")
    return made.getvalue()


class DocumentFactory(DjangoModelFactory):
    """
    A text file as received and found clean. Say `content=b"..."` for other words.

    pending, refused, not_scanned: what the scanner has said of it instead.
    """

    class Meta:
        model = Document

    content = b"Words that were sent."
    kind = DocumentKind.TXT
    sha256 = factory.LazyAttribute(lambda made: sha256(made.content).hexdigest())
    size = factory.LazyAttribute(lambda made: len(made.content))
    original_name = "letter about Zoe.txt"
    received_at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    scan = ScanState.CLEAN
    scanned_at = received_at

    class Params:
        pending = factory.Trait(scan=ScanState.PENDING, scanned_at=None)
        refused = factory.Trait(scan=ScanState.REFUSED)
        not_scanned = factory.Trait(scan=ScanState.NOT_SCANNED, scanned_at=None)

    @classmethod
    def _create(cls, model_class, *, content, **fields):
        document = super()._create(model_class, **fields)
        keep(content, name=document.stored_as)
        return document


class PictureFactory(DocumentFactory):
    """A small blue picture."""

    content = factory.LazyFunction(blue)
    kind = DocumentKind.PNG
    original_name = "map.png"
