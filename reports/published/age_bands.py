"""Ages as a report prints them: bands, those of the Home Office's library of reviews."""

from datetime import date

BANDS = ((16, 19), (20, 24), (25, 34), (35, 44), (45, 54), (55, 64))


def age_band(born_on: date | None, on: date | None) -> str:
    """Return the band of an age on a day: "25 to 34"; nothing where either day is unknown."""
    if born_on is None or on is None:
        return ""
    age = on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))
    if age < BANDS[0][0]:
        return f"Under {BANDS[0][0]}"
    return next((f"{low} to {high}" for low, high in BANDS if age <= high), "65 or over")
