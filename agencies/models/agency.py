from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse


class AgencyKind(models.TextChoices):
    """The families of body that take part in reviews."""

    POLICE = "POLICE", "Police"
    AMBULANCE = "AMBULANCE", "Ambulance service"
    ACUTE = "ACUTE", "Hospital trust"
    MENTAL_HEALTH = "MH", "Mental health trust"
    COMMUNITY = "COMMUNITY", "Community health service"
    GP = "GP", "GP practice"
    ICB = "ICB", "Integrated care board"
    CHILDRENS_SOCIAL_CARE = "CSC", "Children's social care"
    ADULT_SOCIAL_CARE = "ASC", "Adult social care"
    HOUSING = "HOUSING", "Housing provider"
    EDUCATION = "EDUCATION", "School or college"
    PROBATION = "PROBATION", "Probation"
    VCS_SPECIALIST = "VCS_SPECIALIST", "Specialist domestic abuse service"
    FAITH_COMMUNITY = "FAITH_COMMUNITY", "Faith or community organisation"
    EMPLOYER = "EMPLOYER", "Employer"
    PRIVATE_HEALTHCARE = "PRIVATE_HEALTHCARE", "Private healthcare"
    CAFCASS = "CAFCASS", "Cafcass"
    DWP = "DWP", "Department for Work and Pensions"
    HOME_OFFICE = "HOME_OFFICE", "Home Office"
    PRISON = "PRISON", "Prison"
    LOCAL_AUTHORITY = "LOCAL_AUTHORITY", "Other council service"
    OTHER = "OTHER", "Other body"


class Agency(models.Model):
    """
    A body of the directory, shared by all partnerships.

    Bodies merge and close: `successor_of` points at the one whose records this one now holds,
    `part_of` at the larger body that answers for it.
    """

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    short_name = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=20, choices=AgencyKind)
    area = models.CharField(
        max_length=100, blank=True, help_text="Borough, county or region served"
    )
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    secure_email = models.EmailField(blank=True)
    ever_statutory = models.BooleanField(
        default=False, help_text="Has been a body named in section 9(4) of the 2004 Act"
    )
    successor_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="successors"
    )
    part_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    closed_on = models.DateField(null=True, blank=True)

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset(
            {
                "id", "name", "slug", "short_name", "kind", "area", "aliases", "secure_email",
                "ever_statutory", "successor_of", "part_of", "closed_on",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "agencies"
        constraints = [
            models.CheckConstraint(
                condition=Q(successor_of__isnull=True) | ~Q(successor_of=models.F("id")),
                name="agency_does_not_succeed_itself",
            ),
            models.CheckConstraint(
                condition=Q(part_of__isnull=True) | ~Q(part_of=models.F("id")),
                name="agency_is_not_part_of_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("agencies:agency", args=[self.pk])

    # Questions

    @property
    def label(self) -> str:
        """What to call the body where space is short."""
        return self.short_name or self.name

    @property
    def single_point(self) -> "AgencyContact | None":
        """The one person to write to about reviews. Reads the contacts fetched with it."""
        return next((row for row in self.contacts.all() if row.is_single_point), None)

    @property
    def letter_box(self) -> str:
        """The email address letters go to; empty where they must go another way."""
        return self.single_point.email if self.single_point else self.secure_email


class AgencyContact(models.Model):
    """Somebody to write to in a body. Having a contact row gives no access."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="contacts")
    full_name = models.CharField(max_length=200)
    job_title = models.CharField(max_length=200, blank=True)
    email = models.EmailField()
    telephone = models.CharField(max_length=40, blank=True)
    is_single_point = models.BooleanField(
        default=False, help_text="The single point of contact for reviews"
    )

    class Privacy:
        identifying = frozenset({"full_name", "email", "telephone"})
        plain = frozenset({"id", "agency", "job_title", "is_single_point"})

    class Meta:
        ordering = ["-is_single_point", "full_name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency"],
                condition=Q(is_single_point=True),
                name="agency_has_one_single_point_of_contact",
            )
        ]

    def __str__(self) -> str:
        return f"contact {self.pk}"
