"""On what law an agency holds back part of what it knows."""

from django.db import models


class WithheldBasis(models.TextChoices):
    """Chosen from the grounds that published reviews name; a list of ours, not of the guidance."""

    PRIVILEGE = "PRIVILEGE", "Legal professional privilege"
    CONFIDENCE = "CONFIDENCE", "Confidence owed to somebody else"
    HEALTH = "HEALTH", "Health records of somebody living, without their consent"
    PROTECTION = "PROTECTION", "Data protection: not necessary for the review"
    PROCEEDINGS = "PROCEEDINGS", "Criminal proceedings not ended"
    COURT = "COURT", "Order of a court, or family proceedings held in private"
    SAFETY = "SAFETY", "Safety of somebody who could be found by it"
    OTHER = "OTHER", "Another ground, said in the reason"
