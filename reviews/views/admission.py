"""Who may open a review, admitting people and removing them."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from reviews import access
from reviews.access import Permission, Place, Refused, Role
from reviews.forms.people import AdmitForm
from reviews.models import Membership, Review
from reviews.operations import admission
from reviews.queries.holds import cleared_in, waiting_in


@require_GET
def people_admitted(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.ACCESS_MANAGE)
    everybody = review.memberships.select_related("user", "involvement__agency", "admitted_by")
    today = timezone.localdate()
    context = {
        "review": review,
        "standing": everybody.admitted(today).order_by("user__full_name", "role"),
        "held": waiting_in(review),
        "cleared": cleared_in(review),
        "ended": everybody.ended(today).order_by("user__full_name", "role"),
    }
    return render(request, "reviews/access.html", context)


@require_http_methods(["GET", "POST"])
def admit(request: SignedInRequest, reference: str) -> HttpResponse:
    """Admit somebody to the review as a whole; an agency's people are admitted on its page."""
    review = access.review_or_404(request.user, reference, Permission.ACCESS_MANAGE)
    back = reverse("reviews:access", args=[review.reference])
    return admit_to(request, review, place=review.reference, back=back)


@require_http_methods(["GET", "POST"])
def admit_for_agency(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Admit somebody to one agency's part: its author, its senior officer, its panel member."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.ACCESS_MANAGE
    )
    return admit_to(request, part, place=part.agency.name, back=part.get_absolute_url())


def admit_to(request: SignedInRequest, to: Place, *, place: str, back: str) -> HttpResponse:
    roles = [(role.value, role.label) for role in access.roles_for(to)]
    form = AdmitForm(request.POST or None, roles=roles)
    if request.method == "POST" and form.is_valid():
        said, role, now = form.cleaned_data, Role(form.cleaned_data["role"]), timezone.now()
        try:
            admission.check_is_not_admitted(said["email"], role, to=to, at=now)
            membership = admission.admit_by_email(
                email=said["email"],
                full_name=said["full_name"],
                role=role,
                to=to,
                until_on=said["until_on"],
                today=timezone.localdate(),
                by=request.user,
                at=now,
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            say_admitted(request, membership)
            return redirect(back)
    review = to if isinstance(to, Review) else to.review
    context = {"review": review, "form": form, "place": place, "back": back}
    return render(request, "reviews/admit.html", context)


def say_admitted(request: SignedInRequest, membership: Membership) -> None:
    name = membership.user.full_name
    if membership.is_held:
        notices.important(
            request,
            f"{name} is admitted and held: they can open this review once a CSP officer has "
            "looked at it.",
        )
    else:
        notices.done(request, f"{name} is admitted and told by email.")


@require_http_methods(["GET", "POST"])
def remove(request: SignedInRequest, reference: str, membership_id: int) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.ACCESS_MANAGE)
    membership = get_object_or_404(
        review.memberships.select_related("user", "group", "review"),
        pk=membership_id,
        removed_at__isnull=True,
    )
    refused, kept = "", parts_kept(membership)
    if request.method == "POST":
        try:
            admission.end_membership(membership=membership, by=request.user, at=timezone.now())
        except Refused as refusal:
            refused = str(refusal)
        else:
            say_removed(request, membership, kept=kept)
            return redirect("reviews:access", review.reference)
    context = {"review": review, "membership": membership, "kept": kept, "refused": refused}
    return render(request, "reviews/remove.html", context)


def parts_kept(membership: Membership) -> list[Membership]:
    """Return what else the same person has in the review: removing one part leaves the others."""
    standing = membership.review.memberships.admitted(timezone.localdate())
    others = standing.filter(user=membership.user).exclude(pk=membership.pk)
    return list(others.select_related("involvement__agency").order_by("role", "pk"))


def say_removed(
    request: SignedInRequest, membership: Membership, *, kept: list[Membership]
) -> None:
    name = membership.user.full_name
    if kept:
        still = "; ".join(part.part_in_words for part in kept)
        notices.important(
            request,
            f"{name} is no longer {membership.part_in_words}, and can still open what they see as: "
            f"{still}.",
        )
    else:
        notices.done(request, f"{name} can no longer open this review.")
