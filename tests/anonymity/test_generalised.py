"""What is published less exactly is looked for in every form that gives it away."""

import pytest

from anonymity.checking.checks import generalised
from anonymity.checking.register import Generalised, Register
from tests.anonymity.who import told


def facts(fact, published_as="", *gives_away):
    return Register(
        generalised=(Generalised(fact=fact, published_as=published_as, gives_away=gives_away),)
    )


@pytest.mark.parametrize(
    ("register", "line", "text"),
    [
        (facts("her illness", "", "infusion clinic"), "The Infusion Clinics rang.",
         "Infusion Clinics"),
        (facts("diagnosis: schizophrenia", "an illness"), "He was given clozapine.", "clozapine"),
        (facts("diagnosis", "an illness", "psychosis"), "See NICE CG178.", "CG178"),
        (facts("Parkinson’s", "an illness"), "Co-careldopa was increased.", "Co-careldopa"),
        (facts("his role", "a public role", "firefighter"), "RDS\tRetained duty system",
         "Retained duty"),
        (facts("lifeboat", "an emergency service"), "They lined the slipway.", "slipway"),
        (facts("occupation: nurse", "worked in health"), "She kept her NMC pin.", "NMC"),
        (facts("occupation", "worked in health", "nurse"), "She trained as a nurse.", "nurse"),
    ],
)  # fmt: skip
def test_what_gives_a_fact_away_is_found(register, line, text):
    assert text in told(generalised, line, register=register)


@pytest.mark.parametrize(
    ("register", "line"),
    [
        (facts("occupation", "worked in health", "nurse"), "The nurse recorded that she was well."),
        (facts("diagnosis: psychosis", "psychosis"), "His psychosis was treated."),
        (facts("date of death", "in spring"), "He was given clozapine and lithium."),
        (facts("occupation: door supervisor", "security"), "A siamese cat and sia were heard."),
    ],
)
def test_what_does_not_is_left(register, line):
    assert told(generalised, line, register=register) == []


def test_a_hint_is_decided_on_once_and_says_what_may_stand():
    register = facts("epilepsy", "a long-term condition")
    assert told(generalised, *["The neurology ward."] * 3, register=register) == ["neurology"]


def test_an_illness_that_is_itself_the_fact_is_found_and_a_date_is_not():
    register = facts("fibromyalgia", "a long illness")
    assert told(generalised, "Fibromyalgia\tPain", register=register) == ["Fibromyalgia"]
    assert told(generalised, "The date of death.", register=facts("date of death", "May")) == []
