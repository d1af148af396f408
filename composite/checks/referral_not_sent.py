from composite.checks.found import Found, listed, when, who_and_where
from composite.checks.options import Options
from composite.checks.other_side import OtherSide
from composite.checks.referrals import Referral, Way
from composite.checks.story import Register, Story

CODE = "referral_not_sent"


def referral_not_sent(story: Story, register: Register, options: Options) -> list[Found]:
    """
    Find a referral that was received, where the agency it came from does not tell of sending it.

    The sender must be named, and must have told the review something: its own entries, or that
    it holds nothing.
    """
    other_side = OtherSide(story, register, options)
    found = {}
    for received in other_side.referrals(Way.RECEIVED):
        silent = other_side.silent(received)
        if silent:
            answer = not_told(received, silent, other_side, options)
            found[answer.key] = answer
    return list(found.values())


def not_told(
    received: Referral, silent: list[str], other_side: OtherSide, options: Options
) -> Found:
    told = received.told
    names = listed(other_side.agencies[slug].name for slug in silent)
    why = other_side.what_they_say(silent, within=f"{options.referral_days} days before")
    words = f"{who_and_where(told)} ({when(told)}) tells of a referral from {names}, but {why}."
    identity = f"{told.root} {' '.join(silent)}"
    return Found(CODE, (told.root,), words, (who_and_where(told), names, why), identity)
