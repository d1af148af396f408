"""What the world reads: frozen, checked, and closed again."""

from datetime import date, timedelta

import pikepdf
import pytest
from django.urls import reverse
from django.utils import timezone

from agencies.models import COMMAND_LINE
from documents.pdf_words import properties_of_pdf, words_of_pdf
from publications.models import Choice, Publication, Published
from publications.operations import deciding, publishing
from publications.queries.to_check import publication_to_check
from publications.rules.candidate import candidate_of, drafts_to_publish
from publications.rules.checking import check_of
from reports.published.report import Chapter
from reviews.access import Refused
from reviews.lifecycle import Stage
from reviews.operations import stages
from tests.factories.actionplans import RecommendationFactory
from tests.factories.panels import ParallelProcessFactory
from tests.factories.publications import (
    PublicationDecisionFactory,
    PublicTextFactory,
    QaLetterFactory,
    QaSubmissionFactory,
)
from tests.factories.reports import DraftFactory
from tests.factories.reviews import PersonFactory, ReviewFactory
from tests.publications.publishing import (
    TODAY,
    bytes_of,
    certify_publication,
    decided,
    published,
    saying,
)

pytestmark = pytest.mark.django_db


def publish(review, **told):
    """Publish with a certificate, where there is something to certify."""
    if publication_to_check(review, 0):
        certify_publication(review)
    said = {"published_on": TODAY, "today": TODAY, "by": COMMAND_LINE, "at": timezone.now()}
    return publishing.publish(review=review, **{**said, **told})


def pdf_of(publication, kind):
    return bytes_of(publication.items.get(kind=kind).document)


@pytest.mark.slow
def test_publishing_freezes_pages_and_papers_and_moves_the_review(review):
    asked = RecommendationFactory(review=review, text="Ask everybody about safety.")
    publication = published(review)

    review.refresh_from_db()
    assert review.stage == Stage.PUBLISHED
    assert {item.kind for item in publication.items.all()} == {"report", "summary", "letter"}
    assert publication.recommendations == [{"number": "1", "text": asked.text, "row": asked.pk}]
    words = words_of_pdf(pdf_of(publication, "report"))
    assert "Maris died in January 2026" in words
    assert "OFFICIAL" not in words
    assert "Draft 1" not in words
    assert "Shorten chapter 2" in words_of_pdf(pdf_of(publication, "letter"))


def test_a_true_name_stops_it_and_is_not_said(review):
    decided(review, report=saying("Oriel Vantongren lived there."))

    with pytest.raises(Refused) as refusal:
        publish(review)
    assert "Not yet: 1 stop." in str(refusal.value)
    assert "“Overview report, paragraph 1.1” holds the true name of Maris." in str(refusal.value)
    assert "Vantongren" not in str(refusal.value)
    assert not review.publications.exists()


def stop_in(review):
    return [stop.where for stop in check_of(review, candidate_of(review)).stops]


def test_every_part_that_would_be_public_is_held_against_the_names(review):
    PersonFactory(review=review, true_name="Ben", aliases=["Benjo"], born_on=date(1999, 3, 4))
    name, day = "ORIEL  VANTONGREN", "4 March 1999"
    decided(review, letter=f"Dear Benjo,\n\n• born {day}")
    PublicTextFactory(
        review=review,
        draft=DraftFactory(review=review, released=True, report=saying(f"Born {day}")),
        title=f"About {name}",
        about="Vantongren, Oriel",
    )
    RecommendationFactory(review=review, text="Do as Benjo asked.")

    assert set(stop_in(review)) == {
        "Title of the public page",
        "Introduction on the public page",
        "Overview report, paragraph 1.1",
        "Home Office letter",
        "Recommendation 1 on the public page",
    }


def test_the_action_plan_on_its_own_is_held_against_the_names_too(review):
    plan = Chapter(
        "multi-agency-plan", "Action plan", saying("Oriel Vantongren").chapters[0].blocks
    )
    report = saying("Nothing.").__class__(**{**vars(saying("Nothing.")), "appendices": (plan,)})
    decided(review, report=report, items=[Published.ACTION_PLAN])

    assert stop_in(review) == ["Action plan on its own: Overview report, paragraph A.1"]


