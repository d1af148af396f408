"""What a form says, and what a page does."""

from django.urls import reverse


def day(name, value):
    """Return the three inputs of a date."""
    return {
        f"{name}_day": str(value.day),
        f"{name}_month": str(value.month),
        f"{name}_year": str(value.year),
    }


def page(name, *args):
    return reverse(f"panels:{name}", args=args)


def text(response):
    return " ".join(response.content.decode().split())
