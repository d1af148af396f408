"""What a recommendation or an action lacks, for its page; and how many remarks a plan has."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from actionplans.checks import all_drafting
from actionplans.checks.addressed import Decider
from actionplans.checks.drafted import Drafted
from actionplans.checks.reading import fold
from actionplans.checks.remark import Remark
from actionplans.models import Action, Recommendation, SetAside
from actionplans.queries.deciding import READ, bodies_for, deciders_from
from actionplans.queries.earlier import EarlierRecommendation, earlier_like
from agencies.models import User
from reviews.models import Review
from reviews.queries.asking import Question, ask, told

# Of what a remark was set aside: the keys of recommendation and action, the check, the wording
Key = tuple[int | None, int | None, str, str]
RECOMMENDED_BEFORE = Remark(
    "earlier",
    "It was recommended before in this partnership.",
    "What was asked for and not done is not done for being asked for again.",
    "Say what kept it from being done and ask for that, or say what is new.",
)


@dataclass(frozen=True)
class Drafting:
    """
    What the checks say of some words: what stands, and what was set aside with its reason.

    page: the address of whatever says them. earlier: what was recommended before and is alike.
    """

    remarks: list[Remark]
    aside: list[tuple[Remark, str]]
    page: str = ""
    may_set_aside: bool = False
    earlier: Sequence[EarlierRecommendation] = ()

    def remark(self, code: str) -> Remark | None:
        """Return the standing remark of one check."""
        return next((one for one in self.remarks if one.code == code), None)


def drafting_of(
    one: Recommendation | Action,
    actions: Sequence[Action] | None = None,
    *,
    reader: User | None = None,
) -> Drafting:
    """
    Return what to look at in the words of a recommendation or of an action. One query, and
    those of whoever knows what was recommended before.

    actions: of a recommendation, where they are fetched already. reader: to say what was
    recommended before, as far as they may know.
    """
    if actions is None:
        actions = list(one.actions.all()) if isinstance(one, Recommendation) else []
    asked: dict[str, Question] = {
        "aside": told(one.set_aside.all(), code="code", wording="wording", reason="reason")
    }
    if isinstance(one, Recommendation):
        asked["bodies"] = told(bodies_for(one.review), **READ)
    answers = ask(asked)
    words = drafted(one, actions)
    wording = wording_of(words)
    rows = {row["code"]: row["reason"] for row in answers["aside"] if row["wording"] == wording}
    found = all_drafting.remarks_on(words, deciders_from(answers.get("bodies", [])))
    earlier: list[EarlierRecommendation] = []
    if reader and isinstance(one, Recommendation):
        earlier = earlier_like(one.review, one.text, reader=reader)
    if earlier:
        found.append(RECOMMENDED_BEFORE)
    return Drafting(
        remarks=[remark for remark in found if remark.code not in rows],
        aside=[(remark, rows[remark.code]) for remark in found if remark.code in rows],
        page=one.get_absolute_url(),
        may_set_aside=True,
        earlier=() if RECOMMENDED_BEFORE.code in rows else earlier,
    )


def drafted(one: Recommendation | Action, actions: Sequence[Action] = ()) -> Drafted:
    if isinstance(one, Recommendation):
        return Drafted(
            text=one.text, to=one.addressed_to, scope=one.scope, is_planned=bool(actions)
        )
    return Drafted(
        text=one.text,
        to=one.lead_agency,
        owner=one.owner,
        measure=one.outcome_measure,
        due_on=one.target_on,
        is_action=True,
    )


def wording_of(words: Drafted) -> str:
    """Return a hash of the words that remarks are about."""
    said = "\n".join([fold(words.text).strip(), fold(words.measure).strip(), fold(words.to)])
    return hashlib.sha256(said.encode()).hexdigest()


def wording_now(one: Recommendation | Action) -> str:
    return wording_of(drafted(one))


def count_remarks(review: Review, recommendations: Iterable[Recommendation]) -> dict[int, int]:
    """
    Return how many remarks stand on each recommendation and its open actions, by its key. One
    query; prefetch `actions` with their leads.
    """
    of_review = Q(recommendation__review=review) | Q(action__recommendation__review=review)
    answers = ask(
        {
            "aside": told(
                SetAside.objects.filter(of_review),
                **{name: name for name in ("recommendation", "action", "code", "wording")},
            ),
            "bodies": told(bodies_for(review), **READ),
        }
    )
    aside = {
        (row["recommendation"], row["action"], row["code"], row["wording"])
        for row in answers["aside"]
    }
    bodies = deciders_from(answers["bodies"])
    return {one.pk: count_of(one, aside, bodies) for one in recommendations}


def count_of(one: Recommendation, aside: Collection[Key], bodies: Sequence[Decider]) -> int:
    actions = list(one.actions.all())
    open_ones = [action for action in actions if action.is_open]
    of_action = [(None, action.pk, drafted(action)) for action in open_ones]
    told_of: list[tuple[int | None, int | None, Drafted]] = [
        (one.pk, None, drafted(one, actions)),
        *of_action,
    ]
    return sum(
        (recommendation, action, remark.code, wording_of(said)) not in aside
        for recommendation, action, said in told_of
        for remark in all_drafting.remarks_on(said, bodies)
    )
