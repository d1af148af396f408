"""Dates and times as people here read them: Europe/London, 24 hours, the month in letters."""

from datetime import date, datetime

from django import template
from django.utils import timezone

register = template.Library()


@register.filter
def date_long(day: date | None, today: date | None = None) -> str:
    """Write "12 March 2026", and how far away that is where the page says what day it is."""
    if day is None:
        return ""
    if isinstance(day, datetime):
        day = timezone.localdate(day)
    words = f"{day.day} {day:%B %Y}"
    return f"{words} ({distance(day, today)})" if today else words


@register.filter
def moment(at: datetime | None) -> str:
    """Write "12 March 2026 at 14:05"."""
    if at is None:
        return ""
    here = timezone.localtime(at)
    return f"{date_long(here.date())} at {here:%H:%M}"


def distance(day: date, today: date) -> str:
    """Return "today", "in 9 days", "9 days ago", and months or years once days say nothing."""
    days = (day - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return near[days]
    length = rough_length(abs(days))
    return f"in {length}" if days > 0 else f"{length} ago"


def rough_length(days: int) -> str:
    if days <= 90:
        return f"{days} days"
    months = round(days / 30.44)
    return f"{months} months" if months < 24 else f"{months // 12} years"
