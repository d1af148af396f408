"""What a form of the plan says, and what a page shows."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

EMAIL = {
    "received_via": "EMAIL",
    "on_behalf_of": "Edda Marsh, head of training",
}


def day(name, value):
    """Return the three inputs of a date."""
    return {
        f"{name}_day": str(value.day),
        f"{name}_month": str(value.month),
        f"{name}_year": str(value.year),
    }


BY_EMAIL = {**EMAIL, **day("given_on", date(2026, 3, 1))}


def address(review, name, *more):
    return reverse(f"actionplans:{name}", args=[review.reference, *more])


def text(response):
    """Return the words of a page, between <main> and its end."""
    page = response.content.decode()
    return " ".join(page[page.index("<main") : page.index("</main>")].split())


def errors(response):
    """Return what is wrong with the form of a page, by field."""
    return {field: list(words) for field, words in response.context["form"].errors.items()}


def letter(words=b"What was said."):
    return SimpleUploadedFile("their letter.txt", words, content_type="text/plain")


def fetched(response):
    """Return the bytes of a file that was handed out to be saved."""
    assert response["Content-Disposition"].startswith("attachment")
    return b"".join(response.streaming_content)
