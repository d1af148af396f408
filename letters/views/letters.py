"""The letters of a review, one letter, and their files."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from documents import delivery
from documents.models import Document
from families.rules import check_can_write
from letters.access import letter_or_404, review_or_404
from letters.models import BY_SLUG, Letter, LetterKind
from letters.operations.letterheads import WRITES_LETTERHEAD
from letters.queries import letters_page
from letters.queries.bundling import bundle
from letters.queries.letter_page import elsewhere, rows_of, what_may
from pages import notices
from reviews import access
from reviews.models import Review

ON_A_PAGE = 60


@require_GET
def letters(request: SignedInRequest, reference: str) -> HttpResponse:
    """What was written, to whom, and what is waited for; what the story needs next."""
    review = review_or_404(request.user, reference)
    lines = letters_page.lines_of(review)
    asked = request.GET
    needed, others = letters_page.offers(review, request.user, lines)
    found = letters_page.narrowed(
        lines,
        shown=asked.get("show", ""),
        kind=asked.get("kind", ""),
        words=asked.get("q", ""),
    )
    context = {
        "review": review,
        "needed": needed,
        "others": others,
        "are_any": bool(lines),
        "page": Paginator(found, ON_A_PAGE).get_page(asked.get("page")),
        "filters": letters_page.filters(lines),
        "kinds": letters_page.kinds_written(lines),
        "words": asked.get("q", ""),
        "may_set_head": sets_letterhead(request, review),
        "holds_pen": holds_pen(request, review),
        "drafts": letters_page.family_drafts(review),
    }
    return render(request, "letters/letters.html", context)


def holds_pen(request: SignedInRequest, review: Review) -> bool:
    return access.allows(check_can_write, request.user, review)


def sets_letterhead(request: SignedInRequest, review: Review) -> bool:
    today = localdate()
    return any(
        access.holds_post(request.user, review.partnership, kind, today=today)
        for kind in WRITES_LETTERHEAD
    )


@require_GET
def letter(request: SignedInRequest, reference: str, letter_id: int) -> HttpResponse:
    found = letter_or_404(request.user, reference, letter_id)
    context = {
        "review": found.review,
        "letter": found,
        "rows": rows_of(found),
        "elsewhere": elsewhere(found),
        **what_may(found, request.user),
    }
    return render(request, "letters/letter.html", context)


@require_GET
def letter_file(
    request: SignedInRequest, reference: str, letter_id: int, which: str
) -> HttpResponseBase:
    """Hand out the letter as it stands, as it was made, or what came back."""
    found = letter_or_404(request.user, reference, letter_id)
    document = files_of(found).get(which)
    if document is None:
        raise Http404
    name = document.original_name if which == "reply" else found.file_name
    return delivery.download(document, as_name=name)


def files_of(letter: Letter) -> dict[str, Document | None]:
    return {"letter": letter.current, "made": letter.made, "reply": letter.reply_file}


@require_GET
def bundle_file(request: SignedInRequest, reference: str, kind: str) -> HttpResponseBase:
    """Hand out all letters of a kind that wait to be sent, as one zip."""
    review, chosen = review_and_kind_or_404(request, reference, kind)
    if not review.letters.unsent().filter(kind=chosen).exists():
        notices.important(request, "No letter of this kind waits to be sent.")
        return redirect("letters:letters", reference)
    name = f"{review.reference}-{chosen.slug}"
    return delivery.stream_archive(bundle(review, chosen), as_name=name)


def review_and_kind_or_404(
    request: SignedInRequest, reference: str, kind: str
) -> tuple[Review, LetterKind]:
    """Return a review and a kind of letter to whoever writes that kind. Raises Http404."""
    review = review_or_404(request.user, reference)
    chosen = BY_SLUG.get(kind)
    if chosen is None or not access.has(request.user, chosen.facts.written_by, on=review):
        raise Http404
    return review, chosen
