"""Workbooks as they really come."""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from chronologies.readers import sheet_facts
from chronologies.readers.columns import Column
from chronologies.readers.excel_values import words_of
from chronologies.readers.grid import CannotRead
from tests.chronologies.files import HEADINGS, excel, read_excel, saved

ROW = ["22/05/2016", "14:30", "Record", "Seen at home."]


def changed(content, old, new, *, part="xl/worksheets/sheet1.xml"):
    """Return a workbook with other words in one of its parts."""
    result = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(result, "w") as target:
        for name in source.namelist():
            words = source.read(name)
            assert name != part or old in words
            target.writestr(name, words.replace(old, new) if name == part else words)
    return result.getvalue()


def sheet_of(*rows):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    return workbook, workbook.active


def dates(content):
    return [(row.date.raw, row.date.precision.value) for row in read_excel(content).rows]


def test_rows_keep_their_place_below_titles_and_over_sheets():
    content = excel(
        [["Chronology of contact"], [], HEADINGS, ROW, [None] * 4, ROW],
        [["Notes"], ["Nothing here"]],
        [HEADINGS, ROW],
        titles=["Contacts", "Notes", "Later"],
    )
    file = read_excel(content)

    assert [(row.number, row.table, row.own_row, row.is_blank) for row in file.rows] == [
        (1, "Sheet “Contacts”", 4, False),
        (2, "Sheet “Contacts”", 5, True),
        (3, "Sheet “Contacts”", 6, False),
        (4, "Sheet “Later”", 2, False),
    ]
    assert [(row.own_row, row.words, row.why) for row in file.tables[0].left_out] == [
        (1, "Chronology of contact", "above the heading"),
        (2, "", "above the heading"),
        (3, "Date | Time | Source | What happened", "the heading"),
    ]
    assert [other.label for other in file.other_tables] == ["Sheet “Notes”"]


def test_a_sheet_ends_at_its_last_words():
    workbook, sheet = sheet_of(HEADINGS, ROW)
    sheet["A900"].number_format = "0.00"

    assert len(read_excel(saved(workbook)).rows) == 1


class TestDates:
    @pytest.mark.parametrize(
        ("shown", "raw", "precision", "doubt"),
        [
            ("dd/mm/yyyy", "22/05/2016", "exact", False),
            ("[$-F800]dddd, mmmm dd, yyyy", "22/05/2016", "exact", False),
            ("mmm-yy", "May 2016", "month", False),
            ("yyyy", "2016", "year", False),
            ("d-mmm", "22/05/2016", "exact", True),
            ("mmmm", "May 2016", "month", True),
            ('dd/mm/yyyy h:mm AM/PM"d"', "22/05/2016", "exact", False),
        ],
    )
    def test_no_more_is_read_than_the_sheet_shows(self, shown, raw, precision, doubt):
        workbook, sheet = sheet_of(HEADINGS, [date(2016, 5, 22), None, "", "Seen."])
        sheet["A2"].number_format = shown
        reading = read_excel(saved(workbook)).rows[0].date

        assert (reading.raw, reading.precision.value, reading.doubt) == (raw, precision, doubt)

    def test_an_impossible_last_day_beside_a_year_nobody_typed_is_impossible(self):
        headings = ["Start date", "End date", "Source", "What happened"]
        workbook, sheet = sheet_of(headings, [date(2016, 5, 22), "31/6/16", "", "Seen."])
        sheet["A2"].number_format = "d-mmm"

        assert "no 31 June" in read_excel(saved(workbook)).rows[0].date.found

    def test_a_year_that_nobody_typed_is_told(self):
        workbook, sheet = sheet_of(HEADINGS, [date(2016, 5, 22), None, "", "Seen."])
        sheet["A2"].number_format = "d-mmm"

        assert read_excel(saved(workbook)).rows[0].date.notes == (
            "The sheet shows this date without a year; Excel added the year.",
        )

    def test_times_stand_beside_their_day_or_in_their_own_column(self):
        rows = read_excel(
            excel(
                [
                    HEADINGS,
                    [datetime(2016, 5, 22, 14, 30), None, "", "A"],  # noqa: DTZ001
                    [date(2016, 5, 22), time(9, 5), "", "B"],
                    [date(2016, 5, 22), timedelta(hours=9, minutes=5), "", "C"],
                    [date(2016, 5, 22), "0930hrs", "", "D"],
                ]
            )
        ).rows

        assert [str(row.date.time) for row in rows] == [
            "14:30:00",
            "09:05:00",
            "09:05:00",
            "09:30:00",
        ]

    def test_a_time_typed_as_a_number_is_read_as_it_is_shown(self):
        workbook, sheet = sheet_of(HEADINGS, [date(2016, 5, 22), 14.3, "", "A"])
        sheet["B2"].number_format = "0.00"

        assert read_excel(saved(workbook)).rows[0].date.time == time(14, 30)

    def test_the_1904_system_gives_the_same_days(self):
        workbook, sheet = sheet_of(HEADINGS)
        workbook.epoch = CALENDAR_MAC_1904
        sheet.append([date(2016, 5, 22), None, "", "Seen."])
        content = saved(workbook)

        assert b"date1904" in ZipFile(BytesIO(content)).read("xl/workbook.xml")
        assert dates(content) == [("22/05/2016", "exact")]

    def test_a_number_that_lost_its_date_is_asked_for(self):
        assert dates(excel([HEADINGS, [42512, None, "", "Seen."]])) == [("42512", "unknown")]


