"""Which column is what, whatever an agency calls it."""

import pytest

from chronologies.readers.columns import Column
from chronologies.readers.grid import Cell, Grid, GridRow
from chronologies.readers.layout import TO_DO, guess_layouts
from chronologies.readers.wordings import fits, plain
from tests.chronologies.documented import rows_of
from tests.chronologies.files import delimited, excel, read_csv, read_excel, read_word, word

WORDS = "Seen at home by the nurse, who had no concerns."


def columns_of(headings, row):
    rows = [headings, row] if headings else [row]
    grid = Grid(
        "",
        tuple(
            GridRow(number, tuple(map(Cell, texts))) for number, texts in enumerate(rows, start=1)
        ),
    )
    return [column.name for column in guess_layouts([grid])[0].columns]


class TestHeadings:
    @pytest.mark.parametrize(
        ("headings", "columns"),
        [
            (
                ["Date", "Time", "Source of information", "Event", "Action taken", "Comments"],
                ["DATE", "TIME", "SOURCE", "WHAT_HAPPENED", "ACTION_TAKEN", "COMMENT"],
            ),
            (
                ["DATE OF CONTACT", "Who was seen", "Details of contact", "Outcome"],
                ["DATE", "SUBJECTS", "WHAT_HAPPENED", "ACTION_TAKEN"],
            ),
            (
                ["Date & time", "Event / Contact", "Agency response", "Information source"],
                ["DATE", "WHAT_HAPPENED", "ACTION_TAKEN", "SOURCE"],
            ),
            (
                ["No.", "Agency record", "Summary of event:", "Analysis", "Date (dd/mm/yy)"],
                ["SEQUENCE", "SOURCE", "WHAT_HAPPENED", "COMMENT", "DATE"],
            ),
            (
                ["When?", "Where?", "What happened?", "Professional(s) involved"],
                ["DATE", "LOCATION", "WHAT_HAPPENED", "PRESENT"],
            ),
            (
                ["Event date", "Date recorded", "Nature of incident", "Staff member"],
                ["DATE", "RECORDED_ON", "WHAT_HAPPENED", "PRESENT"],
            ),
            (
                ["Start date", "End date", "Description", "Decision and rationale"],
                ["DATE", "DATE_TO", "WHAT_HAPPENED", "DECISION"],
            ),
            (
                ["Date", "Narrative", "Was the child seen?", "Seen alone / interpreter?"],
                ["DATE", "WHAT_HAPPENED", "CHILD_SEEN", "SEEN_ALONE"],
            ),
            (
                ["Date", "Significant event", "DASH risk assessment", "Referrals made"],
                ["DATE", "WHAT_HAPPENED", "RISK_ASSESSMENT", "REFERRAL"],
            ),
            (
                ["Date", "Details", "Disclosure of abuse", "KLOE", "Significance"],
                ["DATE", "WHAT_HAPPENED", "DISCLOSURE", "ENQUIRY", "SIGNIFICANCE"],
            ),
            (
                ["Date", "Team", "What we heard", "What we did"],
                ["DATE", "SOURCE", "WHAT_HAPPENED", "ACTION_TAKEN"],
            ),
            (
                ["Date", "Family member", "Address", "Content", "Missed opportunities"],
                ["DATE", "SUBJECTS", "LOCATION", "WHAT_HAPPENED", "COMMENT"],
            ),
        ],
    )
    def test_the_usual_ones_are_known_in_any_order(self, headings, columns):
        row = ["22/05/2016" if column == "DATE" else "words" for column in columns]

        assert columns_of(headings, row) == columns
        assert columns_of(headings[::-1], row[::-1]) == columns[::-1]

    def test_of_two_columns_of_words_the_longer_says_what_happened(self):
        headings = ["Date", "Contact", "Event details"]

        assert columns_of(headings, ["1/5/16", "Visit", WORDS])[2] == "WHAT_HAPPENED"
        assert columns_of(headings, ["1/5/16", WORDS, "Visit"])[1] == "WHAT_HAPPENED"

    def test_columns_nobody_asked_for_are_kept_as_notes(self):
        file = read_csv(
            delimited(
                [["Date", "Event", "Colour", "Colour", ""], ["1/5/16", WORDS, "red", "", "x"]]
            )
        )

        assert file.rows[0].notes == (("Colour", "red"), ("", "x"))

    def test_birth_dates_and_deadlines_are_no_dates_of_events(self):
        assert columns_of(["Date of birth", "Event"], ["1/2/80", WORDS])[0] == "NOTE"
        assert columns_of(["Date of birth", "Name"], ["1/2/80", WORDS])[0] == "NOTE"
        assert columns_of(["Target date", "Details"], ["1/2/80", WORDS])[0] == "NOTE"

    def test_an_unknown_heading_over_dates_is_a_date(self):
        assert columns_of(["Timeline", "Event", "Who"], ["1/5/16", WORDS, "A"])[0] == "DATE"

    def test_a_table_can_say_all_in_its_comments(self):
        assert columns_of(["Date", "Source", "Comments"], ["1/5/16", "GP", WORDS]) == [
            "DATE",
            "SOURCE",
            "WHAT_HAPPENED",
        ]
        assert columns_of(["Date", "Tagebuch", "Comments"], ["1/5/16", WORDS, WORDS])[1] == (
            "WHAT_HAPPENED"
        )

    def test_a_heading_as_long_as_a_story_is_none(self):
        assert fits("date " * 40) == ()
        assert plain("  Date (UK)*: ") == "date"


