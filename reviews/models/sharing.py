"""On what footing agencies may tell a review of somebody: alive or not, which law, asked or not."""

from django.db import models


class Life(models.TextChoices):
    LIVING = "LIVING", "Living"
    DECEASED = "DECEASED", "Died"
    NOT_KNOWN = "NOT_KNOWN", "Whereabouts not known"


class SharingBasis(models.TextChoices):
    """
    The law on which what is known of somebody living is shared. A list of ours, to be confirmed by
    each partnership's data protection officer: the 2016 guidance leaves the choice to them.
    """

    PUBLIC_TASK = (
        "PUBLIC_TASK",
        "Public task and substantial public interest (UK GDPR Articles 6(1)(e) and 9(2)(g))",
    )
    SAFEGUARDING = (
        "SAFEGUARDING",
        (
            "Safeguarding of a child or an adult at risk (Data Protection Act 2018, Schedule 1, "
            "paragraph 18)"
        ),
    )
    LEGAL_DUTY = "LEGAL_DUTY", "Legal obligation (UK GDPR Article 6(1)(c))"
    CONSENT = "CONSENT", "Their consent, for what is held in confidence"
    COURT = "COURT", "Order of a court"


class Consent(models.TextChoices):
    GIVEN = "GIVEN", "Asked, and agreed"
    REFUSED = "REFUSED", "Asked, and did not agree"
    NO_ANSWER = "NO_ANSWER", "Asked, and has not answered"
    NOT_ASKED = "NOT_ASKED", "Not asked"
