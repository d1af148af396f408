"""
Who may read and do what, told a second time: from the matrix of roles and its rules alone.

Knows nothing of the tables and rules of the product. It may name roles, and nothing else of it.
Where the product is knowingly otherwise, the line here says so, as `docs/access.md` does.
"""

from dataclasses import dataclass
from enum import StrEnum

from reviews.models import Role

OFFICER = Role.CSP_OFFICER
CSP_CHAIR = Role.CSP_CHAIR
CHAIR = Role.INDEPENDENT_CHAIR
SUPPORT = Role.REVIEW_SECRETARY
MEMBER = Role.PANEL_MEMBER
ADVISER = Role.ADVISER
NEIGHBOUR = Role.NEIGHBOURING_OFFICER
CONTACT = Role.AGENCY_CONTACT
AUTHOR = Role.IMR_AUTHOR
SENIOR = Role.SENIOR_SIGN_OFF
LIAISON = Role.HOME_OFFICE_LIAISON
AUDITOR = Role.AUDITOR
EMERGENCY = Role.EMERGENCY_READER

CHAIRING = {CHAIR, SUPPORT}
PARTNERSHIP = {OFFICER, CSP_CHAIR}
AGENCY = {CONTACT, AUTHOR, SENIOR, MEMBER}  # for an agency, in its own part
SEATED = {*CHAIRING, MEMBER}


class Thing(StrEnum):
    """Everything somebody may read."""

    HOME = "the review's home page"
    DECISION = "the notification and the decision"
    PEOPLE = "true names"
    PART = "an agency's page"
    SCOPING = "a scoping request and its return"
    TERMS = "the terms of reference"
    AGENCY_TERMS = "the terms of reference, on an agency's page"
    MEETING = "a panel meeting"
    RAW = "an agency's chronology as sent"
    ENTRY = "an entry of an agency's chronology"
    COMPOSITE = "the composite chronology"
    ASKED = "a question about an agency's chronology"
    STATUS = "how far an agency's report is"
    VERSION = "a version of an agency's report"
    QUERIES = "the questions asked of an agency"
    FAMILY = "the family compartment"
    DRAFT = "a draft of the report"
    TEXT = "the working text of the report"
    PLAN = "the action plan"
    ACTION = "an action that an agency leads"
    PACK = "what is sent to the Home Office"
    LETTER = "the Home Office's letter"
    COSTS = "what the review costs"
    TRAIL = "the audit trail"


class Deed(StrEnum):
    """Everything somebody may do. All of it ends with the review."""

    MOVE = "move the review on"
    STEP_BACK = "take the review a step back"
    PASS = "pass a gate with a reason"
    RECORD_DECISION = "record the notification"
    ENTER_DECISION = "enter a decision"
    DECIDE = "decide whether to review"
    SIGN = "sign off for the partnership"
    PUBLISH = "publish or withhold"
    ADMIT = "admit and remove people"
    NAME = "record true names"
    ADD_AGENCIES = "add agencies"
    ASK = "send scoping requests"
    ANSWER = "answer a scoping request"
    WRITE_PANEL = "write panel papers and minutes"
    WRITE_TERMS = "write the terms of reference"
    AGREE = "agree in a round"
    RECORD_AGREEMENT = "record the agreement of others"
    ASK_EVIDENCE = "ask agencies for evidence"
    SEND_CHRONOLOGY = "send a chronology"
    RELEASE = "release a chronology"
    WRITE_IMR = "write an agency's report"
    SIGN_IMR = "sign off for an agency"
    ACCEPT_IMR = "accept an agency's report"
    QUERY = "ask questions of an agency's report"
    ANSWER_QUERY = "answer questions"
    WRITE_FAMILY = "write in the family compartment"
    WRITE_REPORT = "write the report"
    COMMENT = "comment on drafts"
    NOTE = "comment on entries"
    RECONCILE = "decide on findings of the composite"
    WRITE_PLAN = "write the action plan"
    REPORT = "report progress"
    VERIFY = "check what is reported done"
    MAKE_PACK = "put together what is sent"
    WRITE_LETTER = "record the Home Office's letter"
    CERTIFY = "check papers that leave, and certify them"
    WRITE_COSTS = "record what the review costs"


