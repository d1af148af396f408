"""What browsers are told: as the app answers on this machine, and as it does behind https."""

import json
import os
import re
import subprocess
import urllib.request
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from run import commands
from run.packages import ROOT
from tests.house.test_compose import SERVICES
from tests.live import running_app
from tests.privacy.keyrings import ring

GIVEN = {
    "SECRET_KEY": "a long and random string of fifty letters and more, as DEVELOPERS.md says",
    "FIELD_KEYS": ring("k1"),
    "WEB_PASSWORD": "web",
    "BASE_URL": "https://dhr.example",
    "ALLOWED_HOSTS": "dhr.example",
}
POLICY = {
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}


def production(tmp_path, **given):
    """Return the environment of the web service, as docker compose fills it in."""

    def fill(text):
        return re.sub(
            r"\$\{(\w+)(?::([-?])([^}]*))?\}",
            lambda found: {**GIVEN, **given}.get(found[1]) or (found[3] if found[2] == "-" else ""),
            str(text),
        )

    told = {name: fill(value) for name, value in SERVICES["web"]["environment"].items()}
    return {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), **told}


def manage(env, *arguments):
    return subprocess.run(
        commands.here(("python", "manage.py"), *arguments),
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )


@pytest.mark.slow
class TestProduction:
    def test_no_check_of_a_deployment_finds_anything(self, tmp_path):
        done = manage(production(tmp_path), "check", "--deploy", "--fail-level=WARNING")

        assert done.returncode == 0, done.stderr
        assert "no issues" in done.stdout

    @pytest.mark.parametrize("keys", ["", "k1:short"])
    def test_it_does_not_start_without_a_key_for_what_identifies_people(self, tmp_path, keys):
        done = manage({**production(tmp_path), "FIELD_KEYS": keys}, "check")

        assert done.returncode != 0
        assert "FIELD_KEYS" in done.stderr.strip().splitlines()[-1]
        assert "short" not in done.stderr


@pytest.fixture(scope="module")
def behind_https():
    with running_app(BASE_URL="https://dhr.example", ALLOWED_HOSTS="dhr.example,127.0.0.1") as app:
        yield app


def ask(app, path="/", **headers):
    door = HTTPConnection(urlsplit(app.url).netloc, timeout=30)
    try:
        door.request("GET", path, headers={"Host": "dhr.example", **headers})
        answer = door.getresponse()
        answer.read()
        return answer
    finally:
        door.close()


def over_https(app, path):
    return ask(app, path, **{"X-Forwarded-Proto": "https"})


@pytest.mark.slow
class TestBehindHttps:
    def test_who_asks_without_it_is_sent_there(self, behind_https):
        answer = ask(behind_https, "/sign-in/")

        assert (answer.status, answer.headers["Location"]) == (301, "https://dhr.example/sign-in/")

    def test_browsers_remember_it_for_a_year(self, behind_https):
        told = over_https(behind_https, "/sign-in/").headers["Strict-Transport-Security"]

        assert told == "max-age=31536000; includeSubDomains; preload"

    def test_every_cookie_is_for_this_host_alone(self, behind_https):
        cookies = over_https(behind_https, "/sign-in/").headers.get_all("Set-Cookie")

        assert cookies
        for cookie in cookies:
            assert cookie.startswith("__Host-")
            assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))

    def test_no_cookie_is_named_otherwise(self, behind_https):
        code = (
            "import json; from django.conf import settings; from pages.notices import NoticeCookie;"
            "print(json.dumps([settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME,"
            " NoticeCookie.cookie_name, settings.SESSION_COOKIE_SECURE,"
            " settings.SESSION_COOKIE_HTTPONLY, settings.CSRF_COOKIE_HTTPONLY]))"
        )
        told = json.loads(behind_https.manage("shell", "--verbosity=0", "-c", code).stdout)

        assert told == ["__Host-sessionid", "__Host-csrftoken", "__Host-notices", True, True, True]


@pytest.mark.slow
class TestHeaders:
    @pytest.mark.parametrize("path", ["/sign-in/", "/library/", "/nowhere/"])
    def test_what_every_page_tells_the_browser(self, behind_https, path):
        told = over_https(behind_https, path).headers

        policy = {part.strip() for part in told["Content-Security-Policy"].split(";")}
        assert policy == POLICY
        assert told["X-Content-Type-Options"] == "nosniff"
        assert told["X-Frame-Options"] == "DENY"
        assert told["Referrer-Policy"] == "same-origin"
        assert told["Cross-Origin-Opener-Policy"] == "same-origin"
        assert told["Cross-Origin-Resource-Policy"] == "same-origin"
        for feature in ("camera", "microphone", "geolocation", "payment"):
            assert f"{feature}=()" in told["Permissions-Policy"]

    def test_files_that_pages_are_made_of_are_not_for_other_sites(self, behind_https):
        page = urllib.request.Request(
            f"{behind_https.url}/sign-in/", headers={"X-Forwarded-Proto": "https"}
        )
        with urllib.request.urlopen(page) as answer:
            stylesheet = re.search(r'href="(/static/[^"]+\.css)"', answer.read().decode())[1]

        told = over_https(behind_https, stylesheet)

        assert told.status == 200
        assert told.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert told.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.slow
def test_on_this_machine_it_works_without_https(live_app):
    answer = ask(live_app, "/sign-in/", Host="127.0.0.1")

    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"] is None
    assert not any("Secure" in cookie for cookie in answer.headers.get_all("Set-Cookie") or [])
