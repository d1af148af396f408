"""The points of a letter: read from what was pasted, given out, answered, agreed."""

from datetime import date

import pytest
from django.utils import timezone

from documents.pdf_words import words_of_pdf
from publications.models import Disposition, PointCategory, PointWeight
from publications.operations import points as operations
from publications.readers.points import read_points
from reviews.access import Refused, Role
from tests.factories.panels import PanelMemberFactory
from tests.factories.publications import QaAnswerFactory, QaLetterFactory, QaPointFactory
from tests.factories.reviews import playing
from tests.pages.reading import Html
from tests.publications import letters
from tests.publications.publishing import day, url

pytestmark = pytest.mark.django_db
PASTED = """Areas for development:

· The second chapter is repetitive and could be
shortened.

· Paragraph 4.12 of version 3 needs to be anonymised.

· It is unclear whether an advocate was offered.
"""
TODAY = date(2026, 12, 3)


@pytest.fixture
def letter(review):
    return QaLetterFactory(submission__review=review)


def answer_said(**told):
    return {
        "disposition": Disposition.ADOPTED,
        "where_changed": "4.12",
        **day("answered_on", TODAY),
        **told,
    }


def test_bullets_begin_points_and_their_lines_belong_together():
    first, second, third = read_points(PASTED)

    assert first.text == "The second chapter is repetitive and could be shortened."
    assert first.category == PointCategory.READABILITY
    assert first.weight == PointWeight.SHOULD
    assert (second.paragraph_cited, second.version_cited) == ("4.12", "3")
    assert second.category == PointCategory.ANONYMITY
    assert second.weight == PointWeight.MUST
    assert third.category == PointCategory.ADVOCACY
    assert third.weight == PointWeight.QUESTION


def test_what_stands_around_the_points_is_left_out():
    letter = f"Dear chair,\n\nIt is 1. clear\n\n{PASTED}\nOnce completed, send it.\n\nYours"

    assert len(read_points(letter)) == 3
    assert read_points(letter)[2].text == "It is unclear whether an advocate was offered."


def test_the_page_begins_with_the_points_of_the_letter(signed_in, review, letter):
    shown = Html(signed_in.get(url("enter-points", review, 1)).content.decode())

    assert "• Shorten chapter 2." in shown.find("textarea", name="pasted").text
    assert "The board read" not in shown.find("textarea", name="pasted").text


def test_the_page_says_what_else_was_read_of_the_letter(signed_in, review, letter):
    letter.text = letters.NUMBERED
    letter.save()

    shown = Html(signed_in.get(url("enter-points", review, 1)).content.decode())

    assert "on completion of these changes, the DHR may be published" in shown.text
    assert "Please ensure this letter is published alongside the report." in shown.text
    assert "The pen portrait by her sister is moving." in shown.text
    assert "3 points read from the letter" in shown.text


def test_without_bullets_each_line_is_a_point():
    said = [point.text for point in read_points("One thing.\n\nAnother, at 1.6.5.\n")]

    assert said == ["One thing.", "Another, at 1.6.5."]
    assert read_points("1) First\n2) Second")[1].text == "Second"
    assert read_points("Another, at 1.6.5.")[0].paragraph_cited == "1.6.5"
    assert read_points("Something odd.")[0].category == PointCategory.OTHER


def test_pasted_points_are_shown_corrected_and_kept(signed_in, review, letter):
    address = url("enter-points", review, 1)
    shown = Html(signed_in.post(address, {"pasted": PASTED}).content.decode())
    assert "3 points understood" in shown.text
    assert not letter.submission.points.exists()

    posted = {"count": "3", "point-2-is_left_out": "on"}
    for number, text in enumerate(("First", "", "Third"), 1):
        posted |= {
            f"point-{number}-text": text,
            f"point-{number}-category": "OTHER",
            f"point-{number}-weight": "SHOULD",
        }
    posted["point-2-text"] = "No point at all"
    response = signed_in.post(address, posted)

    assert response.url == letter.submission.get_absolute_url()
    assert [point.text for point in letter.submission.points.all()] == ["First", "Third"]
    assert [point.number for point in letter.submission.points.all()] == [1, 2]


def test_points_sent_twice_stand_once(signed_in, review, letter):
    posted = {"count": "2"}
    for number, text in enumerate(("First", "Clarify this."), 1):
        posted |= {
            f"point-{number}-text": text,
            f"point-{number}-category": "OTHER",
            f"point-{number}-weight": "SHOULD",
        }
    address = url("enter-points", review, 1)
    assert "2 points are entered." in signed_in.post(address, posted, follow=True).content.decode()

    again = signed_in.post(address, posted, follow=True).content.decode()
    assert "0 points are entered. 2 points were entered before and not entered again." in again
    elsewhere = {**posted, "point-2-paragraph_cited": "4.2"}
    said = signed_in.post(address, elsewhere, follow=True).content.decode()
    assert "1 point is entered. 1 point was entered before and not entered again." in said
    kept = [(point.number, point.text) for point in letter.submission.points.all()]
    assert kept == [(1, "First"), (2, "Clarify this."), (3, "Clarify this.")]


