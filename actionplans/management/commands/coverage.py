"""Print whether a review's terms of reference are covered, and what is missing."""

from typing import Any

from django.core.management.base import CommandError, CommandParser

from actionplans.models import FindingEvidence, LearningPoint, Recommendation
from actionplans.queries.coverage import Coverage, coverage_of
from actionplans.queries.takeover import Recommended, recommended_by_agencies
from actionplans.queries.thread import FindingLine
from agencies.management.script import ScriptCommand
from agencies.models import Actor
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review


class Command(ScriptCommand):
    help = "Prints the coverage of a review: enquiries, findings, learning, recommendations, gaps."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--review", required=True, help="its reference")

    def handle(self, *args: Any, **options: Any) -> None:
        review = Review.objects.filter(reference=options["review"]).first()
        if review is None:
            raise CommandError(f"There is no review with the reference {options['review']}.")
        coverage, reports = coverage_for(self.actor(options["email"]), review)
        if options["json"]:
            self.print_json(as_data(review, coverage, reports))
            return
        for gap in coverage.gaps:
            self.stdout.write(gap.words)
        if coverage.is_whole:
            self.stdout.write("Nothing is missing.")


def coverage_for(actor: Actor, review: Review) -> tuple[Coverage, list[Recommended]]:
    """
    Return the coverage, and what accepted reports recommend to whoever reads those.

    Raises CommandError without the right.
    """
    try:
        access.require(actor, Permission.PLAN_READ, on=review)
    except Refused as refusal:
        raise CommandError(str(refusal)) from None
    reads_reports = access.has(actor, Permission.IMR_READ_ACCEPTED, on=review)
    return coverage_of(review), recommended_by_agencies(review) if reads_reports else []


def as_data(review: Review, coverage: Coverage, reports: list[Recommended]) -> dict[str, Any]:
    """Return the one JSON document. docs/coverage.md describes it."""
    thread = coverage.thread
    open_ = {one.pk for one in coverage.unanswered}
    return {
        "review": review.reference,
        "complete": coverage.is_whole,
        "enquiries": [
            {
                "number": one.number,
                "text": one.text,
                "answered": one.pk not in open_,
                "findings": [
                    line.finding.number
                    for line in thread.findings
                    if line.finding.enquiry and line.finding.enquiry.root == one.root
                ],
            }
            for one in coverage.enquiries
        ],
        "findings": [finding_as_data(line) for line in thread.findings],
        "learning_points": [learning_as_data(one) for one in thread.learning_points],
        "recommendations": [recommendation_as_data(one) for one in thread.recommendations],
        "dispositions": [disposition_as_data(one) for one in reports],
        "gaps": [
            {"about": gap.about, "words": gap.words, "href": gap.href} for gap in coverage.gaps
        ],
    }


def finding_as_data(line: FindingLine) -> dict[str, Any]:
    one = line.finding
    return {
        "number": one.number,
        "statement": one.statement,
        "enquiry": one.enquiry.number if one.enquiry else None,
        "confidence": one.confidence or None,
        "evidence": evidence_as_data(list(one.evidence.all()), one.evidence_words),
        "responses": [
            {"agency": str(row.agency.agency), "response": row.kind} for row in one.responses.all()
        ],
        "learning_points": [point.number for point in line.learnt],
    }


def evidence_as_data(rows: list[FindingEvidence], words: str) -> dict[str, Any]:
    return {
        "chronology_entries": sum(row.entry_id is not None for row in rows),
        "report_lines": sum(row.point_id is not None for row in rows),
        "answers": sum(bool(row.answer_id or row.query_id) for row in rows),
        "family_accounts": [
            row.account_recorded_on.isoformat() for row in rows if row.account_recorded_on
        ],
        "words": words,
    }


def learning_as_data(one: LearningPoint) -> dict[str, Any]:
    return {
        "number": one.number,
        "text": one.text,
        "agency": str(one.agency.agency) if one.agency else None,
        "findings": [finding.number for finding in one.findings.all()],
        "recommendations": [asked.number for asked in one.recommendations.all()],
        "no_recommendation_because": one.no_recommendation_because or None,
    }


def recommendation_as_data(one: Recommendation) -> dict[str, Any]:
    actions = list(one.actions.all())
    return {
        "number": one.number,
        "text": one.text,
        "source": one.source,
        "source_agency": str(one.source_agency.agency) if one.source_agency else None,
        "addressee": one.addressed_to,
        "scope": one.scope,
        "owned": any(action.lead_agency for action in actions),
        "actions": [
            {
                "number": f"{one.number}.{action.number}",
                "text": action.text,
                "lead": action.lead_agency or None,
                "target": action.target_on.isoformat() if action.target_on else None,
                "status": action.status,
                "outcome": action.outcome or None,
            }
            for action in actions
        ],
    }


def disposition_as_data(one: Recommended) -> dict[str, Any]:
    made = one.decision
    return {
        "agency": one.agency,
        "number": one.point.number,
        "text": one.point.text,
        "disposition": made.choice if made else None,
        "recommendation": one.recommendation.number if one.recommendation else None,
        "reason": made.reason if made else None,
        "decided_on": made.decided_on.isoformat() if made else None,
        "recorded_by": made.recorded_by.full_name if made and made.recorded_by else None,
    }
