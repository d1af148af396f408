"""What a round comes to: who said what, counted and put into words."""

from collections.abc import Iterable
from dataclasses import dataclass

from documents.models import Route
from panels.models import AgreementAnswer, AgreementInvitee, AgreementRound, RoundOutcome


@dataclass(frozen=True)
class Asked:
    """Somebody asked, with the answer that counts and those it stands in place of."""

    invitee: AgreementInvitee
    answers: tuple[AgreementAnswer, ...]

    @property
    def current(self) -> AgreementAnswer | None:
        return self.answers[0] if self.answers else None

    @property
    def earlier(self) -> tuple[AgreementAnswer, ...]:
        return self.answers[1:]

    @property
    def counted(self) -> AgreementAnswer | None:
        """The answer that was there when the round was closed."""
        return next((answer for answer in self.answers if not answer.is_after_close), None)

    @property
    def has_left(self) -> bool:
        """Test whether they left the panel without an answer: they are asked no more."""
        return self.current is None and self.invitee.has_left

    @property
    def waits_for_successor(self) -> bool:
        return self.has_left and self.invitee.replacement is None

    @property
    def is_awaited(self) -> bool:
        return self.current is None and not self.has_left

    @property
    def is_unsettled(self) -> bool:
        """Test whether they object, and nobody has said what becomes of it."""
        return self.current is not None and self.current.waits_for_disposition

    @property
    def can_be_reached(self) -> bool:
        return self.invitee.user_id is not None or self.invitee.has_link


def people_of(asked_round: AgreementRound) -> list[Asked]:
    """Return everybody asked in a round with their answers, newest first. Three queries."""
    invitees = asked_round.invitees.prefetch_related(
        "answers__disposition__recorded_by", "answers__recorded_by", "answers__original"
    ).select_related("link", "member__successor__user", "asked_instead__member")
    return [Asked(invitee, tuple(invitee.answers.all())) for invitee in invitees]


def own_answer(invitee: AgreementInvitee) -> AgreementAnswer | None:
    """Return what somebody answered themselves last, on the page or by their link."""
    return invitee.answers.filter(received_via=Route.PAGE).first()


@dataclass(frozen=True)
class Tally:
    """How many said what, of the answers that count."""

    agree: int
    with_comments: int
    objections: int
    withdrawn: int
    silent: int
    late: int
    left: int = 0

    def outcome(self, *, silence_agrees: bool) -> RoundOutcome:
        if self.objections:
            return RoundOutcome.NOT_AGREED
        agreeing = self.agree + self.with_comments + self.withdrawn
        if not agreeing and not (silence_agrees and self.silent):
            return RoundOutcome.NOT_AGREED
        return RoundOutcome.AGREED_WITH_COMMENTS if self.with_comments else RoundOutcome.AGREED

    def in_words(self, *, silence_agrees: bool) -> str:
        """Say the outcome and how it came about, in one or two sentences."""
        outcome = self.outcome(silence_agrees=silence_agrees)
        parts = ", ".join(self.parts(silence_agrees=silence_agrees))
        if self.objections:
            said = counted(self.objections, "objection", "objections")
            return f"Not agreed: {said}. {capital(parts)}." if parts else f"Not agreed: {said}."
        if outcome == RoundOutcome.NOT_AGREED:
            return "Not agreed: nobody answered."
        return f"{outcome.label}: {parts}."

    def parts(self, *, silence_agrees: bool) -> list[str]:
        meaning = "which counts as agreement" if silence_agrees else "which is no agreement"
        said = [
            (self.agree, counted(self.agree, "agrees", "agree")),
            (self.with_comments, counted(self.with_comments, "agrees", "agree") + " with comments"),
            (self.withdrawn, f"{self.withdrawn} withdrew an objection"),
            (self.silent, f"{self.silent} gave no answer, {meaning}"),
            (self.left, f"{self.left} left the panel without an answer"),
            (self.late, counted(self.late, "answer was", "answers were") + " late"),
        ]
        return [words for number, words in said if number]


def tally(people: Iterable[Asked]) -> Tally:
    people = list(people)
    given = [asked.counted for asked in people if asked.counted]
    against = [answer for answer in given if answer.is_objection]
    return Tally(
        agree=sum(not (answer.is_objection or answer.has_comments) for answer in given),
        with_comments=sum(answer.has_comments for answer in given),
        objections=sum(answer.stands_against for answer in against),
        withdrawn=sum(not answer.stands_against for answer in against),
        silent=sum(asked.counted is None and not asked.has_left for asked in people),
        left=sum(asked.waits_for_successor for asked in people),
        late=sum(answer.is_late for answer in given),
    )


def counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def in_people(number: int) -> str:
    return "1 person is" if number == 1 else f"{number} people are"
