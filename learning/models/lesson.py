from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q

from actionplans.models import Scope
from learning.models.past_review import PastReview
from learning.models.theme import Theme
from publications.models import Publication

LANGUAGE = "english"  # in which words are searched for: training finds train, trained, trains


class LessonKind(models.TextChoices):
    RECOMMENDATION = "RECOMMENDATION", "Recommendation"
    LEARNING = "LEARNING", "Learning point"


class LessonQuerySet(models.QuerySet["Lesson"]):
    def standing(self) -> Self:
        """Keep what anybody may read today: of sets that stand, and of reports brought in."""
        standing = Publication.objects.standing().order_by().values("pk")  # asked once, not joined
        return self.filter(Q(past_review__isnull=False) | Q(publication__in=standing))


class Lesson(models.Model):
    """
    One recommendation or learning point in the words in which it was published.

    It belongs to a set that we published or to a past review. `recommendation` is the row of the
    plan behind it, which says what became of it. `actions` are those that stand in the published
    papers; `is_addressee_public`: so does whom it is addressed to.
    """

    partnership = models.ForeignKey(
        "agencies.CommunitySafetyPartnership", on_delete=models.PROTECT, related_name="lessons"
    )
    publication = models.ForeignKey(
        "publications.Publication",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="lessons",
    )
    past_review = models.ForeignKey(
        PastReview, null=True, blank=True, on_delete=models.PROTECT, related_name="lessons"
    )
    kind = models.CharField(max_length=14, choices=LessonKind)
    place = models.PositiveSmallIntegerField(help_text="In its report, from 1")
    number = models.CharField(max_length=20, blank=True, help_text="As printed")
    text = models.TextField()
    scope = models.CharField(max_length=15, choices=Scope, blank=True)
    addressee = models.CharField(max_length=420, blank=True)
    is_addressee_public = models.BooleanField(default=True)
    published_on = models.DateField(help_text="The first of the month, of a past review")
    recommendation = models.ForeignKey(
        "actionplans.Recommendation",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="lessons",
    )
    actions = models.JSONField(default=list, blank=True)
    themes = models.ManyToManyField(Theme, related_name="lessons", blank=True)
    words = models.GeneratedField(
        expression=SearchVector("text", "addressee", config=LANGUAGE),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = LessonQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"text", "actions", "words"})
        plain = frozenset(
            {
                "id", "partnership", "publication", "past_review", "kind", "place", "number",
                "scope", "addressee", "is_addressee_public", "published_on", "recommendation",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-published_on", "-publication", "-past_review", "kind", "place"]
        indexes = [
            GinIndex(fields=["words"], name="lesson_words"),
            # everything that is counted stands in it, so that no row is fetched to be counted
            models.Index(
                fields=["partnership", "-published_on"],
                include=["publication", "past_review", "kind", "scope"],
                name="lesson_latest_of_partnership",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(publication__isnull=False) ^ Q(past_review__isnull=False),
                name="lesson_comes_from_one_report",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="lesson_says_something"),
        ]

    def __str__(self) -> str:
        return f"lesson {self.pk}"

    # Questions

    @property
    def is_imported(self) -> bool:
        return self.past_review_id is not None

    @property
    def is_recommendation(self) -> bool:
        return self.kind == LessonKind.RECOMMENDATION

    @property
    def name(self) -> str:
        """What to call it: "Recommendation 3"."""
        return f"{self.get_kind_display()} {self.number}".strip()
