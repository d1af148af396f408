"""A review in its seventh month: panel formed, terms agreed, agencies asked for evidence."""

from datetime import time
from typing import Any

from agencies.models import Agency, CommunitySafetyPartnership
from dhr.demonstration import people
from dhr.demonstration.chronologies.sending import Sending
from dhr.demonstration.clock import Clock
from dhr.demonstration.dates import ask_for_dates
from dhr.demonstration.minutes import invite_in_vain, put_minutes_to_panel
from dhr.demonstration.notified import NIL
from dhr.demonstration.panel_work import work_as_panel
from dhr.demonstration.people import Player
from dhr.demonstration.story import Telling
from dhr.demonstration.terms import agree_terms
from evidence.models.tier import Tier
from evidence.operations.answering import record_return
from evidence.operations.asking import Letter, ask
from evidence.operations.requests import ask_for_evidence
from evidence.rules.requests import Brief
from evidence.rules.scoping import Answer
from families.models import Route as FamilyRoute
from families.operations.contacts import Plan as ContactPlan
from families.operations.contacts import add_contact
from panels.models import Meeting, PanelPart
from panels.models.independence import questions_for
from panels.operations.independence import declare_independence
from panels.operations.meetings import Plan, plan_meeting
from panels.operations.members import Seat, add_member
from reviews.access import Role
from reviews.lifecycle import Stage
from reviews.models import AgencyInvolvement, NoticeKind, PersonRole, Review, ReviewKind
from reviews.operations import decisions, stages
from reviews.operations.admission import admit_by_email
from reviews.operations.decisions import Reasons
from reviews.operations.opening import Notification, open_with_victim
from reviews.operations.people import Identity, add_person

TELLING = {
    "Calderwick Constabulary": Tier.IMR_AND_CHRONOLOGY,
    "Wychmere Hospitals NHS Trust": Tier.IMR_AND_CHRONOLOGY,
    "Riverbank Housing Association": Tier.IMR_AND_CHRONOLOGY,
    "Fernbank Surgery": Tier.CHRONOLOGY,
    "Haven Wychmere Domestic Abuse Service": Tier.IMR_AND_CHRONOLOGY,
    "Vale Partnership Mental Health Trust": Tier.IMR_AND_CHRONOLOGY,
    "Wychmere Adult Social Care": Tier.IMR_AND_CHRONOLOGY,
    "Probation Service, Vale region": Tier.SHORT_REPORT,
    "Jobcentre Plus, Wychmere": Tier.SUMMARY,
    "MARAC co-ordination, Wychmere": Tier.IMR_AND_CHRONOLOGY,
}
SEATS = (
    (people.INDEPENDENT_CHAIR, PanelPart.INDEPENDENT_CHAIR, False),
    (people.SECRETARY, PanelPart.SECRETARY, False),
    (people.PANEL_MEMBER, PanelPart.PANEL_MEMBER, True),
    (people.PANEL_POLICE, PanelPart.PANEL_MEMBER, True),
    (people.PANEL_HEALTH, PanelPart.PANEL_MEMBER, True),
    (people.ADVISER, PanelPart.ADVISER, False),
)
AUTHORS = (people.POLICE_AUTHOR, people.HOSPITAL_AUTHOR, people.HOUSING_AUTHOR)


