from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from families.models.choices import (
    ACCOUNTS,
    ANSWERED_BY,
    ANSWERS,
    TRIED_TO_REACH,
    AdvocacyAnswer,
    Approach,
    Disposition,
    EntryKind,
    Leaflet,
    PseudonymAct,
    ReadHow,
    ReferralAnswer,
    Response,
    Route,
    Starter,
    Way,
)
from privacy.fields import IdentifyingTextField
from reviews.models import Permission, ReviewGrant

if TYPE_CHECKING:
    from agencies.models import User


class EntryQuerySet(models.QuerySet["FamilyContactEntry"]):
    def readable_by(self, user: "User") -> Self:
        """Keep the entries of the compartments that this person may open."""
        held = ReviewGrant.objects.held_by(user, Permission.FAMILY_READ)
        return self.filter(contact__review__in=held.values("content_object"))

    def standing(self) -> Self:
        """Leave out what was corrected or taken back."""
        return self.filter(correction__isnull=True).exclude(kind=EntryKind.TAKEN_BACK)

    def unanswered(self, kind: EntryKind) -> Self:
        """Keep the standing entries of a kind to which no standing entry is an answer."""
        answers = FamilyContactEntry.objects.standing().filter(
            kind=ANSWERED_BY[kind], answers=Coalesce(OuterRef("root"), OuterRef("pk"))
        )
        return self.standing().filter(~Exists(answers), kind=kind)

    def reaching_out(self) -> Self:
        """Keep what was done to reach somebody: letters, offers, calls and attempts."""
        return self.standing().filter(Q(kind__in=TRIED_TO_REACH) | Q(starter=Starter.REVIEW))

    def unapproved(self) -> Self:
        """Keep meetings whose notes the family have yet to approve."""
        return self.unanswered(EntryKind.MEETING).filter(notes_to_approve=True)


def only_in(kind: EntryKind, **given: object) -> Q:
    """Return the condition that entries of one kind, and no others, have something."""
    return Q(kind=kind, **given) | (~Q(kind=kind) & ~Q(**given))


