"""
Who may look after people: the leads of agencies, administrators, and whoever decides emergencies.

None of it opens a review. What a lead or an administrator sees is names of colleagues and
references of reviews.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.access import asked, holds_post, leads_of
from agencies.models import (
    DECIDES_EMERGENCIES,
    Actor,
    Agency,
    CommandLine,
    CommunitySafetyPartnership,
    Post,
    PostKind,
    User,
)
from reviews import access
from reviews.access import Permission, Refused
from reviews.lifecycle import ENDED
from reviews.models import AgencyInvolvement, Membership, ReviewGrant

# Partnerships


def require_post(
    actor: Actor, partnership: CommunitySafetyPartnership, *kinds: PostKind, today: date, words: str
) -> None:
    """Raise Refused with these words unless somebody holds one of these posts there."""
    if not any(holds_post(actor, partnership, kind, today=today) for kind in kinds):
        raise Refused(words)


def administers(actor: Actor, partnership: CommunitySafetyPartnership, *, today: date) -> bool:
    return holds_post(actor, partnership, PostKind.ADMINISTRATOR, today=today)


def require_administers(
    actor: Actor, partnership: CommunitySafetyPartnership, *, today: date
) -> None:
    require_post(
        actor,
        partnership,
        PostKind.ADMINISTRATOR,
        today=today,
        words="Only an administrator of this partnership looks after its accounts.",
    )


def who_may_approve(
    partnership: CommunitySafetyPartnership, *, asked_on: date, today: date, without: Iterable[User]
) -> list[User]:
    """Return who may approve what one of these people asks for another on that day, each once."""
    posts = partnership.posts.held_on(today).filter(
        kind__in=DECIDES_EMERGENCIES, user__is_active=True, from_on__lt=asked_on
    )
    people = {post.user for post in posts.select_related("user")} - set(without)
    return sorted(people, key=lambda user: user.pk)


# Agencies


@dataclass(frozen=True)
class Led:
    """A body that somebody answers for, towards one partnership or more."""

    agency: Agency
    partnerships: frozenset[int]

    def every_part(self) -> QuerySet[AgencyInvolvement]:
        return AgencyInvolvement.objects.filter(
            agency=self.agency, review__partnership__in=self.partnerships
        )

    def parts(self) -> QuerySet[AgencyInvolvement]:
        """Return the body's parts in reviews that run."""
        running = self.every_part().exclude(review__stage__in=ENDED)
        return running.select_related("review", "agency").order_by("review__reference")


def led_or_404(actor: User, agency_id: int, *, today: date) -> Led:
    """Return a body that the reader answers for. Raises Http404 for anybody else."""
    led = leads_of(actor, today=today).filter(agency=agency_id).select_related("agency")
    rows = list(led)
    if not rows:
        raise Http404
    return Led(rows[0].agency, frozenset(row.partnership_id for row in rows))


def require_leads(actor: User, part: AgencyInvolvement, *, today: date) -> None:
    """Raise Refused unless somebody answers for this agency towards this review's partnership."""
    led = leads_of(actor, today=today)
    if not led.filter(agency=part.agency_id, partnership=part.review.partnership_id).exists():
        raise Refused("Only the lead of this agency looks after its people in this review.")


# Second factors


def may_renew_factor(actor: Actor, user: User, *, today: date) -> bool:
    """Test whether somebody may have a person's second factor forgotten: never one's own."""
    asked.set(True)
    if actor == user or isinstance(actor, CommandLine):
        return False
    return (
        administers_account_of(actor, user, today=today)
        or runs_review_of(actor, user, today=today)
        or leads_only(actor, user, today=today)
    )


def require_renews_factor(actor: Actor, user: User, *, today: date) -> None:
    """Raise Refused unless `may_renew_factor`."""
    if not may_renew_factor(actor, user, today=today):
        raise Refused("You do not answer for this person: an administrator or CSP officer does.")


def renewed_or_404(actor: User, user_id: int, *, today: date) -> User:
    """Return the person whose second factor the reader may have forgotten. Raises Http404."""
    user = get_object_or_404(User, pk=user_id, is_active=True)
    if not may_renew_factor(actor, user, today=today):
        raise Http404
    return user


def administers_account_of(actor: User, user: User, *, today: date) -> bool:
    """Test whether somebody administers a partnership that this account belongs to."""
    mine = access.partnerships_of(actor, PostKind.ADMINISTRATOR, today=today)
    return any(accounts_of(place).filter(pk=user.pk).exists() for place in mine)


def runs_review_of(actor: User, user: User, *, today: date) -> bool:
    """Test whether somebody admits people to a review to which this person is admitted."""
    run = ReviewGrant.objects.held_by(actor, Permission.ACCESS_MANAGE).values("content_object")
    return Membership.objects.admitted(today).filter(user=user, review__in=run).exists()


def leads_only(actor: User, user: User, *, today: date) -> bool:
    """Test whether somebody leads wherever this person has a part, and they hold no post."""
    parts = Membership.objects.admitted(today).filter(user=user)
    theirs = {
        *parts.values_list("involvement__agency", "review__partnership"),
        *leads_of(user, today=today).values_list("agency", "partnership"),
    }
    mine = set(leads_of(actor, today=today).values_list("agency", "partnership"))
    if not theirs or not theirs <= mine:
        return False
    return not Post.objects.held_on(today).filter(user=user).exists()


# Accounts


def accounts_of(partnership: CommunitySafetyPartnership) -> QuerySet[User]:
    """Return whoever has, or has had, a post, a part or a lead in a partnership."""
    return User.objects.filter(
        Q(pk__in=partnership.posts.order_by().values("user"))
        | Q(pk__in=partnership.leads.order_by().values("user"))
        | Q(
            pk__in=Membership.objects.filter(review__partnership=partnership)
            .order_by()
            .values("user")
        )
    )


def works_elsewhere(user: User, partnership: CommunitySafetyPartnership, *, today: date) -> bool:
    """Test whether somebody holds a post, a part or a lead today with another partnership too."""
    posts = Post.objects.held_on(today).filter(user=user).exclude(partnership=partnership)
    parts = Membership.objects.admitted(today).filter(user=user)
    leads = leads_of(user, today=today).exclude(partnership=partnership)
    elsewhere = parts.exclude(review__partnership=partnership)
    return posts.exists() or elsewhere.exists() or leads.exists()