@dataclass(frozen=True)
class Hats:
    """What one person is in a review, and for the agency whose part is looked at."""

    in_review: frozenset[Role] = frozenset()
    for_agency: frozenset[Role] = frozenset()
    for_others: frozenset[Role] = frozenset()

    def any_of(self, roles: set[Role]) -> bool:
        return bool(self.in_review & roles)

    def own(self, roles: set[Role]) -> bool:
        return bool(self.for_agency & roles)

    def of_any_agency(self, roles: set[Role]) -> bool:
        return bool((self.for_agency | self.for_others) & roles)


@dataclass(frozen=True)
class State:
    """How things stand in the review."""

    released: bool = False  # the agency's chronology
    read_by_machine: bool = True
    received: bool = False  # the agency's report has reached the panel
    accepted: bool = False  # and the panel has accepted it
    entered: bool = False  # for the agency, by the officer
    draft_released: bool = False
    sent: bool = False  # to the Home Office
    chaired: bool = True
    ended: bool = False


def may_read(who: Hats, thing: Thing, now: State) -> bool:
    return _READ[thing](who, now)


def may_do(who: Hats, deed: Deed, now: State) -> bool:
    """After the end of a review everything is read-only."""
    return not now.ended and _DO[deed](who, now)


def _raw(who: Hats, now: State) -> bool:
    """Rule 1: its own people, and who reads before release; no other agency."""
    return who.any_of({OFFICER, *CHAIRING, EMERGENCY}) or who.own({AUTHOR, SENIOR, MEMBER})


def _composite(who: Hats, now: State) -> bool:
    readers = {OFFICER, *SEATED, EMERGENCY}
    return who.any_of(readers) or who.of_any_agency({AUTHOR})


def _version(who: Hats, now: State) -> bool:
    """The draft is the agency's; signed and sent it is the chair's too; accepted, the panel's."""
    if who.own({AUTHOR, SENIOR, MEMBER}):
        return True
    if now.received and who.any_of(CHAIRING):
        return True
    if now.entered and who.any_of({OFFICER}):
        return True
    return now.accepted and who.any_of({OFFICER, *SEATED, EMERGENCY})


def _pack(who: Hats, now: State) -> bool:
    """
    Rule 3: the Home Office sees what was sent, once it was sent. Who approves it, and certifies,
    reads it before.
    """
    if who.any_of({*PARTNERSHIP, *CHAIRING}):
        return True
    return now.sent and who.any_of({MEMBER, LIAISON, AUDITOR, EMERGENCY})


def _draft(who: Hats, now: State) -> bool:
    if who.any_of({OFFICER, *CHAIRING}):
        return True
    return now.draft_released and who.any_of({CSP_CHAIR, MEMBER, ADVISER, EMERGENCY})


def _letter(who: Hats, now: State) -> bool:
    """It stands on the page of its round, which opens before there is one to who makes it up."""
    if who.any_of({*PARTNERSHIP, *CHAIRING}):
        return True
    return now.sent and who.any_of({MEMBER, NEIGHBOUR, AUDITOR, EMERGENCY})


def _family_pen(who: Hats, now: State) -> bool:
    """The chair's once there is one; before, the officer's, who sends the first letters."""
    return who.any_of(CHAIRING if now.chaired else {OFFICER})


def _in_review(*roles: Role):
    return lambda who, now: who.any_of(set(roles))


def _here(roles: set[Role], own: set[Role]):
    return lambda who, now: who.any_of(roles) or who.own(own)


_KNOWS_THE_REVIEW = (OFFICER, CSP_CHAIR, *CHAIRING, MEMBER, ADVISER, NEIGHBOUR, EMERGENCY)
_READS_PSEUDONYMS = {*_KNOWS_THE_REVIEW, AUDITOR}
_READS_PLAN = {OFFICER, CSP_CHAIR, *SEATED, NEIGHBOUR, AUDITOR, EMERGENCY}
_KNOWS_THE_AGENCIES = {OFFICER, CSP_CHAIR, *CHAIRING, NEIGHBOUR, EMERGENCY}

