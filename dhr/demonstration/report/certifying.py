"""What was to be published is checked, decided on by the officer, and certified by two chairs."""

from django.db import transaction

from anonymity.checking.kept import Found
from anonymity.models import DecisionChoice, Destination, IdentifierCheck
from anonymity.operations.asking import ask_for_check
from anonymity.operations.certifying import certify, sign
from anonymity.operations.checking import check_papers
from anonymity.operations.deciding import decide
from anonymity.queries.findings import findings_of
from dhr.demonstration import people
from dhr.demonstration.report.teller import Teller

KEPT = "The panel weighed it: readers need it to follow what happened, and it leads to nobody."
NOBODY = "Looked up: it is the name of nobody in this review."


def certify_publication(teller: Teller) -> None:
    with transaction.atomic():  # until it ends no worker sees what is asked for
        check = ask_for_check(review=teller.review, subject="publication", **teller.entering)
        check_papers(check_id=check.pk, clock=lambda: teller.clock.now)
    check.refresh_from_db()
    for group in findings_of(check).groups:
        settle(teller, check, [one.found for one in group.shown if one.is_left])
    csp_chair = people.user(people.CHAIR)
    begun = certify(
        check=check, destination=Destination.PUBLICATION, by=teller.chair, at=teller.clock.now
    )
    sign(certificate=begun, by=csp_chair, at=teller.clock.now)


def settle(teller: Teller, check: IdentifierCheck, left: list[Found]) -> None:
    """Say of what stops that it identifies nobody, and let the rest stay where it is."""
    for stops in (True, False):
        numbers = [one.number for one in left if one.stops is stops]
        if numbers:
            decide(
                check=check,
                numbers=numbers,
                choice=DecisionChoice.NOT_AN_IDENTIFIER if stops else DecisionChoice.ACCEPT,
                reason=NOBODY if stops else KEPT,
                **teller.entering,
            )