def test_a_point_added_twice_stands_once(signed_in, review, letter):
    told = {"text": "Shorten it.", "category": "OTHER", "weight": "SHOULD"}
    address = url("add-point", review, 1)

    assert "The point is entered." in signed_in.post(address, told, follow=True).content.decode()
    again = signed_in.post(address, told, follow=True).content.decode()

    assert "This point was entered before." in again
    assert letter.submission.points.count() == 1


def test_a_point_without_words_is_not_kept_and_nothing_is_lost(signed_in, review, letter):
    posted = {
        "count": "1",
        "point-1-text": "",
        "point-1-paragraph_cited": "7.7",
        "point-1-category": "OTHER",
        "point-1-weight": "MUST",
    }

    shown = Html(signed_in.post(url("enter-points", review, 1), posted).content.decode())

    assert "Write what the letter says in this point" in shown.text
    assert shown.find("input", value="7.7")
    assert not letter.submission.points.exists()


IMMENSE = "x" * 5_001


def test_a_point_as_long_as_a_letter_is_named_and_may_be_left_out(signed_in, review, letter):
    told = {"category": "OTHER", "weight": "SHOULD"}
    texts = {1: "First", 2: IMMENSE}
    posted = {f"point-{one}-{key}": word for one in texts for key, word in told.items()}
    posted |= {"count": "2"} | {f"point-{one}-text": text for one, text in texts.items()}
    address = url("enter-points", review, 1)

    shown = Html(signed_in.post(address, posted).content.decode())
    assert "Point 2 is 5,001 letters long. Shorten it to 5,000" in shown.text
    assert not letter.submission.points.exists()

    signed_in.post(address, posted | {"point-2-is_left_out": "on"})
    assert [point.text for point in letter.submission.points.all()] == ["First"]


def test_nobody_keeps_endless_points_or_reasons(review, officer):
    point = QaPointFactory(submission=QaLetterFactory(submission__review=review).submission)
    who = {"by": officer, "at": timezone.now()}
    said = [operations.Point(text="Short"), operations.Point(text=IMMENSE)]
    named = f"Point {point.number + 2} is 5,001 letters long"
    with pytest.raises(Refused, match=named):
        operations.enter_points(submission=point.submission, points=said, **who)
    with pytest.raises(Refused, match="Shorten the reasons"):
        operations.answer_point(
            point=point, disposition=Disposition.NOT_ADOPTED, reasons=IMMENSE,
            answered_on=TODAY, today=TODAY, **who,
        )  # fmt: skip


@pytest.mark.parametrize("pasted", ["", "   \n - \n"])
def test_nothing_pasted_is_said(signed_in, review, letter, pasted):
    shown = Html(
        signed_in.post(url("enter-points", review, 1), {"pasted": pasted}).content.decode()
    )
    assert "Paste the points" in shown.text


def test_a_tampered_preview_keeps_nothing(signed_in, review, letter):
    assert signed_in.post(url("enter-points", review, 1), {"count": "many"}).status_code == 200
    assert not letter.submission.points.exists()


def test_points_are_added_given_out_changed_and_taken_out(signed_in, review, letter):
    member = PanelMemberFactory(review=review)
    told = {"text": "One more", "category": "TRAINING", "weight": "SHOULD", "given_to": member.pk}

    signed_in.post(url("add-point", review, 1), told)
    point = letter.submission.points.get()
    assert point.given_to == member

    known = Html(signed_in.get(url("change-point", review, 1, 1)).content.decode())
    assert "One more" in known.text
    signed_in.post(url("change-point", review, 1, 1), {**told, "text": "Said otherwise"})
    point.refresh_from_db()
    assert point.text == "Said otherwise"

    signed_in.post(url("remove-point", review, 1, 1))
    assert not letter.submission.points.exists()


def test_an_answered_point_stays(signed_in, review, letter):
    QaAnswerFactory(point=QaPointFactory(submission=letter.submission))

    response = signed_in.post(url("remove-point", review, 1, 1), follow=True)

    assert "This point is answered and stays." in response.content.decode()


