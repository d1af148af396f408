"""Counts as people here read them."""

from django import template

register = template.Library()


@register.filter
def figure(count: int) -> str:
    """Write "3,108" for how many there are of something."""
    return f"{count:,}"
