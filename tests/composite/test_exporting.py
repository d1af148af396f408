"""What leaves: the same story as a file, with pseudonyms unless somebody who may says otherwise."""

import csv
import json
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from audit.models import AuditEvent
from chronologies.models import ChronologyEntry
from composite.operations import exports, marks
from composite.operations.exports import say_nothing
from composite.papers import sheet
from composite.papers.sheet import Sheet
from composite.papers.sheet_csv import sheet_csv
from composite.papers.sheet_xlsx import CUT, LONGEST, sheet_xlsx
from composite.papers.sheets import NAMED
from composite.queries import exporting
from documents.long.parts import PartFailed
from panels.queries.terms import lines_of_enquiry
from reviews.access import Refused, Role
from tests.chronologies.world import GOOD, MONTH, NOW, ready, shown
from tests.factories.evidence import agreed_terms
from tests.factories.reviews import PersonFactory, playing

pytestmark = pytest.mark.django_db

FORMULA = ("22/05/2016", "", "x", '=HYPERLINK("http://x.example")', "-1")


@pytest.fixture
def story(released, review):
    PersonFactory(review=review, true_name="Zoe Quarto", pseudonym="Maris")
    return released(("22/05/2016", "14:30", "Case system", "Zoe rang.", ""), MONTH, FORMULA)


def table(content):
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))


def taken(client, review, **said):
    return client.post(reverse("composite:export", args=[review.reference]), said)


