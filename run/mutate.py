"""`run.py mutate`: loosen each access rule by itself, and write down whether the proof notices."""

import os
import subprocess
from collections.abc import Sequence

from run.checks import PYTEST
from run.packages import ROOT

SWEEP = ("-n", "0", "-q", "-k", "every_loosening", "tests/proof/test_mutants.py")
REPORT = ROOT / "docs" / "access-mutations.md"


def mutate(options: Sequence[str]) -> int:
    """Try every mutant in one process, with options of pytest. Return 0 if each was noticed."""
    env = {**os.environ, "MUTATION_REPORT": str(REPORT)}
    return subprocess.run([*PYTEST, *SWEEP, *options], cwd=ROOT, env=env).returncode
