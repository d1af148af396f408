import re

from composite.checks.after_the_death import last_day_of_life
from composite.checks.found import Found, in_words, when, who_and_where
from composite.checks.options import Options
from composite.checks.story import Register, Story, Told

CODE = "outside_the_period"
BACKGROUND = re.compile(r"\bbackground\b(?=\s*(?:[:,.)\-–]|information|history|only|$))", re.I)


def outside_the_period(story: Story, register: Register, _options: Options) -> list[Found]:
    """
    Find entries all of whose days are before or after the period under review.

    One that calls itself background is let be, and so is one after the incident or the death,
    which another check looks at.
    """
    return [
        found
        for one in story.told
        if (found := outside(one, register)) and not BACKGROUND.search(one.all_words)
    ]


def outside(told: Told, register: Register) -> Found | None:
    first, last = register.period_from, register.period_to
    if first and told.latest and told.latest < first:
        return found(told, f"before the period under review, which begins on {in_words(first)}")
    end = last_day_of_life(register)
    is_after_end = end is not None and told.earliest is not None and told.earliest > end
    if last and told.earliest and told.earliest > last and not is_after_end:
        return found(told, f"after the period under review, which ends on {in_words(last)}")
    return None


def found(told: Told, why: str) -> Found:
    words = f"{who_and_where(told)} ({when(told)}) is {why}."
    return Found(CODE, (told.root,), words, (who_and_where(told), when(told), why))
