from unittest.mock import patch

import pytest

from privacy import row_locks
from privacy.row_locks import Eyes


@pytest.fixture
def second_lock_off():
    """Have the database keep nothing back: what our own rules let through shows."""
    with patch("privacy.row_locks.eyes", lambda: Eyes(reach=row_locks.WHOLE)):
        yield


@pytest.fixture(autouse=True)
def first_lock_alone(second_lock_off):
    """Prove the rules of our code without help from the database."""
