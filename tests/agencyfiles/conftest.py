"""An IMR whose author uploaded the agency's own Word file. Today is Monday 2 February 2026."""

import pytest

from documents.kinds import DocumentKind
from evidence.cycle import ImrState
from tests.agencyfiles.sample import BY_ENQUIRY, word_of
from tests.evidence.conftest import *  # noqa: F403
from tests.evidence.conftest import _today  # noqa: F401  # a name with a line is in no star
from tests.evidence.imrs import *  # noqa: F403
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import ImrFactory, ImrVersionFactory


def word_document(sample, **known):
    """Return a Word file of the sample, received and found clean."""
    return DocumentFactory(
        content=word_of(sample.steps), kind=DocumentKind.DOCX, original_name="imr.docx", **known
    )


@pytest.fixture
def imr(part, author):
    """A draft with the agency's own file and nothing typed."""
    imr = ImrFactory(involvement=part, by=author, at=ImrState.ACCEPTED)
    version = ImrVersionFactory(
        imr=imr, extent="", facts="", records_read="", document=word_document(BY_ENQUIRY)
    )
    imr.state = ImrState.DRAFT
    imr.save()
    return version.imr
