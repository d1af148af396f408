"""
Make a picture anew of nothing but its colours, so that no place, day, camera, thumbnail or earlier
state goes along with it. Pillow reads and writes it, inside these functions alone.
"""

from io import BytesIO

from documents.inspection import FileRefused
from documents.kinds import DocumentKind

PICTURES = frozenset({DocumentKind.PNG, DocumentKind.JPEG})
LARGEST = 40_000_000  # dots: a camera of today; more is a trap or a scan of a wall
LONGEST_SIDE = 2400
UNREADABLE = "This picture cannot be read. Open it, save it as JPEG or PNG, and try again."
TOO_MANY_DOTS = "This picture has too many dots. Save it smaller and try again."


def size_of(content: bytes) -> tuple[int, int]:
    """Return the width and height of a picture that was taken in, in dots."""
    from PIL import Image

    with Image.open(BytesIO(content), formats=sorted(PICTURES)) as picture:
        return picture.size


def colours_only(content: bytes, kind: DocumentKind) -> bytes:
    """
    Return a picture of the same kind, upright and without anything beside its colours.

    Raises FileRefused for what cannot be drawn, or has more dots than any camera makes.
    """
    from PIL import Image, ImageOps  # heavy: read where a picture comes in and nowhere else

    try:
        with Image.open(BytesIO(content), formats=[kind.value]) as sent:
            if sent.width * sent.height > LARGEST:
                raise FileRefused("too_many_dots", TOO_MANY_DOTS)
            upright = ImageOps.exif_transpose(sent).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise FileRefused("unreadable_picture", UNREADABLE) from fault
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    made = BytesIO()
    bare.save(made, format=kind.value)
    return made.getvalue()
