"""The usual order of the overview report, its executive summary and its appendices."""

from collections.abc import Callable
from dataclasses import dataclass

from reports.models import SectionKind as Kind
from reports.published.report import Block
from reports.queries.assembly import evidence, front, panel, people, plan, terms, timescales
from reports.queries.assembly.record import Record

Maker = Callable[[Record], list[Block]]


@dataclass(frozen=True)
class Planned:
    """
    A chapter: its parts in order, each made from the record or authored.

    key: finds it again in every draft.
    """

    key: str
    title: str
    parts: tuple[Maker | Kind, ...]


def written(kind: Kind) -> Planned:
    """Return a chapter that is authored and nothing else, under its section's heading."""
    return Planned(kind.slug, kind.label, (kind,))


CHAPTERS = (
    written(Kind.TRIBUTE),
    written(Kind.CONDOLENCES),
    Planned("introduction", "Introduction", (front.introduction, Kind.INTRODUCTION)),
    Planned("timescales", "Timescales", (timescales.timescales, Kind.DELAY)),
    Planned("confidentiality", "Confidentiality", (people.pseudonyms, Kind.CONFIDENTIALITY)),
    Planned("terms", "Terms of reference", (terms.terms,)),
    Planned("methodology", "Methodology", (evidence.methodology, Kind.METHODOLOGY)),
    written(Kind.INVOLVEMENT),
    Planned(
        "contributors", "Contributors to the review", (evidence.contributors, Kind.CONTRIBUTORS)
    ),
    Planned("panel", "The review panel members", (panel.panel,)),
    Planned("author", "Chair and author of the overview report", (panel.author,)),
    Planned("parallel", "Parallel reviews", (panel.parallel, Kind.PARALLEL)),
    Planned("equality", "Equality and diversity", (terms.characteristics, Kind.EQUALITY)),
    written(Kind.DISSEMINATION),
    written(Kind.LOCAL_LEARNING),
    written(Kind.FACTS),
    Planned("chronology", "Chronology", (evidence.chronology, Kind.CHRONOLOGY)),
    written(Kind.OVERVIEW),
    written(Kind.ANALYSIS_AGENCIES),
    written(Kind.ANALYSIS_ENQUIRIES),
    written(Kind.ANALYSIS_EQUALITY),
    written(Kind.CONCLUSIONS),
    Planned("lessons", "Lessons to be learnt", (Kind.LESSONS, plan.lessons)),
    Planned("recommendations", "Recommendations", (plan.recommendations,)),
)

SUMMARY = (
    Planned("process", "The review process", (front.process, Kind.SUMMARY_PROCESS)),
    Planned("contributors", "Contributors to the review", (evidence.contributors,)),
    Planned("panel", "The review panel members", (panel.panel,)),
    Planned("author", "Chair and author of the overview report", (panel.chair_and_author,)),
    Planned("terms", "Terms of reference", (terms.enquiries,)),
    Planned("chronology", "Summary of chronology", (Kind.SUMMARY_CHRONOLOGY,)),
    Planned("analysis", "Analysis", (Kind.SUMMARY_ANALYSIS,)),
    Planned("conclusions", "Conclusions and key issues", (Kind.SUMMARY_CONCLUSIONS,)),
    Planned("lessons", "Lessons to be learnt", (plan.lessons,)),
    Planned("recommendations", "Recommendations", (plan.recommendations,)),
)

APPENDICES = (
    Planned("terms-in-full", "Terms of reference", (terms.terms_in_full,)),
    Planned("independence", "Statements of independence", (panel.independence_statements,)),
    Planned("single-agency-plan", "Single-agency action plan", (plan.single_agency_plan,)),
    Planned("multi-agency-plan", "Multi-agency action plan", (plan.multi_agency_plan,)),
)
