"""OpenDocument files that say they are endless, or are none."""

import pytest

from chronologies.readers import open_rows
from chronologies.readers.grid import CannotRead
from chronologies.readers.opening import open_file
from documents.kinds import DocumentKind
from tests.chronologies.files import HEADINGS
from tests.chronologies.open_documents import (
    cell,
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


def heading():
    return row(*map(cell, HEADINGS))


class TestLimits:
    def opened(self, *rows):
        return open_file(open_sheets(table(heading(), *rows)), kind=DocumentKind.ODS)

    @pytest.mark.parametrize("times", [40_000, 2_000_000_000])
    def test_rows_repeated_too_often_are_refused(self, times):
        many = row(*map(cell, ROW), attributes=f'table:number-rows-repeated="{times}"')

        with pytest.raises(CannotRead, match="30,000 rows"):
            self.opened(many)

    def test_so_are_words_below_too_many_empty_rows(self):
        gap = row(cell(), attributes='table:number-rows-repeated="900000"')

        with pytest.raises(CannotRead, match="30,000 rows"):
            self.opened(gap, row(*map(cell, ROW)))

    def test_sheets_that_are_too_long_together_are_refused_before_all_are_read(self, monkeypatch):
        many = row(*map(cell, ROW), attributes='table:number-rows-repeated="20000"')
        taken = []
        monkeypatch.setattr(
            open_rows, "cell_of", lambda *_a, **_k: taken.append(1) or open_rows.Cell("x")
        )

        with pytest.raises(CannotRead, match="30,000 rows"):
            open_file(open_sheets(*[table(many)] * 50), kind=DocumentKind.ODS)
        assert len(taken) == 2 * len(ROW)

    @pytest.mark.parametrize("times", [257, 2_000_000_000])
    def test_words_in_too_many_columns_are_refused(self, times):
        wide = cell("x", attributes=f'table:number-columns-repeated="{times}"')

        with pytest.raises(CannotRead, match="256 columns"):
            self.opened(row(wide))

    def test_spaces_and_spans_without_end_take_no_room(self):
        words = '<text:p>a<text:s text:c="2000000000"/>b</text:p>'
        endless = 'table:number-columns-spanned="2000000000" table:number-rows-spanned="2000000000"'
        (grid,) = self.opened(row(cell("x", attributes=endless), cell(inside=words)))

        assert len(grid.rows[1].cells[1].text) == 1002

    def test_columns_without_end_take_no_room(self):
        hidden = (
            '<table:table-column table:visibility="collapse" '
            'table:number-columns-repeated="2000000000"/>'
        )
        content = open_sheets(table(heading(), row(*map(cell, ROW)), columns=hidden))
        (grid,) = open_file(content, kind=DocumentKind.ODS)

        assert grid.remarks == ("Hidden columns were read: A, B, C, D.",)

    @READ
    def test_numbers_that_are_none_count_once(self, make, read):
        odd = row(*map(cell, ROW), attributes='table:number-rows-repeated="-3"')

        assert len(read(make(table(heading(), odd))).rows) == 1


def test_a_text_without_a_table_says_what_to_do():
    with pytest.raises(CannotRead, match="no table"):
        read_text(open_text(before="<text:p>On 22 May 2016 she was seen.</text:p>"))


@pytest.mark.parametrize("kind", [DocumentKind.ODT, DocumentKind.ODS])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"x" * 99])
def test_what_is_no_archive_is_damaged(content, kind):
    with pytest.raises(CannotRead, match="damaged"):
        open_file(content, kind=kind)
