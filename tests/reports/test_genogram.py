"""The genogram is drawn from the record, by pseudonyms, and says no more than may be printed."""

from io import BytesIO

import pytest
from PIL import Image

from documents.drawings import as_png, as_svg
from reports.models import ReportFigure
from reports.published.genogram import Family, Relative, Tied, genogram, in_words, places
from reports.published.report import as_data, from_data
from reports.published.text import as_text, texts_of
from reviews.checks.register import register_of
from reviews.checks.true_names import findings
from reviews.models import Life, PersonRole, Sex, TieKind
from tests.factories.reviews import PersonFactory, TieFactory
from tests.reports.saying import page, text
from tests.reports.test_figures import now, written

MARIS = Relative(1, "Maris", "person who died", "F", has_died=True, is_subject=True)
WIDE = 120


def family(ties, *more):
    others = (Relative(key, f"Person {key}", sex="M") for key in range(2, 8))
    return Family((MARIS, *more, *others), tuple(Tied(*tie) for tie in ties))


class TestWhereTheyStand:
    def test_children_below_their_parents_and_partners_beside_each_other(self):
        known = family([
            ("PARTNER", 1, 2), ("PARENT", 1, 3), ("PARENT", 2, 3), ("PARENT", 4, 1),
            ("PARENT", 5, 2),
        ])  # fmt: skip
        at = places(known, WIDE)
        assert at[4][1] == at[5][1] < at[1][1] == at[2][1] < at[3][1]
        assert abs(at[1][0] - at[2][0]) == WIDE
        assert at[3][0] == (at[1][0] + at[2][0]) / 2

    def test_who_has_two_partners_stands_between_them_and_nobody_upon_another(self):
        known = family([
            ("PARTNER", 1, 2), ("PARTNER", 1, 3), ("PARTNER", 1, 4), ("PARENT", 1, 5),
            ("PARENT", 4, 5), ("SIBLING", 2, 6),
        ])  # fmt: skip
        [first, *_] = known.rows
        assert 0 < first.index(1) < len(first) - 1
        at = places(known, WIDE)
        assert len(set(at.values())) == len(at)
        assert genogram(known).width < 900

    def test_whoever_is_tied_to_nobody_is_not_drawn(self):
        known = family([("SIBLING", 1, 2)])
        assert set(known.people) == {1, 2}
        assert "Person 3" not in genogram(known).words

    def test_brothers_and_sisters_of_common_parents_hang_there_once(self):
        known = family([("PARENT", 3, 1), ("PARENT", 3, 2), ("SIBLING", 1, 2)])
        assert known.loose_siblings == []


def test_the_words_say_what_the_drawing_shows():
    known = family([
        ("PARTNER", 1, 2, True, True), ("PARENT", 1, 3), ("PARENT", 2, 3), ("SIBLING", 1, 4),
    ])  # fmt: skip
    said = in_words(known)
    assert "Maris (person who died)" in said
    assert "Maris and Person 2 were married and had parted." in said
    assert "Maris and Person 2 are the parents of Person 3." in said
    assert "Maris and Person 4 are brothers or sisters." in said
    assert genogram(known).words[-1].endswith("wo strokes: parted")


def test_both_paints_hold_the_same_and_the_same_bytes():
    drawn = genogram(family([("PARTNER", 1, 2), ("PARENT", 1, 3)], Relative(9, "<b>& Co")))
    assert as_svg(drawn) == as_svg(drawn)
    assert as_png(drawn) == as_png(drawn)
    assert "style=" not in as_svg(drawn)
    with Image.open(BytesIO(as_png(drawn))) as picture:
        assert picture.size == (drawn.width * 3, drawn.height * 3)


@pytest.mark.django_db
class TestInTheReport:
    @pytest.fixture
    def maris(self, review):
        maris = review.people.get()
        maris.sex = Sex.FEMALE
        maris.save()
        child = PersonFactory(
            review=review, role=PersonRole.CHILD, true_name="Wren Vantongren",
            pseudonym="Child A", sex=Sex.FEMALE, relationship="elder daughter",
        )  # fmt: skip
        mother = PersonFactory(
            review=review, role=PersonRole.FAMILY, true_name="Ursel Brook", pseudonym="",
            relationship="Mother", sex=Sex.FEMALE, life=Life.DECEASED,
        )  # fmt: skip
        TieFactory(person=maris, other=child)
        TieFactory(person=mother, kind=TieKind.PARENT, other=maris)
        return maris

    def test_prints_by_pseudonym_and_keeps_the_sex_of_children_to_itself(
        self, writing, review, maris
    ):
        written(review, "[=genogram]")
        report = now(review)
        said = as_text(report)
        assert "Figure 1. Genogram" in said
        assert "Mother (who has died), Maris (person who died) and Child A (child)" in said
        [figure] = [
            one for chapter in report.chapters for one in chapter.blocks if hasattr(one, "drawing")
        ]
        for never in ("Vantongren", "Brook", "daughter", "Wren"):
            assert never not in f"{figure.alt} {figure.drawing.words}"
        kinds = [one.kind for one in figure.drawing.shapes if one.kind in ("circle", "diamond")]
        assert sorted(kinds) == ["circle", "circle", "diamond"]
        assert from_data(as_data(report)) == report
        for ending in ("pdf", "docx"):
            at = page("report-file", review.reference, "overview-report", ending)
            assert writing.get(at).status_code == 200
        assert "data:image/svg+xml" in text(writing.get(page("report", review.reference)))

    def test_may_be_said_in_words_of_its_author_and_go_back_to_those_made(
        self, writing, review, maris
    ):
        written(review, "[=genogram]")
        at = page("figure", review.reference, "genogram")
        writing.post(at, {"caption": "Maris and her family", "alt": "Three generations."})
        said = as_text(now(review))
        assert "Figure 1. Maris and her family" in said
        assert "What it shows: Three generations." in said
        writing.post(at, {"caption": "", "alt": ""})
        assert "A family tree of 3 people" in as_text(now(review))
        assert ReportFigure.objects.count() == 1

    def test_without_ties_its_sign_stays_and_the_page_says_so(self, writing, review):
        written(review, "[=genogram]")
        assert "[=genogram]" in as_text(now(review))
        assert "no family ties are recorded" in text(writing.get(page("figures", review.reference)))
        assert writing.get(page("figure", review.reference, "picture-9")).status_code == 404

    def test_a_true_name_that_is_drawn_is_found_where_it_stands(self, review, maris):
        maris.pseudonym = "Ursel Brook"
        maris.save()
        written(review, "[=genogram]")
        found = findings(texts_of(now(review)), register_of(review))
        assert any("Background information" in one.where for one in found)
