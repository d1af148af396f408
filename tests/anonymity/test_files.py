"""Every word of a file is looked at, also those that a printed page does not show."""

from email.message import EmailMessage
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml

from anonymity.checking.all_checks import check_paper
from anonymity.checking.checks import unread
from anonymity.checking.files.opening import CannotOpen, paper_of
from anonymity.checking.finding import Severity
from anonymity.checking.register import Register
from tests.anonymity.samples import REGISTER

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOX = f"""
<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
     xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
  <mc:AlternateContent>
    <mc:Choice Requires="wps"><w:drawing>
      <wp:docPr id="1" name="Picture 1" descr="Portrait of Ostrander"/>
      <w:txbxContent><w:p><w:r><w:t>Boxed Ostrander</w:t></w:r></w:p></w:txbxContent>
    </w:drawing></mc:Choice>
    <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed Ostrander</w:t></w:r></w:p>
    </w:txbxContent></w:pict></mc:Fallback>
  </mc:AlternateContent>
</w:r>
"""
STRUCK = f'<w:del {W} w:id="1"><w:r><w:delText>Struck Ostrander</w:delText></w:r></w:del>'
MOVED = f'<w:moveFrom {W} w:id="2"><w:r><w:t>Moved Ostrander</w:t></w:r></w:moveFrom>'
HIDDEN = f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>Hidden Ostrander</w:t></w:r>"
FOOTNOTES = f"""<?xml version="1.0"?><w:footnotes {W}>
<w:footnote w:id="1"><w:p><w:r><w:t>Ostrander, in a note</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""
COMMENTS = f"""<?xml version="1.0"?><w:comments {W}>
<w:comment w:id="1"><w:p><w:r><w:t>Ask Ostrander</w:t></w:r></w:p></w:comment></w:comments>"""
LINKED = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="x" Target="http://example.org/ostrander" TargetMode="External"/>
</Relationships>"""


@pytest.fixture(scope="module")
def document():
    paper = docx.Document()
    first = paper.add_paragraph("A report about ")
    first.add_run("Mrs ")
    first.add_run("Ostrander").bold = True
    for fragment in (BOX, STRUCK, MOVED, HIDDEN):
        first._p.append(parse_xml(fragment))
    table = paper.add_table(rows=1, cols=2)
    table.cell(0, 1).text = "Ostrander in a cell"
    paper.add_paragraph("Second\tparagraph")
    paper.sections[0].header.paragraphs[0].text = "Review of Ostrander"
    paper.sections[0].footer.paragraphs[0].text = "Footer of Ostrander"
    paper.core_properties.author = "Pip Ostrander"
    saved = BytesIO()
    paper.save(saved)
    return with_parts(
        saved.getvalue(),
        {
            "word/footnotes.xml": FOOTNOTES,
            "word/comments.xml": COMMENTS,
            "word/_rels/footnotes.xml.rels": LINKED,
        },
    )


def with_parts(content, parts):
    made = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
        for name, words in parts.items():
            target.writestr(name, words)
    return made.getvalue()


def read(content, name="report.docx"):
    """Return the lines of a file without the door, which refuses links and what is not listed."""
    from anonymity.checking.files.word import read_word

    return {(line.part, line.text) for line in read_word(content).lines}


def test_every_place_of_a_word_document_is_read(document):
    assert read(document) >= {
        ("body", "A report about Mrs Ostrander"),
        ("body", "Second\tparagraph"),
        ("table 1", "Ostrander in a cell"),
        ("text box 1", "Boxed Ostrander"),
        ("struck-out text", "Struck Ostrander"),
        ("struck-out text", "Moved Ostrander"),
        ("hidden text", "Hidden Ostrander"),
        ("description of a picture", "Portrait of Ostrander"),
        ("header", "Review of Ostrander"),
        ("footer", "Footer of Ostrander"),
        ("footnote 1", "Ostrander, in a note"),
        ("comment 1", "Ask Ostrander"),
        ("link", "http://example.org/ostrander"),
        ("properties", "Pip Ostrander"),
    }


def test_a_box_that_stands_there_twice_for_older_programs_is_read_once(document):
    from anonymity.checking.files.word import read_word

    boxed = [line for line in read_word(document).lines if line.text == "Boxed Ostrander"]
    assert len(boxed) == 1


def test_a_word_document_is_checked_like_any_text():
    paper = docx.Document()
    paper.add_paragraph("Nothing here.")
    paper.add_paragraph("Mrs Ostrander rang.")
    saved = BytesIO()
    paper.save(saved)
    found = check_paper(paper_of(saved.getvalue(), name="report.docx"), REGISTER)
    assert [(one.line.part, one.line.number, one.text) for one in found] == [
        ("body", 2, "Ostrander")
    ]


def test_every_place_of_a_page_is_read():
    page = """<!doctype html><html><head><title>Ostrander</title>
    <meta name="description" content="About Ostrander"><style>p {}</style></head>
    <body><!-- ask Ostrander --><h1>Review</h1><p>Mrs <b>Ostrander</b><br>rang.</p>
    <p hidden>Hidden Ostrander</p><img alt="Ostrander at home" src="x.png">
    <a href="/ostrander">her</a><table><tr><td>One</td><td>Two</td></tr></table>
    <script>let ostrander = 1</script></body></html>"""
    lines = [(line.part, line.text) for line in paper_of(page.encode(), name="r.html").lines]
    for line in [
        ("body", "Mrs Ostrander"), ("body", "rang."), ("body", "Hidden Ostrander"),
        ("body", "One"), ("body", "Two"), ("comment", " ask Ostrander "),
        ("description", "Ostrander"), ("description", "About Ostrander"),
        ("description", "Ostrander at home"), ("link", "/ostrander"),
    ]:  # fmt: skip
        assert line in lines
    assert not any("let ostrander" in text for _, text in lines)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"\xff\xfe\x00\x01", "report.txt", "."),
        ("caf\xe9 words".encode("latin-1"), "report.txt", "no text in UTF-8"),
        (b"%PDF-1.7 nothing", "report.pdf", "."),
        (b"MZ\x90\x00", "report.docx", "program"),
        (b"", "report.html", "damaged"),
    ],
)
def test_what_cannot_be_checked_is_said(content, name, words):
    with pytest.raises(CannotOpen, match=words):
        paper_of(content, name=name)


@pytest.mark.parametrize("content", [b"", b" \n\n"])
def test_a_text_without_words_is_told_and_not_taken_for_clean(content):
    (one,) = unread.find(paper_of(content, name="report.txt"), Register())

    assert (one.severity, one.reason) == (Severity.SERIOUS, unread.EMPTY)


def test_an_email_is_refused_since_parts_of_it_cannot_be_read_as_they_are():
    letter = EmailMessage()
    letter["Subject"], letter["From"], letter["To"] = "The report", "a@x.example", "b@x.example"
    letter.set_content("Philippa Ostrander was born on 3 April 1985.", cte="base64")

    for content in (letter.as_bytes(), b"Date: 3 May 2026\n" + letter.as_bytes()):
        with pytest.raises(CannotOpen, match="This is an email"):
            paper_of(content, name="letter.txt")
