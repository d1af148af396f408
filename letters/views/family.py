"""Drafts of letters to a family, for whoever holds the pen of the compartment. None is kept."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from documents.kinds import DocumentKind
from families.models import OFFERED_ADVOCACY, FamilyContact, Side
from families.queries.compartment import lines, people_of
from families.rules import why_not_write
from letters import rules
from letters.forms.letters import FamilyDraftForm
from letters.models import DRAFT_BY_SLUG
from letters.queries.writing import Wish, draft_as_file, head_of
from letters.views.making import usual_signature
from reviews import access
from reviews.access import Permission, Refused


@require_http_methods(["GET", "POST"])
def family_draft(request: SignedInRequest, reference: str, draft: str) -> HttpResponse:
    """Make a draft as a Word file. It is handed out once, and neither kept nor sent."""
    review = access.review_or_404(request.user, reference, Permission.FAMILY_READ)
    chosen = DRAFT_BY_SLUG.get(draft)
    if chosen is None:
        raise Http404
    today = timezone.localdate()
    there = people_of(review, Side.DIED, request.user)
    bereaved = [one for one in there if one.kind in OFFERED_ADVOCACY and not one.is_closed]
    form = FamilyDraftForm(
        request.POST or None,
        people=FamilyContact.objects.filter(pk__in=[one.pk for one in bereaved]).select_related(
            "person"
        ),
        initial=usual_signature(request.user, review),
    )
    if request.method == "POST" and form.is_valid():
        try:
            rules.check_can_draft(request.user, review, chosen)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            content = draft_as_file(
                chosen,
                form.cleaned_data["contact"],
                review=review,
                wish=Wish(
                    signed_by=form.cleaned_data["signed_by"],
                    signed_by_post=form.cleaned_data["signed_by_post"],
                ),
                head=head_of(review.partnership),
                today=today,
            )
            name = f"{review.reference}-{chosen.slug}-draft"
            return delivery.offer(content, kind=DocumentKind.DOCX, as_name=name)
    context = {
        "review": review,
        "draft": chosen,
        "form": form,
        "quiet": [one for one in lines(bereaved, review, today=today) if one.against],
        "why_not_write": why_not_write(request.user, review),
        "missing": rules.missing(chosen, rules.recorded_of(review)),
    }
    return render(request, "letters/family_draft.html", context)
