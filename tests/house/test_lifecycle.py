"""The one table that moves a review, and what hangs on its rows."""

import re
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from audit.events import EVENTS
from reviews.lifecycle import LIFECYCLE, NEVER_PASSED
from reviews.models import Permission

ROOT = Path(settings.BASE_DIR)
WRITES_STAGE = re.compile(r"\.stage\s*=[^=]|update\([^)]*\bstage\s*=|setattr\([^)]*[\"']stage[\"']")


def test_every_gate_of_the_table_is_listed_and_every_listed_one_is_in_the_table():
    named = {gate for row in LIFECYCLE for gate in row.gates}
    listed = [path.rpartition(".")[2] for path in settings.REVIEW_GATES]
    assert len(listed) == len(set(listed))
    assert named == set(listed)


def test_every_dotted_path_of_the_settings_leads_to_a_function():
    facts = [path for paths in settings.CLOCK_FACTS.values() for path in paths]
    for path in [*settings.REVIEW_GATES, *settings.REVIEW_CARDS, *settings.REVIEW_TASKS, *facts]:
        assert callable(import_string(path)), path


def test_every_row_names_a_permission_that_exists():
    for row in LIFECYCLE:
        assert row.permission in Permission
        assert row.verb[0].isupper()


def test_the_gates_that_nobody_passes_are_few():
    assert {gate for row in LIFECYCLE for gate in row.gates} >= NEVER_PASSED
    assert len(NEVER_PASSED) <= 4


def test_only_the_stage_operations_write_the_stage_of_a_review():
    writers = {
        str(path.relative_to(ROOT))
        for package in (
            "reviews",
            "clauses",
            "panels",
            "proceedings",
            "availability",
            "families",
            "evidence",
            "replies",
            "questions",
            "decisions",
            "chronologies",
            "composite",
            "publications",
            "postoffice",
            "outcomes",
            "learning",
            "letters",
            "dhr",
        )
        for path in (ROOT / package).rglob("*.py")
        if "migrations" not in path.parts and WRITES_STAGE.search(path.read_text())
    }
    assert writers == {"reviews/operations/stages.py"}


def test_every_event_that_is_recorded_has_a_sentence():
    recorded = set()
    for path in ROOT.glob("*/**/*.py"):
        if not {"tests", ".runtime", ".data", "migrations"} & set(path.relative_to(ROOT).parts):
            recorded |= set(re.findall(r"trail\.record\(\s*\"([\w.]+)\"", path.read_text()))
    assert recorded <= EVENTS.keys()
