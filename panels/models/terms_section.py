from django.db import models

from panels.models.terms import TermsOfReference


class SectionKind(models.TextChoices):
    """The parts of terms of reference that are written, not data. Label: its heading."""

    ROLES = "ROLES", "Chair, panel and partnership"
    EXPERT_ADVICE = "EXPERT_ADVICE", "Expert advice"
    PARALLEL = "PARALLEL", "Parallel processes"
    FAMILY = "FAMILY", "Family, friends and others who knew them"
    MEDIA = "MEDIA", "Media"
    CONFIDENTIALITY = "CONFIDENTIALITY", "Confidentiality"
    DISCLOSURE = "DISCLOSURE", "Disclosure"

    @property
    def slug(self) -> str:
        return self.value.lower().replace("_", "-")

    @property
    def prompt(self) -> str:
        """What a panel usually settles under this heading."""
        return PROMPTS[self]


PROMPTS = {
    SectionKind.ROLES: "Who leads, who writes, who answers for what, and who reports to whom.",
    SectionKind.EXPERT_ADVICE: "On what the panel lacks knowledge, whom it asks, and how.",
    SectionKind.PARALLEL: "How the review works beside the proceedings listed, and what waits for "
    "them.",
    SectionKind.FAMILY: "Who is approached, by whom, through which liaison officer or advocate, "
    "and how they can shape the review, read the draft and choose pseudonyms.",
    SectionKind.MEDIA: "Who answers enquiries before and at publication, and who is told first.",
    SectionKind.CONFIDENTIALITY: "Who may read what until the Home Office has cleared the report, "
    "and how papers are marked, sent and kept.",
    SectionKind.DISCLOSURE: "How information about the living is shared lawfully, and how material "
    "is handled with the police disclosure officer.",
}


class TermsSection(models.Model):
    """What one version says under one heading, in the panel's words. Never with names in it."""

    terms = models.ForeignKey(TermsOfReference, on_delete=models.CASCADE, related_name="sections")
    kind = models.CharField(max_length=20, choices=SectionKind)
    text = models.TextField()
    taken_from = models.ManyToManyField(
        "clauses.ClauseWording",
        related_name="+",
        blank=True,
        help_text="The clauses that were put into it, as they read then",
    )

    class Privacy:
        identifying = frozenset({"text"})
        plain = frozenset({"id", "terms", "kind"})

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["terms", "kind"], name="terms_section_once_for_each"),
            models.CheckConstraint(condition=~models.Q(text=""), name="terms_section_says_a_thing"),
        ]

    def __str__(self) -> str:
        return f"section {self.kind} of terms {self.terms_id}"
