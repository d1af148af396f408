"""Bring in a published report: read, looked through, recorded only when somebody says so."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent
from learning.models import Lesson, PastReview, ReportReading
from learning.operations import bringing_in as operations
from reviews.access import Refused
from tests.factories.learning import PastReviewFactory, ReportReadingFactory

pytestmark = pytest.mark.django_db

SAID = {
    "title": "Report into the death of Wren",
    "published_by": "Harbourside Community Safety Partnership",
    "published_in": "May 2019",
    "link": "https://harbourside.example/wren",
}
WORDS = (
    "Recommendations\n\nThe panel met twice.\n\n1. Housing should ask about money.\n"
    "2. The police must ring the school.\n\nThey should do so by nine.\n"
)


def at(name, place, *parts):
    return reverse(f"learning:{name}", args=[place.slug, *parts])


@pytest.fixture
def reading(signed_in, place):
    answer = signed_in.post(at("bring-in", place), {**SAID, "pasted": WORDS})
    assert answer.status_code == 302, answer.context["form"].errors
    return ReportReading.objects.get()


def filled(reading, **changed):
    """What the page posts where nobody changes a thing, and what is changed in it."""
    said = {
        f"line-{place}-{name}": value
        for place, line in enumerate(reading.lines)
        for name, value in line.items()
    }
    return {**said, **{key.replace("__", "-"): value for key, value in changed.items()}}


def test_what_is_read_is_shown_with_what_is_left_out_and_recorded_nowhere(
    signed_in, place, reading
):
    page = signed_in.get(at("look-through", place, reading.pk)).content.decode()
    for words in ("Housing should ask about money.", "The panel met twice.", "2 lines taken"):
        assert words in page
    assert not Lesson.objects.exists()
    assert not PastReview.objects.exists()
    assert reading.title in signed_in.get(at("reports", place)).content.decode()


def test_lines_are_split_put_together_and_left_out_and_then_recorded(signed_in, place, reading):
    page = at("look-through", place, reading.pk)
    texts = [line["text"] for line in reading.lines]
    first = texts.index("Housing should ask about money.")
    last = texts.index("They should do so by nine.")
    changed = {
        f"line-{first}-text": "Ask about money.\r\n\r\nAsk about debt.",
        f"line-{first}-themes": "Economic abuse\nHousing",
        f"line-{last}-joins": "on",
    }
    signed_in.post(page, {**filled(reading), **changed})
    reading.refresh_from_db()
    assert not Lesson.objects.exists()
    signed_in.post(page, {**filled(reading), "record": "yes"})
    assert [one.text for one in Lesson.objects.order_by("place")] == [
        "Ask about money.",
        "Ask about debt.",
        "The police must ring the school.\nThey should do so by nine.",
    ]
    asked = Lesson.objects.order_by("place")[0]
    assert sorted(theme.name for theme in asked.themes.all()) == ["Economic abuse", "Housing"]
    assert asked.published_on == date(2019, 5, 1)
    assert asked.past_review.link == SAID["link"]
    assert AuditEvent.objects.filter(event="past_review.brought_in").exists()
    assert signed_in.get(page).status_code == 404  # it is recorded, and waits no more


def test_a_file_survives_what_is_wrong_beside_it(signed_in, place):
    report = SimpleUploadedFile("report.txt", WORDS.encode(), "text/plain")
    answer = signed_in.post(
        at("bring-in", place), {**SAID, "published_in": "soon", "report": report}
    )
    page = answer.content.decode()
    assert "Write a month and a year since 2011" in page
    assert "Kept: report.txt" in page
    kept = answer.context["form"]["report"].field.widget.get_context("report", None, {})["kept"]
    again = {**SAID, "report_kept": kept["value"]}
    assert signed_in.post(at("bring-in", place), again).status_code == 302
    assert ReportReading.objects.get().document.original_name == "report.txt"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"pasted": ""}, "Choose a file or paste the words"),
        ({"pasted": WORDS, "published_in": "December 2030"}, "still to come"),
        ({"pasted": WORDS, "published_in": "May 2001"}, "since 2011"),
        (
            {"pasted": WORDS, "link": "javascript:alert(1)"},
            "Enter the whole address, beginning with https://",
        ),
        ({"pasted": WORDS, "title": "there already"}, "brought in already"),
        ({"pasted": "   \n"}, "Choose a file or paste the words"),
    ],
)
def test_what_cannot_be_brought_in_says_why(signed_in, place, said, why):
    PastReviewFactory(partnership=place, title="There already")
    page = signed_in.post(at("bring-in", place), {**SAID, **said}).content.decode()
    assert why in page
    assert not ReportReading.objects.exists()


def test_nothing_is_recorded_where_every_line_is_left_out(signed_in, place):
    reading = ReportReadingFactory(partnership=place)
    changed = filled(reading, **{"line__0__take": "LEFT_OUT", "record": "yes"})
    page = signed_in.post(at("look-through", place, reading.pk), changed).content.decode()
    assert "Every line is left out" in page
    assert not PastReview.objects.exists()


def test_what_was_read_can_be_dropped_and_what_was_recorded_taken_out(signed_in, place, reading):
    dropped = ReportReadingFactory(partnership=place)
    signed_in.post(at("drop-reading", place, dropped.pk))
    signed_in.post(at("look-through", place, reading.pk), {**filled(reading), "record": "yes"})
    past = PastReview.objects.get()
    assert past.title in signed_in.get(at("reports", place)).content.decode()
    signed_in.post(at("remove-report", place, past.pk))
    assert not PastReview.objects.exists()
    assert not Lesson.objects.exists()
    assert not ReportReading.objects.exists()
    assert AuditEvent.objects.filter(event="past_review.removed").exists()


def test_what_was_recorded_by_somebody_else_meanwhile_is_not_recorded_twice(place, officer):
    reading = ReportReadingFactory(partnership=place)
    acting = {"today": date(2026, 12, 3), "by": officer, "at": timezone.now()}
    operations.record(reading=reading, **acting)
    with pytest.raises(Refused, match="recorded already"):
        operations.record(reading=reading, **acting)
    assert PastReview.objects.count() == 1
