"""Something behind every address about other bodies' proceedings, and about dates polls."""

from datetime import timedelta

from reviews.access import Role
from tests.factories.availability import (
    DatesPollFactory,
    DayAnswerFactory,
    OfferedDayFactory,
    PollInviteeFactory,
)
from tests.factories.proceedings import (
    DisclosureItemFactory,
    LoanFactory,
    MediaEntryFactory,
    ProcessContactFactory,
)


class ProceedingsOfWorld:
    """What passes between the world's review and other bodies. It stands in `self.review`."""

    def of_the_dates(self):
        """A poll that asks the secretary, and somebody without an account who has answered."""
        secretary = self.people[f"review: {Role.REVIEW_SECRETARY.label}"]
        poll = DatesPollFactory(review=self.review)
        PollInviteeFactory(poll=poll, user=secretary)
        said = DayAnswerFactory(answer__invitee__poll=poll)
        OfferedDayFactory(poll=poll, held_on=said.day.held_on + timedelta(days=1))
        return {
            "availability:poll_id": poll.pk,
            "availability:day_id": said.day_id,
            "availability:invitee_id": said.answer.invitee_id,
        }

    def of_the_proceedings(self):
        process = self.review.parallel_processes.first()
        return {
            "proceedings:contact_id": ProcessContactFactory(process=process).pk,
            "proceedings:number": DisclosureItemFactory(process=process, number=1).number,
            "proceedings:loan": LoanFactory(review=self.review, number=1).number,
            "proceedings:entry_id": MediaEntryFactory(review=self.review).pk,
        }
