"""
The stages of a review and every move between them: the one table that changes `Review.stage`.

Source: the statutory process under section 9 of the Domestic Violence, Crime and Victims Act
2004 and the 2016 guidance, with the edges that the guidance leaves to practice.
`docs/states/review.md` is printed from here.
"""

from django.db import models

from reviews.state_machine import StateTable, Transition


class Stage(models.TextChoices):
    NOTIFIED = "NOTIFIED", "Notified"
    DECISION_PENDING = "DECISION_PENDING", "Decision pending"
    NOT_TO_REVIEW = "NOT_TO_REVIEW", "Not to review"
    HO_SCRUTINY = "HO_SCRUTINY", "Home Office scrutiny of the decision"
    CLOSED_NO_REVIEW = "CLOSED_NO_REVIEW", "Closed without a review"
    DIRECTED = "DIRECTED", "Directed to review"
    COMMISSIONED = "COMMISSIONED", "Commissioned"
    PANEL_FORMED = "PANEL_FORMED", "Panel formed"
    TOR_AGREED = "TOR_AGREED", "Terms of reference agreed"
    EVIDENCE = "EVIDENCE", "Collecting evidence"
    DRAFTING = "DRAFTING", "Drafting"
    FAMILY_AND_AGENCY_REVIEW = "FAMILY_AND_AGENCY_REVIEW", "Family and agencies reading"
    PANEL_AGREED = "PANEL_AGREED", "Agreed by the panel"
    CSP_SIGNED_OFF = "CSP_SIGNED_OFF", "Signed off by the partnership"
    HO_SUBMITTED = "HO_SUBMITTED", "Sent to the Home Office"
    HO_QA = "HO_QA", "Home Office quality assurance"
    FURTHER_WORK = "FURTHER_WORK", "Further work asked for"
    CLEARED_WITH_CHANGES = "CLEARED_WITH_CHANGES", "Cleared subject to changes"
    REVISING = "REVISING", "Revising"
    CLEARED = "CLEARED", "Cleared"
    PRE_PUBLICATION = "PRE_PUBLICATION", "Preparing to publish"
    PUBLISHED = "PUBLISHED", "Published"
    WITHHELD = "WITHHELD", "Not published"
    ACTION_MONITORING = "ACTION_MONITORING", "Following up actions"
    CONCLUDED = "CONCLUDED", "Concluded"
    RETENTION = "RETENTION", "Kept for retention"


# The ten steps of the strip on a review's pages, each with the stages it stands for.
STEPS: tuple[tuple[str, tuple[Stage, ...]], ...] = (
    ("Notified", (Stage.NOTIFIED,)),
    (
        "Decision",
        (
            Stage.DECISION_PENDING,
            Stage.NOT_TO_REVIEW,
            Stage.HO_SCRUTINY,
            Stage.CLOSED_NO_REVIEW,
            Stage.DIRECTED,
        ),
    ),
    ("Panel", (Stage.COMMISSIONED, Stage.PANEL_FORMED)),
    ("Terms", (Stage.TOR_AGREED,)),
    ("Evidence", (Stage.EVIDENCE,)),
    ("Drafting", (Stage.DRAFTING, Stage.FURTHER_WORK)),
    ("Agreement", (Stage.FAMILY_AND_AGENCY_REVIEW, Stage.PANEL_AGREED, Stage.CSP_SIGNED_OFF)),
    (
        "Home Office",
        (Stage.HO_SUBMITTED, Stage.HO_QA, Stage.CLEARED_WITH_CHANGES, Stage.REVISING),
    ),
    ("Publication", (Stage.CLEARED, Stage.PRE_PUBLICATION, Stage.PUBLISHED, Stage.WITHHELD)),
    ("Actions", (Stage.ACTION_MONITORING, Stage.CONCLUDED, Stage.RETENTION)),
)

ENDED = frozenset({Stage.CLOSED_NO_REVIEW, Stage.CONCLUDED, Stage.RETENTION})

