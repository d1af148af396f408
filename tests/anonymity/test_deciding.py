"""What is found is decided on, with a reason, for many at once where that is right."""

import pytest
from django.urls import reverse
from django.utils import timezone

from anonymity.models import DecisionChoice, IdentifierDecision
from anonymity.operations.deciding import decide, take_back
from anonymity.queries.findings import findings_of
from reviews.access import Refused
from tests.factories.anonymity import (
    IdentifierCheckFactory,
    IdentifierDecisionFactory,
    found,
)

pytestmark = pytest.mark.django_db
ACCEPT, NOBODY = DecisionChoice.ACCEPT, DecisionChoice.NOT_AN_IDENTIFIER


def decided(check, by, *, numbers=(1,), choice=ACCEPT, reason="The court named it."):
    return decide(
        check=check, numbers=numbers, choice=choice, reason=reason, by=by, at=timezone.now()
    )


def url(check, policy="true_names"):
    return reverse("anonymity:group", args=[check.review.reference, check.pk, policy])


def test_what_gives_somebody_away_cannot_stay(review, officer):
    check = IdentifierCheckFactory(review=review, found=[found()])
    with pytest.raises(Refused, match="cannot stay"):
        decided(check, officer)
    assert findings_of(check).left == 1


def test_that_cannot_even_be_chosen_on_the_page(review, officer, client):
    check = IdentifierCheckFactory(review=review, found=[found()])
    client.force_login(officer)
    page = client.get(url(check)).content.decode()
    assert "It identifies nobody" in page
    assert "It stays" not in page


def test_what_identifies_nobody_is_remembered_for_the_review(review, officer):
    first = IdentifierCheckFactory(
        review=review, found=[found(words="Rose", after=" garden was visited.")]
    )
    assert decided(first, officer, choice=NOBODY, reason="A flower.") == 1
    later = IdentifierCheckFactory(
        review=review,
        found=[found(words="rose", before="Another ", after=" was planted."), found(2)],
    )
    assert [one.is_left for one in findings_of(later).shown] == [False, True]


@pytest.mark.parametrize(
    "words", ["Oriel Vantongren", "ORIEL  vantongren"], ids=["as it is", "in other letters"]
)
def test_the_whole_name_of_somebody_never_identifies_nobody(review, officer, client, words):
    check = IdentifierCheckFactory(review=review, found=[found(words=words)])
    client.force_login(officer)
    sent = {"chosen": ["1"], "choice": NOBODY, "reason": "A namesake."}
    assert "whole name" in client.post(url(check), sent).content.decode()
    assert not IdentifierDecision.objects.exists()


def test_a_single_name_may_be_an_ordinary_word(review, officer):
    check = IdentifierCheckFactory(review=review, found=[found(words="Oriel", severity=2)])
    assert decided(check, officer, choice=NOBODY, reason="A kind of window.") == 1


def test_a_finding_is_decided_under_its_own_heading_alone(review, officer, client):
    check = IdentifierCheckFactory(
        review=review, found=[found(), found(2, policy="schools", severity=2)]
    )
    client.force_login(officer)
    sent = {"chosen": ["1"], "choice": NOBODY, "reason": "A shop."}
    page = client.post(url(check, "schools"), sent).content.decode()
    assert "Tick what you decide on" in page


def test_it_is_not_remembered_for_another_review(review, officer):
    decided(IdentifierCheckFactory(review=review, found=[found()]), officer, choice=NOBODY)
    other = IdentifierCheckFactory(found=[found()])
    assert findings_of(other).left == 1


def test_what_stays_stays_in_its_own_sentence(review, officer):
    exact = {"severity": 3, "policy": "dates_to_the_day", "words": "4 May 2026"}
    check = IdentifierCheckFactory(review=review, found=[found(**exact)])
    decided(check, officer)
    again = IdentifierCheckFactory(
        review=review, found=[found(**exact), found(2, **exact, after=" he was told.")]
    )
    assert [one.is_left for one in findings_of(again).shown] == [False, True]


