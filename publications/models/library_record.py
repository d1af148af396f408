from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

# Values as the Home Office's open data set of reviews has them: domain.md §2.15.


class Cause(models.TextChoices):
    SHARP = "SHARP", "Sharp instrument"
    BLUNT = "BLUNT", "Blunt instrument"
    MANUAL = "MANUAL", "Manual strangulation"
    LIGATURE = "LIGATURE", "Strangulation with ligature"
    SUFFOCATION = "SUFFOCATION", "Suffocation, asphyxiation or smothering"
    DROWNING = "DROWNING", "Drowning"
    ARSON = "ARSON", "Arson"
    BURNING = "BURNING", "Burning or scalding"
    SHOOTING = "SHOOTING", "Shooting"
    HITTING = "HITTING", "Hitting with a weapon"
    FALL = "FALL", "Fall to a hard surface"
    POISONING = "POISONING", "Other poisoning"
    OTHER = "OTHER", "Other"
    UNKNOWN = "UNKNOWN", "Unknown"


class Location(models.TextChoices):
    PUBLIC = "PUBLIC", "Public place"
    RESIDENTIAL = "RESIDENTIAL", "Residential"
    OTHER = "OTHER", "Other"
    UNKNOWN = "UNKNOWN", "Not known"


class Feature(models.TextChoices):
    """What was part of it."""

    PARTNER = "PARTNER", "Intimate partner violence"
    FAMILIAL = "FAMILIAL", "Familial"
    PARRICIDE = "PARRICIDE", "Parricide"
    HOMICIDE_SUICIDE = "HOMICIDE_SUICIDE", "Homicide-suicide"
    CHILDREN = "CHILDREN", "Children present"
    COERCIVE = "COERCIVE", "Coercive control"
    ECONOMIC = "ECONOMIC", "Economic abuse"
    FAITH_MARRIAGE = "FAITH_MARRIAGE", "Faith-based marriage"
    FORCED_MARRIAGE = "FORCED_MARRIAGE", "Forced marriage"
    HONOUR = "HONOUR", "Honour-based violence"
    PHYSICAL = "PHYSICAL", "Physical abuse"
    EMOTIONAL = "EMOTIONAL", "Emotional abuse"
    SEPARATION = "SEPARATION", "Separation"
    SEXUAL = "SEXUAL", "Sexual abuse"
    STALKING = "STALKING", "Stalking"


class Verdict(models.TextChoices):
    MURDER = "MURDER", "Murder"
    MANSLAUGHTER = "MANSLAUGHTER", "Manslaughter"
    DIMINISHED = "DIMINISHED", "Manslaughter with diminished responsibility"
    NOT_GUILTY = "NOT_GUILTY", "Not guilty"
    OTHER = "OTHER", "Other"
    UNKNOWN = "UNKNOWN", "Unknown"


class Part(models.TextChoices):
    VICTIM = "VICTIM", "The person who died"
    PERPETRATOR = "PERPETRATOR", "The perpetrator"


class AgeBand(models.TextChoices):
    """A person of fifteen or less has none: the library has no band for them."""

    TEENS = "16-19", "16 to 19"
    EARLY_TWENTIES = "20-24", "20 to 24"
    TO_34 = "25-34", "25 to 34"
    TO_44 = "35-44", "35 to 44"
    TO_54 = "45-54", "45 to 54"
    TO_64 = "55-64", "55 to 64"
    OLDER = "65+", "65 or over"


class RecordedSex(models.TextChoices):
    FEMALE = "FEMALE", "Female"
    MALE = "MALE", "Male"
    OTHER = "OTHER", "Other"


class Relationship(models.TextChoices):
    SPOUSE = "SPOUSE", "Spouse"
    COMMON_LAW = "COMMON_LAW", "Common-law"
    BOYFRIEND = "BOYFRIEND", "Boyfriend or girlfriend"
    EX_SPOUSE = "EX_SPOUSE", "Ex-spouse"
    EX_PARTNER = "EX_PARTNER", "Ex-partner"
    PARENT = "PARENT", "Parent"
    STEP_PARENT = "STEP_PARENT", "Step-parent"
    SIBLING = "SIBLING", "Sibling"
    GRANDPARENT = "GRANDPARENT", "Grandparent"
    COHABITANT = "COHABITANT", "Cohabitant"
    OTHER = "OTHER", "Other"


class Ethnicity(models.TextChoices):
    WHITE = "WHITE", "White"
    MIXED = "MIXED", "Mixed or multiple ethnic groups"
    ASIAN = "ASIAN", "Asian or Asian British"
    BLACK = "BLACK", "Black, Black British, Caribbean or African"
    OTHER = "OTHER", "Other ethnic group"
    UNKNOWN = "UNKNOWN", "Not known"


