"""All checks in the order in which they are shown, so that each can be turned off for a review."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from composite.checks import (
    accounts_disagree,
    addresses_confused,
    after_the_death,
    gap_around_key_event,
    name_unlike_the_register,
    out_of_order,
    outside_the_period,
    pseudonyms_swapped,
    referral_not_received,
    referral_not_sent,
    told_by_two_agencies,
    told_twice_in_one_file,
    weekday_and_date_disagree,
)
from composite.checks.found import Found
from composite.checks.options import USUAL, Options
from composite.checks.story import Register, Story, Told

Find = Callable[[Story, Register, Options], list[Found]]


@dataclass(frozen=True, slots=True)
class Check:
    """One question to the story. title and explanation are fit to show."""

    code: str
    title: str
    explanation: str
    find: Find


CHECKS: tuple[Check, ...] = (
    Check(
        accounts_disagree.CODE,
        "One event, two times or outcomes",
        "Agencies tell one event at different times, or one says what another denies.",
        accounts_disagree.accounts_disagree,
    ),
    Check(
        referral_not_received.CODE,
        "Referral sent and not received",
        "An agency tells of a referral, and the agency it went to does not.",
        referral_not_received.referral_not_received,
    ),
    Check(
        referral_not_sent.CODE,
        "Referral received and not sent",
        "An agency tells of a referral it had, and the agency it came from does not.",
        referral_not_sent.referral_not_sent,
    ),
    Check(
        gap_around_key_event.CODE,
        "Silence beside a key event",
        "No agency tells of anything for months right before or after a key event.",
        gap_around_key_event.gap_around_key_event,
    ),
    Check(
        after_the_death.CODE,
        "After the incident or the death",
        "An entry is dated after it and reads as ordinary contact.",
        after_the_death.after_the_death,
    ),
    Check(
        outside_the_period.CODE,
        "Outside the period under review",
        "All days on which an event can have been are before or after the period.",
        outside_the_period.outside_the_period,
    ),
    Check(
        weekday_and_date_disagree.CODE,
        "Weekday and date disagree",
        "A weekday stands beside a day that was another weekday.",
        weekday_and_date_disagree.weekday_and_date_disagree,
    ),
    Check(
        out_of_order.CODE,
        "Out of order in its file",
        "A row stands among rows of other days in a file that is kept by date.",
        out_of_order.out_of_order,
    ),
    Check(
        pseudonyms_swapped.CODE,
        "People apparently swapped",
        "An entry gives a person the role or the sex of another.",
        pseudonyms_swapped.pseudonyms_swapped,
    ),
    Check(
        name_unlike_the_register.CODE,
        "Name unlike the register",
        "A name is nearly one of the register, and not written as it is there.",
        name_unlike_the_register.name_unlike_the_register,
    ),
    Check(
        addresses_confused.CODE,
        "Addresses confused",
        "One alias is used for two places, or one place goes by two aliases.",
        addresses_confused.addresses_confused,
    ),
    Check(
        told_by_two_agencies.CODE,
        "One event told by several agencies",
        "Entries of different agencies tell what looks like one event.",
        told_by_two_agencies.told_by_two_agencies,
    ),
    Check(
        told_twice_in_one_file.CODE,
        "Told twice by one agency",
        "Rows of one agency tell the same on the same day, word for word or nearly.",
        told_twice_in_one_file.told_twice_in_one_file,
    ),
)
BY_CODE = {check.code: check for check in CHECKS}
CODES = tuple(BY_CODE)


def find_all(
    told: Iterable[Told],
    register: Register,
    on: Collection[str] = CODES,
    options: Options = USUAL,
) -> list[Found]:
    """
    Put the checks that are on to a story, and return what they find in the order of CHECKS.

    The order in which the entries come does not matter. A code that is no check is let be, so
    that a review can have turned on one that is gone.
    """
    story = Story.of(told)
    place = {one.root: at for at, one in enumerate(story.told)}
    found = []
    for check in CHECKS:
        if check.code in on:
            each = check.find(story, register, options)
            found.extend(sorted(each, key=lambda one: (place[one.roots[0]], one.key)))
    return found
