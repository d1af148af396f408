"""What the tests of answering by a link share: what is typed, and where."""

from django.urls import reverse

from evidence.rules.links import Guest
from tests.evidence.scoping import NIL

SECRET = "a-secret"
SAID = {**NIL, "full_name": "Ines Okoro", "job_title": "Records manager"}
GUEST = Guest(full_name="Ines Okoro", job_title="Records manager")


def page(name="", secret=SECRET):
    return reverse(f"evidence:by-link{name and '-'}{name}", args=[secret])
