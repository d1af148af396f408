"""Findings, learning, recommendations and actions of the published review."""

from typing import NamedTuple


class Step(NamedTuple):
    """One action: what, by whom, how one will know, in how many days it was or is due."""

    text: str
    lead: str
    measure: str
    due: int
    milestones: tuple[str, ...] = ()
    outcome: str = ""


class Advice(NamedTuple):
    """One recommendation. `learning` counts from 1; `addressee` is an agency or another body."""

    text: str
    scope: str
    addressee: str
    learning: tuple[int, ...]
    steps: tuple[Step, ...]


# The line of enquiry each answers, from 1
FINDINGS: tuple[tuple[int, str], ...] = (
    (2, "Maren was not spoken to alone by any service in her last two years."),
    (3, "A concern about Maren's safety was recorded as information about Oskar and closed."),
    (4, "Two injections were missed and the visit that the trust's policy asks for was not made."),
    (3, "General practice did not know of the ambulance crew's concern."),
    (1, "The police did not look for earlier reports at the address."),
)
# Text, theme, the findings it rests on, and the earlier learning it repeats
LEARNING: tuple[tuple[str, str, tuple[int, ...], str], ...] = (
    ("A carer can be a victim of the person cared for.", "carers", (1, 2), ""),
    (
        "A question about abuse is asked of a person alone, or it has not been asked.",
        "routine enquiry",
        (1,),
        "Training after an earlier review did not reach general practice.",
    ),
    (
        "A concern that is sent and not answered is a concern lost.",
        "information sharing",
        (2, 4),
        "",
    ),
    ("A missed injection is a risk to those at home as well as to the patient.", "risk", (3,), ""),
    ("The history of an address is part of the risk.", "risk", (5,), ""),
    (
        "An older woman's bruises are asked about as a younger woman's would be.",
        "age",
        (1, 4),
        "",
    ),
)
ADULTS, POLICE = "Wychmere Adult Social Care", "Calderwick Constabulary"
TRUST, GP = "Vale Partnership Mental Health Trust", "Fernbank Surgery"
CARERS, AMBULANCE = "Vale Carers' Support", "Vale and Moor Ambulance Service"
HAVEN, ICB = "Haven Wychmere Domestic Abuse Service", "Vale and Moor Integrated Care Board"

ADVICE: tuple[Advice, ...] = (
    Advice(
        "Every carer known to adult social care is seen alone once a year and asked about abuse.",
        "LOCAL", ADULTS, (1, 2),
        (
            Step(
                "Add the question to the carer's assessment and train those who ask it",
                ADULTS, "Nine in ten assessments record an answer given alone", -40,
                ("Question agreed with Haven", "Staff trained", "First audit of fifty cases"),
                "The audit of fifty cases found an answer given alone in forty-six.",
            ),
        ),
    ),
    Advice(
        "A concern about a carer is weighed as a concern about the carer, whoever sent it.",
        "SINGLE_AGENCY", ADULTS, (1, 3),
        (
            Step(
                "Change the form on which concerns are taken so that it names each person at risk",
                ADULTS, "No concern is closed under another person's name", -25,
                ("Form changed",), "The form names each person at risk since the spring.",
            ),
        ),
    ),
    Advice(
        "Whoever sends a concern hears within ten working days what became of it.",
        "LOCAL", ADULTS, (3,),
        (
            Step(
                "Send an answer to every sender, and count those that are late",
                ADULTS, "Fewer than one answer in twenty is late", 20,
                ("Standard answer agreed", "Count shown to the board each quarter"),
            ),
        ),
    ),
    Advice(
        "No medicine is left to a relative who has not agreed to it in writing.",
        "SINGLE_AGENCY", TRUST, (4,),
        (
            Step(
                "Review every care plan that names a relative", TRUST,
                "Each such plan holds the relative's own words", -60,
                ("List of plans drawn up", "All plans reviewed"),
                "All 112 plans were reviewed; nineteen relatives asked to stop, and did.",
            ),
        ),
    ),
    Advice(
        "A missed injection leads to a visit within the time that the policy gives, and those at "
        "home are asked how they are.",
        "SINGLE_AGENCY", TRUST, (4,),
        (
            Step(
                "Show missed injections on the team's daily list until a visit is recorded",
                TRUST, "Nobody who missed an injection waits longer than the policy allows", 45,
                ("Daily list changed",),
            ),
        ),
    ),
    Advice(
        "Carers are offered an assessment by the trust in a room of their own.",
        "SINGLE_AGENCY", TRUST, (1, 2),
        (Step("Offer the assessment at the service's own place, not by telephone", TRUST,
              "Eight in ten assessments are held in private", 90),),
    ),
    Advice(
        "Officers who are called to a house speak to each adult alone and look for earlier reports "
        "at the address.",
        "SINGLE_AGENCY", POLICE, (2, 5),
        (
            Step(
                "Put both questions into the record that officers complete at the scene", POLICE,
                "A monthly sample shows both answered in nine of ten", -10,
                ("Record changed", "Briefing to all response teams"),
                "The first three samples show nine of ten.",
            ),
        ),
    ),
    Advice(
        "The practice has one doctor who sees a carer's notes as a whole.",
        "SINGLE_AGENCY", GP, (6,),
        (Step("Name a doctor for every registered carer and review the notes each year", GP,
              "Every carer on the register has a named doctor", 60, ("Register checked",)),),
    ),
    Advice(
        "Ambulance concerns reach the patient's practice as well as adult social care.",
        "LOCAL", ICB, (3,),
        (Step("Agree one route for concerns between the service and practices", ICB,
              "A practice holds each concern within three days", 75,
              ("Route agreed", "First month counted")),),
    ),
    Advice(
        "The carers' service asks everybody who speaks of giving up whether they are afraid.",
        "SINGLE_AGENCY", CARERS, (1, 2),
        (Step("Train the helpline with Haven and change its first questions", CARERS,
              "Each call about giving up records an answer", -15, ("Helpline trained",),
              "Eleven callers were put through to Haven in the first half year."),),
    ),
    Advice(
        "Training on abuse of parents by adult children is given to every team in the partnership "
        "that meets carers, and general practice is reached first.",
        "LOCAL", HAVEN, (1, 6),
        (Step("Hold six half-days in the partnership, two of them for general practice", HAVEN,
              "Teams of all fourteen practices have come", 120, ("Dates set", "First two held")),),
    ),
    Advice(
        "National guidance on carers says in its first pages that a carer may be a victim of the "
        "person cared for.",
        "NATIONAL", "Department of Health and Social Care", (1,),
        (Step("Write to the department and publish its answer",
              "Wychmere Community Safety Team", "The answer is published", 30, ("Letter sent",)),),
    ),
)  # fmt: skip
