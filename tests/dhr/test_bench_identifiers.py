"""`bench --identifiers`: how long a report of a hundred pages is looked through."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from dhr.management.commands import bench_identifiers


def bench(**options):
    said, told = StringIO(), StringIO()
    call_command("bench_identifiers", words=600, stdout=said, stderr=told, **options)
    return said.getvalue(), told.getvalue()


def test_seconds_words_and_findings_are_said_and_each_check_as_it_looks():
    said, told = bench()
    assert "words" in said
    assert "findings" in said
    assert "True names" in told
    outcome = json.loads(bench(json=True)[0])
    assert outcome["words"] >= 600
    assert outcome["findings"] > 0


def test_one_that_takes_too_long_is_a_failure(monkeypatch):
    monkeypatch.setattr(bench_identifiers, "SECONDS", 0)
    with pytest.raises(SystemExit):
        bench()
