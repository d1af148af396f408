"""OpenDocument texts and spreadsheets as they really come."""

import pytest

from chronologies.readers.columns import Column
from tests.chronologies.files import HEADINGS
from tests.chronologies.open_documents import (
    cell,
    covered,
    dated,
    open_sheets,
    open_text,
    read_sheets,
    read_text,
    row,
    table,
)

ROW = ["22/05/2016", "14:30", "Record", "Seen at home."]
READ = pytest.mark.parametrize(
    ("make", "read"), [(open_text, read_text), (open_sheets, read_sheets)]
)


def texts(file):
    return [one.text(Column.WHAT_HAPPENED) for one in file.rows]


def dates(file):
    return [(one.date.raw, one.date.precision.value) for one in file.rows]


def heading():
    return row(*map(cell, HEADINGS))


def happened(inside):
    """Return a table in whose only event stands this XML."""
    return table(heading(), row(*map(cell, ROW[:3]), cell(inside=inside)))


class TestPlace:
    def test_rows_keep_their_place_over_all_tables_of_a_text(self):
        file = read_text(
            open_text([HEADINGS, ROW], [["Name", "Role"], ["A", "B"]], [HEADINGS, ROW, ROW])
        )

        assert [(one.number, one.table, one.own_row) for one in file.rows] == [
            (1, "Table 1", 2),
            (2, "Table 3", 2),
            (3, "Table 3", 3),
        ]
        assert [(other.label, other.rows) for other in file.other_tables] == [("Table 2", 2)]

    def test_and_below_titles_and_empty_rows_over_sheets(self):
        gap = row(cell(attributes='table:number-columns-repeated="16384"'),
                  attributes='table:number-rows-repeated="2"')  # fmt: skip
        first = table(row(cell("Contacts")), gap, heading(), row(*map(cell, ROW)), name="Contacts")
        file = read_sheets(open_sheets(first, [HEADINGS, ROW], titles=["", "Later"]))

        assert [(one.number, one.table, one.own_row) for one in file.rows] == [
            (1, "Sheet “Contacts”", 5),
            (2, "Sheet “Later”", 2),
        ]

    def test_a_row_repeated_is_as_many_rows(self):
        again = row(*map(cell, ROW), attributes='table:number-rows-repeated="3"')
        file = read_sheets(open_sheets(table(heading(), again)))

        assert [one.own_row for one in file.rows] == [2, 3, 4]
        assert texts(file) == ["Seen at home."] * 3

    def test_the_million_empty_rows_at_the_end_of_a_sheet_are_none(self):
        assert len(read_sheets(open_sheets([HEADINGS, ROW])).rows) == 1

    def test_an_empty_row_of_a_text_is_declared_blank_the_last_one_too(self):
        file = read_text(open_text([HEADINGS, ROW, [""] * 4, ROW, [""] * 4]))

        assert [one.is_blank for one in file.rows] == [False, True, False, True]

    def test_a_heading_on_every_page_needs_one_known_word_only(self):
        top = row(cell("Occurrence date"), cell("Beobachtung"))
        content = open_text(
            table(
                f"<table:table-header-rows>{top}</table:table-header-rows>",
                row(cell("May 2016"), cell("Seen twice.")),
            )
        )

        assert texts(read_text(content)) == ["Seen twice."]


