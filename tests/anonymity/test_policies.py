"""Every finding says which check found it, and under which policy a person decides on it."""

from anonymity.checking.all_checks import CHECKS, check_paper
from anonymity.checking.paper import Paper
from anonymity.checking.policies import POLICIES
from tests.anonymity.samples import REGISTER

LINES = """
ANALYSIS
Maris lived at 14 Alder Lane. She was aged 34 and had two jobs.
Tobin killed Maris on 12 June 2019 at 14:30. She was 12 weeks pregnant with Child A.
Child A, who was 7, was with his father every weekend and went to Quarry Lane Primary.
The infusion clinic rang. The panel met on Monday 12 June 2024. Dr Hollis did not come.
[insert name] No schools are named in this report.
"""


def test_every_finding_says_its_check_and_a_policy_that_has_a_title():
    found = check_paper(Paper.of_text(LINES), REGISTER)
    codes = {check.code for check in CHECKS} | {"promises"}
    assert {one.policy for one in found} <= set(POLICIES)
    assert {one.check for one in found} <= codes
    told = {one.text: (one.check, one.policy) for one in found}
    assert told["Quarry Lane Primary"] == ("places", "places_of_the_review")
    assert told["14 Alder Lane"] == ("addresses", "numbers")
    assert told["infusion clinic"] == ("generalised", "generalised")
    assert told["Monday 12 June 2024"] == ("contradictions", "weekdays")
    assert told["[insert name]"] == ("placeholders", "placeholders")
    assert told["No schools are named in this report"] == ("promises", "promises")


def test_each_check_stands_under_a_policy_that_has_a_title():
    assert {check.policy for check in CHECKS} <= set(POLICIES)
