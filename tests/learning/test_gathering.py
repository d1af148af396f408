"""What a review published is gathered: its published words, and nothing recorded beside them."""

from dataclasses import replace

import pytest
from django.utils import timezone

from learning.models import Lesson, Theme
from learning.operations import gathering
from learning.operations.themes import give_themes
from publications.published.public import the_report
from reports.published.report import Chapter, Paragraph, as_data
from reviews.models import PersonRole
from tests.factories.actionplans import ActionFactory, LearningPointFactory, RecommendationFactory
from tests.factories.publications import PublicationFactory, PublishedItemFactory
from tests.factories.reports import REPORT
from tests.factories.reviews import PersonFactory

pytestmark = pytest.mark.django_db

ASKED = "Ask everybody who comes alone whether they are safe."
UNPRINTED = "Tell the second practice what the first one knew."


@pytest.fixture
def publication(place):
    """A set whose report prints one learning point, one action and to whom it is addressed."""
    made = PublicationFactory(
        review__partnership=place, recommendations=[{"number": "1", "text": ASKED}]
    )
    one = RecommendationFactory(
        review=made.review, number=7, text=ASKED, addressee=None, addressee_words="Every practice"
    )
    ActionFactory(recommendation=one, text="Put a question into the form.", lead=None)
    ActionFactory(recommendation=one, text="Speak with Doctor Quell.", lead=None)
    one.learning_points.add(LearningPointFactory(review=made.review, text="Nobody asked."))
    LearningPointFactory(review=made.review, text=UNPRINTED)
    chapter = Chapter(
        "lessons",
        "Lessons",
        (
            Paragraph("Nobody asked."),
            Paragraph(f"Recommendation 1, to Every practice: {ASKED}"),
            Paragraph("Put a question into\nthe form."),
        ),
    )
    report = replace(the_report(REPORT), chapters=(chapter,))
    PublishedItemFactory(publication=made, content=as_data(report))
    return made


def test_words_of_the_record_come_along_only_where_they_are_printed(publication):
    gathering.gather(publication=publication, at=timezone.now())
    asked, learnt = Lesson.objects.order_by("place")
    assert (asked.text, asked.number, asked.addressee) == (ASKED, "1", "Every practice")
    assert asked.is_addressee_public
    assert [one["text"] for one in asked.actions] == ["Put a question into the form."]
    assert (learnt.kind, learnt.text) == ("LEARNING", "Nobody asked.")
    assert [theme.name for theme in asked.themes.all()] == ["Routine enquiry"]


def test_words_changed_since_do_not_part_it_from_its_row(publication):
    one = publication.review.recommendations.get()
    publication.recommendations = [{"number": "1", "text": ASKED, "row": one.pk}]
    one.text = "Ask everybody twice."
    one.save()
    gathering.gather(publication=publication, at=timezone.now())
    asked = Lesson.objects.get(kind="RECOMMENDATION")
    assert (asked.text, asked.recommendation) == (ASKED, one)


def test_gathered_twice_it_is_there_once_and_keeps_the_themes_an_officer_gave(publication, officer):
    gathering.gather(publication=publication, at=timezone.now())
    lesson = Lesson.objects.get(text=ASKED)
    give_themes(
        lesson=lesson,
        words=["Safe enquiry"],
        today=timezone.localdate(),
        by=officer,
        at=timezone.now(),
    )
    gathering.gather_review(review_ref=publication.review.reference, at=timezone.now())
    again = Lesson.objects.get(text=ASKED)
    assert again.pk == lesson.pk  # somebody may have its page open
    assert [theme.name for theme in again.themes.all()] == ["Safe enquiry"]


def test_a_theme_that_names_somebody_is_not_made(publication):
    PersonFactory(review=publication.review, role=PersonRole.VICTIM, true_name="Oriel Vantongren")
    point = publication.review.learning_points.get(text="Nobody asked.")
    point.theme = "Oriel Vantongren's flat"
    point.save()
    gathering.gather(publication=publication, at=timezone.now())
    assert not Theme.objects.filter(name__icontains="Vantongren").exists()


def test_what_is_taken_down_stands_no_more(publication):
    gathering.gather_missing(at=timezone.now())
    assert Lesson.objects.standing().count() == 2
    publication.taken_down_on = publication.published_on
    publication.taken_down_at, publication.taken_down_reason = timezone.now(), "A mistake in it."
    publication.save()
    assert not Lesson.objects.standing().exists()


def test_publishing_has_it_gathered(publication, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as put_off:
        gathering.after("publication.published", publication.review.reference)
        gathering.after("publication.taken_down", publication.review.reference)
    assert len(put_off) == 3  # gathered once, and the open data made anew each time
