"""Figures of a report: seen by those who see, said to those who do not, checked in all words."""

from io import BytesIO

import docx
import page as pdf_page
import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx.oxml.ns import qn
from PIL import Image

from reports.models import ReportFigure, SectionKind
from reports.operations import figures as operations
from reports.operations.drafts import make_draft
from reports.published.comparison import compare
from reports.published.report import as_data, from_data
from reports.published.text import as_text, text_hash
from reports.queries.assembly.record import record_of
from reports.queries.assembly.whole import report_from
from reports.queries.drafts import report_of
from reports.queries.to_check import paper_of
from reports.rules import figures as rules
from reviews.access import Refused, Role
from tests.factories.documents import PictureFactory, blue
from tests.factories.reports import AT, ReportFigureFactory, ReportSectionFactory
from tests.factories.reviews import playing
from tests.reports.conftest import NOW
from tests.reports.saying import page, text
from tests.reports.test_in_word import line
from tests.reports.test_returned import bring_back, standing, take, taken_along

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
SHOWS = "A map: the practice stands two streets away from the flat."


def photograph():
    """A picture that says where it was taken."""
    made, picture = BytesIO(), Image.new("RGB", (40, 30), "red")
    exif = picture.getexif()
    exif[0x010E] = "Zqx taken at Invented Street"
    picture.save(made, "JPEG", exif=exif)
    return SimpleUploadedFile("map.jpg", made.getvalue(), content_type="image/jpeg")


def added(**given):
    words = {"caption": "The way to the practice", "alt": SHOWS}
    return {**words, "file": photograph(), **given}


def written(review, words="It was near.\n\n[=picture-1] {#way}\n\nSee [@way]."):
    return ReportSectionFactory(review=review, kind=SectionKind.FACTS, text=words)


def now(review):
    return report_from(record_of(review, today=TODAY), version="")


@pytest.fixture
def picture(review):
    return ReportFigureFactory(review=review, sign="picture-1")


class TestAPicture:
    def test_is_added_put_into_a_section_and_stays_in_drafts_as_it_was(
        self, writing, review, chair
    ):
        said = text(writing.post(page("figures", review.reference), added(), follow=True))
        assert "Put [=picture-1] into a section." in said
        figure = review.report_figures.get()
        with figure.document.open() as file:
            assert b"Zqx" not in file.read()
        written(review)
        shown = text(writing.get(page("report", review.reference)))
        assert '<img src="data:image/jpeg;base64,' in shown
        assert f'alt="{SHOWS}"' in shown
        assert "Figure 1. The way to the practice" in shown
        assert 'href="#at-way">figure 1</a>' in shown
        draft = make_draft(
            review=review, purpose="PANEL", made_on=TODAY, today=TODAY, by=chair, at=NOW
        )
        figure.alt = "A map of somewhere else altogether."
        figure.save()
        assert SHOWS in as_text(report_of(draft))
        assert SHOWS not in as_text(now(review))
        assert text_hash(report_of(draft)) == draft.sha256

    def test_prints_where_it_can_be_read_aloud(self, writing, review, picture):
        written(review)
        answer = writing.get(page("report-file", review.reference, "overview-report", "pdf"))
        report = pdf_page.validate_pdf_bytes(answer.content, profile="ua1")
        assert [(fault.rule_id, fault.message) for fault in report.failures] == []
        assert SHOWS in alts_of(answer.content)

    def test_stands_in_the_word_file_with_what_it_shows(self, writing, review, picture):
        written(review)
        answer = writing.get(page("report-file", review.reference, "overview-report", "docx"))
        file = docx.Document(BytesIO(answer.content))
        [about] = file.element.body.iter(qn("wp:docPr"))
        assert about.get("descr") == SHOWS
        [part] = file.part.package.image_parts
        assert part.blob == blue()
        assert any(one.text == "Figure 1. The way to the practice" for one in file.paragraphs)

    def test_is_a_sign_in_the_file_to_write_in_and_comes_back(self, writing, review, picture):
        written(review)
        file = taken_along(writing, review)
        line(file, "It was near.").runs[0].text = "It was very near."
        bring_back(writing, review, file)
        take(writing, review, SectionKind.FACTS)
        assert "[=picture-1] {#way}" in standing(review, SectionKind.FACTS)
        assert "very near" in standing(review, SectionKind.FACTS)

    def test_prints_as_typed_in_a_sentence_without_a_picture_or_while_it_waits(
        self, writing, review, picture
    ):
        written(review, "Here [=picture-1] stays.\n\n[=picture-7]")
        said = as_text(now(review))
        assert "Here [=picture-1] stays." in said
        told = text(writing.get(page("report", review.reference)))
        assert "inserts [=picture-7], which the record does not have" in told
        picture.document = PictureFactory(pending=True)
        picture.save()
        written(review, "[=picture-1]")
        assert "[=picture-1]" in as_text(now(review))
        assert "being checked for malware" in text(writing.get(page("figures", review.reference)))


