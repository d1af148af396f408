"""The system packages that no Python package brings, and how to tell that they are missing."""

import ctypes
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    name: str  # Debian's
    library: str = ""
    program: str = ""
    folder: str = ""

    @property
    def is_there(self) -> bool:
        if self.library:
            try:
                ctypes.CDLL(self.library)
            except OSError:
                return False
        found = not self.program or shutil.which(self.program) is not None
        return found and (not self.folder or Path(self.folder).is_dir())


FOR_PAPER = (
    Package("libpango-1.0-0", library="libpango-1.0.so.0"),
    Package("libpangoft2-1.0-0", library="libpangoft2-1.0.so.0"),
    Package("libharfbuzz-subset0", library="libharfbuzz-subset.so.0"),
    Package("fonts-liberation", folder="/usr/share/fonts/truetype/liberation"),
)
CHROMIUM = Package("chromium", program="chromium")
CLAMD = Package("clamav-daemon", program="/usr/sbin/clamd")  # not on every PATH
CLAMAV_TEST_FILES = Package("clamav-testfiles", folder="/usr/share/clamav-testfiles")
FOR_TESTS = (
    *FOR_PAPER,
    CHROMIUM,
    CLAMD,
    CLAMAV_TEST_FILES,
    Package("poppler-utils", program="pdftotext"),
)
NO_SCANNER = (
    "Files are not scanned for malware: no clamd answers. Set CLAMD_ADDRESS, or: apt-get install "
    "--no-install-recommends clamav-daemon"
)


def missing(packages: Iterable[Package], *, purpose: str) -> str:
    """Return one line that names what to install, or nothing where nothing is missing."""
    names = [package.name for package in packages if not package.is_there]
    if not names:
        return ""
    return f"{purpose}: apt-get install --no-install-recommends {' '.join(names)}"
