"""Whether a copy of the report stands on each child's record, as its holder says."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from families import rules
from families.forms.children import CopyForm
from families.operations.children import Copy, record_copy
from families.queries import doors
from families.queries.publication import agreed_with_the_family, children_of
from pages import notices
from reviews import access
from reviews.access import Permission, Refused


@require_GET
def children(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.FAMILY_READ)
    context = {
        "review": review,
        "children": list(children_of(review, request.user)),
        "agreed": agreed_with_the_family(review, request.user),
        "why_not_write": rules.why_not_write(request.user, review),
    }
    return render(request, "families/children.html", context)


@require_http_methods(["GET", "POST"])
def child(request: SignedInRequest, reference: str, person_id: int) -> HttpResponse:
    found = doors.child_or_404(request.user, reference, person_id)
    rules.check_can_write(request.user, found.person.review)
    form = CopyForm(request.POST or None, changing=CopyForm.initial_of(found.copy))
    if request.method == "POST" and form.is_valid():
        try:
            record_copy(
                child=found.person,
                copy=Copy(**form.cleaned_data),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, "It is recorded. Nothing was sent.")
            return redirect("families:children", reference)
    context = {"review": found.person.review, "child": found, "form": form}
    return render(request, "families/child_form.html", context)
