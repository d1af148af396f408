"""The versions of a review's terms of reference, and what each says as it prints."""

from django.db.models import Subquery

from agencies.models import User
from panels.models import (
    Characteristic,
    KeyLineOfEnquiry,
    ProcessKind,
    ProcessStatus,
    Purpose,
    TermsOfReference,
)
from panels.models.characteristic import EVERYBODY
from panels.models.contribution import in_words
from panels.models.terms import TermsQuerySet
from panels.published.outline import as_text, numbered, outline, section_as_text, text_hash
from panels.published.terms import (
    PublishedCharacteristic,
    PublishedContribution,
    PublishedEnquiry,
    PublishedMember,
    PublishedProcess,
    PublishedSection,
    PublishedSubject,
    PublishedTerms,
    from_data,
)
from panels.queries.terms_rows import rows_of
from reviews import access
from reviews.access import Permission
from reviews.checks.register import register_of
from reviews.checks.true_names import Finding, findings
from reviews.models import PersonRole, Review


def versions_for(review: Review, reader: User) -> TermsQuerySet:
    """Return the versions a reader may see, latest first; drafts stay with the panel."""
    versions = TermsOfReference.objects.filter(review=review).select_related(
        "review__partnership", "agreed_at_meeting", "agreed_in_round"
    )
    reads_drafts = access.has(reader, Permission.TERMS_READ, on=review)
    return versions if reads_drafts else versions.agreed()


def draft_of(review: Review) -> TermsOfReference | None:
    return review.terms_of_reference.drafts().first()


def latest_agreed(review: Review) -> TermsOfReference | None:
    return review.terms_of_reference.agreed().first()


def lines_of_enquiry(review: Review) -> list[KeyLineOfEnquiry]:
    """Return the lines of enquiry that stand: those of the version agreed last."""
    last = review.terms_of_reference.agreed().values("pk")[:1]
    return list(KeyLineOfEnquiry.objects.filter(terms__in=Subquery(last)))


def published(terms: TermsOfReference) -> PublishedTerms:
    """Return a version as it prints: as it was agreed, or as its draft stands now."""
    return from_data(terms.agreed_as) if terms.agreed_as else drafted(terms)


def hash_of(terms: TermsOfReference) -> str:
    """Return the hash of a version's text. It changes with every word of a draft."""
    return text_hash(as_text(published(terms)))


def gives_away(review: Review, printed: PublishedTerms) -> list[Finding]:
    """Return where terms hold a name or day that print may not carry, by their headings."""
    texts = {
        one.section.title: "\n".join(section_as_text(one)) for one in numbered(outline(printed))
    }
    return findings(texts, register_of(review))


def drafted(terms: TermsOfReference) -> PublishedTerms:
    review, rows = terms.review, rows_of(terms)
    return PublishedTerms(
        reference=review.reference,
        version=terms.number,
        partnership=review.partnership.name,
        legal_basis=review.regime.legal_basis,
        period=terms.period_in_print,
        period_rationale=terms.period_rationale,
        outside_period=terms.outside_period,
        purposes=tuple(purpose.label for purpose in Purpose if purpose in terms.purposes),
        subjects=subjects_of(terms),
        members=members_of(review),
        enquiries=tuple(PublishedEnquiry(**row) for row in rows["enquiry_rows"]),
        characteristics=tuple(considered(**row) for row in rows["characteristic_rows"]),
        contributions=tuple(
            PublishedContribution(agency=row["agency"], asked_for=in_words(row["asked_for"]))
            for row in rows["contribution_rows"]
        ),
        processes=tuple(
            PublishedProcess(
                process=ProcessKind(row["kind"]).label,
                standing=ProcessStatus(row["status"]).label,
                joined_up=row["joined_up"],
            )
            for row in rows["process_rows"]
        ),
        sections=tuple(PublishedSection(**row) for row in rows["section_rows"]),
    )


def subjects_of(terms: TermsOfReference) -> tuple[PublishedSubject, ...]:
    return tuple(
        PublishedSubject(part=person.role_in_print, pseudonym=person.printed_name)
        for person in terms.subjects.all()
    )


def members_of(review: Review) -> tuple[PublishedMember, ...]:
    seated = review.panel_members.seated().in_order().select_related("involvement__agency")
    return tuple(
        PublishedMember(part=seat.part_in_words, name=seat.name_in_report, body=seat.body)
        for seat in seated
    )


def considered(
    *, characteristic: str, pseudonym: str | None, role: str | None, why: str, expertise: str
) -> PublishedCharacteristic:
    """Return a characteristic as it prints: of one person by pseudonym, or of everybody."""
    whose = pseudonym or PersonRole(role).label if role else EVERYBODY
    label = Characteristic(characteristic).label
    return PublishedCharacteristic(characteristic=label, whose=whose, why=why, expertise=expertise)
