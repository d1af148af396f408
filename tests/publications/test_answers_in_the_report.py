"""Answers to the Home Office where the report shows them: links, footnotes, the next draft."""

from dataclasses import replace
from datetime import date

import pytest

from publications.models import Disposition
from publications.papers.footnotes import with_footnote
from publications.queries.answers import points_of, published
from publications.readers.points import read_points
from publications.rules.points import check_can_print
from reports.models import SectionKind
from reports.published.report import Chapter, Paragraph
from reports.readers.markup import read
from reviews.access import Refused, Role
from tests.factories.publications import (
    PrintedReasonFactory,
    QaAnswerFactory,
    QaPointFactory,
    QaSubmissionFactory,
)
from tests.factories.reports import REPORT, DraftFactory, ReportSectionFactory
from tests.factories.reviews import playing
from tests.pages.reading import Html
from tests.publications.publishing import day, url

pytestmark = pytest.mark.django_db
TEXT = """## The calls

Four calls were made
in the spring. {#calls}
- the police

The school knew."""


def saying(*paragraphs):
    blocks = tuple(Paragraph(words) for words in paragraphs)
    return replace(REPORT, chapters=(Chapter("facts", "The facts", blocks),))


@pytest.fixture
def sent(review):
    """Round 1 was sent from draft 1; draft 2 says one thing otherwise and leaves one out."""
    first = saying(
        "It was a Tuesday in the spring.", "Saint Anne’s school knew.", "It was reported."
    )
    second = saying("A new beginning.", "The school knew.", "It was reported.")
    draft = DraftFactory(review=review, report=first, number=1, released=True)
    DraftFactory(review=review, report=second, number=2, released=True)
    return QaSubmissionFactory(review=review, sent=True, draft=draft)


@pytest.fixture
def writing(client, review):
    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))
    return client


def test_an_answer_links_to_the_paragraph_of_the_draft_that_changed(signed_in, review, sent):
    point = QaPointFactory(submission=sent)
    draft = review.drafts.get(number=2)

    said = {"disposition": "ADOPTED", "changed_in": draft.pk, "where_changed": "1.2"}
    signed_in.post(url("point", review, 1, 1), said | day("answered_on", date(2026, 12, 3)))

    page = Html(signed_in.get(point.get_absolute_url()).content.decode())
    link = page.find("a", href=f"{draft.get_absolute_url()}#paragraph-1.2")
    assert link.text == "draft 2 at 1.2"
    target = Html(signed_in.get(draft.get_absolute_url()).content.decode())
    assert "The school knew." in target.find(id="paragraph-1.2").text


def test_the_next_draft_is_compared_point_by_point(signed_in, review, sent):
    cited = ("1.2", "1.3", "1.1", "")
    named, same, *_ = (QaPointFactory(submission=sent, paragraph_cited=one) for one in cited)
    QaAnswerFactory(point=named, disposition=Disposition.ADOPTED, where_changed="1.2")
    QaAnswerFactory(point=same, where_changed="")

    page = Html(signed_in.get(url("compare-points", review, 1)).content.decode())

    parts = page.text.split("Point ")[1:]
    assert "Paragraph 1.2: Changed." in parts[0]
    assert "Saint Anne’s" in page.find("del").text
    assert "Paragraph 1.3: Unchanged." in parts[1]
    assert "Paragraph 1.1: Taken out." in parts[2]
    assert "Not answered yet." in parts[3]


def test_what_was_said_somewhere_else_stands_whole_beside_the_old_words(signed_in, review, sent):
    point = QaPointFactory(submission=sent, paragraph_cited="1.2")
    QaAnswerFactory(point=point, where_changed="1.1")

    page = Html(signed_in.get(url("compare-points", review, 1)).content.decode())

    assert "Saint Anne’s school knew. A new beginning." in page.text
    assert not page.all("del")