def test_nothing_is_published_without_a_certificate_for_these_very_files(review, officer):
    decided(review)
    told = {"published_on": TODAY, "today": TODAY, "by": officer, "at": timezone.now()}
    with pytest.raises(Refused, match="No certificate says that these very files"):
        publishing.publish(review=review, **told)
    assert certify_publication(review).is_whole
    PublicTextFactory(
        review=review,
        draft=DraftFactory(review=review, released=True, report=saying("Another word.")),
    )
    with pytest.raises(Refused, match="No certificate says"):
        publishing.publish(review=review, **told)


def test_a_name_in_a_finished_paper_stops_it_whatever_its_words(review, monkeypatch, tmp_path):
    decided(review, items=[Published.REPORT])
    paper = pikepdf.new()
    paper.add_blank_page()
    paper.docinfo["/Author"] = "Oriel Vantongren"
    paper.save(tmp_path / "paper.pdf")
    made = (tmp_path / "paper.pdf").read_bytes()
    monkeypatch.setattr(publishing, "public_pdf", lambda kind, content: made)

    with pytest.raises(Refused, match="Overview report as a PDF, properties” holds the true name"):
        publish(review)
    assert "Oriel" in properties_of_pdf(made)


def test_a_letter_without_words_is_not_published(review):
    decided(review)
    letter = review.qa_submissions.get().letter
    letter.text = ""
    letter.save()

    with pytest.raises(Refused, match="There are no words yet of: home office letter"):
        publish(review)


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        ({"standing": "PROVISIONAL"}, "provisional"),
        ({"choice": Choice.WITHHOLD, "compelling": ["CHILD"], "items": []}, "nothing is published"),
    ],
)
def test_only_a_confirmed_decision_to_publish_something_is_carried_out(review, decision, words):
    decided(review, **decision)
    with pytest.raises(Refused, match=words):
        publish(review)


def test_nothing_is_published_before_it_is_decided_and_introduced(review):
    with pytest.raises(Refused, match="not decided"):
        publish(review)
    PublicationDecisionFactory(review=review)
    with pytest.raises(Refused, match="which draft is published"):
        publish(review)


def test_nothing_is_published_of_a_review_that_is_not_so_far():
    review = ReviewFactory(at_stage=Stage.HO_QA)
    decided(review)
    with pytest.raises(Refused, match="stands at “Home Office quality assurance”"):
        publish(review)


def test_somebody_who_enters_no_decisions_publishes_nothing(review, chair):
    decided(review)
    with pytest.raises(Refused, match="Your role"):
        publish(review, by=chair)
    with pytest.raises(Refused, match="today or in the past"):
        publish(review, published_on=TODAY + timedelta(days=1))


def test_nothing_is_published_while_another_body_holds_it_back(client, review, officer):
    decided(review)
    ParallelProcessFactory(review=review)

    with pytest.raises(Refused, match="holds back publication: The trial is to come"):
        publish(review, reason="We publish all the same.")
    client.force_login(officer)
    page = client.get(reverse("publications:publish", args=[review.reference]))
    assert "Who can lift it: The senior investigating officer." in page.content.decode()
    assert "<form" not in page.content.decode().partition("<main")[2]


def test_the_table_alone_publishes_nothing(review):
    decided(review)
    with pytest.raises(Refused, match="Nobody can pass this"):
        stages.move_on(
            review=review,
            to=Stage.PUBLISHED,
            moved_on=TODAY,
            today=TODAY,
            reason="It is urgent.",
            by=COMMAND_LINE,
            at=timezone.now(),
        )


@pytest.mark.slow
def test_a_withheld_report_may_have_a_public_summary(review):
    publication = published(
        review, choice=Choice.WITHHOLD, compelling=["CHILD"], items=[Published.SUMMARY]
    )

    review.refresh_from_db()
    assert review.stage == Stage.WITHHELD
    item = publication.items.get()
    assert item.kind == Published.SUMMARY
    assert item.content["chapters"] == []
    assert Publication.objects.standing().get() == publication


