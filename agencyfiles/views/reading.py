"""Look over what was read in an agency's Word file, correct it and confirm it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from agencyfiles.forms.confirming import ConfirmForm
from agencyfiles.operations import confirming
from agencyfiles.queries.reading import chronology_choice, front_sheet_of, read_version
from agencyfiles.rules import ANOTHER_FILE, is_of_file
from chronologies.readers.grid import CannotRead
from evidence import access as doors
from evidence.queries.enquiries import lines_of
from evidence.queries.imr_page import reading_of
from evidence.views.drafts import writing_or_404
from evidence.views.imr_asking import address
from pages import notices
from reviews.access import Refused


@require_http_methods(["GET", "POST"])
def read(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Show the words of the file beside what they were taken for; nothing is kept before."""
    imr = writing_or_404(request, reference, involvement_id)
    today, now, part = timezone.localdate(), timezone.now(), imr.involvement
    lines = lines_of(part.review)
    context: dict[str, object] = {
        "review": part.review,
        "part": part,
        "imr": imr,
        "version": imr.draft,
        "is_inside": doors.follows(request.user, part),
        "sheet": front_sheet_of(imr.draft),
    }
    try:
        version, report = read_version(imr.draft, lines)
    except CannotRead as reason:
        return render(request, "agencyfiles/unread.html", {**context, "reason": str(reason)})
    choice = chronology_choice(imr, report, by=request.user)
    posted = request.POST if request.method == "POST" else None
    refused = ""
    if posted and not is_of_file(posted.get("sha256", ""), version):
        posted, refused = None, ANOTHER_FILE  # what was typed beside other words is no answer here
    form = ConfirmForm(
        posted,
        report=report,
        version=version,
        lines=lines,
        choice=choice,
        today=today,
    )
    if posted and form.is_valid():
        try:
            confirming.confirm(imr=imr, said=form.confirmed(), today=today, by=request.user, at=now)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, "What your document says is confirmed.")
            return redirect(address(part, "author-task"))
    context |= {"form": form, "report": report, "choice": choice, "refused": refused}
    context["written"] = reading_of(version)
    return render(request, "agencyfiles/read.html", context)
