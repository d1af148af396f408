"""Material lent to the chair: whose eyes it is for, and that it goes back."""

from datetime import date

import pytest
from django.urls import reverse

from proceedings.models import Loan
from proceedings.queries.work import loans_to_end
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.proceedings import LoanFactory
from tests.factories.reviews import playing
from tests.panels.saying import day, text

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
BUNDLE = {
    "what": "The trial bundle",
    "owner": "Crown prosecution",
    "may_see": "RUNNERS",
    "conditions": "No copies",
    "ending": "RETURN",
    **day("lent_on", date(2026, 2, 2)),
    **day("due_on", date(2026, 3, 20)),
}


def path(name, review, *args):
    return reverse(f"proceedings:{name}", args=[review.reference, *args])


def test_it_is_recorded_remembered_and_goes_back(signed_in, officer, review):
    answer = signed_in.post(path("record-loan", review), BUNDLE, follow=True)
    assert "Return it by 20 March" in text(answer)
    [item] = loans_to_end(officer, TODAY)
    assert (item.what, item.due_on) == ("Return lent material 1", date(2026, 3, 20))

    later = {**BUNDLE, **day("due_on", date(2026, 6, 1))}
    signed_in.post(path("change-loan", review, 1), later)
    assert loans_to_end(officer, TODAY) == []  # not in the next four weeks

    ended = {"ended_as": "DESTROY", "ended_note": "Shredded, seen by two",
             **day("ended_on", TODAY)}  # fmt: skip
    answer = signed_in.post(path("end-loan", review, 1), ended, follow=True)
    assert "destroyed" in text(answer)
    assert "Shredded, seen by two" in text(answer)
    assert "ended already" in text(signed_in.post(path("end-loan", review, 1), ended))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (day("due_on", date(2026, 2, 1)), "on or after the day it was lent"),
        (day("lent_on", date(2026, 3, 3)), "The loan must be today or in the past"),
        ({"may_see": "WRITERS"}, "You are not among them."),
        ({"owner": ""}, "Say who lent it"),
    ],
)
def test_what_cannot_be_is_refused(signed_in, review, said, words):
    assert words in text(signed_in.post(path("record-loan", review), {**BUNDLE, **said}))
    assert not Loan.objects.exists()


def test_it_does_not_end_before_it_began(signed_in, review):
    LoanFactory(review=review)
    ended = {"ended_as": "RETURN", **day("ended_on", date(2026, 2, 1))}

    assert "on or after the day it was lent" in text(
        signed_in.post(path("end-loan", review, 1), ended)
    )


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.INDEPENDENT_CHAIR, {"Recordings", "Case summary", "Judge’s remarks"}),
        (Role.CSP_OFFICER, {"Case summary", "Judge’s remarks"}),
        (Role.PANEL_MEMBER, {"Judge’s remarks"}),
    ],
)
def test_each_sees_what_its_owner_lets_them_see(client, review, role, seen):
    for number, (what, may_see) in enumerate(
        [("Recordings", "WRITERS"), ("Case summary", "RUNNERS"), ("Judge’s remarks", "PANEL")], 1
    ):
        LoanFactory(review=review, number=number, what=what, may_see=may_see)
    person = playing(role, to=review)
    client.force_login(person)

    shown = text(client.get(path("loans", review)))

    assert {
        what for what in ("Recordings", "Case summary", "Judge’s remarks") if what in shown
    } == seen
    opened = client.get(path("change-loan", review, 1)).status_code
    assert opened == (200 if "Recordings" in seen else 404)
    due = loans_to_end(person, date(2026, 4, 2))
    assert len(due) == (0 if role == Role.PANEL_MEMBER else len(seen))


def test_numbers_go_on_from_loans_that_one_does_not_see(signed_in, review):
    LoanFactory(review=review, number=1, may_see="WRITERS")

    signed_in.post(path("record-loan", review), BUNDLE)

    assert sorted(review.loans.values_list("number", flat=True)) == [1, 2]


def test_it_still_goes_back_after_the_review_ended(signed_in, review):
    LoanFactory(review=review)
    review.stage = Stage.CONCLUDED
    review.save()
    ended = {"ended_as": "RETURN", **day("ended_on", TODAY)}

    signed_in.post(path("end-loan", review, 1), ended)

    assert review.loans.get().ended_on == TODAY
    assert "This review has ended" in text(
        signed_in.post(path("record-loan", review), BUNDLE, follow=True)
    )
