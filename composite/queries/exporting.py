"""The composite chronology as it leaves the system, for one reader."""

from dataclasses import replace
from datetime import datetime

from django.utils.timezone import localtime

from agencies.models import Actor, person_behind
from composite import rules
from composite.models import Weight
from composite.published.composite import PublishedComposite
from composite.published.pseudonyms import Pseudonyms
from composite.queries.lines import published, wording
from composite.queries.marks import for_paper, marks_of
from composite.queries.pseudonyms import pseudonyms_of
from composite.queries.scope import Narrowing, Scope, scope_of
from pages.templatetags.dates import date_long
from panels.queries.terms import lines_of_enquiry
from reviews.models import Review


def composite_of(
    review: Review,
    *,
    reader: Actor,
    is_named: bool = False,
    wanted: Narrowing | None = None,
    at: datetime,
) -> PublishedComposite:
    """
    Return what somebody may see of the composite, with pseudonyms unless `is_named`.

    Raises Refused as `check_can_export` does.
    """
    rules.check_can_export(reader, review, is_named=is_named)
    scope = scope_of(review, reader)
    pseudonyms = None if is_named else pseudonyms_of(review)
    entries = list(scope.narrowed(wanted or Narrowing()))
    lines = published(entries, scope, pseudonyms=pseudonyms)
    marks = marks_of(
        scope,
        [entry.root for entry in entries],
        reader=reader,
        enquiries=lines_of_enquiry(review),
        say=wording(pseudonyms),
    )
    return PublishedComposite(
        reference=review.reference,
        entries=tuple(
            replace(line, marks=for_paper(marks[entry.root]))
            for entry, line in zip(entries, lines, strict=True)
        ),
        is_named=is_named,
        exported=exported(reader, at=at),
        narrowed=narrowed_in_words(wanted or Narrowing(), scope, pseudonyms=pseudonyms),
        unreleased=tuple(scope.unreleased),
    )


def exported(reader: Actor, *, at: datetime) -> str:
    person = person_behind(reader)
    return f"{date_long(localtime(at).date())} by {person.full_name if person else reader}"


def narrowed_in_words(wanted: Narrowing, scope: Scope, *, pseudonyms: Pseudonyms | None) -> str:
    """
    Say which part of the story this is.

    pseudonyms: where they stand for names, a telling day is its month, and the words that were
    searched for, which may be a name, are not said.
    """
    earliest, latest = wanted.earliest, wanted.latest
    if pseudonyms:
        earliest = pseudonyms.span(earliest, earliest)[0]
        latest = pseudonyms.span(latest, latest)[1]
    labels = {one.value: one.words for one in scope.agencies({})}
    quoted = "with certain words" if pseudonyms else f"with “{wanted.words}”"
    parts = [
        f"of {labels.get(wanted.agency, wanted.agency)}" if wanted.agency else "",
        f"from {date_long(earliest)}" if earliest else "",
        f"to {date_long(latest)}" if latest else "",
        quoted if wanted.words else "",
        "that name one person" if wanted.names else "",
        f"weighed as {Weight(wanted.weight).label.lower()}" if wanted.weight else "",
        "on one line of enquiry" if wanted.enquiry else "",
    ]
    said = " ".join(filter(None, parts))
    return f"Only entries {said}." if said else ""
