"""Headings and labels in the middle of a sentence."""

from django import template

register = template.Library()

# What opens a label here and keeps its capital wherever it stands
NAMES = ("Home Office", "Domestic Abuse Commissioner", "Secretary of State")


@register.filter
def in_sentence(label: str) -> str:
    """Write "send the IMR" for "Send the IMR": only the first letter, and never that of a name."""
    if label.startswith(NAMES) or label[1:2].isupper():
        return label
    return label[:1].lower() + label[1:]