# The partnership has put its name to the plan, and others read it. Going back to drafting, which
# only the Home Office's asking for further work allows, is before it again.
SIGNED_OFF = frozenset(
    {
        Stage.CSP_SIGNED_OFF,
        Stage.HO_SUBMITTED,
        Stage.HO_QA,
        Stage.FURTHER_WORK,
        Stage.CLEARED_WITH_CHANGES,
        Stage.REVISING,
        Stage.CLEARED,
        Stage.PRE_PUBLICATION,
        Stage.PUBLISHED,
        Stage.WITHHELD,
        Stage.ACTION_MONITORING,
        Stage.CONCLUDED,
        Stage.RETENTION,
    }
)

# Passing a gate with a reason is part of real reviews. These protect people outside the room, and
# keep what was recommended from being forgotten: an action that cannot be done ends for a reason.
NEVER_PASSED = frozenset(
    {
        "text_is_safe_to_publish",
        "panel_is_independent",
        "actions_are_finished",
        "conclusion_audit_is_done",
    }
)

LIFECYCLE = StateTable(
    (
        Transition(
            from_=Stage.NOTIFIED,
            to=Stage.DECISION_PENDING,
            verb="Prepare the decision",
            permission="stage_move",
            gates=("agencies_are_asked",),
        ),
        Transition(
            from_=Stage.DECISION_PENDING,
            to=Stage.COMMISSIONED,
            verb="Commission the review",
            permission="decision_enter",
            gates=("decision_is_to_review", "scoping_is_answered"),
        ),
        Transition(
            from_=Stage.DECISION_PENDING,
            to=Stage.NOT_TO_REVIEW,
            verb="Decide not to review",
            permission="decision_enter",
            gates=("decision_is_not_to_review", "scoping_is_answered"),
        ),
        Transition(
            from_=Stage.NOT_TO_REVIEW,
            to=Stage.HO_SCRUTINY,
            verb="Send the decision to the Home Office",
            permission="stage_move",
            gates=("home_office_is_told",),
        ),
        Transition(
            from_=Stage.HO_SCRUTINY,
            to=Stage.CLOSED_NO_REVIEW,
            verb="Close without a review",
            permission="stage_move",
            gates=("family_is_told",),
        ),
        Transition(
            from_=Stage.HO_SCRUTINY,
            to=Stage.DIRECTED,
            verb="Record the direction to review",
            permission="stage_move",
            gates=("direction_is_recorded",),
        ),
        Transition(
            from_=Stage.DIRECTED,
            to=Stage.COMMISSIONED,
            verb="Commission the review as directed",
            permission="decision_enter",
        ),
        Transition(
            from_=Stage.COMMISSIONED,
            to=Stage.PANEL_FORMED,
            verb="Confirm the panel",
            permission="stage_move",
            gates=(
                "home_office_is_told",
                "family_is_told",
                "panel_is_formed",
                "panel_is_independent",
            ),
        ),
        Transition(
            from_=Stage.PANEL_FORMED,
            to=Stage.TOR_AGREED,
            verb="Record the terms of reference as agreed",
            permission="stage_move",
            gates=("terms_are_agreed",),
        ),
        Transition(
            from_=Stage.TOR_AGREED,
            to=Stage.EVIDENCE,
            verb="Start collecting evidence",
            permission="stage_move",
            gates=("evidence_is_asked_for",),
        ),
        Transition(
            from_=Stage.EVIDENCE,
            to=Stage.DRAFTING,
            verb="Start drafting",
            permission="stage_move",
            gates=("evidence_is_in", "every_chronology_is_released"),
        ),
        Transition(
            from_=Stage.DRAFTING,
            to=Stage.FAMILY_AND_AGENCY_REVIEW,
            verb="Give the draft to family and agencies to read",
            permission="stage_move",
            gates=("draft_is_numbered",),
        ),
        Transition(
            from_=Stage.FAMILY_AND_AGENCY_REVIEW,
            to=Stage.PANEL_AGREED,
            verb="Record the panel's agreement",
            permission="stage_move",
            gates=("comments_are_answered", "panel_has_agreed", "panel_is_independent"),
        ),
        Transition(
            from_=Stage.PANEL_AGREED,
            to=Stage.CSP_SIGNED_OFF,
            verb="Sign off for the partnership",
            permission="decision_enter",
            gates=("sign_off_is_minuted", "plan_is_ready"),
        ),
        Transition(
            from_=Stage.CSP_SIGNED_OFF,
            to=Stage.HO_SUBMITTED,
            verb="Send to the Home Office",
            permission="stage_move",
            gates=("family_questions_are_answered", "submission_is_complete"),
        ),
        Transition(
            from_=Stage.HO_SUBMITTED,
            to=Stage.HO_QA,
            verb="Record that the Home Office has it",
            permission="stage_move",
            gates=("submission_is_received",),
        ),
        Transition(
            from_=Stage.HO_QA,
            to=Stage.CLEARED,
            verb="Record clearance",
            permission="stage_move",
            gates=("qa_outcome_is_cleared",),
        ),
        Transition(
            from_=Stage.HO_QA,
            to=Stage.CLEARED_WITH_CHANGES,
            verb="Record clearance subject to changes",
            permission="stage_move",
            gates=("qa_outcome_is_changes",),
        ),
        Transition(
            from_=Stage.HO_QA,
            to=Stage.FURTHER_WORK,
            verb="Record that further work is asked for",
            permission="stage_move",
            gates=("qa_outcome_is_further_work",),
        ),
        Transition(
            from_=Stage.FURTHER_WORK,
            to=Stage.DRAFTING,
            verb="Go back to drafting",
            permission="stage_move",
        ),
        Transition(
            from_=Stage.CLEARED_WITH_CHANGES,
            to=Stage.REVISING,
            verb="Start revising",
            permission="stage_move",
        ),
        Transition(
            from_=Stage.REVISING,
            to=Stage.CLEARED,
            verb="Record clearance",
            permission="stage_move",
            gates=("qa_points_are_answered",),
        ),
        Transition(
            from_=Stage.REVISING,
            to=Stage.HO_SUBMITTED,
            verb="Send the next round to the Home Office",
            permission="stage_move",
            gates=(
                "qa_points_are_answered",
                "family_questions_are_answered",
                "submission_is_complete",
            ),
        ),
        Transition(
            from_=Stage.CLEARED,
            to=Stage.PRE_PUBLICATION,
            verb="Prepare to publish",
            permission="stage_move",
        ),
        Transition(
            from_=Stage.PRE_PUBLICATION,
            to=Stage.PUBLISHED,
            verb="Publish",
            permission="decision_enter",
            gates=(
                "publication_is_decided",
                "nothing_holds_publication_back",
                "text_is_safe_to_publish",
            ),
        ),
        Transition(
            from_=Stage.PRE_PUBLICATION,
            to=Stage.WITHHELD,
            verb="Record that it will not be published",
            permission="decision_enter",
            gates=("withholding_is_decided",),
        ),
        Transition(
            from_=Stage.PUBLISHED,
            to=Stage.ACTION_MONITORING,
            verb="Follow up the actions",
            permission="stage_move",
        ),
        Transition(
            from_=Stage.WITHHELD,
            to=Stage.ACTION_MONITORING,
            verb="Follow up the actions",
            permission="stage_move",
        ),
        Transition(
            from_=Stage.ACTION_MONITORING,
            to=Stage.CONCLUDED,
            verb="Conclude the review",
            permission="decision_enter",
            gates=("actions_are_finished", "returns_are_in", "conclusion_audit_is_done"),
        ),
        Transition(
            from_=Stage.CONCLUDED,
            to=Stage.RETENTION,
            verb="Begin retention",
            permission="stage_move",
        ),
    )
)
