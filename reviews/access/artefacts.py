"""
The two tables of grants as a governance officer reads them: each kind of record with what every
role does with it, and where that is otherwise than the matrix of the guidance this product keeps.

Words for permissions only; the permissions stand in `grants`. Printed to `docs/access.md`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from reviews.access.grants import INVOLVEMENT_GRANTS, REVIEW_GRANTS
from reviews.models import Permission, Role

P = Permission


@dataclass(frozen=True)
class Artefact:
    """One kind of record: what each permission that concerns it lets people do, in a word."""

    name: str
    words: Mapping[Permission, str]
    everyone: str = ""


ARTEFACTS = (
    Artefact(
        "The review and its stages",
        {
            P.REVIEW_READ: "opens",
            P.STAGE_MOVE: "moves on",
            P.STAGE_STEP_BACK: "steps back",
            P.GATE_PASS: "passes gates with a reason",
        },
    ),
    Artefact(
        "Who may open it",
        {
            P.ACCESS_MANAGE: "admits and removes",
            P.HOLD_CLEAR: "clears name matches",
            P.EMERGENCY_END: "ends emergency access",
        },
    ),
    Artefact(
        "Declarations of independence",
        {P.INDEPENDENCE_READ: "reads", P.INDEPENDENCE_DECIDE: "decides"},
    ),
    Artefact(
        "Notification and decision record",
        {
            P.DECISION_READ: "reads",
            P.DECISION_RECORD: "writes",
            P.DECISION_ENTER: "enters decisions",
            P.DECISION_MAKE: "decides",
        },
    ),
    Artefact(
        "True names and pseudonyms",
        {
            P.IDENTITIES_READ: "reads subjects",
            P.IDENTITIES_READ_ALL: "and everybody else",
            P.IDENTITIES_WRITE: "writes",
        },
    ),
    Artefact(
        "Agencies' parts", {P.INVOLVEMENT_READ: "opens", P.INVOLVEMENT_MANAGE: "adds and sets"}
    ),
    Artefact(
        "Scoping requests and returns",
        {P.SCOPING_READ: "reads", P.SCOPING_SEND: "sends", P.SCOPING_ANSWER: "answers"},
    ),
    Artefact(
        "Terms of reference",
        {
            P.TERMS_READ: "reads",
            P.TERMS_READ_PSEUDONYMISED: "reads pseudonymised",
            P.TERMS_WRITE: "writes",
            P.AGREEMENT_GIVE: "agrees",
            P.AGREEMENT_RECORD: "records agreement",
        },
    ),
    Artefact(
        "Agency's raw chronology",
        {
            P.CHRONOLOGY_READ_RAW: "reads",
            P.CHRONOLOGY_SUBMIT: "sends",
            P.IMR_SIGN_OFF: "signs off",
            P.CHRONOLOGY_RELEASE: "releases",
        },
    ),
    Artefact(
        "Composite chronology",
        {
            P.CHRONOLOGY_READ_COMPOSITE: "reads after release",
            P.CHRONOLOGY_NOTE: "comments",
            P.CHRONOLOGY_RECONCILE: "decides on findings",
        },
    ),
    Artefact(
        "IMR before sign-off",
        {
            P.EVIDENCE_REQUEST: "asks for it",
            P.EVIDENCE_STATUS: "sees how far it is",
            P.IMR_READ_DRAFT: "reads",
            P.IMR_WRITE: "writes",
            P.IMR_SIGN_OFF: "signs off",
        },
    ),
    Artefact(
        "IMR as sent",
        {
            P.IMR_READ_DRAFT: "reads",
            P.IMR_READ_SIGNED: "reads after sign-off",
            P.IMR_READ_ACCEPTED: "reads once accepted",
            P.IMR_ACCEPT: "accepts",
        },
    ),
    Artefact(
        "Questions on an IMR",
        {P.IMR_QUERY_READ: "reads", P.IMR_QUERY: "asks", P.IMR_QUERY_ANSWER: "answers"},
    ),
    Artefact("Panel papers and minutes", {P.PANEL_READ: "reads", P.PANEL_WRITE: "writes"}),
    Artefact(
        "Family compartment",
        {
            P.FAMILY_READ: "reads",
            P.FAMILY_BEGIN: "writes until a chair is admitted",
            P.FAMILY_WRITE: "writes",
        },
    ),
    Artefact(
        "Drafts of the report",
        {
            P.DRAFT_READ: "reads once released",
            P.SUBMISSION_MAKE: "and before",
            P.DRAFT_WRITE: "reads before and writes",
            P.DRAFT_COMMENT: "comments",
        },
    ),
    Artefact(
        "Action plan",
        {
            P.PLAN_READ: "reads",
            P.PLAN_WRITE: "writes",
            P.PLAN_UPDATE: "reports progress",
            P.PLAN_VERIFY: "checks what is done",
        },
    ),
    Artefact(
        "What is sent to the Home Office",
        {
            P.SUBMISSION_READ: "reads once sent",
            P.ANONYMITY_CHECK: "and before, to certify it",
            P.SUBMISSION_MAKE: "makes",
            P.SIGN_OFF: "signs off",
        },
    ),
    Artefact("Home Office letter and points", {P.QA_READ: "reads", P.QA_WRITE: "writes"}),
    Artefact(
        "Identifier checks and certificates", {P.ANONYMITY_CHECK: "checks, decides, certifies"}
    ),
    Artefact("Published set", {P.PUBLISH: "decides"}, everyone="reads"),
    Artefact("What the review costs", {P.COSTS_READ: "reads", P.COSTS_WRITE: "records"}),
    Artefact("Audit trail", {P.AUDIT_READ: "reads"}),
)

OWN = "own part: "


def cell(artefact: Artefact, role: Role) -> str:
    """Say in words what a role does with one kind of record."""
    whole = _words(artefact, REVIEW_GRANTS.get(role, frozenset()))
    own = _words(artefact, INVOLVEMENT_GRANTS.get(role, frozenset()) - _whole(role))
    parts = [", ".join([*filter(None, [artefact.everyone]), *whole])]
    if own:
        parts.append(OWN + ", ".join(own))
    return "; ".join(filter(None, parts))


def _whole(role: Role) -> frozenset[Permission]:
    return REVIEW_GRANTS.get(role, frozenset())


def _words(artefact: Artefact, held: frozenset[Permission]) -> list[str]:
    return [word for permission, word in artefact.words.items() if permission in held]


@dataclass(frozen=True)
class Difference:
    """One cell that is otherwise than the matrix we follow, and why."""

    artefact: str
    role: Role
    expected: str
    reason: str


_BY_LETTER = "Is told by letter and in the pack. Its account opens submissions, nothing else."
_NOT_YET_SERVED = (
    "Has no page of its own for this. What concerns them is sent to them by the chair."
)
_HOME_SAYS = "The review's home page says what was decided and when; the records name people."
_ENTERS = "Enters for an agency what came by email, and reads what was entered so."

DIFFERENCES = (
    Difference("Notification and decision record", Role.HOME_OFFICE_LIAISON, "summary", _BY_LETTER),
    Difference(
        "True names and pseudonyms", Role.SENIOR_SIGN_OFF, "summary",
        "Signs off a text that names people as their agency's author wrote it.",
    ),
    Difference("Terms of reference", Role.HOME_OFFICE_LIAISON, "pseudonymised", _BY_LETTER),
    Difference("Composite chronology", Role.ADVISER, "pseudonymised", _NOT_YET_SERVED),
    Difference("IMR before sign-off", Role.CSP_OFFICER, "status only", _ENTERS),
    Difference("IMR as sent", Role.ADVISER, "pseudonymised", _NOT_YET_SERVED),
    Difference("Questions on an IMR", Role.ADVISER, "advises", _NOT_YET_SERVED),
    Difference("Panel papers and minutes", Role.IMR_AUTHOR, "own part", _NOT_YET_SERVED),
    Difference(
        "Panel papers and minutes", Role.ADVISER, "own item",
        "Sits with the panel, and hears at its meetings what the papers and minutes say.",
    ),
    Difference("Drafts of the report", Role.IMR_AUTHOR, "own part", _NOT_YET_SERVED),
    Difference("Drafts of the report", Role.SENIOR_SIGN_OFF, "summary", _NOT_YET_SERVED),
    Difference(
        "Action plan", Role.PANEL_MEMBER, "own part",
        "The panel agrees the whole plan, so its members read all of it; they report on their own.",
    ),
    Difference("Action plan", Role.IMR_AUTHOR, "summary", _NOT_YET_SERVED),
    Difference("Action plan", Role.HOME_OFFICE_LIAISON, "pseudonymised", _BY_LETTER),
    Difference("Home Office letter and points", Role.IMR_AUTHOR, "summary", _NOT_YET_SERVED),
    Difference("Home Office letter and points", Role.SENIOR_SIGN_OFF, "summary", _NOT_YET_SERVED),
    Difference("Home Office letter and points", Role.ADVISER, "summary", _NOT_YET_SERVED),
    Difference(
        "Home Office letter and points", Role.HOME_OFFICE_LIAISON, "writes",
        "The letter comes by email. The CSP officer records it, with the original kept.",
    ),
    Difference("Notification and decision record", Role.AUDITOR, "summary", _HOME_SAYS),
    Difference("Scoping requests and returns", Role.AUDITOR, "how many", _HOME_SAYS),
)  # fmt: skip

# Who takes part in a review without opening it here
WITHOUT_ACCOUNT = {
    "Family participants and their advocates": "see what the chair gives them, on paper or in a "
    "meeting; what passed is in the family compartment",
    "Police disclosure officer, Crown Prosecution Service": "are asked and answered through the "
    "parallel processes; what they receive is exported by the chair and in the audit trail",
    "Members of the quality assurance board": "read what the Home Office's liaison gives them",
    "Oversight (Commissioners)": "receive the completed set, and the published one",
    "Scrutiny committees": "read the published set; an auditor of theirs may be admitted",
    "Action owners": "report through their agency's contact, senior sign-off or panel member, on "
    "actions that their agency leads and no others",
    "Agencies without an account": "read the scoping letter and answer it once, by a link and a "
    "code sent separately, for an hour",
    "Administrators": "keep posts and accounts; no grant here is theirs",
}
