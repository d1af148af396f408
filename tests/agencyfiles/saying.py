"""What a page about an agency's own file is told."""

from django.urls import reverse


def page(part, name, *more):
    return reverse(f"agencyfiles:{name}", args=[part.review.reference, part.pk, *more])


def as_shown(response):
    """Return what the form of a page would post if nothing were changed on it."""
    form, posted = response.context["form"], {}
    for bound in form:
        value = bound.value()
        if hasattr(value, "day"):
            posted |= {f"{bound.name}_{unit}": str(getattr(value, unit))
                       for unit in ("day", "month", "year")}  # fmt: skip
        elif value is True:
            posted[bound.name] = "on"
        elif value not in (None, False):
            posted[bound.name] = str(value)
    return posted
