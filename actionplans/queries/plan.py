"""The action plan as a page shows it: by recommendation, late and unchecked first."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Prefetch, Q, prefetch_related_objects

from actionplans.cycle import ActionStatus
from actionplans.gates import plan_waits
from actionplans.models import Action, Assurance, EvidenceFile, ProgressNote, Recommendation
from actionplans.models.action import ActionQuerySet
from actionplans.queries.drafting import count_remarks
from actionplans.rules.updates import contradictions_of
from pages.parts import Blocker, Filter
from reviews.models import AgencyInvolvement, Review

ELSEWHERE = "elsewhere"
NOBODY = "nobody"


@dataclass(frozen=True, kw_only=True)
class Group:
    """One recommendation with those of its actions that are shown."""

    recommendation: Recommendation
    actions: list[Action]
    late: int
    to_check: int
    remarks: int = 0  # on the wording, for whoever writes it
    disagree: int = 0  # reports that disagree with what was asked

    @property
    def place(self) -> tuple[bool, bool, int]:
        return (not self.late, not self.to_check, self.recommendation.number)


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How far the actions of one lead are."""

    lead: str
    key: str
    involvement_id: int | None
    total: int
    done: int
    checked: int
    late: int
    given_up: int

    @property
    def open(self) -> int:
        return self.total - self.done - self.given_up


@dataclass(frozen=True, kw_only=True)
class Plan:
    """
    The whole plan; `groups` are narrowed to one lead where the reader asked for one.

    waits: what recommendations lack before the plan can be signed off.
    """

    groups: list[Group]
    tallies: list[Tally]
    filters: list[Filter]
    recommendations: int
    actions: int
    waits: list[Blocker]

    @property
    def late(self) -> int:
        return sum(tally.late for tally in self.tallies)

    @property
    def to_check(self) -> int:
        return sum(tally.done - tally.checked for tally in self.tallies)

    @property
    def checked(self) -> int:
        return sum(tally.checked for tally in self.tallies)

    @property
    def remarks(self) -> int:
        return sum(group.remarks for group in self.groups)

    @property
    def disagree(self) -> int:
        return sum(group.disagree for group in self.groups)


def actions_in_rows() -> ActionQuerySet:
    """Return actions with what a row of the plan shows of them."""
    return Action.objects.select_related("lead__agency").prefetch_related(
        "milestones", "assurances"
    )


def fetch_log(action: Action) -> None:
    """Fetch everything that hangs on an action. Four queries."""
    notes = ProgressNote.objects.select_related("recorded_by", "document")
    checks = Assurance.objects.select_related("recorded_by")
    prefetch_related_objects(
        [action],
        "milestones",
        Prefetch("progress_notes", notes),
        Prefetch("assurances", checks),
    )
    of_action = Q(note__action=action) | Q(milestone__action=action)
    files = list(EvidenceFile.objects.filter(of_action).select_related("document"))
    for note in action.progress_notes.all():
        note.further = [file for file in files if file.note_id == note.pk]
    for step in action.milestones.all():
        step.further = [file for file in files if file.milestone_id == step.pk]


def plan_for(review: Review, *, today: date, lead: str = "", is_written: bool = False) -> Plan:
    """
    Return the plan of a review. Five queries, whatever the number of rows.

    lead: the key of a lead, to see its actions alone. is_written: with what there is to look at
    in its words, for whoever writes it. Two queries more.
    """
    rows = (
        Recommendation.objects.filter(review=review)
        .select_related("addressee__agency")
        .prefetch_related("answers", Prefetch("actions", actions_in_rows()))
    )
    recommendations = list(rows)
    for one in recommendations:
        one.review = review
        for action in one.actions.all():
            action.recommendation = one
    groups = [group_of(one, today=today, lead=lead) for one in recommendations]
    if lead:
        groups = [group for group in groups if group.actions]
    actions = [action for one in recommendations for action in one.actions.all()]
    if is_written:
        groups = looked_at(review, groups, actions)
    tallies = tallies_of(actions, today=today)
    return Plan(
        groups=sorted(groups, key=lambda group: group.place),
        tallies=tallies,
        filters=filters_of(tallies, total=len(actions)),
        recommendations=len(recommendations),
        actions=len(actions),
        waits=[wait for one in recommendations for wait in plan_waits(review, one)],
    )


def looked_at(review: Review, groups: list[Group], actions: list[Action]) -> list[Group]:
    """Count for each group what there is to look at in its words and in what was reported."""
    prefetch_related_objects(actions, "progress_notes")
    remarks = count_remarks(review, [group.recommendation for group in groups])
    return [
        replace(
            group,
            remarks=remarks[group.recommendation.pk],
            disagree=sum(bool(contradictions_of(action)) for action in group.actions),
        )
        for group in groups
    ]


def group_of(one: Recommendation, *, today: date, lead: str) -> Group:
    shown = [action for action in one.actions.all() if not lead or key_of(action) == lead]
    return Group(
        recommendation=one,
        actions=sorted(shown, key=lambda action: place_of(action, today=today)),
        late=sum(action.is_late(today) for action in shown),
        to_check=sum(action.is_to_check for action in shown),
    )


def place_of(action: Action, *, today: date) -> tuple[bool, bool, int]:
    return (not action.is_late(today), not action.is_to_check, action.number)


def tallies_of(actions: list[Action], *, today: date) -> list[Tally]:
    """Count the actions of each lead, by name; those that nobody leads last."""
    by_lead: dict[str, list[Action]] = defaultdict(list)
    for action in actions:
        by_lead[action.lead_agency].append(action)
    return [
        Tally(
            lead=lead or "Nobody yet",
            key=key_of(rows[0]),
            involvement_id=rows[0].lead_id,
            total=len(rows),
            done=sum(action.is_done for action in rows),
            checked=sum(action.status == ActionStatus.DONE_VERIFIED for action in rows),
            late=sum(action.is_late(today) for action in rows),
            given_up=sum(bool(action.given_up_because) for action in rows),
        )
        for lead, rows in sorted(by_lead.items(), key=lambda pair: (not pair[0], pair[0]))
    ]


def filters_of(tallies: list[Tally], *, total: int) -> list[Filter]:
    """Return a filter for each agency, and one for all leads that take no part in the review."""
    counts: dict[str, int] = defaultdict(int)
    words: dict[str, str] = {}
    for tally in tallies:
        counts[tally.key] += tally.total
        words[tally.key] = "Other bodies" if tally.key == ELSEWHERE else tally.lead
    return [
        Filter("", "All", total),
        *(Filter(key, words[key], count) for key, count in counts.items()),
    ]


def key_of(action: Action) -> str:
    if action.lead_id:
        return str(action.lead_id)
    return ELSEWHERE if action.lead_words else NOBODY


def actions_led_by(part: AgencyInvolvement, *, today: date) -> list[Action]:
    """Return the actions an agency leads, late ones first. Two queries."""
    rows = (
        Action.objects.filter(lead=part)
        .select_related("lead__agency", "recommendation")
        .prefetch_related("progress_notes")
    )
    actions = list(rows)
    for action in actions:
        action.recommendation.review = part.review
    return sorted(actions, key=lambda action: (*place_of(action, today=today)[:2], action.pk))
