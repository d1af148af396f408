class FileRefused(Exception):
    """
    A file cannot be taken in. The text says what is wrong and what to do, and quotes nothing.

    code: the reason as a word for the audit trail.
    """

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code
