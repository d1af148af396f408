class FileRefused(Exception):
    """
    A file cannot be taken in. The text says what is wrong and what to do, and quotes nothing.

    code: the reason as a word for the audit trail.
    details: more codes for the trail, by name.
    """

    def __init__(self, code: str, words: str, **details: str) -> None:
        super().__init__(words)
        self.code = code
        self.details = details


def needs_password() -> FileRefused:
    return FileRefused(
        "password",
        "This file opens only with a password. Choose it again and type its password below it, or "
        "save it without one and send that.",
    )


def two_kinds() -> FileRefused:
    return FileRefused(
        "two_kinds",
        "This file is two kinds of file in one, which no program makes by itself. Open it, save "
        "it again as a PDF and send the new file.",
    )
