"""
Who may do what. The only module that names a role or touches guardian's tables.

Two tables say what each role may do, in a review and in one agency's part of it; a permission
held in a review holds in every part of it. `docs/access.md` is printed from them. Whether a
thing may be done *now* is for `rules.py` of each app.

Source: the permission matrix of the roles in a review. Groups and grants are derived from
memberships; `admit` and `remove` are their only writers (docs/adr/0003-guardian.md).
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now, TruncDate
from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.access import Refused, asked, holds_post, partnerships_of
from agencies.models import Actor, CommandLine, PostKind, User, person_behind
from audit import trail
from reviews.models import (
    AgencyInvolvement,
    InvolvementGrant,
    Membership,
    Permission,
    Review,
    ReviewGrant,
    Role,
)

__all__ = [
    "INVOLVEMENT_GRANTS",
    "REVIEW_GRANTS",
    "Permission",
    "Refused",
    "Role",
    "admit",
    "allows",
    "asked",
    "has",
    "has_independent_chair",
    "holds_post",
    "independently_chaired",
    "involvement_or_404",
    "partnerships_of",
    "remove",
    "require",
    "review_or_404",
]

Place = Review | AgencyInvolvement
P = Permission

_PANEL = frozenset(
    {
        P.REVIEW_READ,
        P.IDENTITIES_READ,
        P.PANEL_READ,
        P.TERMS_READ,
        P.AGREEMENT_GIVE,
        P.CHRONOLOGY_READ_COMPOSITE,
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
    P.CHRONOLOGY_NOTE,
    P.FAMILY_READ,
    P.FAMILY_WRITE,
    P.DRAFT_WRITE,
    P.QA_WRITE,
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
            P.IDENTITIES_READ,
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
            P.SUBMISSION_READ,
            P.SUBMISSION_MAKE,
            P.QA_READ,
            P.QA_WRITE,
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
            P.SIGN_OFF,
            P.PUBLISH,
            P.IDENTITIES_READ,
            P.INVOLVEMENT_READ,
            P.SCOPING_READ,
            P.PANEL_READ,
            P.TERMS_READ,
            P.AGREEMENT_GIVE,
            P.DRAFT_READ,
            P.PLAN_READ,
            P.SUBMISSION_READ,
            P.QA_READ,
        }
    ),
    Role.INDEPENDENT_CHAIR: _CHAIR | {P.GATE_PASS},
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
}

INVOLVEMENT_GRANTS: dict[Role, frozenset[Permission]] = {
    Role.AGENCY_CONTACT: frozenset(
        {P.INVOLVEMENT_READ, P.SCOPING_READ, P.SCOPING_ANSWER, P.IDENTITIES_READ}
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


def has(actor: Actor, permission: Permission, *, on: Place) -> bool:
    """Test whether somebody holds a permission on a review, or on an agency's part of one."""
    asked.set(True)
    if isinstance(actor, CommandLine):
        return True
    if isinstance(on, Review):
        return permission in _codes(actor, on)
    return permission in _codes(actor, on) or permission in _codes(actor, on.review)


def require(actor: Actor, permission: Permission, *, on: Place) -> None:
    """Raise Refused, in words fit to show, unless somebody holds a permission."""
    if not has(actor, permission, on=on):
        raise Refused(f"Your role in this review does not let you: {permission.label.lower()}.")


def allows(check: Callable[..., object], *args: Any, **kwargs: Any) -> bool:
    """Turn any check that raises Refused into a yes or no, for a template."""
    try:
        check(*args, **kwargs)
    except Refused:
        return False
    return True


def review_or_404(actor: User, reference: str, permission: Permission) -> Review:
    """Return a review for a page. Not found and not allowed look the same: Http404."""
    review = get_object_or_404(Review.objects.select_related("partnership"), reference=reference)
    if not has(actor, permission, on=review):
        raise Http404
    return review


def involvement_or_404(
    actor: User, reference: str, pk: int, permission: Permission
) -> AgencyInvolvement:
    """Return an agency's part in a review for a page. Raises Http404 likewise."""
    involvement = get_object_or_404(
        AgencyInvolvement.objects.select_related("review__partnership", "agency"),
        pk=pk,
        review__reference=reference,
    )
    if not has(actor, permission, on=involvement):
        raise Http404
    return involvement


@transaction.atomic
def admit(
    *,
    user: User,
    role: Role,
    to: Place,
    by: Actor,
    at: datetime,
    from_on: date,
    until_on: date | None = None,
) -> Membership:
    """
    Let a person into a review, or into one agency's part of it. Safe to call twice.

    Does not ask who may admit: `operations.people` does, before.
    """
    review, involvement = _ends(to)
    group = _group(role, to)
    standing = Membership.objects.filter(user=user, group=group, removed_at__isnull=True).first()
    if standing:
        return standing
    membership = Membership.objects.create(
        user=user,
        role=role,
        review=review,
        involvement=involvement,
        group=group,
        from_on=from_on,
        until_on=until_on,
        admitted_at=at,
        admitted_by=person_behind(by),
    )
    user.groups.add(group)
    _forget(user)
    trail.record(
        "review.admitted",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        user_id=user.pk,
        role=role,
    )
    return membership


