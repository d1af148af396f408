from documents.kinds import DocumentKind

STARTS = {
    b"\x89PNG\r\n\x1a\n": DocumentKind.PNG,
    b"\xff\xd8\xff": DocumentKind.JPEG,
}


def looks_like(content: bytes) -> bool:
    return content.startswith(tuple(STARTS))


def kind_of(content: bytes) -> DocumentKind:
    return next(kind for start, kind in STARTS.items() if content.startswith(start))
