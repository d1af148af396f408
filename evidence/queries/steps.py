"""
The steps of whoever writes for an agency, on one task list.

`EVIDENCE_STEPS` in the settings lists the functions that make them, in order, from here and from
the apps above: `(task) -> Step`, or None where the step is not asked of this agency.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from agencies.models import User
from evidence.access import imr_of
from evidence.models import (
    EvidenceRequest,
    ImrAcceptance,
    ImrVersion,
    IndividualManagementReview,
)
from evidence.queries.enquiries import fetch_content, lines_of
from evidence.rules.completeness import Gap, gaps
from evidence.rules.imr_decisions import check_can_give_back
from evidence.rules.imr_writing import check_can_begin, check_can_enter, check_can_write
from pages.parts import Task
from panels.models import KeyLineOfEnquiry
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement


@dataclass(frozen=True, kw_only=True)
class AuthorTask:
    """
    What one reader sees of an agency's evidence, fetched once for all steps.

    version: the last one, whatever its state; None before the first words.
    """

    part: AgencyInvolvement
    request: EvidenceRequest
    imr: IndividualManagementReview | None
    version: ImrVersion | None
    enquiries: list[KeyLineOfEnquiry]
    reader: User
    today: date

    def href(self, name: str, *more: object) -> str:
        return reverse(f"evidence:{name}", args=[self.part.review.reference, self.part.pk, *more])

    @property
    def writes(self) -> bool:
        """Test whether this reader can write in it now."""
        return bool(self.imr) and access.allows(check_can_write, self.reader, self.imr)

    @property
    def title(self) -> str:
        return self.request.asks.label if self.request.asks.asks_for_something else "Evidence"

    @property
    def may_begin(self) -> bool:
        """Test whether this reader can begin another version."""
        return bool(self.imr) and access.allows(check_can_begin, self.reader, self.imr)

    @property
    def may_take_back(self) -> bool:
        """Test whether this reader wrote what waits for sign-off, and can open it again."""
        waits = bool(self.version and self.version.waits_for_sign_off)
        return waits and access.allows(check_can_give_back, self.reader, self.version, "")

    @property
    def open_queries(self) -> int:
        return getattr(self.imr, "open_queries", 0)

    @cached_property
    def acceptance(self) -> ImrAcceptance | None:
        """The panel's acceptance of the last version, where it stands."""
        if self.version is None or not (self.imr and self.imr.is_accepted):
            return None
        return self.version.acceptances.filter(taken_back_at__isnull=True).first()

    @property
    def gaps(self) -> list[Gap]:
        """What is missing before somebody senior can be asked to sign off."""
        return gaps(self.imr, self.version, self.enquiries) if self.imr else []


@dataclass(frozen=True)
class Step:
    """One step, with the tasks it is made of."""

    title: str
    tasks: list[Task]
    hint: str = ""


StepMaker = Callable[[AuthorTask], Step | None]


@cache
def step_makers() -> tuple[StepMaker, ...]:
    return tuple(import_string(path) for path in settings.EVIDENCE_STEPS)


def steps_of(task: AuthorTask) -> list[Step]:
    """Return the steps that are asked of an agency, in order."""
    return [step for step in (make(task) for make in step_makers()) if step]


def author_task(reader: User, part: AgencyInvolvement, *, today: date) -> AuthorTask | None:
    """Return what an agency has to do; None where no evidence was ever asked of it."""
    imr = imr_of(part)
    requests = list(part.evidence_requests.all())
    if not requests:
        return None
    version = imr.latest if imr else None
    if version:
        fetch_content(version)
    return AuthorTask(
        part=part,
        request=requests[-1],
        imr=imr,
        version=version,
        enquiries=lines_of(part.review),
        reader=reader,
        today=today,
    )


def may_open(reader: User, part: AgencyInvolvement, imr: IndividualManagementReview | None) -> bool:
    """
    Test whether a reader may open the task: the agency's own people, or whoever entered for it
    what it sent elsewhere.
    """
    if access.has_own(reader, Permission.EVIDENCE_STATUS, on=part):
        return True
    is_entered = bool(imr and imr.latest and imr.latest.is_on_behalf)
    return is_entered and access.allows(check_can_enter, reader, imr)
