"""What somebody sees who cannot go on."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import Client

from pages import errors
from tests.pages.reading import Html

pytestmark = [pytest.mark.urls("tests.pages.urls"), pytest.mark.django_db]


@pytest.fixture
def browser(client: Client) -> Client:
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize(
    ("handler", "status", "heading"),
    [
        ("bad_request", 400, "We could not read that"),
        ("forbidden", 403, "This is not open to you"),
        ("not_found", 404, "Page not found"),
    ],
)
def test_a_refusal_is_a_page(handler, status, heading, rf, settings):
    request = rf.get("/nowhere/")
    request.user = AnonymousUser()
    answer = getattr(errors, handler)(request, ValueError())
    page = Html(answer.content.decode())
    assert answer.status_code == status
    assert page.find("h1").text == heading
    assert page.find("title").text.endswith(settings.PRODUCT_NAME)


def test_an_unknown_address_says_so(browser):
    answer = browser.get("/nowhere/")
    assert answer.status_code == 404
    assert Html(answer.content.decode()).find("h1").text == "Page not found"


def test_a_fault_of_ours_is_called_that(browser, caplog):
    answer = browser.get("/broken/")
    assert answer.status_code == 500
    assert "This is our fault, not yours" in answer.content.decode()


def test_a_form_without_its_token_says_what_to_do():
    answer = Client(enforce_csrf_checks=True).post("/only-a-form/")
    assert answer.status_code == 403
    assert Html(answer.content.decode()).find("h1").text == "This form is out of date"


def test_a_form_without_its_token_gives_back_what_was_typed_on_our_own_page():
    browser = Client(enforce_csrf_checks=True)
    typed = {"answer": "A long account, <b>typed</b> for an hour.", "password": "S" * 40}
    answer = browser.post("/only-a-form/", typed, headers={"origin": "http://testserver"})
    said = answer.content.decode()
    assert "A long account, &lt;b&gt;typed&lt;/b&gt; for an hour." in said
    assert "S" * 40 not in said
    foreign = browser.post("/only-a-form/", typed, headers={"origin": "http://elsewhere.test"})
    assert "A long account" not in foreign.content.decode()


def test_an_address_for_forms_only_shows_a_page(browser):
    answer = browser.get("/only-a-form/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert Html(answer.content.decode()).find("h1").text == "There is nothing to show here"


def test_a_refusal_is_shown_in_its_own_words(rf):
    request = rf.get("/")
    request.user = AnonymousUser()
    words = "The chair has not released this agency's chronology."
    page = Html(render_to_string("errors/refused.html", {"refusal": words}, request))
    assert f"This cannot be done now {words} Nothing was changed." in page.find("main").text


def test_head_is_answered_like_get_without_a_body(browser):
    asked, shown = browser.head("/only-a-page/"), browser.get("/only-a-page/")
    assert (asked.status_code, asked.content) == (200, b"")
    assert shown.content == b"A page"
    assert asked.headers == shown.headers
    assert browser.head("/only-a-form/").status_code == 405
