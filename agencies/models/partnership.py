from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class CommunitySafetyPartnership(models.Model):
    """The local body that the law makes responsible for a review."""

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    reference_prefix = models.CharField(
        max_length=10,
        unique=True,
        help_text="Begins each review's reference, such as NS in NS-DHR-4",
    )
    region = models.CharField(max_length=100, blank=True)
    police_force = models.CharField(max_length=100, blank=True)
    data_protection_email = models.EmailField(
        blank=True, help_text="Whoever is told at once when emergency access is given"
    )

    class Privacy:
        identifying = frozenset({"data_protection_email"})
        plain = frozenset({"id", "name", "slug", "reference_prefix", "region", "police_force"})

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PostKind(models.TextChoices):
    OFFICER = "OFFICER", "CSP officer"
    CHAIR = "CHAIR", "CSP chair"
    ADMINISTRATOR = "ADMINISTRATOR", "Administrator"
    HOME_OFFICE_LIAISON = "HOME_OFFICE_LIAISON", "Home Office liaison"


# Who names the leads of agencies: no administrator, whom a lead of their choice would let in. Who
# sees and ends leads, and who is asked for the second yes to emergency access
NAMES_LEADS = (PostKind.OFFICER,)
ENDS_LEADS = (PostKind.OFFICER, PostKind.ADMINISTRATOR)
DECIDES_EMERGENCIES = (PostKind.ADMINISTRATOR, PostKind.CHAIR)
READS_FIGURES = (PostKind.OFFICER, PostKind.CHAIR)  # its portfolio and the year's statistics
SETS_LENGTHS = (PostKind.OFFICER, PostKind.CHAIR)  # of the partnership's own deadlines
# Who can open the reviews already, and so lets nobody of their own in by a second yes to a post
CONFIRMS_POSTS = (PostKind.OFFICER, PostKind.CHAIR)


class PostQuerySet(models.QuerySet["Post"]):
    def held_on(self, today: date) -> Self:
        """
        Keep the posts held on a day. One that was ended is held no longer from that moment, one
        that waits to be confirmed is not held yet.
        """
        return self.filter(from_on__lte=today, ended_at__isnull=True, waits=False).filter(
            Q(until_on__isnull=True) | Q(until_on__gte=today)
        )

    def waiting(self) -> Self:
        """Keep the posts that were given and open nothing until somebody confirms them."""
        return self.filter(waits=True, ended_at__isnull=True)


class Post(models.Model):
    """
    A person's post in a partnership, from a day until a day.

    A post gives nothing by itself: opening a review admits the officers, chair and liaison of
    that day to it, and starting or ending a post admits or removes its holder
    (`reviews.operations.posts`). One that an administrator gives waits for an officer or chair.
    """

    partnership = models.ForeignKey(
        CommunitySafetyPartnership, on_delete=models.PROTECT, related_name="posts"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="posts"
    )
    kind = models.CharField(max_length=20, choices=PostKind)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True, help_text="The last day; empty while held")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When it was ended by hand")
    waits = models.BooleanField(default=False, help_text="Not confirmed yet: it opens nothing")
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset(
            {
                "id", "partnership", "user", "kind", "from_on", "until_on", "ended_at", "waits",
                "given_by", "confirmed_by", "confirmed_at",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["partnership", "kind", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="post_starts_before_it_ends",
            ),
            models.UniqueConstraint(
                fields=["partnership", "user", "kind"],
                condition=Q(until_on__isnull=True, ended_at__isnull=True),
                name="post_held_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True)
                | ~(Q(confirmed_by=F("given_by")) | Q(confirmed_by=F("user"))),
                name="post_is_confirmed_by_somebody_else",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.partnership}"

    # Questions

    @property
    def is_waiting(self) -> bool:
        return self.waits and self.ended_at is None

    @property
    def sees_leads(self) -> bool:
        return self.kind in ENDS_LEADS

    @property
    def decides_emergencies(self) -> bool:
        return self.kind in DECIDES_EMERGENCIES

    @property
    def sets_lengths(self) -> bool:
        return self.kind in SETS_LENGTHS

    @property
    def reads_figures(self) -> bool:
        return self.kind in READS_FIGURES

    @property
    def is_administrator(self) -> bool:
        return self.kind == PostKind.ADMINISTRATOR

    @property
    def is_home_office_liaison(self) -> bool:
        return self.kind == PostKind.HOME_OFFICE_LIAISON
