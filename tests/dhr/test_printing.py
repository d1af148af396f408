"""Documents printed from the code say what the code says, and the check notices when not."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from dhr import printing
from reviews.lifecycle import LIFECYCLE, Stage
from reviews.models import Permission


def test_the_lifecycle_is_printed_row_by_row():
    text = printing.review_states()
    assert all(row.verb in text for row in LIFECYCLE)
    assert text.count(" --> ") >= len(LIFECYCLE.transitions)
    assert all(stage.label in text for stage in Stage)


def test_the_matrix_has_a_row_for_each_permission():
    text = printing.access_matrix()
    assert all(permission.label in text for permission in Permission)
    assert "●" in text
    assert "○" in text


def test_the_clock_is_printed_regime_by_regime_with_its_reminders():
    printed = printing.deadlines()
    assert "## Domestic abuse related death review" in printed
    assert "14 days after the start" in printed
    assert "on the day, to those above as well" in printed
    assert "30 days before it is due" in printed
    assert "then every 7 days" in printed
    assert "no figure" in printed


def test_a_document_that_differs_is_told_and_then_printed(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    out = StringIO()
    with pytest.raises(CommandError, match=r"Out of date: docs/states/review\.md"):
        call_command("print_docs", "--check", stdout=out)
    assert "# The stages of a review" in out.getvalue()
    call_command("print_docs", stdout=out)
    assert (tmp_path / "docs" / "access.md").exists()
    call_command("print_docs", "--check", stdout=out)
