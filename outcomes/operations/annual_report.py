"""Hand a partnership's annual report out: it leaves, so it is looked through and in the trail."""

from datetime import date, datetime

from django.db import transaction

from agencies.access import holds_post
from agencies.models import READS_FIGURES, CommunitySafetyPartnership, User
from audit import trail
from documents import word
from documents.kinds import DocumentKind
from documents.rendering import render_pdf
from outcomes.published.annual_report import AnnualReport, texts_of
from outcomes.queries.annual_report import report_of
from privacy.row_locks import lifted
from reviews.access import Refused
from reviews.checks.register import register_of
from reviews.checks.true_names import certain, findings
from reviews.models import Review
from timescales.dates import ReportingYear

TEXT_WIDTH = 25.7  # centimetres between the margins of a page on its side
FOR_ALL = ""  # it carries no marking: nothing in it is anybody's secret
NAMES_SOMEBODY = (
    "A name or a telling day of a review stands in this report: {places}. Change the theme it "
    "stands in, in the learning of that review."
)


@transaction.atomic
def hand_out(
    *,
    place: CommunitySafetyPartnership,
    year: ReportingYear,
    kind: DocumentKind,
    today: date,
    by: User,
    at: datetime,
) -> bytes:
    """
    Return the report of a year as a PDF or a Word file.

    Raises Refused to whoever holds no post that reads the partnership's figures, and where a name
    or a telling day of any of its reviews stands in it.
    """
    if not any(holds_post(by, place, post, today=today) for post in READS_FIGURES):
        raise Refused("Only an officer or the chair of the partnership takes its annual report.")
    report = report_of(place, year, reader=by, today=today)
    check_names_nobody(report, place)
    content = as_word(report) if kind == DocumentKind.DOCX else as_pdf(report)
    trail.record(
        "annual_report.taken", by=by, at=at, partnership_id=place.pk, year=year.begins, kind=kind
    )
    return content


def check_names_nobody(report: AnnualReport, place: CommunitySafetyPartnership) -> None:
    """
    Refuse a report in which a true name, a birth date or the day of a death stands: of any review
    of the partnership, whoever may open it. The words do not say whose it is.
    """
    texts = texts_of(report)
    with lifted():
        reviews = Review.objects.filter(partnership=place).prefetch_related("people")
        found = [one for review in reviews for one in certain(findings(texts, register_of(review)))]
    if found:
        places = ", ".join(sorted({one.where for one in found}))
        raise Refused(NAMES_SOMEBODY.format(places=places))


def as_pdf(report: AnnualReport) -> bytes:
    context = {"title": report.title, "reference": report.partnership, "report": report}
    return render_pdf("documents/annual_report.html", context, marking=FOR_ALL)


def as_word(report: AnnualReport) -> bytes:
    file = word.new_paper(f"{report.title}, {report.partnership}", marking=FOR_ALL)
    word.turn_landscape(file)
    for words in report.about:
        word.paragraph(file, words)
    for table in report.tables:
        word.heading(file, table.title)
        if table.rows:
            widths = [TEXT_WIDTH * width / 100 for width in table.widths]
            word.table(file, heads=table.heads, rows=table.rows, widths=widths)
        else:
            word.paragraph(file, table.empty)
    word.heading(file, "How to read the numbers")
    for words in report.notes:
        word.paragraph(file, words)
    return word.as_bytes(file)
