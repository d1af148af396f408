from django.conf import settings
from django.db import models
from django.db.models import Q

OF_PICTURE = "picture-"


class ReportFigure(models.Model):
    """
    A figure that sections may put in by its sign, and what its author says of it.

    A picture was sent and is kept without anything beside its colours. Every other is drawn from
    the record each time; its row only holds words of an author's own. A picture that is taken
    away keeps its number, so that no later one comes to stand in its place.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="report_figures"
    )
    sign = models.CharField(max_length=40, help_text="Such as picture-1 or genogram")
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    caption = models.CharField(max_length=200, blank=True)
    alt = models.TextField(blank=True, help_text="What it shows, for whoever does not see it")
    removed_at = models.DateTimeField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"caption", "alt"})
        plain = frozenset(
            {"id", "review", "sign", "document", "removed_at", "recorded_at", "recorded_by"}
        )

    class Meta:
        ordering = ["review", "id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "sign"], name="figure_has_its_own_sign"),
            models.CheckConstraint(
                condition=Q(document__isnull=False, sign__startswith=OF_PICTURE)
                & ~Q(caption="")
                & ~Q(alt="")
                | Q(document__isnull=True) & ~Q(sign__startswith=OF_PICTURE),
                name="picture_is_a_file_and_says_what_it_shows",
            ),
        ]

    def __str__(self) -> str:
        return f"figure {self.sign} of review {self.review_id}"

    # Questions

    @property
    def is_picture(self) -> bool:
        return self.document_id is not None

    @property
    def who(self) -> str:
        return self.recorded_by.full_name if self.recorded_by else "the command line"
