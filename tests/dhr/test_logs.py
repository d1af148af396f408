"""What stands in the log, and what does not."""

import logging

import pytest
from django.utils.module_loading import import_string


@pytest.fixture
def browser(client):
    client.raise_request_exception = False
    return client


def test_logs_go_to_the_console_and_nowhere_else(settings):
    """Where they go from there is for the platform: docs/asvs.md lists every log there is."""
    told = settings.LOGGING
    assert {name: one["class"] for name, one in told["handlers"].items()} == {
        "console": "logging.StreamHandler"
    }
    assert told["root"]["handlers"] == ["console"]
    assert [name for name, one in told["loggers"].items() if "handlers" in one] == []
    assert settings.ADMINS == settings.MANAGERS == []  # or faults would go out by email


@pytest.mark.django_db
@pytest.mark.urls("tests.dhr.urls")
def test_a_fault_is_logged_with_where_it_happened_and_not_shown(browser, caplog):
    answer = browser.get("/broken/")

    assert answer.status_code == 500
    assert b"nobody foresaw" not in answer.content
    assert b"Traceback" not in answer.content
    (logged,) = [one for one in caplog.records if one.levelno == logging.ERROR]
    assert logged.name == "django.request"
    assert "nobody foresaw" in str(logged.exc_info[1])


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/answer/{}/", "/agreement/{}/"])
def test_no_secret_of_a_link_stands_in_the_log(client, page, settings, caplog):
    secret = "xK9_w-" + "a1B2" * 10
    (kept_out,) = settings.LOGGING["handlers"]["console"]["filters"]
    caplog.handler.addFilter(import_string(settings.LOGGING["filters"][kept_out]["()"])())

    client.get(page.format(secret))

    assert "Not Found: /" in caplog.text
    assert secret not in caplog.text


@pytest.mark.django_db
def test_a_line_break_in_an_address_begins_no_line_of_its_own(client, caplog):
    client.get("/no-such-page%0A2026-01-01 INFO forged")

    assert "forged" in caplog.text
    assert [one for one in caplog.records if "\n" in one.getMessage()] == []
