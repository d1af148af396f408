"""Put every check to the papers of a subject, and keep what it finds."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from anonymity.checking.all_checks import check_paper
from anonymity.checking.files.opening import CannotOpen
from anonymity.checking.kept import Found, as_json, found_in
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.rule_set import rule_set
from anonymity.checking.subject import PaperToCheck
from anonymity.models import CheckState, IdentifierCheck
from anonymity.models.check import SILENT, TRIES
from anonymity.queries.identifiers import known_hash, known_of
from anonymity.queries.subjects import subject_of
from privacy.row_locks import lifted

log = logging.getLogger(__name__)

GONE = "There is nothing to check any more. It was taken away since you asked."
GIVEN_UP = f"It could not be checked, and was tried {TRIES} times. Ask for it again."


def check_papers(*, check_id: int, clock: Callable[[], datetime]) -> None:
    """
    Check what somebody asked for. Safe to run twice: one checks, the other finds it taken.

    It reads more than anybody's eyes may. What it finds is shown to who may check.
    """
    check = claimed(check_id, at=clock())
    if check is None:
        return
    if check.tries > TRIES:
        said(check, state=CheckState.FAILED, fault=GIVEN_UP)
        return
    try:
        with lifted():
            subject = subject_of(check.review, check.subject, check.number)
            known = known_of(check.review)
            papers = subject.papers() if subject else []
            found = all_found(check, papers, known, clock=clock)
    except CannotOpen as refusal:
        said(check, state=CheckState.FAILED, fault=str(refusal))
        return
    if not papers:
        said(check, state=CheckState.FAILED, fault=GONE)
        return
    said(
        check,
        state=CheckState.DONE,
        done_at=clock(),
        looking_at="",
        files=[paper.named for paper in papers],
        rule_set=rule_set(),
        known_sha256=known_hash(known),
        findings=as_json(found),
    )


def claimed(check_id: int, *, at: datetime) -> IdentifierCheck | None:
    """Take a check over for this worker, unless another has it."""
    free = Q(state=CheckState.WAITING) | Q(state=CheckState.RUNNING, alive_at__lt=at - SILENT)
    with transaction.atomic():
        waiting = IdentifierCheck.objects.select_for_update(of=("self",)).filter(free)
        check = waiting.select_related("review").filter(pk=check_id).first()
        if check:
            check.tries += 1
            check.state, check.alive_at = CheckState.RUNNING, at
            check.save(update_fields=["tries", "state", "alive_at"])
        return check


def all_found(
    check: IdentifierCheck,
    papers: Sequence[PaperToCheck],
    known: Register,
    *,
    clock: Callable[[], datetime],
) -> list[Found]:
    found: list[Found] = []
    for paper in papers:
        said(check, alive_at=clock(), looking_at=paper.title[:100])
        words = words_of(paper)
        hits = check_paper(
            words,
            known,
            tell=lambda title: said(check, alive_at=clock(), looking_at=title[:100]),
        )
        found += found_in(paper, hits, begin=len(found) + 1)
    return found


def words_of(paper: PaperToCheck) -> Paper:
    """Return the words of a paper. Raises CannotOpen, which says of which one it speaks."""
    try:
        return paper.read()
    except CannotOpen as refusal:
        raise CannotOpen(f"“{paper.title}” cannot be checked. {refusal}") from refusal


def said(check: IdentifierCheck, **news: Any) -> None:
    """Note how far it is, unless another worker has taken it over."""
    rows = IdentifierCheck.objects.filter(pk=check.pk, tries=check.tries)
    rows.update(**news)
