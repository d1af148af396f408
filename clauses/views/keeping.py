"""Keep a library: begin it, add a clause, word it anew, retire it, bring it back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from agencies.http import SignedInRequest
from clauses import access, operations
from clauses.forms import ClauseForm
from pages import notices
from reviews.access import Refused


@require_POST
def begin_library(request: SignedInRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    place = access.library_or_404(request.user, slug, today=today)
    try:
        made = operations.begin_library(
            library=place, today=today, by=request.user, at=timezone.now()
        )
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, f"The library begins with {len(made)} clauses. They are yours now.")
    return redirect("clauses:library", slug)


@require_http_methods(["GET", "POST"])
def add_clause(request: SignedInRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    place = access.library_or_404(request.user, slug, today=today)
    form = ClauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = operations.add_clause(
                library=place, **form.content(), today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The clause is kept.")
            return redirect(added)
    return render(request, "clauses/write.html", {"library": place, "form": form, "clause": None})


@require_http_methods(["GET", "POST"])
def change_clause(request: SignedInRequest, slug: str, clause_id: int) -> HttpResponse:
    today = timezone.localdate()
    clause = access.clause_or_404(request.user, slug, clause_id, today=today)
    standing = clause.wordings.current().get()
    form = ClauseForm(request.POST or None, changing=ClauseForm.initial_of(standing))
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_clause(
                clause=clause, **form.content(), today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The clause is worded anew. What it said before is kept.")
            return redirect(clause)
    context = {"library": clause.library, "form": form, "clause": clause}
    return render(request, "clauses/write.html", context)


@require_POST
def retire_clause(request: SignedInRequest, slug: str, clause_id: int) -> HttpResponse:
    today = timezone.localdate()
    clause = access.clause_or_404(request.user, slug, clause_id, today=today)
    try:
        operations.retire_clause(clause=clause, today=today, by=request.user, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, "The clause is retired. Terms that took it keep it.")
    return redirect(clause)


@require_POST
def bring_back_clause(request: SignedInRequest, slug: str, clause_id: int) -> HttpResponse:
    today = timezone.localdate()
    clause = access.clause_or_404(request.user, slug, clause_id, today=today)
    try:
        operations.bring_back_clause(clause=clause, today=today, by=request.user, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, "The clause is in use again.")
    return redirect(clause)
