"""Keep a clause, word it anew, retire it and bring it back."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from clauses import access, rules
from clauses.listed import TO_BEGIN_WITH
from clauses.models import Clause, ClauseWording, Content, Library


@transaction.atomic
def add_clause(
    *,
    library: Library,
    content: Content,
    is_looked_at: bool = False,
    today: date,
    by: Actor,
    at: datetime,
) -> Clause:
    """
    Keep a wording in a library.

    is_looked_at: its writer has read it again and says that it tells of no case.

    Raises Refused for anybody who does not keep the library, for what may tell of a case, and for
    a text that is there already.
    """
    rules.check_can_word(by, library, content, is_looked_at=is_looked_at, today=today)
    rules.check_is_new(library, content)
    clause = Clause.objects.create(partnership=library.partnership, owner=library.owner)
    word(clause, content, by=by, at=at)
    record("clause.added", clause, by=by, at=at)
    return clause


@transaction.atomic
def change_clause(
    *,
    clause: Clause,
    content: Content,
    is_looked_at: bool = False,
    today: date,
    by: Actor,
    at: datetime,
) -> ClauseWording:
    """
    Word a clause anew. What it said before is kept, and what was taken from it stays as it was.

    Raises Refused as `add_clause` does, and for a clause that is retired.
    """
    rules.check_can_word(by, clause.library, content, is_looked_at=is_looked_at, today=today)
    clause = Clause.objects.select_for_update(of=("self",)).get(pk=clause.pk)
    rules.check_is_in_use(clause)
    rules.check_is_new(clause.library, content, but=clause)
    standing = clause.wordings.current().get()
    if standing.content == content:
        return standing
    standing.is_current = False
    standing.save(update_fields=["is_current"])
    worded = word(clause, content, number=standing.number + 1, by=by, at=at)
    record("clause.worded", clause, by=by, at=at, number=worded.number)
    return worded


@transaction.atomic
def retire_clause(*, clause: Clause, today: date, by: Actor, at: datetime) -> None:
    """Offer a clause no more. Terms that took it keep it. Raises Refused for one retired."""
    access.require_keeps(by, clause.library, today=today)
    rules.check_is_in_use(clause)
    clause.retired_at, clause.retired_by = at, person_behind(by)
    clause.save(update_fields=["retired_at", "retired_by"])
    record("clause.retired", clause, by=by, at=at)


@transaction.atomic
def bring_back_clause(*, clause: Clause, today: date, by: Actor, at: datetime) -> None:
    """Offer a retired clause again. Raises Refused where its text is in use meanwhile."""
    access.require_keeps(by, clause.library, today=today)
    rules.check_is_retired(clause)
    rules.check_is_new(clause.library, clause.wordings.current().get().content)
    clause.retired_at = clause.retired_by = None
    clause.save(update_fields=["retired_at", "retired_by"])
    record("clause.brought_back", clause, by=by, at=at)


@transaction.atomic
def begin_library(*, library: Library, today: date, by: Actor, at: datetime) -> list[Clause]:
    """Put the clauses to begin with into an empty library. Raises Refused where it is not."""
    access.require_keeps(by, library, today=today)
    rules.check_is_empty(library)
    made = []
    for content in TO_BEGIN_WITH:
        clause = Clause.objects.create(partnership=library.partnership, owner=library.owner)
        word(clause, content, by=by, at=at)
        made.append(clause)
    trail.record("clause.library_begun", by=person_behind(by), at=at, clauses=len(made))
    return made


def word(
    clause: Clause, content: Content, *, number: int = 1, by: Actor, at: datetime
) -> ClauseWording:
    return ClauseWording.objects.create(
        clause=clause,
        number=number,
        **vars(content),
        written_at=at,
        written_by=person_behind(by),
    )


def record(event: str, clause: Clause, *, by: Actor, at: datetime, number: int = 1) -> None:
    """number: of the wording."""
    trail.record(event, by=person_behind(by), at=at, clause_id=clause.pk, number=number)
