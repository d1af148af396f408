"""All letters of one kind that wait to be sent, in one file."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from documents.kinds import DocumentKind
from letters.models import LetterKind
from reviews.models import Review

EARLIEST_IN_ZIP = (1980, 1, 1, 0, 0, 0)


def bundle(review: Review, kind: LetterKind) -> BytesIO:
    """
    Return a zip of the letters as they stand, one Word file each; empty where none waits.

    The caller has asked access before. Raises FileNotOpen for one that waits for the scanner.
    """
    letters = review.letters.unsent().filter(kind=kind).whole()
    packed = BytesIO()
    with ZipFile(packed, "w") as target:
        for number, letter in enumerate(sorted(letters, key=lambda one: one.to), 1):
            letter.review = review
            name = f"{number:03} {letter.file_name}{DocumentKind.DOCX.extension}"
            with letter.current.open() as stored:
                target.writestr(ZipInfo(name, EARLIEST_IN_ZIP), stored.read(), ZIP_DEFLATED)
    packed.seek(0)
    return packed
