"""The parts of a report that are written in boxes of their own, beside its lines."""

from dataclasses import dataclass

from evidence.models import ImrVersion
from pages.parts import Row
from pages.templatetags.dates import date_long


@dataclass(frozen=True)
class WrittenPart:
    """
    One part, asked on a page of its own.

    slug: as the address has it. fields: of `ImrVersion`, with what each is called when read.
    """

    slug: str
    title: str
    lede: str
    fields: tuple[tuple[str, str], ...]

    def rows(self, version: ImrVersion) -> list[Row]:
        """Return what is written, for reading; a part left empty says so."""
        return [Row(called, value_of(version, name)) for name, called in self.fields]

    def is_written(self, version: ImrVersion | None) -> bool:
        return version is not None and any(value_of(version, name) for name, _ in self.fields)


FOUND = WrittenPart(
    "found",
    "What you found",
    "In a few paragraphs: who knew whom, when, and what your agency did.",
    (("extent", "How much was found"), ("facts", "What was found")),
)
METHODS = WrittenPart(
    "methods",
    "How you looked",
    "Which records were read and who was spoken to, so that others can judge what may be missing.",
    (
        ("records_read", "Records read"),
        ("staff_interviewed", "Staff interviewed"),
        ("interviews_cleared", "Agreed with the police"),
    ),
)
POLICY = WrittenPart(
    "policy",
    "Policy and training, then and since",
    "What your staff were expected to do at the time, what they were trained for, and what has "
    "changed since.",
    (("policy_and_training", "Policy and training"),),
)
FEEDBACK = WrittenPart(
    "feedback",
    "Feedback to staff",
    "The staff whose work is described hear of it from their agency before anybody else reads it.",
    (("feedback_to_staff_on", "Staff were told on"),),
)

WRITTEN_PARTS = (FOUND, METHODS, POLICY, FEEDBACK)
BY_SLUG = {part.slug: part for part in WRITTEN_PARTS}


def value_of(version: ImrVersion, name: str) -> str:
    """Return a field as it is read."""
    if name == "extent":
        return version.get_extent_display()
    value = getattr(version, name)
    return date_long(value) if name == "feedback_to_staff_on" else str(value)
