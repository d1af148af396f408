"""What the page on which a section is written begins with."""

from dataclasses import dataclass

from actionplans.models import LearningPoint, Recommendation
from agencies.models import User
from families.models import FamilyExtract
from reports.models import KeptText, ReportSection, SectionKind
from reports.queries.assembly.outline import APPENDICES, CHAPTERS
from reviews.models import Review

# What can be referred to in every report: its chapters and appendices
PLACES = [
    *((f"chapter-{one.key}", one.title) for one in CHAPTERS),
    *((f"appendix-{one.key}", one.title) for one in APPENDICES),
    ("appendix-glossary", "Glossary"),
]


def insertable(review: Review) -> list[tuple[str, str]]:
    """Return what the record has to put into a text: the sign and the words. Four queries."""
    kinds = {"recommendation": Recommendation, "learning-point": LearningPoint}
    extracts = FamilyExtract.objects.in_drafts().filter(review=review)
    return (
        [
            (f"[={kind}-{number}]", words)
            for kind, model in kinds.items()
            for number, words in model._default_manager.filter(review=review).values_list(
                "number", "text"
            )
        ]
        + [(f"[={one.key}]", one.words) for one in extracts]
        + pictures(review)
    )


def pictures(review: Review) -> list[tuple[str, str]]:
    rows = review.report_figures.filter(removed_at=None, document__isnull=False)
    return [(f"[={sign}]", caption) for sign, caption in rows.values_list("sign", "caption")]


@dataclass(frozen=True)
class Begun:
    """
    A section as its writer finds it. last: the version that stands. kept: what this writer typed
    and did not record, where it says something else.
    """

    last: ReportSection | None
    kept: KeptText | None

    @property
    def initial(self) -> dict[str, object]:
        """What stands in the boxes at first."""
        shown = self.kept or self.last
        if shown is None:
            return {"based_on": 0}
        based_on = self.kept.based_on if self.kept else self.standing
        return {"text": shown.text, "empty_because": shown.empty_because, "based_on": based_on}

    @property
    def standing(self) -> int:
        """The number of the version that stands; 0 where there is none."""
        return self.last.number if self.last else 0

    @property
    def is_overtaken(self) -> bool:
        """Test whether somebody recorded a version since the kept text was begun."""
        return self.kept is not None and self.kept.based_on != self.standing


def begun(review: Review, kind: SectionKind, writer: User) -> Begun:
    last = standing_section(review, kind)
    kept = KeptText.objects.filter(review=review, kind=kind, writer=writer).first()
    return Begun(last, kept if kept and says_something_else(kept, last) else None)


def standing_section(review: Review, kind: SectionKind) -> ReportSection | None:
    return review.report_sections.filter(kind=kind).select_related("recorded_by").first()


def says_something_else(kept: KeptText, last: ReportSection | None) -> bool:
    stands = (last.text, last.empty_because) if last else ("", "")
    return (kept.text.split(), kept.empty_because) != (stands[0].split(), stands[1])
