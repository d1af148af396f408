"""What is typed into a section is kept until it is recorded, for its writer alone."""

import pytest

from reports.models import KeptText, ReportSection, SectionKind
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.reports import KeptTextFactory, ReportSectionFactory
from tests.factories.reviews import ReviewFactory, playing
from tests.reports.full import fill
from tests.reports.saying import page, text
from tests.reports.test_report_page import write

pytestmark = pytest.mark.django_db


def keep(browser, review, **said):
    said = {"text": "Half a sen", "empty_because": "", "based_on": 0, **said}
    return browser.post(page("keep-section", review.reference, "facts"), said)


def opened(browser, review):
    return text(browser.get(page("write-section", review.reference, "facts")))


def test_it_is_in_the_box_when_its_writer_comes_back_and_is_no_version(writing, review):
    answer = keep(writing, review)
    keep(writing, review, text="Half a sentence")

    assert answer.json() == {"kept": "16 September 2026 at 10:30", "overtaken": ""}
    assert not ReportSection.objects.exists()
    said = opened(writing, review)
    assert "You typed this and did not record it." in said
    assert "16 September 2026 at 10:30" in said
    assert "Half a sentence" in said


def test_nobody_else_sees_it(client, writing, review):
    keep(writing, review, text="Half a sentence")
    client.force_login(playing(Role.REVIEW_SECRETARY, to=review))

    assert "Half a sentence" not in opened(client, review)
    assert "Half a sentence" not in text(client.get(page("report", review.reference)))


def test_it_goes_when_it_is_recorded_or_let_go(writing, review):
    keep(writing, review)
    write(writing, review, text="A whole sentence.")
    assert not KeptText.objects.exists()

    keep(writing, review, based_on=1)
    said = text(write(writing, review, **{"let-go": "yes"}))

    assert "let go" in said
    assert "A whole sentence." in said
    assert not KeptText.objects.exists()


def test_a_kept_text_that_says_what_stands_is_not_spoken_of(writing, review, chair):
    ReportSectionFactory(review=review, text="Words.")
    KeptTextFactory(review=review, writer=chair, text="Words.\r\n", based_on=1)

    assert "did not record" not in opened(writing, review)


def test_its_writer_is_told_while_typing_and_on_return_that_somebody_recorded(writing, review):
    theirs = ReportSectionFactory(review=review, text="Their words.")

    told = keep(writing, review, text="My words.").json()["overtaken"]

    assert (
        told
        == f"{theirs.recorded_by.full_name} recorded “{theirs.get_kind_display()}” while you wrote."
    )
    said = opened(writing, review)
    assert f"What {theirs.recorded_by.full_name} recorded" in said
    assert "My words." in said
    assert "Their words." in said
    assert told in text(write(writing, review, text="My words."))


@pytest.mark.parametrize("said", [{"text": "x" * 400_001}, {"based_on": "?"}])
def test_what_cannot_be_kept_says_why(writing, review, said):
    answer = keep(writing, review, **said)

    assert answer.status_code == 400
    assert answer.json()["refused"]
    assert not KeptText.objects.exists()


def test_nothing_is_kept_after_the_end_of_the_review(client):
    ended = ReviewFactory(at_stage=Stage.CONCLUDED)
    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=ended))

    answer = keep(client, ended)

    assert "This review has ended" in answer.json()["refused"]
    assert not KeptText.objects.exists()


def test_a_preview_has_the_numbers_of_the_report_and_says_what_is_odd(writing, review):
    fill(review, agencies=1, unwritten={SectionKind.FACTS})
    typed = (
        "## Calls {#calls}\n\nSee [@chapter-terms], [@calls] and [@recommendation-1].[^1]\n\n"
        "[^1]: A letter; [@nothing].\n\n[^2]: Never called."
    )

    said = text(write(writing, review, text=typed, preview="yes"))

    assert "16.1" in said
    assert ">chapter 6</a>" in said
    assert "“Calls” in chapter 16" in said
    assert ">recommendation 1</a>" in said
    assert "A letter; [@nothing]." in said
    assert "Line 5 refers to [@nothing], which names no place" in said
    assert "Line 7 has footnote [^2], which nothing calls" in said


def test_what_is_typed_is_words_and_never_a_page(writing, review):
    typed = "<script>alert(1)</script>[^1] {#x}\n\nSee [@x].\n\n[^1]: <img src=x>"

    shown = write(writing, review, text=typed, preview="yes").content.decode()

    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
