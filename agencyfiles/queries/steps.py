"""The step of an agency's task list that is about what its own file says."""

from datetime import date

from django.urls import reverse

from agencyfiles.models import SignOffLink
from agencyfiles.queries.reading import front_sheet_of
from agencyfiles.rules import check_can_ask_for_signature
from documents.kinds import DocumentKind
from evidence.models import ImrVersion
from evidence.queries.steps import AuthorTask, Step
from pages.parts import Task
from reviews.access import allows


def confirm_reading(task: AuthorTask) -> Step | None:
    """Confirm what was read in the Word file; nothing before one is uploaded."""
    document = task.version.document if task.version else None
    if document is None or document.kind != DocumentKind.DOCX:
        return None
    sheet = front_sheet_of(task.version)
    href = reverse("agencyfiles:read", args=[task.part.review.reference, task.part.pk])
    return Step(
        "Confirm what your document says",
        [
            Task(
                "Front sheet, parts, recommendations and chronology, as read from it",
                "Confirmed" if sheet else "To look over",
                href if task.writes else "",
                hint="So that nothing in it need be typed again.",
                is_done=bool(sheet),
            )
        ],
    )


def sign_off_without_account(task: AuthorTask) -> Step | None:
    """Have it signed by somebody who has no account, once nothing is missing."""
    version = task.version
    is_mine = bool(task.imr) and allows(check_can_ask_for_signature, task.reader, task.imr)
    if version is None or version.is_signed_off or task.gaps or not is_mine:
        return None
    known = [task.part.review.reference, task.part.pk]
    return Step(
        "Or have it signed off without an account",
        [
            Task(
                "By a link and a code, sent to somebody senior",
                "Waiting" if has_open_link(version, task.today) else "If you need it",
                reverse("agencyfiles:ask-signature", args=known),
                is_done=True,
            ),
            Task(
                "From a page that they signed on paper",
                "If you need it",
                reverse("agencyfiles:signed-page", args=known),
                is_done=True,
            ),
        ],
    )


def has_open_link(version: ImrVersion, today: date) -> bool:
    links = SignOffLink.objects.filter(version=version).select_related("link")
    return any(one.link.is_open(today) for one in links)
