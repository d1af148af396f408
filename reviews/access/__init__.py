"""
Who may do what. The only package that names a role, with guardian's tables behind it.

`grants` says it in two tables, `questions` asks, `doors` open pages, `writers` admit and remove.
Whether a thing may be done *now* is for `rules.py` of each app.
"""

from agencies.access import Refused, asked, holds_post, partnership_or_404, partnerships_of
from reviews.access.doors import involvement_or_404, review_or_404
from reviews.access.grants import (
    ADMITTED_BY_LEADS,
    INVOLVEMENT_GRANTS,
    MAY_STAND_IN,
    REVIEW_GRANTS,
    ROLE_OF_POST,
)
from reviews.access.held import Held, held_by
from reviews.access.holding import clear_hold, held_addresses, screen_person, screen_user
from reviews.access.questions import (
    Place,
    allows,
    chairs_somewhere,
    forget,
    has,
    has_independent_chair,
    has_own,
    independently_chaired,
    is_last_officer,
    others_who_may,
    reads_in_emergency,
    require,
    require_own,
    roles_for,
    roles_of,
)
from reviews.access.writers import admit, remove, renew_grants
from reviews.models import Permission, Role

__all__ = [
    "ADMITTED_BY_LEADS",
    "INVOLVEMENT_GRANTS",
    "MAY_STAND_IN",
    "REVIEW_GRANTS",
    "ROLE_OF_POST",
    "Held",
    "Permission",
    "Place",
    "Refused",
    "Role",
    "admit",
    "allows",
    "asked",
    "chairs_somewhere",
    "clear_hold",
    "forget",
    "has",
    "has_independent_chair",
    "has_own",
    "held_addresses",
    "held_by",
    "holds_post",
    "independently_chaired",
    "involvement_or_404",
    "is_last_officer",
    "others_who_may",
    "partnership_or_404",
    "partnerships_of",
    "reads_in_emergency",
    "remove",
    "renew_grants",
    "require",
    "require_own",
    "review_or_404",
    "roles_for",
    "roles_of",
    "screen_person",
    "screen_user",
]
