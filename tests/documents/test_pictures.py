"""Of a picture that is taken in as one nothing is kept but its colours."""

from io import BytesIO

import pytest
from PIL import Image

from documents import pictures
from documents.inspection import FileRefused
from documents.kinds import DocumentKind
from tests.documents import samples


def drawn(kind="PNG", size=(20, 10), **given):
    made = BytesIO()
    Image.new("RGB", size, "blue").save(made, kind, **given)
    return made.getvalue()


def test_a_turned_picture_stands_upright_and_says_nothing_more():
    exif = Image.Exif()
    exif[0x0112] = 6  # a quarter turn
    made = pictures.colours_only(drawn("JPEG", exif=exif), DocumentKind.JPEG)

    with Image.open(BytesIO(made)) as picture:
        assert picture.size == (10, 20)
        assert not picture.getexif()


def test_a_large_picture_becomes_one_for_a_screen():
    made = pictures.colours_only(drawn(size=(4800, 100)), DocumentKind.PNG)

    assert Image.open(BytesIO(made)).size == (2400, 50)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (samples.PNG, "unreadable_picture"),
        (drawn()[:-40], "unreadable_picture"),
        (drawn("GIF"), "unreadable_picture"),
        (drawn(size=(8000, 8000)), "too_many_dots"),
    ],
)
def test_what_cannot_be_drawn_is_refused(content, code):
    with pytest.raises(FileRefused) as refused:
        pictures.colours_only(content, DocumentKind.PNG)

    assert refused.value.code == code
