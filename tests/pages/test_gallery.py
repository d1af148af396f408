"""The gallery, and with it the frame of every page."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client

from pages.gallery import GalleryForm
from tests.pages.reading import Html

pytestmark = [pytest.mark.urls("tests.pages.urls"), pytest.mark.django_db]


@pytest.fixture
def gallery(client: Client) -> Html:
    answer = client.get("/components/")
    assert answer.status_code == 200
    return Html(answer.content.decode())


def test_the_gallery_shows_who_is_there_and_lets_them_out(gallery):
    assert "Anna Okafor" in gallery.text
    assert "OFFICIAL-SENSITIVE" in gallery.text
    assert gallery.find("form", action="/accounts/sign-out/")["method"] == "post"
    assert gallery.find("details").text.startswith("CSP officer, Eastmere Partnership")


def test_no_two_elements_share_an_id(gallery):
    ids = [element["id"] for element in gallery.elements if "id" in element.attrs]
    assert sorted(ids) == sorted(set(ids))


def test_every_reference_inside_the_page_leads_somewhere(gallery):
    ids = {element.get("id") for element in gallery.elements}
    for element in gallery.elements:
        for name in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
            assert set((element.get(name) or "").split()) <= ids, element


def test_nothing_on_the_page_needs_an_inline_script_or_style(gallery):
    assert not gallery.all("style")
    assert not [e for e in gallery.elements if "style" in e.attrs]
    assert all(script["src"] for script in gallery.all("script"))


def page_with(form: GalleryForm) -> Html:
    request = HttpRequest()
    request.user = AnonymousUser()
    said = {"single_sign_on": "", "next": ""}
    return Html(render_to_string("accounts/sign_in.html", {**said, "form": form}, request))


def test_the_title_says_when_something_is_wrong(settings):
    first, again = (page_with(form).find("title").text for form in (GalleryForm(), GalleryForm({})))
    assert first.startswith("Sign in")
    assert first.endswith(settings.PRODUCT_NAME)
    assert again == f"Error: {first}"


def test_nobody_signed_in_sees_no_marking_and_no_way_out():
    page = page_with(GalleryForm())
    assert "OFFICIAL-SENSITIVE" not in page.text
    assert "Sign out" not in page.text


def test_a_demonstration_says_so(settings):
    assert "everything here is invented" not in page_with(GalleryForm()).text
    settings.DEMONSTRATION = True
    assert "everything here is invented" in page_with(GalleryForm()).text


def test_a_public_page_has_no_script_and_no_token():
    page = Html(render_to_string("errors/500.html", {"product_name": "Reviews"}))
    assert not page.all("script")
    assert not page.all("input", name="csrfmiddlewaretoken")
    assert "hx-headers" not in page.source
