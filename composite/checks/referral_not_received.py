from composite.checks.found import Found, listed, when, who_and_where
from composite.checks.options import Options
from composite.checks.other_side import OtherSide
from composite.checks.referrals import Referral, Way
from composite.checks.story import Register, Story

CODE = "referral_not_received"


def referral_not_received(story: Story, register: Register, options: Options) -> list[Found]:
    """
    Find a referral that was sent, where the agency it was sent to does not tell of it.

    That agency must have told the review something: its own entries, or that it holds nothing.
    An entry of it within the days that names the sender and something written, such as a referral,
    a letter or an alert, counts as told; within a week a call or a talk does, too. One that says
    that nothing came does not.
    """
    other_side = OtherSide(story, register, options)
    found = {}
    for sent in other_side.referrals(Way.SENT):
        silent = other_side.silent(sent)
        if silent:
            answer = not_told(sent, silent, other_side, options)
            found[answer.key] = answer
    return list(found.values())


def not_told(sent: Referral, silent: list[str], other_side: OtherSide, options: Options) -> Found:
    told = sent.told
    names = listed(other_side.agencies[slug].name for slug in silent)
    why = other_side.what_they_say(silent, within=f"{options.referral_days} days after")
    words = f"{who_and_where(told)} ({when(told)}) tells of a referral to {names}, but {why}."
    identity = f"{told.root} {' '.join(silent)}"
    return Found(CODE, (told.root,), words, (who_and_where(told), names, why), identity)
