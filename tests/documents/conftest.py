from collections.abc import Iterator

import pytest

from tests.clamd import running_clamd


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """The folder of the stored files, empty for each test."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "files"},
        },
    }
    return tmp_path / "files"


@pytest.fixture(scope="session")
def clamd_address() -> Iterator[str]:
    with running_clamd() as address:
        yield address


@pytest.fixture
def clamd(settings, clamd_address) -> str:
    """A real scanner, and the app told where it is."""
    settings.CLAMD_ADDRESS = clamd_address
    return clamd_address


@pytest.fixture
def scanner_away(settings, tmp_path):
    """A scanner that should be there and is not."""
    settings.CLAMD_ADDRESS = str(tmp_path / "nobody-answers-here")
