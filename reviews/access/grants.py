"""
The two tables: what each role may do in a review, and in one agency's part of it.

A permission held in a review holds in every part of it. Printed to `docs/access.md`.

Source: the permission matrix of the roles in a review.
"""

from agencies.models import PostKind
from reviews.models import Permission, Role

P = Permission

_PANEL = frozenset(
    {
        P.REVIEW_READ,
        P.IDENTITIES_READ,
        P.PANEL_READ,
        P.TERMS_READ,
        P.AGREEMENT_GIVE,
        P.CHRONOLOGY_READ_COMPOSITE,
        P.CHRONOLOGY_NOTE,
        P.IMR_READ_ACCEPTED,
        P.DRAFT_READ,
        P.DRAFT_COMMENT,
        P.PLAN_READ,
        P.SUBMISSION_READ,
        P.QA_READ,
    }
)

_CHAIR = _PANEL | {
    P.STAGE_MOVE,
    P.DECISION_READ,
    P.INDEPENDENCE_READ,
    P.IDENTITIES_READ_ALL,
    P.IDENTITIES_WRITE,
    P.INVOLVEMENT_READ,
    P.SCOPING_READ,
    P.PANEL_WRITE,
    P.TERMS_WRITE,
    P.AGREEMENT_RECORD,
    P.EVIDENCE_REQUEST,
    P.EVIDENCE_STATUS,
    P.IMR_READ_SIGNED,
    P.IMR_ACCEPT,
    P.IMR_QUERY,
    P.IMR_QUERY_READ,
    P.CHRONOLOGY_READ_RAW,
    P.CHRONOLOGY_RELEASE,
    P.CHRONOLOGY_RECONCILE,
    P.FAMILY_READ,
    P.FAMILY_WRITE,
    P.DRAFT_WRITE,
    P.QA_WRITE,
    P.ANONYMITY_CHECK,
    P.AUDIT_READ,
}

REVIEW_GRANTS: dict[Role, frozenset[Permission]] = {
    Role.CSP_OFFICER: frozenset(
        {
            P.REVIEW_READ,
            P.STAGE_MOVE,
            P.STAGE_STEP_BACK,
            P.GATE_PASS,
            P.DECISION_READ,
            P.DECISION_RECORD,
            P.DECISION_ENTER,
            P.ACCESS_MANAGE,
            P.HOLD_CLEAR,
            P.EMERGENCY_END,
            P.INDEPENDENCE_READ,
            P.IDENTITIES_READ,
            P.IDENTITIES_READ_ALL,
            P.IDENTITIES_WRITE,
            P.INVOLVEMENT_READ,
            P.INVOLVEMENT_MANAGE,
            P.SCOPING_READ,
            P.SCOPING_SEND,
            P.SCOPING_ANSWER,
            P.PANEL_READ,
            P.PANEL_WRITE,
            P.TERMS_READ,
            P.TERMS_WRITE,
            P.AGREEMENT_RECORD,
            P.EVIDENCE_REQUEST,
            P.EVIDENCE_STATUS,
            P.IMR_READ_ACCEPTED,
            P.IMR_WRITE,
            P.IMR_SIGN_OFF,
            P.IMR_QUERY_READ,
            P.IMR_QUERY_ANSWER,
            P.CHRONOLOGY_READ_RAW,
            P.CHRONOLOGY_READ_COMPOSITE,
            P.CHRONOLOGY_SUBMIT,
            P.FAMILY_READ,
            P.FAMILY_BEGIN,
            P.DRAFT_READ,
            P.PLAN_READ,
            P.PLAN_WRITE,
            P.PLAN_UPDATE,
            P.PLAN_VERIFY,
            P.SUBMISSION_READ,
            P.SUBMISSION_MAKE,
            P.QA_READ,
            P.QA_WRITE,
            P.ANONYMITY_CHECK,
            P.COSTS_READ,
            P.COSTS_WRITE,
            P.AUDIT_READ,
        }
    ),
    Role.CSP_CHAIR: frozenset(
        {
            P.REVIEW_READ,
            P.DECISION_READ,
            P.DECISION_ENTER,
            P.DECISION_MAKE,
            P.GATE_PASS,
            P.HOLD_CLEAR,
            P.SIGN_OFF,
            P.PUBLISH,
            P.INDEPENDENCE_READ,
            P.INDEPENDENCE_DECIDE,
            P.EMERGENCY_END,
            P.IDENTITIES_READ,
            P.IDENTITIES_READ_ALL,
            P.INVOLVEMENT_READ,
            P.SCOPING_READ,
            P.PANEL_READ,
            P.TERMS_READ,
            P.AGREEMENT_GIVE,
            P.DRAFT_READ,
            P.PLAN_READ,
            P.PLAN_VERIFY,
            P.SUBMISSION_READ,
            P.QA_READ,
            P.ANONYMITY_CHECK,
            P.COSTS_READ,
            P.AUDIT_READ,
        }
    ),
    Role.INDEPENDENT_CHAIR: _CHAIR | {P.GATE_PASS, P.PLAN_VERIFY, P.EMERGENCY_END},
    Role.REVIEW_SECRETARY: _CHAIR - {P.IMR_ACCEPT, P.CHRONOLOGY_RELEASE, P.AGREEMENT_GIVE},
    Role.PANEL_MEMBER: _PANEL,
    Role.ADVISER: frozenset(
        {P.REVIEW_READ, P.PANEL_READ, P.TERMS_READ, P.DRAFT_READ, P.DRAFT_COMMENT}
    ),
    Role.NEIGHBOURING_OFFICER: frozenset(
        {
            P.REVIEW_READ,
            P.DECISION_READ,
            P.INVOLVEMENT_READ,
            P.SCOPING_READ,
            P.PANEL_READ,
            P.TERMS_READ,
            P.PLAN_READ,
            P.QA_READ,
        }
    ),
    Role.HOME_OFFICE_LIAISON: frozenset({P.SUBMISSION_READ}),
    # What was decided, sent and done about it, and who did what: no evidence and no true name
    Role.AUDITOR: frozenset(
        {
            P.REVIEW_READ,
            P.TERMS_READ_PSEUDONYMISED,
            P.PLAN_READ,
            P.SUBMISSION_READ,
            P.QA_READ,
            P.AUDIT_READ,
        }
    ),
    # What the CSP officer reads, for hours and never by admission (docs/adr/0023): without the
    # family compartment, and without the trail, which tells that something happened in it
    Role.EMERGENCY_READER: frozenset(
        {
            P.REVIEW_READ,
            P.DECISION_READ,
            P.INDEPENDENCE_READ,
            P.IDENTITIES_READ,
            P.IDENTITIES_READ_ALL,
            P.INVOLVEMENT_READ,
            P.SCOPING_READ,
            P.PANEL_READ,
            P.TERMS_READ,
            P.EVIDENCE_STATUS,
            P.IMR_READ_ACCEPTED,
            P.IMR_QUERY_READ,
            P.CHRONOLOGY_READ_RAW,
            P.CHRONOLOGY_READ_COMPOSITE,
            P.DRAFT_READ,
            P.PLAN_READ,
            P.SUBMISSION_READ,
            P.QA_READ,
        }
    ),
}