class TestWords:
    @READ
    def test_lines_tabs_and_spaces_are_kept(self, make, read):
        words = (
            '<text:p>One<text:line-break/>two<text:tab/>three<text:s text:c="3"/>four</text:p>'
            "<text:p>\n   <text:span>fi</text:span>ve\n   and six </text:p>"
        )

        assert texts(read(make(happened(words)))) == ["One\ntwo\tthree   four\nfive and six"]

    @READ
    def test_lists_links_and_inner_tables_stay_in_their_cell(self, make, read):
        words = (
            "<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>"
            '<text:p><text:a xlink:href="https://example.org">Two</text:a></text:p>'
            f"{table(row(cell('Pulse'), cell('80')))}"
        )
        file = read(make(happened(words)))

        assert [text.split() for text in texts(file)] == [["One", "Two", "Pulse", "80"]]

    @READ
    def test_comments_and_footnotes_are_not_the_records_words(self, make, read):
        words = (
            "<office:annotation><text:p>Check this!</text:p></office:annotation>"
            "<text:p>Seen<text:note><text:note-body><text:p>Aside</text:p></text:note-body>"
            "</text:note> at home.<office:annotation><text:p>?</text:p></office:annotation>"
            "</text:p>"
        )

        assert texts(read(make(happened(words)))) == ["Seen at home."]

    def test_what_was_struck_out_with_tracked_changes_is_not_read(self):
        struck = (
            "<text:tracked-changes><text:changed-region><text:deletion>"
            f"{table(heading(), row(*map(cell, ROW)))}<text:p>Not this.</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes>"
        )
        words = '<text:p>This.<text:change text:change-id="c1"/></text:p>'
        file = read_text(open_text(happened(words), before=struck))

        assert [(one.table, one.own_row) for one in file.rows] == [("Table 1", 2)]
        assert texts(file) == ["This."]

    def test_nor_is_it_in_a_sheet(self):
        struck = (
            "<table:tracked-changes><table:cell-content-change><table:previous>"
            "<table:change-track-table-cell><text:p>Not this.</text:p>"
            "</table:change-track-table-cell></table:previous></table:cell-content-change>"
            "</table:tracked-changes>"
        )

        assert texts(read_sheets(open_sheets([HEADINGS, ROW], before=struck))) == ["Seen at home."]

    def test_a_text_without_its_shown_words_has_those_of_its_value(self):
        kept = '<table:table-cell office:value-type="string" office:string-value="Kept."/>'

        assert texts(read_sheets(open_sheets([HEADINGS, [*ROW[:3], kept]]))) == ["Kept."]


class TestDates:
    @pytest.mark.parametrize(
        ("style", "shown", "raw", "precision", "doubt"),
        [
            ("day", "05/22/16", "22/05/2016", "exact", False),
            ("", "Sonntag", "22/05/2016", "exact", False),
            ("month", "May 16", "May 2016", "month", False),
            ("child", "May 16", "May 2016", "month", False),
            ("year", "2016", "2016", "year", False),
            ("dayonly", "22 May", "22/05/2016", "exact", True),
        ],
    )
    def test_a_day_is_read_as_it_is_shown(self, style, shown, raw, precision, doubt):
        held = dated("2016-05-22", shown, style=style)
        (found,) = read_sheets(open_sheets([HEADINGS, [held, "", *ROW[2:]]])).rows

        assert (found.date.raw, found.date.precision.value, found.date.doubt) == (
            raw,
            precision,
            doubt,
        )

    def test_the_column_says_how_where_the_cell_does_not(self):
        columns = '<table:table-column table:default-cell-style-name="month"/>'
        held = dated("2016-05-01", "May 16")
        content = open_sheets(
            table(heading(), row(held, *map(cell, ["", *ROW[2:]])), columns=columns)
        )

        assert dates(read_sheets(content)) == [("May 2016", "month")]

    def test_day_and_time_in_one_cell_are_both_read(self):
        held = dated("2016-05-22T14:05:00", "22/05/16 14:05", style="day")
        (found,) = read_sheets(open_sheets([HEADINGS, [held, "", *ROW[2:]]])).rows

        assert found.date.raw == "22/05/2016 14:05"
        assert (found.date.time.hour, found.date.time.minute) == (14, 5)

    def test_a_time_is_read_as_a_time(self):
        clock = cell(
            "02:30 PM", attributes='office:value-type="time" office:time-value="PT14H30M00S"'
        )
        (found,) = read_sheets(open_sheets([HEADINGS, [ROW[0], clock, *ROW[2:]]])).rows

        assert found.text(Column.TIME) == "14:30"

    @pytest.mark.parametrize("value", ["1899-12-30", "no day", "99999-01-01"])
    def test_a_day_that_no_record_has_is_only_its_words(self, value):
        held = dated(value, "22 May 2016")

        assert dates(read_sheets(open_sheets([HEADINGS, [held, "", *ROW[2:]]]))) == [
            ("22 May 2016", "exact")
        ]

    def test_the_decimals_that_are_shown_are_kept(self):
        clock = cell("14.30", attributes='office:value-type="float" office:value="14.3"')
        (found,) = read_sheets(open_sheets([HEADINGS, [ROW[0], clock, *ROW[2:]]])).rows

        assert found.text(Column.TIME) == "14.30"


