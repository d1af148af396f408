"""What a Word file says of itself in its own properties."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

PART = "docProps/custom.xml"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def properties_of(content: bytes) -> dict[str, str]:
    """Return the properties that the program which made a file gave it."""
    with ZipFile(BytesIO(content)) as archive:
        if PART not in archive.namelist():
            return {}
        root = etree.fromstring(archive.read(PART), PARSER)
    return {one.get("name", ""): "".join(one.itertext()) for one in root}
