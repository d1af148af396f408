"""What another body holds back is said where the thing is done: why, and who can lift it."""

import pytest

from evidence.rules.imr_writing import check_interviews
from panels.gates import nothing_holds_publication_back
from panels.models import ProcessEffect
from panels.rules.holding_back import check_nothing_holds_back, what_holds_back
from reviews import gates
from reviews.access import Refused
from reviews.lifecycle import LIFECYCLE, Stage
from tests.factories.evidence import ImrFactory

pytestmark = pytest.mark.django_db
WORDS = (
    "Criminal investigation or trial holds back publication: The trial is to come. "
    "Who can lift it: The senior investigating officer."
)


def test_publication_waits_until_it_is_lifted(review, process):
    assert [one.words for one in nothing_holds_publication_back(review)] == [WORDS]
    with pytest.raises(Refused, match="The senior investigating officer"):
        check_nothing_holds_back(review, ProcessEffect.PUBLICATION)

    review.parallel_processes.update(holds_back_publication=False)

    assert nothing_holds_publication_back(review) == []
    check_nothing_holds_back(review, ProcessEffect.PUBLICATION)
    row = LIFECYCLE.find(Stage.PRE_PUBLICATION, Stage.PUBLISHED)
    assert "nothing_holds_publication_back" in row.gates
    assert "nothing_holds_publication_back" in gates.listed()


def test_one_that_is_recorded_without_a_reason_says_what_it_can(review, process):
    review.parallel_processes.update(held_back_why="", may_lift="")

    assert what_holds_back(review, ProcessEffect.PUBLICATION) == [
        "Criminal investigation or trial holds back publication."
    ]


def test_interviews_with_staff_wait_for_what_the_police_say(review, process):
    imr = ImrFactory(involvement__review=review)
    spoken = {"staff_interviewed": "Two nurses", "interviews_cleared": " "}
    check_interviews(imr, spoken)  # only publication is held back

    review.parallel_processes.update(holds_back_interviews=True)

    with pytest.raises(Refused, match="holds back interviews with staff") as refused:
        check_interviews(imr, spoken)
    assert refused.value.field == "interviews_cleared"
    check_interviews(imr, {**spoken, "interviews_cleared": "The officer agreed on 1 March"})
    check_interviews(imr, {**spoken, "staff_interviewed": ""})
    check_interviews(imr, {"records_read": "All"})
