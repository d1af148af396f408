"""The story and the register of a review, as the checks are told them."""

from collections.abc import Iterable, Iterator
from datetime import date

from chronologies.cycle import HAS_ROWS
from chronologies.models import ChronologyEntry, ChronologySubmission
from composite.checks.all_checks import CODES
from composite.checks.story import Address, Agency, Person, Register, Told
from composite.models import CheckSwitch, EventWeight, Weight
from composite.queries.scope import standing_among
from evidence.models import EvidenceRequest, ReturnKind, ScopingReturn
from panels.queries.terms import latest_agreed
from reviews.models import Review

AT_ONCE = 2000


def story_of(review: Review) -> Iterator[Told]:
    """Yield all that agencies tell in their files that count, released or not."""
    yield from told_in(review, standing_in(review))


def standing_in(review: Review) -> list[ChronologySubmission]:
    """Return the file of each agency that counts, released or not."""
    rows = list(
        ChronologySubmission.objects.filter(involvement__review=review, state__in=HAS_ROWS)
        .select_related("involvement__agency")
        .defer("tables", "other_tables")
        .order_by("involvement", "number")
    )
    return standing_among(rows)


def checks_on(review: Review) -> list[str]:
    """Return the codes of the checks that nobody turned off for a review."""
    off = set(CheckSwitch.objects.filter(review=review).values_list("code", flat=True))
    return [code for code in CODES if code not in off]


def told_in(review: Review, standing: Iterable[ChronologySubmission]) -> Iterator[Told]:
    submissions = {row.pk: row for row in standing}
    keys = EventWeight.objects.filter(review=review, weight=Weight.KEY)
    key_events = set(keys.values_list("event", flat=True))
    entries = ChronologyEntry.objects.filter(submission__in=submissions).select_related("row")
    for entry in entries.iterator(AT_ONCE):
        submission = submissions[entry.submission_id]
        agency = submission.involvement.agency
        yield Told(
            root=entry.root,
            agency=agency.slug,
            agency_label=agency.label,
            place=f"{submission.name}, {entry.row.place}",
            row=entry.row.number,
            table=entry.row.table,
            earliest=entry.happened_from,
            latest=entry.happened_to,
            precision=entry.precision,
            doubt=entry.doubt,
            time_from=entry.time_from,
            time_to=entry.time_to,
            time_precision=entry.time_precision,
            raw_date=entry.raw_date,
            what_happened=entry.what_happened,
            source=entry.source,
            subjects=entry.subjects,
            present=entry.present,
            location=entry.location,
            action_taken=entry.action_taken,
            decision=entry.decision,
            referral=entry.referral,
            risk_assessment=entry.risk_assessment,
            disclosure=entry.disclosure,
            significance=entry.significance,
            comment=entry.comment,
            is_key=entry.root in key_events,
        )


def period_of(review: Review) -> tuple[date | None, date | None]:
    """Return the period under review: as the agreed terms say, or else as the review does."""
    terms = latest_agreed(review)
    return (
        (terms and terms.period_from) or review.period_from,
        (terms and terms.period_to) or review.period_to,
    )


def register_of(review: Review) -> Register:
    """Return what the review knows of itself."""
    period_from, period_to = period_of(review)
    people = list(review.people.prefetch_related("addresses"))
    return Register(
        period_from=period_from,
        period_to=period_to,
        died_on=review.died_on,
        incident_on=review.incident_on,
        people=tuple(
            Person(
                role=person.role,
                true_name=person.true_name,
                aliases=tuple(person.aliases),
                initials=tuple(person.initials_in_records),
                pseudonym=person.pseudonym,
                relationship=person.relationship,
            )
            for person in people
        ),
        addresses=tuple(
            Address(alias=row.alias, address=row.address)
            for person in people
            for row in person.addresses.all()
        ),
        agencies=tuple(agencies_of(review)),
    )


def agencies_of(review: Review) -> Iterator[Agency]:
    asked = EvidenceRequest.objects.standing().filter(involvement__review=review)
    tiers = dict(asked.values_list("involvement", "tier"))
    answers = ScopingReturn.objects.filter(involvement__review=review).order_by("answered_on", "pk")
    answered = dict(answers.values_list("involvement", "return_kind"))  # the last one counts
    for part in review.involvements.select_related("agency"):
        yield Agency(
            slug=part.agency.slug,
            name=part.agency.name,
            short_name=part.agency.short_name,
            aliases=tuple(part.agency.aliases),
            kind=part.agency.kind,
            area=part.agency.area,
            holds_nothing=answered.get(part.pk) == ReturnKind.NIL,
            tier=tiers.get(part.pk, ""),
        )
