"""The demonstration's agencies send real files, which are read like anyone's."""

import csv
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from agencies.models import COMMAND_LINE, User
from chronologies.checks.verdict import check_rows
from chronologies.cycle import SubmissionState as S
from chronologies.models import ChronologySubmission
from chronologies.operations.submissions import ACCEPTED, read_submission
from chronologies.readers.columns import Column
from chronologies.readers.opening import read_file
from composite.operations.exports import export
from dhr.demonstration.chronologies import (
    haven,
    hospital,
    housing,
    marac,
    mental_health,
    police,
    social_care,
    surgery,
)
from dhr.demonstration.chronologies.days import Style, before, no_such_day, season, slashed, week
from dhr.demonstration.chronologies.files import file_of
from dhr.demonstration.clock import Clock
from documents.inspection import kind_of
from documents.kinds import DocumentKind
from reviews.models import AgencyInvolvement, Review

AGENCIES = (police, hospital, housing, surgery, haven, mental_health, social_care, marac)
CHRONOLOGIES = [agency.CHRONOLOGY for agency in AGENCIES]
NAMES = ("fallowdene", "marguerite", "maggie", "garrick", "vane", "leopold", "juniper", "beatrix")


def clock_on(today):
    return Clock(now=datetime(today.year, today.month, today.day, 9, tzinfo=UTC), today=today)


CLOCK = clock_on(date(2026, 11, 21))


def verdict_on(chronology, clock=CLOCK):
    content = file_of(chronology, clock)
    kind = kind_of(content, accept=ACCEPTED)
    assert chronology.file_name.endswith(kind.extension)
    return check_rows(read_file(content, kind=kind, reference_year=clock.today.year).rows)


class TestFiles:
    @pytest.mark.parametrize("chronology", CHRONOLOGIES, ids=lambda one: one.agency)
    @pytest.mark.parametrize("today", [CLOCK.today, date(2028, 2, 29), date(2027, 1, 1)], ids=str)
    def test_every_row_is_read_or_is_one_to_mend(self, chronology, today):
        verdict = verdict_on(chronology, clock_on(today))

        found = (len(verdict.entries), len(verdict.rejected), len(verdict.blank))
        assert found == (chronology.entries, chronology.to_mend, chronology.blank)
        assert verdict.rows_read == chronology.rows
        assert not any(entry.date.is_unknown for entry in verdict.entries)

    @pytest.mark.parametrize("chronology", CHRONOLOGIES, ids=lambda one: one.agency)
    def test_what_happened_and_what_was_done_stand_in_columns_of_their_own(self, chronology):
        rows = [entry.row for entry in verdict_on(chronology).entries]

        assert all(len(row.text(Column.WHAT_HAPPENED)) > 4 for row in rows)
        assert any(row.text(Column.ACTION_TAKEN) for row in rows)
        assert {heading for row in rows for heading, _words in row.notes} <= {"Type"}

    def test_there_are_as_many_as_in_a_real_review(self):
        assert 150 <= sum(chronology.rows for chronology in CHRONOLOGIES) <= 170

    @pytest.mark.parametrize("chronology", CHRONOLOGIES, ids=lambda one: one.agency)
    def test_nothing_happened_before_the_period_or_after_the_death_but_its_news(self, chronology):
        days = [entry.date for entry in verdict_on(chronology).entries]

        assert min(day.earliest for day in days if day.earliest) >= CLOCK.ago(days=5 * 365)
        assert max(day.latest for day in days if day.latest) <= CLOCK.ago(days=200)

    def test_word_has_titles_across_the_table_and_a_line_for_each_year(self):
        rows = Document(BytesIO(file_of(haven.CHRONOLOGY, CLOCK))).tables[0].rows
        across = [row.cells[0].text for row in rows if row.cells[0]._tc is row.cells[-1]._tc]
        title = Document(BytesIO(file_of(police.CHRONOLOGY, CLOCK))).tables[0].rows[0].cells

        assert across == ["2024", "2025", "2026"]
        assert title[0].text.startswith("Contacts of")
        assert title[0]._tc is title[-1]._tc

    def test_excel_has_a_sheet_for_each_patient_and_keeps_its_days_as_days(self):
        book = load_workbook(BytesIO(file_of(hospital.CHRONOLOGY, CLOCK)))

        assert book.sheetnames == ["Front sheet", "MF", "LGV"]
        assert book["MF"]["A3"].is_date
        assert book["MF"].merged_cells.ranges


