"""Where an answer to the Home Office stands in the report."""

from django.urls import reverse

from publications.models import QaAnswer, QaPoint
from publications.papers.footnotes import Place, places_in
from publications.readers.citations import citations_in
from reports.models import ReportSection, SectionKind
from reviews.models import Review


def place_href(answer: QaAnswer | None) -> str:
    """Return the address of the paragraph that changed; empty where no draft is named."""
    if answer is None or answer.changed_in is None:
        return ""
    draft = answer.changed_in
    where = reverse("reports:draft", args=[answer.point.submission.review.reference, draft.number])
    cited = numbers_in(answer.where_changed)
    return f"{where}#paragraph-{cited[0]}" if cited else where


def numbers_in(said: str) -> list[str]:
    """Return the paragraphs in what somebody typed as a place, such as 4.12 or 7."""
    found = citations_in(said).each_paragraph
    return found or citations_in(f"paragraph {said}").each_paragraph


def may_print(point: QaPoint) -> bool:
    """Test whether the reasons of the answer that stands can print as a footnote."""
    answers = list(point.answers.all())
    if not answers or any(answer.printed for answer in answers):
        return False
    return answers[0].is_declined and bool(answers[0].reasons)


def places_for_footnote(review: Review) -> list[Place]:
    """Return the paragraphs of the working text that can call a footnote, in the text's order."""
    standing = ReportSection.objects.filter(review=review).standing()
    order = [kind.value for kind in SectionKind]
    return places_in(sorted(standing, key=lambda one: order.index(one.kind)))
