import re
from urllib.parse import unquote

import pytest

from documents import delivery
from documents.kinds import DocumentKind
from tests.factories.documents import DocumentFactory


def name_in(response):
    """Return what a browser does with the file, and the name it takes: `filename*` goes first."""
    header = response["Content-Disposition"]
    what, _ascii_name, name = re.fullmatch(
        r"(\w+); filename=\"([^\"]*)\"; filename\*=UTF-8''([\w.%~-]*)", header
    ).groups()
    return what, unquote(name)


@pytest.mark.django_db
class TestDownload:
    def test_the_bytes_come_as_they_were_received(self):
        response = delivery.download(DocumentFactory(content=b"Words.\n"))

        assert b"".join(response.streaming_content) == b"Words.\n"
        response.close()

    def test_it_is_saved_and_never_shown(self):
        response = delivery.download(DocumentFactory(original_name="letter.txt"))

        assert name_in(response) == ("attachment", "letter.txt")
        assert response["Content-Type"] == "text/plain"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in response["Cache-Control"]
        assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
        response.close()

    @pytest.mark.parametrize(
        ("sent", "saved"),
        [
            ("page.html", "page.html.txt"),
            ("run.exe", "run.exe.txt"),
            ("Zoë’s “letter”.TXT", "Zoë’s “letter”.TXT"),
            ('a";filename="b.exe', 'a";filename="b.exe.txt'),
            ("100% sure;.txt", "100% sure;.txt"),
        ],
    )
    def test_its_name_ends_as_its_kind_does(self, sent, saved):
        response = delivery.download(DocumentFactory(original_name=sent))

        assert name_in(response) == ("attachment", saved)
        response.close()

    def test_it_may_be_given_another_name(self):
        response = delivery.download(
            DocumentFactory(original_name="Zoe.txt"), as_name="AB-2026-03 letter"
        )

        assert name_in(response) == ("attachment", "AB-2026-03 letter.txt")
        response.close()

    def test_old_browsers_read_a_name_in_ascii(self):
        response = delivery.download(DocumentFactory(original_name='Zoë "x".txt'))

        assert 'filename="Zo_ _x_.txt"' in response["Content-Disposition"]
        response.close()


def test_what_was_made_here_goes_out_the_same_way():
    response = delivery.offer(b"%PDF", kind=DocumentKind.PDF, as_name="Overview report")

    assert response.content == b"%PDF"
    assert name_in(response) == ("attachment", "Overview report.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("kind", DocumentKind)
def test_no_kind_is_one_a_browser_would_run(kind):
    assert kind.content_type.split(";")[0] not in {"text/html", "image/svg+xml", "text/xml"}
    assert kind.extension.startswith(".")
