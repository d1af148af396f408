"""What may be kept as a clause, and when it may be changed."""

from datetime import date

from agencies.models import Actor
from clauses import access
from clauses.checks import telling
from clauses.models import Clause, ClauseKind, ClauseWording, Content, Library
from reviews.access import Refused

NOBODYS = "A clause is read in other reviews."


def check_can_word(
    actor: Actor, library: Library, content: Content, *, is_looked_at: bool, today: date
) -> None:
    """
    Refuse a wording by somebody who does not keep the library, one for an agency that is no line,
    and one that may tell of a case until its writer says that they have looked.
    """
    access.require_keeps(actor, library, today=today)
    if content.agency_kind and content.kind != ClauseKind.ENQUIRY:
        raise Refused("Only a line of enquiry is for one kind of agency", field="agency_kind")
    check_tells_of_no_case(content, is_looked_at=is_looked_at)


def check_tells_of_no_case(content: Content, *, is_looked_at: bool) -> None:
    """Refuse what may tell of a case until somebody has read it again. Never says the words."""
    found = telling("\n".join([content.title, content.text, content.note]))
    if found and not is_looked_at:
        raise Refused(
            f"{' '.join(found)} {NOBODYS} Take it out, or say that it tells of no case.",
            field="is_looked_at",
        )


def check_is_new(library: Library, content: Content, *, but: Clause | None = None) -> None:
    """Refuse a text that stands in the library already, in use."""
    same = ClauseWording.objects.current().filter(
        clause__in=in_use(library), kind=content.kind, text=content.text
    )
    if but:
        same = same.exclude(clause=but)
    if same.exists():
        raise Refused("This wording is in the library already", field="text")


def check_is_in_use(clause: Clause) -> None:
    if clause.is_retired:
        raise Refused("This clause is retired. Bring it back first.")


def check_is_retired(clause: Clause) -> None:
    if not clause.is_retired:
        raise Refused("This clause is in use.")


def check_is_empty(library: Library) -> None:
    """Refuse the clauses to begin with where there are some already."""
    if Clause.objects.of(library).exists():
        raise Refused("There are clauses already. The ones to begin with are for an empty library.")


def in_use(library: Library) -> list[int]:
    return list(Clause.objects.of(library).in_use().values_list("pk", flat=True))