class TestFormulas:
    def with_formula(self, inside):
        return read_sheets(open_sheets([HEADINGS, [*ROW[:3], inside]])).rows[0]

    def test_the_value_is_read(self):
        formula = cell("Seen.", attributes='table:formula="of:=[.A1]"')

        assert self.with_formula(formula).text(Column.WHAT_HAPPENED) == "Seen."

    @pytest.mark.parametrize(
        ("inside", "fault"),
        [
            ('<table:table-cell table:formula="of:=[.A1]"/>', "value was not saved"),
            (cell("#REF!", attributes='table:formula="of:=[.A1]"'), "an error of the sheet, #REF!"),
            (
                cell("Err:502", attributes='table:formula="x" calcext:value-type="error"'),
                "an error of the sheet, Err:502",
            ),
        ],
    )
    def test_what_has_none_is_a_fault(self, inside, fault):
        assert fault in self.with_formula(inside).faults[Column.WHAT_HAPPENED]


class TestMerged:
    @READ
    def test_a_date_merged_over_rows_holds_for_each(self, make, read):
        content = make(
            table(
                heading(),
                row(cell("22/05/2016", attributes='table:number-rows-spanned="2"'),
                    *map(cell, ["", "", "First."])),
                row(covered(), *map(cell, ["", "", "Second."])),
                row(*map(cell, ["23/05/2016", "", "", "Third."])),
            )
        )  # fmt: skip

        assert [day for day, _precision in dates(read(content))] == [
            "22/05/2016",
            "22/05/2016",
            "23/05/2016",
        ]

    @READ
    def test_words_across_the_whole_row_are_what_happened(self, make, read):
        across = 'table:number-columns-spanned="4" table:number-rows-spanned="1"'
        content = make(
            table(
                heading(),
                row(*map(cell, ROW)),
                row(cell("No contact in 2014.", attributes=across), covered(times=3)),
                row(cell("2017", attributes=across), covered(times=3)),
            )
        )
        file = read(content)

        assert texts(file) == ["Seen at home.", "No contact in 2014."]
        assert file.tables[0].left_out[-1].why == "the heading of a part"

    @READ
    def test_words_merged_over_rows_are_told_once(self, make, read):
        tall = 'table:number-rows-spanned="2"'
        content = make(
            table(
                heading(),
                row(*map(cell, ROW[:3]), cell("Seen twice.", attributes=tall)),
                row(*map(cell, ["23/05/2016", "", ""]), covered()),
            )
        )
        file = read(content)

        assert texts(file) == ["Seen twice.", ""]
        assert [one.words_are_above for one in file.rows] == [False, True]

    def test_words_beneath_a_merged_cell_are_kept_and_told(self):
        tall = 'table:number-rows-spanned="2"'
        file = read_sheets(
            open_sheets(
                table(
                    heading(),
                    row(*map(cell, ROW[:3]), cell("Seen.", attributes=tall)),
                    row(*map(cell, ROW[:3]), covered("And again.")),
                )
            )
        )

        assert texts(file) == ["Seen.", "And again."]
        assert file.tables[0].remarks == ("Words beneath merged cells were read.",)


class TestHidden:
    def test_hidden_rows_columns_and_sheets_are_read_and_told(self):
        columns = (
            '<table:table-column table:number-columns-repeated="2"/>'
            '<table:table-column table:visibility="collapse"/>'
            '<table:table-column/><table:table-column table:visibility="collapse" '
            'table:number-columns-repeated="16380"/>'
        )
        away = row(
            *map(cell, ROW),
            attributes='table:visibility="filter" table:number-rows-repeated="2"',
        )
        nothing = row(cell(), attributes='table:visibility="collapse"')
        content = open_sheets(
            table(heading(), away, nothing, row(*map(cell, ROW)), columns=columns, style="away")
        )
        file = read_sheets(content)

        assert [one.is_hidden for one in file.rows] == [True, True, False, False]
        assert file.tables[0].remarks == (
            "This sheet is hidden in the workbook; it was read.",
            "Hidden columns were read: C.",
            "Hidden rows were read: 2 to 3.",
        )

    def test_a_copy_of_another_files_sheet_is_no_sheet(self):
        copy = table(
            '<table:table-source xlink:href="../other.ods"/>', heading(), row(*map(cell, ROW))
        )

        assert [one.label for one in read_sheets(open_sheets(copy, [HEADINGS, ROW])).tables] == [
            "Sheet “Sheet2”"
        ]
