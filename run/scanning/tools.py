"""
The four tools: what each is started with, and what its answer means.

They live in an environment of their own (`.runtime/scan`), which the app never sees.
"""

import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from run.packages import ROOT, RUNTIME
from run.scanning.findings import Finding, Outcome

VENV = RUNTIME / "scan"
LOCK = "requirements.lock"  # what production installs
NO_ANSWER = "not audited: no advisory source answered"
SOURCES = ("pypi", "osv")
# Those whose attack stays between wapiti and the app; the others call servers of theirs
MODULES = (
    "backup,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,"
    "redirect,sql,timesql,upload,xss"
)
# Where it would sign itself out, or lock its account, or wait for a mail that nobody reads
KEPT_OUT = ("/sign-out/", "/sign-in/", "/new-password/", "/your-account/", "/static/")
FEWEST = 20  # pages and forms: an author of the demonstration reaches more
NOT_INJECTABLE = "do not appear to be injectable"
INJECTABLE = "identified the following injection point"
NUMBER = re.compile(r"\d+")


class TookTooLong(Exception):
    pass


def answer_of(tool: str, *arguments: str, seconds: int, cwd: Path = ROOT) -> tuple[str, str]:
    """Run a tool and return what it wrote, or raise TookTooLong when its time is over."""
    process = subprocess.Popen(
        [str(VENV / "bin" / tool), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=cwd,
        env=surroundings(cwd),
        start_new_session=True,  # so that what it has started ends with it
    )
    try:
        return process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise TookTooLong(f"stopped after {seconds} seconds") from None


def surroundings(home: Path) -> dict[str, str]:
    """Return an environment without our secrets, in which a tool keeps nothing for later."""
    passed = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {**passed, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}


# bandit: our code


def bandit(*, seconds: int) -> Outcome:
    began = time.monotonic()
    packages = sorted(path.parent.name for path in ROOT.glob("*/__init__.py"))
    code = [name for name in packages if name != "tests"]
    try:
        told, _ = answer_of(
            *("bandit", "--recursive", *code, "run.py", "manage.py", "--format=json", "--quiet"),
            seconds=seconds,
        )
        findings, trouble = bandit_findings(json.loads(told)), ""
    except (TookTooLong, ValueError) as reason:
        findings, trouble = [], f"not done: {reason}"
    of = f"all Python code but the tests ({len(code)} packages)"
    return _outcome("bandit", of, began, findings, trouble)


def bandit_findings(report: Mapping[str, Any]) -> list[Finding]:
    return [
        Finding(
            "bandit",
            f"{one['test_id']} {one['test_name']}",
            one["filename"].removeprefix("./"),
            f"{one['issue_severity'].lower()}: {one['issue_text']}",
        )
        for one in report["results"]
    ]


# pip-audit: the packages that production installs


def pip_audit(*, seconds: int) -> Outcome:
    began = time.monotonic()
    findings: list[Finding] = []
    trouble = NO_ANSWER
    for source in SOURCES:
        try:
            told, _ = answer_of(
                *("pip-audit", f"--requirement={LOCK}", "--require-hashes", "--disable-pip"),
                *("--format=json", "--progress-spinner=off", f"--vulnerability-service={source}"),
                seconds=seconds,
            )
            findings, trouble = pip_audit_findings(json.loads(told)), ""
            break
        except (TookTooLong, ValueError):
            continue
    return _outcome("pip-audit", f"every package of {LOCK}", began, findings, trouble)


def pip_audit_findings(report: Mapping[str, Any]) -> list[Finding]:
    """A package that was skipped is a finding: nobody knows whether it has a weakness."""
    found = []
    for package in report["dependencies"]:
        place = f"{package['name']} {package.get('version', '')}".strip()
        if "skip_reason" in package:
            found.append(Finding("pip-audit", "not audited", place, package["skip_reason"]))
        for one in package.get("vulns", []):
            mended = ", ".join(one["fix_versions"]) or "no version yet"
            found.append(Finding("pip-audit", one["id"], place, f"mended in {mended}"))
    return found


# wapiti: every page and form that an agency's user reaches


def wapiti(address: str, cookie: str, *, as_who: str, seconds: int, scratch: Path) -> Outcome:
    began = time.monotonic()
    report = scratch / "wapiti.json"
    try:
        answer_of("wapiti", *wapiti_arguments(address, cookie, seconds=seconds, report=report),
                  seconds=seconds + 120, cwd=scratch)  # fmt: skip
        told = json.loads(report.read_text())
        found = int(told["infos"]["crawled_pages_nbr"])
        findings, trouble = wapiti_findings(told), too_few(found)
        pages = f", {found} pages and forms"
    except (TookTooLong, ValueError, OSError) as reason:
        findings, trouble, pages = [], f"not done: {reason}", ""
    return _outcome("wapiti", f"the app as {as_who} sees it{pages}", began, findings, trouble)


def wapiti_arguments(address: str, cookie: str, *, seconds: int, report: Path) -> list[str]:
    kept_out = [word for path in KEPT_OUT for word in ("-x", f"{address}{path}*")]
    return [
        *("--url", f"{address}/", "--scope", "folder", "--module", MODULES, *kept_out),
        # no --drop-set-cookie: it takes our own cookie out of every request as well
        *("--header", f"Cookie: {cookie}", "--skip", "csrfmiddlewaretoken"),
        *("--max-scan-time", str(seconds // 2), "--max-attack-time", str(seconds // 16)),
        *("--max-links-per-page", "60", "--max-files-per-dir", "20", "--depth", "6"),
        *("--tasks", "2", "--timeout", "20", "--scan-force", "normal", "--verbose", "0"),
        *("--flush-session", "--store-session", str(report.parent / "session")),
        *("--store-config", str(report.parent / "config"), "--no-bugreport"),
        *("--format", "json", "--output", str(report)),
    ]


def wapiti_findings(report: Mapping[str, Any]) -> list[Finding]:
    found = {
        Finding("wapiti", kind, f"{one['method']} {shape(one['path'])}", _of_wapiti(one))
        for part in ("vulnerabilities", "anomalies")
        for kind, several in report[part].items()
        for one in several
    }
    return sorted(found)


def too_few(found: int) -> str:
    """Say so where it did not get beyond the door: finding nothing there means nothing."""
    return f"it reached {found} pages and forms only" if found < FEWEST else ""


def _of_wapiti(one: Mapping[str, Any]) -> str:
    asked = f" ({one['parameter']})" if one.get("parameter") else ""
    return f"{' '.join(str(one['info']).split())[:160]}{asked}"


def shape(path: str) -> str:
    """Return an address with N for each number: pages of many records are one page."""
    return NUMBER.sub("N", urlsplit(path).path)


# sqlmap: searches and filters


def sqlmap(searches: Sequence[str], cookie: str, *, as_who: str, seconds: int, scratch: Path
           ) -> Outcome:  # fmt: skip
    began = time.monotonic()
    findings, troubles = [], []
    for number, where in enumerate(searches):
        try:
            told, _ = answer_of(
                "sqlmap",
                *sqlmap_arguments(where, cookie, scratch=scratch / f"sqlmap-{number}"),
                seconds=seconds // len(searches),
                cwd=scratch,
            )
            findings += list(sqlmap_findings(told, where))
        except (TookTooLong, ValueError) as reason:
            troubles.append(f"{shape(where)} {reason}")
    of = f"searches and filters as {as_who}: {', '.join(asked(one) for one in searches)}"
    return _outcome("sqlmap", of, began, findings, "; ".join(troubles))


def sqlmap_arguments(where: str, cookie: str, *, scratch: Path) -> list[str]:
    return [
        *(f"--url={where}", f"--cookie={cookie}", "--batch", "--disable-coloring"),
        *("--dbms=PostgreSQL", "--level=1", "--risk=1", "--technique=BEU", "--threads=2"),
        *("--timeout=20", "--retries=1", "--flush-session", f"--output-dir={scratch}"),
    ]


def sqlmap_findings(told: str, where: str) -> Iterator[Finding]:
    """Raises ValueError where it did not come to an answer."""
    if INJECTABLE in told:
        yield Finding("sqlmap", "SQL injection", shape(where), "see the output of sqlmap")
    elif NOT_INJECTABLE not in told:
        lines = [line for line in told.splitlines() if "[CRITICAL]" in line or "[ERROR]" in line]
        raise ValueError(lines[-1][:160] if lines else "it came to no answer")


def asked(where: str) -> str:
    parts = urlsplit(where)
    names = [pair.partition("=")[0] for pair in parts.query.split("&")]
    return f"{shape(where)} ({', '.join(names)})"


def _outcome(
    tool: str, of: str, began: float, findings: Sequence[Finding], trouble: str
) -> Outcome:
    seconds = round(time.monotonic() - began)
    return Outcome(tool, version_of(tool), of, seconds, tuple(sorted(set(findings))), trouble)


def version_of(tool: str) -> str:
    """Return the version that stands in the lock file."""
    name = {"wapiti": "wapiti3"}.get(tool, tool)
    locked = (ROOT / "requirements-scan.lock").read_text()
    found = re.search(rf"^{name}==([\w.]+)(?: ; python_full_version < .*)? \\$", locked, re.M)
    return found[1] if found else ""
