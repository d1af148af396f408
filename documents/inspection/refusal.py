from collections.abc import Mapping, Set

from documents.kinds import DocumentKind

ELSEWHERE: Mapping[DocumentKind, str] = {}  # no kind that it could be saved as comes to mind


class FileRefused(Exception):
    """
    A file cannot be taken in. The text says what is wrong and what to do, and quotes nothing.

    code: the reason as a word for the audit trail.
    ways: what to do, by the kind that comes of it; None where `words` says all.
    details: more codes for the trail, by name.
    """

    def __init__(
        self,
        code: str,
        words: str,
        ways: Mapping[DocumentKind, str] | None = None,
        **details: str,
    ) -> None:
        super().__init__(words)
        self.code = code
        self.words = words
        self.ways = ways
        self.details = details

    def where(self, accept: Set[DocumentKind]) -> "FileRefused":
        """Return it with what to do in a place that accepts these kinds, naming no other."""
        if self.ways is None:
            return self
        usable = (way for kind, way in self.ways.items() if kind in accept)
        way = next(usable, f"Send {one_of(accept)} instead.")
        return FileRefused(self.code, f"{self.words} {way}", None, **self.details)


def one_of(kinds: Set[DocumentKind]) -> str:
    """Return kinds as words: "a Word document, a PDF or an email (.eml)"."""
    named = [with_article(kind.label) for kind in DocumentKind if kind in kinds]
    return " or ".join(filter(None, [", ".join(named[:-1]), named[-1]]))


def with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'AEIOaeio' else 'a'} {noun}"


def needs_password() -> FileRefused:
    return FileRefused(
        "password",
        "This file opens only with a password. Choose it again and type its password below it, or "
        "save it without one and send that.",
    )


def two_kinds() -> FileRefused:
    return FileRefused(
        "two_kinds",
        "This file is two kinds of file in one, which no program makes by itself.",
        {DocumentKind.PDF: "Open it, save it again as a PDF and send the new file."},
    )


def unknown() -> FileRefused:
    return FileRefused("unknown", "This kind of file is not known here.", ELSEWHERE)
