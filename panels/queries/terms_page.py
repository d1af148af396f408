"""Terms of reference as a page shows them: the paper, and for its writers what each part is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from agencies.models import User
from pages.parts import Blocker
from panels.models import SectionKind, TermsOfReference
from panels.published.outline import Line, Numbered, numbered, outline
from panels.published.terms import PublishedTerms
from panels.queries.enquiry_answers import LineStanding, answers_by_root
from reviews import access
from reviews.access import Permission
from reviews.checks.true_names import Finding
from reviews.models import Review


@dataclass(frozen=True)
class Source:
    """The record that data on the page comes from."""

    words: str
    href: str


@dataclass(frozen=True)
class PageSection:
    """
    One section of the paper.

    answers: of the lines of enquiry, by their roots; None where the reader reads none.
    state, tone: for whoever writes it: whether there is anything, and whether it is data.
    change_url: empty where the reader cannot change it.
    warnings: what it gives away, for its writers.
    """

    numbered: Numbered
    state: str
    tone: str
    change_url: str
    sources: list[Source]
    warnings: list[str]
    answers: Mapping[str, LineStanding] | None = None

    @property
    def lines(self) -> list[tuple[str, Line, LineStanding | None]]:
        """Number, words, and for a line of enquiry how it stands."""
        standing = self.answers or {}
        return [(number, line, standing.get(line.key)) for number, line in self.numbered.lines]

    @property
    def is_period(self) -> bool:
        return self.numbered.section.key == "period"


# Where a section that is not written under a heading of its own is changed
CHANGED_AT = {
    "subjects": "panels:change-subjects",
    "purposes": "panels:change-purposes",
    "period": "panels:change-period",
    "enquiries": "panels:enquiries",
    "characteristics": "panels:characteristics",
    "contributions": "panels:change-contributions",
}


def sections_of(
    terms: TermsOfReference,
    printed: PublishedTerms,
    reader: User,
    *,
    may_write: bool,
    found: Sequence[Finding] = (),
) -> list[PageSection]:
    """
    Return the sections of a version; empty ones only to whoever can fill them.

    found: what the version gives away.
    """
    review = terms.review
    writes = may_write and not terms.is_agreed
    shown, reads = [], access.has(reader, Permission.TERMS_READ, on=review)
    for one in numbered(outline(printed)):
        if one.section.is_empty and not writes:
            continue
        state, tone = state_of(one)
        said = [finding.words for finding in found if finding.where == one.section.title]
        shown.append(
            PageSection(
                one,
                state,
                tone,
                change_url(review, one.section.key) if writes else "",
                [] if terms.is_agreed else list(sources(review, one.section.key, reader)),
                list(dict.fromkeys(said)),
                answers_on(terms, printed) if one.section.key == "enquiries" and reads else None,
            )
        )
    return shown


def answers_on(terms: TermsOfReference, printed: PublishedTerms) -> dict[str, LineStanding]:
    """Return how the lines of a version stand; of a draft those alone that have answers."""
    answers = answers_by_root(terms.review)
    roots = [(asked.root, UUID(asked.root)) for asked in printed.enquiries]
    return {
        key: LineStanding(root, answers.get(root, []))
        for key, root in roots
        if terms.is_agreed or root in answers
    }


def state_of(one: Numbered) -> tuple[str, str]:
    section = one.section
    if section.is_empty:
        return "Nothing here yet", "soon"
    if section.is_data or not section.lines:
        return "From the record", "plain"
    return ("Written, and from the record" if section.table else "Written"), "plain"


def change_url(review: Review, key: str) -> str:
    if name := CHANGED_AT.get(key):
        return reverse(name, args=[review.reference])
    return reverse("panels:write-section", args=[review.reference, key])


def reasons_to_wait(review: Review, printed: PublishedTerms, found: list[Finding]) -> list[Blocker]:
    """Return what gives somebody away, once for each place and person, and where to mend it."""
    keys = {section.title: section.key for section in outline(printed)}
    places = {finding.words: keys[finding.where] for finding in found}
    return [Blocker(words, change_url(review, key)) for words, key in places.items()]


def usual_parts_missing(review: Review, printed: PublishedTerms) -> list[Blocker]:
    """Return what terms nearly always say and these do not, and where it is written."""
    parts = (
        ("subjects", printed.subjects, "They name nobody whom the review is about"),
        ("period", printed.period, "They give no period under review"),
        ("enquiries", printed.enquiries, "They ask no line of enquiry"),
    )
    return [Blocker(words, change_url(review, key)) for key, there, words in parts if not there]


def sources(review: Review, key: str, reader: User) -> Iterator[Source]:
    """Return the records a section is printed from, where the reader may open them."""
    places = {
        "subjects": ("People and pseudonyms", "reviews:people", Permission.IDENTITIES_READ),
        SectionKind.PARALLEL.slug: (
            "Parallel processes",
            "panels:processes",
            Permission.PANEL_READ,
        ),
        SectionKind.ROLES.slug: ("Panel", "panels:panel", Permission.PANEL_READ),
    }
    if key in places:
        words, name, permission = places[key]
        if access.has(reader, permission, on=review):
            yield Source(words, reverse(name, args=[review.reference]))
