"""The letterhead of a partnership: who sets it, and what it takes."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agencies.models import Letterhead, PostKind
from letters import rules
from letters.operations.letterheads import Said, set_letterhead
from reviews.access import Refused
from tests.factories.agencies import PostFactory, UserFactory
from tests.factories.documents import DocumentFactory
from tests.letters.conftest import NOW, TODAY
from tests.letters.saying import text
from tests.letters.test_words import PICTURE

pytestmark = pytest.mark.django_db

SAID = {"address": "1 Market Square", "telephone": "", "email": "", "signed_by": "Ola",
        "signed_by_post": ""}  # fmt: skip


def address(review, name="letterhead"):
    return reverse(f"letters:{name}", args=[review.partnership.slug])


def test_an_officer_sets_it_with_a_logo_and_takes_the_logo_away(desk, review):
    assert desk.get(address(review, "logo")).status_code == 404
    logo = SimpleUploadedFile("logo.png", PICTURE, content_type="image/png")
    shown = desk.post(address(review), {**SAID, "logo": logo}, follow=True)
    assert "The letterhead is set" in shown.content.decode()
    assert b"".join(desk.get(address(review, "logo")).streaming_content) == PICTURE
    desk.post(address(review), {**SAID, "address": "2 Market Square"})
    head = Letterhead.objects.get()
    assert (head.address, bool(head.logo)) == ("2 Market Square", True)
    desk.post(address(review), {**SAID, "drop_logo": "on"})
    assert Letterhead.objects.get().logo is None


def test_what_is_no_picture_and_what_is_too_large_are_refused(desk, review, monkeypatch):
    words = SimpleUploadedFile("logo.png", b"Not a picture.", content_type="image/png")
    assert "PNG" in text(desk.post(address(review), {**SAID, "logo": words}))
    monkeypatch.setattr(rules, "LARGEST_LOGO", 10)
    logo = SimpleUploadedFile("logo.png", PICTURE, content_type="image/png")
    assert "Choose a picture of no more than" in text(
        desk.post(address(review), {**SAID, "logo": logo})
    )
    assert not Letterhead.objects.exists()


def test_an_administrator_may_and_a_chair_may_not(client, review):
    for kind, code in ((PostKind.ADMINISTRATOR, 200), (PostKind.CHAIR, 404)):
        user = UserFactory()
        PostFactory(user=user, partnership=review.partnership, kind=kind)
        client.force_login(user)
        assert client.get(address(review)).status_code == code
    with pytest.raises(Refused, match="Only a CSP officer or administrator"):
        set_letterhead(
            partnership=review.partnership, said=Said(), logo=DocumentFactory(), today=TODAY,
            by=user, at=NOW,
        )  # fmt: skip


def test_a_picture_that_no_letter_could_show_is_refused_before_letters_miss_it(desk, review):
    adobe = b"\xff\xd8\xff\xee\x00\x0eAdobe" + bytes(9) + b"\xff\xd9"
    logo = SimpleUploadedFile("logo.jpg", adobe, content_type="image/jpeg")
    page = desk.post(address(review), {"logo": logo}).content.decode()
    assert "Word cannot show this picture" in page
