"""What a form says, what a page shows, and the files people send."""

from io import BytesIO

import docx
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from evidence.models import AUTHOR_QUESTIONS

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NO_PART = {question.code: "no" for question in AUTHOR_QUESTIONS}


def day(name, value):
    """Return the three inputs of a date."""
    return {
        f"{name}_day": str(value.day),
        f"{name}_month": str(value.month),
        f"{name}_year": str(value.year),
    }


def address(part, name, *more):
    """Return a page about one agency's evidence."""
    return reverse(f"evidence:{name}", args=[part.review.reference, part.pk, *more])


def text(response):
    """Return the words of a page, between <main> and its end."""
    page = response.content.decode()
    return " ".join(page[page.index("<main") : page.index("</main>")].split())


def errors(response):
    """Return what is wrong with the form of a page, by field."""
    return {field: list(words) for field, words in response.context["form"].errors.items()}


def word_file(words="What we found.", name="our IMR.docx"):
    paper, content = docx.Document(), BytesIO()
    paper.add_paragraph(words)
    paper.save(content)
    return SimpleUploadedFile(name, content.getvalue(), content_type=WORD)


def fetched(response):
    """Return the bytes of a file that was handed out to be saved."""
    assert response["Content-Disposition"].startswith("attachment")
    return b"".join(response.streaming_content)
