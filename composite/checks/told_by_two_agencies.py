from composite.checks.found import Found, clock_of, how_many, in_words, listed, roots_of
from composite.checks.one_event import events_told_by_several
from composite.checks.options import Options
from composite.checks.story import Register, Story, Told

CODE = "told_by_two_agencies"
MOST_APART = 180  # minutes


def told_by_two_agencies(story: Story, register: Register, _options: Options) -> list[Found]:
    """
    Find one event that two or more agencies tell, each in its own entry.

    The day is the same, and the entries name each other's agency, tell of one meeting or share
    what is particular, such as an injury. One person each tells of is not enough.
    """
    return [
        found(event) for event in events_told_by_several(story, register, most_apart=MOST_APART)
    ]


def found(event: list[Told]) -> Found:
    tellers = [" ".join(filter(None, (one.agency_label, clock_of(one)))) for one in event]
    day = event[0].day
    on = f" on {in_words(day)}" if day else ""
    words = (
        f"{how_many(len(event))} agencies tell what looks like one event{on}: {listed(tellers)}."
    )
    return Found(CODE, roots_of(event), words, tuple(tellers))
