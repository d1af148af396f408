"""What the Home Office might ask of the report as it stands, read before it is sent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from actionplans.models import Action, Finding, LearningPoint, Recommendation
from actionplans.queries.gaps import About
from actionplans.queries.thread import thread_of
from agencies.models import User
from families.models import FamilyContact, FamilyContactEntry, FamilyExtract, FamilyQuestion
from families.models.choices import EntryKind, Side
from families.queries.extracts import stand_in
from panels.models import KeyLineOfEnquiry, PanelPart, TermsOfReference
from panels.models.characteristic import TermsCharacteristic
from panels.queries.enquiry_answers import left_open
from panels.queries.equality import unanswered
from publications.checks.all_checks import rehearse
from publications.checks.rehearsed import (
    Chapter,
    Enquiry,
    FamilyRecord,
    Learning,
    Recommended,
    Rehearsed,
    Remark,
    Step,
    ThreadGap,
)
from publications.models import PointCategory
from reports.models import SectionKind
from reports.published.numbering import NumberedChapter
from reports.published.papers import report_chapters, summary_chapters
from reports.published.text import line_as_lines, plain, texts_of
from reports.queries.assembly.record import Record, record_of
from reports.queries.assembly.whole import report_from
from reviews import access
from reviews.access import Permission
from reviews.models import Review

HALF_A_YEAR = timedelta(days=183)
# What no check of these looks at: a machine reads names elsewhere, a person reads the rest
ELSEWHERE = {
    PointCategory.ANONYMITY: "The check of identifiers looks for this, in the draft that is sent.",
    PointCategory.CONTEXT: "No check looks for this. Read it for what the country lived through.",
}
LEFT_OUT = {PointCategory.OTHER}


@dataclass(frozen=True)
class Said:
    """A remark, and the address of the page that mends it; empty where this reader has none."""

    remark: Remark
    href: str


@dataclass(frozen=True)
class ThemeShown:
    name: str
    said: Sequence[Said]
    instead: str = ""


@dataclass(frozen=True)
class Rehearsal:
    """sees_family: the compartment was looked at as well."""

    themes: Sequence[ThemeShown]
    sees_family: bool

    @property
    def count(self) -> int:
        return sum(len(theme.said) for theme in self.themes)


def rehearsal_of(review: Review, reader: User, *, today: date) -> Rehearsal:
    """Return what a letter might ask of the working text, by the themes of the letters."""
    paper = rehearsed(record_of(review, today=today), reader)
    found = rehearse(paper)
    may_write = access.has(reader, Permission.DRAFT_WRITE, on=review)
    themes = [
        ThemeShown(
            theme.label,
            [Said(one, href_of(one, review, may_write=may_write)) for one in found
             if one.theme == theme],
            ELSEWHERE.get(theme, ""),
        )
        for theme in PointCategory
        if theme not in LEFT_OUT
    ]  # fmt: skip
    return Rehearsal(themes, sees_family=paper.family is not None)


def rehearsed(record: Record, reader: User) -> Rehearsed:
    review = record.review
    report = report_from(record, version="")
    decided_on = record.steps.decided_on
    terms = TermsOfReference.objects.agreed().filter(review=review).last()
    return Rehearsed(
        chapters=chapters_by_key(one for one in report_chapters(report) if not one.prefix),
        summary=chapters_by_key(summary_chapters(report)),
        enquiries=enquiries_of(review, terms),
        learning=learning_of(review),
        recommendations=recommendations_of(review),
        thread_gaps=thread_gaps_of(review),
        characteristics=characteristics_of(terms),
        family=family_of(review, reader, texts_of(report)),
        unanswered_characteristics=tuple(unanswered(review)),
        has_adviser=any(seat.part == PanelPart.ADVISER for seat in record.panel.seats),
        is_over_six_months=bool(decided_on and record.today - decided_on > HALF_A_YEAR),
        empty_sections={
            kind.slug: kind.label for kind in SectionKind if kind not in record.sections
        },
    )


def chapters_by_key(chapters: Iterable[NumberedChapter]) -> Mapping[str, Chapter]:
    return {
        one.chapter.key: Chapter(
            title=one.chapter.title,
            paragraphs=tuple((line.number, plain(line.words)) for line in one.lines if line.number),
            text="\n".join(words for line in one.lines for words in line_as_lines(line)),
        )
        for one in chapters
    }


def enquiries_of(review: Review, terms: TermsOfReference | None) -> tuple[Enquiry, ...]:
    answered = set(
        Finding.objects.filter(review=review, enquiry__isnull=False).values_list(
            "enquiry__root", flat=True
        )
    )
    rows = KeyLineOfEnquiry.objects.filter(terms=terms) if terms else []
    left = left_open(review)
    return tuple(
        Enquiry(row.number, row.text, row.root in answered, row.root in left) for row in rows
    )


def thread_gaps_of(review: Review) -> tuple[ThreadGap, ...]:
    """Return what no other check looks for: the rest of the thread has checks of its own."""
    gaps = thread_of(review).gaps
    return tuple(
        ThreadGap(gap.words, gap.href)
        for gap in gaps
        if gap.about in (About.EVIDENCE, About.REPORT)
    )


def learning_of(review: Review) -> tuple[Learning, ...]:
    rows = LearningPoint.objects.filter(review=review).prefetch_related("recommendations")
    return tuple(
        Learning(
            pk=row.pk,
            number=row.number,
            has_recommendation=bool(row.recommendations.all()),
            says_why_none=bool(row.no_recommendation_because.strip()),
        )
        for row in rows
    )


def recommendations_of(review: Review) -> tuple[Recommended, ...]:
    rows = (
        Recommendation.objects.filter(review=review)
        .select_related("addressee__agency")
        .prefetch_related("actions__lead__agency")
    )
    return tuple(
        Recommended(
            pk=row.pk,
            number=row.number,
            text=row.text,
            has_owner=bool(row.addressee_id or row.addressee_words.strip()),
            actions=tuple(step_of(row, action) for action in row.actions.all()),
        )
        for row in rows
    )


def step_of(recommendation: Recommendation, action: Action) -> Step:
    return Step(
        pk=action.pk,
        name=f"Action {recommendation.number}.{action.number}",
        text=action.text,
        measure=action.outcome_measure,
        has_lead=bool(action.lead_id or action.lead_words.strip()),
        has_target=action.target_on is not None,
    )


def characteristics_of(terms: TermsOfReference | None) -> tuple[str, ...]:
    rows = TermsCharacteristic.objects.filter(terms=terms) if terms else []
    return tuple(dict.fromkeys(row.get_characteristic_display() for row in rows))


def family_of(review: Review, reader: User, texts: Mapping[str, str]) -> FamilyRecord | None:
    """
    Return counts out of the compartment, for who may open it; None for anybody else.

    texts: of the report as it stands, by place.
    """
    if not access.has(reader, Permission.FAMILY_READ, on=review):
        return None
    people = FamilyContact.objects.readable_by(reader).filter(review=review).on_side(Side.DIED)
    log = FamilyContactEntry.objects.readable_by(reader).standing().filter(contact__in=people)
    whom: dict[str, set[int]] = {}
    for kind, contact in log.order_by("pk").values_list("kind", "contact_id"):
        whom.setdefault(kind, set()).add(contact)
    counts = {kind: len(contacts) for kind, contacts in whom.items()}
    revoked = FamilyExtract.objects.readable_by(reader).not_to_be_printed().filter(review=review)
    asked = FamilyQuestion.objects.readable_by(reader).filter(contact__in=people)
    return FamilyRecord(
        people=people.count(),
        offered_advocacy=counts.get(EntryKind.ADVOCACY, 0),
        shown_terms=counts.get(EntryKind.TERMS, 0),
        given_draft=counts.get(EntryKind.DRAFT, 0),
        asked_for_pseudonym=counts.get(EntryKind.PSEUDONYM, 0),
        unanswered=asked.unanswered().count(),
        untold=asked.untold().count(),
        revoked=sum(any(stand_in(one.words, texts)) for one in revoked),
    )


# Where it is mended

PAGES = {
    "findings": "actionplans:thread",
    "plan": "actionplans:plan",
    "answers": "panels:enquiry-answers",
    "equality": "panels:equality",
    "family": "families:compartment",
    "questions": "families:questions",
    "words": "reports:family-words",
}
OF_ONE = {
    "learning": "actionplans:change-learning-point",
    "recommendation": "actionplans:recommendation",
    "action": "actionplans:action",
}


def href_of(remark: Remark, review: Review, *, may_write: bool) -> str:
    kind, key = remark.mend
    if kind == "page":
        return str(key)
    if kind in PAGES:
        return reverse(PAGES[kind], args=[review.reference])
    if kind in OF_ONE:
        return reverse(OF_ONE[kind], args=[review.reference, key])
    if kind == "section" and may_write:
        return reverse("reports:write-section", args=[review.reference, key])
    anchor = f"#chapter-{key}" if kind == "chapter" else ""
    return reverse("reports:report", args=[review.reference]) + anchor
