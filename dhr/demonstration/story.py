"""What chair and panel have made of the agencies' entries so far."""

from dataclasses import dataclass
from typing import Any

from agencies.models import User
from chronologies.models import ChronologyEntry
from composite.models import Weight
from composite.operations import marks, narrative, reconciliation
from composite.queries.narrative import proposed_text
from composite.queries.scope import scope_of
from dhr.demonstration import people
from dhr.demonstration.clock import Clock
from panels.queries.terms import lines_of_enquiry
from reviews.models import Review

SHOUTING = "Two officers attended at 22:35"
ABOUT_THE_CHILD = "A notice about the child was sent"
LOST_REFERRAL = "holds a police referral"
WEIGHED = (  # and the line of enquiry that it bears on, counted from 0
    (SHOUTING, Weight.KEY, 0),
    (LOST_REFERRAL, Weight.KEY, 1),
    (ABOUT_THE_CHILD, Weight.RELEVANT, 1),
)
ASKED = "Did anybody speak to her alone that evening? The log does not say."
LEFT_OUT = "No trace of"


@dataclass(frozen=True)
class Telling:
    """Reads the story with the chair's eyes, and begins the narrative."""

    review: Review
    clock: Clock

    @property
    def chair(self) -> User:
        return people.user(people.INDEPENDENT_CHAIR)

    def begin(self) -> None:
        lines = lines_of_enquiry(self.review)
        acting: dict[str, Any] = {"by": self.chair, "at": self.clock.now}
        for words, weight, line in WEIGHED:
            entry = self.entry(words)
            marks.weigh(entry=entry, weight=weight, enquiries=[lines[line].root], **acting)
        marks.comment(entry=self.entry(SHOUTING), words=ASKED, **acting)
        told = [self.entry(SHOUTING), self.entry(ABOUT_THE_CHILD)]
        text = proposed_text(scope_of(self.review, self.chair), told)
        narrative.write_paragraph(review=self.review, entries=told, text=text, **acting)
        narrative.leave_out(
            entry=self.entry(LEFT_OUT), reason="It says that there is nothing.", **acting
        )
        reconciliation.reconcile(review=self.review, at=self.clock.now)

    def entry(self, words: str) -> ChronologyEntry:
        """Return the first entry in which these words stand."""
        entries = ChronologyEntry.objects.filter(submission__involvement__review=self.review)
        found = entries.filter(what_happened__contains=words).select_related(
            "submission__involvement__review__partnership"
        )
        return found.in_story_order()[0]