@transaction.atomic
def remove(*, membership: Membership, by: Actor, at: datetime) -> None:
    """End a membership now. Its person loses the next page. Safe to call twice."""
    if membership.removed_at:
        return
    membership.removed_at = at
    membership.removed_by = person_behind(by)
    membership.save(update_fields=["removed_at", "removed_by"])
    membership.user.groups.remove(membership.group)
    _forget(membership.user)
    trail.record(
        "review.removed",
        by=person_behind(by),
        at=at,
        review_ref=membership.review.reference,
        user_id=membership.user_id,
        role=membership.role,
    )


def renew_grants() -> int:
    """
    Bring the grants of every group in line with the tables above; return how many groups.

    Run at each release by `prepare_database`: a changed table reaches running reviews.
    """
    groups: dict[int, Membership] = {}
    for membership in Membership.objects.select_related("group", "review", "involvement"):
        groups.setdefault(membership.group_id, membership)
    for membership in groups.values():
        place = membership.involvement or membership.review
        _give(membership.group, Role(membership.role), place)
    return len(groups)


ROLE_OF_POST: dict[str, Role] = {
    PostKind.OFFICER: Role.CSP_OFFICER,
    PostKind.CHAIR: Role.CSP_CHAIR,
    PostKind.HOME_OFFICE_LIAISON: Role.HOME_OFFICE_LIAISON,
}


def roles_of(user: User, *, on: Review) -> list[Role]:
    """Return the roles a person holds in a review today, for showing which hats they wear."""
    codes = Membership.objects.filter(user=user, review=on, removed_at__isnull=True)
    return [Role(code) for code in dict.fromkeys(codes.values_list("role", flat=True))]


def roles_for(to: Place) -> list[Role]:
    """Return the roles a person can be admitted in, in a review or in an agency's part of it."""
    return list(REVIEW_GRANTS if isinstance(to, Review) else INVOLVEMENT_GRANTS)


def independently_chaired() -> QuerySet[Review]:
    """Return the reviews to which an independent chair is admitted today."""
    today = TruncDate(Now())
    chairs = Membership.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        role=Role.INDEPENDENT_CHAIR,
        removed_at__isnull=True,
        user__is_active=True,
    )
    return Review.objects.filter(pk__in=chairs.values("review"))


def has_independent_chair(review: Review) -> bool:
    """Test whether an independent chair is admitted to a review today."""
    return independently_chaired().filter(pk=review.pk).exists()


def is_last_officer(membership: Membership) -> bool:
    """Test whether a review would be left without a CSP officer."""
    if membership.role != Role.CSP_OFFICER:
        return False
    others = Membership.objects.filter(
        review=membership.review, role=Role.CSP_OFFICER, removed_at__isnull=True
    )
    return not others.exclude(pk=membership.pk).exists()


def permissions_of(role: Role) -> Iterable[Permission]:
    """Return what a role may do anywhere, for the printed matrix."""
    return REVIEW_GRANTS.get(role, frozenset()) | INVOLVEMENT_GRANTS.get(role, frozenset())


def _codes(user: User, on: Place) -> frozenset[str]:
    """Read a person's permissions on one object once for each request."""
    grants: Any = ReviewGrant if isinstance(on, Review) else InvolvementGrant
    known: dict[tuple[str, int], frozenset[str]] = user.__dict__.setdefault("_codes", {})
    key = (grants.__name__, on.pk)
    if key not in known:
        rows = grants.objects.standing_for(user).filter(content_object=on)
        known[key] = frozenset(rows.values_list("permission__codename", flat=True))
    return known[key]


def _forget(user: User) -> None:
    user.__dict__.pop("_codes", None)


def _ends(to: Place) -> tuple[Review, AgencyInvolvement | None]:
    return (to, None) if isinstance(to, Review) else (to.review, to)


def _group(role: Role, to: Place) -> Group:
    kind = "review" if isinstance(to, Review) else "involvement"
    group, is_new = Group.objects.get_or_create(name=f"{kind}:{to.pk}:{role.lower()}")
    if is_new:
        _give(group, role, to)
    return group


def _give(group: Group, role: Role, to: Place) -> None:
    if isinstance(to, Review):
        ReviewGrant.objects.give(group=group, to=to, permissions=REVIEW_GRANTS[role])
    else:
        InvolvementGrant.objects.give(group=group, to=to, permissions=INVOLVEMENT_GRANTS[role])
