from collections import Counter
from collections.abc import Iterable

from reports.models import MAY_BE_LEFT_OUT
from reviews.access import Refused


def check_may_be_left_out(key: str, title: str, because: str) -> None:
    """Refuse to leave out what every report has to have, whatever the reason."""
    if because and key not in MAY_BE_LEFT_OUT:
        raise Refused(
            f"Every report has “{title}”. Say in its sections why there is nothing to write",
            field=f"because_{key}",
        )


def check_titles_differ(titles: Iterable[str]) -> None:
    """Refuse two chapters that nobody could tell apart."""
    times = Counter(title.casefold() for title in titles)
    twice = next((title for title in times if times[title] > 1), None)
    if twice:
        raise Refused(f"Two chapters are called “{twice}”. Give one of them another title")
