from django.db import models


class Cause(models.TextChoices):
    """What the days of a review were lost to, in the field's words."""

    CRIMINAL = "CRIMINAL", "Criminal process"
    CORONER = "CORONER", "Coroner"
    FAMILY = "FAMILY", "Time for the family"
    AGENCY_LATE = "AGENCY_LATE", "Agency late"
    AGENCY_QUALITY = "AGENCY_QUALITY", "Quality of an agency’s material"
    CHAIR = "CHAIR", "Chair’s capacity"
    CSP_DECISION = "CSP_DECISION", "Decision of the partnership"
    PROCUREMENT = "PROCUREMENT", "Procurement of a chair"
    PANEL = "PANEL", "Availability of the panel"
    HOME_OFFICE = "HOME_OFFICE", "Home Office quality assurance"
    OTHER = "OTHER", "Pandemic, illness or another cause"
    WORK = "WORK", "The review’s own work"


# What a hold or a later day can be agreed for: the work itself is no reason to wait
REASONS = [choice for choice in Cause.choices if choice[0] != Cause.WORK]