class Story:
    """The steps of one review, each on its day, by its CSP officer."""

    def __init__(self, partnership: CommunitySafetyPartnership, clock: Clock) -> None:
        self.clock = clock
        self.officer = people.user(people.OFFICER)
        self.review = self.open(partnership)

    @property
    def acting(self) -> dict[str, Any]:
        return {"today": self.clock.today, "by": self.officer, "at": self.clock.now}

    def open(self, partnership: CommunitySafetyPartnership) -> Review:
        clock = self.clock
        return open_with_victim(
            partnership=partnership,
            reference="WY-DHR-8",
            notification=Notification(
                notified_on=clock.ago(days=205),
                notified_by="Calderwick Constabulary, review officer",
                died_on=clock.ago(days=209),
                incident_on=clock.ago(days=211),
                kind=ReviewKind.INTIMATE_PARTNER,
            ),
            victim=Identity(
                role=PersonRole.VICTIM,
                true_name="Marguerite Fallowdene",
                aliases=["Maggie Fallowdene"],
                born_on=clock.ago(days=41 * 365),
                pseudonym="Elin",
                pseudonym_chosen_by="FAMILY",
                initials_in_records=["MF"],
                nhs_number="9990548609",
                life="DECEASED",
            ),
            **self.acting,
        )

    def tell(self) -> Review:
        self.add_people()
        self.ask()
        self.decide()
        self.form_panel()
        agree_terms(self.review, self.clock, by=self.officer)
        invite_in_vain(self.review, self.clock, by=self.officer)
        put_minutes_to_panel(self.review, self.clock, by=self.officer)
        ask_for_dates(self.review, self.clock, by=self.officer)
        self.move(Stage.TOR_AGREED, days=128)
        self.ask_for_evidence()
        self.move(Stage.EVIDENCE, days=126)
        self.meet_family()
        work_as_panel(self.review, self.clock, by=self.officer)
        Sending(self.review, self.clock).send_all()
        Telling(self.review, self.clock).begin()
        return self.review

    def add_people(self) -> None:
        for role, name, initials, pseudonym, relationship, basis, why_not in (
            (PersonRole.PERPETRATOR, "Leopold Garrick-Vane", "LGV", "Aron", "Husband",
             "PUBLIC_TASK", "Until the trial has ended"),
            (PersonRole.CHILD, "Juniper Fallowdene", "JF", "Child 1", "Child of both",
             "SAFEGUARDING", "The children’s guardian advises against it"),
            (PersonRole.FAMILY, "Beatrix Fallowdene", "BF", "", "Sister", "", ""),
        ):  # fmt: skip
            add_person(
                review=self.review,
                identity=Identity(
                    role=role,
                    true_name=name,
                    initials_in_records=[initials],
                    pseudonym=pseudonym,
                    relationship=relationship,
                    life="LIVING",
                    sharing_basis=basis,
                    consent="NOT_ASKED" if basis else "",
                    consent_note=why_not,
                ),
                **self.acting,
            )

    def ask(self) -> None:
        ask(
            review=self.review,
            agencies=Agency.objects.order_by("pk")[:50],
            letter=Letter(due_on=self.clock.ahead(days=14), whom_to_ring="Olive Marsh"),
            admit_contacts=False,
            **self.acting,
        )
        for part in self.parts():
            tells = part.agency.name in TELLING
            said = Answer(return_kind="IMR_AND_CHRONOLOGY", records_secured=True) if tells else NIL
            record_return(
                involvement=part,
                said=said,
                provenance={
                    "received_via": "EMAIL",
                    "on_behalf_of": f"Safeguarding lead, {part.agency.label}",
                    "given_on": self.clock.today,
                    "original": None,
                },
                **self.acting,
            )
        self.move(Stage.DECISION_PENDING, days=190)

    def parts(self) -> list[AgencyInvolvement]:
        return list(self.review.involvements.select_related("agency", "review"))

    def decide(self) -> None:
        decisions.record_decision(
            review=self.review,
            outcome="REVIEW",
            standing="CONFIRMED",
            decided_on=self.clock.ago(days=172),
            decided_by="Cecil Thorne, chair of the partnership",
            reasons=Reasons(
                rationale="The definition is met and several bodies knew of the abuse.",
                limb="INTIMATE_PARTNER",
                eligibility=["AGED_16", "DIED", "CONNECTED", "LOCAL"],
                circumstances=["COERCIVE_CONTROL", "KNOWN_TO_AGENCIES", "CHILDREN"],
            ),
            provenance={
                "received_via": "MEETING",
                "on_behalf_of": "Cecil Thorne",
                "given_on": self.clock.ago(days=172),
                "original": None,
            },
            **self.acting,
        )
        self.move(Stage.COMMISSIONED, days=172)
        for kind, days, route in (
            (NoticeKind.HOME_OFFICE_DECISION, 168, "EMAIL"),
            (NoticeKind.FAMILY_DECISION, 160, "LIAISON_OFFICER"),
        ):
            decisions.record_notice(
                review=self.review,
                kind=kind,
                sent_on=self.clock.ago(days=days),
                route=route,
                **self.acting,
            )

    def form_panel(self) -> None:
        parts = {part.agency.name: part for part in self.parts()}
        for player, part, is_voting in SEATS:
            self.seat(player, part, is_voting, parts.get(player.agency))
        self.move(Stage.PANEL_FORMED, days=140)
        self.meeting(days=130, agenda=["Welcome", "Terms of reference", "Who is asked for what"])
        self.meeting(days=-12, agenda=["Chronologies received", "Family", "Next steps"])

    def seat(
        self,
        player: Player,
        part: PanelPart,
        is_voting: bool,
        involvement: AgencyInvolvement | None,
    ) -> None:
        member = add_member(
            review=self.review,
            seat=Seat(
                part=part,
                full_name=player.name,
                is_voting=is_voting,
                job_title=player.role,
                involvement=involvement,
                organisation="" if involvement else "Independent",
                joined_on=self.clock.ago(days=150),
            ),
            email=player.email,
            **self.acting,
        )
        declare_independence(
            member=member,
            declared_on=self.clock.ago(days=148),
            answers={question.code: not question.connects_if for question in questions_for(part)},
            statement="Has not worked in or for any of these services in the last ten years.",
            provenance={
                "received_via": "EMAIL",
                "on_behalf_of": player.name,
                "given_on": self.clock.ago(days=148),
                "original": None,
            },
            **self.acting,
        )

    def meeting(self, *, days: int, agenda: list[str]) -> Meeting:
        return plan_meeting(
            review=self.review,
            plan=Plan(
                held_on=self.clock.ago(days=days),
                mode="VIDEO",
                starts=time(10),
                ends=time(12, 30),
                agenda=agenda,
            ),
            by=self.officer,
            at=self.clock.now,
        )

    def ask_for_evidence(self) -> None:
        asked = {part: TELLING.get(part.agency.name, Tier.NOTHING) for part in self.parts()}
        ask_for_evidence(
            review=self.review,
            asked=asked,
            brief=Brief(due_on=self.clock.ahead(days=9), whom_to_ring="Olive Marsh"),
            asked_on=self.clock.ago(days=127),
            **self.acting,
        )
        parts = {part.agency.name: part for part in asked}
        for player in AUTHORS:
            self.admit(player, Role.IMR_AUTHOR, parts[player.agency])
        self.admit(
            people.HOSPITAL_SENIOR, Role.SENIOR_SIGN_OFF, parts["Wychmere Hospitals NHS Trust"]
        )
        self.admit(people.GP_CONTACT, Role.AGENCY_CONTACT, parts[people.GP_CONTACT.agency])
        self.admit(people.NEIGHBOUR, Role.NEIGHBOURING_OFFICER, self.review)

    def admit(self, player: Player, role: Role, to: Review | AgencyInvolvement) -> None:
        admit_by_email(
            email=player.email,
            full_name=player.name,
            role=role,
            to=to,
            **self.acting,
        )

    def meet_family(self) -> None:
        """The chair holds the pen of the family compartment, and has begun."""
        sister = self.review.people.get(role=PersonRole.FAMILY)
        add_contact(
            review=self.review,
            plan=ContactPlan(
                kind="FAMILY", relationship="Sister", route=FamilyRoute.FLO, person=sister
            ),
            by=people.user(people.INDEPENDENT_CHAIR),
            at=self.clock.now,
        )

    def move(self, to: Stage, *, days: int) -> None:
        stages.move_on(
            review=self.review,
            to=to,
            moved_on=self.clock.ago(days=days),
            reason="As it was agreed at the time.",
            **self.acting,
        )
        self.review.refresh_from_db()


def add(partnership: CommunitySafetyPartnership, clock: Clock) -> Review:
    return Story(partnership, clock).tell()
