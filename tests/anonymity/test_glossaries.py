"""What a glossary still spells out though the text was rid of it."""

import pytest

from anonymity.checking.checks import glossaries
from tests.anonymity.samples import found

OTHERS = ("DHR\tDomestic Homicide Review", "IMR\tIndividual Management Review")


@pytest.mark.parametrize(
    "entry",
    ["SSRI\tSelective serotonin reuptake inhibitor", "TOP\tTermination of pregnancy",
     "EUPD\tEmotionally unstable personality disorder"],
)  # fmt: skip
def test_an_illness_that_nothing_uses_is_found(entry):
    assert found(glossaries, *OTHERS, entry) == [entry]


@pytest.mark.parametrize(
    "lines",
    [
        ["She was given an SSRI.", *OTHERS, "SSRI\tSelective serotonin reuptake inhibitor"],
        [*OTHERS, "CCG\tClinical Commissioning Group", "AMHP\tAdult mental health team"],
        ["SSRI\tSelective serotonin reuptake inhibitor"],
    ],
)
def test_what_is_used_or_of_a_body_or_in_no_glossary_is_left(lines):
    assert found(glossaries, *lines) == []
