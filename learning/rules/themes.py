"""May a theme be called so, or brought into another?"""

from collections.abc import Iterable

from learning.models import Theme
from reviews.access import Refused
from reviews.checks.register import register_of
from reviews.checks.true_names import findings
from reviews.models import Review

LONGEST = 100


def check_stands(theme: Theme) -> None:
    """Raise Refused for a theme that was brought into another."""
    if theme.merged_into_id is not None:
        raise Refused("This theme was brought into another one. Go back to the list of themes.")


def check_name(theme: Theme, name: str) -> None:
    """
    Raise Refused for no name, a long one, one that another theme has, and one that gives away
    somebody of a review of the partnership: themes are no words that two people have certified.
    """
    if not name:
        raise Refused("Say in two or three words what it is about", field="name")
    if len(name) > LONGEST:
        raise Refused(f"A theme has at most {LONGEST} letters", field="name")
    others = Theme.objects.standing().filter(partnership=theme.partnership_id).exclude(pk=theme.pk)
    if others.filter(name__iexact=name).exists():
        raise Refused("Another theme has this name. Bring the two together instead", field="name")
    reviews = Review.objects.filter(partnership=theme.partnership_id).prefetch_related("people")
    if names_somebody(reviews, name):
        raise Refused("This names somebody of a review. Use words that name nobody", field="name")


def names_somebody(reviews: Iterable[Review], name: str) -> bool:
    """Test whether a name gives away somebody of these reviews."""
    return any(findings({"theme": name}, register_of(one)) for one in reviews)