class FamilyContactEntry(models.Model):
    """
    One thing that happened between the review and somebody: on which day, by whom, which way.

    Never edited, as the database sees to: a correction is a new entry that points at the old
    one. Everything in words is sealed.
    """

    append_only = True

    contact = models.ForeignKey(
        "families.FamilyContact", on_delete=models.PROTECT, related_name="log"
    )
    kind = models.CharField(max_length=12, choices=EntryKind)
    happened_on = models.DateField()
    by_whom = IdentifyingTextField(blank=True, help_text="Who was in touch with them")
    route = models.CharField(max_length=24, choices=Route, blank=True)
    way = models.CharField(max_length=10, choices=Way, blank=True)
    words = IdentifyingTextField(blank=True)
    original = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    # What some kinds have and others do not
    leaflet = models.CharField(max_length=12, choices=Leaflet, blank=True)
    leaflet_version = IdentifyingTextField(blank=True)
    advocacy_body = IdentifyingTextField(blank=True)
    advocacy_answer = models.CharField(max_length=10, choices=AdvocacyAnswer, blank=True)
    referral_answer = models.CharField(max_length=10, choices=ReferralAnswer, blank=True)
    starter = models.CharField(max_length=8, choices=Starter, blank=True)
    response = models.CharField(max_length=20, choices=Response, blank=True)
    ask_again_on = models.DateField(null=True, blank=True)
    approach = models.CharField(max_length=12, choices=Approach, blank=True)
    advice_of = IdentifyingTextField(blank=True)
    place = IdentifyingTextField(blank=True)
    present = IdentifyingTextField(blank=True)
    interpreter = IdentifyingTextField(blank=True)
    notes_to_approve = models.BooleanField(default=False)
    version_label = IdentifyingTextField(blank=True)
    days_given = models.PositiveSmallIntegerField(null=True, blank=True)
    read_how = models.CharField(max_length=12, choices=ReadHow, blank=True)
    person = models.ForeignKey(
        "reviews.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    pseudonym = IdentifyingTextField(blank=True)
    pseudonym_act = models.CharField(max_length=10, choices=PseudonymAct, blank=True)
    approved_by = IdentifyingTextField(blank=True, help_text="Who approved the notes")
    publication_on = models.DateField(null=True, blank=True)
    notice = IdentifyingTextField(blank=True, help_text="How much notice they get, from whom")
    support = IdentifyingTextField(blank=True, help_text="For children and carers, on the day")
    disposition = models.CharField(max_length=12, choices=Disposition, blank=True)
    answers = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="answered_by"
    )

    unusual_reason = IdentifyingTextField(blank=True)
    despite_reason = IdentifyingTextField(
        blank=True, help_text="Why on a day on which they were not to be written to"
    )
    corrects = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="correction"
    )
    root = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The first of a line of corrections; answers point at it",
    )
    correction_reason = IdentifyingTextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = EntryQuerySet.as_manager()

    class Privacy:
        identifying = frozenset(
            {
                "by_whom", "words", "leaflet_version", "advocacy_body", "advice_of", "place",
                "present", "interpreter", "version_label", "pseudonym", "unusual_reason",
                "despite_reason", "correction_reason",
                "approved_by", "notice", "support",
            }
        )  # fmt: skip
        plain = frozenset(
            {
                "id", "contact", "kind", "happened_on", "route", "way", "original", "leaflet",
                "advocacy_answer", "referral_answer", "starter", "response",
                "ask_again_on", "approach", "notes_to_approve", "days_given", "read_how", "person",
                "pseudonym_act",
                "publication_on", "disposition", "answers", "corrects", "root",
                "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-happened_on", "-id"]
        verbose_name_plural = "family contact entries"
        indexes = [models.Index(fields=["contact", "kind"], name="family_entry_by_kind")]
        constraints = [
            models.CheckConstraint(
                condition=Q(leaflet="") | Q(kind=EntryKind.LETTER),
                name="family_entry_leaflet_goes_with_a_letter",
            ),
            models.CheckConstraint(
                condition=only_in(EntryKind.ADVOCACY, advocacy_answer__gt=""),
                name="family_entry_advocacy_has_its_answer",
            ),
            models.CheckConstraint(
                condition=only_in(EntryKind.REFERRAL, referral_answer__gt=""),
                name="family_entry_referral_has_its_answer",
            ),
            models.CheckConstraint(
                condition=only_in(EntryKind.RESPONSE, response__gt=""),
                name="family_entry_response_says_what_they_wish",
            ),
            models.CheckConstraint(
                condition=only_in(EntryKind.APPROACH, approach__gt=""),
                name="family_entry_approach_says_what_was_decided",
            ),
            models.CheckConstraint(
                condition=Q(kind=EntryKind.DRAFT, days_given__isnull=False, days_given__gt=0)
                | ~Q(kind=EntryKind.DRAFT) & Q(days_given__isnull=True),
                name="family_entry_draft_has_its_days",
            ),
            models.CheckConstraint(
                condition=only_in(EntryKind.PSEUDONYM, person__isnull=False),
                name="family_entry_pseudonym_names_its_person",
            ),
            models.CheckConstraint(
                condition=only_in(EntryKind.PUBLICATION, publication_on__isnull=False),
                name="family_entry_publication_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ANSWERS, answers__isnull=False)
                | ~Q(kind__in=ANSWERS) & Q(answers__isnull=True),
                name="family_entry_answers_an_earlier_one",
            ),
            models.CheckConstraint(
                condition=~Q(kind=EntryKind.TAKEN_BACK) | Q(corrects__isnull=False),
                name="family_entry_taken_back_names_which",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, root__isnull=True)
                | Q(corrects__isnull=False, root__isnull=False),
                name="family_entry_correction_has_its_root",
            ),
        ]

    def __str__(self) -> str:
        return f"family contact entry {self.pk}"

    # Questions

    @property
    def is_outgoing(self) -> bool:
        """Test whether the review turned to them."""
        return self.kind in TRIED_TO_REACH or self.starter == Starter.REVIEW

    @property
    def is_account(self) -> bool:
        """Test whether it tells what somebody said, as far as its kind can say."""
        return self.kind in ACCOUNTS

    @property
    def is_taken_back(self) -> bool:
        return self.kind == EntryKind.TAKEN_BACK

    @property
    def came_from_reading_room(self) -> bool:
        """Test whether they, or their advocate, typed it themselves, without an account."""
        is_theirs = self.kind in (EntryKind.COMMENTS, EntryKind.CONTACT)
        return is_theirs and self.read_how == ReadHow.READING_ROOM and self.recorded_by_id is None

    @property
    def read_until(self) -> date:
        """The last day they were given to read a draft."""
        return self.happened_on + timedelta(days=self.days_given or 0)

    @property
    def answer_kind(self) -> EntryKind | None:
        """The kind of entry that would answer this one."""
        if self.kind == EntryKind.MEETING and not self.notes_to_approve:
            return None
        return ANSWERED_BY.get(EntryKind(self.kind))
