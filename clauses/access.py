"""
Who keeps clauses: the officers of a partnership keep the partnership's, an independent chair their
own. Nobody else sees a chair's own, neither officers nor other chairs.
"""

from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import Actor, CommandLine, PostKind, User
from clauses.models import Clause, Library
from clauses.models.library import MINE
from reviews.access import Refused, asked, chairs_somewhere, holds_post, partnerships_of


def library_or_404(reader: User, slug: str, *, today: date) -> Library:
    """Return a library to whoever keeps it. Raises Http404 to anybody else."""
    if slug == MINE:
        own = own_library(reader, today=today)
        if own is None:
            raise Http404
        return own
    rows = partnerships_of(reader, PostKind.OFFICER, today=today)
    return Library(partnership=get_object_or_404(rows, slug=slug))


def clause_or_404(reader: User, slug: str, pk: int, *, today: date) -> Clause:
    library = library_or_404(reader, slug, today=today)
    return get_object_or_404(Clause.objects.of(library), pk=pk)


def own_library(person: User, *, today: date) -> Library | None:
    """
    Return a chair's own library: to whoever chairs a review today or has kept clauses before.

    Who chairs no more keeps what they wrote: it is their own.
    """
    asked.set(True)
    library = Library(owner=person)
    if chairs_somewhere(person, today=today) or Clause.objects.of(library).exists():
        return library
    return None


def keeps(actor: Actor, library: Library, *, today: date) -> bool:
    """Test whether somebody adds to a library, words its clauses and retires them."""
    if isinstance(actor, CommandLine):
        return True
    if library.partnership:
        return holds_post(actor, library.partnership, PostKind.OFFICER, today=today)
    return library.owner == actor and own_library(actor, today=today) is not None


def require_keeps(actor: Actor, library: Library, *, today: date) -> None:
    """Raise Refused unless somebody does."""
    if not keeps(actor, library, today=today):
        raise Refused("Only whoever keeps this library changes what is in it.")
