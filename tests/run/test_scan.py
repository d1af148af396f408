"""What `run.py scan` makes of the answers of its tools, and what it says."""

from datetime import date
from pathlib import Path

import pytest

from run import scan
from run.packages import ROOT
from run.scanning import tools
from run.scanning.accepted import ACCEPTED
from run.scanning.findings import Accepted, Finding, Outcome, left, reason_for
from run.scanning.report import report

DAY = date(2026, 3, 2)
FOUND = Finding("bandit", "B404 blacklist", "dhr/views.py", "low: subprocess")
BECAUSE = Accepted("bandit", "B404 *", "dhr/*", "It starts programs.")


def outcome(*findings, tool="bandit", not_done=""):
    return Outcome(tool, "1.0", "our code", 3, tuple(findings), not_done)


class TestAccepting:
    def test_a_finding_is_accepted_by_rule_and_place(self):
        assert reason_for(FOUND, [BECAUSE]) == "It starts programs."

    @pytest.mark.parametrize(
        "other",
        [
            Accepted("bandit", "B404 *", "pages/*", "x"),
            Accepted("bandit", "B405 *", "dhr/*", "x"),
            Accepted("wapiti", "B404 *", "dhr/*", "x"),
        ],
    )
    def test_no_other_reason_covers_it(self, other):
        assert left([outcome(FOUND)], [other]) == [FOUND]

    def test_every_reason_is_a_sentence(self):
        assert [one for one in ACCEPTED if not one.reason.endswith(".")] == []


class TestVerdict:
    def test_nothing_left_is_well(self):
        assert scan.verdict([outcome()], without_advisories=False) == 0

    def test_a_finding_that_nobody_accepted_fails(self):
        assert scan.verdict([outcome(FOUND)], without_advisories=True) == 1

    def test_a_tool_that_did_not_finish_fails(self):
        assert scan.verdict([outcome(not_done="stopped")], without_advisories=True) == 1

    def test_packages_that_nobody_audited_fail_unless_that_is_asked_for(self):
        audit = outcome(tool="pip-audit", not_done=tools.NO_ANSWER)

        assert scan.verdict([audit], without_advisories=False) == 1
        assert scan.verdict([audit], without_advisories=True) == 0

    def test_a_scanner_that_was_signed_out_has_not_finished(self):
        assert scan.lost(outcome(tool="wapiti")).not_done == scan.LOST


class TestReport:
    def test_it_is_dated_and_names_the_versions(self):
        words = report([outcome()], [], day=DAY)

        assert "on 2 March 2026" in words
        assert "| bandit | 1.0 | our code | 3 s | 0 | 0 |" in words
        assert "Every finding is accepted" in words

    def test_an_accepted_finding_stands_with_its_reason(self):
        words = report([outcome(FOUND)], [BECAUSE], day=DAY)

        assert "| B404 blacklist | dhr/views.py | low: subprocess | It starts programs. |" in words
        assert "Every finding is accepted" in words

    def test_what_nobody_accepted_is_counted(self):
        words = report([outcome(FOUND)], [], day=DAY)

        assert "**1 not accepted.**" in words
        assert "| **not accepted** |" in words

    def test_what_was_not_audited_is_said(self):
        words = report(
            [outcome(tool="pip-audit", not_done=tools.NO_ANSWER)], [], day=DAY, note=scan.EXEMPT
        )

        assert "- pip-audit: not audited: no advisory source answered" in words
        assert scan.EXEMPT in words

    def test_what_a_tool_says_does_not_break_the_table(self):
        odd = Finding("wapiti", "XSS", "GET /a|b", "<script>\nx")

        assert "| XSS | GET /a\\|b | &lt;script> x |" in report([outcome(odd)], [], day=DAY)


