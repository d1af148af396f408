"""
A review begun before this system, published after two rounds with the Home Office, and now in
its actions. What it says is in `dhr/demonstration/report/`.
"""

from typing import Any

from agencies.models import CommunitySafetyPartnership
from dhr.demonstration import people
from dhr.demonstration.clock import Clock
from dhr.demonstration.report import before, family, leaving, returns, telling
from dhr.demonstration.report.teller import Teller
from reviews.lifecycle import Stage
from reviews.models import EarlierStep, PersonRole, Review, ReviewKind, TieKind
from reviews.operations.opening import Notification, adopt, open_with_victim
from reviews.operations.people import Identity, add_address, add_person
from reviews.operations.ties import tie_people

# How many days ago each stage was reached: a decision after seven weeks, twenty months to sign-off
REACHED = {
    Stage.DECISION_PENDING: 1090,
    Stage.COMMISSIONED: 1050,
    Stage.PANEL_FORMED: 985,
    Stage.TOR_AGREED: 960,
    Stage.EVIDENCE: 958,
    Stage.DRAFTING: 740,
    Stage.FAMILY_AND_AGENCY_REVIEW: 520,
    Stage.PANEL_AGREED: 470,
    Stage.CSP_SIGNED_OFF: 442,
    Stage.HO_SUBMITTED: 436,
    Stage.HO_QA: 430,
    Stage.CLEARED: 120,
    Stage.PRE_PUBLICATION: 112,
}
STEPS = (
    (1098, "Letters to agencies", "41 bodies asked; 11 had something to tell"),
    (1046, "Home Office told of the decision", ""),
    (1032, "Family told of the decision", "Through the family liaison officer"),
    (985, "First panel meeting", ""),
    (612, "Third draft", ""),
    (250, "First letter from the Home Office", "Nine points for development"),
    (
        165,
        "Second round sent to the Home Office",
        "Seven points adopted, one in part, one declined",
    ),
    (120, "Second letter from the Home Office", "Cleared"),
)


def add(partnership: CommunitySafetyPartnership, clock: Clock) -> Review:
    acting: dict[str, Any] = {
        "today": clock.today,
        "by": people.user(people.OFFICER),
        "at": clock.now,
    }
    review = open_with_victim(
        partnership=partnership,
        reference="WY-DHR-6",
        notification=Notification(
            notified_on=clock.ago(days=1100),
            notified_by="Calderwick Constabulary, review officer",
            died_on=clock.ago(days=1103),
            kind=ReviewKind.FAMILIAL,
        ),
        victim=Identity(
            role=PersonRole.VICTIM,
            true_name="Winifred Askerdale",
            born_on=clock.ago(days=1103 + 64 * 365),
            pseudonym="Maren",
            sex="F",
            pseudonym_chosen_by="FAMILY",
            pseudonym_approved_on=clock.ago(days=700),
        ),
        **acting,
    )
    son = add_person(
        review=review,
        identity=Identity(
            role=PersonRole.PERPETRATOR,
            true_name="Clement Askerdale",
            born_on=clock.ago(days=1103 + 35 * 365),
            relationship="Son",
            pseudonym="Oskar",
            pseudonym_chosen_by="CHAIR",
            sex="M",
        ),
        **acting,
    )
    sister, daughter = (
        add_person(
            review=review,
            identity=Identity(
                role=PersonRole.FAMILY, true_name=name, relationship=relationship, sex="F"
            ),
            **acting,
        )
        for name, relationship in (("Harriet Lowmoor", "Sister"), ("Gwendolen Sallow", "Daughter"))
    )
    mother = review.people.get(role=PersonRole.VICTIM)
    for person, kind, other in (
        (mother, TieKind.PARENT, son),
        (mother, TieKind.PARENT, daughter),
        (mother, TieKind.SIBLING, sister),
    ):
        tie_people(person=person, kind=kind, other=other, by=acting["by"], at=acting["at"])
    for person, address, months in (
        (mother, "3 Millrace Row\nWychmere", (280, 130)),
        (mother, "27 Larkspur Close\nWychmere", (130, None)),
        (son, "3 Millrace Row\nWychmere", (280, 190)),
        (son, "Hall 6, Fenwater Lodge", (190, 166)),
        (son, "3 Millrace Row\nWychmere", (166, 130)),
        (son, "27 Larkspur Close\nWychmere", (130, None)),
    ):
        came, left = (clock.ago(days=1103 + 30 * one) if one else None for one in months)
        add_address(person=person, address=address, lived_from=came, lived_until=left, **acting)
    adopt(
        review=review,
        stage=Stage.PRE_PUBLICATION,
        days={stage: clock.ago(days=days) for stage, days in REACHED.items()},
        steps=[
            EarlierStep(event=event, happened_on=clock.ago(days=days), note=note)
            for days, event, note in STEPS
        ],
        reason="Begun on paper, before this system.",
        **acting,
    )
    review.refresh_from_db()
    teller = Teller(review, clock)
    before.tell(teller)
    family.tell(teller)
    leaving.tell(teller, telling.tell(teller))
    telling.report_progress(teller)
    returns.tell(teller)
    review.refresh_from_db()
    return review