class TestDays:
    def test_each_agency_writes_them_its_own_way(self):
        clock = clock_on(date(2026, 4, 1))

        assert slashed(7).written(clock) == "25/03/2026"
        assert week(7).written(clock) == "w/c 23.3.26"
        assert before(7).written(clock) == "before March 2026"

    @pytest.mark.parametrize(
        ("today", "words"),
        [
            (date(2026, 1, 15), "Winter 2025/26"),
            (date(2026, 12, 1), "Winter 2026/27"),
            (date(2026, 5, 31), "Spring 2026"),
        ],
    )
    def test_a_winter_has_two_years(self, today, words):
        assert season(0).written(clock_on(today)) == words

    @pytest.mark.parametrize("number", range(1, 13))
    def test_the_impossible_day_is_never_possible(self, number):
        words = no_such_day(0).written(clock_on(date(2026, number, 3)))

        with pytest.raises(ValueError, match="day is out of range"):
            datetime.strptime(words, "%d/%m/%Y").replace(tzinfo=UTC)

    @pytest.mark.parametrize(
        ("today", "open_on"),
        [
            (date(2026, 11, 21), date(2026, 11, 23)),  # a Saturday
            (date(2026, 12, 25), date(2026, 12, 28)),  # Christmas, then a weekend
            (date(2026, 11, 20), date(2026, 11, 20)),
        ],
    )
    def test_offices_write_on_the_next_day_they_are_open(self, today, open_on):
        style = Style(lambda day: day).in_office_hours

        assert style(0).written(clock_on(today)) == open_on


@pytest.fixture
def loaded(settings, tmp_path, db):
    settings.DEMONSTRATION, settings.DATA_DIR = True, tmp_path
    call_command("load_demonstration", verbosity=0)
    return Review.objects.get(reference="WY-DHR-8")


@pytest.mark.slow
def test_the_agencies_have_come_as_far_as_they_have(loaded):
    found = {
        one.involvement.agency.label: (one.state, one.received_via, one.rows_rejected)
        for one in ChronologySubmission.objects.select_related("involvement__agency")
    }
    assert found == {
        "Police": (S.RELEASED, "PAGE", 0),
        "Hospital": (S.SUBMITTED, "PAGE", 0),
        "Riverbank": (S.READ, "PAGE", 2),
        "Fernbank GP": (S.READ, "EMAIL", 0),
        "Haven": (S.RELEASED, "EMAIL", 0),
        "Mental health": (S.SIGNED_OFF, "EMAIL", 0),
    }
    entered = ChronologySubmission.objects.filter(received_via="EMAIL")
    assert {one.original.kind for one in entered} == {DocumentKind.EML}


@pytest.mark.slow
def test_no_true_name_and_no_telling_day_leaves_in_the_composite(loaded):
    content = export(review=loaded, form="csv", by=COMMAND_LINE, at=CLOCK.now)
    text = content.decode("utf-8-sig")
    words = text.casefold()

    assert len(list(csv.DictReader(StringIO(text)))) == sum(
        ChronologySubmission.objects.values_list("rows_imported", flat=True)
    )
    assert [name for name in NAMES if name in words] == []
    assert f"{loaded.died_on:%d/%m/%Y}" not in words
    assert "aron" in words
    assert "elin" in words


@pytest.mark.slow
def test_two_agencies_files_wait_in_the_folder_and_go_through_the_upload(loaded, client, settings):
    client.force_login(User.objects.get(full_name="Olive Marsh"))
    yesterday = loaded.died_on + timedelta(days=208)
    for chronology in (social_care.CHRONOLOGY, marac.CHRONOLOGY):
        part = AgencyInvolvement.objects.get(review=loaded, agency__name=chronology.agency)
        with (settings.DATA_DIR / "demonstration-files" / chronology.file_name).open("rb") as file:
            told = {
                "document": file,
                "on_behalf_of": "Their safeguarding lead",
                "given_on_day": str(yesterday.day),
                "given_on_month": str(yesterday.month),
                "given_on_year": str(yesterday.year),
                "received_via": "EMAIL",
            }
            client.post(
                reverse("chronologies:record-chronology", args=[loaded.reference, part.pk]), told
            )
        sent = part.chronologies.get()
        read_submission(submission_id=sent.pk, at=sent.received_at)
        sent.refresh_from_db()
        assert (sent.rows_read, sent.rows_rejected) == (chronology.rows, chronology.to_mend)
