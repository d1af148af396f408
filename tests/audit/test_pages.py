"""The trail calls every page by plain words."""

import re

import pytest
from django.urls import get_resolver

from audit.events import EVENTS
from audit.models import AuditEvent
from audit.presenters.lookup import sentence
from audit.presenters.pages import PAGES, words_for

WITHOUT_WORDS = {"healthz", "components"}  # for machines, and for whoever builds the product


def every_route():
    for group in get_resolver().url_patterns:
        app = getattr(group, "namespace", None)
        for pattern in getattr(group, "url_patterns", [group]):
            yield f"{app}:{pattern.name}" if app else pattern.name


def test_every_page_has_words():
    called = {f"{app}:{page}" for app, pages in PAGES.items() for page in pages}
    missing = set(every_route()) - WITHOUT_WORDS - called
    assert not missing, "audit/presenters/pages/ says what each page is called in the trail"


@pytest.mark.parametrize("words", [words for pages in PAGES.values() for words in pages.values()])
def test_they_are_words_and_no_name_of_an_address(words):
    assert not re.search(r"[_:]|\bimr\b|\w-(file|task|part)\b", words)
    assert words[0].islower() or words.startswith(("Home Office",))


@pytest.mark.parametrize(
    ("event", "route", "said"),
    [
        ("access.refused", "evidence:imr-version", " (a version of an agency's report)"),
        ("document.downloaded", "actionplans:plan-file", " (the action plan as a file)"),
        ("access.refused", "evidence:a-page-of-long-ago", ""),
        ("access.refused", "nonsense", ""),
    ],
)
def test_a_line_says_what_was_refused_or_taken(event, route, said):
    line = sentence(AuditEvent(event=event, subjects={"route": route}))
    assert line == EVENTS[event] + said


def test_a_page_that_is_gone_is_called_nothing():
    assert words_for("evidence:a-page-of-long-ago") == ""