def test_a_footnote_is_called_at_the_end_of_its_paragraph_and_nothing_else_changes():
    written = with_footnote(TEXT, line=3, key="qa-1-2", words="It helps\nto understand.")

    before, after = read(TEXT), read(written)
    assert after[1].text == "Four calls were made in the spring.[^text-qa-1-2]"
    assert after[1].label == "calls"
    assert after[-1].text == "It helps to understand."
    assert [before[0], *before[2:]] == [after[0], *after[2:-1]]


def test_declined_reasons_print_as_a_footnote_in_the_next_version(writing, review, sent):
    section = ReportSectionFactory(review=review, kind=SectionKind.FACTS, text=TEXT)
    answer = QaAnswerFactory(
        point__submission=sent, disposition=Disposition.NOT_ADOPTED, reasons="It helps to know why."
    )
    address = url("print-reason", review, 1, 1)
    page = Html(writing.get(address).content.decode())
    assert page.find("option", value=f"{section.pk}-7").text == "The school knew."

    writing.post(address, {"place": f"{section.pk}-7"})

    standing = review.report_sections.filter(kind=SectionKind.FACTS).first()
    assert standing.number == section.number + 1
    assert "The school knew.[^qa-1-1]" in standing.text
    assert standing.text.endswith("[^qa-1-1]: It helps to know why.")
    shown = Html(writing.get(answer.point.get_absolute_url()).content.decode())
    assert f"from version {standing.number} of that section on" in shown.text
    assert writing.get(address).status_code == 404


def test_a_section_written_meanwhile_is_not_overwritten(writing, review, sent):
    section = ReportSectionFactory(review=review, kind=SectionKind.FACTS, text=TEXT)
    QaAnswerFactory(point__submission=sent)
    later = ReportSectionFactory(review=review, kind=SectionKind.FACTS, text="Other.", number=9)

    response = writing.post(url("print-reason", review, 1, 1), {"place": f"{section.pk}-7"})

    assert response.status_code == 200
    assert review.report_sections.filter(kind=SectionKind.FACTS).first() == later


def test_wholly_adopted_points_and_those_who_write_no_text_get_no_footnote(client, review, sent):
    QaAnswerFactory(point__submission=sent, disposition=Disposition.ADOPTED)
    QaAnswerFactory(point__submission=sent)
    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))
    assert client.get(url("print-reason", review, 1, 1)).status_code == 404
    assert client.get(url("print-reason", review, 1, 2)).status_code == 200

    client.force_login(playing(Role.CSP_OFFICER, to=review))  # answers, and writes no text
    assert client.get(url("print-reason", review, 1, 2)).status_code == 404


def test_several_paragraphs_are_kept_as_the_letter_cites_them():
    (point,) = read_points("• Paragraphs 4.5, 4.7 and 5.1 to 5.3 repeat.")

    assert point.paragraph_cited == "4.5, 4.7, 5.1–5.3"


def test_a_round_without_a_draft_has_nothing_to_compare(signed_in, review):
    made = QaSubmissionFactory(review=review, sent=True)
    QaPointFactory(submission=made)

    page = Html(signed_in.get(url("compare-points", review, made.round)).content.decode())

    assert "no drafts to compare" in page.text


def test_the_table_of_answers_names_the_draft(review, sent):
    draft = review.drafts.get(number=2)
    QaAnswerFactory(point__submission=sent, changed_in=draft, where_changed="1.2")

    assert published(points_of(sent))[0].where_changed == "Draft 2, 1.2"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"disposition": Disposition.ADOPTED}, "Only reasons for not doing something"),
        ({"reasons": ""}, "Only reasons for not doing something"),
        ({}, "The reasons print already"),
    ],
)
def test_a_footnote_is_for_reasons_and_for_each_point_once(review, sent, told, words):
    answer = QaAnswerFactory(point__submission=sent, **told)
    if not told:
        PrintedReasonFactory(answer=answer)

    with pytest.raises(Refused, match=words):
        check_can_print(answer)
