"""Hand out a paper of a report, as a PDF or a Word file."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from agencies.http import SignedInRequest
from documents import delivery
from documents.kinds import DocumentKind
from documents.rendering import RenderingUnavailable
from pages import notices
from privacy.marking import OFFICIAL_SENSITIVE
from reports.published.report import PublishedReport
from reports.queries.printing import NAMES, Paper, as_pdf, as_word

KINDS = {"pdf": (DocumentKind.PDF, as_pdf), "docx": (DocumentKind.DOCX, as_word)}


def paper_or_404(name: str) -> Paper:
    """Return which paper an address asks for. Raises Http404 for none of ours."""
    found = next((paper for paper in NAMES if paper == name), None)
    if found is None:
        raise Http404
    return found


def offer_paper(
    request: SignedInRequest,
    report: PublishedReport,
    *,
    paper: str,
    ending: str,
    standing: str,
    as_name: str,
    back: str,
) -> HttpResponse:
    """Send one paper, or say why this machine cannot make it and go back. Raises Http404."""
    wanted = paper_or_404(paper)
    if ending not in KINDS:
        raise Http404
    kind, write = KINDS[ending]
    try:
        content = write(report, paper=wanted, marking=OFFICIAL_SENSITIVE, standing=standing)
    except RenderingUnavailable as reason:
        notices.important(request, str(reason))
        return redirect(back)
    return delivery.offer(content, kind=kind, as_name=f"{as_name}-{paper}")
