"""The points of one round with their answers, on a page and on paper."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Prefetch

from documents import word
from documents.kinds import DocumentKind
from documents.rendering import render_pdf
from panels.models import AgreementRound, SubjectKind
from panels.queries.subjects import RoundSubject
from privacy.marking import OFFICIAL_SENSITIVE
from publications.models import Disposition, QaAnswer, QaPoint, QaSubmission
from publications.published.answers import HEADS, WIDTHS, PublishedAnswer, as_text

TITLE = "Answers to the Home Office"
TEXT_WIDTH = 25.7  # centimetres between the margins of a page on its side


@dataclass(frozen=True)
class Tally:
    """How far the points of a round are answered."""

    points: int
    answered: int
    dispositions: dict[str, int]

    @property
    def words(self) -> str:
        if not self.points:
            return "No points entered"
        counted = [
            f"{self.dispositions[kind]} {kind.label.lower()}"
            for kind in Disposition
            if self.dispositions.get(kind)
        ]
        said = f"{self.answered} of {self.points} answered"
        return f"{said}: {', '.join(counted)}" if counted else said


def points_of(submission: QaSubmission) -> list[QaPoint]:
    """Return the points of a round in order, with their answers and whose they are."""
    answers = Prefetch(
        "answers",
        QaAnswer.objects.select_related("recorded_by", "changed_in", "printed_reason").defer(
            "changed_in__content"
        ),
    )
    points = submission.points.select_related("given_to__user", "given_to__involvement__agency")
    found = list(points.prefetch_related(answers))
    for point in found:
        point.submission = submission
        for answer in point.answers.all():
            answer.point = point
    return found


def tally(points: list[QaPoint]) -> Tally:
    given = [point.answer for point in points]
    counts = Counter(answer.disposition for answer in given if answer)
    return Tally(len(points), sum(counts.values()), dict(counts))


def published(points: list[QaPoint]) -> list[PublishedAnswer]:
    return [published_answer(point) for point in points]


def published_answer(point: QaPoint) -> PublishedAnswer:
    answer = point.answer
    cited = (
        f"paragraph {point.paragraph_cited}" if point.paragraph_cited else "",
        f"version {point.version_cited}" if point.version_cited else "",
    )
    return PublishedAnswer(
        number=point.number,
        text=point.text,
        cites=", ".join(filter(None, cited)),
        answer=answer.get_disposition_display() if answer else "",
        reasons=answer.reasons if answer else "",
        where_changed=place_in_words(answer) if answer else "",
    )


def place_in_words(answer: QaAnswer) -> str:
    """Say where the report changed, with the draft it changed in."""
    draft = answer.changed_in
    parts = [draft.name if draft else "", answer.where_changed]
    note = "the reasons print as a footnote" if answer.printed else ""
    return ", ".join(filter(None, [*parts, note]))


def answers_as_subject(submission: QaSubmission) -> RoundSubject:
    """Return the answers of a round as they are put to the panel to agree."""
    asked_before = AgreementRound.objects.of(SubjectKind.QA_ANSWERS, submission.pk)
    return RoundSubject(
        kind=SubjectKind.QA_ANSWERS,
        key=str(submission.pk),
        label=f"{TITLE}, round {submission.round}",
        version=str(asked_before.count() + 1),
        text=as_text(published(points_of(submission))),
    )


def on_paper(submission: QaSubmission, *, kind: DocumentKind = DocumentKind.PDF) -> bytes:
    """Return the table of points and answers as a PDF or a Word file."""
    points = points_of(submission)
    rows = [answer.row for answer in published(points)]
    title = f"{TITLE}, round {submission.round}"
    reference = submission.review.reference
    if kind == DocumentKind.DOCX:
        return as_word(f"{title}: {reference}", rows)
    context = {
        "title": title,
        "reference": reference,
        "counted": tally(points).words,
        "heads": HEADS,
        "widths": WIDTHS,
        "rows": rows,
    }
    return render_pdf("documents/qa_answers.html", context, marking=OFFICIAL_SENSITIVE)


def as_word(title: str, rows: list[tuple[str, ...]]) -> bytes:
    paper = word.new_paper(title, marking=OFFICIAL_SENSITIVE)
    word.turn_landscape(paper)
    widths = [TEXT_WIDTH * width / 100 for width in WIDTHS]
    word.table(paper, heads=HEADS, rows=rows, widths=widths)
    return word.as_bytes(paper)