def test_one_decision_serves_many_and_all_on_other_pages(review, officer, client):
    many = [
        found(n, severity=3, policy="dates_to_the_day", before=f"Call {n} on ", words="4 May 2026")
        for n in range(1, 61)
    ]
    check = IdentifierCheckFactory(review=review, found=many)
    client.force_login(officer)
    page = url(check, "dates_to_the_day")
    assert client.get(page).content.decode().count('name="chosen"') == 50
    client.post(page, {"all_of_them": "on", "choice": ACCEPT, "reason": "Said in open court."})
    assert findings_of(check).left == 0
    assert IdentifierDecision.objects.count() == 60


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"choice": NOBODY, "reason": "A shop."}, "Tick what you decide on"),
        ({"chosen": ["1"], "choice": NOBODY, "reason": " "}, "Say why"),
        ({"chosen": ["1"], "choice": NOBODY, "reason": " \u200b\u200f "}, "Say why"),
        ({"chosen": ["1"], "reason": "A shop."}, "Say what you decide"),
        ({"chosen": ["99"], "choice": NOBODY, "reason": "A shop."}, "Tick what you decide on"),
        ({"chosen": ["1"], "choice": "REPLACED", "reason": "Done."}, "Error:"),
    ],
)
def test_half_a_decision_is_none_and_says_what_is_missing(review, officer, client, sent, said):
    check = IdentifierCheckFactory(review=review, found=[found()])
    client.force_login(officer)
    assert said in client.post(url(check), sent).content.decode()
    assert not IdentifierDecision.objects.exists()


def test_by_command_too_only_what_lets_stand_is_a_choice(review, officer):
    check = IdentifierCheckFactory(review=review, found=[found()])
    with pytest.raises(Refused, match="Say what you decide"):
        decided(check, officer, choice=DecisionChoice.REPLACED)


def test_a_check_that_runs_has_nothing_to_decide(review, officer):
    check = IdentifierCheckFactory(review=review, waiting=True)
    with pytest.raises(Refused, match="not checked yet"):
        decided(check, officer)


def test_the_page_says_how_much_is_left_of_what(review, officer, client):
    policies = {2: "schools", 3: "dates_to_the_day", 4: "structure"}
    check = IdentifierCheckFactory(
        review=review,
        found=[found(n, severity=s, policy=p) for n, (s, p) in enumerate(policies.items(), 1)],
    )
    client.force_login(officer)
    page = client.get(check.get_absolute_url()).content.decode()
    assert "Not yet: 1 to look at, 1 by policy, 1 slip." in page
    for number in (1, 2, 3):
        decided(check, officer, numbers=[number])
    page = client.get(check.get_absolute_url()).content.decode()
    assert "Everything that was found is decided. It can be certified." in page


def test_where_nothing_was_found_somebody_still_has_to_read_it(review, officer, client):
    check = IdentifierCheckFactory(review=review)
    client.force_login(officer)
    page = client.get(check.get_absolute_url()).content.decode()
    assert "Nothing was found. It still has to be certified" in page
    assert "Certify" in page


def test_a_decision_taken_back_opens_what_it_let_stand(review, officer, client):
    check = IdentifierCheckFactory(review=review, found=[found()])
    decided(check, officer, choice=NOBODY)
    client.force_login(officer)
    listed = reverse("anonymity:decisions", args=[review.reference])
    assert "Vantongren" in client.get(listed).content.decode()
    take_back(decision=IdentifierDecision.objects.get(), by=officer, at=timezone.now())
    assert findings_of(check).left == 1
    assert "Nothing is decided" in client.get(listed).content.decode()


def test_taking_it_back_twice_is_said_and_harmless(review, officer, client):
    decision = IdentifierDecisionFactory(review=review)
    client.force_login(officer)
    again = reverse("anonymity:take-back", args=[review.reference, decision.pk])
    client.post(again)
    assert "taken back already" in client.post(again, follow=True).content.decode()
