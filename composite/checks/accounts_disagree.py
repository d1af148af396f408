from collections.abc import Iterator
from itertools import combinations

from composite.checks.found import Found, clock_of, how_many, in_words, listed, roots_of
from composite.checks.one_event import MOST_APART, events_told_by_several
from composite.checks.options import Options
from composite.checks.outcomes import outcomes_of
from composite.checks.story import Register, Story, Told, minutes_apart

CODE = "accounts_disagree"
ABOUT = 30  # minutes that "about" allows
ON_THE_WAY = 90  # minutes from the scene to a bed in hospital
HOSPITAL = "ACUTE"


def accounts_disagree(story: Story, register: Register, options: Options) -> list[Found]:
    """
    Find one event that agencies tell at different times, or with different outcomes.

    An outcome differs only where one account says what another denies. Seeing more than another
    saw is no disagreement, and neither is the time it takes to be brought to hospital.
    """
    events = events_told_by_several(story, register, most_apart=MOST_APART)
    return [
        found
        for event in events
        for found in (*times_of(event, register, options), *answers_of(event))
    ]


def times_of(event: list[Told], register: Register, options: Options) -> Iterator[Found]:
    timed = {
        one
        for pair in combinations(event, 2)
        if (minutes_apart(*pair) or 0) > allowed(pair, register, options)
        for one in pair
    }
    if timed:
        in_order = [one for one in event if one in timed]
        tellers = [f"{one.agency_label} {clock_of(one)}" for one in in_order]
        yield disagreement(in_order, "at different times", tellers, "time")


def allowed(pair: tuple[Told, ...], register: Register, options: Options) -> int:
    """Return how many minutes apart these two may be."""
    kinds = {slug: agency.kind for slug, agency in register.agency_by_slug.items()}
    about = sum(ABOUT for one in pair if one.time_precision == "about")
    came_in = [one for one in pair if kinds.get(one.agency) == HOSPITAL]
    is_brought = any(word in one.account.lower() for one in came_in for word in BROUGHT)
    return about + (ON_THE_WAY if is_brought else options.minutes_apart)


BROUGHT = ("brought", "arriv", "convey", "ambulance", "attended", "admitted", "triage")


def answers_of(event: list[Told]) -> Iterator[Found]:
    said = {one: outcomes_of(one) for one in event}
    questions = dict.fromkeys(question for of_one in said.values() for question in of_one)
    for question in questions:
        tellers = [one for one in event if question in said[one]]
        if len({said[one][question] for one in tellers}) > 1:
            answers = [f"{one.agency_label} says {said[one][question]}" for one in tellers]
            yield disagreement(tellers, f"and disagree on {question}", answers, question)


def disagreement(event: list[Told], how: str, tellers: list[str], about: str) -> Found:
    day = event[0].day
    on = f" on {in_words(day)}" if day else ""
    who = f"{how_many(len(event))} agencies"
    words = f"{who} tell what looks like one event{on} {how}: {listed(tellers)}."
    roots = roots_of(event)
    return Found(CODE, roots, words, tuple(tellers), identity=f"{about} {roots}")
