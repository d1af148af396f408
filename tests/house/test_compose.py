"""docker-compose.yml and the Dockerfile say what the rest of the project says."""

import os
import re
import shlex
import shutil
import subprocess
import tomllib

import pytest
import yaml

from run import commands, system
from run.packages import ROOT

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
SETTINGS = "".join(path.read_text() for path in (ROOT / "dhr").glob("settings*.py"))
READ_BY_SETTINGS = set(re.findall(r'(?:required|env\.\w+)\(\s*"([A-Z_]+)"', SETTINGS))
SECRETS = {
    "SECRET_KEY": "key",
    "FIELD_KEYS": "k1:key",
    "OWNER_PASSWORD": "owner",
    "WEB_PASSWORD": "web",
}
OF_THE_APP = ("web", "worker", "beat", "prepare")


@pytest.mark.parametrize(
    ("service", "command", "more"),
    [
        ("web", commands.WEB, ["--bind=0.0.0.0:8000"]),
        ("worker", commands.WORKER, []),
        ("beat", commands.BEAT, ["--schedule=/srv/data/beat-schedule"]),
        ("prepare", commands.PREPARE_DATABASE, []),
    ],
)
def test_the_commands_are_those_of_run_py(service, command, more):
    assert shlex.split(SERVICES[service]["command"]) == [*command, *more]


def test_the_web_service_is_asked_how_it_is_where_run_py_asks():
    assert commands.HEALTH in SERVICES["web"]["healthcheck"]["test"][-1]


@pytest.mark.parametrize("service", OF_THE_APP)
def test_the_app_is_told_only_what_it_reads(service):
    assert set(SERVICES[service]["environment"]) <= READ_BY_SETTINGS


def test_only_the_preparation_knows_how_the_owner_signs_in():
    knowing = [name for name in OF_THE_APP if "DATABASE_URL" in SERVICES[name]["environment"]]

    assert knowing == ["prepare"]


def test_postgresql_is_one_that_is_supported():
    image, _, version = SERVICES["postgres"]["image"].partition(":")

    assert image == "postgres"
    assert 15 <= int(version.partition("-")[0]) <= 18


def test_the_scanner_is_one_of_the_services():
    host, _, port = SERVICES["web"]["environment"]["CLAMD_ADDRESS"].partition(":")

    assert SERVICES[host]["image"].startswith("clamav/clamav:")
    assert port == "3310"  # where that image listens
    assert SERVICES["worker"]["environment"]["CLAMD_ADDRESS"] == f"{host}:{port}"


def test_python_is_the_oldest_that_is_supported():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    oldest = project["requires-python"].removeprefix(">=")
    assert f"FROM python:{oldest}-slim-bookworm\n" in DOCKERFILE


def test_the_image_holds_the_locked_packages_and_does_not_run_as_root():
    assert re.search(r"pip install .*--require-hashes.* -r requirements\.lock", DOCKERFILE)
    assert DOCKERFILE.index("USER dhr") > DOCKERFILE.rindex("RUN")


def test_the_image_and_ci_install_the_system_packages_that_are_needed():
    ci = (ROOT / ".ci" / "run").read_text()

    assert [package.name for package in system.FOR_PAPER if package.name not in DOCKERFILE] == []
    assert [package.name for package in system.FOR_TESTS if package.name not in ci] == []


def test_every_variable_is_explained():
    explained = (ROOT / "docs" / "DEVELOPERS.md").read_text()

    assert [name for name in sorted(READ_BY_SETTINGS) if f"| `{name}` |" not in explained] == []


def test_the_client_understands_the_file():
    if (
        shutil.which("docker") is None
        or subprocess.run(["docker", "compose", "version"], capture_output=True).returncode
    ):
        pytest.skip("no docker compose on this machine")
    done = subprocess.run(
        ["docker", "compose", "config", "--quiet"],
        cwd=ROOT,
        env={**os.environ, **SECRETS},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
