"""What every page needs to know: the product, and who is reading in which hat."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from agencies.models import User
from reviews.queries.hats import Hat, hats_of

EVERY_HAT = Hat(key="", role="All my roles")


def product(request: HttpRequest) -> dict[str, object]:
    return {
        "product_name": settings.PRODUCT_NAME,
        "demonstration": settings.DEMONSTRATION,
        "files_are_scanned": bool(settings.CLAMD_ADDRESS),
    }


def hats(request: HttpRequest) -> dict[str, object]:
    """The hats of whoever is signed in, for the header: see templates/components/hat.html."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return {}
    mine = hats_of(user, today=timezone.localdate())
    choices = [EVERY_HAT, *mine] if len(mine) > 1 else mine
    key = request.session.get("hat", "")
    worn = next((hat for hat in choices if hat.key == key), choices[0] if choices else None)
    return {
        "hat": worn,
        "hats": [
            {"key": hat.key, "role": hat.role, "place": hat.place, "is_worn": hat == worn}
            for hat in choices
        ],
        "hat_switch": reverse("reviews:switch-hat"),
    }