def test_a_point_is_given_only_to_this_panel(review, letter, officer):
    point = QaPointFactory(submission=letter.submission)
    said = operations.Point(text="Words", given_to=PanelMemberFactory())

    with pytest.raises(Refused, match="on the panel of this review"):
        operations.change_point(point=point, said=said, by=officer, at=timezone.now())
    for words in ("", " "):
        with pytest.raises(Refused, match="Write what the letter says"):
            operations.change_point(
                point=point, said=operations.Point(text=words), by=officer, at=timezone.now()
            )
    with pytest.raises(Refused, match="Write what the letter says"):
        operations.enter_points(
            submission=letter.submission, points=[], by=officer, at=timezone.now()
        )


def test_answering_leads_to_the_next_open_point_and_then_to_all(signed_in, review, letter):
    first, second = (QaPointFactory(submission=letter.submission) for _ in range(2))

    response = signed_in.post(first.get_absolute_url(), answer_said())
    assert response.url == second.get_absolute_url()
    response = signed_in.post(
        second.get_absolute_url(),
        answer_said(disposition=Disposition.NOT_ADOPTED, reasons="It was looked at in 5.2."),
    )
    assert response.url == letter.submission.get_absolute_url()

    shown = Html(signed_in.get(letter.submission.get_absolute_url()).content.decode())
    assert "2 of 2 answered: 1 adopted, 1 not adopted" in shown.text


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"disposition": "NOT_ADOPTED"}, "Give the reasons"),
        ({"where_changed": ""}, "Say where the report changed"),
        ({"reasons": "Oriel Vantongren’s sister asked for it."}, "“Reasons” holds the true name"),
        (day("answered_on", date(2026, 12, 9)), "The answer must be today or in the past"),
        ({"disposition": ""}, "What becomes of it?"),
    ],
)
def test_an_answer_that_cannot_stand_is_refused_and_kept(signed_in, review, letter, told, words):
    point = QaPointFactory(submission=letter.submission)

    response = signed_in.post(point.get_absolute_url(), answer_said(**told))

    shown = Html(response.content.decode())
    assert words in shown.text
    assert not point.answers.exists()


def test_the_second_writer_is_told_sees_both_and_loses_nothing(signed_in, review, letter):
    point = QaPointFactory(submission=letter.submission)
    QaAnswerFactory(point=point, reasons="Theirs.")

    response = signed_in.post(point.get_absolute_url(), answer_said(reasons="Mine."))

    shown = Html(response.content.decode())
    assert "Somebody answered this point while you were writing" in shown.text
    assert "Theirs." in shown.text
    assert "Mine." in shown.text
    seen = shown.find("input", name="seen")
    signed_in.post(point.get_absolute_url(), answer_said(reasons="Mine.", seen=seen["value"]))
    assert point.answers.count() == 2
    again = Html(signed_in.get(point.get_absolute_url()).content.decode())
    assert "Earlier answers" in again.text


def test_readers_see_answers_and_cannot_give_any(client, review, letter):
    point = QaPointFactory(submission=letter.submission)
    client.force_login(playing(Role.PANEL_MEMBER, to=review))

    assert "It is not answered yet" in client.get(point.get_absolute_url()).content.decode()
    assert client.post(point.get_absolute_url(), answer_said()).status_code == 404


def test_the_answers_are_put_to_the_panel(signed_in, review, letter):
    address = url("ask-answers", review, 1)
    assert signed_in.get(address).status_code == 404
    QaAnswerFactory(point=QaPointFactory(submission=letter.submission))
    told = {
        **day("closing_on", date(2026, 12, 17)),
        "name_1": "Asked Person",
        "organisation_1": "Housing",
        "other_email_1": "asked@agency.example",
    }

    assert "Answers to the Home Office, round 1" in signed_in.get(address).content.decode()
    assert "Email 1 person" in signed_in.post(address, told).content.decode()
    signed_in.post(address, {**told, "confirmed": "yes"})
    asked = review.agreement_rounds.get()
    assert "Answer: Adopted in part" in asked.text
    assert "Where the report changed: 2.3" in asked.text


@pytest.mark.slow
def test_the_table_of_answers_prints(signed_in, review, letter):
    QaAnswerFactory(point=QaPointFactory(submission=letter.submission, version_cited="3"))
    QaPointFactory(submission=letter.submission, paragraph_cited="")

    pdf = signed_in.get(url("answers-file", review, 1, "pdf")).content
    words = words_of_pdf(pdf)
    assert "OFFICIAL-SENSITIVE" in words
    assert "Not answered yet" in words
    assert "paragraph 2.1, version 3" in " ".join(words.split())
    docx = signed_in.get(url("answers-file", review, 1, "docx"))
    assert docx.content.startswith(b"PK")
    assert signed_in.get(url("answers-file", review, 1, "odt")).status_code == 404
