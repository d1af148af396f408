"""A review set up by script: everything in one go, or nothing, with every fault named."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from agencies.models import Agency, CommunitySafetyPartnership
from reviews.lifecycle import Stage
from reviews.models import Review
from reviews.operations.set_up import free_prefix
from reviews.readers.notification import CannotRead, read
from tests.factories.agencies import CommunitySafetyPartnershipFactory, PostFactory

LEAST = {
    "reference": "NS-DHR-4",
    "partnership": "Northside",
    "notified_on": "2026-01-05",
    "agencies": [{"slug": "riverbank", "name": "Riverbank Housing", "kind": "housing"}],
}
WHOLE = {
    **LEAST,
    "notified_by": "Northshire Police",
    "incident_on": None,
    "died_on": "2026-01-02",
    "period_from": "2021-01-01",
    "period_to": "2026-01-02",
    "people": [
        {
            "role": "victim",
            "true_name": "Ann Invented",
            "aliases": ["Annie"],
            "born_on": "1980-05-01",
            "pseudonym": "Maris",
        },
        {"role": "perpetrator", "true_name": "Bob Invented", "aliases": None},
    ],
    "stage": "drafting",
    "events": [
        {"event": "Commissioned", "on": "2026-01-20", "note": ""},
        {"event": "First panel meeting", "on": "2026-02-01", "note": "By video"},
        {"event": "terms agreed by letter", "on": None},
    ],
}


def run(document, *args, monkeypatch):
    given = document if isinstance(document, str) else json.dumps(document)
    monkeypatch.setattr("sys.stdin", StringIO(given))
    out = StringIO()
    call_command("open_review", *args, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
class TestCommand:
    def test_the_least_is_left_collecting_evidence(self, monkeypatch):
        printed = json.loads(run(LEAST, "--json", monkeypatch=monkeypatch))
        assert printed == {"review": "NS-DHR-4", "agencies": ["riverbank"]}
        review = Review.objects.get()
        assert review.stage == Stage.EVIDENCE
        assert review.adopted_reason == "Set up by script"
        assert review.partnership.name == "Northside"

    def test_a_running_review_is_taken_over_with_its_true_days(self, monkeypatch):
        assert "with 1 agencies" in run(WHOLE, monkeypatch=monkeypatch)
        review = Review.objects.get()
        assert review.stage == Stage.DRAFTING
        assert review.died_on == date(2026, 1, 2)
        assert review.people.get(role="VICTIM").aliases == ["Annie"]
        assert review.moves.get(to_stage=Stage.COMMISSIONED).moved_on == date(2026, 1, 20)
        assert [step.note for step in review.earlier_steps.all()] == ["By video", ""]

    def test_agencies_and_partnerships_that_are_known_are_used(self, monkeypatch):
        known = CommunitySafetyPartnershipFactory(name="Northside")
        run(LEAST, monkeypatch=monkeypatch)
        run({**LEAST, "reference": "NS-DHR-5"}, monkeypatch=monkeypatch)
        assert Agency.objects.count() == 1
        assert {review.partnership for review in Review.objects.all()} == {known}

    def test_it_is_done_as_a_person_under_that_persons_rights(self, monkeypatch):
        post = PostFactory(partnership__name="Northside")
        run(LEAST, "--as", post.user.email, monkeypatch=monkeypatch)
        assert Review.objects.get().recorded_by == post.user
        other = PostFactory()
        with pytest.raises(CommandError, match="Only a CSP officer"):
            run(
                {**LEAST, "reference": "NS-DHR-5"},
                "--as",
                other.user.email,
                monkeypatch=monkeypatch,
            )

    @pytest.mark.parametrize(
        ("changed", "words"),
        [
            ({"died_on": "2026-01-06"}, "died_on: The death must be on or before"),
            ({"reference": "ann"}, "reference: A reference is"),
            ({"colour": "red"}, "unknown key 'colour'. Allowed: reference"),
            ({"died_on": "2026-02-31"}, "died_on must be a real date"),
        ],
    )
    def test_nothing_is_created_where_anything_is_wrong(self, monkeypatch, changed, words):
        with pytest.raises(CommandError, match=words):
            run({**LEAST, **changed}, monkeypatch=monkeypatch)
        assert not Review.objects.exists()
        assert not Agency.objects.exists()
        assert not CommunitySafetyPartnership.objects.exists()

    def test_what_is_no_json_is_told(self, monkeypatch):
        with pytest.raises(CommandError, match="is not JSON"):
            run("{", monkeypatch=monkeypatch)

    def test_two_partnerships_of_one_beginning_get_prefixes_of_their_own(self):
        assert free_prefix("northside-east") == "NORTHSI"
        CommunitySafetyPartnershipFactory(reference_prefix="NORTHSI")
        assert free_prefix("northside-west") == "NORTHSI2"


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"reference": ""}, "reference is required."),
        ({"agencies": []}, "agencies is required."),
        ({"agencies": "all"}, "agencies must be a list."),
        ({"agencies": ["one"]}, "agencies[0] must be an object with: slug, name, kind."),
        ({"agencies": [{"slug": "a", "kind": "gp"}]}, "agencies[0].name is required."),
        ({"agencies": [{"slug": "a", "name": "A"}]}, "agencies[0].kind is required."),
        ({"people": [{"role": "victim"}]}, "people[0].true_name is required."),
        (
            {"people": [{"role": "victim", "true_name": "A", "aliases": "B"}]},
            "people[0].aliases must be a list of names.",
        ),
        ({"events": [{"on": "2026-01-01"}]}, "events[0].event is required."),
        ({"partnership": 7}, "partnership must be text."),
        ({"notified_on": 20260105}, "notified_on must be a real date such as 2026-03-12"),
        ({"agencies": [*LEAST["agencies"], *LEAST["agencies"]]}, "more than once"),
    ],
)
def test_each_fault_is_named_by_its_place(changed, fault):
    with pytest.raises(CannotRead) as refusal:
        read({**LEAST, **changed})
    assert any(fault in found for found in refusal.value.faults)


@pytest.mark.parametrize(
    ("changed", "allowed"),
    [
        ({"agencies": [{"slug": "a", "name": "A", "kind": "wizard"}]}, "police, ambulance"),
        ({"people": [{"role": "hero", "true_name": "A"}]}, "victim, perpetrator"),
        ({"people": [{"role": 3, "true_name": "A"}]}, "victim, perpetrator"),
        ({"stage": "lost"}, "notified, decision-pending"),
        ({"stage": 4}, "notified, decision-pending"),
    ],
)
def test_a_wrong_slug_is_answered_with_those_allowed(changed, allowed):
    with pytest.raises(CannotRead, match=allowed):
        read({**LEAST, **changed})


def test_all_faults_are_told_at_once():
    with pytest.raises(CannotRead) as refusal:
        read({"colour": "red"})
    assert len(refusal.value.faults) == 5


def test_what_is_no_object_is_told():
    with pytest.raises(CannotRead, match="The set-up must be an object"):
        read([])


def test_slugs_are_read_in_any_case():
    found = read({**LEAST, "stage": "TOR_AGREED"})
    assert found.stage == Stage.TOR_AGREED
