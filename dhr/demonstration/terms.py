"""Terms of reference of the review in evidence."""

from typing import Any

from agencies.models import User
from dhr.demonstration.clock import Clock
from panels.models import SectionKind
from panels.operations import enquiries, terms, terms_content
from panels.operations.terms_content import Period
from reviews.models import PersonRole, Review

ENQUIRIES = (
    "What did agencies know of abuse in this household, and what did they do with it?",
    "Was risk assessed, shared and acted on, and were referrals received as well as sent?",
    "Was coercive control recognised where nobody reported violence?",
    "What was asked, and heard, when the person who died was seen alone?",
    "How did illness and caring at home shape what she could say and to whom?",
    "What did services for the other person know of the risk he posed?",
)
SECTIONS = {
    SectionKind.ROLES: "The chair leads the panel and answers for the report.",
    SectionKind.FAMILY: "The sister is approached through the liaison officer, at her pace.",
    SectionKind.MEDIA: "All questions go to the partnership's press office.",
    SectionKind.CONFIDENTIALITY: "What is said here stays here until the report is published.",
}


def agree_terms(review: Review, clock: Clock, *, by: User) -> None:
    """Write a version and agree it at the first meeting of the panel."""
    acting: dict[str, Any] = {"by": by, "at": clock.now}
    draft = terms.begin_version(review=review, **acting)
    terms_content.set_period(
        terms=draft,
        period=Period(
            period_from=clock.ago(days=5 * 365),
            period_to=review.died_on,
            period_rationale="From the first contact with any service.",
        ),
        today=clock.today,
        **acting,
    )
    subjects = review.people.filter(role__in=[PersonRole.VICTIM, PersonRole.PERPETRATOR])
    terms_content.choose_subjects(terms=draft, people=list(subjects), **acting)
    for kind, text in SECTIONS.items():
        terms_content.write_section(terms=draft, kind=kind, text=text, **acting)
    for text in ENQUIRIES:
        enquiries.add_enquiry(terms=draft, text=text, why="", **acting)
    terms.agree_terms(
        terms=draft,
        agreed_on=clock.ago(days=130),
        meeting=review.meetings.get(number=1),
        today=clock.today,
        **acting,
    )
