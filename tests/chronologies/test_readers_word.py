"""Word files as they really come."""

from copy import deepcopy
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from chronologies.readers.columns import Column
from chronologies.readers.grid import CannotRead
from tests.chronologies.files import HEADINGS, add_table, read_word, saved, word

ROW = ["22/05/2016", "14:30", "Record", "Seen at home."]


def texts(file):
    return [row.text(Column.WHAT_HAPPENED) for row in file.rows]


def test_rows_keep_their_place_over_all_tables():
    file = read_word(word([HEADINGS, ROW], [["Name", "Role"], ["A", "B"]], [HEADINGS, ROW, ROW]))

    assert [(row.number, row.table, row.own_row) for row in file.rows] == [
        (1, "Table 1", 2),
        (2, "Table 3", 2),
        (3, "Table 3", 3),
    ]
    assert [(other.label, other.rows) for other in file.other_tables] == [("Table 2", 2)]


def test_a_second_table_without_a_heading_goes_on_where_the_first_ended():
    file = read_word(word([HEADINGS, ROW], [["May 2017", "", "", "Moved."], ["", "", "", "Then."]]))

    assert texts(file) == ["Seen at home.", "Moved.", "Then."]
    assert file.rows[1].heading(Column.DATE) == "Date"


def test_a_heading_on_every_page_is_left_out_and_told():
    file = read_word(word([HEADINGS, ROW, HEADINGS, ROW, ["When", "Source", "", "Details"], ROW]))

    assert len(file.rows) == 3
    assert [(row.own_row, row.why) for row in file.tables[0].left_out] == [
        (1, "the heading"),
        (3, "a heading, repeated"),
        (5, "a heading, repeated"),
    ]


def test_a_row_that_word_calls_a_heading_needs_one_known_word_only():
    document = Document()
    table = add_table(document, [["Occurrence date", "Beobachtung"], ["May 2016", "Seen twice."]])
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))

    assert texts(read_word(saved(document))) == ["Seen twice."]


def test_a_date_merged_over_rows_holds_for_each():
    document = Document()
    table = add_table(document, [HEADINGS, ROW, ["", "", "", "Second."], ["", "", "", ""]])
    table.cell(1, 0).merge(table.cell(3, 0)).text = "22/05/2016"
    rows = read_word(saved(document)).rows

    assert [row.date.raw for row in rows] == ["22/05/2016"] * 3
    assert [row.is_blank for row in rows] == [False, False, True]


def test_words_merged_over_rows_are_told_once():
    document = Document()
    table = add_table(document, [HEADINGS, ROW, ["23/05/2016", "", "", ""]])
    table.cell(1, 3).merge(table.cell(2, 3)).text = "Seen twice."
    rows = read_word(saved(document)).rows

    assert texts(read_word(saved(document))) == ["Seen twice.", ""]
    assert [row.words_are_above for row in rows] == [False, True]


def test_words_across_the_whole_row_are_what_happened():
    document = Document()
    table = add_table(document, [HEADINGS, ROW, [""] * 4, [""] * 4, [""] * 4])
    table.cell(2, 0).merge(table.cell(2, 3)).text = "No contact between 2014 and 2015."
    table.cell(3, 0).merge(table.cell(3, 3)).text = "2017"
    table.cell(4, 0).merge(table.cell(4, 1)).text = "23/05/2016 15:00"
    table.cell(4, 2).merge(table.cell(4, 3)).text = "Rang back."
    file = read_word(saved(document))

    assert texts(file) == ["Seen at home.", "No contact between 2014 and 2015.", "Rang back."]
    assert [row.date.is_unknown for row in file.rows] == [False, True, False]
    assert file.tables[0].left_out[-1].why == "the heading of a part"


