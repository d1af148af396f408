"""How reports speak of the people whose lives they tell, and of those who reviewed them."""

import re

from anonymity.checking.register import Register

CODED = r"(?:Child(?:ren)?|Adult|Subject|Male|Female|Person|Sibling)\s+(?:[A-Z]\b|\d\b|One\b|Two\b)"
RELATIVE = (
    r"(?:step|grand|half|ex)?-?(?:mother|father|sister|brother|son|daughter|aunt|uncle|cousin|"
    r"niece|nephew|grandmother|grandfather|husband|wife|partner|boyfriend|girlfriend|fianc[eé]e?|"
    r"mum|dad|parents?|family|in-laws?|friend|neighbour|flatmate|lodger)"
)
ROLE = r"(?:victim|perpetrator|deceased|defendant|suspect|offender|couple|baby|child(?:ren)?)"
PROCESS = re.compile(
    r"(?i)\b(?:panel (?:met|meetings?|members?|agreed|convened|held|considered)|"
    r"meetings? (?:of|with) the (?:review |dhr )?panel|(?:first|second|third|fourth|fifth|final|"
    r"last|next|initial|scoping) (?:panel |dhr )?meeting|terms of reference|imrs?|dhrs?|"
    r"individual management reviews?|home office|community safety partnerships?|csp|"
    r"overview report|(?:draft|final) (?:report|version)|quality assurance|action plan|"
    r"the review (?:was|began|started|commenced|concluded|panel)|domestic homicide review|"
    r"(?:the |independent )?(?:review )?chair (?:was|wrote|met|spoke|visited|contacted|held|had|"
    r"and)|"
    r"independent chair|commissioned|(?:has|have) (?:since|now) been|completed by|target date|"
    r"learning event|statutory guidance|guidance|act \d{4}|strategy|policy|policies|protocol|"
    r"training|ofsted|cqc|inspect(?:ion|ed)|hmic\w*|launched|rolled out|updated|website|accessed|"
    r"retrieved|edition|journal|research|et al|published|publication|isbn|www|https?|"
    r"office for national statistics|year ending|census|legislation|came into force)\b"
)
# What people are by their calling: written with a capital, it is no name
POSTS = frozenset(
    """
    coroner nurse superintendent inspector constable sergeant commander commissioner chief detective
    officer doctor midwife matron consultant registrar psychiatrist psychologist paramedic
    practitioner clinician therapist counsellor physiotherapist pharmacist receptionist surgeon
    dentist optician podiatrist dietitian manager director coordinator administrator secretary chair
    author lead specialist adviser advisor advocate assessor reviewer warden caretaker supervisor
    visitor worker caseworker carer headteacher headmaster teacher governor tutor lecturer librarian
    solicitor barrister judge magistrate recorder counsel usher clerk councillor mayor minister
    vicar chaplain pastor imam rabbi landlord landlady employer foreman operator handler dispatcher
    firefighter technician student trainee deputy assistant associate executive president professor
    editor neighbour witness prosecutor defendant victim perpetrator interpreter translator
    """.split()  # noqa: SIM905 - lines of quotes say nothing more
)
POPULATION = re.compile(
    r"(?i)\b(?:those|people|persons?|women|men|adults|victims|young people|anyone|females|males|"
    r"girls|boys|everyone|individuals|clients|patients|residents|per cent|percentage|"
    r"statistics)\b|%"
)


def named(register: Register) -> str:
    """Return a pattern of the names under which the register's people may stand in a paper."""
    names = sorted(
        {name for one in register.people for name in (one.pseudonym, *one.names) if name},
        key=len,
        reverse=True,
    )
    return "|".join(map(re.escape, names)) or r"(?!)"


def somebody(register: Register) -> re.Pattern[str]:
    """Return a pattern of anybody whose life a report tells."""
    return re.compile(
        rf"\b(?:{named(register)}|{CODED}|(?i:{RELATIVE}s?|{ROLE}|she|he|her|his|him))\b"
    )
