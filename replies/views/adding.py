"""Drop files on a review, many at once."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from documents.intake import FileRefused, plain_name
from documents.uploading import left_out_of
from pages import notices
from replies.forms.adding import AddRepliesForm
from replies.operations import dropping
from replies.operations.dropping import Dropped
from replies.queries.matching import known_of
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take in every file that can be; say of each other why not."""
    review = access.review_or_404(request.user, reference, Permission.SCOPING_SEND)
    form = AddRepliesForm(request.POST or None, request.FILES or None)
    taken: list[Dropped] = []
    if request.method == "POST":
        form = AddRepliesForm(request.POST, request.FILES)
        name_left_out(form, request)
        if form.is_valid() or form.cleaned_data.get("dropped"):
            taken = take_all(form, review, request, at=timezone.now())
        if form.is_valid():
            notices.done(request, in_words(taken))
            return redirect("replies:replies", review.reference)
    context = {"review": review, "form": form, "taken": in_words(taken) if taken else ""}
    return render(request, "replies/add.html", context)


def name_left_out(form: AddRepliesForm, request: HttpRequest) -> None:
    left_out = left_out_of(request)
    if left_out:
        form.fields["dropped"].required = False
    form.full_clean()
    for name in left_out:
        form.leave_out(plain_name(name))


def take_all(
    form: AddRepliesForm, review: Review, request: SignedInRequest, *, at: datetime
) -> list[Dropped]:
    known = known_of(review, officer=request.user)
    taken = []
    for upload in form.cleaned_data["dropped"]:
        try:
            taken.append(
                dropping.drop(
                    review=review,
                    upload=upload,
                    password=form.password,
                    known=known,
                    by=request.user,
                    at=at,
                )
            )
        except FileRefused as refusal:
            form.leave_aside(plain_name(upload.name or ""), refusal)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            break
    return taken


def in_words(taken: list[Dropped]) -> str:
    """Say what was taken in: "57 files are taken in. 1 was here already."."""
    new = sum(one.is_new for one in taken)
    again = len(taken) - new
    words = (
        [f"{new} {'file is' if new == 1 else 'files are'} taken in."] if new or not again else []
    )
    if again:
        words.append(f"{again} {'was' if again == 1 else 'were'} here already.")
    return " ".join(words)
