"""Whose account a provider speaks for. It makes none: people are invited."""

from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from accounts.single_sign_on import Said
from agencies.access import Refused
from agencies.models import User
from audit import trail

NOBODY_HERE = (
    "There is no account here for whoever signed in there. An account is made by invitation: ask "
    "whoever runs the review, and say which email address you sign in with."
)


@transaction.atomic
def account_of(said: Said, *, at: datetime) -> User:
    """
    Return the account bound to this subject. The first time, an invited person's account with the
    email address that the provider vouches for is bound to it, for good.

    Raises Refused where there is none, or it is bound to another subject.
    """
    bound = SocialAccount.objects.filter(provider=said.issuer, uid=said.subject).first()
    if bound:
        if not bound.user.is_active:
            raise Refused(NOBODY_HERE)
        return User.objects.get(pk=bound.user_id)
    user = User.objects.filter(email__iexact=said.verified_email, is_active=True).first()
    if user is None or SocialAccount.objects.filter(user=user, provider=said.issuer).exists():
        raise Refused(NOBODY_HERE)
    SocialAccount.objects.create(user=user, provider=said.issuer, uid=said.subject)
    trail.record("account.bound", by=user, at=at, user_id=user.pk)
    return user