class TestContents:
    def test_without_a_heading_the_cells_say_what_they_are(self):
        assert columns_of(None, ["1/5/16", "14:30", "GP", WORDS]) == [
            "DATE",
            "TIME",
            "NOTE",
            "WHAT_HAPPENED",
        ]

    def test_impossible_dates_are_dates_all_the_same(self):
        assert columns_of(None, ["31/2/16", WORDS]) == ["DATE", "WHAT_HAPPENED"]

    def test_a_front_sheet_is_no_chronology(self):
        front = [["Date of the homicide", "22/05/2016"], ["Date of the report", "1/2/2017"]]
        file = read_word(word(front, [["Date", "Event"], ["1/5/16", WORDS]]))

        assert [(other.label, other.why) for other in file.other_tables] == [
            ("Table 1", "no column of dates was found")
        ]

    @pytest.mark.parametrize(
        ("headings", "is_plan"),
        [
            (["Recommendation", "Action", "Lead", "Date"], True),
            (["By when", "Action", "Outcome"], True),
            (["Date", "Action", "Lead"], True),
            (["Date", "Event", "Action", "Lead"], False),
            (["Date", "Details", "Action", "Recommendations"], False),
            (["Date", "Action", "Outcome"], False),
        ],
    )
    def test_recommendations_with_dates_are_no_events(self, headings, is_plan):
        rows = [headings, *([f"{day} May 2026"] * len(headings) for day in (3, 4))]
        grid = Grid("", tuple(GridRow(n, tuple(map(Cell, row))) for n, row in enumerate(rows, 1)))
        assert (guess_layouts([grid])[0].left_out == TO_DO) is is_plan

    def test_a_table_of_dates_alone_is_no_chronology(self):
        file = read_word(word([["1/5/16"], ["2/5/16"]], [["Date", "Event"], ["1/5/16", WORDS]]))

        assert file.other_tables[0].why == "no column that says what happened was found"

    def test_a_table_after_a_chronology_is_its_next_part_only_if_it_has_dates(self):
        chronology = [["Date", "Event"], ["1/5/16", WORDS]]
        file = read_word(
            word(chronology, [["Marginal", "Note"]], [["", "Later."]], [["a", "b", "c"]])
        )

        assert [table.label for table in file.tables] == ["Table 1", "Table 3"]

    def test_dates_above_a_heading_are_rows(self):
        sheet = [
            ["1/5/16", "First."],
            ["Contacts of the year", ""],
            ["Date", "Event"],
            ["2/5/16", "B"],
        ]
        file = read_excel(excel(sheet))

        assert [row.own_row for row in file.rows] == [1, 4]
        assert [row.own_row for row in file.tables[0].left_out] == [2, 3]


class TestConfirmed:
    def test_the_guess_is_said_in_sentences(self):
        file = read_csv(delimited([["Date", "Event", ""], ["1/5/16", WORDS, "x"]]))

        assert file.tables[0].layout.in_words() == [
            "“Date” is read as: date",
            "“Event” is read as: what happened",
            "“Column 3” is read as: note",
        ]

    def test_what_a_person_said_last_time_counts(self):
        content = delimited([["Datum", "Date", "Vorfall"], ["1/5/16", "2/5/16", WORDS]])
        remembered = {"datum": Column.DATE, "date": Column.RECORDED_ON, "vorfall": Column.COMMENT}
        row = read_csv(content, remembered={**remembered, "vorfall": Column.WHAT_HAPPENED}).rows[0]

        assert (row.date.raw, row.text(Column.RECORDED_ON)) == ("1/5/16", "2/5/16")
        assert row.heading(Column.WHAT_HAPPENED) == "Vorfall"
        assert row.heading(Column.SOURCE) == "Source of information"

    def test_what_a_person_confirms_is_what_is_read(self):
        content = delimited([["Date", "Event"], ["1/5/16", WORDS]])
        layout = read_csv(content).tables[0].layout
        without_heading = type(layout)((), ("", ""), layout.columns)

        assert [row.number for row in read_csv(content, layouts=[without_heading]).rows] == [1, 2]


@pytest.mark.parametrize(
    ("heading", "label"), rows_of("chronology-files.md", headings=["Heading", "Read as"])
)
def test_a_heading_is_read_as_the_page_says(heading, label):
    assert fits(heading)[0][1].label == label