@pytest.mark.parametrize(
    ("value", "words"),
    [(True, "TRUE"), (False, "FALSE"), (3, "3"), (3.0, "3"), (14.3, "14.3"), (0.1 + 0.2, "0.3")],
)
def test_other_values_are_written_as_a_person_would(value, words):
    assert words_of(value, "General") == words


class TestMerged:
    def test_a_date_merged_over_rows_holds_for_each(self):
        workbook, sheet = sheet_of(HEADINGS, ROW, [None, None, "", "Then."], [None] * 4, ROW)
        sheet.merge_cells("A2:B4")
        rows = read_excel(saved(workbook)).rows

        assert [row.date.raw for row in rows] == ["22/05/2016"] * 4
        assert [row.is_blank for row in rows] == [False, False, True, False]

    def test_words_merged_across_are_what_happened(self):
        workbook, sheet = sheet_of(HEADINGS, ROW, ["No contact in that year."])
        sheet.merge_cells("A3:D3")
        row = read_excel(saved(workbook)).rows[1]

        assert row.text(Column.WHAT_HAPPENED) == "No contact in that year."
        assert row.date.raw == ""

    def test_merged_cells_beyond_the_words_are_no_matter(self):
        workbook, sheet = sheet_of(HEADINGS, ROW)
        for area in ("A50:D90", "X1:Z9", "A2:A99"):
            sheet.merge_cells(area)

        assert len(read_excel(saved(workbook)).rows) == 1

    def test_too_many_are_refused(self, monkeypatch):
        monkeypatch.setattr(sheet_facts, "MAX_MERGED", 1)
        workbook, sheet = sheet_of(HEADINGS, ROW, ROW, ROW)
        sheet.merge_cells("A2:A4")

        with pytest.raises(CannotRead, match="merged"):
            read_excel(saved(workbook))


class TestHidden:
    def test_hidden_rows_columns_and_sheets_are_read_and_told(self):
        workbook, sheet = sheet_of(HEADINGS, ROW, ROW, ROW, ROW, ROW)
        for number in (2, 4, 5, 6, 90):
            sheet.row_dimensions[number].hidden = True
        sheet.column_dimensions["C"].hidden = True
        sheet.column_dimensions["A"].width = 30
        workbook.create_sheet("Front")
        sheet.sheet_state = "hidden"
        table = read_excel(saved(workbook)).tables[0]

        assert [row.is_hidden for row in table.rows] == [True, False, True, True, True]
        assert table.remarks == (
            "This sheet is hidden in the workbook; it was read.",
            "Hidden columns were read: C.",
            "Hidden rows were read: 2, 4 to 6.",
        )


class TestFormulas:
    def test_the_value_that_excel_saved_is_read(self):
        content = changed(
            excel([HEADINGS, ["=A1", None, "", "Seen."]]),
            b"<f>A1</f><v></v>",
            b"<f>A1</f><v>42512</v>",
        )

        assert dates(content) == [("42512", "unknown")]

    def test_a_formula_that_comes_to_nothing_is_an_empty_cell(self):
        content = changed(
            excel([HEADINGS, ["22/05/2016", "=A9", "", "Seen."]]),
            b'<c r="B2"><f>A9</f><v></v>',
            b'<c r="B2" t="str"><f>A9</f><v></v>',
        )

        assert read_excel(content).rows[0].faults == {}

    def test_a_formula_without_its_value_is_a_fault(self):
        row = read_excel(excel([HEADINGS, ["22/05/2016", None, "=B9", "=A1&B1"]])).rows[0]

        assert row.faults == {
            Column.SOURCE: "a formula whose value was not saved",
            Column.WHAT_HAPPENED: "a formula whose value was not saved",
        }

    def test_an_error_of_excel_is_a_fault(self):
        row = read_excel(excel([HEADINGS, ["#REF!", None, "", "Seen."]])).rows[0]

        assert row.faults == {Column.DATE: "an error of Excel, #REF!"}