_READ = {
    Thing.HOME: _in_review(*_READS_PSEUDONYMS),
    Thing.DECISION: _in_review(OFFICER, CSP_CHAIR, *CHAIRING, NEIGHBOUR, EMERGENCY),
    Thing.PEOPLE: _in_review(OFFICER, CSP_CHAIR, *CHAIRING, MEMBER, EMERGENCY),
    Thing.PART: _here(_KNOWS_THE_AGENCIES, AGENCY),
    Thing.SCOPING: _here(_KNOWS_THE_AGENCIES, AGENCY),
    Thing.TERMS: _in_review(*_READS_PSEUDONYMS),
    Thing.AGENCY_TERMS: _here(set(_KNOWS_THE_REVIEW), {AUTHOR, SENIOR}),
    Thing.MEETING: _in_review(*_KNOWS_THE_REVIEW),
    Thing.RAW: _raw,
    Thing.ENTRY: lambda who, now: _raw(who, now) or (now.released and _composite(who, now)),
    Thing.COMPOSITE: _composite,
    Thing.ASKED: _here(set(), {AUTHOR}),
    Thing.STATUS: _here({OFFICER, *CHAIRING, EMERGENCY}, {AUTHOR, SENIOR, MEMBER}),
    Thing.VERSION: _version,
    Thing.QUERIES: _here({OFFICER, *CHAIRING, EMERGENCY}, {AUTHOR, SENIOR, MEMBER}),
    Thing.FAMILY: _in_review(OFFICER, *CHAIRING),
    Thing.DRAFT: _draft,
    Thing.TEXT: _in_review(OFFICER, *CHAIRING),
    Thing.PLAN: _in_review(*_READS_PLAN),
    Thing.ACTION: _here(_READS_PLAN, {CONTACT, SENIOR, MEMBER}),
    Thing.PACK: _pack,
    Thing.LETTER: _letter,
    Thing.COSTS: _in_review(*PARTNERSHIP),
    Thing.TRAIL: _in_review(*PARTNERSHIP, *CHAIRING, AUDITOR),
}

_DO = {
    Deed.MOVE: _in_review(OFFICER, *CHAIRING),
    Deed.STEP_BACK: _in_review(OFFICER),
    Deed.PASS: _in_review(OFFICER, CSP_CHAIR, CHAIR),
    Deed.RECORD_DECISION: _in_review(OFFICER),
    Deed.ENTER_DECISION: _in_review(*PARTNERSHIP),
    Deed.DECIDE: _in_review(CSP_CHAIR),
    Deed.SIGN: _in_review(CSP_CHAIR),
    Deed.PUBLISH: _in_review(CSP_CHAIR),
    Deed.ADMIT: _in_review(OFFICER),
    Deed.NAME: _in_review(OFFICER, *CHAIRING),
    Deed.ADD_AGENCIES: _in_review(OFFICER),
    Deed.ASK: _in_review(OFFICER),
    Deed.ANSWER: _here({OFFICER}, {CONTACT, AUTHOR, SENIOR}),
    Deed.WRITE_PANEL: _in_review(OFFICER, *CHAIRING),
    Deed.WRITE_TERMS: _in_review(OFFICER, *CHAIRING),
    Deed.AGREE: _in_review(CSP_CHAIR, CHAIR, MEMBER),
    Deed.RECORD_AGREEMENT: _in_review(OFFICER, *CHAIRING),
    Deed.ASK_EVIDENCE: _in_review(OFFICER, *CHAIRING),
    Deed.SEND_CHRONOLOGY: _here({OFFICER}, {AUTHOR}),
    Deed.RELEASE: _in_review(CHAIR),
    Deed.WRITE_IMR: _here({OFFICER}, {AUTHOR}),
    Deed.SIGN_IMR: _here({OFFICER}, {SENIOR}),
    Deed.ACCEPT_IMR: _in_review(CHAIR),
    Deed.QUERY: _in_review(*CHAIRING),
    Deed.ANSWER_QUERY: _here({OFFICER}, {AUTHOR}),
    Deed.WRITE_FAMILY: _family_pen,
    Deed.WRITE_REPORT: _in_review(*CHAIRING),
    Deed.COMMENT: _in_review(*CHAIRING, MEMBER, ADVISER),
    Deed.NOTE: _in_review(*CHAIRING, MEMBER),  # the matrix has the panel read; it comments as well
    Deed.RECONCILE: _in_review(*CHAIRING),
    Deed.WRITE_PLAN: _in_review(OFFICER),
    Deed.REPORT: _here({OFFICER}, {CONTACT, SENIOR, MEMBER}),
    Deed.VERIFY: _in_review(OFFICER, CSP_CHAIR, CHAIR),  # never who did it, nor who said so
    Deed.MAKE_PACK: _in_review(OFFICER),
    Deed.WRITE_LETTER: _in_review(OFFICER, *CHAIRING),
    # no row of the matrix: whoever answers for what leaves, in the partnership and at the panel
    Deed.CERTIFY: _in_review(*PARTNERSHIP, *CHAIRING),
    Deed.WRITE_COSTS: _in_review(OFFICER),
}


