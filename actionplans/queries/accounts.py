"""
What the family told the review, as evidence of a finding.

Whoever may not open the family compartment reads the day on which an account was recorded and
nothing else. Its words stay in the compartment for everybody: the page of a finding is shown on
the screen of a panel's meeting, and links there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from actionplans.models import Finding, FindingEvidence
from agencies.models import User
from families.models import FamilyContactEntry, Side
from families.models.choices import ACCOUNTS, KINDS_OF
from pages.templatetags.dates import date_long
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Account:
    """An account that a finding could rest on, for who may open the compartment."""

    pk: int
    source: str
    words: str


def told_on(row: FindingEvidence) -> str:
    """Say all of an account that leaves its compartment."""
    return f"What the family told us, recorded on {date_long(row.account_recorded_on)}"


def pages_of(rows: Iterable[FindingEvidence], review: Review, reader: User) -> Mapping[int, str]:
    """Return the page in the compartment for each account, to who may open it; else nothing."""
    found = FamilyContactEntry.objects.readable_by(reader).filter(
        pk__in=[row.account_id for row in rows if row.account_id]
    )
    return {
        pk: reverse("families:contact", args=[review.reference, contact])
        for pk, contact in found.values_list("pk", "contact_id")
    }


def was_taken_back() -> Exists:
    """Say of a finding whether it rests on an account that does not stand any more."""
    standing = FamilyContactEntry.objects.standing()
    corrected = standing.filter(root__isnull=False).values("root")
    rows = FindingEvidence.objects.filter(finding=OuterRef("pk"), account__isnull=False)
    return Exists(rows.exclude(Q(account__in=standing) | Q(account__in=corrected)))


def accounts_to_choose(finding: Finding, reader: User, *, words: str) -> list[Account]:
    """
    Return what the family and friends told the review, the last first.

    The words are sealed, so they are looked through here and not in the database.
    """
    review = finding.review
    told = (
        FamilyContactEntry.objects.readable_by(reader)
        .standing()
        .filter(contact__review=review, contact__kind__in=KINDS_OF[Side.DIED], kind__in=ACCOUNTS)
        .exclude(pk__in=FamilyContactEntry.objects.unapproved().values("pk"))
        .select_related("contact__person")
    )
    chosen = set(finding.evidence.values_list("account_id", flat=True))
    return [
        account_of(entry)
        for entry in told
        if (entry.root_id or entry.pk) not in chosen
        and words.casefold() in (entry.words or "").casefold()
    ]


def account_of(entry: FamilyContactEntry) -> Account:
    whose, day = entry.contact.name, date_long(entry.happened_on)
    return Account(
        pk=entry.pk, source=f"{entry.get_kind_display()} with {whose}, {day}", words=entry.words
    )
