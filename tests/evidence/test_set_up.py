"""A review set up by script is left with its agencies commissioned."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from evidence.models import EvidenceRequest, Tier
from messaging.models import Message
from reviews.models import Review

pytestmark = pytest.mark.django_db

NOTIFICATION = {
    "reference": "AB-DHR-7",
    "partnership": "Northside",
    "notified_on": "2026-01-05",
    "agencies": [
        {"slug": "alder", "name": "Alder Trust", "kind": "acute"},
        {"slug": "birch", "name": "Birch Police", "kind": "police"},
    ],
}


def open_review(monkeypatch, **known):
    monkeypatch.setattr("sys.stdin", StringIO(json.dumps({**NOTIFICATION, **known})))
    out = StringIO()
    call_command("open_review", json=True, stdout=out)
    return json.loads(out.getvalue())


def test_its_agencies_are_asked_for_imr_and_chronology(monkeypatch):
    assert open_review(monkeypatch) == {"review": "AB-DHR-7", "agencies": ["alder", "birch"]}
    review = Review.objects.get()
    assert review.stage == "EVIDENCE"
    requests = EvidenceRequest.objects.filter(involvement__review=review)
    assert {row.tier for row in requests} == {Tier.IMR_AND_CHRONOLOGY}
    assert {row.told_otherwise for row in requests} == {"Set up by script"}
    assert all(row.involvement.imr.state == "REQUESTED" for row in requests)
    assert not Message.objects.exists()


def test_at_a_stage_of_its_own_nothing_is_asked(monkeypatch):
    open_review(monkeypatch, stage="DRAFTING")
    assert not EvidenceRequest.objects.exists()


def test_nothing_is_kept_where_something_is_wrong(monkeypatch):
    def refuse(**known):
        raise CommandError("no")

    monkeypatch.setattr("evidence.operations.set_up.ask_for_evidence", refuse)
    with pytest.raises(CommandError):
        open_review(monkeypatch)
    assert not Review.objects.exists()
