"""The chapters of one review's report: in the chair's order, under the chair's titles."""

import pytest

from reports.models import ChapterChoice, SectionKind
from reports.operations.chapters import Choice, choose_chapters, reset_chapters
from reports.published.comparison import compare
from reports.published.numbering import numbered
from reports.published.text import as_text
from reports.queries.assembly.outline import CHAPTERS
from reports.queries.drafts import report_of
from reviews.access import Refused, Role
from tests.factories.reports import AT, ChapterChoiceFactory, DraftFactory, ReportSectionFactory
from tests.factories.reviews import ReviewFactory, playing
from tests.pages.reading import Html
from tests.reports.full import fill
from tests.reports.saying import page, text
from tests.reports.test_assembly import report_of as working

pytestmark = pytest.mark.django_db


def choices(**own):
    """The usual chapters, but for some."""
    return [own.get(one.key.replace("-", "_"), Choice(key=one.key, place=at))
            for at, one in enumerate(CHAPTERS, 1)]  # fmt: skip


def choose(review, chair, **own):
    return choose_chapters(review=review, choices=choices(**own), by=chair, at=AT)


def titles(review):
    return [one.title for one in numbered(working(review).chapters)]


def test_order_and_titles_are_the_chairs_and_numbers_and_references_follow(review, chair):
    fill(review, agencies=1, unwritten={SectionKind.FACTS, SectionKind.OVERVIEW})
    ReportSectionFactory(review=review, text="They met in 2019. {#met}")
    ReportSectionFactory(
        review=review, kind=SectionKind.OVERVIEW, text="See [@met] and [@chapter-facts]."
    )

    choose(review, chair, facts=Choice(key="facts", place=1, title="Maris and Jonas"))

    assert titles(review)[:3] == ["1. Tribute", "2. Maris and Jonas", "3. Condolences"]
    assert "See paragraph 2.1 and chapter 2." in as_text(working(review))


def test_a_chapter_left_out_does_not_print_and_its_words_are_kept(review, chair, writing):
    fill(review, agencies=1)
    out = Choice(key="tribute", place=1, because="The family asked for none.")

    choose(review, chair, tribute=out)

    assert "Words of Tribute." not in as_text(working(review))
    assert titles(review)[0] == "1. Condolences"
    said = text(writing.get(page("report", review.reference)))
    assert "Tribute: The family asked for none." in said
    reset_chapters(review=review, by=chair, at=AT)
    assert titles(review)[0] == "1. Tribute"
    assert "Words of Tribute." in as_text(working(review))


def test_drafts_of_before_keep_theirs_and_a_comparison_finds_the_chapter_again(review, chair):
    draft = DraftFactory(review=review)
    before = report_of(draft)
    choose(review, chair, introduction=Choice(key="introduction", place=9, title="How it began"))

    draft.refresh_from_db()

    assert report_of(draft) == before
    found = {one.title: one.changes for one in compare(before, working(review))}
    assert any(piece.text == "How it began" for change in found["How it began"]
               for piece in change.after)  # fmt: skip
    assert "Introduction" not in found


def test_every_report_has_what_it_has_to_have(review, chair):
    with pytest.raises(Refused, match="Every report has “Background"):
        choose(review, chair, facts=Choice(key="facts", place=1, because="Long."))
    with pytest.raises(Refused, match="Two chapters are called “conclusions”"):
        choose(review, chair, facts=Choice(key="facts", place=1, title="CONCLUSIONS"))
    assert not ChapterChoice.objects.exists()


def test_who_does_not_write_does_not_choose(review, officer):
    with pytest.raises(Refused):
        choose(review, officer)
    with pytest.raises(Refused):
        reset_chapters(review=review, by=officer, at=AT)


def test_a_chapter_newer_than_the_choice_stands_where_it_usually_does(review):
    fill(review, agencies=1)
    ChapterChoiceFactory(review=review, key="tribute", place=2)
    ChapterChoiceFactory(review=review, key="condolences", place=1)

    assert titles(review)[:3] == ["1. Condolences", "2. Tribute", "3. Introduction"]


class TestThePage:
    def test_it_is_chosen_on_a_page_and_reset(self, writing, review):
        fill(review, agencies=1)
        address = page("chapters", review.reference)
        shown = Html(writing.get(address).content.decode())
        asked = ("place_", "title_", "because_")
        form = {one["name"]: one.get("value") or "" for one in shown.all("input")
                if (one.get("name") or "").startswith(asked)}  # fmt: skip

        form |= {"place_facts": "1", "title_facts": "Maris"}
        said = text(writing.post(address, form, follow=True))

        assert "The chapters are as you chose." in said
        assert "2. Maris" in said
        assert "usually “Background information (the facts)”" in text(writing.get(address))
        assert "usual chapters again" in text(writing.post(address, {"reset": "yes"}, follow=True))
        assert not ChapterChoice.objects.exists()

    def test_what_is_refused_is_said_and_kept(self, writing, review):
        address = page("chapters", review.reference)
        form = {f"{name}_{one.key}": value for at, one in enumerate(CHAPTERS, 1)
                for name, value in (("place", at), ("title", ""))}  # fmt: skip

        said = text(writing.post(address, form | {"title_facts": "Conclusions"}))

        assert "Two chapters are called “conclusions”" in said
        assert 'value="Conclusions"' in said
        assert "Say where “Tribute” stands" in text(
            writing.post(address, form | {"place_tribute": ""})
        )

    def test_after_the_end_nothing_is_chosen(self, client):
        ended = ReviewFactory(at_stage="CONCLUDED")
        client.force_login(playing(Role.INDEPENDENT_CHAIR, to=ended))

        answer = client.post(page("chapters", ended.reference), {"reset": "yes"}, follow=True)

        assert "This review has ended" in text(answer)


class TestWhatAReportHasToSay:
    def lacks(self, writing, review):
        shown = text(writing.get(page("report", review.reference)))
        return [words for words in ("how the family was involved", "dissemination", "conclusions",
                "an analysis", "recommendations", "the reasons for delay")
                if f"Nothing says yet: {words}." in shown]  # fmt: skip

    def test_what_lacks_is_named_with_the_section_to_write(self, writing, review):
        assert self.lacks(writing, review) == [
            "how the family was involved", "dissemination", "conclusions", "an analysis",
            "recommendations", "the reasons for delay",
        ]  # fmt: skip
        shown = Html(writing.get(page("report", review.reference)).content.decode())
        assert shown.all("a", href=page("write-section", review.reference, "involvement"))

    def test_another_title_and_place_answer_it_all_the_same_and_so_does_a_reason(
        self, writing, review, chair
    ):
        ReportSectionFactory(review=review, kind=SectionKind.INVOLVEMENT, text="They were asked.")
        ReportSectionFactory(review=review, kind=SectionKind.ANALYSIS_ENQUIRIES, text="It shows.")
        ReportSectionFactory(
            review=review, kind=SectionKind.DELAY, text="", empty_because="There was none."
        )
        choose(review, chair, involvement=Choice(key="involvement", place=24, title="Voices"))

        assert self.lacks(writing, review) == ["dissemination", "conclusions", "recommendations"]

    def test_what_stands_in_a_chapter_left_out_answers_nothing(self, writing, review, chair):
        ReportSectionFactory(review=review, kind=SectionKind.ANALYSIS_ENQUIRIES, text="It shows.")
        out = Choice(key="analysis-enquiries", place=20, because="Shown by agency.")
        choose(review, chair, analysis_enquiries=out)

        assert "an analysis" in self.lacks(writing, review)
