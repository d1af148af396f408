"""
What a report has to say, by meaning: each requirement knows the parts that answer it, whatever
their chapter is called and wherever it stands.

Source: the Home Office's statutory guidance on reviews of 2016, section 8 and its outline of an
overview report; domain.md, section 2.13.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.models import SectionKind as Kind
from reports.queries.assembly import evidence, panel, people, plan, terms, timescales
from reports.queries.assembly.outline import Maker
from reports.queries.assembly.record import Record
from reports.queries.assembly.whole import Assembled, Part


@dataclass(frozen=True)
class Requirement:
    """
    words: what the report has to say, after "how" or "what". answers: the parts of which one is
    enough, a section that says why it is empty among them.
    """

    words: str
    answers: tuple[Maker | Kind, ...]

    @property
    def section(self) -> Kind | None:
        """The section to write, or to say why it is empty."""
        return next((one for one in self.answers if isinstance(one, Kind)), None)


REQUIREMENTS = (
    Requirement("why the review was held and what it is for", (Kind.INTRODUCTION,)),
    Requirement("when it was begun and ended", (timescales.timescales,)),
    Requirement("the reasons for delay", (Kind.DELAY,)),
    Requirement("how people’s names were kept from readers", (Kind.CONFIDENTIALITY,)),
    Requirement("who the people in it are, by pseudonym", (people.pseudonyms,)),
    Requirement("the terms of reference", (terms.terms,)),
    Requirement("how the panel worked", (Kind.METHODOLOGY,)),
    Requirement("how the family was involved", (Kind.INVOLVEMENT,)),
    Requirement("who contributed", (evidence.contributors, Kind.CONTRIBUTORS)),
    Requirement("who the panel was", (panel.panel,)),
    Requirement("who led and wrote it, and that they were independent", (panel.author,)),
    Requirement("parallel reviews", (Kind.PARALLEL, panel.parallel)),
    Requirement("equality and diversity", (Kind.EQUALITY, terms.characteristics)),
    Requirement("dissemination", (Kind.DISSEMINATION,)),
    Requirement("the facts", (Kind.FACTS,)),
    Requirement("what happened, in order", (Kind.CHRONOLOGY,)),
    Requirement("an overview of what was known", (Kind.OVERVIEW,)),
    Requirement("an analysis", (Kind.ANALYSIS_AGENCIES, Kind.ANALYSIS_ENQUIRIES)),
    Requirement("conclusions", (Kind.CONCLUSIONS,)),
    Requirement("the lessons to be learnt", (Kind.LESSONS, plan.lessons)),
    Requirement("recommendations", (plan.recommendations,)),
)


def lacking(record: Record, whole: Assembled) -> list[Requirement]:
    """Return what neither stands in the report nor is said to be empty, in the usual order."""
    said = set(answered(record, whole))
    return [one for one in REQUIREMENTS if said.isdisjoint(one.answers)]


def answered(record: Record, whole: Assembled) -> Iterator[Maker | Kind]:
    for chapter in whole.chapters:
        for part in chapter.parts:
            if part.blocks or says_why_empty(record, part):
                yield part.source


def says_why_empty(record: Record, part: Part) -> bool:
    section = record.sections.get(part.kind) if part.kind else None
    return section is not None and section.is_empty
