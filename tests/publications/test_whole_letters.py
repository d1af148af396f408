"""Letters of the Home Office, read into their parts whatever their shape and file."""

import json
from io import BytesIO, StringIO

import docx
import pytest
from django.core.management import CommandError, call_command

from documents.kinds import DocumentKind
from documents.rendering import as_pdf
from publications.readers.citations import citations_in
from publications.readers.letters import words_in
from publications.readers.whole_letter import read_letter
from tests.publications import letters
from tests.within import within

HEADINGS = (
    "Areas for development:", "Areas for final development", "Further points to be addressed:",
    "Required changes:", "Suggested amendments", "Matters for consideration before publication:",
)  # fmt: skip


def test_numbered_areas_with_their_parts_and_everything_around_them():
    letter = read_letter(letters.NUMBERED)

    assert letter.strengths[0].startswith("The QA Panel noted that the report is much improved")
    assert letter.strengths[1:] == [
        "the joint visit by housing and the health visitor;",
        "the prompt referral in May.",
    ]
    assert len(letter.conditions) == 1
    assert letter.conditions[0].endswith(
        "on completion of these changes, the DHR may be published."
    )
    first, second, third = letter.points
    assert first.endswith("younger child. This must be removed.")
    assert "is missing for three actions; dates of 12.03.2019 have passed." in second
    assert third.startswith("Section 17 of the Children Act")
    assert letter.asked_for == [
        "copy", "weblink", "publish this letter", "one PDF with the action plan",
        "copy to the Domestic Abuse Commissioner",
    ]  # fmt: skip
    assert letter.send_to == ["dhr@commissioner.example"]


def test_areas_in_plain_paragraphs():
    letter = read_letter(letters.PROSE)

    assert letter.strengths == ["The Panel found the report open and probing."]
    assert [point[:30] for point in letter.points] == [
        "The Panel thought that the rev", "Paragraph 42 of the statutory ",
    ]  # fmt: skip
    assert letter.conditions[0].endswith("judged as adequate by the Panel.")
    assert letter.conditions[1].startswith("The Panel does not need to see another version")
    assert letter.asked_for == ["publish this letter", "weblink"]


def test_a_letter_without_areas_has_no_points():
    letter = read_letter(letters.WITHOUT_AREAS)

    assert letter.points == []
    assert letter.strengths[0].endswith("The family's voice is heard throughout.")
    assert letter.conditions == ["The Home Office is content for the report to be published."]
    assert len(letter.requests) == 1


def test_a_report_sent_back_says_so_as_its_condition():
    letter = read_letter(letters.SENT_BACK)

    assert letter.strengths == ["The QA Panel commended the involvement of friends."]
    assert "see a revised version again" in letter.conditions[0]
    assert letter.conditions[1].startswith("Please resubmit")
    assert letter.points[1:] == [
        "The chronology and 8.1/8.2 disagree. One says Tuesday The other Thursday",
        "There is no equality section. Please see page 9.",
    ]


@pytest.mark.parametrize("heading", HEADINGS)
def test_every_usual_heading_opens_the_areas(heading):
    text = (
        f"Dear Pat,\n\nThe report is moving.\n\n{heading}\n\nShorten it.\n\nName nobody at 2.4.\n"
    )

    letter = read_letter(text)

    assert letter.points == ["Shorten it.", "Name nobody at 2.4."]
    assert letter.strengths == ["The report is moving."]


CITED = {
    "1.8.3 appears to be incomplete": ["1.8.3"],
    "Paragraphs 4.5, 4.7 and 5.1 to 5.3": ["4.5", "4.7", "5.1", "5.2", "5.3"],
    "paras 34-36 and para 12a of version 3": ["34", "35", "36", "12a"],
    "8.1/8.2 disagree (see 16.3)": ["8.1", "8.2", "16.3"],
    "at 9.30am, for 2.5 years, £1.5 million, on 12.03.2019 or 12.03.19": [],
    "paragraph 42 of the statutory guidance": [],
    "section 17 of the Children Act, a section 42 enquiry, section 3.2": ["3.2"],
    "version 4.12, recommendation 2.1, table 3.1": [],
    "4.9 to 4.99": ["4.9", "4.99"],
}


@pytest.mark.parametrize("words", CITED)
def test_paragraphs_are_told_from_other_figures(words):
    assert citations_in(words).each_paragraph == CITED[words]


def test_a_row_of_digits_holds_nothing_up():
    with within(seconds=60):
        assert citations_in(f"{'1' * 60_000} in 4.1").each_paragraph == ["4.1"]


def test_pages_and_versions_are_no_paragraphs():
    cited = citations_in("Draft 2.1, pages 12 and 14, p.20: shorten 4.1")

    assert (cited.each_page, cited.version, cited.words) == (["12", "14", "20"], "2.1", "4.1")


def word_file(text):
    paper = docx.Document()
    for line in filter(None, text.splitlines()):
        is_point = line.lstrip().startswith(("•", "o "))
        style = "List Bullet 2" if line.startswith("  o") else "List Bullet" if is_point else None
        paper.add_paragraph(line.strip().lstrip("•o ") if is_point else line, style=style)
    kept = BytesIO()
    paper.save(kept)
    return kept.getvalue()


def test_a_word_letter_reads_like_the_text():
    words = words_in(word_file(letters.SENT_BACK), DocumentKind.DOCX)

    assert read_letter(words).points[0].startswith("Anonymity: the street")
    assert len(read_letter(words).points) >= 3


@pytest.mark.slow
def test_a_letter_as_pdf_reads_like_the_text():
    lines = "".join(
        f"<li>{line[2:]}</li>" if line.startswith("• ") else f"<p>{line}</p>"
        for line in letters.SENT_BACK.replace("  o ", "• ").splitlines()
    )
    styles = "@page { @bottom-center { content: 'Page ' counter(page) } } body { font-size: 20pt }"
    pdf = as_pdf(f"<html lang='en'><title>x</title><body><style>{styles}</style>{lines}", styles="")

    letter = read_letter(words_in(pdf, DocumentKind.PDF))

    assert [point.split()[0] for point in letter.points] == [
        "Anonymity:", "The", "One", "The", "There",
    ]  # fmt: skip
    assert letter.points[0] == "Anonymity: the street in 7.2 and footnote 3 must go."


def test_the_command_prints_one_document(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text(letters.NUMBERED)
    out = StringIO()

    call_command("read_qa_letter", path, json=True, stdout=out)

    said = json.loads(out.getvalue())
    assert [point["paragraphs"] for point in said["points"]] == [
        ["4.5", "4.7", "5.1", "5.2", "5.3"], [], ["34"],
    ]  # fmt: skip
    assert said["points"][1] | {"text": ""} == {
        "text": "", "paragraphs": [], "pages": ["12", "13", "14"], "version": "2.1",
    }  # fmt: skip
    assert "weblink" in said["requests"][0]


def test_the_command_says_why_a_file_cannot_be_read(tmp_path):
    picture = tmp_path / "scan.txt"
    picture.write_bytes(b"\x89PNG\r\n")
    with pytest.raises(CommandError):
        call_command("read_qa_letter", picture, json=True)
    with pytest.raises(CommandError, match="cannot be opened"):
        call_command("read_qa_letter", tmp_path / "none.txt", json=True)
