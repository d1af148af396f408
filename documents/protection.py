"""
Files with a password: opened once, in memory, with what the person typed, and kept without it.

The password is a value that goes in here and nowhere else. Nothing of it is kept or logged.
"""

import re
from io import BytesIO

from documents.inspection import FileRefused, ole, pdf
from documents.inspection.refusal import needs_password
from documents.inspection.xml import BROKEN, check_prolog

INFORMATION = "EncryptionInfo"
MAX_INFORMATION = 64 * 1024
AGILE = b"\x04\x00\x04\x00"  # the version whose information is XML, after eight bytes
MAX_SPINS = 1_000_000  # Office makes 100,000; each costs time, and the file says how many
SPINS = re.compile(rb'spinCount="(\d+)"')


def without(content: bytes, *, password: str) -> bytes:
    """
    Return a file without its password; the same bytes where it has none.

    Raises FileRefused where a password is needed, or is not this one.
    """
    if ole.is_protected(content):
        return office_without(content, password=password)
    if pdf.looks_like(content):
        return pdf_without(content, password=password)
    return content


def office_without(content: bytes, *, password: str) -> bytes:
    import msoffcrypto  # here, because few requests need it and all would wait for it
    from msoffcrypto.exceptions import InvalidKeyError

    if not password:
        raise needs_password()
    opened = BytesIO()
    try:
        check_costs_little(content)
        file = msoffcrypto.OfficeFile(BytesIO(content))
        file.load_key(password=password, verify_password=True)
        file.decrypt(opened)
    except FileRefused:
        raise
    except InvalidKeyError:
        raise wrong_password() from None
    except Exception:  # a damaged file makes the library raise anything
        raise FileRefused("broken", BROKEN) from None
    return opened.getvalue()


def check_costs_little(content: bytes) -> None:
    """Refuse a file that would have us compute for hours, or declares entities, before its key."""
    import olefile

    with olefile.OleFileIO(BytesIO(content)) as container:
        information = container.openstream(INFORMATION).read(MAX_INFORMATION + 1)
    spins = [int(number[:9]) for number in SPINS.findall(information)]
    if len(information) > MAX_INFORMATION or max(spins, default=0) > MAX_SPINS:
        raise FileRefused("broken", BROKEN)
    if information.startswith(AGILE):
        check_prolog(information[8:], BytesIO())


def pdf_without(content: bytes, *, password: str) -> bytes:
    import pikepdf

    try:
        with pikepdf.open(BytesIO(content)):
            return content
    except pikepdf.PasswordError:
        if not password:
            raise needs_password() from None
    except Exception:  # damaged: the inspection says so
        return content
    opened = BytesIO()
    try:
        with pikepdf.open(BytesIO(content), password=password) as paper:
            paper.save(opened, encryption=False)
    except pikepdf.PasswordError:
        raise wrong_password() from None
    except Exception:
        raise FileRefused("broken", BROKEN) from None
    return opened.getvalue()


def wrong_password() -> FileRefused:
    return FileRefused(
        "wrong_password",
        "The file did not open with this password. Choose it again and type its password below "
        "it: capital letters count.",
    )
