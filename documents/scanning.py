"""
Ask clamd whether a file holds malware, over its socket.

Nothing counts as clean but the one answer that says so: a scanner that is away, slow or confused
leaves the file waiting.
"""

import logging
import re
import socket
import struct
from dataclasses import dataclass

from django.conf import settings

from documents.models import ScanState

log = logging.getLogger(__name__)

PATIENCE = 20  # seconds for one file; a page waits for it
PIECE = 64 * 1024
FOUND = re.compile(r"stream: (.+) FOUND")
NOT_PLAIN = re.compile(r"[^A-Za-z0-9._:/+-]")


@dataclass(frozen=True)
class Verdict:
    state: ScanState
    signature: str = ""  # what clamd calls what it found, as a code for the trail


def scan(content: bytes) -> Verdict:
    """Return what clamd says of these bytes. Never raises: without an answer they are pending."""
    if not settings.CLAMD_ADDRESS:
        return Verdict(ScanState.NOT_SCANNED)
    try:
        answer = ask(content)
    except OSError as error:
        log.error("The malware scanner did not answer: %s", error)
        return Verdict(ScanState.PENDING)
    if answer == "stream: OK":
        return Verdict(ScanState.CLEAN)
    if found := FOUND.fullmatch(answer):
        return Verdict(ScanState.REFUSED, as_code(found[1]))
    log.error("The malware scanner could not scan a file: %s", answer[:200])
    return Verdict(ScanState.PENDING)


def as_code(signature: str) -> str:
    return NOT_PLAIN.sub("-", signature).lstrip("._:/+-")[:80] or "unnamed"


def ask(content: bytes) -> str:
    """Send bytes by clamd's INSTREAM command and return its answer. Raises OSError."""
    with connected() as door:
        door.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            door.sendall(struct.pack("!L", len(piece)) + piece)
        door.sendall(struct.pack("!L", 0))
        answer = b""
        while not answer.endswith(b"\0") and (more := door.recv(4096)):
            answer += more
    return answer.rstrip(b"\0").decode("ascii", "replace").strip()


def connected() -> socket.socket:
    """Return a connection to CLAMD_ADDRESS: the path of a socket, or host:port."""
    address: str = settings.CLAMD_ADDRESS
    if not address.startswith("/"):
        host, _, port = address.rpartition(":")
        return socket.create_connection((host, port), timeout=PATIENCE)
    door = socket.socket(socket.AF_UNIX)
    door.settimeout(PATIENCE)
    try:
        door.connect(address)
    except OSError:
        door.close()
        raise
    return door