INVOLVEMENT_GRANTS: dict[Role, frozenset[Permission]] = {
    Role.AGENCY_CONTACT: frozenset(
        {
            P.INVOLVEMENT_READ,
            P.SCOPING_READ,
            P.SCOPING_ANSWER,
            P.IDENTITIES_READ,
            P.PLAN_UPDATE,
        }
    ),
    Role.IMR_AUTHOR: frozenset(
        {
            P.INVOLVEMENT_READ,
            P.SCOPING_READ,
            P.SCOPING_ANSWER,
            P.IDENTITIES_READ,
            P.TERMS_READ,
            P.EVIDENCE_STATUS,
            P.IMR_READ_DRAFT,
            P.IMR_WRITE,
            P.IMR_QUERY_READ,
            P.IMR_QUERY_ANSWER,
            P.CHRONOLOGY_READ_RAW,
            P.CHRONOLOGY_READ_COMPOSITE,
            P.CHRONOLOGY_SUBMIT,
        }
    ),
    Role.SENIOR_SIGN_OFF: frozenset(
        {
            P.INVOLVEMENT_READ,
            P.SCOPING_READ,
            P.SCOPING_ANSWER,
            P.TERMS_READ,
            P.EVIDENCE_STATUS,
            P.IMR_READ_DRAFT,
            P.IMR_SIGN_OFF,
            P.IMR_QUERY_READ,
            P.CHRONOLOGY_READ_RAW,
            P.PLAN_UPDATE,
        }
    ),
    Role.PANEL_MEMBER: frozenset(
        {
            P.INVOLVEMENT_READ,
            P.SCOPING_READ,
            P.EVIDENCE_STATUS,
            P.IMR_READ_DRAFT,
            P.IMR_QUERY_READ,
            P.CHRONOLOGY_READ_RAW,
            P.PLAN_UPDATE,
        }
    ),
}

# The part that the holder of a post in the partnership has in each of its reviews
ROLE_OF_POST: dict[str, Role] = {
    PostKind.OFFICER: Role.CSP_OFFICER,
    PostKind.CHAIR: Role.CSP_CHAIR,
    PostKind.HOME_OFFICE_LIAISON: Role.HOME_OFFICE_LIAISON,
}

# What an agency's lead lets colleagues do; a seat on the panel is not theirs to give
ADMITTED_BY_LEADS = (Role.AGENCY_CONTACT, Role.IMR_AUTHOR, Role.SENIOR_SIGN_OFF)

# Parts in a partnership's reviews whose holders may read another one of them in an emergency
MAY_STAND_IN = (
    Role.CSP_OFFICER,
    Role.CSP_CHAIR,
    Role.INDEPENDENT_CHAIR,
    Role.REVIEW_SECRETARY,
    Role.NEIGHBOURING_OFFICER,
)
