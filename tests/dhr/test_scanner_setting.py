"""Production does not start without a malware scanner; trying the product does."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

SETTINGS = (sys.executable, "-c", "import dhr.settings; print(dhr.settings.CLAMD_ADDRESS)")
NOT_PRODUCTION = ("CLAMD_ADDRESS", "DEBUG", "DEMONSTRATION", "DATABASE_AS_OWNER")
pytestmark = pytest.mark.slow


def start(**told):
    env = {name: value for name, value in os.environ.items() if name not in NOT_PRODUCTION}
    return subprocess.run(
        SETTINGS, env={**env, **told}, cwd=settings.BASE_DIR, capture_output=True, text=True
    )


def test_production_stops_with_what_to_set():
    stopped = start()

    assert stopped.returncode
    assert stopped.stderr.endswith(
        "Set CLAMD_ADDRESS: where clamd answers, the path of its socket or host:port\n"
    )


@pytest.mark.parametrize(
    "told",
    [
        {"CLAMD_ADDRESS": "clamav:3310"},
        {"DEMONSTRATION": "1"},
        {"DEBUG": "1"},
        {"DATABASE_AS_OWNER": "1"},
    ],
)
def test_it_starts_with_one_and_where_nobody_works_with_files(told):
    started = start(**told)

    assert started.returncode == 0, started.stderr
    assert started.stdout.strip() == told.get("CLAMD_ADDRESS", "")