class TestReading:
    def test_bandit(self):
        told = {
            "results": [
                {
                    "test_id": "B404",
                    "test_name": "blacklist",
                    "filename": "./dhr/views.py",
                    "issue_severity": "LOW",
                    "issue_text": "subprocess",
                }
            ]
        }
        assert tools.bandit_findings(told) == [FOUND]

    def test_a_package_with_a_weakness_and_one_that_nobody_audited(self):
        told = {
            "dependencies": [
                {"name": "sound", "version": "1", "vulns": []},
                {"name": "weak", "version": "2", "vulns": [{"id": "X-1", "fix_versions": ["3"]}]},
                {"name": "worse", "version": "2", "vulns": [{"id": "X-2", "fix_versions": []}]},
                {"name": "unknown", "skip_reason": "not on the index"},
            ]
        }
        assert tools.pip_audit_findings(told) == [
            Finding("pip-audit", "X-1", "weak 2", "mended in 3"),
            Finding("pip-audit", "X-2", "worse 2", "mended in no version yet"),
            Finding("pip-audit", "not audited", "unknown", "not on the index"),
        ]

    def test_what_wapiti_found_on_many_records_is_one(self):
        def one(path):
            return {"method": "GET", "path": path, "parameter": "q", "info": "Script\n injected"}

        told = {
            "vulnerabilities": {"XSS": [one("/reviews/1/?q=a"), one("/reviews/22/?q=b")]},
            "anomalies": {"Timeout": []},
        }
        assert tools.wapiti_findings(told) == [
            Finding("wapiti", "XSS", "GET /reviews/N/", "Script injected (q)")
        ]

    def test_a_walk_that_did_not_get_beyond_the_door_is_not_one(self):
        assert tools.too_few(1) == "it reached 1 pages and forms only"
        assert tools.too_few(200) == ""

    def test_sqlmap(self):
        where = "http://127.0.0.1:1/reviews/?q=a"

        assert list(tools.sqlmap_findings(f"… {tools.NOT_INJECTABLE} …", where)) == []
        assert [one.rule for one in tools.sqlmap_findings(tools.INJECTABLE, where)] == [
            "SQL injection"
        ]
        with pytest.raises(ValueError, match="unable to connect"):
            list(tools.sqlmap_findings("[CRITICAL] unable to connect", where))
        with pytest.raises(ValueError, match="no answer"):
            list(tools.sqlmap_findings("", where))


class TestStarting:
    def test_wapiti_stays_here_and_does_not_sign_itself_out(self):
        words = tools.wapiti_arguments(
            "http://127.0.0.1:1", "sessionid=x", seconds=600, report=Path("/tmp/scan/wapiti.json")
        )

        assert words[words.index("--url") + 1] == "http://127.0.0.1:1/"
        assert "http://127.0.0.1:1/sign-out/*" in words
        assert "Cookie: sessionid=x" in words
        assert "--drop-set-cookie" not in words
        assert "--no-bugreport" in words
        calling_others = {"ssrf", "xxe", "log4shell", "shellshock", "wapp", "takeover", "nikto"}
        assert not calling_others & set(tools.MODULES.split(","))

    def test_sqlmap_asks_nobody_anything(self):
        words = tools.sqlmap_arguments("http://127.0.0.1:1/?q=a", "s=x", scratch=Path("/tmp/scan"))

        assert {"--batch", "--url=http://127.0.0.1:1/?q=a", "--cookie=s=x"} <= set(words)

    def test_a_tool_is_told_no_secret_of_ours(self, monkeypatch):
        monkeypatch.setenv("SECRET_KEY", "ours")

        assert tools.surroundings(Path("/tmp/scan")).keys() <= {
            "PATH", "LANG", "HOME", "PYTHONDONTWRITEBYTECODE",
        }  # fmt: skip

    @pytest.mark.parametrize("tool", ["bandit", "pip-audit", "sqlmap", "wapiti"])
    def test_its_version_is_locked(self, tool):
        assert tools.version_of(tool)[:1].isdigit()

    def test_a_filter_is_named_in_the_report(self):
        assert tools.asked("http://h/reviews/N-1/?q=a&page=1") == "/reviews/N-N/ (q, page)"


class TestArguments:
    def test_what_is_not_said(self):
        told = scan.arguments([])

        assert (told.minutes, told.without_advisories) == (20, False)
        assert told.output == ROOT / "docs" / "scan.md"

    def test_what_is_said(self):
        told = scan.arguments(["--minutes=3", "--without-advisories", "--output=/tmp/scan.md"])

        assert (told.minutes, told.without_advisories) == (3, True)
        assert told.output == Path("/tmp/scan.md")
