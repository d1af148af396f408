"""Six-month returns of the published review: asked for, one signed off, one sent back."""

from dhr.demonstration.report.teller import Teller
from outcomes.models import SixMonthReturn
from outcomes.operations.asking import ask_for_returns
from outcomes.operations.returns import Said, SignedBy, lines_to_answer, send_back, sign_off

SOON = 7  # days: what is due to be asked for within the week is there to be looked at
IN, ASKED = "Calderwick Constabulary", "Wychmere Adult Social Care"
ANSWERS = {IN: "Morwen Ashdale", ASKED: "Tobin Fairlea"}
QUESTION = "Which teams have not begun yet, and who has told them that they are to?"


def tell(teller: Teller) -> None:
    ask_for_returns(today=teller.clock.ahead(days=SOON), at=teller.clock.now)
    for agency, name in ANSWERS.items():
        for returned in SixMonthReturn.objects.filter(
            involvement__review=teller.review, involvement__agency__name=agency
        ):
            answer(teller, returned, name)
            if agency == ASKED:
                send_back(returned=returned, words=QUESTION, **teller.acting)


def answer(teller: Teller, returned: SixMonthReturn, name: str) -> None:
    """Enter what came by email: nothing is new."""
    said_on = teller.clock.ago(days=1)
    sign_off(
        returned=returned,
        said=[Said(line=line, on=said_on) for line in lines_to_answer(returned)],
        signed=SignedBy(full_name=name, job_title="Safeguarding lead", signed_off_on=said_on),
        provenance=teller.said(f"{name}, safeguarding lead", days=1),
        **teller.acting,
    )
