"""Amounts as people here read them."""

from decimal import Decimal

from django import template

register = template.Library()


@register.filter
def pounds(amount: Decimal | None) -> str:
    """Write "£1,250", and "£1,250.50" where there are pence."""
    if amount is None:
        return ""
    sign = "−" if amount < 0 else ""  # noqa: RUF001 - a minus, as long as a figure
    pence = amount % 1
    return f"{sign}£{abs(amount):,.2f}" if pence else f"{sign}£{abs(amount):,.0f}"
