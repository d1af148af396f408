from agencies.models import Actor
from reports.models import ReportSection, SectionKind
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import Review


class Overtaken(Refused):
    """Somebody else recorded this section since it was opened. `theirs` is what they recorded."""

    def __init__(self, theirs: ReportSection) -> None:
        super().__init__(
            f"{recorded_by(theirs)} Nothing is lost: their text is "
            "shown beside yours. Bring the two together, then record again."
        )
        self.theirs = theirs


def recorded_by(theirs: ReportSection) -> str:
    return f"{theirs.who} recorded “{theirs.get_kind_display()}” while you wrote."


def check_can_write(actor: Actor, review: Review) -> None:
    """Refuse text by somebody who does not write the report, or after the review ended."""
    access.require(actor, Permission.DRAFT_WRITE, on=review)
    rules.check_is_open(review)


def check_says_something(text: str, empty_because: str) -> None:
    """Refuse a section without words and without a reason, or with both."""
    if text.strip() and empty_because.strip():
        raise Refused(
            "There is text. Take it out, or take out the reason why there is none",
            field="empty_because",
        )
    if not text.strip() and not empty_because.strip():
        raise Refused("Write the section, or say why there is nothing to write", field="text")


def check_not_overtaken(last: ReportSection | None, based_on: int) -> None:
    """Refuse, losing nothing, what was written on another version than the last."""
    if last is not None and last.number != based_on:
        raise Overtaken(last)


def check_is_earlier(review: Review, kind: SectionKind, number: int) -> ReportSection:
    """Return the version to bring back. Refuse one that is not there, or that stands already."""
    versions = list(review.report_sections.filter(kind=kind))
    wanted = next((one for one in versions if one.number == number), None)
    if wanted is None:
        raise Refused("There is no such version.")
    if wanted == versions[0]:
        raise Refused("This version stands already.")
    return wanted