class TestWhatIsChecked:
    def test_a_name_in_what_it_shows_stops_as_one_in_a_paragraph(self, writing, review, picture):
        picture.alt = "The house of Oriel Vantongren, seen from the street."
        picture.save()
        written(review)
        lines = [one.text for one in paper_of(now(review))[0].lines]
        assert any("Oriel Vantongren" in one for one in lines)
        for name, args in (("report", ()), ("figure", (picture.sign,))):
            shown = text(writing.get(page(name, review.reference, *args)))
            assert "Oriel Vantongren" in shown
            assert "true name" in shown

    def test_another_picture_under_the_same_words_is_another_text(self, review, picture):
        written(review)
        before = now(review)
        assert from_data(as_data(before)) == before
        picture.document = PictureFactory(content=photograph().read(), kind="JPEG")
        picture.save()
        after = now(review)
        assert text_hash(before) != text_hash(after)
        assert compare(before, after)


class TestRefused:
    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ({"alt": "A red map"}, "This is too short for whoever does not see the picture."),
            ({"alt": "The way to the practice"}, "in a sentence that is not its caption"),
            ({"caption": " "}, "Enter a caption"),
            ({"file": SimpleUploadedFile("a.txt", b"words")}, "picture"),
        ],
    )
    def test_a_picture_that_says_nothing(self, writing, review, given, said):
        assert said in text(writing.post(page("figures", review.reference), added(**given)))
        assert not ReportFigure.objects.exists()

    def test_one_that_no_paper_carries(self, review, chair):
        heavy = PictureFactory(size=rules.MOST_BYTES + 1)
        with pytest.raises(Refused, match="too heavy"):
            operations.add_picture(
                review=review, document=heavy, caption="A", alt=SHOWS, by=chair, at=AT
            )

    def test_one_without_a_caption(self):
        with pytest.raises(Refused, match="Enter a caption"):
            rules.check_words(" ", SHOWS)

    def test_one_more_than_a_report_holds(self, review, chair, monkeypatch):
        monkeypatch.setattr(rules, "MOST_PICTURES", 1)
        words = {"caption": "A map", "alt": SHOWS, "by": chair, "at": AT}
        gone = operations.add_picture(review=review, document=PictureFactory(), **words)
        with pytest.raises(Refused, match="holds 1 pictures"):
            operations.add_picture(review=review, document=PictureFactory(), **words)
        operations.remove_picture(figure=gone, by=chair, at=AT)
        later = operations.add_picture(review=review, document=PictureFactory(), **words)
        assert later.sign == "picture-2"  # the number of the first stays its own

    def test_words_of_a_picture_that_say_nothing(self, writing, review, picture):
        at = page("figure", review.reference, picture.sign)
        assert "Say what the picture" in text(writing.post(at, {"caption": "A", "alt": "B"}))
        writing.post(at, {"caption": "The walk", "alt": "Four minutes on foot, past a school."})
        picture.refresh_from_db()
        assert (picture.caption, picture.who) == ("The walk", picture.recorded_by.full_name)

    def test_taking_it_away_from_under_a_text(self, writing, review, picture):
        written(review)
        at = page("figure", review.reference, picture.sign)
        shown = text(writing.post(at, {"remove": "yes"}, follow=True))
        assert "“Background information (the facts)” shows this picture" in shown
        written(review, "It was near.")
        writing.post(at, {"remove": "yes"})
        assert writing.get(at).status_code == 404

    def test_by_whoever_only_reads(self, client, review, picture):
        client.force_login(playing(Role.PANEL_MEMBER, to=review))
        for at in (
            page("figures", review.reference),
            page("figure", review.reference, "picture-1"),
        ):
            assert client.get(at).status_code in (403, 404)


def alts_of(content):
    with pikepdf.open(BytesIO(content)) as file:
        found = (one for one in file.objects if isinstance(one, pikepdf.Dictionary))
        return [str(one.Alt) for one in found if "/Alt" in one]
