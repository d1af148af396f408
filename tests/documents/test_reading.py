"""A Word file read line by line: whatever it holds comes out somewhere, or is said."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from documents.reading import CannotReadWord, LineKind, aside, read_word

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def read(change=lambda file: None, *, styles=None):
    return read_word(made(change), styles=styles or {})


def made(change):
    file, content = docx.Document(), BytesIO()
    change(file)
    file.save(content)
    return content.getvalue()


def rewritten(content, before, after):
    with ZipFile(BytesIO(content)) as source, ZipFile(again := BytesIO(), "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(before, after))
    return again.getvalue()


def table(rows, *merges):
    def change(file):
        grid = file.add_table(rows=len(rows), cols=len(rows[0]))
        for (down, across), (other_down, other_across) in merges:
            grid.cell(down, across).merge(grid.cell(other_down, other_across))
        for down, row in enumerate(rows):
            for across, words in enumerate(row):
                if words:
                    grid.cell(down, across).text = words

    return change


def test_merged_cells_keep_every_other_cell_in_its_column():
    rows = [("a", "", "b"), ("c", "d", "e"), ("", "f", "g")]

    (line,) = read(table(rows, ((0, 0), (0, 1)), ((1, 0), (2, 0)))).lines

    assert line.rows == (("a", "", "b"), ("c", "d", "e"), ("", "f", "g"))


def test_a_table_in_a_cell_keeps_its_words_apart():
    def change(file):
        cell = file.add_table(rows=1, cols=1).cell(0, 0)
        cell.text = "outside"
        cell.add_table(rows=1, cols=2)._cells[1].text = "inside"

    found = read(change)

    assert " ".join(found.lines[0].rows[0][0].split()) == "outside inside"
    assert found.aside == ()


def test_an_item_is_one_by_its_numbering_whatever_its_style():
    def change(file):
        file.add_paragraph("one", style="List Bullet")
        other = file.add_paragraph("two")
        of_style = file.styles["List Bullet"].element.pPr.numPr.numId.val
        numbering = other._p.get_or_add_pPr().get_or_add_numPr()
        numbering.get_or_add_ilvl().val = 0
        numbering.get_or_add_numId().val = of_style

    found = read(change)

    assert [line.kind for line in found.lines] == [LineKind.BULLET] * 2


def test_formulas_bold_words_hidden_words_and_other_styles_are_said():
    def change(file):
        line = file.add_paragraph("Plain ")
        line.add_run("bold").bold = True
        line.add_run(" hidden").font.hidden = True
        line._p.append(parse_xml(f"<m:oMath {MATH}><m:r><m:t>a+b</m:t></m:r></m:oMath>"))
        file.add_paragraph("Odd.", style="Intense Quote")

    found = read(change)

    assert [line.text for line in found.lines] == ["Plain bold hidden", "Odd."]
    assert [(one.what, one.words) for one in found.aside] == [("A formula", "a+b")]
    said = " ".join(found.remarks)
    assert "Bold, italic" in said
    assert "hidden in Word" in said
    assert "Intense Quote" in said


def test_words_that_no_line_holds_are_named():
    def change(file):
        line = file.add_paragraph("Here. ")
        line._p.append(parse_xml(
            f"<w:unheardOf {nsdecls('w')}><w:r><w:t>Nobody reads this.</w:t></w:r></w:unheardOf>"
        ))  # fmt: skip

    found = read(change)

    assert [line.text for line in found.lines] == ["Here."]
    assert [one.words for one in found.aside] == ["Nobody reads this."]


def test_a_file_in_the_strict_format_is_read_like_any():
    content = made(lambda file: file.add_paragraph("Words."))
    strict = rewritten(
        content,
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )

    found = read_word(strict, styles={})

    assert [line.text for line in found.lines] == ["Words."]
    assert found.aside == ()


def test_one_longer_than_any_report_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(aside, "MOST_BYTES", 100)

    with pytest.raises(CannotReadWord, match="longer than a thousand pages"):
        read()
