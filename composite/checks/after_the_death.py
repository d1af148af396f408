import re
from datetime import date

from composite.checks.found import Found, in_words, when, who_and_where
from composite.checks.mentions import Names
from composite.checks.options import Options
from composite.checks.story import Register, Story, Told

CODE = "after_the_death"

# What is told after a death, and so rightly stands after it.
AFTERMATH = re.compile(
    r"\b(?:death|died|dead|deceased|dying|killed|killing|homicide|murder\w*|manslaughter|stabb\w+"
    r"|post[\s-]?mortem|inquest|coroner\w*|life extinct|autopsy|funeral|buried|burial|cremat\w+"
    r"|bereave\w*|condolence\w*|mourn\w*|custody|remand\w*|prison|charged|trial|court|sentenc\w+"
    r"|convict\w+|recalled|homicide review|d\.?h\.?r|d\.?a\.?r\.?d\.?r|serious incident|records? "
    r"(?:was |were )?(?:secured|sealed)|fatal\w*|next of kin|family liaison|crime scene|forensic\w*"
    r"|investigation team|exhibits|scene|the news|laborator\w+|written off|probate"
    r"|late (?:mother|wife|partner|patient|tenant|mrs?|ms|miss))\b",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"\b(?:seen|attend\w*|appointments?|clinic|visit\w*|review\w*|prescri\w+|call(?:ed|s)?|rang"
    r"|telephon\w+|text(?:ed)?|interview\w*|sessions?|tests?|medication|inhalers?|dna|came|treated"
    r"|discharged|admitted|spoken? (?:to|with)|spoke|meeting|core group|drops|plaster"
    r"|vaccin\w+|jab)\b",
    re.IGNORECASE,
)
DYING = re.compile(
    r"\b(?:intensive care|icu|itu|critical\w*|ventilat\w+|life[\s-]support|coma\w*|unconscious"
    r"|resuscitat\w+|brain|prognosis|palliative|theatre|ward|operat\w+|surgery performed"
    r"|intubat\w+|sedat\w+|organ donation|paramedic\w*|stabbed|injuries)\b",
    re.IGNORECASE,
)


def after_the_death(story: Story, register: Register, _options: Options) -> list[Found]:
    """
    Find what reads as ordinary contact, dated after the incident or the death.

    Ordinary contact names the one who died, or names nobody and tells of an appointment, a call
    or the like. What follows a death, such as a charge or an inquest, is let be, and so is the
    time in hospital between the incident and the death.
    """
    names = Names(register)
    return [found for one in story.told if (found := after(one, register, names))]


def last_day_of_life(register: Register) -> date | None:
    """Return the day after which no ordinary contact can be."""
    return register.incident_on or register.died_on


def after(told: Told, register: Register, names: Names) -> Found | None:
    end = last_day_of_life(register)
    if end is None or told.earliest is None or told.earliest <= end:
        return None
    if is_aftermath(told, register) or not is_contact(told, names):
        return None
    is_after_death = register.died_on is not None and told.earliest > register.died_on
    day = register.died_on if is_after_death and register.died_on else end
    what = "death" if day == register.died_on else "incident"
    words = (
        f"{who_and_where(told)} is dated {when(told)}, after the {what} on {in_words(day)}, "
        "and reads as ordinary contact."
    )
    return Found(CODE, (told.root,), words, (who_and_where(told), when(told), what))


def is_aftermath(told: Told, register: Register) -> bool:
    text = told.all_words
    if AFTERMATH.search(text):
        return True
    before_death = (
        register.died_on is not None
        and told.earliest is not None
        and told.earliest <= register.died_on
    )
    return before_death and DYING.search(text) is not None


def is_contact(told: Told, names: Names) -> bool:
    """Tell whether it names the one who died, or nobody of the register and a kind of contact."""
    roles = {person.role for person in names.people_in(told.all_words)}
    return "VICTIM" in roles if roles else CONTACT.search(told.account) is not None