def test_a_heading_of_two_lines_is_one():
    document = Document()
    table = add_table(
        document,
        [["Date", "Contact", "", "Comment"], ["", "Type", "Details", ""], *[ROW] * 2],
    )
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Contact"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Date"
    file = read_word(saved(document))

    assert file.tables[0].layout.headings == (
        "Date",
        "Contact Type",
        "Contact Details",
        "Comment",
    )
    assert len(file.rows) == 2


def test_rows_that_begin_later_and_words_struck_out_are_seen_as_word_shows_them():
    document = Document()
    table = add_table(document, [HEADINGS, ROW, ROW])
    row = table.rows[2]._tr
    for _ in range(2):
        row.remove(row.tc_lst[0])
    row.get_or_add_trPr().append(parse_xml(f'<w:gridBefore {nsdecls("w")} w:val="2"/>'))
    added = "<w:r><w:tab/><w:t>And</w:t><w:br/><w:t>again.</w:t></w:r>"
    struck = "<w:r><w:t>Not this.</w:t></w:r>"
    for change in (
        f"<w:ins {nsdecls('w')}>{added}</w:ins>",
        f"<w:del {nsdecls('w')}>{struck}</w:del>",
    ):
        row.tc_lst[1].p_lst[0].append(parse_xml(change))
    last = read_word(saved(document)).rows[-1]

    assert last.text(Column.WHAT_HAPPENED) == "Seen at home.\tAnd\nagain."
    assert last.date.is_unknown


def test_a_table_inside_a_cell_stays_in_its_cell():
    document = Document()
    table = add_table(document, [HEADINGS, ROW])
    inner = table.cell(1, 3).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Pulse", "80"

    file = read_word(saved(document))

    assert [row.text(Column.WHAT_HAPPENED).split() for row in file.rows] == [
        ["Seen", "at", "home.", "Pulse", "80"]
    ]


def test_rows_and_cells_in_content_controls_are_read():
    document = Document()
    table = add_table(document, [HEADINGS, ROW, ROW])._tbl
    row = table.tr_lst[2]
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    row.addprevious(control)
    control[1].append(row)

    assert len(read_word(saved(document)).rows) == 2


def test_a_cell_that_says_where_it_ends_wrongly_is_still_read():
    document = Document()
    table = add_table(document, [HEADINGS, ROW, ROW])
    for row, value in ((1, "restart"), (2, "continue")):
        table.cell(row, 3)._tc.get_or_add_tcPr().append(
            parse_xml(f'<w:vMerge {nsdecls("w")} w:val="{value}"/>')
        )
    extra = deepcopy(table.rows[2]._tr.tc_lst[3])
    table.rows[2]._tr.append(extra)

    assert texts(read_word(saved(document))) == ["Seen at home.", "Seen at home."]


def test_a_document_without_a_table_says_what_to_do():
    with pytest.raises(CannotRead, match="no table"):
        read_word(word(before=["On 22 May 2016 she was seen."]))


def test_a_table_that_is_no_chronology_is_no_chronology():
    with pytest.raises(CannotRead, match="No chronology"):
        read_word(word([["Name", "Date of birth"], ["A", "1/2/80"]]))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", BytesIO().getvalue(), b"x" * 99])
def test_what_is_no_word_document_is_damaged(content):
    with pytest.raises(CannotRead, match="damaged"):
        read_word(content)


def test_a_table_in_a_text_box_is_read_once():
    """Word keeps a second copy of a text box for programs that do not know text boxes."""
    document = Document()
    box = parse_xml(
        f"<w:p {nsdecls('w')}><w:r>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        'markup-compatibility/2006"><mc:Choice Requires="wps"/><mc:Fallback/>'
        "</mc:AlternateContent></w:r></w:p>"
    )
    table = add_table(document, [HEADINGS, ROW])._tbl
    table.addprevious(box)
    choice, fallback = box[0][0]
    fallback.append(deepcopy(table))
    choice.append(table)

    assert [table.label for table in read_word(saved(document)).tables] == ["Table 1"]