class Religion(models.TextChoices):
    NONE = "NONE", "No religion"
    CHRISTIAN = "CHRISTIAN", "Christian"
    BUDDHIST = "BUDDHIST", "Buddhist"
    HINDU = "HINDU", "Hindu"
    JEWISH = "JEWISH", "Jewish"
    MUSLIM = "MUSLIM", "Muslim"
    SIKH = "SIKH", "Sikh"
    OTHER = "OTHER", "Other"
    UNKNOWN = "UNKNOWN", "Not known"


class Orientation(models.TextChoices):
    HETEROSEXUAL = "HETEROSEXUAL", "Heterosexual"
    GAY = "GAY", "Gay or lesbian"
    BISEXUAL = "BISEXUAL", "Bisexual"
    OTHER = "OTHER", "Other"
    UNKNOWN = "UNKNOWN", "Not known"


class MentalHealth(models.TextChoices):
    ADJUSTMENT = "ADJUSTMENT", "Adjustment disorder"
    ANXIETY = "ANXIETY", "Anxiety"
    DEMENTIA = "DEMENTIA", "Dementia"
    DEPRESSION = "DEPRESSION", "Depression"
    PANIC = "PANIC", "Panic attacks"
    PTSD = "PTSD", "Post-traumatic stress disorder"
    PSYCHOSIS = "PSYCHOSIS", "Psychosis"
    SELF_HARM = "SELF_HARM", "Self-harm"
    SUICIDAL_THOUGHTS = "SUICIDAL_THOUGHTS", "Suicidal thoughts"
    SUICIDE_ATTEMPTS = "SUICIDE_ATTEMPTS", "Suicide attempts"
    OTHER = "OTHER", "Other"


class Vulnerability(models.TextChoices):
    ALCOHOL = "ALCOHOL", "Alcohol"
    HOUSING = "HOUSING", "Housing"
    NEURODIVERSITY = "NEURODIVERSITY", "Neurodiversity"
    DISABILITY = "DISABILITY", "Physical disability"
    PREGNANCY = "PREGNANCY", "Pregnancy"
    SUBSTANCES = "SUBSTANCES", "Substance misuse"
    OTHER = "OTHER", "Other"


class LibraryRecord(models.Model):
    """
    What the Home Office's library of reviews keeps of one: months, bands and lists, no day and no
    name. `is_public` lets our own library be searched by it; else it says nothing to the world.
    """

    review = models.OneToOneField(
        "reviews.Review", on_delete=models.PROTECT, related_name="library_record"
    )
    has_several_victims = models.BooleanField(default=False)
    cause = models.CharField(max_length=12, choices=Cause, default=Cause.UNKNOWN)
    location = models.CharField(max_length=12, choices=Location, default=Location.UNKNOWN)
    features = ArrayField(
        models.CharField(max_length=20, choices=Feature), default=list, blank=True
    )
    verdict = models.CharField(max_length=12, choices=Verdict, default=Verdict.UNKNOWN)
    is_public = models.BooleanField(
        default=False, help_text="The public library may be searched by it"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset[str]()
        plain = frozenset(
            {
                "id", "review", "has_several_victims", "cause", "location", "features", "verdict",
                "is_public", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"library record {self.pk}"


class LibraryPerson(models.Model):
    """The person who died, or the perpetrator, as the library keeps them."""

    record = models.ForeignKey(LibraryRecord, on_delete=models.CASCADE, related_name="people")
    part = models.CharField(max_length=12, choices=Part)
    age_band = models.CharField(max_length=5, choices=AgeBand, blank=True)
    sex = models.CharField(max_length=10, choices=RecordedSex, blank=True)
    orientation = models.CharField(max_length=14, choices=Orientation, blank=True)
    ethnicity = models.CharField(max_length=10, choices=Ethnicity, blank=True)
    religion = models.CharField(max_length=10, choices=Religion, blank=True)
    relationship = models.CharField(
        max_length=12, choices=Relationship, blank=True, help_text="To the other of the two"
    )
    died_by_suicide = models.BooleanField(default=False)
    is_carer = models.BooleanField(default=False)
    has_offended_before = models.BooleanField(default=False)
    mental_health = ArrayField(
        models.CharField(max_length=20, choices=MentalHealth), default=list, blank=True
    )
    vulnerabilities = ArrayField(
        models.CharField(max_length=20, choices=Vulnerability), default=list, blank=True
    )

    class Privacy:
        identifying = frozenset[str]()
        plain = frozenset(
            {
                "id", "record", "part", "age_band", "sex", "orientation", "ethnicity", "religion",
                "relationship", "died_by_suicide", "is_carer", "has_offended_before",
                "mental_health", "vulnerabilities",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["record", "-part"]  # the person who died first
        verbose_name_plural = "library people"
        constraints = [
            models.UniqueConstraint(fields=["record", "part"], name="library_person_of_each_part")
        ]

    def __str__(self) -> str:
        return f"{self.part} of library record {self.record_id}"
