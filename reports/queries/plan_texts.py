"""What the report says, to be held against a plan that is brought in. Listed in PLAN_TEXTS."""

from reviews.models import Review


def texts(review: Review) -> list[tuple[str, str]]:
    """Return each section by its name, as far as whoever asks reads the report."""
    return [
        (f"The report, “{section.get_kind_display()}”", section.text)
        for section in review.report_sections.standing()
    ]
