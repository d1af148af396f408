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


def test_lengths_are_said_in_words():
    assert printing.length(1, 0) == "1 month"
    assert printing.length(6, 2) == "6 months and 2 days"
    assert "D11" in printing.deadlines()


def test_a_document_that_differs_is_told_and_then_printed(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    out = StringIO()
    with pytest.raises(CommandError, match=r"Out of date: docs/states/review\.md"):
        call_command("print_docs", "--check", stdout=out)
    assert "# The stages of a review" in out.getvalue()
    call_command("print_docs", stdout=out)
    assert (tmp_path / "docs" / "access.md").exists()
    call_command("print_docs", "--check", stdout=out)
