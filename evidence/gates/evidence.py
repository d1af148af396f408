"""Whether every agency knows what is asked of it, and whether what was asked is in."""

from django.urls import reverse

from evidence.cycle import NOT_IN, TO_READ, ImrState
from evidence.gates.scoping import counted, listed
from evidence.models import EvidenceRequest, ReturnKind, ScopingReturn
from pages.parts import Blocker
from reviews.models import AgencyInvolvement, Review

# Where a report stands between the agency and the panel's acceptance, in words for one and several.
OUTSTANDING: tuple[tuple[str, frozenset[ImrState], str, str], ...] = (
    ("waiting", NOT_IN, "has not sent what was asked for", "have not sent what was asked for"),
    (
        "read",
        TO_READ,
        "has sent it, and the panel has not accepted it yet",
        "have sent it, and the panel has not accepted it yet",
    ),
    (
        "queried",
        frozenset({ImrState.QUERIED}),
        "has been asked questions about it",
        "have been asked questions about it",
    ),
)


def evidence_is_asked_for(review: Review) -> list[Blocker]:
    """Wait until it is decided what every agency sends; one with nothing to tell is decided."""
    undecided = [
        part.agency.name
        for part in review.involvements.filter(evidence_requests__isnull=True)
        .select_related("agency")
        .prefetch_related("scoping_returns")
        if has_something_to_tell(part)
    ]
    if not undecided:
        return []
    words = f"It is not decided what {counted(len(undecided)).lower()} should send"
    path = reverse("evidence:commission", args=[review.reference])
    return [Blocker(f"{words}: {listed(undecided)}.", path)]


def has_something_to_tell(part: AgencyInvolvement) -> bool:
    """Test whether an agency may know something: it has not said that there is nothing."""
    answers: list[ScopingReturn] = list(part.scoping_returns.all())
    return may_tell(answers[-1].return_kind if answers else None)


def may_tell(last_answer: str | None) -> bool:
    return last_answer is None or ReturnKind(last_answer).tells


def evidence_is_in(review: Review) -> list[Blocker]:
    """Wait until the panel has accepted every report that is asked for."""
    standing = (
        EvidenceRequest.objects.standing()
        .filter(involvement__review=review)
        .select_related("involvement__agency", "involvement__imr")
        .order_by("involvement__agency__name")
    )
    reports = [request.involvement for request in standing if request.asks.report]
    page = reverse("evidence:evidence", args=[review.reference])
    found = []
    for show, states, one, several in OUTSTANDING:
        names = [part.agency.name for part in reports if part.imr.state in states]
        if names:
            words = f"{counted(len(names))} {one if len(names) == 1 else several}"
            found.append(Blocker(f"{words}: {listed(names)}.", f"{page}?show={show}"))
    return found