# The same by right, for what is asked of somebody before anything is looked up: who holds it in
# the review as a whole, and who for their own agency.
NOBODY: set[Role] = set()
RIGHTS: dict[str, tuple[set[Role], set[Role]]] = {
    "review_read": (_READS_PSEUDONYMS, NOBODY),
    "decision_read": ({OFFICER, CSP_CHAIR, *CHAIRING, NEIGHBOUR, EMERGENCY}, NOBODY),
    "hold_clear": (PARTNERSHIP, NOBODY),
    "emergency_end": ({*PARTNERSHIP, CHAIR}, NOBODY),
    "independence_read": ({*PARTNERSHIP, *CHAIRING, EMERGENCY}, NOBODY),
    "independence_decide": ({CSP_CHAIR}, NOBODY),
    "identities_read": ({*PARTNERSHIP, *SEATED, EMERGENCY}, {CONTACT, AUTHOR}),
    "identities_read_all": ({*PARTNERSHIP, *CHAIRING, EMERGENCY}, NOBODY),
    "involvement_read": (_KNOWS_THE_AGENCIES, AGENCY),
    "scoping_read": (_KNOWS_THE_AGENCIES, AGENCY),
    "panel_read": (set(_KNOWS_THE_REVIEW), NOBODY),
    "terms_read": (set(_KNOWS_THE_REVIEW), {AUTHOR, SENIOR}),
    "terms_read_pseudonymised": ({AUDITOR}, NOBODY),
    "evidence_status": ({OFFICER, *CHAIRING, EMERGENCY}, {AUTHOR, SENIOR, MEMBER}),
    "imr_read_draft": (NOBODY, {AUTHOR, SENIOR, MEMBER}),
    "imr_read_signed": (CHAIRING, NOBODY),
    "imr_read_accepted": ({OFFICER, *SEATED, EMERGENCY}, NOBODY),
    "imr_query_read": ({OFFICER, *CHAIRING, EMERGENCY}, {AUTHOR, SENIOR, MEMBER}),
    "chronology_read_raw": ({OFFICER, *CHAIRING, EMERGENCY}, {AUTHOR, SENIOR, MEMBER}),
    "chronology_read_composite": ({OFFICER, *SEATED, EMERGENCY}, {AUTHOR}),
    "family_read": ({OFFICER, *CHAIRING}, NOBODY),
    "family_begin": ({OFFICER}, NOBODY),
    "family_write": (CHAIRING, NOBODY),
    "draft_read": ({*PARTNERSHIP, *SEATED, ADVISER, EMERGENCY}, NOBODY),
    "plan_read": (_READS_PLAN, NOBODY),
    "submission_read": ({*PARTNERSHIP, *SEATED, LIAISON, AUDITOR, EMERGENCY}, NOBODY),
    "qa_read": (_READS_PLAN, NOBODY),
    "costs_read": (PARTNERSHIP, NOBODY),
    "audit_read": ({*PARTNERSHIP, *CHAIRING, AUDITOR}, NOBODY),
}


def may_in_own_name(who: Hats, deed: Deed) -> bool:
    """What is done in an agency's name is done by its own people, and by nobody for them."""
    alone = Hats(for_agency=who.for_agency)
    return _DO[deed](alone, State())
