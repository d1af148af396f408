"""Office files with the same bytes every time, so that a file can be known by its hash."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

BEGINNING = (1980, 1, 1, 0, 0, 0)  # of time, for zip archives
PROPERTIES = "docProps/core.xml"
MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
NO_MOMENT = rb"\g<1>1980-01-01T00:00:00Z"


def steady(content: bytes) -> bytes:
    """Return the same file without the moment at which it was made."""
    result = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(
                ZipInfo(name, BEGINNING),
                MOMENT.sub(NO_MOMENT, part) if name == PROPERTIES else part,
                compress_type=ZIP_DEFLATED,
            )
    return result.getvalue()
