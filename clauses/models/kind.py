"""What a clause is, and when one reaches for it."""

from django.db import models


class ClauseKind(models.TextChoices):
    """
    Where a clause goes in terms of reference: a line of enquiry, or under one of the headings that
    are written. The codes of the headings are those of `panels.models.SectionKind`.
    """

    ENQUIRY = "ENQUIRY", "Line of enquiry"
    ROLES = "ROLES", "Chair, panel and partnership"
    EXPERT_ADVICE = "EXPERT_ADVICE", "Expert advice"
    PARALLEL = "PARALLEL", "Parallel processes"
    FAMILY = "FAMILY", "Family, friends and others who knew them"
    MEDIA = "MEDIA", "Media"
    CONFIDENTIALITY = "CONFIDENTIALITY", "Confidentiality"
    DISCLOSURE = "DISCLOSURE", "Disclosure"


class Occasion(models.TextChoices):
    """What there is about a death that makes a panel ask this. One a clause: the main one."""

    ANY = "ANY", "Any review"
    COERCIVE_CONTROL = "COERCIVE_CONTROL", "Coercive control"
    SEPARATION = "SEPARATION", "Separation or stalking"
    CHILD = "CHILD", "A child lived there or saw it"
    SUICIDE = "SUICIDE", "A death by suicide"
    HONOUR = "HONOUR", "So-called honour, or forced marriage"
    WITHIN_FAMILY = "WITHIN_FAMILY", "Abuse by a grown-up child or another relative"
    CARING = "CARING", "Illness, or caring at home"
    MENTAL_HEALTH = "MENTAL_HEALTH", "Mental ill-health"
    SUBSTANCES = "SUBSTANCES", "Alcohol or drugs"
    MONEY = "MONEY", "Money, housing or work"
    AGE = "AGE", "Age"
    DISABILITY = "DISABILITY", "Disability"
    GENDER_REASSIGNMENT = "GENDER_REASSIGNMENT", "Gender reassignment"
    MARRIAGE = "MARRIAGE", "Marriage and civil partnership"
    PREGNANCY = "PREGNANCY", "Pregnancy and maternity"
    RACE = "RACE", "Race, language or immigration status"
    RELIGION = "RELIGION", "Religion or belief"
    SEX = "SEX", "Sex"
    SEXUAL_ORIENTATION = "SEXUAL_ORIENTATION", "Sexual orientation"