class TestOnThePage:
    def test_csv_with_pseudonyms_marking_day_and_name(self, client, story, review, member):
        client.force_login(member)
        response = taken(client, review, format="csv")

        assert 'chronology with pseudonyms.csv"' in response["Content-Disposition"]
        rows = table(response.content)
        assert [row["What happened"] for row in rows] == [
            "'=HYPERLINK(\"http://x.example\")", "Maris rang.", "Letter sent.",
        ]  # fmt: skip
        assert rows[1] | {
            "Place": "2", "Agency": "Alder Trust", "Date": "22/05/2016 14:30",
            "Earliest": "2016-05-22", "Latest": "2016-05-22", "Precision": "exact", "Doubt": "",
            "Time": "14:30", "Submission": "1", "Table": "", "Row": "2", "Released": "yes",
            "Marking": "OFFICIAL-SENSITIVE",
            "Exported": "2 February 2026 by Pia Lund, with pseudonyms",
        } == rows[1]  # fmt: skip
        event = AuditEvent.objects.latest("pk")
        assert (event.event, event.subjects["names"]) == ("chronology.exported", "pseudonymised")

    def test_excel_holds_texts_and_no_formula(self, client, story, review, member):
        client.force_login(member)
        response = taken(client, review, format="xlsx", named="yes")
        assert "with true names.xlsx" in response["Content-Disposition"]
        book = load_workbook(BytesIO(response.content))
        cells = [cell for row in book["Chronology"].iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert "Zoe rang." in [cell.value for cell in cells]
        assert FORMULA[3] in [cell.value for cell in cells]
        about = [row[0].value for row in book["About"].iter_rows()]
        assert "OFFICIAL-SENSITIVE" in about
        assert NAMED in about

    def test_word_is_marked_and_readable(self, client, story, review, member):
        client.force_login(member)
        paper = Document(BytesIO(taken(client, review, format="docx").content))
        words = [cell.text for row in paper.tables[0].rows for cell in row.cells]
        assert any("Maris rang." in text for text in words)
        assert not any("Zoe" in text for text in words)
        assert paper.sections[0].header.paragraphs[0].text == "OFFICIAL-SENSITIVE"
        assert "Exported on 2 February 2026 by Pia Lund." in [p.text for p in paper.paragraphs]

    @pytest.mark.slow
    def test_pdf(self, client, story, review, member):
        client.force_login(member)
        assert taken(client, review, format="pdf").content.startswith(b"%PDF")

    def test_only_what_is_shown(self, client, story, review, member):
        client.force_login(member)
        narrow = reverse("composite:narrow", args=[review.reference])
        period = {"period_from": "June 2016", "period_to": "2016"}
        asked = {"agency": "alder-trust"}
        client.post(narrow, {**period, "words": "letter"})
        rows = table(taken(client, review, format="csv", **asked).content)
        assert [row["What happened"] for row in rows] == ["Letter sent."]
        client.post(narrow, {**period, "words": "zoe"})
        paper = Document(BytesIO(taken(client, review, format="docx", **asked).content))
        said = " ".join(p.text for p in paper.paragraphs)
        assert (
            "Only entries of Alder Trust from 1 June 2016 to 31 December 2016 with certain words."
            in said
        )

    def test_what_chair_and_panel_made_of_it_has_columns_of_its_own(
        self, client, story, review, member, monkeypatch
    ):
        agreed_terms(review)
        entry = ChronologyEntry.objects.get(what_happened="Zoe rang.")
        (line, *_) = lines_of_enquiry(review)
        marks.weigh(entry=entry, weight="KEY", enquiries=[line.root], by=member, at=NOW)
        marks.comment(entry=entry, words="=Zoe was not asked.", by=member, at=NOW)
        client.force_login(member)
        for most in (1000, 0):  # few entries are asked for by name, many are not
            monkeypatch.setattr("composite.queries.marks.MOST_NAMED", most)
            plain, marked, _ = table(taken(client, review, format="csv").content)
            assert marked["Panel: weight"] == "Key event"
            assert marked["Panel: lines of enquiry"] == f"1. {line.text}"
            assert marked["Panel: comments"] == "Pia Lund: =Maris was not asked."
            assert plain["Panel: weight"] == plain["Panel: comments"] == ""

    def test_a_telling_day_that_was_asked_for_is_its_month(self, client, story, review, member):
        review.died_on = date(2016, 5, 22)
        review.save()
        client.force_login(member)
        narrow = reverse("composite:narrow", args=[review.reference])
        client.post(narrow, {"period_from": "22 May 2016", "period_to": "22 May 2016"})
        for named, days in (({}, "from 1 May 2016 to 31 May 2016"), ({"named": "yes"}, "22 May")):
            paper = Document(BytesIO(taken(client, review, format="docx", **named).content))
            said = " ".join(p.text for p in paper.paragraphs)
            assert days in said
            assert ("22 May 2016" in said) is bool(named)

    def test_what_is_not_released_is_said(self, client, sent, review, chair):
        ready(sent(GOOD))
        client.force_login(chair)
        paper = Document(BytesIO(taken(client, review, format="docx").content))
        assert "Not released to the panel: Alder Trust." in [p.text for p in paper.paragraphs]
        assert "not released" in paper.tables[0].rows[1].cells[1].text

    def test_so_is_what_is_not_submitted(self, client, sent, review, chair):
        sent(GOOD)
        client.force_login(chair)
        (row,) = table(taken(client, review, format="csv").content)
        assert row["Released"] == "no, a draft"
        paper = Document(BytesIO(taken(client, review, format="docx").content))
        about = "Not released to the panel: Alder Trust (a draft that it has not submitted yet)."
        assert about in [p.text for p in paper.paragraphs]
        cell = paper.tables[0].rows[1].cells[1].text
        assert "a draft that Alder Trust has not submitted yet" in cell

    def test_a_file_that_cannot_be_made_is_said(self, client, story, review, member, monkeypatch):
        def failing(*args, **kwargs):
            raise PartFailed("documents.long.part ended with 1")

        monkeypatch.setattr(exports, "file_of", failing)
        client.force_login(member)
        answer = client.post(
            reverse("composite:export", args=[review.reference]), {"format": "pdf"}, follow=True
        )
        assert "The file could not be made. Try again, or take CSV." in shown(answer)

    def test_other_kinds_and_other_people_find_nothing(self, client, story, review, member, author):
        client.force_login(member)
        assert taken(client, review, format="doc").status_code == 404
        client.force_login(author)
        assert taken(client, review, format="csv").status_code == 404

    def test_names_need_their_own_right(self, story, review, monkeypatch):
        outsider = playing(Role.PANEL_MEMBER, to=review)
        monkeypatch.setattr(
            "reviews.access.require",
            lambda actor, permission, on: (
                (_ for _ in ()).throw(Refused("names")) if permission == "identities_read" else None
            ),
        )
        with pytest.raises(Refused, match="names"):
            exporting.composite_of(review, reader=outsider, is_named=True, at=NOW)


class TestSheets:
    def sheet(self, *cells):
        return Sheet(
            title="T", reference="R", marking="M", about=(), heads=("A",),
            rows=tuple((c,) for c in cells), widths=(10,),
        )  # fmt: skip

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r", " ="])
    def test_no_formula_hides_in_csv(self, start):
        text = sheet_csv(self.sheet(f"{start}1+1"), tell=say_nothing).decode("utf-8-sig")
        assert next(csv.reader(StringIO(text.split("\r\n", 1)[1])))[0].startswith("'")

    def test_excel_says_where_it_cuts(self):
        made = sheet_xlsx(self.sheet("a" * (LONGEST + 1), "b\x0bc"), tell=say_nothing)
        cells = [row[0].value for row in load_workbook(BytesIO(made))["Chronology"].iter_rows()]
        assert len(cells[1]) == LONGEST
        assert cells[1].endswith(CUT)
        assert cells[2] == "bc"


class TestExportCommand:
    def export(self, review, path, *flags, form="csv"):
        call_command(
            "export_chronology", "--review", getattr(review, "reference", review), "--format", form,
            "--output", str(path), *flags,
        )  # fmt: skip

    def test_with_pseudonyms_unless_named(self, story, review, tmp_path, capsys, monkeypatch):
        monkeypatch.setattr(sheet, "TOLD_EVERY", 2)
        path = tmp_path / "out.csv"
        self.export(review, path)
        assert "Maris rang." in path.read_text("utf-8-sig")
        assert "by command line" in path.read_text("utf-8-sig")
        said = capsys.readouterr().err
        assert "bytes written to" in said
        assert "2 entries laid out" in said
        self.export(review, path, "--named", "--json")
        assert "Zoe rang." in path.read_text("utf-8-sig")
        assert json.loads(capsys.readouterr().out)["named"] is True

    def test_what_is_refused(self, story, review, tmp_path, author):
        with pytest.raises(CommandError, match="no review"):
            self.export("NONE-1", tmp_path / "out.csv")
        with pytest.raises(CommandError, match="does not let you"):
            self.export(review, tmp_path / "out.csv", "--as", author.email)
        with pytest.raises(CommandError):
            self.export(review, tmp_path / "no" / "out.csv")

    def test_what_no_panel_reads_yet_is_there_for_who_may(self, sent, review, tmp_path):
        ready(sent(GOOD))
        self.export(review, tmp_path / "out.csv")
        assert table((tmp_path / "out.csv").read_bytes())[0]["Released"] == "no"
