"""What may not be done to people and their access now. Every rule raises `Refused`."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from agencies.access import holds_post
from agencies.models import (
    DECIDES_EMERGENCIES,
    Actor,
    Agency,
    CommunitySafetyPartnership,
    Post,
    PostKind,
    User,
)
from reviews import access
from reviews.access import MAY_STAND_IN, Permission, Refused
from reviews.lifecycle import ENDED
from reviews.models import AgencyInvolvement, Membership, Review
from stewards.access import who_may_approve, works_elsewhere
from stewards.models import EmergencyAccess

LONGEST = timedelta(hours=72)


# Leads and their colleagues


def check_is_asked_by(agency: Agency, partnership: CommunitySafetyPartnership) -> None:
    """Refuse a lead for a body that no review of the partnership has asked."""
    if not agency.involvements.filter(review__partnership=partnership).exists():
        raise Refused("No review of this partnership has asked this body.", field="agency")


def check_is_somebody_else(email: str, *, by: Actor) -> None:
    """Refuse to give oneself what somebody else has to give."""
    if isinstance(by, User) and by.email == email.strip().lower():
        raise Refused("Somebody else has to give this to you.", field="email")


def check_may_join(part: AgencyInvolvement, user: User | None, *, today: date) -> None:
    """
    Refuse to let a colleague into a review that has ended, and whoever has a part in it already:
    which of two parts goes together is for the CSP officer. So is whoever holds a post, or has
    parts for other bodies alone: a lead answers for the people of their own.
    """
    if part.review.stage in ENDED:
        raise Refused("This review has ended.", field="part")
    if user is None:
        return
    parts = Membership.objects.admitted(today).filter(user=user)
    if parts.filter(review=part.review).exists():
        raise Refused(
            "This person has a part in this review already. Ask the CSP officer.", field="email"
        )
    is_of_this_body = parts.filter(involvement__agency=part.agency).exists()
    is_of_others = parts.exclude(involvement__agency=part.agency).exists()
    has_post = Post.objects.held_on(today).filter(user=user).exists()
    if has_post or (is_of_others and not is_of_this_body):
        raise Refused(
            "This person works for somebody else here. Ask the CSP officer.", field="email"
        )


# Accounts


def check_can_close(
    user: User, partnership: CommunitySafetyPartnership, *, today: date, by: Actor
) -> None:
    """Refuse to close one's own account, one that others need, or the last of its kind."""
    if user == by:
        raise Refused("Another administrator closes your account.")
    if works_elsewhere(user, partnership, today=today):
        raise Refused(
            "This person works with another partnership too. End their posts and parts here; the "
            "account stays open for the other one."
        )
    for kind, words in (
        (PostKind.OFFICER, "This is the only CSP officer: give somebody else the post first."),
        (PostKind.ADMINISTRATOR, "This is the only administrator: give somebody else the post."),
    ):
        held = partnership.posts.held_on(today).filter(kind=kind, user__is_active=True)
        if held.filter(user=user).exists() and not held.exclude(user=user).exists():
            raise Refused(words)


def check_can_rename(user: User, full_name: str, *, by: Actor) -> None:
    """Refuse to change one's own name, by which one is compared with the people of a review."""
    if user == by:
        raise Refused("Another administrator corrects your name.", field="full_name")
    if not full_name.strip():
        raise Refused("Enter the full name", field="full_name")


# Emergencies


def check_can_read_in_emergency(review: Review, reader: User, *, today: date) -> None:
    """
    Refuse whoever does not work for the partnership, whoever speaks for an agency in this review,
    whoever reads for the Home Office, and whoever can read the review already.
    """
    if not reader.is_active or not works_for(review.partnership, reader, today=today):
        raise Refused("Choose somebody who works for this partnership.", field="reader")
    standing = Membership.objects.admitted(today).filter(user=reader)
    if standing.filter(review=review, involvement__isnull=False).exists():
        raise Refused("This person speaks for an agency in this review.", field="reader")
    if access.has(reader, Permission.CHRONOLOGY_READ_RAW, on=review):
        raise Refused("This person can read this review already.", field="reader")


def works_for(partnership: CommunitySafetyPartnership, user: User, *, today: date) -> bool:
    """Test whether somebody works for a partnership, and not for the Home Office as well."""
    kinds = set(partnership.posts.held_on(today).filter(user=user).values_list("kind", flat=True))
    if PostKind.HOME_OFFICE_LIAISON in kinds:
        return False
    parts = Membership.objects.standing(today).filter(
        user=user, review__partnership=partnership, involvement__isnull=True, role__in=MAY_STAND_IN
    )
    return bool(kinds) or parts.exists()


def check_length(until_at: datetime, *, at: datetime) -> None:
    if until_at <= at:
        raise Refused("The end must be ahead", field="until_on")
    if until_at - at > LONGEST:
        raise Refused("Emergency access ends within 72 hours", field="until_on")


def check_somebody_watches(partnership: CommunitySafetyPartnership, *, people: list[User]) -> None:
    """Refuse where nobody apart from these people would be told."""
    contact = partnership.data_protection_email
    if not contact:
        raise Refused("Name the partnership’s data protection contact first: they are told.")
    if contact.lower() in {user.email for user in people}:
        raise Refused("The data protection contact has to be somebody else than these people.")


def check_somebody_decides(
    partnership: CommunitySafetyPartnership, *, today: date, by: User, reader: User
) -> None:
    """Refuse what nobody could approve: it would wait until its time has run out."""
    if not who_may_approve(partnership, asked_on=today, today=today, without=[by, reader]):
        raise Refused(
            "Nobody could approve this: it takes another administrator or the CSP chair, who is "
            "not the one who reads, and whose post began before today."
        )


def check_can_decide(request: EmergencyAccess, *, today: date, by: User, at: datetime) -> None:
    """
    Refuse whoever asked, whoever would read, and whoever got their post only after it was asked:
    the second person must not be one whom the first has just made.
    """
    if not request.is_waiting(at):
        raise Refused("This was decided before, or its time has run out.")
    if by in (request.asked_by, request.reader):
        raise Refused("Somebody else decides: not who asks, nor who would read.")
    asked_on = timezone.localtime(request.asked_at).date()
    posts = Post.objects.held_on(today).filter(
        user=by, partnership=request.review.partnership_id, kind__in=DECIDES_EMERGENCIES
    )
    if not posts.filter(from_on__lt=asked_on).exists():
        raise Refused(
            "Another administrator or the CSP chair decides, whose post began before this was "
            "asked."
        )


def check_was_asked_by_an_administrator(request: EmergencyAccess, *, today: date) -> None:
    """Refuse what somebody asked who has lost the right to ask since."""
    asker = request.asked_by
    kind = PostKind.ADMINISTRATOR
    still = holds_post(asker, request.review.partnership, kind, today=today)
    if not asker.is_active or not still:
        raise Refused("Whoever asked is no longer an administrator. Ask anew.")