def test_a_row_without_cells_is_a_row():
    content = changed(excel([HEADINGS, ROW]), b'<row r="2">', b'<row r="2"/><row r="3">')

    assert [(row.own_row, row.is_blank) for row in read_excel(content).rows] == [
        (2, True),
        (3, False),
    ]


def test_a_sheet_with_hundreds_of_columns_is_refused():
    workbook, sheet = sheet_of(HEADINGS, ROW)
    sheet["XFD2"] = "lost"

    with pytest.raises(CannotRead, match="256 columns"):
        read_excel(saved(workbook))


def test_cells_without_their_addresses_are_read():
    content = excel([HEADINGS, ROW])
    with ZipFile(BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    for name in (b"A1", b"B1", b"C1", b"D1", b"A2", b"B2", b"C2", b"D2", b"1", b"2"):
        sheet = sheet.replace(b' r="%s"' % name, b"")

    file = read_excel(changed(content, archive_sheet(content), sheet))

    assert [row.text(Column.WHAT_HAPPENED) for row in file.rows] == ["Seen at home."]


def archive_sheet(content):
    with ZipFile(BytesIO(content)) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


def test_a_workbook_saved_again_reads_the_same():
    content = excel([HEADINGS, ROW])
    again = saved(load_workbook(BytesIO(content)))

    assert read_excel(again).rows == read_excel(content).rows


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"x" * 99])
def test_what_is_no_workbook_is_damaged(content):
    with pytest.raises(CannotRead, match="damaged"):
        read_excel(content)


def sharing(content, shared, *, before=b""):
    """Return a workbook whose cell of what happened points at a text in a part of its own."""
    inside = b'<c r="D2" t="inlineStr"><is><t>Seen at home.</t></is></c>'
    content = changed(content, inside, b'<c r="D2" t="s"><v>1</v></c>')
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % kind
    content = BytesIO(changed(content, b"</Types>", override, part="[Content_Types].xml"))
    name = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with ZipFile(content, "a") as archive:
        archive.writestr(
            "xl/sharedStrings.xml",
            b'%s<sst xmlns="%s"><si/><si>%s</si></sst>' % (before, name, shared),
        )
    return content.getvalue()


def test_words_that_cells_share_are_read_with_letters_of_all_kinds():
    content = sharing(
        excel([HEADINGS, ROW]),
        b"<r><t>Seen </t></r><r><rPr><b/></rPr><t>at</t></r><!-- ! --><rPh sb='0' eb='1'><t>ad</t>"
        b"</rPh><r><t xml:space='preserve'> work.</t></r>",
    )

    assert read_excel(content).rows[0].text(Column.WHAT_HAPPENED) == "Seen at work."


OWN_WORDS = b'<!DOCTYPE x [<!ENTITY much "Seen. Seen. Seen.">]>'


@pytest.mark.parametrize(
    "hostile",
    [
        changed(excel([HEADINGS, ROW]), b"<worksheet", OWN_WORDS + b"<worksheet"),
        sharing(excel([HEADINGS, ROW]), b"<t>Seen &much;</t>", before=OWN_WORDS),
    ],
    ids=["sheet", "shared"],
)
def test_a_part_with_words_of_its_own_making_is_damaged(hostile):
    """Such words would be lost, or a few bytes become a gigabyte."""
    with pytest.raises(CannotRead, match="damaged"):
        read_excel(hostile)


@pytest.mark.parametrize("number", [b"1", b"1048577", b"2000000000"])
def test_rows_in_no_order_or_beyond_every_sheet_are_damaged(number):
    content = changed(excel([HEADINGS, ROW]), b'<row r="2"', b'<row r="%s"' % number)

    with pytest.raises(CannotRead, match="damaged"):
        read_excel(content)


def test_rows_that_the_file_leaves_out_are_blank():
    content = changed(excel([HEADINGS, ROW]), b'<row r="2"', b'<row r="4"')

    assert [(row.own_row, row.is_blank) for row in read_excel(content).rows] == [
        (2, True),
        (3, True),
        (4, False),
    ]
