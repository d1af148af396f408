"""
Guardian's rows for a review and for an involvement, and the words they may use.

Written by `reviews.access` alone, from the tables there. Guardian's own generic tables stay empty.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as AuthPermission
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now, TruncDate
from guardian.managers import GroupObjectPermissionManager
from guardian.models import GroupObjectPermissionBase

if TYPE_CHECKING:
    from agencies.models import User


class Role(models.TextChoices):
    """The parts people play in a review."""

    CSP_OFFICER = "CSP_OFFICER", "CSP officer"
    CSP_CHAIR = "CSP_CHAIR", "CSP chair"
    INDEPENDENT_CHAIR = "INDEPENDENT_CHAIR", "Independent chair"
    REVIEW_SECRETARY = "REVIEW_SECRETARY", "Review manager or secretary"
    PANEL_MEMBER = "PANEL_MEMBER", "Panel member"
    ADVISER = "ADVISER", "Specialist adviser"
    NEIGHBOURING_OFFICER = "NEIGHBOURING_OFFICER", "Neighbouring partnership's officer"
    AGENCY_CONTACT = "AGENCY_CONTACT", "Agency contact"
    IMR_AUTHOR = "IMR_AUTHOR", "IMR author"
    SENIOR_SIGN_OFF = "SENIOR_SIGN_OFF", "Senior sign-off"
    HOME_OFFICE_LIAISON = "HOME_OFFICE_LIAISON", "Home Office liaison"
    AUDITOR = "AUDITOR", "Auditor"
    EMERGENCY_READER = "EMERGENCY_READER", "Emergency reader"


class Permission(models.TextChoices):
    """What may be done, each in the words of the printed matrix."""

    REVIEW_READ = "review_read", "Open the review's home page"
    STAGE_MOVE = "stage_move", "Move the review on"
    STAGE_STEP_BACK = "stage_step_back", "Take the review one step back"
    GATE_PASS = "gate_pass", "Move on although something is outstanding"
    DECISION_READ = "decision_read", "Read the notification and the decision"
    DECISION_RECORD = "decision_record", "Record the notification, notices and checklists"
    DECISION_ENTER = "decision_enter", "Enter a decision or sign-off, one's own or the chair's"
    DECISION_MAKE = "decision_make", "Decide whether to review"
    SIGN_OFF = "sign_off", "Sign off for the partnership"
    PUBLISH = "publish", "Publish or withhold"
    ACCESS_MANAGE = "access_manage", "Admit and remove people"
    HOLD_CLEAR = "hold_clear", "Let in somebody held for bearing a name of the case"
    EMERGENCY_END = "emergency_end", "See why somebody has emergency access, and end it"
    INDEPENDENCE_READ = "independence_read", "See who declared what of their independence"
    INDEPENDENCE_DECIDE = "independence_decide", "Accept or decline a declared connection"
    IDENTITIES_READ = "identities_read", "Read true names and pseudonyms"
    IDENTITIES_READ_ALL = "identities_read_all", "Read those of witnesses and family too"
    IDENTITIES_WRITE = "identities_write", "Record true names and pseudonyms"
    INVOLVEMENT_READ = "involvement_read", "Open an agency's page in the review"
    INVOLVEMENT_MANAGE = "involvement_manage", "Add agencies and set what is asked of them"
    SCOPING_READ = "scoping_read", "Read scoping requests and returns"
    SCOPING_SEND = "scoping_send", "Send and chase scoping requests"
    SCOPING_ANSWER = "scoping_answer", "Answer a scoping request"
    PANEL_READ = "panel_read", "Read panel papers and minutes"
    PANEL_WRITE = "panel_write", "Write panel papers and minutes"
    TERMS_READ = "terms_read", "Read the terms of reference"
    TERMS_READ_PSEUDONYMISED = "terms_read_pseudonymised", "Read them pseudonymised"
    TERMS_WRITE = "terms_write", "Write the terms of reference"
    AGREEMENT_GIVE = "agreement_give", "Agree or object in a round"
    AGREEMENT_RECORD = "agreement_record", "Open rounds and record answers"
    EVIDENCE_REQUEST = "evidence_request", "Ask agencies for evidence"
    EVIDENCE_STATUS = "evidence_status", "See how far an IMR is"
    IMR_READ_DRAFT = "imr_read_draft", "Read an IMR before sign-off"
    IMR_READ_SIGNED = "imr_read_signed", "Read an IMR after its agency's sign-off"
    IMR_READ_ACCEPTED = "imr_read_accepted", "Read an IMR once accepted"
    IMR_WRITE = "imr_write", "Write an IMR"
    IMR_SIGN_OFF = "imr_sign_off", "Sign off an IMR and a chronology for the agency"
    IMR_ACCEPT = "imr_accept", "Accept an IMR"
    IMR_QUERY = "imr_query", "Ask questions of an IMR"
    IMR_QUERY_READ = "imr_query_read", "Read the questions asked of an IMR"
    IMR_QUERY_ANSWER = "imr_query_answer", "Answer questions of an IMR"
    CHRONOLOGY_READ_RAW = "chronology_read_raw", "Read an agency's chronology before release"
    CHRONOLOGY_READ_COMPOSITE = "chronology_read_composite", "Read the composite chronology"
    CHRONOLOGY_SUBMIT = "chronology_submit", "Send a chronology"
    CHRONOLOGY_RELEASE = "chronology_release", "Release a chronology to the panel"
    CHRONOLOGY_NOTE = "chronology_note", "Comment on entries, weigh and tag them"
    CHRONOLOGY_RECONCILE = "chronology_reconcile", "Decide what the checks of the composite found"
    FAMILY_READ = "family_read", "Read the family compartment"
    FAMILY_BEGIN = "family_begin", "Write in the family compartment until a chair is admitted"
    FAMILY_WRITE = "family_write", "Write in the family compartment"
    DRAFT_READ = "draft_read", "Read drafts of the report"
    DRAFT_WRITE = "draft_write", "Write the report"
    DRAFT_COMMENT = "draft_comment", "Comment on drafts"
    PLAN_READ = "plan_read", "Read the action plan"
    PLAN_WRITE = "plan_write", "Write the action plan"
    PLAN_UPDATE = "plan_update", "Report progress on an agency's actions"
    PLAN_VERIFY = "plan_verify", "Check what is reported done, and say whether it is"
    SUBMISSION_READ = "submission_read", "Read what was sent to the Home Office"
    SUBMISSION_MAKE = "submission_make", "Put together what is sent to the Home Office"
    QA_READ = "qa_read", "Read the Home Office letter and the answers"
    QA_WRITE = "qa_write", "Record the Home Office letter and answer its points"
    ANONYMITY_CHECK = "anonymity_check", "Check papers for what gives people away, and certify them"
    COSTS_READ = "costs_read", "See what the review costs"
    COSTS_WRITE = "costs_write", "Record what the review costs"
    AUDIT_READ = "audit_read", "Read the audit trail"


def refuse_unlisted(permission: AuthPermission) -> None:
    """Refuse a grant of anything that the matrix does not name. Raises ValueError."""
    if permission.codename not in Permission:
        raise ValueError(f"{permission.codename} is not a permission of this system")


class GrantQuerySet(models.QuerySet[Any]):
    """Questions that both grant tables answer."""

    def standing_for(self, user: "User") -> Self:
        """Keep the grants this person holds today: membership neither ended nor held."""
        today = TruncDate(Now())
        return self.filter(
            Q(group__memberships__until_on__isnull=True)
            | Q(group__memberships__until_on__gte=today),
            Q(group__memberships__until_at__isnull=True)
            | Q(group__memberships__until_at__gt=Now()),
            group__memberships__user=user,
            group__memberships__user__is_active=True,
            group__memberships__removed_at__isnull=True,
            group__memberships__held_at__isnull=True,
            group__user=user,
        )

    def held_by(self, user: "User", permission: Permission) -> Self:
        return self.standing_for(user).filter(permission__codename=permission)

    def give(self, *, group: Group, to: models.Model, permissions: Iterable[Permission]) -> None:
        """Give a group exactly these permissions on one object, adding and taking away."""
        kind = ContentType.objects.get_for_model(to)
        wanted = {permission.value: permission.label for permission in permissions}
        rows = {
            code: AuthPermission.objects.get_or_create(
                codename=code, content_type=kind, defaults={"name": label}
            )[0]
            for code, label in wanted.items()
        }
        held = self.filter(group=group, content_object=to)
        held.exclude(permission__codename__in=wanted).delete()
        have = set(held.values_list("permission__codename", flat=True))
        self.bulk_create(
            self.model(group=group, content_object=to, permission=row)
            for code, row in rows.items()
            if code not in have
        )


class ReviewGrant(GroupObjectPermissionBase):
    """What the group of one role may do in one review."""

    content_object = models.ForeignKey(
        "reviews.Review", on_delete=models.CASCADE, related_name="grants"
    )

    objects = GroupObjectPermissionManager.from_queryset(GrantQuerySet)()  # type: ignore[misc]

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "group", "permission", "content_object"})

    class Meta(GroupObjectPermissionBase.Meta):
        abstract = False
        unique_together = [("group", "permission", "content_object")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        refuse_unlisted(self.permission)
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return f"review grant {self.pk}"


class InvolvementGrant(GroupObjectPermissionBase):
    """What the group of one role may do in one agency's part of one review."""

    content_object = models.ForeignKey(
        "reviews.AgencyInvolvement", on_delete=models.CASCADE, related_name="grants"
    )

    objects = GroupObjectPermissionManager.from_queryset(GrantQuerySet)()  # type: ignore[misc]

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "group", "permission", "content_object"})

    class Meta(GroupObjectPermissionBase.Meta):
        abstract = False
        unique_together = [("group", "permission", "content_object")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        refuse_unlisted(self.permission)
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return f"involvement grant {self.pk}"
