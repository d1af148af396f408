"""Terms of reference of the review in evidence."""

from typing import Any

from agencies.models import User
from clauses.models import ClauseKind, Content, Library, Occasion
from clauses.operations import add_clause, begin_library
from clauses.queries.shelf import to_choose_from
from dhr.demonstration import people
from dhr.demonstration.clock import Clock
from panels.models import SectionKind
from panels.operations import enquiries, terms, terms_content
from panels.operations.clauses import take_clauses
from panels.operations.enquiry_answers import Answer, answer_enquiry
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

TAKEN = (ClauseKind.EXPERT_ADVICE, ClauseKind.PARALLEL, ClauseKind.DISCLOSURE)
OF_THE_CHAIR = Content(
    kind=ClauseKind.ENQUIRY,
    occasion=Occasion.CARING,
    title="The carer as somebody at risk",
    text="Did anybody think of the carer as somebody who may be harmed, and ask them so?",
    note="Ask the surgery and adult social care first.",
)


def keep_clauses(review: Review, clock: Clock, *, by: User) -> Library:
    """Begin the partnership's library with the set, and the chair's with a clause of their own."""
    library = Library(partnership=review.partnership)
    begin_library(library=library, today=clock.today, by=by, at=clock.now)
    chair = people.user(people.INDEPENDENT_CHAIR)
    add_clause(
        library=Library(owner=chair),
        content=OF_THE_CHAIR,
        today=clock.today,
        by=chair,
        at=clock.now,
    )
    return library


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
    library = keep_clauses(review, clock, by=by)
    headings = to_choose_from([library]).filter(kind__in=TAKEN)
    take_clauses(terms=draft, wordings=headings, libraries=[library], **acting)
    terms.agree_terms(
        terms=draft,
        agreed_on=clock.ago(days=130),
        meeting=review.meetings.get(number=1),
        today=clock.today,
        **acting,
    )
    answer_lines(review, clock, by=by)


ANSWERS = (
    (0, 1, 120, "Five agencies knew of one event or more; none knew of all of them."),
    (0, 0, 60, "Nine events before the death were known to six agencies, and joined by none."),
    (3, 1, 120, "She was seen alone twice in the period. What was asked is not recorded."),
)


def answer_lines(review: Review, clock: Clock, *, by: User) -> None:
    """Write what the panel found on two of its lines, on one of them twice."""
    lines = list(review.terms_of_reference.agreed().get().enquiries.all())
    for place, meeting, days, text in ANSWERS:
        answer_enquiry(
            enquiry=lines[place],
            answer=Answer(
                text=text,
                answered_on=clock.ago(days=days),
                meeting=review.meetings.get(number=meeting) if meeting else None,
                otherwise="" if meeting else "The composite chronology",
            ),
            today=clock.today,
            by=by,
            at=clock.now,
        )
