"""The versions of a review's terms of reference, and what each says as it prints."""

from agencies.models import User
from panels.models import KeyLineOfEnquiry, Purpose, TermsOfReference
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
from reviews import access
from reviews.access import Permission
from reviews.checks.register import register_of
from reviews.checks.true_names import Finding, findings
from reviews.models import Review


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
    agreed = latest_agreed(review)
    return list(agreed.enquiries.all()) if agreed else []


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
    review = terms.review
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
        enquiries=tuple(
            PublishedEnquiry(root=str(asked.root), text=asked.text, why=asked.why)
            for asked in terms.enquiries.all()
        ),
        characteristics=characteristics_of(terms),
        contributions=contributions_of(terms),
        processes=processes_of(review),
        sections=tuple(
            PublishedSection(kind=section.kind, text=section.text)
            for section in terms.sections.all()
        ),
    )


def subjects_of(terms: TermsOfReference) -> tuple[PublishedSubject, ...]:
    return tuple(
        PublishedSubject(
            part=person.get_role_display(),
            pseudonym=person.printed_name,
        )
        for person in terms.subjects.all()
    )


def members_of(review: Review) -> tuple[PublishedMember, ...]:
    seated = review.panel_members.seated().in_order().select_related("involvement__agency")
    return tuple(
        PublishedMember(part=seat.part_in_words, name=seat.name_in_report, body=seat.body)
        for seat in seated
    )


def characteristics_of(terms: TermsOfReference) -> tuple[PublishedCharacteristic, ...]:
    return tuple(
        PublishedCharacteristic(
            characteristic=one.get_characteristic_display(),
            whose=one.whose,
            why=one.why,
            expertise=one.expertise,
        )
        for one in terms.characteristics.select_related("person")
    )


def contributions_of(terms: TermsOfReference) -> tuple[PublishedContribution, ...]:
    return tuple(
        PublishedContribution(agency=one.involvement.agency.name, asked_for=one.asked_in_words)
        for one in terms.contributions.select_related("involvement__agency")
    )


def processes_of(review: Review) -> tuple[PublishedProcess, ...]:
    return tuple(
        PublishedProcess(
            process=process.get_kind_display(),
            standing=process.get_status_display(),
            joined_up=process.joined_up,
        )
        for process in review.parallel_processes.all()
    )
