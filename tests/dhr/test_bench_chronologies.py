"""The benchmark of chronologies runs on small ones. How fast it is, is for the machine to say."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from chronologies.models import ChronologyEntry, ChronologySubmission
from documents.models import Document
from reviews.models import Review


@pytest.mark.slow
@pytest.mark.django_db
def test_files_are_merged_and_kept_and_the_story_is_opened(settings, tmp_path):
    settings.DEMONSTRATION, settings.DATA_DIR = True, tmp_path
    small = {"agencies": 2, "rows": 30, "entries": 200, "times": 1, "paper": 950}
    call_command("bench_chronologies", fill_only=True, **small)
    tables = (ChronologySubmission, ChronologyEntry, Document)
    before = [table.objects.count() for table in tables]
    said = StringIO()

    call_command("bench_chronologies", stdout=said, **small)

    found = json.loads(said.getvalue())
    assert (found["merging"]["files"], found["merging"]["entries"]) == (2, 60)
    assert found["importing"]["rows"] == 200
    assert found["importing"]["ratio of reading"] > 0
    assert found["pages"]["entries"] >= 200
    for name in ("first page", "late leaf", "of one person", "with certain words"):
        assert found["pages"][name]["queries"] > 10
    assert (found["paper"]["parts"], found["paper"]["rows"]) == (2, 950)
    assert found["paper"]["ratio of parts to one piece"] > 0
    assert [table.objects.count() for table in tables] == before


@pytest.mark.django_db
def test_it_fills_no_database_that_is_not_its_own():
    with pytest.raises(CommandError, match="of its own"):
        call_command("bench_chronologies")
    assert not Review.objects.exists()
