from contextlib import nullcontext
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from documents.models import Route, provenance_constraint
from reviews.models import Decision


def entered(**given):
    return Decision(
        **{
            "received_via": Route.EMAIL,
            "on_behalf_of": "Sam Hill, chair of the partnership",
            "given_on": date(2026, 3, 2),
            **given,
        }
    )


@pytest.mark.parametrize(
    ("route", "source"),
    [
        (Route.EMAIL, "an email"),
        (Route.PHONE, "a telephone call"),
        (Route.POST, "a letter"),
        (Route.MEETING, "a meeting"),
    ],
)
def test_what_is_entered_for_somebody_says_so(route, source):
    assert entered(received_via=route).provenance == (
        f"Entered for Sam Hill, chair of the partnership from {source} of 2 March 2026."
    )


def test_an_original_is_mentioned():
    assert entered(original_id=7).provenance.endswith("; the original is attached.")


def test_who_enters_their_own_says_nothing():
    own = Decision()

    assert not own.is_on_behalf
    assert own.provenance == ""


class TestConstraint:
    @pytest.mark.parametrize(
        ("made", "holds"),
        [
            (entered(), True),
            (entered(original_id=7), True),
            (entered(on_behalf_of=None), False),
            (entered(given_on=None), False),
            (Decision(), True),
            (Decision(on_behalf_of="Sam Hill"), False),
            (Decision(given_on=date(2026, 3, 2)), False),
            (Decision(original_id=7), False),
        ],
    )
    def test_whoever_is_entered_for_is_named_with_the_day(self, made, holds, db):
        with nullcontext() if holds else pytest.raises(ValidationError):
            made.validate_constraints()


def test_the_constraint_is_named_after_the_model():
    assert provenance_constraint("decision") in Decision._meta.constraints
