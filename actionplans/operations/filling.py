"""Puts recommendations and actions of a file into the plan, with the words of their cells."""

from datetime import date, datetime

from actionplans.cycle import OPEN, ActionStatus
from actionplans.models import Action, Milestone, PlanImport, ProgressNote, Recommendation, Source
from actionplans.models.plan_cells import kept_cell, words_in_plan
from actionplans.operations.actions import record as record_action
from actionplans.operations.moving import move, note_what_is_asked_now
from actionplans.operations.numbering import next_number
from actionplans.operations.recommendations import record as record_recommendation
from actionplans.queries.plan_changes import ActionChange, Change
from actionplans.queries.plan_reading import Understood, UnderstoodAction
from actionplans.queries.published_plan import cells_of_action, own_cells
from actionplans.readers.found import CONSOLIDATED
from actionplans.readers.numbers import folded, without_number
from agencies.models import Actor, person_behind
from agencies.queries import bodies
from chronologies.operations.keeping import storable
from reviews.models import AgencyInvolvement

LONGEST_NAME = 200
LONGEST_NUMBER = 40
NOBODY = "Not said in the plan"


class Filling:
    """What every recommendation of one file shares while it is put into the plan."""

    def __init__(self, brought: PlanImport, *, today: date, by: Actor, at: datetime) -> None:
        self.brought, self.review = brought, brought.review
        self.today, self.by, self.at = today, by, at
        parts = self.review.involvements.select_related("agency")
        self.parts = {folded(name): part for part in parts for name in names_of(part)}

    def put(self, change: Change) -> None:
        """Add a recommendation, or change the one that it is taken for."""
        if not (change.is_new or change.is_changed):
            return
        one = self.recommendation(change)
        for action in change.actions:
            if action.standing is None or action.cells:
                self.put_action(one, action)

    # Recommendations

    def recommendation(self, change: Change) -> Recommendation:
        one, understood = change.standing, change.understood
        is_new = one is None
        if one is None:
            one = Recommendation(
                review=self.review,
                number=next_number(Recommendation.objects.filter(review=self.review)),
                source=self.source(understood),
                recorded_at=self.at,
                recorded_by=person_behind(self.by),
            )
            self.address(one, understood)
        if is_new or change.cells:
            self.word(one, understood)
            one.save()
            event = "recommendation.added" if is_new else "recommendation.changed"
            record_recommendation(event, one, by=self.by, at=self.at)
        return one

    def source(self, understood: Understood) -> str:
        return Source.IMR if understood.read.layout == CONSOLIDATED else Source.PANEL

    def address(self, one: Recommendation, understood: Understood) -> None:
        """Address it to the agency that its words name, or to a body in those words."""
        leads = [action.action.lead for action in understood.actions if action.action.lead]
        named = understood.read.agency or next(iter(leads), "") or NOBODY
        one.addressee = self.parts.get(folded(named))
        one.addressee_words = "" if one.addressee else in_a_line(named)
        if one.addressee_words:
            partnership = self.review.partnership_id
            one.public_body = bodies.named(one.addressee_words, partnership=partnership)

    def word(self, one: Recommendation, understood: Understood) -> None:
        read = understood.read
        bare = without_number(read.text, read.number) or "The plan names no recommendation here."
        one.text, one.scope = storable(bare), understood.scope
        one.plan_number, one.plan_import = storable(read.number[:LONGEST_NUMBER]), self.brought
        own = own_cells(one)
        words = {"text": read.text, "scope": read.scope}
        if read.layout == CONSOLIDATED:
            words["agency"] = read.agency
        one.plan_cells = storable(
            {
                **{name: kept_cell(said, printed=own[name]) for name, said in words.items()},
                "heading": kept_cell(read.heading, printed=""),
                "layout": read.layout,
                "at": [read.table, read.row],
            }
        )

    # Actions

    def put_action(self, one: Recommendation, change: ActionChange) -> None:
        understood, action = change.understood, change.standing
        is_new = action is None
        stood = Action.objects.get(pk=action.pk) if action else None
        if action is None:
            action = Action(
                recommendation=one,
                number=next_number(one.actions.all()),
                recorded_at=self.at,
                recorded_by=person_behind(self.by),
            )
        before = words_in_plan(action.plan_cells, "completion")
        self.word_action(action, understood)
        action.save()
        if stood:
            note_what_is_asked_now(action, before=stood, by=self.by, at=self.at)
        self.put_steps(action, understood)
        if folded(understood.action.completion) != folded(before):
            self.report(action, understood)
        action = Action.objects.select_related("lead__agency").get(pk=action.pk)
        self.keep_cells(action, understood)
        event = "action.added" if is_new else "action.changed"
        record_action(event, action, by=self.by, at=self.at)

    def word_action(self, action: Action, understood: UnderstoodAction) -> None:
        read = understood.action
        action.text = storable(read.action) or "The plan names no action here."
        action.lead = self.parts.get(folded(read.lead))
        action.lead_words = "" if action.lead else in_a_line(read.lead)
        action.owner = in_a_line(read.owner) or action.owner
        action.outcome_measure = storable(read.measure) or action.outcome_measure
        action.target_on = understood.target.day
        action.plan_import = self.brought

    def put_steps(self, action: Action, understood: UnderstoodAction) -> None:
        """Add the steps that are new, and remove those that are gone and were not reached."""
        wanted = {folded(words): (words, day) for words, day in understood.steps}
        for step in action.milestones.all():
            if wanted.pop(folded(step.text), None) is None and not step.is_done:
                step.delete()
        for words, day in wanted.values():
            Milestone.objects.create(
                action=action,
                text=storable(words),
                due_on=day,
                recorded_at=self.at,
                recorded_by=person_behind(self.by),
            )

    def report(self, action: Action, understood: UnderstoodAction) -> None:
        """Enter what the plan says became of an action. That it was checked no plan can say."""
        words = storable(understood.action.completion.strip())
        if not words:
            return
        claims = self.claim(action, understood)
        day = understood.done.day or self.today
        ProgressNote.objects.create(
            action=action,
            on=day,
            words=words,
            claims=claims,
            document=self.brought.document,
            recorded_at=self.at,
            recorded_by=person_behind(self.by),
        )
        if claims:
            move(action, ActionStatus(claims), on=day, words=words)

    def claim(self, action: Action, understood: UnderstoodAction) -> str:
        """Return the status that its words claim; none that takes a later one back."""
        if action.status not in OPEN:
            return ""
        if understood.done.is_done:
            return ActionStatus.DONE_UNVERIFIED
        return ActionStatus.IN_PROGRESS if action.status == ActionStatus.NOT_STARTED else ""

    def keep_cells(self, action: Action, understood: UnderstoodAction) -> None:
        """Keep the words of the cells beside what the record prints in their place now."""
        own = cells_of_action(action)
        action.plan_cells = storable(
            {
                **{
                    name: kept_cell(getattr(understood.action, name), printed=printed)
                    for name, printed in own.items()
                },
                "others": understood.action.others,
                "at": [understood.action.table, understood.action.row],
            }
        )
        action.save(update_fields=["plan_cells"])


def names_of(part: AgencyInvolvement) -> list[str]:
    agency = part.agency
    return [name for name in (agency.name, agency.short_name, *agency.aliases) if name]


def in_a_line(words: str) -> str:
    """Return words as a name that a line holds; the whole of them is kept with the cells."""
    line = " ".join(str(storable(words)).split())
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1]}…"
