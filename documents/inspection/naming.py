"""What a file is called, and whether that can be what it is."""

from pathlib import PurePath

from documents.inspection import text
from documents.inspection.refusal import FileRefused, with_article
from documents.kinds import DocumentKind

K = DocumentKind
# Endings by which a computer starts a program, or opens a page that can act
ACTING = (
    ".app", ".appx", ".bat", ".cgi", ".chm", ".cmd", ".com", ".cpl", ".dll", ".dmg", ".exe",
    ".hta", ".htm", ".html", ".iso", ".jar", ".js", ".jse", ".lnk", ".mht", ".mhtml", ".msi",
    ".msix", ".pif", ".ps1", ".psm1", ".py", ".reg", ".scr", ".sh", ".shtml", ".svg", ".url",
    ".vb", ".vbe", ".vbs", ".wsf", ".wsh", ".xht", ".xhtml", ".xll",
)  # fmt: skip
WORDS = frozenset({K.TXT, K.CSV, K.ICS})  # which a person may well name one for the other
BY_ENDING = {ending: kind for kind in K for ending in kind.extensions}


def called(name: str, *, kind: DocumentKind, content: bytes) -> str:
    """
    Return what to call a file of this kind.

    What a file is, is told by its content. A Word document that is called imr.pdf is a Word
    document, and kept as imr.docx: it opens, and nothing is lost. A name without an ending, or
    with one that is not known here, stays as it is; it is handed out with the right one.

    Raises FileRefused where a text is called something that it cannot be, for what opens as words
    is not what was sent; and for the ending of a program or a web page, whatever the file holds.
    """
    path = PurePath(name)
    ending = path.suffix.lower()
    if ending in ACTING:
        raise acting(ending, kind)
    told = BY_ENDING.get(ending)
    if told is None or told == kind:
        return name
    if kind == K.EML and told in WORDS:
        return name
    if kind not in WORDS:
        return f"{path.stem}{kind.extension}"
    if told in WORDS or (told == K.EML and text.is_headed(content)):
        return name
    raise misnamed(ending, told, kind)


def acting(ending: str, kind: DocumentKind) -> FileRefused:
    return FileRefused(
        "acting_name",
        f"The name of this file ends in {ending}, as a program or a web page does, and it holds "
        f"{with_article(kind.label)}. Send the document that is meant, or save this one again "
        f"under a name that ends in {kind.extension}.",
    )


def misnamed(ending: str, told: DocumentKind, kind: DocumentKind) -> FileRefused:
    return FileRefused(
        "misnamed",
        f"The name of this file ends in {ending}, as that of {with_article(told.label)} does, but "
        f"it holds {with_article(kind.label)}. Open it to see that it is the right file, save it "
        "again in the program it comes from, and send that.",
    )
