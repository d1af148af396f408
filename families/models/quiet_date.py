from datetime import date

from django.db import models

from privacy.fields import IdentifyingDateField, IdentifyingTextField


class QuietDate(models.Model):
    """
    A day, or some days, on which somebody is not to be written to, such as a birthday.

    Sealed: the day of a birth or a death tells who somebody is. So it is compared in Python.
    """

    contact = models.ForeignKey(
        "families.FamilyContact", on_delete=models.CASCADE, related_name="quiet_dates"
    )
    from_on = IdentifyingDateField()
    to_on = IdentifyingDateField(null=True, blank=True, help_text="Empty for a single day")
    every_year = models.BooleanField(default=False)
    why = IdentifyingTextField(help_text="Such as the birthday of her brother")
    recorded_at = models.DateTimeField()

    class Privacy:
        identifying = frozenset({"from_on", "to_on", "why"})
        plain = frozenset({"id", "contact", "every_year", "recorded_at"})

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"quiet date {self.pk}"

    # Questions

    @property
    def last_on(self) -> date:
        last: date = self.to_on or self.from_on
        return last

    @property
    def when(self) -> str:
        """The day or days in words: "14 March, every year"."""
        days = [self.from_on] if self.last_on == self.from_on else [self.from_on, self.last_on]
        year = "" if self.every_year else " %Y"
        words = " to ".join(f"{day.day} {day.strftime('%B' + year)}" for day in days)
        return f"{words}, every year" if self.every_year else words

    def covers(self, day: date) -> bool:
        """Test whether a day falls in it; every year, where it comes back every year."""
        if not self.every_year:
            return bool(self.from_on <= day <= self.last_on)
        length = self.last_on - self.from_on
        starts = [in_year(self.from_on, year) for year in (day.year - 1, day.year)]
        return any(start <= day <= start + length for start in starts)

    def next_on(self, today: date) -> date | None:
        """Return the day it begins next, today included; None where it is over for good."""
        if self.covers(today):
            return today
        if not self.every_year:
            return self.from_on if self.from_on > today else None
        begins = in_year(self.from_on, today.year)
        return begins if begins > today else in_year(self.from_on, today.year + 1)


def in_year(day: date, year: int) -> date:
    """Return the same day of another year: 29 February becomes the 28th where it must."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
