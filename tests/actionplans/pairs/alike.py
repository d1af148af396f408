"""
Invented pairs of recommendations: whether the second asks for what the first asked for.

`SEEN` was written before the measure of likeness, `UNSEEN` after it.
"""

SEEN = [
    (
        "The partnership makes training on coercive control mandatory for housing officers.",
        "All housing staff complete compulsory training in recognising coercive control.",
        True,
    ),
    (
        "GP practices flag the records of patients who are at risk of domestic abuse.",
        "General practice places an alert on the notes of patients who experience domestic abuse.",
        True,
    ),
    (
        "The hospital trust introduces routine enquiry about abuse in the emergency department.",
        "Emergency department staff ask every patient about domestic abuse as routine enquiry.",
        True,
    ),
    (
        "The council reviews its homelessness protocol for people fleeing domestic abuse.",
        "Housing options revises the protocol for homeless applicants who flee abuse.",
        True,
    ),
    (
        "Probation shares its risk assessment with children’s services when a parent is released.",
        "When a parent leaves prison probation sends children’s social care the risk assessment.",
        True,
    ),
    (
        "Employers in the borough adopt a policy for staff who experience domestic abuse.",
        "The partnership helps local employers adopt a workplace domestic abuse policy.",
        True,
    ),
    (
        "The police audit the use of the risk checklist at the first attendance.",
        "A dip sample shows how often officers complete the risk checklist when first attending.",
        True,
    ),
    (
        "Commission a perpetrator programme with places for men who do not speak English.",
        "A programme for perpetrators with interpreters is commissioned in the county.",
        True,
    ),
    (
        "The partnership makes training on coercive control mandatory for housing officers.",
        "GP practices flag the records of patients who are at risk of domestic abuse.",
        False,
    ),
    (
        "The hospital trust introduces routine enquiry about abuse in the emergency department.",
        "The hospital trust names a lead for suicide prevention on each ward.",
        False,
    ),
    (
        "The council reviews its homelessness protocol for people fleeing domestic abuse.",
        "The council reviews its taxi licensing policy with domestic abuse in mind.",
        False,
    ),
    (
        "Employers in the borough adopt a policy for staff who experience domestic abuse.",
        "Schools in the borough adopt a policy for pupils who experience domestic abuse.",
        False,
    ),
    (
        "The police audit the use of the risk checklist at the first attendance.",
        "The police train call handlers to recognise victims who cannot speak freely.",
        False,
    ),
    (
        "Commission a perpetrator programme with places for men who do not speak English.",
        "Leaflets on local support are translated for women who do not speak English.",
        False,
    ),
    (
        "Social workers see fathers and male partners in every assessment.",
        "Health visitors record who lives in the household at each contact.",
        False,
    ),
    (
        "The partnership publishes an annual report on domestic abuse services.",
        "The partnership holds an annual conference on domestic abuse.",
        False,
    ),
]
UNSEEN = [
    (
        "Social workers see fathers and male partners in every assessment.",
        "Assessments by children’s social care include absent fathers and partners.",
        True,
    ),
    (
        "Pharmacies display the helpline number and offer a safe space.",
        "Every pharmacy in the area takes part in the safe space scheme.",
        True,
    ),
    (
        "Adult social care carries out carers’ assessments with the carer seen alone.",
        "Carers are seen alone when adult social care assesses their needs.",
        True,
    ),
    (
        "A standing agenda item on domestic abuse at each MARAC covers older victims.",
        "The MARAC looks at how it identifies older victims and reports on it.",
        True,
    ),
    (
        "Mental health services consult the family before discharge from a ward.",
        "Before a patient is discharged from the ward, the mental health team speaks to relatives.",
        True,
    ),
    (
        "The fire service makes a safety visit to the home of every high-risk victim.",
        "High-risk victims are offered a home safety visit by the fire service.",
        True,
    ),
    (
        "Interpreters are booked for all appointments; family members do not interpret.",
        "Professional interpreters are used in appointments in place of family members.",
        True,
    ),
    (
        "The university gives its students a single point of contact for stalking.",
        "Students who are stalked have one point of contact at the university.",
        True,
    ),
    (
        "Pharmacies display the helpline number and offer a safe space.",
        "Libraries display the dates of the parenting courses.",
        False,
    ),
    (
        "Adult social care carries out carers’ assessments with the carer seen alone.",
        "Adult social care answers safeguarding concerns within two days.",
        False,
    ),
    (
        "Mental health services consult the family before discharge from a ward.",
        "Mental health services shorten the wait for talking therapies.",
        False,
    ),
    (
        "The fire service makes a safety visit to the home of every high-risk victim.",
        "The refuge makes its building safe against fire.",
        False,
    ),
    (
        "Interpreters are booked for all appointments; family members do not interpret.",
        "Family members are told about appointments when the patient consents.",
        False,
    ),
    (
        "The university gives its students a single point of contact for stalking.",
        "The university reviews the security of its student halls.",
        False,
    ),
    (
        "A standing agenda item on domestic abuse at each MARAC covers older victims.",
        "The minutes of each MARAC reach all agencies within five days.",
        False,
    ),
    (
        "GPs record the name of the person who comes with a patient.",
        "Dentists record injuries to the face on a body map.",
        False,
    ),
]
