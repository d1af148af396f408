"""
Places in a Word document that its author is meant to leave as they are, and by which it is read
again: what is locked, and what the file says of itself.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as Paper
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
ANYBODY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # whose properties these are, for any program
FIRST_NUMBER = 2


@contextmanager
def locked(paper: Paper, *, name: str, tag: str) -> Iterator[None]:
    """
    Lock whatever is written in this block: Word lets nobody change it, and shows its name.

    LibreOffice knows no such lock; what was changed there is found when the file is read.
    """
    body: Any = paper._body._element
    before = len(body)
    yield
    written = [one for one in list(body)[before - 1 :] if one.tag != qn("w:sectPr")]
    if not written:
        return
    control, properties, content = (
        OxmlElement(one) for one in ("w:sdt", "w:sdtPr", "w:sdtContent")
    )
    for what, value in (("alias", name), ("tag", tag), ("lock", "sdtContentLocked")):
        element = OxmlElement(f"w:{what}")
        element.set(qn("w:val"), value)
        properties.append(element)
    written[0].addprevious(control)
    control.extend([properties, content])
    content.extend(written)


def set_own_properties(paper: Paper, properties: Mapping[str, str]) -> None:
    """Write what the file says of itself, which programs keep when they save it."""
    rows = "".join(
        f'<property fmtid="{ANYBODY}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties.items(), FIRST_NUMBER)
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{CUSTOM}" xmlns:vt="{TYPES}">{rows}</Properties>'
    )
    package = paper.part.package
    part = Part(
        PackURI("/docProps/custom.xml"),
        CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
        content.encode(),
        package,
    )
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
