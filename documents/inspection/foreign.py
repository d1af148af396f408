"""Programs and archives, known by how they begin. None is taken in, on its own or in a file."""

import re

from documents.inspection.refusal import ELSEWHERE, FileRefused

PROGRAM = re.compile(
    rb"MZ[^\x00]{0,62}\x00"  # Windows and DOS; words that begin with MZ have no null
    rb"|\x7fELF"
    rb"|\xca\xfe\xba\xbe|\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe"  # Java, macOS
    rb"|L\x00\x00\x00\x01\x14\x02\x00",  # a Windows shortcut
    re.S,
)
ARCHIVE = re.compile(
    rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b|BZh[1-9]1AY&SY|\xfd7zXZ\x00|\x28\xb5\x2f\xfd"
    rb"|MSCF\x00|PK\x05\x06|PK\x07\x08|!<arch>\n"
)
TAR, ISO = slice(257, 262), slice(32_769, 32_774)


def check(content: bytes) -> None:
    """Raises FileRefused for a program or an archive that is no Office file."""
    if is_program(content):
        raise FileRefused("program", "This is a program, not a document.", ELSEWHERE)
    if is_archive(content):
        raise FileRefused(
            "archive", "This is an archive of files. Send the documents in it one by one."
        )


def is_program(content: bytes) -> bool:
    return PROGRAM.match(content) is not None


def is_archive(content: bytes) -> bool:
    is_known = ARCHIVE.match(content) is not None
    return is_known or content[TAR] == b"ustar" or content[ISO] == b"CD001"