@pytest.mark.slow
def test_publishing_again_takes_the_earlier_set_down(review):
    first = published(review, items=[Published.SUMMARY])
    stages.move_on(
        review=review,
        to=Stage.ACTION_MONITORING,
        moved_on=TODAY,
        today=TODAY,
        by=COMMAND_LINE,
        at=timezone.now(),
    )

    with pytest.raises(Refused, match="published meanwhile"):
        publish(review)
    second = publish(review, instead_of=first.pk)

    first.refresh_from_db()
    assert first.taken_down_reason == "Published again."
    assert Publication.objects.standing().get() == second


@pytest.mark.slow
def test_one_step_back_closes_the_page_until_it_is_published_anew(review, officer):
    publication = published(review, items=[Published.SUMMARY])
    stages.step_back(review=review, reason="A mistake.", today=TODAY, by=officer, at=timezone.now())
    assert not Publication.objects.standing().exists()

    PersonFactory(review=review, true_name="The panel")
    review.refresh_from_db()
    with pytest.raises(Refused, match="published on a page of its own"):
        stages.move_on(
            review=review,
            to=Stage.PUBLISHED,
            moved_on=TODAY,
            today=TODAY,
            by=COMMAND_LINE,
            at=timezone.now(),
        )
    with pytest.raises(Refused, match=r"Executive summary, paragraph 1\.1” holds the true name"):
        publish(review, instead_of=publication.pk)
    assert not publication.is_taken_down


def take_down(publication, **told):
    said = {"taken_down_on": TODAY, "reason": "A mistake.", "today": TODAY, "by": COMMAND_LINE}
    return publishing.take_down(publication=publication, at=timezone.now(), **{**said, **told})


@pytest.mark.slow
def test_a_published_set_is_taken_down_once_with_a_reason(review):
    publication = published(review, items=[Published.SUMMARY])

    with pytest.raises(Refused, match="Say why"):
        take_down(publication, reason=" ")
    with pytest.raises(Refused, match="published only after"):
        take_down(publication, taken_down_on=TODAY - timedelta(days=1))
    take_down(publication)
    assert not Publication.objects.standing().exists()
    with pytest.raises(Refused, match="already"):
        take_down(publication)


def test_a_draft_of_another_review_is_not_published(review, officer):
    said = {"review": review, "by": officer, "at": timezone.now()}
    with pytest.raises(Refused, match="draft of this review"):
        deciding.introduce(draft=DraftFactory(), title="A", about="B", **said)
    for title, about in (("", "B"), ("A", " ")):
        with pytest.raises(Refused, match="readers of the library see first"):
            deciding.introduce(
                draft=DraftFactory(review=review, released=True), title=title, about=about, **said
            )


def test_a_draft_that_the_panel_has_not_got_is_not_introduced(review, officer):
    draft = DraftFactory(review=review)
    with pytest.raises(Refused, match="Release this draft"):
        deciding.introduce(
            draft=draft, title="A", about="B", review=review, by=officer, at=timezone.now()
        )


def test_a_letter_is_published_only_where_it_is_decided(review):
    QaLetterFactory(submission__review=review)
    PublicationDecisionFactory(review=review, items=[Published.REPORT])
    PublicTextFactory(review=review)

    assert list(candidate_of(review).contents) == [Published.REPORT]


def test_a_day_before_the_decision_asks_for_a_reason(review):
    decided(review, decided_on=TODAY)
    early = TODAY - timedelta(days=1)
    with pytest.raises(Refused, match="before the decision") as refusal:
        publish(review, published_on=early)
    assert refusal.value.field == "reason"


def test_nothing_older_than_what_the_home_office_saw_is_published(review):
    old, sent, later = (DraftFactory(review=review, released=True) for _ in range(3))
    QaSubmissionFactory(review=review, draft=sent, sent=True)
    assert [draft.number for draft in drafts_to_publish(review)] == [later.number, sent.number]
    with pytest.raises(Refused, match="Home Office saw"):
        deciding.introduce(
            review=review,
            draft=old,
            title="Maris",
            about="A review.",
            by=COMMAND_LINE,
            at=timezone.now(),
        )
