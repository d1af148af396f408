"""Everything a report is made of, read at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from operator import itemgetter

from django.conf import settings
from django.utils.module_loading import import_string

from actionplans.published.plan import PublishedPlan
from actionplans.queries.published_plan import plan_of
from chronologies.queries import report_facts as chronology_facts
from chronologies.queries.report_facts import ChronologyFacts
from decisions.queries.register import to_print
from evidence.queries import report_facts as evidence_facts
from evidence.queries.report_facts import Contribution
from families.queries.extracts import for_drafts
from panels.queries import report_facts as panel_facts
from panels.queries.enquiry_answers import answers_to_print
from panels.queries.report_facts import PanelFacts
from privacy.row_locks import lifted
from reports.models import ChapterChoice, Draft, PanelAgreement, ReportSection, SectionKind, SignOff
from reports.queries.figures import figures_for
from reports.readers.blocks import Figure
from reviews.lifecycle import Stage
from reviews.models import Exactness, NoticeKind, Outcome, Person, Review
from reviews.queries.asking import Question, Row, ask, ask_together, told


@dataclass(frozen=True, kw_only=True)
class Steps:
    """The days of the review's own steps. They print as months."""

    decided_on: date | None
    home_office_told_on: date | None
    family_told_on: date | None
    panel_agreed_on: date | None
    signed_off_on: date | None


@dataclass(frozen=True, kw_only=True)
class OtherStep:
    """A step of before this system, or of a later package, in words and as exactly as known."""

    what: str
    on: date
    exactness: str = Exactness.DAY


@dataclass(frozen=True, kw_only=True)
class Record:
    """
    people: with their true days, of which only bands and months may go on.
    drafts: which there are, latest first, without what they say.
    sections: what is written, by kind, with the standing version of each.
    decided: the words of the register of decisions, and the latest answers to the lines of
    enquiry, by the key that inserts them.
    extracts: words of the family that a draft may print, by key, where a section puts one in.
    figures: those that sections put in, by sign.
    outline: what the chair chose for chapters, by key; empty where the usual ones stand.
    """

    review: Review
    today: date
    people: Sequence[Person]
    panel: PanelFacts
    contributions: Sequence[Contribution]
    chronology: ChronologyFacts
    plan: PublishedPlan
    drafts: Sequence[Draft]
    steps: Steps
    sections: Mapping[SectionKind, ReportSection]
    outline: Mapping[str, ChapterChoice]
    extracts: Mapping[str, str] = field(default_factory=dict)
    decided: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    other_steps: Sequence[OtherStep] = ()


def record_of(review: Review, *, today: date) -> Record:
    """
    Read what a report is made of, in a fixed number of queries.

    What is written in the report is read with the eyes of whoever asks.
    """
    own = ask(questions(review))
    with lifted():  # the report says who sent what, to readers of it who do not read what was sent
        others = ask_together(
            {
                "panel": panel_facts.questions(review, today=today),
                "evidence": evidence_facts.questions(review),
                "chronology": chronology_facts.questions(review),
                "register": {"decided": to_print(review), "answers": answers_to_print(review)},
                "later": {name: import_string(name)(review) for name in settings.REPORT_STEPS},
            }
        )
    of_panel = panel_facts.facts(others["panel"])
    return Record(
        review=review,
        today=today,
        people=list(review.people.all()),
        panel=of_panel,
        contributions=evidence_facts.facts(others["evidence"]),
        chronology=chronology_facts.facts(others["chronology"]),
        plan=plan_of(review),
        drafts=[
            Draft(review=review, **row)
            for row in sorted(own["drafts"], key=itemgetter("number"), reverse=True)
        ],
        steps=steps(own),
        sections={
            SectionKind(row["kind"]): ReportSection(review=review, **row) for row in own["sections"]
        },
        extracts=for_drafts(review, (row["text"] for row in own["sections"])),
        figures=figures_for(review, (row["text"] for row in own["sections"])),
        outline={row["key"]: ChapterChoice(review=review, **row) for row in own["chapters"]},
        decided=decided_words(others["register"]["decided"])
        | answered_words(of_panel, others["register"]["answers"]),
        other_steps=[
            OtherStep(**row)
            for row in chain(own["earlier"], *others["later"].values())
            if row["on"]
        ],
    )


def decided_words(rows: list[Row]) -> dict[str, str]:
    return {f"decision-{row['number']}": f"{row['about']}: {row['reason']}" for row in rows}


def answered_words(panel: PanelFacts, rows: list[Row]) -> dict[str, str]:
    """Return the latest answer to each line of the terms agreed last, by the line's number."""
    latest = {
        str(row["root"]): row["text"] for row in sorted(rows, key=itemgetter("answered_on", "id"))
    }
    asked = panel.terms.enquiries if panel.terms else ()
    return {
        f"answer-{number}": " ".join(latest[line.root].split())
        for number, line in enumerate(asked, start=1)
        if line.root in latest
    }


def questions(review: Review) -> Mapping[str, Question]:
    return {
        "decisions": told(review.decisions.all(), outcome="outcome", decided_on="decided_on"),
        "moves": told(
            review.moves.filter(to_stage=Stage.COMMISSIONED, moved_on__isnull=False),
            moved_on="moved_on",
        ),
        "notices": told(review.notices.all(), kind="kind", sent_on="sent_on"),
        "drafts": told(
            review.drafts.all(), number="number", made_on="made_on", released_on="released_on"
        ),
        "agreements": told(
            PanelAgreement.objects.filter(draft__review=review), agreed_on="agreed_on"
        ),
        "sign_offs": told(SignOff.objects.filter(draft__review=review), signed_on="signed_on"),
        "earlier": told(
            review.earlier_steps.filter(prints=True),
            what="event",
            on="happened_on",
            exactness="exactness",
        ),
        "chapters": told(
            review.chapter_choices.all(),
            key="key",
            place="place",
            title="title",
            left_out_because="left_out_because",
        ),
        "sections": told(
            review.report_sections.standing(),
            kind="kind",
            number="number",
            text="text",
            empty_because="empty_because",
        ),
    }


def steps(rows: Mapping[str, list[Row]]) -> Steps:
    """A review begun before this system may have no decision: it moved on with it all the same."""
    to_review = [row for row in rows["decisions"] if row["outcome"] != Outcome.NO_REVIEW]
    letters = rows["notices"]
    return Steps(
        decided_on=first_day(to_review, "decided_on") or first_day(rows["moves"], "moved_on"),
        home_office_told_on=first_day(of(letters, NoticeKind.HOME_OFFICE_DECISION), "sent_on"),
        family_told_on=first_day(of(letters, NoticeKind.FAMILY_DECISION), "sent_on"),
        panel_agreed_on=last_day(rows["agreements"], "agreed_on"),
        signed_off_on=last_day(rows["sign_offs"], "signed_on"),
    )


def of(rows: Sequence[Row], kind: str) -> list[Row]:
    return [row for row in rows if row["kind"] == kind]


def first_day(rows: Sequence[Row], name: str) -> date | None:
    return min((row[name] for row in rows), default=None)


def last_day(rows: Sequence[Row], name: str) -> date | None:
    return max((row[name] for row in rows), default=None)
