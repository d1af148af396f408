"""The directory of bodies that recommendations go to."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies import access
from agencies.access import DIRECTORY_READERS, Refused
from agencies.forms.bodies import BodyForm, BodySearchForm, LetterboxForm, RetireForm
from agencies.http import SignedInRequest
from agencies.models import BodyAddress, CommunitySafetyPartnership, PostKind, PublicBody, User
from agencies.operations import bodies as operations
from agencies.queries import bodies
from pages import notices
from pages.parts import Row

AT_ONCE = 50


@require_GET
def body_list(request: SignedInRequest) -> HttpResponse:
    today = timezone.localdate()
    may_keep = access.directory_or_404(request.user, today=today)
    seen = seen_by(request.user)
    form = BodySearchForm(request.GET, partnerships=seen)
    found = bodies.find(form.search, partnerships=seen).select_related("partnership")
    context = {
        "form": form,
        "page": Paginator(found, AT_ONCE).get_page(request.GET.get("page")),
        "may_keep": may_keep,
        "today": today,
    }
    return render(request, "agencies/body_list.html", context)


@require_GET
def body(request: SignedInRequest, body_id: int) -> HttpResponse:
    today = timezone.localdate()
    one = access.body_or_404(request.user, body_id, today=today)
    places = access.partnerships_of(request.user, *DIRECTORY_READERS, today=today)
    kept = {row.partnership_id: row for row in BodyAddress.objects.filter(body=one)}
    writes = set(officer_in(request.user).values_list("pk", flat=True))
    context = {
        "body": one,
        "facts": facts_of(one),
        "parts": one.parts.known_to(*seen_by(request.user)).standing(),
        "boxes": [(place, kept.get(place.pk), place.pk in writes) for place in places],
        "may_keep": access.keeps_body(request.user, one, today=today),
        "today": today,
    }
    return render(request, "agencies/body.html", context)


@require_http_methods(["GET", "POST"])
def add_body(request: SignedInRequest) -> HttpResponse:
    today = timezone.localdate()
    access.keeper_or_404(request.user, today=today)
    form = BodyForm(
        request.POST or None, others=choosable(request.user), partnerships=officer_in(request.user)
    )
    if request.method == "POST" and form.is_valid():
        try:
            one = operations.add_body(
                entry=form.entry(),
                partnership=form.cleaned_data["partnership"],
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"{one.name} is in the directory. Add where you write to it.")
            return redirect(one)
    return asked(request, form, heading="Add a body", button="Add the body")


@require_http_methods(["GET", "POST"])
def change_body(request: SignedInRequest, body_id: int) -> HttpResponse:
    today = timezone.localdate()
    one = access.kept_body_or_404(request.user, body_id, today=today)
    form = BodyForm(request.POST or None, of=one, others=choosable(request.user, but=one))
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_body(
                body=one, entry=form.entry(), today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The directory is changed.")
            return redirect(one)
    return asked(request, form, heading=f"Change {one.name}", button="Save the change", body=one)


@require_http_methods(["GET", "POST"])
def retire_body(request: SignedInRequest, body_id: int) -> HttpResponse:
    today = timezone.localdate()
    one = access.kept_body_or_404(request.user, body_id, today=today)
    form = RetireForm(request.POST or None, others=choosable(request.user, but=one))
    if request.method == "POST" and form.is_valid():
        try:
            operations.retire_body(
                body=one, **form.cleaned_data, today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"{one.name} is retired. What was sent to it stays.")
            return redirect(one)
    return asked(request, form, heading=f"Retire {one.name}", button="Retire it", body=one)


@require_POST
def bring_back_body(request: SignedInRequest, body_id: int) -> HttpResponse:
    today = timezone.localdate()
    one = access.kept_body_or_404(request.user, body_id, today=today)
    operations.bring_back(body=one, today=today, by=request.user, at=timezone.now())
    notices.done(request, f"{one.name} stands in the directory again.")
    return redirect(one)


@require_http_methods(["GET", "POST"])
def body_address(request: SignedInRequest, body_id: int, slug: str) -> HttpResponse:
    """Say where a partnership writes to a body."""
    today = timezone.localdate()
    one = access.body_or_404(request.user, body_id, today=today)
    place = access.partnership_or_404(request.user, slug, PostKind.OFFICER, today=today)
    kept = BodyAddress.objects.filter(body=one, partnership=place).first()
    form = LetterboxForm(request.POST or None, of=kept)
    if request.method == "POST" and form.is_valid():
        operations.keep_address(
            body=one,
            partnership=place,
            box=form.box(),
            today=today,
            by=request.user,
            at=timezone.now(),
        )
        notices.done(request, f"This is where {place.name} writes to {one.name}.")
        return redirect(one)
    heading = f"Where {place.name} writes to {one.name}"
    return asked(request, form, heading=heading, button="Save the address", body=one)


def asked(
    request: SignedInRequest,
    form: object,
    *,
    heading: str,
    button: str,
    body: PublicBody | None = None,
) -> HttpResponse:
    context = {"form": form, "heading": heading, "button": button, "body": body}
    return render(request, "agencies/body_form.html", context)


def seen_by(user: User) -> list[int]:
    """Return the partnerships whose own bodies this reader sees."""
    held = access.partnerships_of(user, *DIRECTORY_READERS, today=timezone.localdate())
    return list(held.values_list("pk", flat=True))


def officer_in(user: User) -> QuerySet[CommunitySafetyPartnership]:
    return access.partnerships_of(user, PostKind.OFFICER, today=timezone.localdate())


def choosable(user: User, *, but: PublicBody | None = None) -> QuerySet[PublicBody]:
    known = PublicBody.objects.known_to(*seen_by(user)).standing().select_related("part_of")
    return known.exclude(pk=but.pk) if but else known


def facts_of(one: PublicBody) -> list[Row]:
    """Return what the directory says of a body beside its kind and region."""
    facts = [
        Row("What it decides", one.decides or "Not recorded"),
        Row("Also known as", "\n".join([one.short_name, *one.aliases]).strip() or "No other name"),
        Row("Found by", ", ".join(one.topics) or "Its name only"),
        Row("Seen by", one.partnership.name if one.partnership else "Every partnership"),
    ]
    links = {"Part of": one.part_of, "Its work is now with": one.successor}
    return [
        *facts,
        *(
            Row(key, other.name, href=other.get_absolute_url(), verb="Open")
            for key, other in links.items()
            if other
        ),
    ]
