"""What a page of the report is called, and what it says."""

from django.urls import reverse

from tests.panels.saying import day

__all__ = ["day", "page", "text"]


def page(name, *args):
    return reverse(f"reports:{name}", args=args)


def text(response):
    return " ".join(response.content.decode().split())
